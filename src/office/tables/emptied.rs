//! Columns that held something in the catalog before and hold nothing in the one that is to take its place.

use serde_json::Value;

use super::cell::get;
use super::columns::Table;
use super::write::rows;
use crate::catalog::document::Document;

/// One value may well be taken out; of a whole column a spreadsheet is more likely to have lost it.
const FEW: usize = 2;

/// Each such column: its table, its key, and in how many rows it was filled. A table without rows says nothing.
pub(super) fn emptied(before: &Document, now: &Document) -> Vec<(Table, &'static str, usize)> {
    let (Ok(before), Ok(now)) = (serde_json::to_value(before), serde_json::to_value(now)) else { return Vec::new() };
    let mut found = Vec::new();
    for table in Table::ALL {
        let (old, new) = (rows(table, &before), rows(table, &now));
        for column in table.columns() {
            let filled = |rows: &[Value]| {
                let text = |row: &Value| get(row, column.key).map(|value| column.cell.write(value));
                rows.iter().filter(|row| text(row).is_some_and(|text| !text.is_empty())).count()
            };
            let was = filled(&old);
            if was >= FEW && !new.is_empty() && filled(&new) == 0 {
                found.push((table, column.key, was));
            }
        }
    }
    found
}
