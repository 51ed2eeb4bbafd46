//! What it does: asks for credits offered by units outside the student's own department.
//!
//! Why: an older way of asking for breadth than the cross-domain professional course; it looks at who offers the
//! course.
//!
//! Known limits: courses of the department's own institutes and college are to be confirmed.
//!
//! Example: `{"kind": "min_credits_outside_department", "credits": 6}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Of, Scope};
use crate::credits::Credits;

/// Credits from outside the own department.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MinCreditsOutsideDepartment {
    /// The least.
    pub credits: Credits,
    /// Only in these categories; empty: in all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
}

read_keys!(MinCreditsOutsideDepartment { credits; categories });

impl Rule for MinCreditsOutsideDepartment {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let need = Amount::Credits(self.credits);
        let asked = draft.at_least(need, scope).within(&self.categories).of(Of::OutsideDepartment);
        asked.counting(|draft, slot| draft.outside(slot));
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().map(String::as_str).collect()
    }
}
