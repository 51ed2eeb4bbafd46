//! What it does: asks for credits of other categories before the capstone.
//!
//! Why: 全球參與之議題與趨勢 asks 6 credits of 基礎 and 核心 first.
//!
//! Known limits: a capstone of which the records do not show that the credits were passed in earlier semesters counts if
//! that is confirmed.
//!
//! Example: `{"kind": "capstone_prerequisite", "capstone": "總整", "categories": ["基礎", "核心"], "credits": 6}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Scope};
use crate::credits::Credits;

/// Credits before the capstone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CapstonePrerequisite {
    /// The category of the capstone.
    pub capstone: String,
    /// The categories whose credits count.
    pub categories: Vec<String>,
    /// The least.
    pub credits: Credits,
}

read_keys!(CapstonePrerequisite { capstone, categories, credits });

impl Rule for CapstonePrerequisite {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        draft.at_least(Amount::Credits(self.credits), scope).within(&self.categories).counting_all();
        let position = |name: &String| draft.program.category(name);
        if let (Some(category), true) = (position(&self.capstone), scope.unless.is_never()) {
            let of = self.categories.iter().filter_map(position).collect();
            draft.ask_before(category, of, self.credits);
        }
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().map(String::as_str).chain([self.capstone.as_str()]).collect()
    }
}
