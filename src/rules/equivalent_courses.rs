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
pub struct EquivalentCourses {
    /// Codes that are recognised.
    pub from: Vec<String>,
    /// The listed course they count for.
    pub to: String,
}

read_keys!(EquivalentCourses { from, to });

impl Rule for EquivalentCourses {
    fn demand(&self, draft: &mut Draft<'_>, _scope: &Scope) {
        if let Some(course) = draft.catalog.by_code(&self.to) {
            draft.equivalents.extend(self.from.iter().map(|code| (code.clone(), course)));
        }
    }

    fn codes(&self) -> Vec<&str> {
        vec![&self.to]
    }
}
