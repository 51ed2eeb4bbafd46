//! What can be wrong with a table, as data. The words are in [`crate::i18n::office`].

pub use super::cell::CellProblem;
use crate::catalog::ProblemKind;
use crate::office::odd::OddKind;
use crate::office::problem::DataKind;

/// A mistake in a table, where a spreadsheet shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetProblem {
    /// File name of the table.
    pub file: &'static str,
    /// Row, as spreadsheets number them (the headings are row 1); `None` for the table as a whole.
    pub row: Option<usize>,
    /// Column: its number from 0 and its heading as the file has it.
    pub column: Option<(usize, String)>,
    /// What is wrong.
    pub kind: SheetKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetKind {
    /// The table is not there.
    MissingTable,
    /// The file is no table; the reader's own words.
    NotATable {
        /// What the reader says.
        message: String,
    },
    /// A heading that no column of this table has.
    UnknownHeading,
    /// A heading that stands twice.
    DoubleHeading,
    /// A column that the table must have, even where all its cells are empty.
    MissingColumn {
        /// Its heading.
        heading: &'static str,
    },
    /// A cell that cannot be read.
    Cell {
        /// What stands there.
        text: String,
        /// What is wrong with it.
        problem: CellProblem,
    },
    /// The edition of this row stands in no row of `editions`.
    NoSuchEdition {
        /// The edition.
        id: String,
    },
    /// The program of this row stands in no row of `programs`.
    NoSuchProgram {
        /// The program.
        code: String,
    },
    /// The entry year of this row stands in no row of `years`.
    NoSuchYear {
        /// The year.
        year: String,
    },
    /// The list of this row stands in no row of `groups`.
    NoSuchList {
        /// The list.
        name: String,
    },
    /// The Chinese and English notes have different numbers of lines.
    NotesDiffer,
    /// A column that was filled in the catalog before and is empty now.
    EmptiedColumn {
        /// In so many rows it was filled.
        filled: usize,
    },
    /// Something of the catalog that is a slip, or looks like one.
    Odd(OddKind),
    /// Anything that can be wrong in the catalog itself.
    Catalog(ProblemKind),
    /// Anything that can be wrong in the curricula or the course list themselves.
    Data(DataKind),
}
