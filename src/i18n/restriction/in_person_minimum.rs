//! The sentence of "minimums to be met in person".

use super::{Keys, Words};
use crate::rules::InPersonMinimum;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "各類別的最低門數須以實體課程滿足。"), ("categories", "類別名稱。")];

/// The restriction in a sentence.
pub fn sentence(rule: &InPersonMinimum, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("{}的最低門數須以實體課程修足。", words.categories(&rule.categories)),
        false => format!("The minimum of {} must be taught in person.", words.categories(&rule.categories)),
    }
}
