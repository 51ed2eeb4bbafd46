//! What may keep a student from taking a course that would count: advice goes round it where it can.
//!
//! Nothing here decides an answer. It orders ways that all finish a program.

use std::collections::HashSet;
use std::sync::Arc;

use super::prepared::PreparedProgram;
use super::profile::Degree;
use super::program::Listed;
use super::who::Who;
use crate::catalog::Ease;

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

/// What hinders the student whatever the records are. `online` courses never have a class.
pub fn of_course(who: &Who<'_>, unit: Option<&str>, ease: &Ease, online: bool) -> Option<Hindrance> {
    if ease.graduates_only && who.profile.degree != Degree::Graduate {
        Some(Hindrance::GraduatesOnly)
    } else if ease.own_students && who.outside(unit) == Some(true) {
        Some(Hindrance::OthersProject)
    } else {
        (!online && ease.lately == 0).then_some(Hindrance::NoClass)
    }
}

impl PreparedProgram {
    /// What may keep the student from taking each course of the list. `begun` are the normalised names of courses that
    /// others continue and for which records stand.
    pub fn hindrances(&self, begun: &HashSet<String>) -> Vec<Option<Hindrance>> {
        let one = |listed: &Option<Listed>| {
            let listed = listed.as_ref()?;
            let before = listed.continues.as_ref().filter(|name| !begun.contains(&***name));
            listed.hindrance.clone().or_else(|| before.map(|name| Hindrance::Continues(Arc::clone(name))))
        };
        self.list.iter().map(one).collect()
    }
}
