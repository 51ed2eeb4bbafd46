//! Small files that would become endless ones are refused, whatever sizes they state.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write};

use kuayu_readers::{Refusal, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>\
         <table:table table:name=\"a\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[("content.xml", content.as_bytes())])
}

#[test]
fn what_unpacks_to_too_much() {
    let zeros = vec![0; 60_000_000];
    assert_eq!(read(&zipped(&[("xl/workbook.xml", &zeros), ("a", &zeros)])), Err(Refusal::TooMuch));
    let many: Vec<(String, &[u8])> = (0..2_001).map(|at| (format!("{at}"), b"".as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert_eq!(read(&zipped(&many)), Err(Refusal::TooMuch));
    assert_eq!(read(&vec![0; 20_000_001]), Err(Refusal::TooMuch));
}

#[test]
fn repetitions_that_are_too_many() {
    let cell = |repeats: &str| format!("<table:table-cell {repeats}><text:p>1</text:p></table:table-cell>");
    let row = |repeats: &str, cells: &str| format!("<table:table-row {repeats}>{cells}</table:table-row>");
    let rows = "table:number-rows-repeated=\"1048576\"";
    let columns = "table:number-columns-repeated=\"1000000000\"";
    for rows in [
        row(rows, &cell("")),
        row("", &cell(columns)),
        row("table:number-rows-repeated=\"90000\"", &cell("table:number-columns-repeated=\"1000\"")),
    ] {
        assert_eq!(read(&sheet(&rows)), Err(Refusal::TooMuch), "{rows}");
    }
    // Empty rows to the end of the sheet are usual.
    let usual = row("", &cell(""))
        + &row(rows, "<table:table-cell table:number-columns-repeated=\"16384\"/>")
        + &row("", &cell(""));
    let lines = read(&sheet(&usual)).unwrap().remove(0).lines;
    assert_eq!(lines.iter().map(|line| line.no).collect::<Vec<_>>(), [1, 1_048_578]);
    // One cell far away takes the room of those before it.
    let far = row("", &(format!("<table:table-cell table:number-columns-repeated=\"3000000\"/>{}", cell(""))));
    assert_eq!(read(&sheet(&far)), Err(Refusal::TooMuch));
}

#[test]
fn a_pdf_that_unpacks_to_too_much() {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&vec![b' '; 101_000_000]).unwrap();
    let packed = packed.finish().unwrap();
    let pdf =
        [b"%PDF-1.4\n1 0 obj\n<</Length 1/Filter/FlateDecode>>\nstream\n".as_slice(), &packed, b"\nendstream endobj"]
            .concat();
    assert_eq!(read(&pdf), Err(Refusal::TooMuch));
}
