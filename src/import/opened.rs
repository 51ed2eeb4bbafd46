//! Workbooks and PDF files, opened: the tables that the readers took out (`readers/`), read like any other table.
//!
//! The readers are a program of their own, which the page fetches only for such a file; what they say comes as JSON.

use serde::Deserialize;

use super::line::{Line, Sheet, clean};
use super::{Chosen, Import, Issue, IssueKind, container, text_of_lines};
use crate::sorting;

/// The largest workbook or PDF that is read, in bytes.
pub const MAX_PACKED_BYTES: usize = 20_000_000;

/// A table of such a file: a sheet of a workbook, or all pages of a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct OpenedTable {
    /// The sheet's name; empty for a PDF.
    name: String,
    lines: Vec<OpenedLine>,
    damaged: bool,
    recognised: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct OpenedLine {
    no: usize,
    cells: Vec<String>,
    #[serde(default)]
    doubt: bool,
}

/// Why the readers gave no table; in their own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Refusal {
    Broken,
    Password,
    TooMuch,
    Scan,
    Garbled,
}

/// Whether a file is one that the readers open.
pub fn needs_reader(bytes: &[u8]) -> bool {
    matches!(container::kind(bytes), Some(IssueKind::Workbook | IssueKind::Pdf))
}

/// The tables of a file, from what the readers said of it; or why there are none.
pub fn opened(bytes: &[u8], answer: &str) -> Result<Vec<OpenedTable>, IssueKind> {
    let broken = container::kind(bytes).unwrap_or(IssueKind::Binary);
    match serde_json::from_str(answer) {
        Ok(Ok(tables)) => Ok(tables),
        Ok(Err(refusal)) => Err(match refusal {
            Refusal::Broken => broken,
            Refusal::Password => IssueKind::Password,
            Refusal::TooMuch => IssueKind::TooMuch,
            Refusal::Scan => IssueKind::Scan,
            Refusal::Garbled => IssueKind::Garbled,
        }),
        Err(_) => Err(broken),
    }
}

/// The rows of each table as they are.
#[cfg(feature = "office")]
pub(crate) fn rows_of_tables(tables: &[OpenedTable]) -> Vec<super::TableRows> {
    let row = |line: &OpenedLine| (line.no, line.cells.iter().map(|cell| clean(cell)).collect());
    tables.iter().map(|table| table.lines.iter().map(row).collect()).collect()
}

/// Reads the chosen one of several tables; where nobody chose, the first in which there are courses.
pub fn read_tables(tables: &[OpenedTable], chosen: impl Into<Chosen>) -> Import {
    let chosen = chosen.into();
    let one = |at: usize| tables.get(at).map(|table| read(table, &chosen));
    let (at, import) = match chosen.table.and_then(|at| Some((at, one(at)?))) {
        Some(found) => found,
        None => {
            let with_rows =
                (0..tables.len()).filter_map(|at| Some((at, one(at)?))).find(|(_, import)| !import.rows.is_empty());
            with_rows.or_else(|| Some((0, one(0)?))).unwrap_or_else(|| (0, Import::only(IssueKind::Empty)))
        }
    };
    Import { tables: tables.iter().map(|table| table.name.clone()).collect(), table: at, ..import }
}

fn read(table: &OpenedTable, chosen: &Chosen) -> Import {
    let line = |line: &OpenedLine| Line {
        no: line.no,
        cells: line.cells.iter().map(|cell| clean(cell)).collect(),
        ..Line::default()
    };
    let sheet = Sheet { lines: table.lines.iter().map(line).collect(), ..Sheet::default() };
    let text = text_of_lines(&sheet);
    let mut import = super::sheet_as(sheet, &text, chosen);
    let unsure = table.lines.iter().filter(|line| line.doubt).map(|line| line.no);
    let read = |line: &usize| import.rows.binary_search_by_key(line, |row| row.line).is_ok();
    let doubts: Vec<Issue> = unsure.filter(read).map(|line| Issue::at(line, IssueKind::CellsUnsure, "")).collect();
    import.issues.extend(doubts);
    sorting::sort_by_key(&mut import.issues, |issue| issue.line);
    for (is, kind) in [(table.damaged, IssueKind::DamagedText), (table.recognised, IssueKind::Recognised)] {
        if is {
            import.issues.insert(0, Issue::whole(kind));
        }
    }
    import
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = r#"{"Ok": [
        {"name": "封面", "lines": [{"no": 1, "cells": ["範例"]}], "damaged": false, "recognised": false},
        {"name": "成績", "damaged": true, "recognised": false, "lines": [
            {"no": 3, "cells": ["課程編碼", "課程名稱", "成績"]}, {"no": 5, "cells": [" 9901001 ", "範例力學", "75"]}]}
    ]}"#;

    #[test]
    fn the_first_table_with_courses_unless_another_is_chosen() {
        let tables = opened(b"PK\x03\x04 xl/workbook", TWO).unwrap();
        let import = read_tables(&tables, None);
        assert_eq!((import.table, import.tables.len(), import.rows.len()), (1, 2, 1));
        assert_eq!(import.rows[0].line, 5);
        assert_eq!(import.rows[0].record.code.as_deref(), Some("9901001"));
        assert!(import.issues.iter().any(|issue| issue.kind == IssueKind::DamagedText));
        let cover = read_tables(&tables, Chosen { table: Some(0), ..Chosen::default() });
        assert_eq!((cover.table, cover.rows.len()), (0, 0));
    }

    #[test]
    fn a_row_that_the_readers_doubt_is_told_and_a_line_that_is_no_row_is_not() {
        let text =
            TWO.replace("\"75\"]", "\"75\"], \"doubt\": true").replace("\"範例\"]", "\"範例\"], \"doubt\": true");
        let import = read_tables(&opened(b"%PDF-1.4", &text).unwrap(), None);
        let doubts = import.issues.iter().filter(|issue| issue.kind == IssueKind::CellsUnsure);
        assert_eq!(doubts.map(|issue| issue.line).collect::<Vec<_>>(), [Some(5)]);
    }

    #[test]
    fn what_the_readers_refuse_has_a_kind() {
        for (answer, kind) in [
            (r#"{"Err":"password"}"#, IssueKind::Password),
            (r#"{"Err":"broken"}"#, IssueKind::Pdf),
            ("no answer", IssueKind::Pdf),
            (r#"{"Err":"scan"}"#, IssueKind::Scan),
        ] {
            assert_eq!(opened(b"%PDF-1.4", answer), Err(kind));
        }
        assert_eq!(read_tables(&[], None).issues[0].kind, IssueKind::Empty);
    }
}
