//! The classes of a semester (`public/classes/<term>.json`) and the list of those semesters (`public/classes/terms.json`):
//! loaded where somebody asks when courses are taught, not before.

use serde::{Deserialize, Serialize};

use super::document::Source;
use super::locate::locate;
use super::parse::{parse, without_mark};
use super::problem::{Problem, ProblemKind};
use crate::classes::{Class, Classes, Language, TermIndex, Times};
use crate::term::Term;

/// The version of the shape that this program reads.
pub const SCHEMA: u32 = 1;

/// The file of a semester.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassFile {
    /// Version of the shape.
    pub schema: u32,
    /// The semester, for example `115-1`.
    pub term: String,
    /// The day whose state this is.
    pub as_of: String,
    /// Where the classes come from.
    pub source: Source,
    /// One row a class.
    pub classes: Vec<ClassRow>,
}

/// A class. In the file it is a list of these, in this order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ClassRow {
    /// Code of the course.
    pub code: String,
    /// Number of the class.
    pub id: String,
    /// The student groups that it is held for.
    pub groups: Vec<String>,
    /// Weekdays and periods, `1:34,3:5`; empty where they are not known.
    pub times: String,
    /// `en`, `bi`, or empty where it is taught in Chinese.
    pub language: String,
}

/// The list of semesters with classes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassTerms {
    /// Version of the shape.
    pub schema: u32,
    /// Each semester with the day whose state its file has, ascending.
    pub terms: Vec<(String, String)>,
}

/// The words for languages.
pub const LANGUAGES: [(&str, Option<Language>); 3] =
    [("", None), ("en", Some(Language::English)), ("bi", Some(Language::Both))];

impl ClassFile {
    /// Reads the file, without looking at what it means: the office's check does.
    pub fn read(text: &str) -> Result<ClassFile, Vec<Problem>> {
        let text = without_mark(text);
        let file: ClassFile = parse(text).map_err(|problem| vec![problem])?;
        supported(text, file.schema)?;
        Ok(file)
    }

    /// The classes. Hours that cannot be read are not known.
    pub fn classes(self) -> Result<Classes, Vec<Problem>> {
        let term = term(&self.term)?;
        let rows = self.classes.into_iter().map(|row| {
            let ClassRow { code, id, groups, times, language } = row;
            let language = LANGUAGES.into_iter().find(|(word, _)| *word == language).and_then(|(_, language)| language);
            (code, Class { id, groups, times: Times::parse(&times).unwrap_or_default(), language })
        });
        Ok(Classes::new(term, self.as_of, rows))
    }
}

impl ClassTerms {
    /// Reads the list.
    pub fn read(text: &str) -> Result<ClassTerms, Vec<Problem>> {
        let text = without_mark(text);
        let list: ClassTerms = parse(text).map_err(|problem| vec![problem])?;
        supported(text, list.schema)?;
        Ok(list)
    }

    /// The semesters with their days.
    pub fn index(self) -> Result<TermIndex, Vec<Problem>> {
        self.terms.into_iter().map(|(text, as_of)| Ok((term(&text)?, as_of))).collect()
    }
}

fn supported(text: &str, found: u32) -> Result<(), Vec<Problem>> {
    if found == SCHEMA {
        return Ok(());
    }
    let kind = ProblemKind::UnsupportedSchema { found, supported: SCHEMA };
    Err(vec![Problem { at: locate(text, "schema", None), kind }])
}

fn term(text: &str) -> Result<Term, Vec<Problem>> {
    let kind = || ProblemKind::BadTerm { text: text.to_owned() };
    Term::parse(text).ok_or_else(|| vec![Problem { at: None, kind: kind() }])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"schema": 1, "term": "115-1", "as_of": "2026-07-24",
        "source": {"title": {"zh": "課", "en": "c"}, "url": "https://a.b"}, "classes": [
        ["1401041", "362777", ["機械一甲"], "3:234", ""],
        ["1401041", "363168", ["機電一"], "", "en"]]}"#;

    #[test]
    fn reads_rows() {
        let classes = ClassFile::read(TEXT).unwrap().classes().unwrap();
        let told: Vec<_> = classes.of("1401041").iter().map(|one| (one.times.to_string(), one.language)).collect();
        assert_eq!(told, [("3:234".to_owned(), None), (String::new(), Some(Language::English))]);
    }

    #[test]
    fn refuses_other_shapes() {
        let problems = ClassFile::read(&TEXT.replace("\"schema\": 1", "\"schema\": 2")).unwrap_err();
        assert_eq!(problems[0].kind, ProblemKind::UnsupportedSchema { found: 2, supported: 1 });
        let problems = ClassFile::read(&TEXT.replace("as_of", "asof")).unwrap_err();
        assert!(matches!(problems[0].kind, ProblemKind::UnknownKey { .. }), "{problems:?}");
        let list = ClassTerms::read(r#"{"schema": 1, "terms": [["115-9", "2026-07-24"]]}"#).unwrap();
        assert!(matches!(list.index().unwrap_err()[0].kind, ProblemKind::BadTerm { .. }));
    }
}
