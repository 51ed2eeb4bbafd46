//! The sentence of "one field for a department".

use super::{Keys, Words};
use crate::rules::DepartmentLimitedToTrack;

/// What the kind and its keys are, in Chinese, for those who keep the catalog.
pub const KEYS: Keys =
    &[("", "該系學生基礎以外只有某領域的課算跨域。"), ("department", "系所名稱。"), ("track", "領域名稱。")];

/// The restriction in a sentence.
pub fn sentence(rule: &DepartmentLimitedToTrack, words: &Words<'_>) -> String {
    match words.zh() {
        true => format!("{}學生基礎以外的課程，限「{}」領域才計入。", words.department(&rule.department), rule.track),
        false => format!(
            "For students of {}, courses outside Basic count in the field {} only.",
            words.department(&rule.department),
            rule.track
        ),
    }
}
