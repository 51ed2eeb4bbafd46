//! What it does: closes the program to students of all other departments.
//!
//! Why: programs made between certain departments, for example 綠建築 for 建築系 and 土木系.
//!
//! Example: `{"kind": "only_open_to", "departments": ["建築系", "土木系"]}`

use serde::Serialize;

use super::Rule;
use crate::audit::{Closed, Draft, Fact, Membership, Scope};

/// Open to these departments only.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct OnlyOpenTo {
    /// Names of departments.
    pub departments: Vec<String>,
}

read_keys!(OnlyOpenTo { departments });

impl Rule for OnlyOpenTo {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let mut scope = *scope;
        for department in &self.departments {
            let open = match draft.student.membership(department) {
                Membership::Member => return,
                Membership::Class => Fact::OfDepartment { department: department.clone() },
                Membership::Unknown => Fact::Group,
                Membership::Stranger => continue,
            };
            match draft.unless(open, &scope) {
                Some(narrower) => scope = narrower,
                None => return,
            }
        }
        draft.close(Closed::OnlyFor(self.departments.clone()), scope.unless);
    }

    fn departments(&self) -> Vec<&str> {
        self.departments.iter().map(String::as_str).collect()
    }
}
