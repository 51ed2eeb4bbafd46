//! What may keep a student from taking a course that would count: advice goes round it where it can.
//!
//! Nothing here decides an answer. It orders ways that all finish a program.

use super::profile::Degree;
use super::who::Who;
use crate::catalog::Catalog;
use crate::catalog::document::{Course, Level};
use crate::names::{normalise, numbered};
use crate::transcript::Record;

/// Stems of names under which departments run the projects and internships of their own students.
const OWN_STUDENTS: [&str; 6] = ["實務專題", "專題研究", "專題製作", "專題實作", "校外實習", "校外實務研究"];

/// How such a stem ends where a department of several groups names it after the group.
const OF_A_GROUP: &str = "工程實務專題";

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
    Continues(String),
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
pub fn of_course(catalog: &Catalog, who: &Who<'_>, course: &Course, online: bool) -> Option<Hindrance> {
    let bachelor = |level: &Level| matches!(level, Level::Bachelor | Level::BachelorEvening);
    let graduates_only = !course.levels.is_empty() && !course.levels.iter().any(bachelor);
    if graduates_only && who.profile.degree != Degree::Graduate {
        return Some(Hindrance::GraduatesOnly);
    }
    if others_project(catalog, who, course) {
        return Some(Hindrance::OthersProject);
    }
    (!online && catalog.lately(course).next().is_none()).then_some(Hindrance::NoClass)
}

/// Whether another department with students of its own runs it, under a name for its own projects.
fn others_project(catalog: &Catalog, who: &Who<'_>, course: &Course) -> bool {
    let Some(unit) = course.unit.as_deref().filter(|unit| who.outside(Some(unit)) == Some(true)) else { return false };
    let mut departments = catalog.document().departments.iter();
    if !departments.any(|department| !department.groups.is_empty() && department.units.iter().any(|own| own == unit)) {
        return false;
    }
    let name = normalise(&course.name);
    let stem = numbered(&name).map_or(name.as_str(), |(stem, _)| stem);
    OWN_STUDENTS.contains(&stem) || stem.ends_with(OF_A_GROUP)
}

/// The normalised name of the course that one of this normalised name continues: that of the number before.
pub fn continued(name: &str) -> Option<String> {
    let (stem, number) = numbered(name)?;
    let before = char::from_digit(number.to_digit(10)?.checked_sub(1).filter(|before| *before > 0)?, 10)?;
    Some(format!("{stem}({before})"))
}

/// Whether a record stands for that normalised name: passed, in progress or planned.
pub fn stands(records: &[Record], name: &str, pass_mark: u8) -> bool {
    let alive = |record: &&Record| super::verdict::View::of(record, pass_mark).is_some();
    records.iter().filter(alive).any(|record| normalise(&record.name) == name)
}
