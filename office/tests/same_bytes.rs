//! What the office's page writes is what the command line writes, byte for byte, for good files and for all kinds of bad.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kuayu_office::{Answer, Desk, Reply};
use seat::{Seat, root};
use serde_json::{Value, json};

mod seat;

#[path = "../../xtask/src/invent.rs"]
#[allow(dead_code)]
mod invent;

const CODE: &str = "課程編碼,課程名稱,學分,成績,學期\n";
const TODAY: &str = "2026-11-30";

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("kuayu-office-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("transcripts/112")).unwrap();
    folder
}

/// The command line's tables: answers and problems.
fn command_line(folder: &Path, more: &[&str]) -> (Vec<u8>, Vec<u8>) {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let catalog = root().join("programs.json").to_str().unwrap().to_owned();
    let mut args = ["batch", "--catalog", &catalog, "--today", TODAY].map(str::to_owned).to_vec();
    args.extend(["--roster".to_owned(), path("roster.csv"), "--out".to_owned(), path("out.csv")]);
    args.extend(more.iter().map(|one| (*one).to_owned()));
    args.push(path("transcripts"));
    kuayu::cli::run(args.into_iter().map(Into::into));
    (fs::read(path("out.csv")).unwrap(), fs::read(path("out.problems.csv")).unwrap())
}

