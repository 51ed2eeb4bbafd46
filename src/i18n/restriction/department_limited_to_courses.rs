//! The sentence of "the only courses for a department".

use super::{Keys, Words};
use crate::rules::DepartmentLimitedToCourses;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "該系學生在某類別只採計這些課。"),
    ("department", "系所名稱。"),
    ("category", "類別名稱。"),
    ("courses", "課程編碼。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &DepartmentLimitedToCourses, words: &Words<'_>) -> String {
    let (department, category) = (words.department(&rule.department), words.category(&rule.category));
    let courses = words.courses(&rule.courses);
    match words.zh() {
        true => format!("{department}學生的{category}限修：{courses}。"),
        false => format!("For students of {department}, only these count in {category}: {courses}."),
    }
}
