//! What it does: asks for courses out of a short list within a category, perhaps of a certain stage.
//!
//! Why: a category may ask for particular courses, for example 物理(二) or an equivalent, or one of those marked
//! required.
//!
//! Known limits: what counts as an equivalent only the program knows: to be confirmed.
//!
//! Example: `{"kind": "min_courses_from", "category": "核心", "courses": ["3104124", "3104125"], "at_least": 1}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Fact, Of, Possible, Scope, course_ref};
use crate::catalog::document::Text;

/// Courses out of a short list.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MinCoursesFrom {
    /// The category.
    pub category: String,
    /// Codes of the courses.
    pub courses: Vec<String>,
    /// The least.
    pub at_least: u16,
    /// The stage of the year course that is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<u8>,
    /// Another course of the category may be accepted as equivalent: to be confirmed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub equivalents: bool,
    /// What is asked, in the program's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<Text>,
}

read_keys!(MinCoursesFrom { category, courses, at_least; stage, equivalents, what });

impl Rule for MinCoursesFrom {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let listed = Of::Listed(draft.refs(&self.courses));
        let within = std::slice::from_ref(&self.category);
        let asked = draft.at_least(Amount::Courses(self.at_least), scope).within(within).of(listed);
        asked.counting_stage(self.stage, |draft, slot| {
            let equivalent = match draft.course(slot).filter(|_| self.equivalents) {
                Some(course) => {
                    draft.ask(Fact::Equivalent { course: course_ref(course), category: self.category.clone() })
                }
                None => Possible::No,
            };
            (if draft.has_code(slot, &self.courses) { Possible::Yes } else { equivalent }, equivalent)
        });
    }

    fn codes(&self) -> Vec<&str> {
        self.courses.iter().map(String::as_str).collect()
    }

    fn categories(&self) -> Vec<&str> {
        vec![&self.category]
    }
}
