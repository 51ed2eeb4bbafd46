//! The sentence of "something to know".

use super::{Keys, Words};
use crate::rules::Notice;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "說明，不影響任何判斷。"), ("text", "內容。")];

/// The restriction in a sentence.
pub fn sentence(rule: &Notice, words: &Words<'_>) -> String {
    words.text(&rule.text)
}
