//! Answers that the student obtained from people.

use super::Document;
use crate::audit::{Decision, Fact};

impl Document {
    /// Records an answer, or takes it back (`None`). The note stays when only the answer changes.
    pub fn decide(&mut self, program: Option<String>, fact: Fact, holds: Option<bool>) {
        let known = self.decisions.iter().position(|one| one.fact == fact && one.program == program);
        match (known.and_then(|at| self.decisions.get_mut(at)), holds) {
            (Some(decision), Some(holds)) => decision.holds = holds,
            (Some(_), None) => self.decisions.retain(|one| one.fact != fact || one.program != program),
            (None, Some(holds)) => {
                self.decisions.push(Decision { program, fact, holds, by: None, date: None, note: String::new() });
            }
            (None, None) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_change_and_go() {
        let mut document = Document::default();
        let program = || Some("AVM".to_owned());
        document.decide(program(), Fact::RequiredAndElective, Some(true));
        document.decisions[0].note = "系辦 9/10".to_owned();
        document.decide(program(), Fact::RequiredAndElective, Some(false));
        assert_eq!(document.decisions.len(), 1);
        assert_eq!((document.decisions[0].holds, document.decisions[0].note.as_str()), (false, "系辦 9/10"));
        document.decide(None, Fact::RequiredAndElective, None);
        assert_eq!(document.decisions.len(), 1);
        document.decide(program(), Fact::RequiredAndElective, None);
        assert!(document.decisions.is_empty());
    }
}
