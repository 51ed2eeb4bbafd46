//! The sentence of "all courses of one field".

use super::{Keys, Words};
use crate::rules::SingleTrack;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys =
    &[("", "這些類別的課程須全部選自同一領域。"), ("categories", "類別名稱。"), ("tracks", "領域名稱。")];

/// The restriction in a sentence.
pub fn sentence(rule: &SingleTrack, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("{}須全部選自同一領域（{}）。", words.categories(&rule.categories), rule.tracks.join("或")),
        false => format!(
            "{}: all courses of one field, either {}.",
            words.categories(&rule.categories),
            rule.tracks.join(" or ")
        ),
    }
}
