//! The catalog's tables as one workbook, with choices where a cell takes one of several words.

use kuayu::i18n::Lang;
use kuayu::i18n::office::editor as words;
use kuayu::office::editor::{Choices, Editor, choices};
use kuayu::office::tables::{Table, YES};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, Formula, Workbook, Worksheet,
    XlsxError,
};

/// Rows below the last one that offer choices, too: for what somebody adds.
const MORE_ROWS: usize = 500;
/// Columns are made as wide as what is in them, within these, in characters.
const WIDTHS: (usize, usize) = (8, 40);

/// What a column offers: its place, and the cells of the sheet of choices.
type Offered = (usize, Vec<String>);

/// The workbook: a sheet a table, every cell a text, so that no code becomes a number and no stage a date.
///
/// # Errors
///
/// Why it cannot be made.
pub fn write(editor: &Editor, lang: Lang) -> Result<Vec<u8>, String> {
    let mut workbook = Workbook::new();
    // The same tables give the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(told)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let tables: Vec<Table> = Table::ALL.into_iter().chain(Table::CURRICULA).collect();
    let mut lists: Vec<Vec<String>> = Vec::new();
    for table in tables {
        let offered = table.columns().iter().enumerate().filter_map(|(at, column)| {
            let words = match choices(editor, table, column) {
                Choices::One(words) => words,
                Choices::Flag => vec![YES.to_owned()],
                _ => return None,
            };
            (!words.is_empty()).then_some((at, words))
        });
        let offered: Vec<Offered> = offered.collect();
        let sheet = workbook.add_worksheet();
        sheet.set_name(words::title(table, lang)).map_err(told)?;
        fill(sheet, table, editor.cells(table))?;
        for (at, words) in offered {
            let list = lists.iter().position(|known| *known == words).unwrap_or_else(|| {
                lists.push(words.clone());
                lists.len() - 1
            });
            offer(sheet, at, editor.cells(table).len() + MORE_ROWS, list, words.len(), lang)?;
        }
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(words::choices(lang)).map_err(told)?;
    for (column, words) in (0u16..).zip(&lists) {
        for (row, word) in (0u32..).zip(words) {
            sheet.write_string(row, column, word).map_err(told)?;
        }
    }
    sheet.set_hidden(true);
    workbook.save_to_buffer().map_err(told)
}

fn told(error: XlsxError) -> String {
    error.to_string()
}

fn fill(sheet: &mut Worksheet, table: Table, cells: &[Vec<String>]) -> Result<(), String> {
    let text = Format::new().set_num_format("@");
    let heading = Format::new().set_bold().set_num_format("@");
    for (column, of) in (0u16..).zip(table.columns()) {
        let at = usize::from(column);
        let wide = cells.iter().take(300).filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
        let wide = wide.max(width(of.heading)).clamp(WIDTHS.0, WIDTHS.1);
        sheet.set_column_width(column, wide as f64 + 2.0).map_err(told)?;
        sheet.set_column_format(column, &text).map_err(told)?;
        sheet.write_string_with_format(0, column, of.heading, &heading).map_err(told)?;
    }
    for (row, line) in (1u32..).zip(cells) {
        for (column, cell) in (0u16..).zip(line).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string_with_format(row, column, cell, &text).map_err(told)?;
        }
    }
    sheet.set_freeze_panes(1, 0).map_err(told)?;
    if let (Ok(last), Some(column)) = (u32::try_from(cells.len()), table.columns().len().checked_sub(1)) {
        sheet.autofilter(0, 0, last, u16::try_from(column).unwrap_or_default()).map_err(told)?;
    }
    Ok(())
}

/// Lets the cells of a column choose from a list of the sheet of choices; something else is asked about, not refused.
fn offer(sheet: &mut Worksheet, at: usize, rows: usize, list: usize, words: usize, lang: Lang) -> Result<(), String> {
    let letters = words::letters(list);
    let range = format!("='{}'!${letters}$1:${letters}${words}", words::choices(lang));
    let validation = DataValidation::new()
        .allow_list_formula(Formula::new(range))
        .set_error_style(DataValidationErrorStyle::Warning);
    let (Ok(at), Ok(rows)) = (u16::try_from(at), u32::try_from(rows)) else { return Ok(()) };
    sheet.add_data_validation(1, at, rows, at, &validation).map_err(told)?;
    Ok(())
}

/// How wide a text is, in letters; Chinese characters are two wide.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
