//! The sentence of "so many courses of a short list".

use super::{Keys, Words};
use crate::rules::MinCoursesFrom;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "某類別中這些課至少幾門。"),
    ("category", "類別名稱。"),
    ("courses", "課程編碼。"),
    ("at_least", "至少幾門。"),
    ("stage", "指定學年課的第幾階段。"),
    ("equivalents", "同類別的其他課可能認為同等，須確認。"),
    ("what", "規定的原文意思。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &MinCoursesFrom, words: &Words<'_>) -> String {
    let what = match &rule.what {
        Some(what) => words.text(what),
        None => words.courses(&rule.courses),
    };
    let mut text = words.at_least(&format!("{} {what} ", words.category(&rule.category)), &words.count(rule.at_least));
    if rule.equivalents {
        text.push_str(words.pick("同等課程經確認可替代。", " An equivalent may be accepted; ask."));
    }
    text
}
