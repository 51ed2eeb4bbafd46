//! What it does: a category takes courses that the program does not list.
//!
//! Why: 數據分析 takes the basic programming course of any department as 基礎.
//!
//! Known limits: whether a course is one of these only the program knows: a record whose name holds one of the words
//! is a lead, and to be confirmed. Where `any_course` says that any basic course may do (資訊安全), every record may. What the program accepts then counts whatever its other rules say of listed courses;
//! it is of no track and stands for none of the courses that a rule names.
//!
//! Example:
//!
//! ```json
//! {"kind": "accepts_unlisted", "category": "基礎", "what": {"zh": "各系或通識之基礎程式設計課程", "en": "a basic programming course of any department or general education"}, "name_contains": ["程式設計"]}
//! ```

use serde::Serialize;

use super::Rule;
use crate::audit::{Draft, Scope};
use crate::catalog::document::Text;

/// A category that takes unlisted courses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct AcceptsUnlisted {
    /// The category.
    pub category: String,
    /// What it takes.
    pub what: Text,
    /// Words in names that are a lead.
    pub name_contains: Vec<String>,
    /// Any course may be accepted, whatever its name; those with one of the words are told as near.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub any_course: bool,
}

read_keys!(AcceptsUnlisted { category, what, name_contains; any_course } never doubted);

impl Rule for AcceptsUnlisted {
    fn demand(&self, draft: &mut Draft<'_>, _scope: &Scope) {
        draft.accept_unlisted(&self.category, &self.name_contains, self.any_course);
    }

    fn categories(&self) -> Vec<&str> {
        vec![&self.category]
    }
}
