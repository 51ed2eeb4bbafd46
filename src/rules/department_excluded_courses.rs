//! What it does: for students of a department, these courses of a category do not count.
//!
//! Why: 教育大數據 keeps some departments from counting their own courses as 核心.
//!
//! Example: `{"kind": "department_excluded_courses", "department": "資工系", "category": "核心", "courses": ["AB02025"]}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Draft, NotCountedReason, Possible, Scope};

/// For a department's students, these courses of a category do not count.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct DepartmentExcludedCourses {
    /// The department.
    pub department: String,
    /// The category.
    pub category: String,
    /// Codes of the courses.
    pub courses: Vec<String>,
}

read_keys!(DepartmentExcludedCourses { department, category, courses });

impl Rule for DepartmentExcludedCourses {
    fn narrow(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let Some(scope) = draft.for_department(&self.department, scope) else { return };
        let Some(category) = draft.program.category(&self.category) else { return };
        draft.narrow(&scope, |draft, slot| {
            if slot.category == Some(category) && draft.has_code(slot, &self.courses) {
                Err(NotCountedReason::ExcludedForDepartment(self.department.clone()))
            } else {
                Ok(Possible::Yes)
            }
        });
    }

    fn codes(&self) -> Vec<&str> {
        self.courses.iter().map(String::as_str).collect()
    }

    fn categories(&self) -> Vec<&str> {
        vec![&self.category]
    }

    fn narrows(&self) -> usize {
        1
    }

    fn departments(&self) -> Vec<&str> {
        vec![&self.department]
    }
}
