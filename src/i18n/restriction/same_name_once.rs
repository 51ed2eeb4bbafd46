//! The sentence of "same name, once".

use super::{Keys, Words};
use crate::rules::SameNameOnce;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "同名課程只採計一次。")];

/// The restriction in a sentence.
pub fn sentence(rule: &SameNameOnce, words: &Words<'_>) -> String {
    let _ = rule;
    words.pick("同名課程只採計一次。", "Courses of the same name count once.").to_owned()
}
