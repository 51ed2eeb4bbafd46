//! What it does: asks for required and elective professional courses among the counted ones.
//!
//! Why: 離岸風電 asks one of each.
//!
//! Known limits: the list marks no course as required, so beyond the sum of both it is always to be confirmed.
//!
//! Example: `{"kind": "one_required_one_elective", "required": 1, "elective": 1}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Fact, Scope};

/// Required and elective professional courses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct OneRequiredOneElective {
    /// Required courses.
    pub required: u16,
    /// Elective courses.
    pub elective: u16,
}

read_keys!(OneRequiredOneElective { required, elective });

impl Rule for OneRequiredOneElective {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let both = self.required.saturating_add(self.elective);
        draft.at_least(Amount::Courses(both), scope).counting_all();
        draft.confirm(Fact::RequiredAndElective, scope);
    }
}
