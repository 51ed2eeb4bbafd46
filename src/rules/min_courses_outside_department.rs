//! What it does: asks for courses offered by units outside the student's own department.
//!
//! Why: an older way of asking for breadth than the cross-domain professional course; it looks at who offers the
//! course.
//!
//! Known limits: courses of the department's own institutes and college are to be confirmed.
//!
//! Example: `{"kind": "min_courses_outside_department", "courses": 2}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Of, Scope};

/// Courses from outside the own department.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MinCoursesOutsideDepartment {
    /// The least.
    pub courses: u16,
    /// Only in these categories; empty: in all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
}

read_keys!(MinCoursesOutsideDepartment { courses; categories });

impl Rule for MinCoursesOutsideDepartment {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let need = Amount::Courses(self.courses);
        let asked = draft.at_least(need, scope).within(&self.categories).of(Of::OutsideDepartment);
        asked.counting(|draft, slot| draft.outside(slot));
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().map(String::as_str).collect()
    }
}
