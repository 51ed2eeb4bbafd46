//! The procedure of a micro-program for one student: until when to register, when to apply.
//!
//! Source: see [`crate::regulation`]. Which day it is, the caller says.

use crate::audit::{Degree, Profile};
use crate::catalog::calendar::Act;
use crate::day::Day;
use crate::deadlines::{Dates, When};
use crate::regulation::LATEST_REGISTRATION_SEMESTER;
use crate::term::{Part, Term};

/// Where the student stands with registering (登記修讀).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registration {
    /// The window of this term is open.
    Open {
        /// Its term.
        term: Term,
        /// Its first day.
        from: Day,
        /// Its last day.
        to: Day,
        /// No later window remains for this student.
        last: bool,
    },
    /// A window with known days comes.
    Coming {
        /// Its term.
        term: Term,
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
        /// No later window remains for this student.
        last: bool,
    },
    /// The add/drop weeks of this term at the latest; the days of the next window are not in the data.
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

/// Where the student stands on the day of these dates.
pub fn registration(profile: &Profile, dates: &Dates) -> Registration {
    if profile.degree == Degree::Graduate {
        return Registration::NotSaid;
    }
    let Some(entry) = profile.entry else { return Registration::Unknown };
    let latest = latest_registration(entry);
    let Some(next) = dates.next(Act::Register, semester(entry, 1), latest) else { return Registration::Past(latest) };
    let (term, last) = (next.term, next.term == latest);
    match next.when {
        When::Open { from, to } => Registration::Open { term, from, to, last },
        When::Coming { from, to, .. } => Registration::Coming { term, from, to, last },
        When::NotPublished => Registration::Until(latest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::calendar::{TermDates, Window};

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
        let window = Window { from: "2025-09-08".to_owned(), to: "2025-09-26".to_owned() };
        let announced = TermDates {
            term: term(114, 1),
            first_monday: None,
            registration: Some(window),
            preselection: None,
            add_drop: None,
            withdrawal: None,
            certificate: None,
            final_exam: None,
            break_start: None,
            as_of: "2025-09-15".to_owned(),
            source: "https://example.edu".to_owned(),
        };
        let calendar = std::slice::from_ref(&announced);
        let stands = |profile: &Profile, day: &str, now| {
            let today = Day::parse(day).unwrap();
            registration(profile, &Dates { calendar, degree: profile.degree, today, now, first_monday: None })
        };
        let at = |entry, day: &str, now| stands(&student(entry), day, now);
        let (from, to) = (Day::parse("2025-09-08").unwrap(), Day::parse("2025-09-26").unwrap());
        let (autumn, last) = (term(114, 1), false);
        assert_eq!(at(113, "2025-09-26", autumn), Registration::Open { term: autumn, from, to, last });
        assert_eq!(at(114, "2025-09-01", autumn), Registration::Coming { term: autumn, from, to, last });
        assert_eq!(at(113, "2025-09-27", autumn), Registration::Until(term(114, 2)));
        assert_eq!(at(112, "2025-09-10", autumn), Registration::Past(term(113, 2)));
        assert_eq!(at(112, "2025-06-10", term(113, 2)), Registration::Until(term(113, 2)));
        let graduate = Profile { degree: Degree::Graduate, ..student(114) };
        assert_eq!(stands(&graduate, "2025-09-10", autumn), Registration::NotSaid);
        assert_eq!(stands(&Profile::default(), "2025-09-10", autumn), Registration::Unknown);
    }
}
