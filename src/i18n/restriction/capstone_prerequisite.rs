//! The sentence of "credits before the capstone".

use super::{Keys, Words};
use crate::rules::CapstonePrerequisite;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "修總整前須先修幾學分。"),
    ("capstone", "類別名稱。"),
    ("categories", "類別名稱。"),
    ("credits", "至少幾學分。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &CapstonePrerequisite, words: &Words<'_>) -> String {
    let (capstone, credits) = (words.category(&rule.capstone), words.credits(rule.credits));
    let before = words.categories(&rule.categories);
    match words.zh() {
        true => format!("修{capstone}前，{before}須先修滿 {credits}。"),
        false => format!("Before {capstone}: {credits} of {before}."),
    }
}
