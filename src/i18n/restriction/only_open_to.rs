//! The sentence of "open to students of some departments only".

use super::{Keys, Words};
use crate::rules::OnlyOpenTo;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "只開放這些系所的學生修讀。"), ("departments", "系所名稱。")];

/// The restriction in a sentence.
pub fn sentence(rule: &OnlyOpenTo, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("只開放{}學生修讀。", words.departments(&rule.departments)),
        false => format!("Open to students of {} only.", words.departments(&rule.departments)),
    }
}
