//! What a restriction asks of people, and what its sentence does not say.

use super::keys::key;
use super::or_nothing;
use crate::audit::Ask;
use crate::i18n::{Lang, audit, units};
use crate::rules::Question;

/// What is asked about a restriction, and whom.
pub(super) fn question(doubt: &Question, lang: Lang) -> String {
    let (text, whom) = (audit::text(lang, &doubt.text), audit::ask(lang, doubt.ask));
    match lang {
        Lang::ZhTw => format!("「{text}」（{whom}）"),
        Lang::En => format!(" “{text}” ({whom})"),
    }
}

/// A value of a restriction before and now, by its key.
pub(super) fn value(of: &str, values: [&Vec<String>; 2], name: &dyn Fn(&str) -> String, lang: Lang) -> String {
    // Some kinds have a number of courses where others have their codes.
    let is_count = of == "courses" && values.iter().all(|list| list.iter().all(|one| one.len() < 4));
    let of = if is_count { "number" } else { of };
    let one = |text: &String| match of {
        "ask" | "doubt.ask" => whom(text, lang),
        "courses" => name(text),
        "alternatives" => text.split('|').map(name).collect::<Vec<_>>().join(lang.pick("＝", " = ")),
        _ => or_nothing(text, lang).to_owned(),
    };
    let [from, to] = values.map(|list| units::list(lang, list.iter().map(one)));
    let (from, to) = (or_nothing(&from, lang), or_nothing(&to, lang));
    match lang {
        Lang::ZhTw => format!("的{}：{from} → {to}", key(of, lang)),
        Lang::En => format!("{} {from} → {to}", key(of, lang)),
    }
}

/// Who is asked, as the catalog writes it.
fn whom(text: &str, lang: Lang) -> String {
    let known = serde_json::from_value::<Ask>(text.into());
    known.map_or_else(|_| text.to_owned(), |ask| audit::ask(lang, ask).to_owned())
}
