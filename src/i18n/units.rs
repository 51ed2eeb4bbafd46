//! Numbers with their units, names of categories and colleges, lists of things.

use super::Lang;
use crate::audit::Amount;
use crate::credits::Credits;
use crate::term::{Part, Term};

/// `3 學分`, `1 credit`.
pub fn credits(lang: Lang, credits: Credits) -> String {
    match lang {
        Lang::ZhTw => format!("{credits} 學分"),
        Lang::En if credits == Credits::whole(1) => "1 credit".to_owned(),
        Lang::En => format!("{credits} credits"),
    }
}

/// `2 門`, `1 course`.
pub fn courses(lang: Lang, n: usize) -> String {
    match lang {
        Lang::ZhTw => format!("{n} 門"),
        Lang::En if n == 1 => "1 course".to_owned(),
        Lang::En => format!("{n} courses"),
    }
}

/// `3 個微學程`, `1 program`.
pub fn programs(lang: Lang, n: usize) -> String {
    match lang {
        Lang::ZhTw => format!("{n} 個微學程"),
        Lang::En if n == 1 => "1 program".to_owned(),
        Lang::En => format!("{n} programs"),
    }
}

/// Credits or courses.
pub fn amount(lang: Lang, amount: Amount) -> String {
    match amount {
        Amount::Credits(n) => credits(lang, n),
        Amount::Courses(n) => courses(lang, usize::from(n)),
    }
}

/// A category. Official lists are Chinese, so English names stand for the same few words.
pub fn category(lang: Lang, name: &str) -> &str {
    match (lang, name) {
        (Lang::ZhTw, _) => name,
        (Lang::En, "基礎") => "Basic",
        (Lang::En, "核心") => "Core",
        (Lang::En, "總整") => "Capstone",
        (Lang::En, "進階") => "Advanced",
        (Lang::En, "應用") => "Applied",
        (Lang::En, other) => other,
    }
}

/// What a category's name means, where a newcomer would not know it.
pub fn category_why(lang: Lang, name: &str) -> Option<&'static str> {
    (name == "總整").then(|| lang.pick("整合前面所學的課（capstone）", "brings together what was learned before"))
}

/// A college, by its official English name.
pub fn college(lang: Lang, name: &str) -> &str {
    match (lang, name) {
        (Lang::ZhTw, _) => name,
        (Lang::En, "機電學院") => "Mechanical and Electrical Engineering",
        (Lang::En, "電資學院") => "Electrical Engineering and Computer Science",
        (Lang::En, "工程學院") => "Engineering",
        (Lang::En, "管理學院") => "Management",
        (Lang::En, "設計學院") => "Design",
        (Lang::En, "人社學院") => "Humanities and Social Sciences",
        (Lang::En, other) => other,
    }
}

/// `114 學年度第 1 學期`, `114-1 (autumn 2025)`.
pub fn term(lang: Lang, term: Term) -> String {
    let gregorian = term.year + 1911;
    match (lang, term.part) {
        (Lang::ZhTw, Part::First) => format!("{} 上學期", term.year),
        (Lang::ZhTw, Part::Second) => format!("{} 下學期", term.year),
        (Lang::ZhTw, Part::Summer) => format!("{} 暑期", term.year),
        (Lang::En, Part::First) => format!("{}-1 (autumn {gregorian})", term.year),
        (Lang::En, Part::Second) => format!("{}-2 (spring {})", term.year, gregorian + 1),
        (Lang::En, Part::Summer) => format!("{} summer ({})", term.year, gregorian + 1),
    }
}

/// Names joined as the language lists things: `甲、乙、丙`, `A, B and C`.
pub fn list<S: AsRef<str>>(lang: Lang, names: impl IntoIterator<Item = S>) -> String {
    let names: Vec<S> = names.into_iter().collect();
    let mut out = String::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            out.push_str(match lang {
                Lang::ZhTw => "、",
                Lang::En if at + 1 == names.len() => " and ",
                Lang::En => ", ",
            });
        }
        out.push_str(name.as_ref());
    }
    out
}

/// What is done or told, and of what: `移除：綠建築概論`, `Remove: …`.
pub fn of(lang: Lang, what: &str, of: &str) -> String {
    format!("{what}{}{of}", lang.pick("：", ": "))
}

/// What something was, and what it is in its place: `從 1 門改為 2 門`. In words, as an arrow is heard by its name or not
/// at all.
pub fn from_to(lang: Lang, from: &str, to: &str) -> String {
    match lang {
        Lang::ZhTw => format!("從 {from} 改為 {to}"),
        Lang::En => format!("changed from {from} to {to}"),
    }
}

/// Categories joined: `核心、總整`, `Core and Capstone`.
pub fn categories(lang: Lang, names: &[String]) -> String {
    list(lang, names.iter().map(|name| category(lang, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_lists() {
        assert_eq!(credits(Lang::En, Credits::whole(1)), "1 credit");
        assert_eq!(credits(Lang::En, Credits::from_tenths(5)), "0.5 credits");
        assert_eq!(courses(Lang::En, 1), "1 course");
        assert_eq!(list(Lang::En, ["A"]), "A");
        assert_eq!(list(Lang::En, ["A", "B", "C"]), "A, B and C");
        assert_eq!(list(Lang::ZhTw, ["甲", "乙"]), "甲、乙");
        assert_eq!(term(Lang::En, Term { year: 114, part: Part::Second }), "114-2 (spring 2026)");
    }
}
