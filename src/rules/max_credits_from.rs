//! What it does: counts at most so many credits of certain courses.
//!
//! Why: credits taken at other schools are often capped.
//!
//! Example: `{"kind": "max_credits_from", "courses": ["XC200019"], "credits": 4}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Scope};
use crate::credits::Credits;

/// At most so many credits of certain courses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MaxCreditsFrom {
    /// Codes of the courses.
    pub courses: Vec<String>,
    /// The most.
    pub credits: Credits,
}

read_keys!(MaxCreditsFrom { courses, credits });

impl Rule for MaxCreditsFrom {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let most = Amount::Credits(self.credits);
        draft.at_most(most, scope).using(|draft, slot| draft.has_code(slot, &self.courses));
    }

    fn codes(&self) -> Vec<&str> {
        self.courses.iter().map(String::as_str).collect()
    }
}
