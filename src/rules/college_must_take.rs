//! What it does: asks students of one college for every one of these courses.
//!
//! Why: 人本自然語言處理與互動設計 asks it of students of 電資學院.
//!
//! Example: `{"kind": "college_must_take", "college": "電資學院", "courses": ["AC05303", "AC05224"]}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Fact, Of, Scope};

/// Courses that students of one college must take.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CollegeMustTake {
    /// The college.
    pub college: String,
    /// Codes of the courses.
    pub courses: Vec<String>,
}

read_keys!(CollegeMustTake { college, courses });

impl Rule for CollegeMustTake {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let scope = match draft.student.college() {
            Some(Some(college)) if college == self.college => Some(*scope),
            Some(Some(_)) => None,
            // The group is not known, or the facts do not say to which college it belongs.
            open => {
                let fact = match open {
                    None => Fact::Group,
                    Some(_) => Fact::NotOfDepartment { department: self.college.clone() },
                };
                draft.unless(fact, scope)
            }
        };
        let Some(scope) = scope else { return };
        for code in &self.courses {
            let codes = std::slice::from_ref(code);
            let of = Of::Listed(draft.refs(codes));
            let asked = draft.at_least(Amount::Courses(1), &scope).of(of);
            asked.counting(|draft, slot| draft.has_code(slot, codes).into());
        }
    }

    fn codes(&self) -> Vec<&str> {
        self.courses.iter().map(String::as_str).collect()
    }
}
