//! How long reading takes. The goal is a table of 10,000 rows in the browser within 100 ms, which is about 20 ms here.
//!
//! `cargo bench --profile native --no-default-features --bench import`
#![allow(clippy::unwrap_used, missing_docs)]

use divan::{Bencher, black_box};
use kuayu::import::{Format, MAX_BYTES, merge, read_bytes, read_text};

fn main() {
    divan::main();
}

/// A table of invented courses: every tenth with a quoted name, every seventh taught in English.
fn table(rows: usize) -> String {
    let mut text = String::from("課程編碼,課程名稱,學分,階段,學期,成績,備註\n");
    for n in 0..rows {
        let (year, part) = (110 + n % 5, 1 + n % 2);
        let english = if n % 7 == 0 { "#" } else { "" };
        let name = if n % 10 == 0 { format!("\"範例課程,第{n}門\"") } else { format!("範例課程第{n}門") };
        let score = 40 + n % 61;
        text.push_str(&format!("99A{:04},{name},3.0{english},1,{year}-{part},{score},範例二甲\n", n % 10_000));
    }
    text
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[divan::bench(args = [60, 1_000, 10_000])]
fn csv_table(bencher: Bencher, rows: usize) {
    let text = table(rows);
    assert_eq!(read_text(&text, None).rows.len(), rows);
    bencher.bench(|| read_text(black_box(&text), None));
}

#[divan::bench(args = [60, 10_000])]
fn merge_again(bencher: Bencher, rows: usize) {
    let records = read_text(&table(rows), Some(Format::Table)).records();
    bencher.bench(|| merge(black_box(&records), black_box(&records), 60));
}

#[divan::bench(args = ["portal-page.html", "transcripts/portal-pasted.txt", "transcripts/portal-phone.mhtml"])]
fn score_page(bencher: Bencher, name: &str) {
    let bytes = fixture(name);
    bencher.bench(|| read_bytes(black_box(&bytes), &|_| None, None));
}

/// A file of the largest size that is read at all, of one line or of a great many tags.
#[divan::bench(args = ["x", "9901001\t", "<td>", "\"", "<!--", "&amp", "課號\n"], sample_count = 3)]
fn worst_case(bencher: Bencher, piece: &str) {
    let text = format!("<table>{}", piece.repeat((MAX_BYTES - 100) / piece.len()));
    bencher.bench(|| read_text(black_box(&text), None));
}
