//! The sentence of "so many credits of some categories".

use super::{Keys, Words};
use crate::rules::MinCreditsInCategories;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "幾個類別合計至少幾學分。"), ("categories", "類別名稱。"), ("credits", "至少幾學分。")];

/// The restriction in a sentence.
pub fn sentence(rule: &MinCreditsInCategories, words: &Words<'_>) -> String {
    words.at_least(&words.categories(&rule.categories), &words.credits(rule.credits))
}
