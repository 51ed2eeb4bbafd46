//! The sentence of "required and elective courses".

use super::{Keys, Words};
use crate::rules::OneRequiredOneElective;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys =
    &[("", "專業必修與專業選修各至少幾門。"), ("required", "必修門數。"), ("elective", "選修門數。")];

/// The restriction in a sentence.
pub fn sentence(rule: &OneRequiredOneElective, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("須含必修 {} 門、選修 {} 門（清單沒有標示，要向微學程確認）。", rule.required, rule.elective),
        false => format!(
            "{} required and {} elective (the list does not mark them; ask the program).",
            words.count(rule.required),
            rule.elective
        ),
    }
}
