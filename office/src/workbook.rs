//! The answers and the problems as one workbook: two sheets with headings that stay, filters and widths.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use kuayu::i18n::Lang;
use kuayu::i18n::batch::{NUMBERS, PROBLEM_NUMBERS, PROGRAM_COLUMN, SHEETS};

/// Rows that a sheet holds.
const MOST_ROWS: u32 = 1_048_576;
/// What a cell holds, in characters.
const MOST_CHARACTERS: usize = 32_767;
/// Columns are made as wide as what is in them, within these, in characters.
const WIDTHS: (usize, usize) = (6, 44);

/// What a sheet is made of.
struct Table<'t> {
    /// Headings and rows.
    csv: &'t [u8],
    /// The programs whose rows are taken.
    wanted: &'t dyn Fn(&str) -> bool,
    /// The columns of numbers, from 0.
    numbers: &'t [usize],
}

/// Makes it of both tables, which begin with headings; of the answers, the rows of programs that are wanted.
///
/// # Errors
///
/// Why it cannot be made.
pub fn write(answers: &[u8], problems: &[u8], wanted: &dyn Fn(&str) -> bool, lang: Lang) -> Result<Vec<u8>, String> {
    let mut workbook = Workbook::new();
    // The same answers give the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(told)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let every = |_: &str| true;
    let tables = [
        Table { csv: answers, wanted, numbers: &NUMBERS },
        Table { csv: problems, wanted: &every, numbers: &PROBLEM_NUMBERS },
    ];
    for (table, (zh, en)) in tables.iter().zip(SHEETS) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(lang.pick(zh, en)).map_err(told)?;
        fill(sheet, table)?;
    }
    workbook.save_to_buffer().map_err(told)
}

fn told(error: XlsxError) -> String {
    error.to_string()
}

fn fill(sheet: &mut Worksheet, table: &Table<'_>) -> Result<(), String> {
    let Table { csv, wanted, numbers } = table;
    let csv = csv.strip_prefix("\u{feff}".as_bytes()).unwrap_or(csv);
    let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv);
    let heading = Format::new().set_bold();
    let mut widths: Vec<usize> = Vec::new();
    let mut at: u32 = 0;
    for row in rows.records() {
        let row = row.map_err(|error| error.to_string())?;
        if at > 0 && !row.get(PROGRAM_COLUMN).is_none_or(wanted) {
            continue;
        }
        if at >= MOST_ROWS {
            return Err(format!("more than {MOST_ROWS} rows"));
        }
        widths.resize(widths.len().max(row.len()), WIDTHS.0);
        for ((column, cell), width) in (0u16..).zip(row.iter()).zip(&mut widths) {
            *width = (*width).max(wide(cell)).min(WIDTHS.1);
            let number = cell.parse::<f64>().ok().filter(|_| at > 0 && numbers.contains(&usize::from(column)));
            match number {
                Some(number) => sheet.write_number(at, column, number),
                None if at == 0 => sheet.write_string_with_format(at, column, cell, &heading),
                None => sheet.write_string(at, column, unquoted(cell)),
            }
            .map_err(told)?;
        }
        at += 1;
    }
    for (column, width) in (0u16..).zip(&widths) {
        sheet.set_column_width(column, *width as f64 + 2.0).map_err(told)?;
    }
    sheet.set_freeze_panes(1, 0).map_err(told)?;
    if let (Some(last), true) = (u16::try_from(widths.len()).ok().and_then(|n| n.checked_sub(1)), at > 1) {
        sheet.autofilter(0, 0, at - 1, last).map_err(told)?;
    }
    Ok(())
}

/// The cell without what keeps a spreadsheet from taking its text for a formula or a number: a workbook says itself what
/// is text. Cut to what a cell holds.
fn unquoted(cell: &str) -> &str {
    let cell = cell.strip_prefix('\'').unwrap_or(cell);
    cell.char_indices().nth(MOST_CHARACTERS).and_then(|(end, _)| cell.get(..end)).unwrap_or(cell)
}

/// How wide a text is, in letters; Chinese characters are two wide.
fn wide(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}
