//! Workbooks of Excel: .xlsx, and the older .xls.

use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};

use crate::limits::MOST_CELLS;
use crate::merged::{Area, Sparse};
use crate::{Refusal, Table, cells};

/// Reads an .xlsx file, whose parts have been looked through.
pub fn xlsx(bytes: &[u8]) -> Result<Vec<Table>, Refusal> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let mut left = MOST_CELLS;
    let mut tables = Vec::new();
    for name in shown(workbook.sheets_metadata()) {
        let mut sheet = Sparse::default();
        let mut reader = workbook.worksheet_cells_reader(&name).map_err(refused)?;
        let formats: Vec<String> = reader.styles().iter().map(format_of).collect();
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(refused)? {
            let (row, column) = cell.get_position();
            let format = formats.get(style).map_or("", String::as_str);
            sheet.put(row, column, text(cell.get_value(), format))?;
        }
        drop(reader);
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        sheet.carry_down(merged.iter().map(area));
        tables.push(sheet.table(name, &mut left)?);
    }
    Ok(tables)
}

/// Reads an .xls file.
pub fn xls(bytes: &[u8]) -> Result<Vec<Table>, Refusal> {
    // A workbook with a password is encrypted as a whole and packed into a file of this kind.
    let packed: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(packed.len()).any(|part| part == packed) {
        return Err(Refusal::Password);
    }
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Refusal::Password,
        _ => Refusal::Broken,
    })?;
    let mut left = MOST_CELLS;
    let mut tables = Vec::new();
    for name in shown(workbook.sheets_metadata()) {
        let range = workbook.worksheet_range(&name).map_err(|_| Refusal::Broken)?;
        let (top, first) = range.start().unwrap_or_default();
        let mut sheet = Sparse::default();
        for (row, column, value) in range.used_cells() {
            sheet.put(top + row as u32, first + column as u32, text(&borrowed(value), ""))?;
        }
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        sheet.carry_down(merged.iter().map(area));
        tables.push(sheet.table(name, &mut left)?);
    }
    Ok(tables)
}

fn refused(error: XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Password,
        _ => Refusal::Broken,
    }
}

/// The sheets that a person sees; all, where none is to be seen.
fn shown(sheets: &[calamine::Sheet]) -> Vec<String> {
    let tables = || sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let visible: Vec<String> =
        tables().filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone()).collect();
    if visible.is_empty() { tables().map(|sheet| sheet.name.clone()).collect() } else { visible }
}

fn format_of(style: &calamine::Style) -> String {
    style.number_format.as_ref().map(|format| format.format_code.clone()).unwrap_or_default()
}

fn area(merged: &calamine::Dimensions) -> Area {
    Area { rows: (merged.start.0, merged.end.0), column: merged.start.1 }
}

fn text(value: &DataRef<'_>, format: &str) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(value) => cells::formatted(*value as f64, format),
        DataRef::Float(value) => cells::formatted(*value, format),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(date) if date.is_duration() => cells::number(date.as_f64()),
        DataRef::DateTime(date) => cells::date(date.to_ymd_hms_milli()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        DataRef::Error(error) => error.to_string(),
    }
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}
