//! What it does: closes the program to students of all other departments.
//!
//! Why: programs made between certain departments, for example 綠建築 for 建築系 and 土木系.
//!
//! Example: `{"kind": "only_open_to", "departments": ["建築系", "土木系"]}`

use serde::Serialize;

use super::{Rule, Scope};
use crate::audit::{Closed, Draft, Fact, Membership, Possible};

/// Open to these departments only.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OnlyOpenTo {
    /// Names of departments.
    pub departments: Vec<String>,
}

read_keys!(OnlyOpenTo { departments });

impl Rule for OnlyOpenTo {
    fn demand(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let mut open = Possible::No;
        for department in &self.departments {
            let here = match draft.who.membership(department) {
                Membership::Member => Possible::Yes,
                Membership::Class => draft.ask(Fact::OfDepartment { department: department.clone() }),
                Membership::Unknown => draft.ask(Fact::Group),
                Membership::Stranger => Possible::No,
            };
            open = match (open, here) {
                (Possible::Yes, _) | (_, Possible::Yes) => Possible::Yes,
                (Possible::No, p) | (p, _) => p,
            };
        }
        match open {
            Possible::Yes => {}
            Possible::No => draft.close(Closed::OnlyFor(self.departments.clone()), scope.unless),
            Possible::If(facts) => {
                draft.close(Closed::OnlyFor(self.departments.clone()), facts.as_slice().first().copied());
            }
        }
    }

    fn departments(&self) -> Vec<&str> {
        self.departments.iter().map(String::as_str).collect()
    }
}
