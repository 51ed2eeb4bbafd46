//! Hours of the week at which the student cannot sit in a class.

use serde_json::{Map, Value};

use super::Document;
use crate::classes::Times;
use crate::term::Term;

/// The busy hours of a semester.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Busy {
    /// Marked by the student.
    pub own: Times,
    /// Hours of the courses taken, from a timetable that the student imported and wanted kept.
    pub timetable: Times,
}

impl Busy {
    /// All of them.
    pub fn all(self) -> Times {
        self.own.with(self.timetable)
    }
}

/// The keys of a semester's hours.
const OWN: &str = "own";
const TIMETABLE: &str = "timetable";

impl Document {
    /// The busy hours of a semester. What cannot be read is none.
    pub fn busy_in(&self, term: Term) -> Busy {
        let stored = self.busy.get(&term.to_string());
        let times = |key: &str| {
            let text = stored.and_then(|hours| hours.get(key)).and_then(Value::as_str);
            text.and_then(|text| Times::parse(text).ok()).unwrap_or_default()
        };
        Busy { own: times(OWN), timetable: times(TIMETABLE) }
    }

    /// Stores the busy hours of a semester; without any, the semester goes.
    pub fn set_busy(&mut self, term: Term, busy: Busy) {
        let mut hours = Map::new();
        for (key, times) in [(OWN, busy.own), (TIMETABLE, busy.timetable)] {
            if !times.is_empty() {
                hours.insert(key.to_owned(), Value::from(times.to_string()));
            }
        }
        match hours.is_empty() {
            true => _ = self.busy.remove(&term.to_string()),
            false => _ = self.busy.insert(term.to_string(), Value::Object(hours)),
        }
    }

    /// The latest semester before that one with busy hours.
    pub fn busy_before(&self, term: Term) -> Option<Term> {
        self.busy.keys().filter_map(|key| Term::parse(key)).filter(|known| *known < term).max()
    }
}
