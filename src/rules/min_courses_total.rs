//! What it does: asks for a number of courses in all.
//!
//! Why: some programs count courses besides credits.
//!
//! Example: `{"kind": "min_courses_total", "courses": 3}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Scope};

/// Courses in all.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MinCoursesTotal {
    /// The least.
    pub courses: u16,
}

read_keys!(MinCoursesTotal { courses });

impl Rule for MinCoursesTotal {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        draft.at_least(Amount::Courses(self.courses), scope).counting_all();
    }
}
