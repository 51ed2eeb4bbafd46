//! What is looked at: a program with everything that is its own, or a table.

use serde::Deserialize;

use super::super::tables::Table;
use super::{Editor, column, table};
use crate::i18n::restriction;
use crate::rules::Kind;

/// What somebody wants to see.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "see", rename_all = "snake_case")]
pub enum View {
    /// A program of an edition: its own row, its courses, its restrictions.
    Program {
        /// The edition's id.
        edition: String,
        /// The program's code.
        program: String,
    },
    /// A table.
    Table {
        /// Its file's name.
        table: String,
        /// Only rows that have this text somewhere; all where it is empty.
        text: String,
        /// The first of those rows that is shown, from 0.
        from: usize,
    },
}

/// Rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The table.
    pub table: Table,
    /// The rows.
    pub rows: Vec<Row>,
    /// How many rows there are in all.
    pub all: usize,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number in the table, from 0.
    pub at: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether it was not there before.
    pub is_new: bool,
    /// The columns that mean something in this row; all where none is named.
    pub fields: Vec<usize>,
}

/// How many rows of a table are shown at once.
const AT_ONCE: usize = 50;

impl Editor {
    /// The sections of a view; none of a program or table that is not there.
    pub fn look(&self, view: &View) -> Vec<Section> {
        match view {
            View::Program { edition, program } => {
                let of = |table: Table, code: &str| -> Option<Section> {
                    let (at_edition, at_code) = (column(table, "edition")?, column(table, code)?);
                    let mine =
                        |row: &Vec<String>| row.get(at_edition) == Some(edition) && row.get(at_code) == Some(program);
                    Some(self.section(table, mine, 0, usize::MAX))
                };
                let all = [(Table::Programs, "code"), (Table::Listings, "program"), (Table::Restrictions, "program")];
                all.into_iter().filter_map(|(table, key)| of(table, key)).collect()
            }
            View::Table { table: name, text, from } => {
                let Some(table) = table(name) else { return Vec::new() };
                let text = text.trim().to_lowercase();
                let has = |row: &Vec<String>| row.iter().any(|cell| cell.to_lowercase().contains(&text));
                vec![self.section(table, has, *from, AT_ONCE)]
            }
        }
    }

    fn section(&self, table: Table, wanted: impl Fn(&Vec<String>) -> bool, from: usize, most: usize) -> Section {
        let all: Vec<(usize, &Vec<String>)> =
            self.cells(table).iter().enumerate().filter(|(_, row)| wanted(row)).collect();
        let row = |(at, cells): &(usize, &Vec<String>)| Row {
            at: *at,
            cells: (*cells).clone(),
            is_new: self.is_new(table, cells),
            fields: fields(table, cells),
        };
        Section { table, rows: all.iter().skip(from).take(most).map(row).collect(), all: all.len() }
    }
}

/// The columns that a restriction of this row's kind has, and those that hold something.
fn fields(table: Table, cells: &[String]) -> Vec<usize> {
    let kind =
        column(Table::Restrictions, "kind").and_then(|at| cells.get(at)).filter(|_| table == Table::Restrictions);
    let Some(title) = kind else { return Vec::new() };
    let name = Kind::NAMES.iter().find(|name| restriction::title(name) == Some(title) || *name == title);
    let keys = name.map(|name| restriction::keys(name)).unwrap_or_default();
    let own = |key: &str| {
        let outer = key.split('.').next().unwrap_or_default();
        keys.iter().any(|(known, words)| match *known {
            // A number in some kinds, codes in others.
            "courses" => key == if words.contains('幾') { "courses" } else { "codes" },
            "program" => key == "other_program",
            known => known == outer,
        })
    };
    let always = |key: &str| matches!(key, "kind" | "for" | "entry.from" | "entry.to");
    let filled = |at: usize| cells.get(at).is_some_and(|cell| !cell.is_empty());
    let columns = table.columns().iter().enumerate();
    let shown = columns.filter(|(at, column)| {
        let key = column.key;
        !matches!(key, "edition" | "program") && (always(key) || own(key) || filled(*at))
    });
    shown.map(|(at, _)| at).collect()
}
