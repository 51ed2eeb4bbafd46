//! The catalog as tables that a spreadsheet can edit, and back again without loss.
//!
//! Tables of the catalog: `programs` (one row a program), `listings` (one row a listed course), `restrictions`, `courses`,
//! `departments`, `editions`, `calendar` (one row a term), `sources` and `changes`. Of the
//! curricula: `years`, `groups` and `curricula` (one row a course). Of the classes: `class_terms` and `classes` (one row a
//! class). Of the course list: `terms`. A cell whose text a spreadsheet would take for a formula or a number carries an
//! apostrophe in front, which is taken away again.

mod cell;
mod classes;
mod columns;
mod curricula;
mod emptied;
mod headings;
mod problem;
mod read;
mod write;

pub use cell::YES;
pub use classes::{classes_from_tables, classes_to_tables};
pub use columns::{Column, Table};
pub use curricula::{curricula_from_tables, curricula_to_cells, curricula_to_tables};
pub use headings::{arranged, table_of};
pub use problem::{CellProblem, SheetKind, SheetProblem};
pub(in crate::office) use read::Reader;
pub use read::{ReadTables, from_tables, from_tables_over};
pub use write::{Cells, text, to_cells, to_tables};
