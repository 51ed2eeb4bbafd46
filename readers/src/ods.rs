//! Spreadsheets of OpenDocument (.ods).
//!
//! A cell holds its value and the text that it shows. The text counts where it says the same number, because it shows
//! the zeros before a code; elsewhere the value does, because 59.6 may be shown as 60.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::limits::{MOST_CELLS, MOST_ROWS};
use crate::merged::{Area, Sparse};
use crate::{Refusal, Table, cells, packed};

/// Reads an .ods file, whose parts have been looked through.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, Refusal> {
    let manifest = packed::text(bytes, "META-INF/manifest.xml").unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Refusal::Password);
    }
    let content = packed::text(bytes, "content.xml").ok_or(Refusal::Broken)?;
    let mut sheets = Sheets { left: MOST_CELLS, ..Sheets::default() };
    let mut reader = Reader::from_str(&content);
    loop {
        match reader.read_event().map_err(|_| Refusal::Broken)? {
            Event::Start(start) => sheets.open(&start, false)?,
            Event::Empty(start) => sheets.open(&start, true)?,
            Event::End(end) => sheets.close(end.name().as_ref())?,
            Event::Text(text) => sheets.write(&text),
            Event::GeneralRef(entity) => {
                let named = match entity.resolve_char_ref() {
                    Ok(Some(character)) => character.to_string(),
                    _ => match &*entity {
                        "amp" => "&".to_owned(),
                        "lt" => "<".to_owned(),
                        "gt" => ">".to_owned(),
                        "quot" => "\"".to_owned(),
                        "apos" => "'".to_owned(),
                        _ => String::new(),
                    },
                };
                sheets.write(&named);
            }
            Event::Eof => return Ok(sheets.tables),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Sheets {
    tables: Vec<Table>,
    left: usize,
    name: String,
    sheet: Sparse,
    merged: Vec<Area>,
    row: u32,
    column: u32,
    /// How often the row is repeated.
    rows: u32,
    /// The cells of the row: place, how often, text.
    cells: Vec<(u32, u32, String)>,
    cell: Option<Cell>,
    /// How deep inside a remark or a drawing, whose text is none of the cell's.
    aside: usize,
    /// A paragraph is open.
    paragraph: bool,
}

#[derive(Default)]
struct Cell {
    columns: u32,
    value: Option<f64>,
    date: Option<String>,
    text: String,
}

impl Sheets {
    fn open(&mut self, start: &BytesStart<'_>, empty: bool) -> Result<(), Refusal> {
        let name = start.name();
        let name = name.as_ref();
        if self.aside > 0 || matches!(name, "office:annotation" | "draw:frame" | "draw:custom-shape" | "table:shapes") {
            self.aside += usize::from(!empty);
            return Ok(());
        }
        match name {
            "table:table" => {
                self.name = attribute(start, "table:name").unwrap_or_default();
                (self.sheet, self.merged, self.row) = (Sparse::default(), Vec::new(), 0);
            }
            "table:table-row" => {
                self.rows = number(start, "table:number-rows-repeated");
                (self.column, self.cells) = (0, Vec::new());
                if empty {
                    self.row = self.row.saturating_add(self.rows);
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let rows = number(start, "table:number-rows-spanned");
                if rows > 1 {
                    let last = self.row.saturating_add(rows - 1);
                    self.merged.push(Area { rows: (self.row, last), column: self.column });
                }
                let value = attribute(start, "office:value").and_then(|value| value.parse().ok());
                let date = attribute(start, "office:date-value");
                let columns = number(start, "table:number-columns-repeated");
                self.cell = Some(Cell { columns, value, date, text: String::new() });
                if empty {
                    self.end_cell();
                }
            }
            "text:p" => {
                self.paragraph = !empty;
                if let Some(cell) = self.cell.as_mut().filter(|cell| !cell.text.is_empty()) {
                    cell.text.push('\n');
                }
            }
            "text:s" => self.write(&" ".repeat(number(start, "text:c").min(100) as usize)),
            "text:tab" => self.write(" "),
            "text:line-break" => self.write("\n"),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if self.aside > 0 {
            self.aside -= 1;
            return Ok(());
        }
        match name {
            "text:p" => self.paragraph = false,
            "table:table-cell" | "table:covered-table-cell" => self.end_cell(),
            "table:table-row" => self.end_row()?,
            "table:table" => {
                let mut sheet = std::mem::take(&mut self.sheet);
                sheet.carry_down(std::mem::take(&mut self.merged));
                self.tables.push(sheet.table(std::mem::take(&mut self.name), &mut self.left)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.paragraph && self.aside == 0) {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let shown = cell.text.trim();
        let text = match (cell.date, cell.value) {
            (Some(date), _) => date.trim_end_matches("T00:00:00").replacen('T', " ", 1),
            (None, Some(value)) if shown.parse() != Ok(value) || shown.contains('.') => cells::number(value),
            _ => shown.to_owned(),
        };
        if !text.is_empty() {
            self.cells.push((self.column, cell.columns, text));
        }
        self.column = self.column.saturating_add(cell.columns);
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        if !self.cells.is_empty() {
            if self.rows as usize > MOST_ROWS {
                return Err(Refusal::TooMuch);
            }
            for row in 0..self.rows {
                for (column, columns, text) in &self.cells {
                    if *columns as usize > MOST_CELLS {
                        return Err(Refusal::TooMuch);
                    }
                    for at in 0..*columns {
                        self.sheet.put(self.row + row, column + at, text.clone())?;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.rows);
        Ok(())
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// A number of repetitions: 1 where none is given.
fn number(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name).and_then(|value| value.parse().ok()).unwrap_or(1).max(1)
}
