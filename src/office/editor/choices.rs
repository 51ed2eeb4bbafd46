//! What may be chosen in a cell.

use std::collections::BTreeSet;

use super::super::tables::{Column, Table};
use super::{Editor, column};
use crate::i18n::restriction;
use crate::rules::Kind;

/// What a cell of a column takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    /// One of these words, or nothing.
    One(Vec<String>),
    /// Several of these words, with semicolons between them.
    Several(Vec<String>),
    /// Yes or nothing.
    Flag,
    /// Several lines of text.
    Lines,
    /// A day.
    Date,
    /// A number.
    Number,
    /// Any text.
    Text,
}

/// What cells of that column take, by what the tables hold now.
pub fn choices(editor: &Editor, table: Table, of: &Column) -> Choices {
    let rows = |of: Table, key: &str| -> Vec<String> {
        let Some(at) = column(of, key) else { return Vec::new() };
        let cells = editor.cells(of).iter().filter_map(|row| row.get(at)).filter(|text| !text.is_empty());
        let mut seen = BTreeSet::new();
        cells.filter(|text| seen.insert((*text).clone())).cloned().collect()
    };
    match (table, of.key) {
        (Table::Restrictions, "kind") => {
            Choices::One(Kind::NAMES.iter().filter_map(|kind| restriction::title(kind)).map(str::to_owned).collect())
        }
        (Table::Programs | Table::Listings | Table::Restrictions, "edition") => {
            Choices::One(rows(Table::Editions, "id"))
        }
        (Table::Listings | Table::Restrictions, "program") | (Table::Restrictions, "other_program") => {
            Choices::One(rows(Table::Programs, "code"))
        }
        (Table::Listings, "category") | (Table::Restrictions, "category" | "capstone") => {
            Choices::One(categories(editor))
        }
        (Table::Restrictions, "categories") => Choices::Several(categories(editor)),
        (Table::Programs | Table::Restrictions, "department") => Choices::One(rows(Table::Departments, "name")),
        (Table::Restrictions, "departments") => Choices::Several(rows(Table::Departments, "name")),
        (Table::Programs, "college") | (Table::Restrictions, "college") => {
            Choices::One(rows(Table::Departments, "college"))
        }
        (Table::Calendar, "source") => Choices::One(rows(Table::Sources, "url")),
        (Table::Groups | Table::Curricula, "entry") => Choices::One(rows(Table::Years, "entry")),
        (Table::Curricula, "group") => Choices::One(rows(Table::Groups, "group")),
        _ => match of.words() {
            Some((words, true)) => Choices::Several(words),
            Some((words, false)) => Choices::One(words),
            None if of.is_flag() => Choices::Flag,
            None if of.is_lines() => Choices::Lines,
            None if of.is_date() => Choices::Date,
            None if of.is_number() => Choices::Number,
            None => Choices::Text,
        },
    }
}

/// The names of categories that any program has.
fn categories(editor: &Editor) -> Vec<String> {
    let Some(at) = column(Table::Programs, "categories") else { return Vec::new() };
    let mut found: Vec<String> = Vec::new();
    for cell in editor.cells(Table::Programs).iter().filter_map(|row| row.get(at)) {
        for part in cell.split(';') {
            let name = part.trim().rsplit_once(' ').map_or(part.trim(), |(name, _)| name.trim());
            if !name.is_empty() && !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}
