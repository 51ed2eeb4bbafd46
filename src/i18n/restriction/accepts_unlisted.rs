//! The sentence of "courses that the list does not name".

use super::{Keys, Words};
use crate::rules::AcceptsUnlisted;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "某類別也接受未列的課程，須確認。"),
    ("category", "類別名稱。"),
    ("what", "接受什麼。"),
    ("name_contains", "名稱含這些字就值得詢問；只是線索。"),
    ("any_course", "名稱不限，任何課程都可能接受。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &AcceptsUnlisted, words: &Words<'_>) -> String {
    let (category, what) = (words.category(&rule.category), words.text(&rule.what));
    match words.zh() {
        true => format!("{category}也接受清單以外的{what}，須先確認。"),
        false => format!("{category} also takes {what} that the list does not name; ask first."),
    }
}
