//! A question to an office, ready to send: who asks, about which program, and what is to be confirmed.

use super::{Lang, names};
use crate::audit::Profile;
use crate::catalog::document::{Edition, Program};

/// The text. `question` is the statement to be confirmed, as [`super::audit::fact`] has it.
pub fn letter(lang: Lang, profile: &Profile, edition: &Edition, program: &Program, question: &str) -> String {
    let group = profile.group.as_deref().map(|group| names::unit(lang, group)).unwrap_or_default();
    let (name, code, edition) = (&program.name, &program.code, &edition.id);
    match lang {
        Lang::ZhTw => {
            let entry = profile.entry.map(|entry| format!("{entry} 學年度入學的")).unwrap_or_default();
            format!(
                "您好：\n我是{entry}{group}學生，想請教「{name}」（{code}，{edition} 版）。請問以下是否成立？\n{question}\n謝謝您。"
            )
        }
        Lang::En => {
            let entry = profile.entry.map(|entry| format!(", entry year {entry}")).unwrap_or_default();
            let group = if group.is_empty() { String::new() } else { format!(" of {group}") };
            format!(
                "Hello,\nI am a student{group}{entry}. About the micro-program {name} ({code}, edition {edition}): can you confirm the following?\n{question}\nThank you."
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_what_about_which_program() {
        let catalog = crate::catalog::read(include_str!("../../programs.json")).unwrap();
        let edition = catalog.edition("114-1").unwrap();
        let program = edition.program("AVM").unwrap();
        let profile = Profile { group: Some("土木系".to_owned()), entry: Some(112), ..Profile::default() };
        let text = letter(Lang::ZhTw, &profile, edition, program, "「測量學」是否為跨領域專業課程");
        for part in ["112 學年度入學的土木系學生", &program.name, "AVM，114-1 版", "「測量學」是否為跨領域專業課程"]
        {
            assert!(text.contains(part), "{text}");
        }
        let unknown = letter(Lang::En, &Profile::default(), edition, program, "that it counts");
        assert!(unknown.starts_with("Hello,\nI am a student. About"), "{unknown}");
    }
}
