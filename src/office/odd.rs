//! What makes sense as a catalog, but is a slip or looks like one: told to whoever keeps the catalog, unknown to the app.

use std::collections::HashMap;

use crate::catalog::document::{Document, Program};
use crate::catalog::{Position, locate};
use crate::credits::Credits;
use crate::regulation::PROGRAM_CREDITS;

/// The most credits that any course of the university has: a year of work placement.
pub const MOST_OF_A_COURSE: Credits = Credits::whole(18);

/// Something odd, and the value's place in the catalog.
#[derive(Clone, Debug, PartialEq)]
pub struct Odd {
    /// Path of the value, for example `editions[0].programs[3].min_credits`.
    pub path: String,
    /// What.
    pub kind: OddKind,
}

/// What can be odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OddKind {
    /// A program for no credits, or for a part of a credit that no course has.
    NoCredits {
        /// The credits.
        credits: Credits,
    },
    /// A program's credits are none that programs have.
    CreditsOutside {
        /// The credits.
        credits: Credits,
    },
    /// A course has more credits than any.
    CourseCredits {
        /// The credits.
        credits: Credits,
    },
    /// A course has ten times as many credits as before, or a tenth.
    TenTimes {
        /// The credits before.
        was: Credits,
        /// The credits now.
        credits: Credits,
    },
    /// The same restriction stands twice in a program.
    SameRestriction,
}

impl OddKind {
    /// Whether it cannot be meant, whoever says so.
    pub fn is_refused(&self) -> bool {
        matches!(self, OddKind::NoCredits { .. } | OddKind::SameRestriction)
    }
}

/// Everything odd, in the order of the catalog. `before` is the catalog that this one is to take the place of: what
/// stands there already is not odd.
pub fn odd(document: &Document, before: Option<&Document>) -> Vec<Odd> {
    let mut found = Vec::new();
    courses(document, before, &mut found);
    for (at, edition) in document.editions.iter().enumerate() {
        let former = before.and_then(|before| before.editions.iter().find(|known| known.id == edition.id));
        for (program_at, program) in edition.programs.iter().enumerate() {
            let former = former.and_then(|known| known.programs.iter().find(|known| known.code == program.code));
            of_program(program, former, &format!("editions[{at}].programs[{program_at}]"), &mut found);
        }
    }
    found
}

/// Where something odd stands in the text that the catalog was read from.
pub fn place(text: &str, odd: &Odd) -> Option<Position> {
    locate(text, &odd.path, None)
}

fn courses(document: &Document, before: Option<&Document>, found: &mut Vec<Odd>) {
    let known = before.iter().flat_map(|before| &before.courses);
    let known: HashMap<&str, Credits> =
        known.filter_map(|course| Some((course.code.as_deref()?, course.credits?))).collect();
    for (at, course) in document.courses.iter().enumerate() {
        let Some(credits) = course.credits else { continue };
        let was = course.code.as_deref().and_then(|code| known.get(code)).copied();
        let ten_times = |less: Credits, more: Credits| less != Credits::ZERO && more.tenths() == less.tenths() * 10;
        let kind = match was {
            Some(was) if was == credits => continue,
            Some(was) if ten_times(was, credits) || ten_times(credits, was) => OddKind::TenTimes { was, credits },
            _ if credits > MOST_OF_A_COURSE => OddKind::CourseCredits { credits },
            _ => continue,
        };
        found.push(Odd { path: format!("courses[{at}].credits"), kind });
    }
}

fn of_program(program: &Program, former: Option<&Program>, path: &str, found: &mut Vec<Odd>) {
    let credits = program.min_credits;
    let (least, most) = PROGRAM_CREDITS;
    // Courses have whole and half credits, and so have their sums.
    let kind = if credits == Credits::ZERO || !credits.tenths().is_multiple_of(5) {
        Some(OddKind::NoCredits { credits })
    } else if !(least..=most).contains(&credits) && former.is_none_or(|former| former.min_credits != credits) {
        Some(OddKind::CreditsOutside { credits })
    } else {
        None
    };
    found.extend(kind.map(|kind| Odd { path: format!("{path}.min_credits"), kind }));
    for (at, restriction) in program.restrictions.iter().enumerate() {
        if program.restrictions.iter().take(at).any(|earlier| earlier == restriction) {
            found.push(Odd { path: format!("{path}.restrictions[{at}].kind"), kind: OddKind::SameRestriction });
        }
    }
}
