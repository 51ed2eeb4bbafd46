//! What it does: counts at most one course of each subclass of a category.
//!
//! Why: 智慧感測科技 divides its 核心 courses into subclasses.
//!
//! Known limits: the list does not mark the subclasses: for certain only one course of the category counts; that they
//! differ is to be confirmed.
//!
//! Example: `{"kind": "one_per_subclass", "category": "核心"}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Fact, Scope};

/// One course a subclass.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct OnePerSubclass {
    /// The category.
    pub category: String,
}

read_keys!(OnePerSubclass { category });

impl Rule for OnePerSubclass {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let Some(category) = draft.program.category(&self.category) else { return };
        let differ = Fact::DifferentSubclasses { category: self.category.clone() };
        let Some(scope) = draft.unless(differ, scope) else { return };
        draft.at_most(Amount::Courses(1), &scope).of_category(category);
    }

    fn categories(&self) -> Vec<&str> {
        vec![&self.category]
    }
}
