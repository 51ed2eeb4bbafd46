//! The sentence of "so many cross-domain credits".

use super::{Keys, Words};
use crate::rules::MinCrossDomainCredits;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "跨領域專業課程至少幾學分；不寫類別表示基礎以外全部。"),
    ("credits", "至少幾學分。"),
    ("categories", "類別名稱。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &MinCrossDomainCredits, words: &Words<'_>) -> String {
    let subject = match (&rule.categories, words.zh()) {
        (None, true) => "基礎以外的跨領域專業課程".to_owned(),
        (None, false) => "Cross-domain professional courses outside Basic".to_owned(),
        (Some(names), true) => format!("{}的跨領域專業課程", words.categories(names)),
        (Some(names), false) => format!("Cross-domain professional courses in {}", words.categories(names)),
    };
    words.at_least(&subject, &words.credits(rule.credits))
}
