//! The sentence of "other codes of a course".

use super::{Keys, Words};
use crate::rules::EquivalentCourses;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "這些編碼可抵認為某一門所列課程。"), ("from", "課程編碼。"), ("to", "所列課程的編碼。")];

/// The restriction in a sentence.
pub fn sentence(rule: &EquivalentCourses, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("{}視同「{}」。", words.courses(&rule.from), words.name(&rule.to)),
        false => format!("{} counts as {}.", words.courses(&rule.from), words.name(&rule.to)),
    }
}
