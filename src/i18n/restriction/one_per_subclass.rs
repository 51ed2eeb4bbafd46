//! The sentence of "one course of each subclass".

use super::{Keys, Words};
use crate::rules::OnePerSubclass;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "某類別每個子類最多採計一門。"), ("category", "類別名稱。")];

/// The restriction in a sentence.
pub fn sentence(rule: &OnePerSubclass, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("{}每個次分類至多採計 1 門。", words.category(&rule.category)),
        false => format!("{}: at most one course of each subclass counts.", words.category(&rule.category)),
    }
}
