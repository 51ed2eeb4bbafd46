//! Cells in rows, and cells merged over several rows, whose value holds in each of them.

use std::collections::BTreeMap;

use crate::limits::{MOST_CELLS, MOST_ROWS};
use crate::{Line, Refusal, Table};

/// A sheet while it is read: what is empty takes no room.
#[derive(Default)]
pub struct Sparse {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    cells: usize,
}

/// Rows and columns, both ends included.
pub struct Area {
    /// The first and the last row, from 0.
    pub rows: (u32, u32),
    /// The first column, from 0.
    pub column: u32,
}

impl Sparse {
    /// Puts a cell in its place.
    pub fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), Refusal> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.cells += 1;
        self.rows.entry(row).or_default().insert(column, text);
        match self.cells > MOST_CELLS || self.rows.len() > MOST_ROWS {
            true => Err(Refusal::TooMuch),
            false => Ok(()),
        }
    }

    /// Repeats what is merged over several rows in each of them that has anything else. Over columns it stands once.
    pub fn carry_down(&mut self, merged: impl IntoIterator<Item = Area>) {
        for Area { rows: (first, last), column } in merged {
            let Some(text) = self.rows.get(&first).and_then(|row| row.get(&column)).cloned() else { continue };
            if first < last {
                for (_, row) in self.rows.range_mut(first + 1..=last) {
                    row.entry(column).or_insert_with(|| text.clone());
                }
            }
        }
    }

    /// The table; `left` counts the cells that may still come, with the empty ones between others.
    pub fn table(self, name: String, left: &mut usize) -> Result<Table, Refusal> {
        let mut lines = Vec::with_capacity(self.rows.len());
        for (row, cells) in self.rows {
            let width = cells.last_key_value().map_or(0, |(column, _)| *column as usize + 1);
            *left = left.checked_sub(width).ok_or(Refusal::TooMuch)?;
            let mut line = Line { no: row as usize + 1, cells: vec![String::new(); width], doubt: false };
            for (column, text) in cells {
                if let Some(cell) = line.cells.get_mut(column as usize) {
                    *cell = text;
                }
            }
            lines.push(line);
        }
        Ok(Table { name, lines, ..Table::default() })
    }
}
