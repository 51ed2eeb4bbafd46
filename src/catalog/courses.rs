//! All courses of the university, for the search (`public/courses.json`): loaded when somebody searches, not before.

use crate::sorting;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::parse::{parse, without_mark};
use super::problem::{Problem, ProblemKind};
use crate::credits::Credits;
use crate::names::{fold_width, normalise};
use crate::search::{Fit, NameOf, english};

/// The version of the shape that this program reads.
pub const SCHEMA: u32 = 1;

/// All courses, by unit and code.
#[derive(Clone, Debug, Default)]
pub struct CourseList {
    /// The day whose state it holds, `YYYY-MM-DD`.
    pub as_of: String,
    courses: Vec<KnownCourse>,
    units: Vec<Option<String>>,
}

/// A course of the university.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownCourse {
    /// Course code (課程編碼).
    pub code: String,
    /// Chinese name.
    pub name: String,
    /// Credits (of each stage).
    pub credits: Credits,
    /// Whether a class existed in academic year 114 or later.
    pub offered_lately: bool,
    /// Normalised name, for the search.
    normalised: String,
    unit: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: u32,
    as_of: String,
    units: Vec<Unit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    unit: Option<String>,
    courses: Vec<CourseRow>,
}

struct CourseRow(String, String, Credits, bool);

impl<'de> Deserialize<'de> for CourseRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CourseRow, D::Error> {
        let (code, name, credits, lately) = <(String, String, Credits, u8)>::deserialize(deserializer)?;
        match lately {
            0 | 1 => Ok(CourseRow(code, name, credits, lately == 1)),
            _ => Err(D::Error::custom("the last number of a course is 1 (offered lately) or 0")),
        }
    }
}

impl CourseList {
    /// Reads the file.
    pub fn read(text: &str) -> Result<CourseList, Vec<Problem>> {
        let text = without_mark(text);
        let file: File = parse(text).map_err(|problem| vec![problem])?;
        if file.schema != SCHEMA {
            let kind = ProblemKind::UnsupportedSchema { found: file.schema, supported: SCHEMA };
            return Err(vec![Problem { at: super::locate::locate(text, "schema", None), kind }]);
        }
        let mut list = CourseList { as_of: file.as_of, ..CourseList::default() };
        for (at, unit) in file.units.into_iter().enumerate() {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            list.courses.extend(unit.courses.into_iter().map(|CourseRow(code, name, credits, offered_lately)| {
                let normalised = normalise(&name);
                KnownCourse { code, name, credits, offered_lately, normalised, unit: at }
            }));
            list.units.push(unit.unit);
        }
        Ok(list)
    }

    /// All courses, by unit and code.
    pub fn all(&self) -> &[KnownCourse] {
        &self.courses
    }

    /// The courses as the file holds them: unit by unit.
    #[cfg(feature = "office")]
    pub(crate) fn by_unit(&self) -> impl Iterator<Item = (Option<&str>, impl Iterator<Item = &KnownCourse>)> {
        self.units.iter().enumerate().map(|(at, unit)| {
            let own = self.courses.iter().filter(move |course| usize::from(course.unit) == at);
            (unit.as_deref(), own)
        })
    }

    /// The unit that offers a course; `None` when it is not known.
    pub fn unit(&self, course: &KnownCourse) -> Option<&str> {
        self.units.get(usize::from(course.unit))?.as_deref()
    }

    /// The units, in the order of the file.
    #[cfg(feature = "office")]
    pub fn units(&self) -> impl Iterator<Item = &str> {
        self.units.iter().flatten().map(String::as_str)
    }

    /// The course with that code.
    pub fn by_code(&self, code: &str) -> Option<&KnownCourse> {
        self.courses.iter().find(|course| course.code == code)
    }

    /// Courses whose code or name holds all the words of the query, at most `most`: codes and names that begin with it
    /// first, then those offered lately, then by the order of the list. `name_of` gives the English name of a code, where
    /// it is known.
    pub fn search(&self, query: &str, most: usize, name_of: NameOf) -> Vec<&KnownCourse> {
        let query = fold_width(query);
        let words: Vec<String> = query.split_whitespace().map(normalise).filter(|word| !word.is_empty()).collect();
        let Some(first) = words.first() else { return Vec::new() };
        let named = |course: &KnownCourse, word: &str| name_of(&course.code).and_then(|name| english(word, name));
        let holds = |course: &KnownCourse, word: &str| {
            course.normalised.contains(word)
                || course.code.to_lowercase().contains(word)
                || named(course, word).is_some()
        };
        let mut found: Vec<&KnownCourse> =
            self.courses.iter().filter(|course| words.iter().all(|word| holds(course, word))).collect();
        // Sorting is stable: what is equal stays in the order of the list.
        sorting::sort_by_key(&mut found, |course| {
            let begins = course.normalised.starts_with(first)
                || course.code.to_lowercase().starts_with(first)
                || named(course, first) == Some(Fit::Start);
            (!begins, !course.offered_lately)
        });
        found.truncate(most);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"schema": 1, "as_of": "2026-06-14", "units": [
        {"unit": null, "courses": [["A100001", "測量學(一)", 2, 0]]},
        {"unit": "土木系", "courses": [["3401007", "測量學(一)", 2, 1], ["3401008", "高等測量學", 1.5, 1]]}
    ]}"#;

    #[test]
    fn searches() {
        let list = CourseList::read(TEXT).unwrap();
        let name_of = |code: &str| (code == "3401008").then_some("Advanced Surveying");
        let codes = |query: &str| list.search(query, 9, &name_of).iter().map(|c| c.code.as_str()).collect::<Vec<_>>();
        assert_eq!(codes("測量學"), ["3401007", "A100001", "3401008"]);
        assert_eq!(codes("測量（１）"), Vec::<&str>::new());
        assert_eq!(codes("測量學（１）"), ["3401007", "A100001"]);
        assert_eq!(codes("ａ1"), ["A100001"]);
        assert_eq!(codes("學 3401"), ["3401007", "3401008"]);
        assert_eq!(codes("  "), Vec::<&str>::new());
        assert_eq!(list.search("學", 1, &|_| None).len(), 1);
        assert_eq!(codes("SURVEY 高等"), ["3401008"]);
        assert_eq!(codes("vance"), Vec::<&str>::new());
        assert_eq!(list.by_code("3401008").and_then(|c| list.unit(c)), Some("土木系"));
        assert_eq!(list.by_code("A100001").and_then(|c| list.unit(c)), None);
        assert_eq!(list.as_of, "2026-06-14");
    }

    #[test]
    fn refuses() {
        let problems = CourseList::read(&TEXT.replace("1.5, 1]", "1.5, 2]")).unwrap_err();
        assert!(matches!(problems[0].kind, ProblemKind::BadValue { .. }), "{problems:?}");
        let problems = CourseList::read(&TEXT.replace("\"schema\": 1", "\"schema\": 2")).unwrap_err();
        assert_eq!(problems[0].kind, ProblemKind::UnsupportedSchema { found: 2, supported: 1 });
    }
}
