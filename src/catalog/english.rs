//! English names of courses and units (`public/names/en.json`): loaded when English is chosen, not before. Programs have
//! none that is official.

use serde::{Deserialize, Serialize};

use super::document::Source;
use super::locate::locate;
use super::parse::{parse, without_mark};
use super::problem::{Problem, ProblemKind};
use crate::sorting;

/// The version of the shape that this program reads.
pub const SCHEMA: u32 = 1;

/// The file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnglishFile {
    /// Version of the shape.
    pub schema: u32,
    /// Where the names come from.
    pub source: Source,
    /// The newest semester in which a name was seen, for example `114-1`.
    pub as_of: String,
    /// Colleges, departments and other units: Chinese name as the catalog and the course list have it, English name.
    pub units: Vec<(String, String)>,
    /// Courses, by the semester in which a class last bore the name.
    pub courses: Vec<EnglishTerm>,
}

/// The names last seen in one semester.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnglishTerm {
    /// The semester; `None` for names of another code with the same Chinese name: translations, not this course's title.
    pub term: Option<String>,
    /// Course code and English name.
    pub names: Vec<(String, String)>,
}

/// The English name of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnglishName {
    code: String,
    /// The name.
    pub name: String,
    /// Whether it is another code's of the same Chinese name: a translation, not this course's title.
    pub translated: bool,
}

/// The names, indexed for look-ups.
#[derive(Clone, Debug, Default)]
pub struct EnglishNames {
    courses: Vec<EnglishName>,
    /// Chinese and English name of each unit.
    pub units: Vec<(String, String)>,
    /// The newest semester in which a name was seen.
    pub as_of: String,
}

impl EnglishFile {
    /// Reads the file, without looking at what it means: [`super::check_english`] does.
    pub fn read(text: &str) -> Result<EnglishFile, Vec<Problem>> {
        let text = without_mark(text);
        let file: EnglishFile = parse(text).map_err(|problem| vec![problem])?;
        if file.schema == SCHEMA {
            return Ok(file);
        }
        let kind = ProblemKind::UnsupportedSchema { found: file.schema, supported: SCHEMA };
        Err(vec![Problem { at: locate(text, "schema", None), kind }])
    }
}

impl EnglishNames {
    /// Indexes the file.
    pub fn new(file: EnglishFile) -> EnglishNames {
        let mut courses = Vec::new();
        for EnglishTerm { term, names } in file.courses {
            let translated = term.is_none();
            courses.extend(names.into_iter().map(|(code, name)| EnglishName { code, name, translated }));
        }
        sorting::sort_by(&mut courses, |a: &EnglishName, b| a.code.cmp(&b.code));
        EnglishNames { courses, units: file.units, as_of: file.as_of }
    }

    /// The English name of the course with that code.
    pub fn course(&self, code: &str) -> Option<&EnglishName> {
        let at = self.courses.binary_search_by(|one| one.code.as_str().cmp(code)).ok()?;
        self.courses.get(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) const TEXT: &str = r#"{"schema": 1, "source": {"title": {"zh": "課", "en": "c"}, "url": "https://a.b"},
        "as_of": "114-1", "units": [["土木系", "Department of Civil Engineering"]], "courses": [
        {"term": "114-1", "names": [["3401007", "Surveying (1)"], ["1401032", "Calculus"]]},
        {"term": null, "names": [["1401033", "Calculus"]]}]}"#;

    #[test]
    fn finds_by_code() {
        let names = EnglishNames::new(EnglishFile::read(TEXT).unwrap());
        let told = |code: &str| names.course(code).map(|one| (one.name.as_str(), one.translated));
        assert_eq!(told("1401032"), Some(("Calculus", false)));
        assert_eq!(told("1401033"), Some(("Calculus", true)));
        assert_eq!(told("3401007"), Some(("Surveying (1)", false)));
        assert_eq!(told("3401008"), None);
    }

    #[test]
    fn refuses_other_shapes() {
        let problems = EnglishFile::read(&TEXT.replace("\"schema\": 1", "\"schema\": 2")).unwrap_err();
        assert_eq!(problems[0].kind, ProblemKind::UnsupportedSchema { found: 2, supported: 1 });
        let problems = EnglishFile::read(&TEXT.replace("as_of", "asof")).unwrap_err();
        assert!(matches!(problems[0].kind, ProblemKind::UnknownKey { .. }), "{problems:?}");
    }
}
