//! What it does: the minimum of each of these categories must be met by courses taught in person.
//!
//! Why: courses on outside platforms may add credits but not stand for a category.
//!
//! Example: `{"kind": "in_person_minimum", "categories": ["基礎", "核心", "總整"]}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Amount, Draft, Of, Scope};
use crate::regulation;

/// Category minimums in person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct InPersonMinimum {
    /// The categories.
    pub categories: Vec<String>,
}

read_keys!(InPersonMinimum { categories });

impl Rule for InPersonMinimum {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        for name in &self.categories {
            let Some(category) = draft.program.categories.iter().find(|c| c.name == *name) else { continue };
            let need = Amount::Courses(category.min_courses.unwrap_or(regulation::CATEGORY_MINIMUM));
            let names = std::slice::from_ref(name);
            let asked = draft.at_least(need, scope).within(names).of(Of::InPerson);
            asked.counting(|_, slot| (!slot.online).into());
        }
    }

    fn categories(&self) -> Vec<&str> {
        self.categories.iter().map(String::as_str).collect()
    }
}
