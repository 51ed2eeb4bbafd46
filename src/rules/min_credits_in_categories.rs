//! What it does: asks for credits in several categories taken together.
//!
//! Why: some programs add a sum over 核心 and 總整 to the minimum of each.
//!
//! Example: `{"kind": "min_credits_in_categories", "categories": ["核心", "總整"], "credits": 3}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Scope};
use crate::credits::Credits;

/// Credits in categories together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MinCreditsInCategories {
    /// The categories.
    pub categories: Vec<String>,
    /// The least.
    pub credits: Credits,
}

read_keys!(MinCreditsInCategories { categories, credits });

impl Rule for MinCreditsInCategories {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        draft.at_least(Amount::Credits(self.credits), scope).within(&self.categories).counting_all();
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().map(String::as_str).collect()
    }
}
