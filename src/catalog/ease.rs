//! How easy a course is to take, whoever the student is: worked out once for all students.

use std::collections::HashSet;
use std::sync::Arc;

use super::course::{Course, Ease, Level};
use super::department::Department;
use super::likelihood::chance;
use crate::names::numbered;
use crate::term::{Part, Term};

/// Stems of names under which departments run the projects and internships of their own students.
const OWN_STUDENTS: [&str; 6] = ["實務專題", "專題研究", "專題製作", "專題實作", "校外實習", "校外實務研究"];

/// How such a stem ends where a department of several groups names it after the group.
const OF_A_GROUP: &str = "工程實務專題";

/// For each course, in their order. `names` are the normalised names by course, `known` the first and last
/// term with classes, `recent` the first of the last five.
pub fn of_courses(
    courses: &[Course],
    departments: &[Department],
    names: &[&str],
    known: Option<(Term, Term)>,
    recent: Option<Term>,
) -> Vec<Ease> {
    let all: HashSet<&str> = names.iter().copied().collect();
    let departments = departments.iter().filter(|department| !department.groups.is_empty());
    let units: Vec<&String> = departments.flat_map(|department| &department.units).collect();
    let one = |(course, name): (&Course, &&str)| Ease {
        likely: known.map_or(0, |known| likely(&course.offered, known)),
        lately: course.offered.iter().filter(|term| recent.is_some_and(|from| **term >= from)).count(),
        graduates_only: !course.levels.is_empty()
            && !course.levels.iter().any(|level| matches!(level, Level::Bachelor | Level::BachelorEvening)),
        own_students: is_own_students(name) && course.unit.as_ref().is_some_and(|unit| units.contains(&unit)),
        continues: continued(name).filter(|before| all.contains(before.as_str())).map(Arc::from),
    };
    courses.iter().zip(names).map(one).collect()
}

fn likely(offered: &[Term], known: (Term, Term)) -> u16 {
    let [autumn, spring] = [Part::First, Part::Second].map(|part| chance(offered, known, part).likely);
    (1000.0 * (1.0 - (1.0 - autumn) * (1.0 - spring))) as u16
}

fn is_own_students(name: &str) -> bool {
    let stem = numbered(name).map_or(name, |(stem, _)| stem);
    OWN_STUDENTS.contains(&stem) || stem.ends_with(OF_A_GROUP)
}

/// `結構學(1)` of `結構學(2)`.
fn continued(name: &str) -> Option<String> {
    let (stem, number) = numbered(name)?;
    let before = char::from_digit(number.to_digit(10)?.checked_sub(1).filter(|before| *before > 0)?, 10)?;
    Some(format!("{stem}({before})"))
}
