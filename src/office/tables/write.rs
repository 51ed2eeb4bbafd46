//! From the catalog to tables.

use serde::ser::Error as _;
use serde_json::{Value, json};

use super::cell::{Cell, at, get};
use super::columns::{Column, Table};
use crate::catalog::document::Document;
use crate::export;
use crate::transcript::own_table::BYTE_ORDER_MARK;

/// Cells row by row, as a person reads them.
pub type Cells = Vec<Vec<String>>;

/// Every table as (file name, content).
pub fn to_tables(document: &Document) -> Result<Vec<(&'static str, String)>, serde_json::Error> {
    to_cells(document)?.into_iter().map(|(table, cells)| Ok((table.file(), text(table, &cells)?))).collect()
}

/// Every table with its cells, without its headings.
pub fn to_cells(document: &Document) -> Result<Vec<(Table, Cells)>, serde_json::Error> {
    let document = serde_json::to_value(document)?;
    Ok(Table::ALL.into_iter().map(|table| (table, cells(table, &rows(table, &document)))).collect())
}

/// The cells of rows whose keys are those of the table's columns.
pub(super) fn cells(table: Table, rows: &[Value]) -> Cells {
    let cell = |row: &Value, column: &Column| get(row, column.key).map(|value| column.cell.write(value));
    let of = |row: &Value| table.columns().iter().map(|column| cell(row, column).unwrap_or_default()).collect();
    rows.iter().map(of).collect()
}

/// A table's text: its headings and these cells.
pub fn text(table: Table, cells: &[Vec<String>]) -> Result<String, serde_json::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let headings = table.columns().iter().map(|column| column.heading);
    writer.write_record(headings).map_err(serde_json::Error::custom)?;
    for row in cells {
        let marked = table.columns().iter().zip(row).map(|(column, text)| marked(column, text));
        writer.write_record(marked).map_err(serde_json::Error::custom)?;
    }
    let bytes = writer.into_inner().map_err(serde_json::Error::custom)?;
    Ok(format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes)))
}

/// What begins like a formula or looks like a number or a date is marked as text.
fn marked(column: &Column, text: &str) -> String {
    match column.cell {
        _ if is_number(column.key, text) => text.to_owned(),
        Cell::Stage => format!("'{text}"),
        Cell::Times if !text.is_empty() => format!("'{text}"),
        _ => export::code(text),
    }
}

/// Plain numbers need no mark: a spreadsheet may take them for numbers.
fn is_number(key: &str, text: &str) -> bool {
    !key.contains("code") && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The rows of a table as objects whose keys are those of the columns.
pub(super) fn rows(table: Table, document: &Value) -> Vec<Value> {
    let list = |value: &Value, key: &str| at(value, key).as_array().cloned().unwrap_or_default();
    let with = |mut row: Value, more: &[(&str, &Value)]| {
        put_all(&mut row, more);
        row
    };
    let mut rows = Vec::new();
    match table {
        Table::Changes => rows = list(document, "changes"),
        Table::Sources => rows = list(document, "sources"),
        Table::Departments => rows = list(document, "departments"),
        Table::Courses => rows = list(document, "courses"),
        Table::Editions => rows = list(document, "editions"),
        Table::Calendar => rows = list(document, "calendar"),
        // These hold nothing of the catalog.
        Table::Years | Table::Groups | Table::Curricula | Table::ClassTerms | Table::Classes | Table::Terms => {}
        Table::Programs | Table::Listings | Table::Restrictions => {
            for edition in list(document, "editions") {
                for program in list(&edition, "programs") {
                    let id = [("edition", at(&edition, "id")), ("program", at(&program, "code"))];
                    match table {
                        Table::Programs => {
                            let texts = |language: &str| -> Value {
                                list(&program, "notes").iter().map(|note| at(note, language).clone()).collect()
                            };
                            let notes = json!({"zh": texts("zh"), "en": texts("en")});
                            rows.push(with(program.clone(), &[("edition", at(&edition, "id")), ("notes", &notes)]));
                        }
                        Table::Listings => {
                            for category in list(&program, "categories") {
                                for listing in list(&category, "courses") {
                                    rows.push(with(with(listing, &id), &[("category", at(&category, "name"))]));
                                }
                            }
                            for key in ["uncategorised", "not_listed"] {
                                rows.extend(list(&program, key).into_iter().map(|listing| with(listing, &id)));
                            }
                        }
                        _ => rows.extend(list(&program, "restrictions").into_iter().map(|r| restriction(r, &id))),
                    }
                }
            }
        }
    }
    rows
}

/// A restriction's row: its own `program` and its codes stand in columns of their own.
fn restriction(mut row: Value, id: &[(&str, &Value)]) -> Value {
    if let Some(object) = row.as_object_mut() {
        for (key, column) in [("courses", "codes"), ("program", "other_program")] {
            if !object.get(key).is_some_and(Value::is_number)
                && let Some(value) = object.remove(key)
            {
                object.insert(column.to_owned(), value);
            }
        }
    }
    put_all(&mut row, id);
    row
}

fn put_all(row: &mut Value, more: &[(&str, &Value)]) {
    if let Some(object) = row.as_object_mut() {
        object.extend(more.iter().map(|(key, value)| ((*key).to_owned(), (*value).clone())));
    }
}
