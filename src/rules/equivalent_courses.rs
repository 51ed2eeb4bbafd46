//! What it does: a listed course may be had by other codes.
//!
//! Why: a course that got another code or name is still recognised.
//!
//! Example: `{"kind": "equivalent_courses", "from": ["5703110", "5705049"], "to": "AA02015"}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Draft, Scope};

/// Other codes of a listed course.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct EquivalentCourses {
    /// Codes that are recognised.
    pub from: Vec<String>,
    /// The listed course they count for.
    pub to: String,
}

read_keys!(EquivalentCourses { from, to } never doubted);

impl Rule for EquivalentCourses {
    fn demand(&self, draft: &mut Draft<'_>, _scope: &Scope) {
        if let Some(course) = draft.catalog.by_code(&self.to) {
            self.from.iter().for_each(|code| draft.recognise(code, course));
        }
    }

    fn codes(&self) -> Vec<&str> {
        vec![&self.to]
    }
}
