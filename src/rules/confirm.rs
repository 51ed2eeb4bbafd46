//! What it does: a condition in words that only people can judge: to be confirmed by those named.
//!
//! Why: some conditions are not in any data, for example the topic of a project.
//!
//! Example:
//!
//! ```json
//! {"kind": "confirm", "id": "study_plan", "text": {"zh": "修讀前須提出修課計畫", "en": "A study plan is handed in first"}, "ask": "program"}
//! ```

use serde::Serialize;

use super::Rule;
use crate::audit::{Ask, Draft, Fact, Scope};
use crate::catalog::document::Text;

/// A condition to be confirmed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Confirm {
    /// Its id, unique in the program.
    pub id: String,
    /// What it says.
    pub text: Text,
    /// Who can confirm it.
    pub ask: Ask,
}

read_keys!(Confirm { id, text, ask });

impl Rule for Confirm {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        draft.confirm(Fact::Confirmed { id: self.id.clone() }, scope);
    }

    fn question(&self) -> Option<(&str, &Text, Ask)> {
        Some((&self.id, &self.text, self.ask))
    }
}
