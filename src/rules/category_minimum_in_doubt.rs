//! What it does: lets the least number of courses of a category be read as a smaller one, down to none.
//!
//! Why: some standards say in one place that a category is asked and do not in another, or let a course of it be waived
//! (an exchange abroad in place of the capstone).
//!
//! Known limits: conditions on this category alone are freed where they ask more courses than the smaller number;
//! conditions on credits, and courses that are required by name, stand.
//!
//! Example:
//!
//! ```json
//! {"kind": "category_minimum_in_doubt", "category": "總整", "courses": 0, "id": "capstone_named", "text": {"zh": "總整是否可以不修？", "en": "May the capstone be left out?"}, "ask": "program"}
//! ```

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Ask, Draft, Fact, Scope};
use crate::catalog::document::Text;

/// A category's minimum that may be smaller.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CategoryMinimumInDoubt {
    /// The category.
    pub category: String,
    /// The least number of courses by the kinder reading.
    pub courses: u16,
    /// Id of the question; "yes" means the kinder reading.
    pub id: String,
    /// The question.
    pub text: Text,
    /// Who can answer it.
    pub ask: Ask,
}

read_keys!(CategoryMinimumInDoubt { category, courses, id, text, ask } never doubted);

impl Rule for CategoryMinimumInDoubt {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        if self.courses > 0 {
            let within = std::slice::from_ref(&self.category);
            draft.at_least(Amount::Courses(self.courses), scope).within(within).counting_all();
        }
    }

    fn relax(&self, draft: &mut Draft<'_>, _scope: &Scope) {
        let Some(category) = draft.program.category(&self.category) else { return };
        draft.free_of_minimum(category, self.courses, Fact::Confirmed { id: self.id.clone() });
    }

    fn categories(&self) -> Vec<&str> {
        vec![&self.category]
    }

    fn question(&self) -> Option<(&str, &Text, Ask)> {
        Some((&self.id, &self.text, self.ask))
    }
}
