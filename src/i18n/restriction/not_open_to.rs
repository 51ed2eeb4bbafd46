//! The sentence of "not open to students of a department".

use super::{Keys, Words};
use crate::rules::NotOpenTo;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "這些系所的學生不得修讀。"), ("departments", "系所名稱。")];

/// The restriction in a sentence.
pub fn sentence(rule: &NotOpenTo, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("不開放{}學生修讀。", words.departments(&rule.departments)),
        false => format!("Not open to students of {}.", words.departments(&rule.departments)),
    }
}
