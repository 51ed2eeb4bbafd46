//! Whether a document makes sense: everything that its shape alone cannot say, all mistakes at once.
//!
//! Nothing here judges a student; whether a program *can* be finished at all is the only question of that kind.

mod calendar;
mod departments;
#[cfg(feature = "office")]
mod english;
mod feasible;
mod program;
mod restriction;

#[cfg(feature = "office")]
pub use english::KnownNames;
use std::collections::{HashMap, HashSet};

use super::document::{Document, Edition};
use super::parse::nearest;
use super::problem::ProblemKind;
use crate::names::normalise;

/// A mistake and its place in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Path of the value, for example `editions[0].programs[3].code`.
    pub path: String,
    /// A text inside that value which is what is meant, where the path alone is too coarse.
    pub word: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// Every mistake of the document, in its order.
pub fn check(document: &Document) -> Vec<Finding> {
    let mut found = Findings::default();
    for (at, source) in document.sources.iter().enumerate() {
        let path = format!("sources[{at}]");
        found.address(&format!("{path}.url"), &source.url);
        if let Some(date) = &source.date {
            found.date(&format!("{path}.date"), date);
        }
        found.text(&format!("{path}.title.zh"), &source.title.zh);
        found.text(&format!("{path}.title.en"), &source.title.en);
    }
    for (at, change) in document.changes.iter().enumerate() {
        let path = format!("changes[{at}]");
        found.date(&format!("{path}.date"), &change.date);
        found.text(&format!("{path}.by"), &change.by);
        found.text(&format!("{path}.why"), &change.why);
    }
    calendar::check(document, &mut found);
    departments::check(&document.departments, &mut found);
    courses(document, &mut found);
    let names = Names::new(document);
    if document.editions.is_empty() {
        found.add("editions", ProblemKind::NoEdition);
    }
    let mut ids = HashSet::new();
    for (at, edition) in document.editions.iter().enumerate() {
        let path = format!("editions[{at}]");
        if !ids.insert(edition.id.as_str()) {
            found.add(&format!("{path}.id"), ProblemKind::DuplicateEdition { id: edition.id.clone() });
        }
        check_edition(edition, &path, &names, &mut found);
    }
    found.list
}

/// Every mistake of a file of English names, in its order.
#[cfg(feature = "office")]
pub fn english(file: &super::EnglishFile, known: &KnownNames) -> Vec<Finding> {
    let mut found = Findings::default();
    english::check(file, known, &mut found);
    found.list
}

/// What the document's shared tables know.
struct Names<'a> {
    courses: HashMap<&'a str, &'a super::document::Course>,
    /// Courses without code, by normalised name.
    without_code: HashMap<String, &'a super::document::Course>,
    by_name: HashMap<String, &'a str>,
    departments: HashSet<&'a str>,
    aliases: HashMap<&'a str, &'a str>,
    colleges: HashSet<&'a str>,
}

impl<'a> Names<'a> {
    fn new(document: &'a Document) -> Names<'a> {
        let coded = || document.courses.iter().filter_map(|course| Some((course.code.as_deref()?, course)));
        let departments = &document.departments;
        let uncoded = document.courses.iter().filter(|course| course.code.is_none());
        Names {
            courses: coded().collect(),
            without_code: uncoded.map(|course| (normalise(&course.name), course)).collect(),
            by_name: coded().map(|(code, course)| (normalise(&course.name), code)).collect(),
            departments: departments.iter().map(|department| department.name.as_str()).collect(),
            aliases: departments
                .iter()
                .flat_map(|d| d.aliases.iter().map(|alias| (alias.as_str(), d.name.as_str())))
                .collect(),
            colleges: departments.iter().filter_map(|department| department.college.as_deref()).collect(),
        }
    }

    fn unknown_course(&self, code: &str, name: Option<&str>) -> ProblemKind {
        let same_name = name.and_then(|name| self.by_name.get(&normalise(name))).map(|code| (*code).to_owned());
        let suggestion = same_name.or_else(|| nearest(code, self.courses.keys().copied()));
        ProblemKind::UnknownCourse { code: code.to_owned(), suggestion }
    }

    fn unknown_department(&self, name: &str) -> ProblemKind {
        let official = self.aliases.get(name).map(|name| (*name).to_owned());
        let suggestion = official.or_else(|| nearest(name, self.departments.iter().copied()));
        ProblemKind::UnknownDepartment { name: name.to_owned(), suggestion }
    }

    fn unknown_college(&self, name: &str) -> ProblemKind {
        let suggestion = nearest(name, self.colleges.iter().copied());
        ProblemKind::UnknownCollege { name: name.to_owned(), suggestion }
    }
}

fn courses(document: &Document, found: &mut Findings) {
    let (mut codes, mut names) = (HashSet::new(), HashSet::new());
    for (at, course) in document.courses.iter().enumerate() {
        let path = format!("courses[{at}]");
        found.text(&format!("{path}.name"), &course.name);
        match &course.code {
            Some(code) => {
                found.text(&format!("{path}.code"), code);
                if !codes.insert(code.as_str()) {
                    found.add(&format!("{path}.code"), ProblemKind::DuplicateCourse { code: code.clone() });
                }
            }
            None => {
                if !names.insert(normalise(&course.name)) {
                    found.add(&format!("{path}.name"), ProblemKind::DuplicateName { name: course.name.clone() });
                }
            }
        }
    }
}

fn check_edition(edition: &Edition, path: &str, names: &Names, found: &mut Findings) {
    found.text(&format!("{path}.id"), &edition.id);
    found.date(&format!("{path}.standard_as_of"), &edition.standard_as_of);
    let mut codes = HashSet::new();
    for (at, program) in edition.programs.iter().enumerate() {
        let path = format!("{path}.programs[{at}]");
        if !codes.insert(program.code.as_str()) {
            found.add(&format!("{path}.code"), ProblemKind::DuplicateProgram { code: program.code.clone() });
        }
        program::check(program, edition, &path, names, found);
    }
}

/// Collects findings.
#[derive(Default)]
struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    fn add(&mut self, path: &str, kind: ProblemKind) {
        self.list.push(Finding { path: path.to_owned(), word: None, kind });
    }

    fn add_word(&mut self, path: &str, word: &str, kind: ProblemKind) {
        self.list.push(Finding { path: path.to_owned(), word: Some(word.to_owned()), kind });
    }

    fn text(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.add(path, ProblemKind::EmptyText);
        }
    }

    fn address(&mut self, path: &str, text: &str) {
        if !text.starts_with("https://") || text.contains(char::is_whitespace) {
            self.add(path, ProblemKind::BadAddress { text: text.to_owned() });
        }
    }

    fn date(&mut self, path: &str, text: &str) {
        if !is_date(text) {
            self.add(path, ProblemKind::BadDate { text: text.to_owned() });
        }
    }
}

/// A day of the Gregorian calendar as `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) || !parts.iter().all(|part| digits(part)) {
        return false;
    }
    let number = |part: &str| part.parse::<u16>().unwrap_or(0);
    let leap =
        number(year).is_multiple_of(4) && (!number(year).is_multiple_of(100) || number(year).is_multiple_of(400));
    let days = match number(month) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&number(day))
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates() {
        for good in ["2025-09-15", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in
            ["", "2025-9-15", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "２０２５-09-15"]
        {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
