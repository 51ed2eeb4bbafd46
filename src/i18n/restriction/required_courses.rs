//! The sentence of "required courses".

use super::{Keys, Words};
use crate::rules::RequiredCourses;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys = &[
    ("", "每一門都要修；內層清單的編碼是同一門課。"),
    ("courses", "課程；每門列出它的編碼。"),
    ("certain", "來源互相矛盾時，確定必修的門數。"),
];

/// The restriction in a sentence.
pub fn sentence(rule: &RequiredCourses, words: &Words<'_>) -> String {
    let names = rule.courses.iter().filter_map(|codes| codes.first()).map(|code| words.name(code));
    let names = words.list(names);
    match (words.zh(), rule.certain) {
        (true, None) => format!("必修：{names}。"),
        (true, Some(n)) => format!("標為必修：{names}；資料互相矛盾，確定必修的有 {n} 門。"),
        (false, None) => format!("Required: {names}."),
        (false, Some(n)) => format!("Marked required: {names}. The sources differ; {n} certainly is."),
    }
}
