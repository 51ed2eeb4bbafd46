//! Workbooks and PDF files as programs make them (`tools/transcripts/make.py`): no cell is read wrong, every row is read or
//! skipped aloud. `KUAYU_CORPUS` names a folder with more of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kuayu::credits::Credits;
use kuayu::import::{self, Import, IssueKind};
use kuayu::term::Term;
use kuayu::transcript::{Grade, Stage};
use serde::Deserialize;

/// What a row says, where the file shows it.
#[derive(Deserialize)]
struct Truth {
    code: String,
    name: String,
    credits: f64,
    stage: String,
    term: String,
    grade: String,
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/opened")
}

fn read(bytes: &[u8]) -> Import {
    match import::opened(bytes, &kuayu_readers::answer(bytes)) {
        Ok(tables) => import::read_tables(&tables, None),
        Err(kind) => Import::only(kind),
    }
}

fn kinds(import: &Import) -> Vec<IssueKind> {
    import.issues.iter().map(|issue| issue.kind).collect()
}

/// What is wrong with a file as it was read.
fn complaints(name: &str, import: &Import, truth: &[Truth]) -> Vec<String> {
    let mut all = Vec::new();
    let skipped = import.skipped().count();
    // What is printed beside a row's end on a page of its own is told, and no row.
    if import.rows.len() != truth.len() && import.rows.len() + skipped != truth.len() {
        all.push(format!("{name}: {} rows read and {skipped} skipped of {}", import.rows.len(), truth.len()));
        return all;
    }
    // A space at the end of a printed line leaves no trace.
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for (row, truth) in import.rows.iter().zip(truth) {
        let record = &row.record;
        let credits = Credits::from_tenths((truth.credits * 10.0).round() as u16);
        let here = format!("{name}:{} {}", row.line, truth.code);
        if record.code.as_deref() != Some(&truth.code) {
            all.push(format!("{here}: code {:?}", record.code));
        }
        if plain(&record.name) != plain(&truth.name) {
            all.push(format!("{here}: {} instead of {}", record.name, truth.name));
        }
        if record.credits != Some(credits) {
            all.push(format!("{here}: credits {:?} instead of {credits}", record.credits));
        }
        if Some(record.stage) != Stage::parse(&truth.stage) {
            all.push(format!("{here}: stage {} instead of {}", record.stage, truth.stage));
        }
        if record.term != Term::parse(&truth.term) {
            all.push(format!("{here}: term {:?} instead of {}", record.term, truth.term));
        }
        if Some(record.grade) != Grade::parse(&truth.grade) {
            all.push(format!("{here}: grade {} instead of {}", record.grade, truth.grade));
        }
    }
    all
}

fn check(folder: &Path, least: usize) {
    let text = std::fs::read_to_string(folder.join("truth.json")).unwrap();
    let truth: BTreeMap<String, Vec<Truth>> = serde_json::from_str(&text).unwrap();
    let mut all = Vec::new();
    let mut rows = 0;
    for (name, truth) in &truth {
        let import = read(&std::fs::read(folder.join(name)).unwrap());
        rows += import.rows.len();
        all.extend(complaints(name, &import, truth));
    }
    println!("{} files, {rows} rows", truth.len());
    assert!(truth.len() >= least && all.is_empty(), "{} complaints\n{}", all.len(), all.join("\n"));
}

#[test]
fn what_programs_make_is_read_to_the_cell() {
    check(&fixtures(), 22);
    if let Some(folder) = std::env::var_os("KUAYU_CORPUS") {
        check(Path::new(&folder), 20);
    }
}

fn odd(name: &str) -> Import {
    read(&std::fs::read(fixtures().with_file_name("odd").join(name)).unwrap())
}

