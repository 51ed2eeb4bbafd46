//! What may keep a student from taking a course that would count: advice goes round it where it can.
//!
//! Nothing here decides an answer. It orders ways that all finish a program.

use std::sync::Arc;

/// Why a course may be hard to take.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hindrance {
    /// No class in the last five terms that the catalog knows.
    NoClass,
    /// Its classes are for graduate students only, and the student is none.
    GraduatesOnly,
    /// Another department's project or internship, which it runs for its own students.
    OthersProject,
    /// It continues a course that no record stands for; its normalised name.
    Continues(Arc<str>),
}

impl Hindrance {
    /// How much it hinders, from 1: what a word with the teacher may settle, what waits for another course, and what
    /// nearly nobody gets round.
    pub fn weight(&self) -> u8 {
        match self {
            Hindrance::GraduatesOnly => 1,
            Hindrance::Continues(_) => 2,
            Hindrance::NoClass | Hindrance::OthersProject => 3,
        }
    }
}
