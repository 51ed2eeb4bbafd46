//! The sentence of "a minimum that may be smaller".

use super::{Keys, Words};
use crate::rules::CategoryMinimumInDoubt;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "某類別的最低門數可能較少（或可抵免）；兩種解讀都判定。"),
    ("category", "類別名稱。"),
    ("courses", "較寬的解讀至少幾門。"),
    ("id", "代號（小寫、底線）。"),
    ("text", "問題；「是」表示較寬的解讀。"),
    ("ask", "向誰確認。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &CategoryMinimumInDoubt, words: &Words<'_>) -> String {
    words.text(&rule.text)
}
