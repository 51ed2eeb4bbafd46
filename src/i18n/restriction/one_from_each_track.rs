//! The sentence of "one course of each field".

use super::{Keys, Words};
use crate::rules::OneFromEachTrack;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "某類別每個領域至少一門。"), ("category", "類別名稱。"), ("tracks", "領域名稱。")];

/// The restriction in a sentence.
pub fn sentence(rule: &OneFromEachTrack, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("{}：{}各至少 1 門。", words.category(&rule.category), words.list(rule.tracks.iter().cloned())),
        false => format!(
            "{}: one course of each of {}.",
            words.category(&rule.category),
            words.list(rule.tracks.iter().cloned())
        ),
    }
}
