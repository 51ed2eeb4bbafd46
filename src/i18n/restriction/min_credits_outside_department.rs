//! The sentence of "so many credits from outside the department".

use super::{Keys, Words};
use crate::rules::MinCreditsOutsideDepartment;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "本系以外單位開設的課程至少幾學分。"),
    ("credits", "至少幾學分。"),
    ("categories", "類別名稱；不寫表示全部。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &MinCreditsOutsideDepartment, words: &Words<'_>) -> String {
    words.at_least(&words.outside(&rule.categories), &words.credits(rule.credits))
}