#[test]
fn what_a_spreadsheet_spoilt_is_doubted_and_never_mended_by_guess() {
    for name in ["cells.xlsx", "cells.ods", "cells.xls"] {
        let import = odd(name);
        let of = |course: &str| {
            let row = import.rows.iter().find(|row| row.record.name == course);
            let row = row.unwrap_or_else(|| panic!("{name}: no {course} in {:?}", kinds(&import)));
            let doubts = import.issues.iter().filter(|issue| issue.line == Some(row.line));
            (row.record.clone(), doubts.map(|issue| issue.kind).collect::<Vec<_>>())
        };
        let (record, doubts) = of("前面的零不見了");
        assert_eq!((record.code, record.grade), (None, Grade::Score(75)), "{name}");
        assert_eq!(doubts, [IssueKind::ClassNotCode], "{name}");
        // The old format keeps no formats that are read.
        if name != "cells.xls" {
            assert_eq!(of("格式補的零").0.code.as_deref(), Some("0591002"), "{name}");
        }
        assert_eq!(of("變成次方").1, [IssueKind::CodeMangled], "{name}");
        assert_eq!(of("文字的編碼").0.code.as_deref(), Some("0591003"), "{name}");
        let (record, doubts) = of("數字的編碼");
        assert_eq!(record.code.as_deref(), Some("9901004"), "{name}");
        assert_eq!((record.grade, doubts), (Grade::Score(59), vec![]), "{name}: 59.6 is no pass");
        assert_eq!(of("成績是公式").0.grade, Grade::Score(90), "{name}");
        let (record, doubts) = of("學期是日期");
        assert_eq!((record.term, doubts), (None, vec![IssueKind::TermUnreadable]), "{name}");
        for course in ["合併的學期甲", "合併的學期乙"] {
            assert_eq!(of(course).0.term, Term::parse("113-1"), "{name} {course}");
        }
    }
}

#[test]
fn sheets_by_choice_and_without_hidden_ones() {
    let bytes = std::fs::read(fixtures().with_file_name("odd").join("two-sheets.xlsx")).unwrap();
    let tables = import::opened(&bytes, &kuayu_readers::answer(&bytes)).unwrap();
    let first = import::read_tables(&tables, None);
    assert_eq!((first.tables.as_slice(), first.table), (["112 學年".to_owned(), "113 學年".to_owned()].as_slice(), 0));
    assert_eq!(first.rows.len(), 2);
    let second = import::read_tables(&tables, import::Chosen { table: Some(1), ..import::Chosen::default() });
    assert_eq!((second.table, second.rows[0].record.name.as_str()), (1, "樣本微積分"));
}

#[test]
fn what_cannot_be_read_says_why() {
    for (name, kind) in
        [("password.pdf", IssueKind::Password), ("scan.pdf", IssueKind::Scan), ("garbled.pdf", IssueKind::Garbled)]
    {
        assert_eq!(kinds(&odd(name)), [kind], "{name}");
    }
    // Forbidden to print and to copy, and not to read.
    for name in ["plain.pdf", "no-printing.pdf"] {
        assert_eq!(odd(name).rows.len(), 2, "{name}");
    }
    for bytes in [b"%PDF-1.7 nothing".to_vec(), b"%PDF-".to_vec()] {
        assert_eq!(kinds(&read(&bytes)), [IssueKind::Pdf]);
    }
    for bytes in [b"PK\x03\x04 xl/workbook.xml".to_vec(), b"\xd0\xcf\x11\xe0".to_vec()] {
        assert_eq!(kinds(&read(&bytes)), [IssueKind::Workbook]);
    }
}

/// A byte more or less, or half of it: no panic, and an answer.
#[test]
fn damaged_files_are_read_or_refused() {
    for name in ["cells.xlsx", "cells.ods", "cells.xls", "plain.pdf", "scan.pdf", "no-printing.pdf"] {
        let whole = std::fs::read(fixtures().with_file_name("odd").join(name)).unwrap();
        for at in (0..whole.len()).step_by(whole.len() / 60 + 1) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            for bytes in [bytes, whole[..at].to_vec()] {
                let import = read(&bytes);
                assert!(!import.rows.is_empty() || !import.issues.is_empty(), "{name} at {at}");
            }
        }
    }
}

#[test]
fn what_fuzzing_found_is_read_or_refused() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let files = std::fs::read_dir(seeds).unwrap().map(|entry| entry.unwrap().path());
    let of_readers = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with("pdf-") || name.starts_with("workbook-")
    };
    let found: Vec<PathBuf> = files.filter(of_readers).collect();
    assert!(!found.is_empty());
    for path in found {
        let import = read(&std::fs::read(&path).unwrap());
        assert!(!import.rows.is_empty() || !import.issues.is_empty(), "{}", path.display());
    }
}
