//! The procedure of a micro-program for one student: until when to register, when to apply.
//!
//! Source: see [`crate::regulation`]. Days are compared as ISO text (`2025-09-08`); which day it is, the caller says.

use crate::audit::{Degree, Profile};
use crate::catalog::document::{CalendarEntry, CalendarKind};
use crate::regulation::LATEST_REGISTRATION_SEMESTER;
use crate::term::{Part, Term};

/// Where the student stands with registering (登記修讀).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registration {
    /// The window of this term is open.
    Open {
        /// Its last day, ISO.
        to: String,
        /// No later window remains for this student.
        last: bool,
    },
    /// A window with known days comes.
    Coming {
        /// First day, ISO.
        from: String,
        /// Last day, ISO.
        to: String,
        /// No later window remains for this student.
        last: bool,
    },
    /// The add/drop weeks of this term at the latest; their days are not in the data.
    Until(Term),
    /// The latest term has gone by.
    Past(Term),
    /// The entry year is not known.
    Unknown,
    /// The latest term is said in years of a bachelor's studies; for a graduate no source says one.
    NotSaid,
}

/// The latest term in whose add/drop weeks a student of that entry year registers.
fn latest_registration(entry: u16) -> Term {
    semester(entry, LATEST_REGISTRATION_SEMESTER)
}

/// The `n`th semester of studies (1 is the first of the first year).
pub fn semester(entry: u16, n: u16) -> Term {
    let part = if n % 2 == 1 { Part::First } else { Part::Second };
    Term { year: entry + n.saturating_sub(1) / 2, part }
}

/// Which semester of studies a term is for a student of that entry year; `None` before they entered.
pub fn semester_of(entry: u16, term: Term) -> Option<u16> {
    let years = term.year.checked_sub(entry)?;
    Some(years * 2 + if term.part == Part::First { 1 } else { 2 })
}

/// Where the student stands on that day, which falls in that term.
pub fn registration(profile: &Profile, calendar: &[CalendarEntry], today: &str, now: Term) -> Registration {
    if profile.degree == Degree::Graduate {
        return Registration::NotSaid;
    }
    let Some(entry) = profile.entry else { return Registration::Unknown };
    let latest = latest_registration(entry);
    let window = calendar
        .iter()
        .filter(|window| window.kind == CalendarKind::Registration && window.to.as_str() >= today)
        .filter(|window| window.term >= semester(entry, 1) && window.term <= latest)
        .min_by(|a, b| a.from.cmp(&b.from));
    match window {
        Some(window) => {
            let last = window.term == latest;
            let to = window.to.clone();
            if window.from.as_str() <= today {
                Registration::Open { to, last }
            } else {
                Registration::Coming { from: window.from.clone(), to, last }
            }
        }
        None if now > latest => Registration::Past(latest),
        None => Registration::Until(latest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn student(entry: u16) -> Profile {
        Profile { entry: Some(entry), ..Profile::default() }
    }

    fn term(year: u16, part: u8) -> Term {
        Term::new(year, part).unwrap()
    }

    #[test]
    fn semesters() {
        assert_eq!(latest_registration(113), term(114, 2));
        assert_eq!(semester(112, 8), term(115, 2));
        assert_eq!(semester_of(112, term(114, 1)), Some(5));
        assert_eq!(semester_of(115, term(114, 1)), None);
    }

    #[test]
    fn stands() {
        let window = CalendarEntry {
            kind: CalendarKind::Registration,
            term: term(114, 1),
            from: "2025-09-08".to_owned(),
            to: "2025-09-26".to_owned(),
        };
        let at = |entry, day: &str, now| registration(&student(entry), std::slice::from_ref(&window), day, now);
        let to = "2025-09-26".to_owned();
        assert_eq!(at(113, "2025-09-26", term(114, 1)), Registration::Open { to: to.clone(), last: false });
        let from = "2025-09-08".to_owned();
        assert_eq!(at(114, "2025-09-01", term(114, 1)), Registration::Coming { from, to, last: false });
        assert_eq!(at(113, "2025-09-27", term(114, 1)), Registration::Until(term(114, 2)));
        assert_eq!(at(112, "2025-09-10", term(114, 1)), Registration::Past(term(113, 2)));
        let graduate = Profile { degree: Degree::Graduate, ..student(114) };
        assert_eq!(registration(&graduate, &[], "2025-09-10", term(114, 1)), Registration::NotSaid);
        assert_eq!(registration(&Profile::default(), &[], "2025-09-10", term(114, 1)), Registration::Unknown);
    }
}
