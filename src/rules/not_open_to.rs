//! What it does: closes the program to students of these departments.
//!
//! Why: programs that exist for others, for example 數據分析 for everybody but 資工系.
//!
//! Example: `{"kind": "not_open_to", "departments": ["資工系"]}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Closed, Draft, Scope};

/// Not open to these departments.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct NotOpenTo {
    /// Names of departments.
    pub departments: Vec<String>,
}

read_keys!(NotOpenTo { departments });

impl Rule for NotOpenTo {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        for department in &self.departments {
            if let Some(scope) = draft.for_department(department, scope) {
                draft.close(Closed::Department(department.clone()), scope.unless);
            }
        }
    }

    fn departments(&self) -> Vec<&str> {
        self.departments.iter().map(String::as_str).collect()
    }
}
