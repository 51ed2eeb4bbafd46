//! Tables out of files that are no text: workbooks (.xlsx, .xls, .ods) and PDF.
//!
//! This knows nothing of courses. It gives lines of cells ([`Table`]) or the reason why there are none ([`Refusal`]);
//! `kuayu::import` reads them like any other table. The page loads it as a WebAssembly module of its own, in a worker
//! (`worker.rs`), so that neither its weight nor a fault of a library touches a page that does not need it.

mod cells;
mod limits;
mod merged;
mod ods;
mod packed;
mod pdf;
mod workbook;
mod worker;

use serde::Serialize;

/// One table: a sheet of a workbook, or all pages of a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The sheet's name; empty for a PDF.
    pub name: String,
    /// Lines with something in them.
    pub lines: Vec<Line>,
    /// Some characters are not known and are U+FFFD.
    pub damaged: bool,
    /// The text was recognised from a picture and lies hidden under it.
    pub recognised: bool,
}

/// One line of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Where it is, from 1: the row of a sheet; the row of all pages together.
    pub no: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// Which text belongs to its cells is not proven.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub doubt: bool,
}

/// Why a file gives no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Neither a workbook nor a PDF, or one that cannot be made sense of.
    Broken,
    /// It opens with a password only.
    Password,
    /// Larger than is read, packed or unpacked, or with more rows.
    TooMuch,
    /// Pages without any text: pictures.
    Scan,
    /// Text whose characters nothing in the file tells.
    Garbled,
}

/// The tables of a file that have anything in them, hidden sheets left out.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, Refusal> {
    if bytes.len() > limits::MOST_BYTES {
        return Err(Refusal::TooMuch);
    }
    let tables = if bytes.starts_with(b"%PDF") {
        pdf::read(bytes)
    } else if bytes.starts_with(b"PK") {
        packed::check(bytes)?;
        if packed::holds(bytes, "content.xml") { ods::read(bytes) } else { workbook::xlsx(bytes) }
    } else {
        workbook::xls(bytes)
    }?;
    Ok(tables.into_iter().filter(|table| !table.lines.is_empty()).collect())
}

/// What [`read`] says, as JSON: `{"Ok": [table, ..]}` or `{"Err": "password"}`. A panic of a library is a broken file; where
/// panics abort, in the page's worker, the worker tells.
pub fn answer(bytes: &[u8]) -> String {
    let tables = std::panic::catch_unwind(|| read(bytes)).unwrap_or(Err(Refusal::Broken));
    serde_json::to_string(&tables).unwrap_or_else(|_| r#"{"Err":"broken"}"#.to_owned())
}
