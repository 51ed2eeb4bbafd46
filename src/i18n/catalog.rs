//! What can be wrong with a data file, and what to do about it, for those who keep the catalog.

pub mod count;
mod en;
mod zh_tw;

use super::Lang;
use crate::audit::Amount;
use crate::catalog::{Position, Problem, ProblemKind, Shape};

/// What is the matter, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What.
    pub what: String,
    /// What to do; empty where the first says it all.
    pub hint: String,
}

/// The words for one problem.
pub fn problem(kind: &ProblemKind, lang: Lang) -> Words {
    let (what, hint) = match lang {
        Lang::ZhTw => zh_tw::problem(kind),
        Lang::En => en::problem(kind),
    };
    Words { what, hint }
}

/// A problem as compilers print one: `programs.json:12:34: what`, and the hint indented below.
pub fn report(file: &str, problem: &Problem, lang: Lang) -> String {
    placed(file, problem.at, &self::problem(&problem.kind, lang), lang)
}

/// The same for words of any kind of problem.
pub fn placed(file: &str, at: Option<Position>, words: &Words, lang: Lang) -> String {
    let place = at.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
    let hint = match (words.hint.as_str(), lang) {
        ("", _) => String::new(),
        (hint, Lang::ZhTw) => format!("\n  建議：{hint}"),
        (hint, Lang::En) => format!("\n  hint: {hint}"),
    };
    format!("{file}{place}: {}{hint}", words.what)
}

fn amount(amount: Amount, lang: Lang) -> String {
    match (amount, lang) {
        (Amount::Credits(credits), Lang::ZhTw) => format!("{credits} 學分"),
        (Amount::Courses(courses), Lang::ZhTw) => format!("{courses} 門"),
        (Amount::Credits(credits), Lang::En) => format!("{credits} credits"),
        (Amount::Courses(1), Lang::En) => "1 course".to_owned(),
        (Amount::Courses(courses), Lang::En) => format!("{courses} courses"),
    }
}

fn shape(shape: &Shape, lang: Lang) -> String {
    let (zh, en) = match shape {
        Shape::Text => ("文字（加引號）", "a text in quotes"),
        Shape::Number => ("數字", "a number"),
        Shape::Whole => ("整數", "a whole number"),
        Shape::TrueFalse => ("true 或 false", "true or false"),
        Shape::Null => ("null", "null"),
        Shape::List => ("清單 […]", "a list […]"),
        Shape::Object => ("物件 {…}", "an object {…}"),
        Shape::Other(words) => return words.clone(),
    };
    lang.pick(zh, en).to_owned()
}
