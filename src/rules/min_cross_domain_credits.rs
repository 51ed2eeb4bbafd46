//! What it does: asks for credits of cross-domain professional courses, outside 基礎 or in the categories named.
//!
//! Why: many programs ask for the 6 cross-domain credits for the certificate itself, others only as a program that
//! meets the graduation requirement (`for`).
//!
//! Example: `{"kind": "min_cross_domain_credits", "credits": 6}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Scope};
use crate::credits::Credits;

/// Credits of cross-domain professional courses.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MinCrossDomainCredits {
    /// The least.
    pub credits: Credits,
    /// Only in these categories; absent: in all but 基礎.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<String>>,
}

read_keys!(MinCrossDomainCredits { credits; categories });

impl Rule for MinCrossDomainCredits {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let within = self.categories.as_deref().unwrap_or_default();
        draft.at_least(Amount::Credits(self.credits), scope).within(within).counting_cross_domain();
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().flatten().map(String::as_str).collect()
    }
}
