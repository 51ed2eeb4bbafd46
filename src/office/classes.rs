//! The classes of a semester in the office's hands: checked, and written as they are kept.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::problem::{DataKind, DataProblem, common_era, date, is_code};
use crate::catalog::document::Course;
use crate::catalog::layout::inline;
use crate::catalog::{
    CLASSES_SCHEMA, Catalog, ClassFile, ClassRow, ClassTerms, LANGUAGES, Problem, ProblemKind, locate,
};
use crate::classes::{NoTimes, Times};
use crate::sorting;
use crate::term::{Part, Term};

/// The list of semesters, beside their files.
pub const TERMS: &str = "terms.json";

/// A mistake, and the value that it concerns: of the file as a whole, or of a row.
pub struct Finding {
    /// The row, from 0.
    pub row: Option<usize>,
    /// The value.
    pub key: &'static str,
    /// What is wrong.
    pub kind: DataKind,
}

/// The values of a row, in the order of the file.
const ROW: [&str; 5] = ["code", "id", "groups", "times", "language"];

/// Reads a semester's file and checks it. `named` is the semester that the file's name says.
pub fn read(text: &str, named: Option<&str>) -> Result<ClassFile, Vec<DataProblem>> {
    let file = ClassFile::read(text).map_err(shapes)?;
    let mut found = check(&file);
    if let Some(named) = named.filter(|named| *named != file.term) {
        let kind = DataKind::OtherTerm { file: named.to_owned(), term: file.term.clone() };
        found.insert(0, Finding { row: None, key: "term", kind });
    }
    if found.is_empty() {
        return Ok(file);
    }
    let place = |finding: Finding| {
        let path = match finding.row {
            Some(row) => {
                let at = ROW.iter().position(|key| *key == finding.key).unwrap_or_default();
                format!("classes[{row}][{at}]")
            }
            None => finding.key.to_owned(),
        };
        DataProblem { at: locate(text, &path, None), kind: finding.kind }
    };
    Err(found.into_iter().map(place).collect())
}

fn shapes(problems: Vec<Problem>) -> Vec<DataProblem> {
    let shape = |problem: Problem| DataProblem { at: problem.at, kind: DataKind::File(problem.kind) };
    problems.into_iter().map(shape).collect()
}

/// Every mistake, in the order of the file.
pub fn check(file: &ClassFile) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |row, key, kind| found.push(Finding { row, key, kind });
    let term = regular(&file.term);
    if term.is_none() {
        add(None, "term", DataKind::BadTerm { text: file.term.clone() });
    }
    // The classes of a semester are known in the year before it at the earliest, and of no use years after it.
    let latest = term.map_or(u16::MAX, |term| common_era(term.year).saturating_add(2));
    if let Some(kind) = date(&file.as_of, latest) {
        add(None, "as_of", kind);
    }
    let mut ids = HashSet::new();
    for (at, row) in file.classes.iter().enumerate() {
        let row_at = Some(at);
        if !is_code(&row.code) {
            add(row_at, "code", DataKind::BadCode { code: row.code.clone() });
        }
        if row.id.trim().is_empty() {
            add(row_at, "id", DataKind::File(ProblemKind::EmptyText));
        } else if !ids.insert((&row.code, &row.id)) {
            add(row_at, "id", DataKind::DuplicateClass { id: row.id.clone() });
        }
        match Times::parse(&row.times) {
            Ok(_) => {}
            Err(NoTimes::Day(text)) => add(row_at, "times", DataKind::NoDay { text }),
            Err(NoTimes::Period(period)) => add(row_at, "times", DataKind::NoPeriod { period }),
        }
        if !LANGUAGES.iter().any(|(word, _)| *word == row.language) {
            add(row_at, "language", DataKind::NoLanguage { text: row.language.clone() });
        }
    }
    found
}

/// A regular semester, written `115-1`.
fn regular(text: &str) -> Option<Term> {
    Term::parse(text).filter(|term| term.part != Part::Summer && term.to_string() == text)
}

/// The codes with classes that the catalog does not know, ascending: nobody is told of these classes.
pub fn unlisted<'f>(file: &'f ClassFile, catalog: &Catalog) -> Vec<&'f str> {
    let known = |course: &Course| course.code.clone();
    let codes: HashSet<String> = catalog.document().courses.iter().filter_map(known).collect();
    let mut unknown: Vec<&str> =
        file.classes.iter().map(|row| row.code.as_str()).filter(|code| !codes.contains(*code)).collect();
    sorting::sort(&mut unknown);
    unknown.dedup();
    unknown
}

/// Whether the list of semesters says what the files say.
pub fn check_terms(text: &str, files: &[ClassFile]) -> Result<(), Vec<DataProblem>> {
    let list = ClassTerms::read(text).map_err(shapes)?;
    if list == terms(files) {
        return Ok(());
    }
    Err(vec![DataProblem { at: locate(text, "terms", None), kind: DataKind::TermsDiffer }])
}

/// The list of the semesters of these files.
pub fn terms(files: &[ClassFile]) -> ClassTerms {
    let mut terms: Vec<_> = files.iter().map(|file| (file.term.clone(), file.as_of.clone())).collect();
    sorting::sort(&mut terms);
    ClassTerms { schema: CLASSES_SCHEMA, terms }
}

/// The list as it is kept, one semester a line.
pub fn terms_text(list: &ClassTerms) -> String {
    let lines: Vec<String> = list.terms.iter().map(|one| json!(one).to_string()).collect();
    format!("{{\n\"schema\": {},\n\"terms\": [\n{}\n]\n}}\n", list.schema, lines.join(",\n"))
}

/// The file as it is kept, one class a line, by course and number. The same classes give the same bytes.
pub fn text(file: &ClassFile) -> String {
    let mut out = String::from("{\n");
    let head: [(&str, Value); 4] = [
        ("schema", json!(file.schema)),
        ("term", json!(file.term)),
        ("as_of", json!(file.as_of)),
        ("source", json!(file.source)),
    ];
    for (key, value) in &head {
        out.push_str(&format!("\"{key}\": "));
        inline(&mut out, value);
        out.push_str(",\n");
    }
    let mut rows: Vec<&ClassRow> = file.classes.iter().collect();
    sorting::sort_by_cached_key(&mut rows, |row| (row.code.clone(), row.id.clone()));
    let line = |row: &&ClassRow| {
        let ClassRow { code, id, groups, times, language } = *row;
        let times = Times::parse(times).map_or_else(|_| times.clone(), |known| known.to_string());
        json!([code, id, groups, times, language]).to_string()
    };
    out.push_str("\"classes\": [\n");
    out.push_str(&rows.iter().map(line).collect::<Vec<_>>().join(",\n"));
    out.push_str("\n]\n}\n");
    out
}
