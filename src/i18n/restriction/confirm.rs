//! The sentence of "something to be confirmed".

use super::{Keys, Words};
use crate::rules::Confirm;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "只有人能判斷的條件，須向所寫的對象確認。"),
    ("id", "代號（小寫、底線），同一微學程內不重複。"),
    ("text", "內容。"),
    ("ask", "向誰確認。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &Confirm, words: &Words<'_>) -> String {
    words.text(&rule.text)
}
