//! The sentence of "courses that students of a college must take".

use super::{Keys, Words};
use crate::rules::CollegeMustTake;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "該學院的學生必修這些課。"), ("college", "學院。"), ("courses", "課程編碼。")];

/// The restriction in a sentence.
pub fn sentence(rule: &CollegeMustTake, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("{}學生必修：{}。", words.college(&rule.college), words.courses(&rule.courses)),
        false => format!("Students of {} must take {}.", words.college(&rule.college), words.courses(&rule.courses)),
    }
}
