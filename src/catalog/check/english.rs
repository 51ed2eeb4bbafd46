//! Whether the English names make sense: every code and unit known, each once, none empty.

use std::collections::HashSet;

use super::super::english::EnglishFile;
use super::super::parse::nearest;
use super::super::problem::ProblemKind;
use super::Findings;
use crate::term::Term;

/// What the other data files know.
#[derive(Debug, Default)]
pub struct KnownNames<'a> {
    /// Course codes.
    pub codes: HashSet<&'a str>,
    /// Names of colleges, departments, groups and units, with what else a department runs under.
    pub units: HashSet<&'a str>,
}

/// Finds every mistake. What is known is only compared with where there is something to compare with.
pub(super) fn check(file: &EnglishFile, known: &KnownNames, found: &mut Findings) {
    found.address("source.url", &file.source.url);
    term("as_of", &file.as_of, found);
    let mut units = HashSet::new();
    for (at, (name, english)) in file.units.iter().enumerate() {
        let path = format!("units[{at}]");
        found.text(&path, english);
        if !units.insert(name) {
            found.add(&path, ProblemKind::DuplicateUnit { name: name.clone() });
        } else if !known.units.is_empty() && !known.units.contains(name.as_str()) {
            let suggestion = nearest(name, known.units.iter().copied());
            found.add(&path, ProblemKind::UnknownUnit { name: name.clone(), suggestion });
        }
    }
    let mut codes = HashSet::new();
    for (at, of_term) in file.courses.iter().enumerate() {
        if let Some(seen) = &of_term.term {
            term(&format!("courses[{at}].term"), seen, found);
        }
        for (row, (code, english)) in of_term.names.iter().enumerate() {
            let path = format!("courses[{at}].names[{row}]");
            found.text(&path, english);
            if !codes.insert(code) {
                found.add(&path, ProblemKind::DuplicateCourse { code: code.clone() });
            } else if !known.codes.is_empty() && !known.codes.contains(code.as_str()) {
                // A neighbour among thousands of codes is no hint.
                found.add(&path, ProblemKind::UnknownCode { code: code.clone() });
            }
        }
    }
}

fn term(path: &str, text: &str, found: &mut Findings) {
    if Term::parse(text).is_none_or(|term| term.to_string() != text) {
        found.add(path, ProblemKind::BadTerm { text: text.to_owned() });
    }
}
