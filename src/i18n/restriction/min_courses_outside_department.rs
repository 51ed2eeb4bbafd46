//! The sentence of "so many courses from outside the department".

use super::{Keys, Words};
use crate::rules::MinCoursesOutsideDepartment;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys =
    &[("", "本系以外單位開設的課程至少幾門。"), ("courses", "至少幾門。"), ("categories", "類別名稱；不寫表示全部。")];

/// The restriction in a sentence.
pub fn sentence(rule: &MinCoursesOutsideDepartment, words: &Words<'_>) -> String {
    words.at_least(&words.outside(&rule.categories), &words.count(rule.courses))
}
