//! What a spreadsheet loses or a hand mistypes is refused or asked, and nothing that somebody made is overwritten unasked.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use kuayu::catalog::document::Document;
use kuayu::catalog::read_document;
use kuayu::i18n::Lang;
use kuayu::i18n::office::report;
use kuayu::office::odd::odd;
use kuayu::office::tables::{SheetProblem, Table, from_tables_over, to_tables};

type Tables = HashMap<String, Vec<u8>>;

fn shipped() -> Document {
    static SHIPPED: LazyLock<Document> = LazyLock::new(|| {
        let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json")).unwrap();
        read_document(&text).unwrap()
    });
    SHIPPED.clone()
}

fn tables(document: &Document) -> Tables {
    to_tables(document).unwrap().into_iter().map(|(file, text)| (file.to_owned(), text.into_bytes())).collect()
}

/// A table as rows of cells, to be changed.
fn rows(tables: &Tables, file: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(tables[file].clone()).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn put(tables: &mut Tables, file: &str, rows: &[Vec<String>]) {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    tables.insert(file.to_owned(), writer.into_inner().unwrap());
}

fn column(rows: &[Vec<String>], heading: &str) -> usize {
    rows[0].iter().position(|cell| cell == heading).unwrap()
}

/// What is told in Chinese of the tables when they are to take the place of the shipped catalog: what is refused, and
/// what is asked.
fn told(tables: &Tables) -> (Vec<String>, Vec<String>) {
    let zh = |problems: &[SheetProblem]| problems.iter().map(|one| report(one, Lang::ZhTw)).collect::<Vec<_>>();
    match from_tables_over(tables, Some(&shipped())) {
        Ok(read) => (Vec::new(), zh(&read.doubts)),
        Err(problems) => (zh(&problems), Vec::new()),
    }
}

/// The same with one cell changed: that of the first row that has these cells, by heading.
fn with_cell(file: &str, row: &[(&str, &str)], heading: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let mut tables = tables(&shipped());
    let mut cells = rows(&tables, file);
    let at = column(&cells, heading);
    let wanted: Vec<(usize, &str)> = row.iter().map(|(heading, text)| (column(&cells, heading), *text)).collect();
    let found = cells
        .iter_mut()
        .find(|cells| wanted.iter().all(|(at, text)| cells[*at].trim_start_matches('\'') == *text))
        .unwrap();
    assert_ne!(found[at], text);
    text.clone_into(&mut found[at]);
    put(&mut tables, file, &cells);
    told(&tables)
}

#[test]
fn nothing_that_stands_in_the_catalog_is_odd() {
    let document = shipped();
    assert_eq!(odd(&document, None), []);
    assert_eq!(told(&tables(&document)), (Vec::new(), Vec::new()));
}

#[test]
fn a_column_that_is_gone_is_refused_by_its_heading() {
    let all = tables(&shipped());
    let mut tried = 0;
    for table in Table::ALL {
        let cells = rows(&all, table.file());
        // Without the first column, and with the first alone.
        for gone in [0..1, 1..cells[0].len()] {
            let mut less = cells.clone();
            less.iter_mut().for_each(|row| _ = row.drain(gone.clone()));
            let mut changed = all.clone();
            put(&mut changed, table.file(), &less);
            let (refused, _) = told(&changed);
            for heading in &cells[0][gone] {
                let line = format!("{}：少了「{heading}」這一欄\n  建議：沒有內容也要保留欄位", table.file());
                assert!(refused.iter().any(|told| told.starts_with(&line)), "{line}: {refused:#?}");
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn a_column_that_was_emptied_is_asked_for() {
    let all = tables(&shipped());
    for (file, heading, line) in [
        ("listings.csv", "線上", "listings.csv 第 1 列 G 欄「線上」：整欄變成空的，原來有 12 列有內容"),
        ("listings.csv", "類別", "listings.csv 第 1 列 C 欄「類別」：整欄變成空的，原來有 2550 列有內容"),
        ("courses.csv", "開課學期", "courses.csv 第 1 列 I 欄「開課學期」：整欄變成空的，原來有 "),
        ("courses.csv", "學分", "courses.csv 第 1 列 C 欄「學分」：整欄變成空的，原來有 956 列有內容"),
        ("programs.csv", "說明", ""),
    ] {
        let mut changed = all.clone();
        let mut cells = rows(&all, file);
        let at = column(&cells, heading);
        cells.iter_mut().skip(1).for_each(|row| row[at].clear());
        put(&mut changed, file, &cells);
        let (refused, asked) = told(&changed);
        // Some are missed by the check of the whole: notes without their other language, categories without courses.
        if !refused.is_empty() {
            assert!(["類別", "說明"].contains(&heading), "{heading}: {refused:#?}");
            continue;
        }
        assert!(asked.iter().any(|told| told.starts_with(line)), "{heading}: {asked:#?}");
    }
    // One value that is gone is an edit, two are asked for.
    let mut now = shipped();
    now.sources.iter_mut().for_each(|source| source.licence = None);
    let mut before = now.clone();
    for asked in [0, 1] {
        before.sources[asked].licence = Some("MIT".to_owned());
        assert_eq!(from_tables_over(&tables(&now), Some(&before)).unwrap().doubts.len(), asked);
    }
}

#[test]
fn a_restriction_that_stands_twice_is_refused() {
    let mut all = tables(&shipped());
    let mut cells = rows(&all, "restrictions.csv");
    let again = cells[1].clone();
    cells.insert(2, again);
    put(&mut all, "restrictions.csv", &cells);
    assert_eq!(
        told(&all).0,
        ["restrictions.csv 第 3 列 C 欄「種類」：同一微學程有兩項完全相同的限制\n  建議：請留下一項"]
    );
}

#[test]
fn a_date_of_the_republic_is_told_with_the_day_that_is_probably_meant() {
    for (text, told) in [
        ("115/09/01", "「115/09/01」看起來是民國年\n  建議：這裡用西元年：是不是 2026-09-01？"),
        ("115.9.1", "「115.9.1」看起來是民國年"),
        ("115-09-01", "「115-09-01」看起來是民國年"),
        ("民國115年9月1日", "「民國115年9月1日」看起來是民國年\n  建議：這裡用西元年：是不是 2026-09-01？"),
        ("中華民國 115 年 9 月 1 日", "看起來是民國年"),
        ("１１５年９月１日", "看起來是民國年"),
        ("1150901", "「1150901」看起來是民國年"),
        ("26/9/1", "「26/9/1」不是日期"),
        ("9/1/2026", "「9/1/2026」不是日期"),
        ("115/13/01", "「115/13/01」不是日期"),
    ] {
        for (file, row, heading, place) in [
            ("editions.csv", ("版本", "115-1"), "科目表日期", "editions.csv 第 3 列 E 欄「科目表日期」："),
            ("calendar.csv", ("學期", "115-1"), "加退選開始（日）", "calendar.csv 第 3 列 I 欄「加退選開始（日）」："),
        ] {
            let (refused, _) = with_cell(file, &[row], heading, text);
            assert!(refused.iter().any(|line| line.starts_with(place) && line.contains(told)), "{text}: {refused:#?}");
        }
    }
    // The same day in words of the common era is that day.
    assert_eq!(with_cell("editions.csv", &[("版本", "115-1")], "科目表日期", "2026年9月24日"), (vec![], vec![]));
}

#[test]
fn credits_that_no_program_has_are_refused_or_asked() {
    let with = |text: &str| with_cell("programs.csv", &[("版本", "114-1"), ("代碼", "AVM")], "應修學分", text);
    let place = "programs.csv 第 39 列 F 欄「應修學分」：";
    for text in ["0", "9.3"] {
        let line = format!("{place}微學程的應修學分不會是 {text}\n  建議：請對照科目表；學分是整數，最細到 0.5");
        assert_eq!(with(text), (vec![line], vec![]));
    }
    // Finer than any credit: the row cannot be read at all.
    assert!(with("9.25").0[0].starts_with("programs.csv 第 39 列"), "{:#?}", with("9.25"));
    for text in ["0.5", "7", "13"] {
        let line = format!("{place}應修 {text} 學分；微學程是 8 到 12 學分\n  建議：請對照科目表");
        assert_eq!(with(text), (vec![], vec![line]));
    }
    for text in ["8", "12"] {
        assert_eq!(with(text), (vec![], vec![]), "{text}");
    }
}

#[test]
fn a_course_with_too_many_credits_is_asked_for() {
    let with = |text: &str| with_cell("courses.csv", &[("課程名稱", "綠建築概論")], "學分", text);
    let document = shipped();
    let course = document.courses.iter().find(|course| course.name == "綠建築概論").unwrap();
    assert_eq!(course.credits.unwrap().to_string(), "2");
    let only = |text: &str, what: &str| {
        let (refused, asked) = with(text);
        assert_eq!(refused, [] as [&str; 0]);
        assert_eq!(asked.len(), 1, "{text}: {asked:#?}");
        assert!(asked[0].starts_with("courses.csv 第 ") && asked[0].contains(" 列 C 欄「學分」："), "{asked:#?}");
        assert!(asked[0].contains(what), "{asked:#?}");
    };
    only("20", "學分由 2 變成 20，像是多打或少打了一個 0");
    only("0.2", "學分由 2 變成 0.2，像是多打或少打了一個 0");
    only("30", "一門課 30 學分；學校的課最多 18 學分");
    assert_eq!(with("3"), (vec![], vec![]));
    // Three became thirty.
    let three =
        document.courses.iter().position(|course| course.credits.is_some_and(|c| c.to_string() == "3")).unwrap();
    let code = document.courses[three].code.clone().unwrap();
    let (_, asked) = with_cell("courses.csv", &[("課程編碼", &code)], "學分", "30");
    let line = format!("courses.csv 第 {} 列 C 欄「學分」：學分由 3 變成 30", three + 2);
    assert!(asked.len() == 1 && asked[0].starts_with(&line), "{line}: {asked:#?}");
    // What the catalog has already is not asked for again.
    let mut before = document.clone();
    before.courses[three].credits = kuayu::credits::Credits::parse("30");
    assert_eq!(from_tables_over(&tables(&before), Some(&before)).unwrap().doubts, []);
}

/// An own folder for a test, with the catalog in it.
fn desk(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("careful").join(name);
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/programs.json"), dir.join("programs.json")).unwrap();
    dir
}

/// Runs a command in a folder: its exit code, and what it tells of what is wrong.
fn kuayu(dir: &Path, line: &str) -> (i32, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_kuayu")).args(line.split(' ')).current_dir(dir).output().unwrap();
    (done.status.code().unwrap(), String::from_utf8(done.stderr).unwrap())
}

fn replace(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(old), "{old}");
    fs::write(file, text.replacen(old, new, 1)).unwrap();
}

#[test]
fn tables_that_were_edited_are_not_overwritten_unasked() {
    let dir = desk("to-csv");
    let programs = dir.join("tables/programs.csv");
    for _ in 0..2 {
        assert_eq!(kuayu(&dir, "catalog to-csv programs.json tables"), (0, String::new()));
    }
    // Stored by a spreadsheet in its own way: nothing is lost.
    replace(&programs, "\u{feff}", "");
    assert_eq!(kuayu(&dir, "catalog to-csv programs.json tables").0, 0);
    assert!(fs::read_to_string(&programs).unwrap().starts_with('\u{feff}'));
    // Edited by a hand: everything stays.
    replace(&programs, "綠建築微學程", "綠色建築微學程");
    replace(&dir.join("programs.json"), "綠建築微學程", "綠建築設計微學程");
    fs::remove_file(dir.join("tables/sources.csv")).unwrap();
    let (code, told) = kuayu(&dir, "catalog to-csv programs.json tables");
    assert_eq!(code, 1);
    assert!(told.starts_with("tables 裡的 programs.csv 和現在的資料不同，可能有人改過：什麼都沒寫\n"), "{told}");
    assert!(fs::read_to_string(&programs).unwrap().contains("綠色建築微學程"));
    assert!(!dir.join("tables/sources.csv").exists(), "all or nothing is written");
    assert_eq!(kuayu(&dir, "catalog to-csv --overwrite programs.json tables").0, 0);
    assert!(fs::read_to_string(&programs).unwrap().contains("綠建築設計微學程"));
    assert!(dir.join("tables/sources.csv").exists());
}

#[test]
fn the_catalog_as_it_was_is_kept_beside_the_new_one() {
    let dir = desk("from-csv");
    let text = |file: &str| fs::read_to_string(dir.join(file)).unwrap();
    let first = text("programs.json");
    assert_eq!(kuayu(&dir, "catalog to-csv programs.json tables").0, 0);
    let take = "catalog from-csv --out programs.json tables";
    // Nothing changed: nothing is to be kept.
    assert_eq!(kuayu(&dir, take), (0, String::new()));
    assert!(!dir.join("programs.before.json").exists());
    replace(&dir.join("tables/programs.csv"), "綠建築微學程", "綠色建築微學程");
    assert_eq!(kuayu(&dir, take), (0, "programs.json 已更新；原來的內容留在 programs.before.json\n".to_owned()));
    assert!(text("programs.before.json") == first);
    let second = text("programs.json");
    replace(&dir.join("tables/programs.csv"), "綠色建築微學程", "綠建築設計微學程");
    assert_eq!(kuayu(&dir, take).0, 0);
    assert!(text("programs.before.json") == first && text("programs.before-2.json") == second, "no former is lost");
    // What is asked is not written, unless somebody answers for it.
    let third = text("programs.json");
    replace(&dir.join("tables/programs.csv"), ",建築系,10,", ",建築系,7,");
    let (code, told) = kuayu(&dir, take);
    assert_eq!(code, 1);
    assert!(told.contains("應修 7 學分；微學程是 8 到 12 學分") && told.contains("什麼都沒寫"), "{told}");
    assert!(text("programs.json") == third);
    assert_eq!(kuayu(&dir, "catalog from-csv --sure --out programs.json tables").0, 0);
    assert!(text("programs.json") != third);
    // Checking tells it too, but does not refuse what somebody answered for.
    let (code, told) = kuayu(&dir, "check programs.json");
    assert_eq!(code, 0);
    assert!(told.starts_with("programs.json:") && told.contains("應修 7 學分"), "{told}");
    replace(&dir.join("programs.json"), "\"min_credits\": 7", "\"min_credits\": 0");
    let (code, told) = kuayu(&dir, "check programs.json");
    assert_eq!(code, 1);
    assert!(told.contains("應修學分不會是 0"), "{told}");
}
