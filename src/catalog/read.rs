//! Reading `programs.json`, with every mistake at once, each with its place.

use super::Catalog;
use super::check::{Finding, check};
use super::document::{Document, SCHEMA};
use super::locate::locate;
use super::parse::{parse, without_mark};
use super::problem::{Problem, ProblemKind};
use crate::sorting;

/// The longest text that is looked at, in bytes; many times what the university's programs need.
pub const MAX_BYTES: usize = 16 << 20;

/// How many mistakes are reported at most; the rest are counted.
const MAX_PROBLEMS: usize = 200;

/// Reads a catalog and checks that it makes sense. Never panics, whatever the text.
pub fn read(text: &str) -> Result<Catalog, Vec<Problem>> {
    read_document(text).and_then(|document| checked(text, document))
}

/// Checks that a document makes sense; `text` is what it was read from, for the places of mistakes. The second half of
/// [`read`], for whoever must not be busy for long at once.
pub fn checked(text: &str, document: Document) -> Result<Catalog, Vec<Problem>> {
    let text = without_mark(text);
    let findings = check(&document);
    if findings.is_empty() {
        return Ok(Catalog::new(document));
    }
    Err(placed(text, findings))
}

/// Every mistake of a file of English names; `text` is what it was read from. Empty when there is none.
#[cfg(feature = "office")]
pub fn check_english(text: &str, file: &super::EnglishFile, known: &super::KnownNames) -> Vec<Problem> {
    placed(without_mark(text), super::check::english(file, known))
}

/// Findings with their places, in the order of the text; of very many, the first.
fn placed(text: &str, mut findings: Vec<Finding>) -> Vec<Problem> {
    let rest = findings.len().saturating_sub(MAX_PROBLEMS);
    findings.truncate(MAX_PROBLEMS);
    let mut problems: Vec<Problem> = findings
        .into_iter()
        .map(|finding| Problem { at: locate(text, &finding.path, finding.word.as_deref()), kind: finding.kind })
        .collect();
    sorting::sort_by_key(&mut problems, |problem| problem.at);
    if rest > 0 {
        problems.push(Problem { at: None, kind: ProblemKind::AndMore { count: rest } });
    }
    problems
}

/// Reads the document, without looking at what it means.
pub fn read_document(text: &str) -> Result<Document, Vec<Problem>> {
    let text = without_mark(text);
    if text.len() > MAX_BYTES {
        return Err(vec![Problem { at: None, kind: ProblemKind::TooLong { bytes: text.len(), most: MAX_BYTES } }]);
    }
    let mut document: Document = parse(text).map_err(|problem| vec![problem])?;
    if document.schema != SCHEMA {
        let kind = ProblemKind::UnsupportedSchema { found: document.schema, supported: SCHEMA };
        return Err(vec![Problem { at: locate(text, "schema", None), kind }]);
    }
    document.complete_names();
    Ok(document)
}
