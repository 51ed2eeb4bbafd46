//! The rows of any table as they are, for the office: sheet by sheet, each with its number.

use kuayu::import::{IssueKind, page_text};
use kuayu::office::opener::Opener;

/// What the readers say of a workbook of two sheets.
const TWO: &str = r#"{"Ok": [
    {"name": "名單", "lines": [
        {"no": 1, "cells": ["學號", " 系組 "]}, {"no": 4, "cells": ["113360099", "電子系"]}
    ], "damaged": false, "recognised": false},
    {"name": "說明", "lines": [{"no": 2, "cells": ["無"]}], "damaged": false, "recognised": false}
]}"#;

fn rows(bytes: &[u8], answer: &str) -> Result<Vec<Vec<(usize, String)>>, IssueKind> {
    let big5 = |bytes: &[u8]| Some(encoding_rs::BIG5.decode_without_bom_handling(bytes).0.into_owned());
    let sheets = Opener { big5: &big5, tables: &|_| answer.to_owned() }.rows(bytes)?;
    let row = |(no, cells): (usize, Vec<String>)| (no, cells.join("|"));
    Ok(sheets.into_iter().map(|rows| rows.into_iter().map(row).collect()).collect())
}

#[test]
fn every_sheet_of_a_workbook() {
    let told = rows(b"PK\x03\x04 xl/workbook", TWO).unwrap();
    let first = vec![(1, "學號|系組".to_owned()), (4, "113360099|電子系".to_owned())];
    assert_eq!(told, [first, vec![(2, "無".to_owned())]]);
    assert_eq!(rows(b"PK\x03\x04 xl/workbook", r#"{"Err": "password"}"#), Err(IssueKind::Password));
}

#[test]
fn a_text_in_any_encoding_with_any_delimiter() {
    let text = "學號;系組\n\n113360099;\"電子系\"\n";
    let expected = vec![vec![(1, "學號|系組".to_owned()), (3, "113360099|電子系".to_owned())]];
    for bytes in [text.as_bytes().to_vec(), encoding_rs::BIG5.encode(text).0.into_owned()] {
        assert_eq!(rows(&bytes, "").as_ref(), Ok(&expected));
    }
    assert_eq!(rows(b" \n", ""), Err(IssueKind::Empty));
}

#[test]
fn the_text_of_a_saved_page_in_any_encoding() {
    let big5 = |bytes: &[u8]| Some(encoding_rs::BIG5.decode_without_bom_handling(bytes).0.into_owned());
    let page = "<table><tr><td>範例力學</table>";
    let in_one_file = format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{page}"
    );
    for bytes in [page.as_bytes().to_vec(), encoding_rs::BIG5.encode(page).0.into_owned(), in_one_file.into_bytes()] {
        assert_eq!(page_text(&bytes, &big5).as_deref(), Ok(page));
    }
    assert_eq!(page_text(b"%PDF-1.4", &big5), Err(IssueKind::Pdf));
}
