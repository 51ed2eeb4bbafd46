//! The sentence of "so many courses of some categories".

use super::{Keys, Words};
use crate::rules::MinCoursesInCategories;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "幾個類別合計至少幾門。"), ("categories", "類別名稱。"), ("courses", "至少幾門。")];

/// The restriction in a sentence.
pub fn sentence(rule: &MinCoursesInCategories, words: &Words<'_>) -> String {
    words.at_least(&words.categories(&rule.categories), &words.count(rule.courses))
}
