//! What it does: asks for every one of these courses; codes of one inner list are one course.
//!
//! Why: courses marked ▲ in the program's standard.
//!
//! Known limits: where the sources contradict each other on how many are required, `certain` says how many surely
//! are; the rest is to be confirmed.
//!
//! Example: `{"kind": "required_courses", "courses": [["4403020"], ["4404004"]], "certain": 1}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Fact, Of, Scope};

/// Required courses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct RequiredCourses {
    /// The courses; each by the codes it goes under.
    pub courses: Vec<Vec<String>>,
    /// How many of them are certainly required; absent: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certain: Option<u16>,
}

read_keys!(RequiredCourses { courses; certain });

impl Rule for RequiredCourses {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let all: Vec<String> = self.courses.iter().flatten().cloned().collect();
        let certain = self.certain.filter(|certain| usize::from(*certain) < self.courses.len());
        if let Some(certain) = certain {
            let of = Of::Listed(draft.refs(&all));
            let asked = draft.at_least(Amount::Courses(certain), scope).of(of);
            asked.counting(|draft, slot| draft.has_code(slot, &all).into());
        }
        let scope = match certain {
            None => Some(*scope),
            Some(_) => draft.unless(Fact::FewerRequired, scope),
        };
        let Some(scope) = scope else { return };
        for codes in &self.courses {
            let of = Of::Listed(draft.refs(codes));
            let asked = draft.at_least(Amount::Courses(1), &scope).of(of);
            asked.counting(|draft, slot| draft.has_code(slot, codes).into());
        }
    }

    fn codes(&self) -> Vec<&str> {
        self.courses.iter().flatten().map(String::as_str).collect()
    }
}
