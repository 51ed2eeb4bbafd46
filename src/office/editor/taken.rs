//! Tables that come from a file: a CSV table, or the sheets of a workbook.

use super::super::tables::{Cells, SheetProblem, Table, arranged, table_of};
use super::table;
use crate::import::TableRows;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// Its tables.
    pub tables: Vec<(Table, Cells)>,
    /// What is wrong with their headings.
    pub problems: Vec<SheetProblem>,
    /// Sheets that are no table of the catalog: their places among the sheets, from 0.
    pub others: Vec<usize>,
}

/// Takes the tables of a file: by the file's own name where it is a table's, else by the headings.
pub fn take(name: &str, sheets: &[TableRows]) -> Taken {
    let mut taken = Taken::default();
    let named = name.rsplit('/').next().and_then(table);
    for (at, sheet) in sheets.iter().enumerate() {
        let rows: Vec<Vec<String>> = sheet.iter().map(|(_, cells)| cells.clone()).collect();
        let known = named.filter(|_| sheets.len() == 1).or_else(|| table_of(rows.first()?));
        match known.map(|table| (table, arranged(table, &rows))) {
            Some((table, Ok(cells))) => taken.tables.push((table, cells)),
            Some((_, Err(problems))) => taken.problems.extend(problems),
            None => taken.others.push(at),
        }
    }
    taken
}
