//! When a course has classes, in words.

use super::Lang;
use crate::catalog::Chance;
use crate::term::Part;

/// `111 學年度起每年下學期都開`, `近 3 個上學期開過 1 次`; the likelier half of the year alone, where it is likely at all.
pub fn reason(lang: Lang, chances: &[Chance; 2]) -> String {
    let [autumn, spring] = chances;
    match (autumn.held > 0, spring.held > 0) {
        (false, false) => lang.pick("近三年沒有開課", "no class in the last three years").to_owned(),
        (true, true) => format!("{}{}{}", half(lang, autumn), lang.pick("；", "; "), half(lang, spring)),
        (true, false) => half(lang, autumn),
        (false, true) => half(lang, spring),
    }
}

fn half(lang: Lang, chance: &Chance) -> String {
    let Chance { of, held, .. } = chance;
    match (lang, chance.each_since) {
        (Lang::ZhTw, Some(year)) => format!("{year} 學年度起每年{}都開", name(lang, chance.part)),
        (Lang::En, Some(year)) => format!("each {} since {year}", name(lang, chance.part)),
        (Lang::ZhTw, None) => format!("近 {of} 個{}開過 {held} 次", name(lang, chance.part)),
        (Lang::En, None) => format!("in {held} of the last {of} {} terms", name(lang, chance.part)),
    }
}

fn name(lang: Lang, part: Part) -> &'static str {
    match part {
        Part::First => lang.pick("上學期", "autumn"),
        Part::Second => lang.pick("下學期", "spring"),
        Part::Summer => lang.pick("暑期", "summer"),
    }
}
