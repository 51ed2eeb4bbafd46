//! What it does: asks for courses in several categories taken together.
//!
//! Why: some programs add a sum over 核心 and 總整 to the minimum of each.
//!
//! Example: `{"kind": "min_courses_in_categories", "categories": ["核心", "總整"], "courses": 3}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Scope};

/// Courses in categories together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MinCoursesInCategories {
    /// The categories.
    pub categories: Vec<String>,
    /// The least.
    pub courses: u16,
}

read_keys!(MinCoursesInCategories { categories, courses });

impl Rule for MinCoursesInCategories {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        draft.at_least(Amount::Courses(self.courses), scope).within(&self.categories).counting_all();
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().map(String::as_str).collect()
    }
}
