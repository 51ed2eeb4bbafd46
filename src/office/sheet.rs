//! The catalog as tables that a spreadsheet can edit, and back again without loss.
//!
//! Seven tables: `programs` (one row a program), `listings` (one row a listed course), `restrictions`, `courses`,
//! `departments`, `editions` (with `calendar`) and `sources`. A cell whose text a spreadsheet would take for a formula
//! or a number carries an apostrophe in front, which is taken away again.

mod cell;
mod columns;
mod read;
mod write;

pub use columns::{Column, Table};
pub use read::{CellProblem, SheetKind, SheetProblem, from_tables};
pub use write::to_tables;
