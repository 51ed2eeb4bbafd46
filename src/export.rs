//! My courses as a table: for Excel, for the advisor, and to read back to exactly the same records.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, and takes
//! the code 14E0101 for a number. Such cells get an apostrophe in front, which says "this is text" in spreadsheets, and
//! which [`crate::import`] takes away again.

use crate::transcript::Record;
use crate::transcript::own_table::{BYTE_ORDER_MARK, HEADER, status_word};

/// Records as CSV with byte order mark and lines ended by CR LF.
pub fn to_csv(records: &[Record]) -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    line(&mut out, HEADER.map(str::to_owned));
    for record in records {
        line(
            &mut out,
            [
                record.code.as_deref().map(code).unwrap_or_default(),
                text(&record.name),
                record.credits.map(|credits| credits.to_string()).unwrap_or_default(),
                record.stage.to_string(),
                record.term.map(|term| term.to_string()).unwrap_or_default(),
                record.grade.to_string(),
                record.declared.map(status_word).unwrap_or_default().to_owned(),
                text(&record.note),
            ],
        );
    }
    out
}

/// A table to fill in: the headings, and two invented courses that show how.
pub fn template_csv() -> String {
    let mut out = String::from(BYTE_ORDER_MARK);
    line(&mut out, HEADER.map(str::to_owned));
    for row in [
        ["9901001", "範例力學", "3", "1", "112-1", "75", "", "範例，請改成自己的課程"],
        ["99A0302", "示範資料科學", "3", "", "114-1", "", "修習中", ""],
    ] {
        line(&mut out, row.map(str::to_owned));
    }
    out
}

/// One line, each cell quoted where CSV asks for it.
fn line<const N: usize>(out: &mut String, cells: [String; N]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r', ';', '\t']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

/// A cell of free text, marked as text where a spreadsheet would take it for more, or where white space at its ends
/// would be lost.
pub(crate) fn text(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\'', '＝', '＋', '－', '＠']);
    if formula || cell.trim() != cell { format!("'{cell}") } else { cell.to_owned() }
}

/// A code, marked as text where a spreadsheet would take it for a number: leading zeros and powers of ten are lost.
pub(crate) fn code(code: &str) -> String {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let power = code.split_once('E').is_some_and(|(mantissa, exponent)| digits(mantissa) && digits(exponent));
    if power || code.starts_with('0') && digits(code) { format!("'{code}") } else { text(code) }
}
