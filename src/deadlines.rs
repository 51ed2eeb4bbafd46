//! What comes when: the windows of the procedure as the calendar gives them, seen from one day.
//!
//! A window that no source gives is said to be not published; it is never worked out from other terms.

use crate::audit::Degree;
use crate::catalog::calendar::{Act, TermDates, Window, dates_of};
use crate::day::Day;
use crate::regulation::APPLICATION_WEEKS;
use crate::term::Term;

/// The calendar, for one student on one day.
#[derive(Clone, Copy, Debug)]
pub struct Dates<'a> {
    /// What the catalog knows.
    pub calendar: &'a [TermDates],
    /// Which school's windows count.
    pub degree: Degree,
    /// The day it is.
    pub today: Day,
    /// The term it falls into.
    pub now: Term,
    /// The Monday of week 1 of the present term as the student read it, where the calendar does not have the term.
    pub first_monday: Option<Day>,
}

/// Something to do in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What.
    pub act: Act,
    /// In which term's window.
    pub term: Term,
    /// When.
    pub when: When,
}

/// Where a day stands to a window that is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is open.
    Open {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
    },
    /// It comes.
    Coming {
        /// First day.
        from: Day,
        /// Last day.
        to: Day,
        /// Days until then.
        days: i32,
    },
    /// Its days are in no source.
    NotPublished,
}

impl When {
    /// First and last day, where they are known.
    pub fn days(self) -> Option<(Day, Day)> {
        match self {
            When::Open { from, to } | When::Coming { from, to, .. } => Some((from, to)),
            When::NotPublished => None,
        }
    }
}

impl Dates<'_> {
    /// Whether the calendar says when the present term begins.
    pub fn knows_now(&self) -> bool {
        dates_of(self.calendar, self.now).is_some_and(|dates| dates.first_monday.is_some())
    }

    /// The days of a window; `None` where they are not known.
    pub fn window(&self, act: Act, term: Term) -> Option<(Day, Day)> {
        let known = dates_of(self.calendar, term).and_then(|dates| dates.window(act, self.degree));
        let own = || {
            let monday = self.first_monday.filter(|_| act == Act::Apply && term == self.now && !self.knows_now())?;
            let (year, month, _) = monday.civil();
            let its = Term::of_date(u16::try_from(year).ok()?, month);
            // Of an earlier term it says nothing of this one.
            (its == term).then(|| monday.weeks(APPLICATION_WEEKS.0, APPLICATION_WEEKS.1))
        };
        known.and_then(Window::days).or_else(own)
    }

    /// The next window that is not over, from a term on, up to another; `None` when all are.
    pub fn next(&self, act: Act, from: Term, latest: Term) -> Option<Deadline> {
        let terms = std::iter::successors(Some(from.max(self.now)), |term| Some(term.next()));
        for term in terms.take_while(|term| *term <= latest) {
            let when = match self.window(act, term) {
                Some((_, to)) if to < self.today => continue,
                Some((from, to)) if from <= self.today => When::Open { from, to },
                Some((from, to)) => When::Coming { from, to, days: self.today.until(from) },
                // Courses of a term are selected beforehand in the term before.
                None if act == Act::Preselect && term == self.now => continue,
                None => When::NotPublished,
            };
            return Some(Deadline { act, term, when });
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::calendar::Windows;

    fn term(year: u16, part: u8) -> Term {
        Term::new(year, part).unwrap()
    }

    fn window(from: &str, to: &str) -> Window {
        Window { from: from.to_owned(), to: to.to_owned() }
    }

    fn autumn() -> TermDates {
        TermDates {
            term: term(115, 1),
            first_monday: Some("2026-09-07".to_owned()),
            registration: None,
            preselection: None,
            add_drop: Some(Windows {
                day: Some(window("2026-09-07", "2026-09-18")),
                evening: Some(window("2026-09-07", "2026-09-19")),
            }),
            withdrawal: None,
            certificate: Some(window("2026-11-30", "2027-01-09")),
            final_exam: None,
            break_start: None,
            as_of: "2026-09-27".to_owned(),
            source: "https://example.edu".to_owned(),
        }
    }

    fn dates<'a>(calendar: &'a [TermDates], degree: Degree, today: &str) -> Dates<'a> {
        Dates { calendar, degree, today: Day::parse(today).unwrap(), now: term(115, 1), first_monday: None }
    }

    #[test]
    fn finds_the_next_window() {
        let calendar = [autumn()];
        let next = |day: &str, degree, act| {
            dates(&calendar, degree, day).next(act, term(115, 1), term(115, 2)).map(|found| (found.term, found.when))
        };
        let day = |text: &str| Day::parse(text).unwrap();
        let (from, to) = (day("2026-11-30"), day("2027-01-09"));
        assert_eq!(
            next("2026-11-24", Degree::Bachelor, Act::Apply),
            Some((term(115, 1), When::Coming { from, to, days: 6 }))
        );
        assert_eq!(next("2026-12-01", Degree::Bachelor, Act::Apply), Some((term(115, 1), When::Open { from, to })));
        assert_eq!(next("2027-01-10", Degree::Bachelor, Act::Apply), Some((term(115, 2), When::NotPublished)));
        let (from, to) = (day("2026-09-07"), day("2026-09-19"));
        let evening = next("2026-09-19", Degree::BachelorEvening, Act::Register);
        assert_eq!(evening, Some((term(115, 1), When::Open { from, to })));
        assert_eq!(next("2026-09-19", Degree::Bachelor, Act::Register), Some((term(115, 2), When::NotPublished)));
    }

    #[test]
    fn the_students_own_monday_counts_for_its_term_alone() {
        let own = |monday: &str, calendar: &[TermDates]| {
            let first_monday = Day::parse(monday);
            Dates { first_monday, ..dates(calendar, Degree::Bachelor, "2026-11-24") }.window(Act::Apply, term(115, 1))
        };
        let found = own("2026-09-14", &[]).map(|(from, to)| (from.to_string(), to.to_string()));
        assert_eq!(found, Some(("2026-12-07".to_owned(), "2027-01-17".to_owned())));
        assert_eq!(own("2026-02-23", &[]), None);
        assert_eq!(own("2026-09-14", &[autumn()]), Day::parse("2026-11-30").zip(Day::parse("2027-01-09")));
    }
}
