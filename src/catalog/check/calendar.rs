//! The calendar: days that exist and lie near their term, windows that do not end before they begin, in the order that
//! every term has.

use std::collections::HashSet;

use super::Findings;
use crate::catalog::calendar::{TermDates, Window, Windows};
use crate::catalog::document::Document;
use crate::catalog::problem::ProblemKind;
use crate::day::Day;
use crate::regulation::APPLICATION_WEEKS;
use crate::term::{Part, Term};

/// Days before the month in which a term begins that its dates may lie, for pre-selection, and days after it.
const NEAR: (i32, i32) = (-120, 240);

pub(super) fn check(document: &Document, found: &mut Findings) {
    let mut terms = HashSet::new();
    for (at, dates) in document.calendar.iter().enumerate() {
        let path = format!("calendar[{at}]");
        if !terms.insert(dates.term) {
            found.add(&format!("{path}.term"), ProblemKind::DuplicateTerm { term: dates.term });
        }
        found.date(&format!("{path}.as_of"), &dates.as_of);
        let known = document.sources.iter().any(|source| source.url == dates.source);
        if !known {
            found.add(&format!("{path}.source"), ProblemKind::UnknownSource { url: dates.source.clone() });
        }
        term(dates, &path, found);
    }
}

fn term(dates: &TermDates, path: &str, found: &mut Findings) {
    let mut here = TermCheck { term: dates.term, path, found };
    let monday = dates.first_monday.as_deref().and_then(|text| here.day("first_monday", text));
    if let Some(day) = monday.filter(|day| !day.is_monday()) {
        here.add("first_monday", ProblemKind::NotAMonday { text: day.to_string() });
    }
    // The weeks of another day would be wrong too: one mistake is told once.
    let monday = monday.filter(|day| day.is_monday());
    here.window("registration", dates.registration.as_ref());
    let before = here.windows("preselection", dates.preselection.as_ref());
    let add_drop = here.windows("add_drop", dates.add_drop.as_ref());
    let withdrawal = here.windows("withdrawal", dates.withdrawal.as_ref());
    let certificate = here.window("certificate", dates.certificate.as_ref());
    let exam = here.window("final_exam", dates.final_exam.as_ref());
    let rest = dates.break_start.as_deref().and_then(|text| here.day("break_start", text));
    for of in [0, 1] {
        let school = ["day", "evening"].get(of).copied().unwrap_or_default();
        let begins = |windows: [Option<Day>; 2]| windows.get(of).copied().flatten();
        let order =
            [("preselection", begins(before)), ("add_drop", begins(add_drop)), ("withdrawal", begins(withdrawal))];
        here.order(&order, &format!(".{school}.from"));
    }
    let begins = |windows: [Option<Day>; 2]| windows.into_iter().flatten().min();
    here.order(&[("first_monday", monday), ("withdrawal", begins(withdrawal)), ("certificate", certificate)], "");
    here.order(
        &[("preselection", begins(before)), ("first_monday", monday), ("final_exam", exam), ("break_start", rest)],
        "",
    );
    here.order(&[("certificate", certificate), ("break_start", rest)], "");
    let weeks = monday.map(|monday| monday.weeks(APPLICATION_WEEKS.0, APPLICATION_WEEKS.1));
    if let Some(((first, last), (from, to))) = weeks.zip(dates.certificate.as_ref().and_then(Window::days))
        && (from < first || to > last)
    {
        let (from, to) = APPLICATION_WEEKS;
        here.add("certificate", ProblemKind::NotTheseWeeks { from, to });
    }
}

/// One term, and where its mistakes go.
struct TermCheck<'a> {
    term: Term,
    path: &'a str,
    found: &'a mut Findings,
}

impl TermCheck<'_> {
    fn add(&mut self, key: &str, kind: ProblemKind) {
        self.found.add(&format!("{}.{key}", self.path), kind);
    }

    /// The day, where it is one and near the term.
    fn day(&mut self, key: &str, text: &str) -> Option<Day> {
        let day = Day::parse(text).filter(|_| super::is_date(text));
        let Some(day) = day else {
            self.add(key, ProblemKind::BadDate { text: text.to_owned() });
            return None;
        };
        let (year, month) = match self.term.part {
            Part::First => (i32::from(self.term.year) + 1911, 8),
            Part::Second => (i32::from(self.term.year) + 1912, 2),
            Part::Summer => (i32::from(self.term.year) + 1912, 7),
        };
        let from_start = Day::new(year, month, 1)?.until(day);
        if !(NEAR.0..=NEAR.1).contains(&from_start) {
            self.add(key, ProblemKind::FarFromTerm { text: text.to_owned(), term: self.term });
            return None;
        }
        Some(day)
    }

    /// The first day of a window.
    fn window(&mut self, key: &str, window: Option<&Window>) -> Option<Day> {
        let window = window?;
        let from = self.day(&format!("{key}.from"), &window.from);
        let to = self.day(&format!("{key}.to"), &window.to);
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            self.add(&format!("{key}.to"), ProblemKind::EndsBeforeItBegins);
        }
        from
    }

    /// The first days of both schools' windows.
    fn windows(&mut self, key: &str, windows: Option<&Windows>) -> [Option<Day>; 2] {
        let of = windows.map(|windows| [("day", windows.day.as_ref()), ("evening", windows.evening.as_ref())]);
        of.unwrap_or_default().map(|(school, window)| self.window(&format!("{key}.{school}"), window))
    }

    /// Each known day must not lie before the known one that comes before it.
    fn order(&mut self, days: &[(&'static str, Option<Day>)], inner: &str) {
        let mut before: Option<(&'static str, Day)> = None;
        for (key, day) in days.iter().filter_map(|(key, day)| Some((*key, (*day)?))) {
            if let Some((after, _)) = before.filter(|(_, earlier)| day < *earlier) {
                self.add(&format!("{key}{inner}"), ProblemKind::OutOfOrder { after });
            }
            before = Some((key, day));
        }
    }
}
