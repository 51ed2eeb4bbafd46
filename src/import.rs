//! Reading what a student really has: score pages pasted or saved, the graduation review, tables of any delimiter.
//!
//! Reading never fails as a whole. [`read`] takes bytes or pasted text, finds out which format it is, and returns every
//! row either as a record or as an issue with place, reason and hint. Nothing here stores anything.

use serde::Serialize;

use crate::transcript::Record;

/// What reading gave: rows, issues, and what the source says of the student.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// Which format was recognised.
    pub format: Option<Format>,
    /// Rows read, in the order of the source.
    pub rows: Vec<Row>,
    /// What was skipped or is doubtful, in the order of the source.
    pub issues: Vec<Issue>,
    /// What the source says of the student. Never applied without asking.
    pub profile: Option<ImportedProfile>,
}

/// One row read.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Line of the source, from 1 (for HTML: number of the table row).
    pub line: usize,
    /// What it says.
    pub record: Record,
}

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Score page (歷年成績), pasted.
    PortalText,
    /// Score page, saved as .html.
    PortalHtml,
    /// Graduation-review page (畢業資格審查), pasted.
    Review,
    /// CSV, TSV, semicolons, spreadsheet cells.
    Table,
}

/// What the source says of the student.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportedProfile {
    /// Entry year (入學年度), ROC.
    pub entry: Option<u16>,
    /// Department or group as the page writes it.
    pub group: Option<String>,
}

/// Something that was skipped, or read with a doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// Line of the source, from 1; `None` when it concerns the whole source.
    pub line: Option<usize>,
    /// What.
    pub kind: IssueKind,
    /// The text in question, shortened; empty when there is none.
    pub text: String,
}

/// What can be the matter. The sentences and hints are in [`crate::i18n`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    /// Nothing in it.
    Empty,
}
