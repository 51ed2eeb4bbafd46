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
use crate::audit::{Amount, Demand, Draft, Fact, Of, Possible, Scope, course_ref};
use crate::catalog::document::Text;

/// Courses out of a short list.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
        let Some(category) = draft.program.category(&self.category) else { return };
        let slots = draft.slots.clone();
        let (mut listed, mut otherwise) = (Vec::with_capacity(slots.len()), Vec::with_capacity(slots.len()));
        for slot in &slots {
            let here = slot.category == Some(category as u8);
            let equivalent = match draft.course(slot).filter(|_| here && self.equivalents) {
                Some(course) => {
                    draft.ask(Fact::Equivalent { course: course_ref(course), category: self.category.clone() })
                }
                None => Possible::No,
            };
            listed.push(if here && draft.has_code(slot, &self.courses) { Possible::Yes } else { equivalent });
            otherwise.push(equivalent);
        }
        let condition = crate::audit::Condition {
            need: Amount::Courses(self.at_least),
            categories: vec![self.category.clone()],
            of: Of::Listed(draft.refs(&self.courses)),
            source: scope.source(),
        };
        let stage = self.stage.map(|stage| (stage, otherwise));
        draft.demands.push(Demand { condition: condition.into(), gain: listed, stage, alternative: None, unless: scope.unless });
    }

    fn codes(&self) -> Vec<&str> {
        self.courses.iter().map(String::as_str).collect()
    }

    fn categories(&self) -> Vec<&str> {
        vec![&self.category]
    }
}
