//! The sentence of "so many courses in all".

use super::{Keys, Words};
use crate::rules::MinCoursesTotal;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "總共至少幾門。"), ("courses", "至少幾門。")];

/// The restriction in a sentence.
pub fn sentence(rule: &MinCoursesTotal, words: &Words<'_>) -> String {
    words.at_least(words.pick("全部課程", "Courses in all"), &words.count(rule.courses))
}
