//! The sentence of "courses like the department's own".

use super::{Keys, Words};
use crate::rules::DepartmentSimilarCoursesNotCounted;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[("", "該系學生修與本系相近的課不採計。"), ("department", "系所名稱。")];

/// The restriction in a sentence.
pub fn sentence(rule: &DepartmentSimilarCoursesNotCounted, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("{}學生：與本系性質相同的課程不採計。", words.department(&rule.department)),
        false => format!(
            "For students of {}, courses like the department's own do not count.",
            words.department(&rule.department)
        ),
    }
}
