//! Dates of the calendar that changed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::catalog::calendar::{TermDates, dates_of};
use crate::catalog::document::Document;
use crate::term::Term;

/// A date of the calendar that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateChange {
    /// The term.
    pub term: Term,
    /// Its key: `first_monday`, `add_drop.day`.
    pub key: String,
    /// Before; empty where it was not known.
    pub from: String,
    /// Now; empty where it is not known any more.
    pub to: String,
}

/// What the calendars say otherwise, term by term in their order; terms that are gone at the end.
pub fn calendars(old: &Document, new: &Document) -> Vec<DateChange> {
    let old_terms = old.calendar.iter().map(|dates| dates.term);
    let gone = old_terms.filter(|term| dates_of(&new.calendar, *term).is_none());
    let terms = new.calendar.iter().map(|dates| dates.term).chain(gone);
    let mut found = Vec::new();
    for term in terms {
        let [before, after] =
            [old, new].map(|document| dates_of(&document.calendar, term).map(said).unwrap_or_default());
        let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for key in keys {
            let [from, to] = [&before, &after].map(|said| said.get(key).cloned().unwrap_or_default());
            if from != to {
                found.push(DateChange { term, key: key.clone(), from, to });
            }
        }
    }
    found
}

/// Everything that a term's dates say, by key; a window as its two days.
fn said(dates: &TermDates) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let values = serde_json::to_value(dates).unwrap_or_default();
    let mut open: Vec<(String, &Value)> =
        values.as_object().into_iter().flatten().map(|(k, v)| (k.clone(), v)).collect();
    while let Some((key, value)) = open.pop() {
        match value {
            Value::Object(inner) => match (inner.get("from"), inner.get("to")) {
                (Some(Value::String(from)), Some(Value::String(to))) => _ = found.insert(key, format!("{from} – {to}")),
                _ => open.extend(inner.iter().map(|(name, value)| (format!("{key}.{name}"), value))),
            },
            Value::String(text) if key != "term" => _ = found.insert(key, text.clone()),
            _ => {}
        }
    }
    found
}
