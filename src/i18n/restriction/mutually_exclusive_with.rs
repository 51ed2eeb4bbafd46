//! The sentence of "not together with another program".

use super::{Keys, Words};
use crate::rules::MutuallyExclusiveWith;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "不得與另一微學程的證書兼得。"), ("program", "微學程代碼。")];

/// The restriction in a sentence.
pub fn sentence(rule: &MutuallyExclusiveWith, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("不得同時修讀「{}」。", words.name(&rule.program)),
        false => format!("Not together with {}.", words.name(&rule.program)),
    }
}