/// The page's tables, and its receipt.
fn page(folder: &Path, lang: &str, advice: bool, programs: &[&str]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (inside, place) in [("", "transcripts"), ("112/", "transcripts/112")] {
        for entry in fs::read_dir(folder.join(place)).unwrap().map(Result::unwrap) {
            if entry.path().is_file() {
                let name = format!("{inside}{}", entry.file_name().to_str().unwrap());
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let names: Vec<&String> = files.keys().filter(|name| !name.starts_with('~')).collect();
    let mut seat = Seat(Desk::default());
    let open =
        json!({"ask": "open", "lang": lang, "today": TODAY, "edition": null, "advice": advice, "programs": programs});
    assert!(matches!(seat.ask(open, &[]).answer, Answer::Opened { .. }));
    let roster = fs::read(folder.join("roster.csv")).unwrap();
    let read = seat.ask(json!({"ask": "roster", "names": names}), &[roster]);
    let heads = seat.ask(json!({"ask": "headings"}), &[]);
    let (mut answers, mut problems) = (heads.parts[0].clone(), heads.parts[1].clone());
    problems.extend(&read.parts[0]);
    let told = serde_json::to_value(&read.answer).unwrap();
    let mut done: BTreeMap<u64, Reply> = BTreeMap::new();
    for student in told["order"].as_array().unwrap() {
        let place = |place: &Value| match place.as_u64() {
            Some(at) => (json!({"name": names[at as usize]}), Some(files[names[at as usize]].clone())),
            None => (json!({"name": place, "missing": "No such file or directory (os error 2)"}), None),
        };
        let of = told["students"][student.as_u64().unwrap() as usize]["files"].as_array().unwrap();
        let (sent, parts): (Vec<Value>, Vec<Option<Vec<u8>>>) = of.iter().map(place).unzip();
        let request = json!({"ask": "judge", "student": student, "files": sent});
        let parts: Vec<Vec<u8>> = parts.into_iter().flatten().collect();
        done.insert(student.as_u64().unwrap(), seat.ask(request, &parts));
    }
    let mut transcripts = BTreeMap::new();
    for reply in done.into_values() {
        let Answer::Judged(judged) = &reply.answer else { panic!("{:?}", reply.answer) };
        transcripts.extend(judged.read.iter().cloned());
        answers.extend(&reply.parts[0]);
        problems.extend(&reply.parts[1]);
    }
    for (is_answers, table) in [(true, &answers), (false, &problems)] {
        for piece in table.chunks(1000) {
            seat.ask(json!({"ask": "hash", "answers": is_answers}), &[piece.to_vec()]);
        }
    }
    let receipt = seat.ask(json!({"ask": "receipt", "build": null, "transcripts": transcripts}), &[]);
    (answers, problems, receipt.parts[0].clone())
}

fn same(folder: &Path, lang: &str, advice: bool, programs: &[&str]) -> (String, String) {
    let joined = programs.join(",");
    let mut more = vec!["--lang", if lang == "en" { "en" } else { "zh" }];
    if advice {
        more.push("--advice");
    }
    if !programs.is_empty() {
        more.extend(["--programs", &joined]);
    }
    let theirs = command_line(folder, &more);
    let mine = page(folder, lang, advice, programs);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    assert_eq!(text(mine.2), fs::read_to_string(folder.join("out.receipt.json")).unwrap());
    let (mine, theirs) = ((text(mine.0), text(mine.1)), (text(theirs.0), text(theirs.1)));
    assert!(mine.0 == theirs.0, "the answers differ");
    assert_eq!(mine.1, theirs.1);
    mine
}

#[test]
fn of_invented_students() {
    let dir = folder("invented");
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let years: Vec<String> = (112..=115).map(|year| read(&format!("public/curricula/{year}.json"))).collect();
    let source = invent::Source::new(&read("programs.json"), &years.iter().map(String::as_str).collect::<Vec<_>>());
    let source = source.unwrap();
    fs::write(dir.join("roster.csv"), source.roster(40)).unwrap();
    for number in 0..40 {
        let (name, text) = source.transcript(number);
        let place = if number % 3 == 0 { "transcripts/112" } else { "transcripts" };
        fs::write(dir.join(place).join(name), text).unwrap();
    }
    let (answers, _) = same(&dir, "zh-Hant-TW", false, &[]);
    assert!(answers.lines().count() > 40 * 40);
    same(&dir, "en", true, &["AVM", "AZ7"]);
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn of_every_mistake() {
    let dir = folder("mistakes");
    let transcripts = dir.join("transcripts");
    let write = |name: &str, text: &str| fs::write(transcripts.join(name), text).unwrap();
    let roster = "學號,系組,入學年度,檔案\n112310001,土木系,112,\n112310002,土木糸,112,\n112310003,土木系,112,\n\
                  112310004,土木系,112,b.csv;missing.csv\n112310001,土木系,113,\n112310005,土木系,112,\n,土木系,112,\n\
                  112310006,,,\n112310007,土木系,112,\n112310008,土木系,112,\n112310009,電子系,113,\n";
    fs::write(dir.join("roster.csv"), roster).unwrap();
    let good = format!("{CODE}3901416,綠建築概論,2,90,113-2\n");
    write("112310001-1.csv", &format!("{good},,2,90,113-2\n"));
    write("112310001-2.csv", &format!("{CODE}3902019,建築物理(一),2,84,113-2\n"));
    write("112/b.csv", &good);
    fs::write(transcripts.join("112310005.jpg"), b"\xff\xd8\xff\xe0\x00\x10JFIF").unwrap();
    write("112310006.csv", &good);
    fs::copy(root().join("tests/fixtures/odd/two-sheets.xlsx"), transcripts.join("112310007.xlsx")).unwrap();
    fs::write(transcripts.join("112310008.pdf"), b"%PDF-1.4 and nothing else").unwrap();
    fs::copy(root().join("tests/fixtures/portal-page.html"), transcripts.join("112310009.html")).unwrap();
    write("nobody.csv", &good);
    write("~112310003.csv", &good);
    let (answers, problems) = same(&dir, "zh-Hant-TW", false, &["AVM"]);
    assert_eq!(answers.lines().count(), 1 + 5, "{answers}");
    for told in ["沒有系組「土木糸」", "學號與第 2 列重複", "沒有學號", "nobody.csv", "沒有可用的成績檔", "missing.csv"]
    {
        assert!(problems.contains(told), "{told} in {problems}");
    }
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn counted_courses_come_with_scores_and_categories_and_contradictions_are_told_beside_them() {
    let dir = folder("counted");
    fs::write(dir.join("roster.csv"), "學號,系組,入學年度\n112310001,電子系,113\n").unwrap();
    fs::write(
        dir.join("transcripts/112310001.json"),
        r#"{"app":"kuayu","kind":"backup","version":4,"profile":{"group":"土木系","entry":112,"degree":"bachelor"},
        "records":[{"code":"3901416","name":"綠建築概論","credits":2,"grade":{"score":90}}],"plans":[],"settings":{}}"#,
    )
    .unwrap();
    let (answers, _) = same(&dir, "zh-Hant-TW", false, &["AVM"]);
    let row = answers.lines().nth(1).unwrap();
    assert!(row.contains("綠建築概論") && row.contains("2 學分 90"), "{row}");
    assert!(row.contains("請先核對："), "{row}");
    fs::remove_dir_all(dir).unwrap();
}

#[test]
fn the_workbook_reads_back_as_what_was_written() {
    let dir = folder("workbook");
    fs::write(dir.join("roster.csv"), "學號,系組,入學年度\n0012,土木系,112\n=1,土木系,112\n").unwrap();
    for name in ["0012.csv", "=1.csv"] {
        fs::write(dir.join("transcripts").join(name), format!("{CODE}3901416,綠建築概論,2,90,113-2\n,,1,1,\n"))
            .unwrap();
    }
    let (answers, problems, _) = page(&dir, "zh-Hant-TW", false, &[]);
    let mut seat = Seat(Desk::default());
    let made = seat.ask(json!({"ask": "workbook", "programs": ["AVM"]}), &[answers, problems]);
    let tables = kuayu_readers::read(&made.parts[0]).unwrap();
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["結果", "問題"]);
    let cells = |row: usize| tables[0].lines[row].cells.iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(cells(0)[..3], ["學號", "系組", "入學年度"]);
    assert_eq!((cells(1)[0], cells(1)[2], cells(1)[4], tables[0].lines.len()), ("0012", "112", "AVM", 3));
    assert_eq!(cells(2)[0], "=1", "what looks like a formula is text");
    fs::remove_dir_all(dir).unwrap();
}
