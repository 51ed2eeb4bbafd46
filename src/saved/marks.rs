//! How far a program is outside the transcript: registered, applied for, certified. Only the student can say it.

use serde::{Deserialize, Serialize};

use crate::term::Term;

/// A step of the procedure that the student has taken for a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Code of the program.
    pub program: String,
    /// Which step.
    pub step: Step,
    /// In which term.
    pub term: Term,
}

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Registered for the program (登記修讀).
    Registered,
    /// Applied for its certificate (修畢學分申請).
    Applied,
    /// The certificate was issued.
    Certified,
}

impl Step {
    /// All, in their order.
    pub const ALL: [Step; 3] = [Step::Registered, Step::Applied, Step::Certified];
}

/// The term of a step of a program; `None` where it is not marked.
pub fn marked(marks: &[Mark], program: &str, step: Step) -> Option<Term> {
    marks.iter().find(|mark| mark.program == program && mark.step == step).map(|mark| mark.term)
}

/// The furthest step marked of a program.
pub fn furthest(marks: &[Mark], program: &str) -> Option<Step> {
    marks.iter().filter(|mark| mark.program == program).map(|mark| mark.step).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::saved::Document;

    #[test]
    fn marks_are_set_changed_and_taken_back() {
        let mut document = Document::default();
        let (spring, autumn) = (Term::new(114, 2), Term::new(115, 1));
        document.mark("AVM", Step::Registered, spring);
        document.mark("AVM", Step::Applied, spring);
        document.mark("AVM", Step::Applied, autumn);
        assert_eq!(document.marks.len(), 2);
        assert_eq!(marked(&document.marks, "AVM", Step::Applied), autumn);
        assert_eq!(furthest(&document.marks, "AVM"), Some(Step::Applied));
        assert_eq!(furthest(&document.marks, "AVJ"), None);
        document.mark("AVM", Step::Applied, None);
        document.mark("AVJ", Step::Applied, None);
        assert_eq!(furthest(&document.marks, "AVM"), Some(Step::Registered));
        assert!(!document.is_empty());
    }
}
