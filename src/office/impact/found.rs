//! What a change does, as data.

use super::change::Direction;
use crate::audit::{Answer, Profile};
use crate::catalog::document::Program;
use crate::credits::Credits;
use crate::transcript::Record;

/// What a change does. Programs are compared within the editions that both catalogs have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Impact {
    /// Every program whose facts changed, in the order of the newer catalog.
    pub programs: Vec<ProgramImpact>,
    /// Programs that only the newer catalog has, each with its edition.
    pub added: Vec<(String, Program)>,
    /// Programs that only the older catalog has, each with its edition.
    pub removed: Vec<(String, Program)>,
}

/// What a change does to the answers about one program.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramImpact {
    /// The edition's id.
    pub edition: String,
    /// The program before.
    pub before: Program,
    /// The program now.
    pub now: Program,
    /// How many students were judged.
    pub students: usize,
    /// What became of the certificate (微學程證書).
    pub certificate: Effect,
    /// What became of the cross-domain graduation requirement (跨域畢業條件).
    pub requirement: Effect,
}

/// Whose answer to one question is another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effect {
    /// Who is nearer now.
    pub better: Affected,
    /// Who is farther now.
    pub worse: Affected,
    /// Who is as near, but lacks something else, or hangs on something else.
    pub otherwise: Affected,
}

/// Students who are affected alike.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Affected {
    /// How many.
    pub students: usize,
    /// The smallest of them: the fewest records, then the fewest credits.
    pub smallest: Option<Case>,
}

/// A student whose answer is another now.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Who it is.
    pub profile: Profile,
    /// What was taken; without any of these the answers would not differ so.
    pub records: Vec<Record>,
    /// The answer before.
    pub before: Answer,
    /// The answer now.
    pub now: Answer,
}

/// The two questions of a program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    Certificate,
    Requirement,
}

impl Question {
    pub(super) fn of(self, answers: &[Answer; 2]) -> &Answer {
        let [certificate, requirement] = answers;
        match self {
            Question::Certificate => certificate,
            Question::Requirement => requirement,
        }
    }

    pub(super) fn effect(self, program: &mut ProgramImpact) -> &mut Effect {
        match self {
            Question::Certificate => &mut program.certificate,
            Question::Requirement => &mut program.requirement,
        }
    }
}

impl ProgramImpact {
    /// Whether every student has the same answers to both questions.
    pub fn is_nothing(&self) -> bool {
        self.certificate.is_nothing() && self.requirement.is_nothing()
    }
}

impl Effect {
    /// Whether nobody's answer is another.
    pub fn is_nothing(&self) -> bool {
        self.better.students + self.worse.students + self.otherwise.students == 0
    }

    pub(super) fn affected(&mut self, way: Direction) -> &mut Affected {
        match way {
            Direction::Better => &mut self.better,
            Direction::Worse => &mut self.worse,
            Direction::Otherwise => &mut self.otherwise,
        }
    }
}

impl Affected {
    /// Takes a case in the place of the smallest so far, where it is smaller.
    pub(super) fn see(&mut self, case: Case) {
        if self.smallest.as_ref().is_none_or(|smallest| case.size() < smallest.size()) {
            self.smallest = Some(case);
        }
    }
}

impl Case {
    /// How large it is: records, then credits. A record that does not say its credits is not small for that.
    fn size(&self) -> (usize, Credits) {
        let credits = |record: &Record| record.credits.unwrap_or(Credits::whole(99));
        (self.records.len(), self.records.iter().map(credits).sum())
    }
}
