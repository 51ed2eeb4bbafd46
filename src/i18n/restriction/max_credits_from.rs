//! The sentence of "at most so many credits of some courses".

use super::{Keys, Words};
use crate::rules::MaxCreditsFrom;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "這些課最多採計幾學分。"), ("courses", "課程編碼。"), ("credits", "最多幾學分。")];

/// The restriction in a sentence.
pub fn sentence(rule: &MaxCreditsFrom, words: &Words<'_>) -> String {
    let (courses, credits) = (words.courses(&rule.courses), words.credits(rule.credits));
    match words.zh() {
        true => format!("{courses}合計最多採計 {credits}。"),
        false => format!("Of {courses}, at most {credits} count."),
    }
}
