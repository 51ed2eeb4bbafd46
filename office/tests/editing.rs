//! The catalog edited in the worker: tables out and in to the byte, saved pages of the course system with everything that
//! they may get wrong, and the files that are written.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod seat;

use std::io::{Cursor, Read};

use kuayu_office::{Desk, Reply};
use seat::{Seat, root};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-30";

struct Bench(Seat);

impl Bench {
    fn open() -> Bench {
        let mut bench = Bench(Seat(Desk::default()));
        let (said, _) = bench.ask(json!({"wanted": "open", "today": TODAY}), &[]);
        assert_eq!(said["is"], "edited");
        bench
    }

    fn ask(&mut self, wanted: Value, parts: &[Vec<u8>]) -> (Value, Vec<Vec<u8>>) {
        self.see(wanted, parts, json!({"see": "program", "edition": "115-1", "program": "AVM"}))
    }

    fn see(&mut self, wanted: Value, parts: &[Vec<u8>], view: Value) -> (Value, Vec<Vec<u8>>) {
        let mut request = json!({"ask": "edit", "lang": "zh-TW", "view": view});
        request.as_object_mut().unwrap().extend(wanted.as_object().unwrap().clone());
        let Reply { answer, parts } = self.0.ask(request, parts);
        (serde_json::to_value(&answer).unwrap(), parts)
    }

    /// Takes one file, with answers to what is asked of it.
    fn take(&mut self, name: &str, bytes: &[u8], answers: Value) -> Value {
        let wanted = json!({"wanted": "take", "files": [{"name": name}], "today": TODAY, "answers": answers});
        self.ask(wanted, &[bytes.to_vec()]).0
    }

    fn cell(&mut self, table: &str, row: u64, key: &str, text: &str) -> Value {
        let edit = json!({"do": "cell", "table": table, "row": row, "key": key, "text": text});
        self.ask(json!({"wanted": "do", "edit": edit}), &[]).0
    }
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

fn shipped() -> Vec<u8> {
    std::fs::read(root().join("programs.json")).unwrap()
}

/// The questions: ids with their texts.
fn asked(said: &Value) -> Vec<(String, String)> {
    let of = |one: &Value| (one["id"].as_str().unwrap().to_owned(), one["text"].as_str().unwrap().to_owned());
    said["questions"].as_array().unwrap().iter().map(of).collect()
}

#[test]
fn tables_go_out_as_workbook_and_as_csv_and_come_back_to_the_byte() {
    let mut bench = Bench::open();
    for (workbook, name) in [(true, "kuayu-catalog.xlsx"), (false, "")] {
        let (said, parts) = bench.ask(json!({"wanted": "tables", "workbook": workbook}), &[]);
        assert_eq!(said["is"], "bytes");
        let files: Vec<(String, Vec<u8>)> = match workbook {
            true => vec![(name.to_owned(), parts[0].clone())],
            false => unzip(&parts[0]),
        };
        assert_eq!(files.len(), if workbook { 1 } else { 12 });
        let names: Vec<Value> = files.iter().map(|(name, _)| json!({"name": name})).collect();
        let bytes: Vec<Vec<u8>> = files.into_iter().map(|(_, bytes)| bytes).collect();
        let wanted = json!({"wanted": "take", "files": names, "today": TODAY, "answers": {}});
        let (said, _) = bench.ask(wanted, &bytes);
        assert_eq!(said["told"].as_array().unwrap().len(), 12, "{}", said["told"]);
        assert_eq!(said["differences"], json!([]), "{workbook}");
        assert_eq!(said["can_undo"], false, "every cell is the same");
    }
    // One cell changed in the workbook's cells is one difference.
    let said = bench.take("programs.json", &shipped(), json!({}));
    assert_eq!(said["differences"], json!([]));
}

fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

#[test]
fn a_move_is_told_tried_and_stored_with_what_was_before() {
    let mut bench = Bench::open();
    let (said, _) = bench.ask(json!({"wanted": "see"}), &[]);
    let rows = said["sections"][1]["rows"].as_array().unwrap();
    let core = rows.iter().find(|row| row["cells"][2] == "核心").unwrap();
    let said = bench.cell("listings", core["at"].as_u64().unwrap(), "category", "總整");
    assert_eq!(said["problems"], json!([]));
    let differences = texts(&said["differences"]).join("\n");
    assert!(
        differences.contains("AVM") && differences.contains("核心") && !differences.contains("114-1 →"),
        "{differences}"
    );
    let told = loop {
        let (said, _) = bench.ask(json!({"wanted": "try"}), &[]);
        if said["made"] == said["all"] {
            break said["told"].clone();
        }
        assert!(said["made"].as_u64() < said["all"].as_u64());
    };
    assert!(texts(&told)[0].starts_with("115-1 AVM"), "{told}");
    let wanted = json!({"wanted": "store", "date": TODAY, "by": "教務處", "why": "科目表更正"});
    let (said, parts) = bench.ask(wanted, &[]);
    assert_eq!(said["paths"], json!(["programs.json"]));
    assert_eq!(said["edited"]["differences"], json!([]));
    let files = unzip(&parts[0]);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["programs.json", "programs.before.json", "修改說明.txt"]);
    assert_eq!(files[0].1, parts[1]);
    assert!(files[1].1 == shipped(), "what was before is kept to the byte");
    let log = String::from_utf8(files[2].1.clone()).unwrap();
    assert!(log.contains("教務處") && log.contains("科目表更正") && log.contains("115-1 AVM"), "{log}");
    let now: Value = serde_json::from_slice(&parts[1]).unwrap();
    assert_eq!(now["changes"], json!([{"date": TODAY, "by": "教務處", "why": "科目表更正"}]));
    assert_eq!(kuayu::catalog::read(std::str::from_utf8(&parts[1]).unwrap()).err(), None);
}

/// A page of a program as the course system shows one, invented; `row` and `rules` may be changed.
fn standard(year: u16, name: &str, rows: &str, rules: &str) -> String {
    format!(
        r#"<html><head><title>課程標準</title></head><body><P><H3>{year} 學年度入學 微學程 【{name}】 課程科目表</H3></P>
<table border=1><tr><th>學年<th>學期<th>類別<th>課程編碼<th>課程名稱<th>學分<th>時數<th>階段別/<BR>總階段數<th>群組編號<BR>(應修學分)<th>備註
{rows}
<tr><td colspan="10">{rules}</td></tr></table></body></html>"#
    )
}

fn row(code: &str, name: &str, credits: &str, remark: &str) -> String {
    format!("<tr><td>1<td>1<td>★<td>{code}<td>{name}<td>{credits}<td>2<td>1<td>　<td>{remark}\n")
}

/// The rows of AVM as the catalog has them.
fn rows_of_avm(bench: &mut Bench) -> Vec<(String, String, String, String)> {
    let courses: Value = serde_json::from_slice(&shipped()).unwrap();
    let (said, _) = bench.ask(json!({"wanted": "see"}), &[]);
    let credits = |code: &str| {
        let known = courses["courses"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap();
        known["credits"].as_f64().map(|credits| format!("{credits:.1}")).unwrap_or_default()
    };
    let rows = said["sections"][1]["rows"].as_array().unwrap();
    let text = |row: &Value, at: usize| row["cells"][at].as_str().unwrap().to_owned();
    let listed = rows.iter().filter(|row| row["cells"][8] == "");
    listed.map(|row| (text(row, 3), text(row, 4), credits(&text(row, 3)), text(row, 2))).collect()
}

fn page_of(rows: &[(String, String, String, String)]) -> String {
    rows.iter().map(|(code, name, credits, category)| row(code, name, credits, category)).collect()
}

const NAME: &str = "綠建築微學程";

#[test]
fn the_same_page_changes_nothing_and_one_page_changes_one_program() {
    let mut bench = Bench::open();
    let mut rows = rows_of_avm(&mut bench);
    let said = bench.take("AVM.html", standard(115, NAME, &page_of(&rows), "").as_bytes(), json!({}));
    assert_eq!((&said["questions"], &said["differences"]), (&json!([]), &json!([])), "{}", said["told"]);
    // Marks and halves in the credits' cells are understood, and so are categories in short.
    let marked: Vec<_> = rows
        .iter()
        .map(|(code, name, credits, category)| {
            let short: String = category.chars().take(1).collect();
            (
                code.clone(),
                name.clone(),
                format!("{credits}#"),
                if category == "核心" { "核心（需先修示範）".to_owned() } else { short },
            )
        })
        .collect();
    let said = bench.take("AVM.html", standard(115, NAME, &page_of(&marked), "").as_bytes(), json!({}));
    assert_eq!((&said["questions"], &said["differences"]), (&json!([]), &json!([])), "{}", said["told"]);

    let gone = rows.pop().unwrap();
    rows.push(("99A0001".into(), "示範綠建築".into(), "3.0/3.0".into(), "e基".into()));
    let said = bench.take("AVM.html", standard(115, NAME, &page_of(&rows), "").as_bytes(), json!({}));
    assert_eq!(said["questions"], json!([]));
    let lines = texts(&said["differences"]);
    let others = lines.iter().filter(|line| line.starts_with("  ") && !line.contains("AVM"));
    assert_eq!(others.count(), 0, "{lines:?}");
    assert!(
        lines.iter().any(|line| line.contains("99A0001")) && lines.iter().any(|line| line.contains(&gone.0)),
        "{lines:?}"
    );
    let rows = said["sections"][1]["rows"].as_array().unwrap();
    let new = rows.iter().find(|row| row["cells"][3] == "99A0001").unwrap();
    assert_eq!(
        (&new["cells"][2], &new["cells"][6]),
        (&json!("基礎"), &json!("是")),
        "short for its category, and online"
    );
}

#[test]
fn what_only_a_person_knows_is_asked_and_nothing_changes_before() {
    let mut bench = Bench::open();
    let mut rows = rows_of_avm(&mut bench);
    rows[0].2 = "20.0".into(); // a known course with other credits
    rows[1].3 = String::new(); // no category where there was one
    rows.push(("99A0001".into(), "示範綠建築".into(), "三".into(), "核e".into())); // credits that nobody can read
    rows.push(("99A0002".into(), "示範專題".into(), String::new(), "總整".into())); // no credits
    let rules = "1.本微學程至少修畢8學分。<br>2.基礎課程至少1門；須事先登記。";
    let odd = format!("{}<tr><td>1<td>1<td>★<td><td><td>?<td>2<td>1<td><td>補\n", page_of(&rows));
    let page = standard(115, NAME, &odd, rules);
    let said = bench.take("AVM.html", page.as_bytes(), json!({}));
    let questions = asked(&said);
    let has = |id: &str, text: &str| questions.iter().any(|(known, words)| known == id && words.contains(text));
    assert!(has(&format!("0:credits:{}", rows[0].0), "20"), "{questions:?}");
    assert!(has(&format!("0:category:{}", rows[1].0), "沒有類別"), "{questions:?}");
    assert!(has("0:credits:99A0001", "「三」") && has("0:credits:99A0002", "沒有寫學分"), "{questions:?}");
    assert!(has("0:number:credits", "10 → 8"), "a number is lowered only with a yes: {questions:?}");
    assert!(
        questions.iter().any(|(id, text)| id.starts_with("0:sentence:") && text.contains("須事先登記")),
        "{questions:?}"
    );
    assert!(questions.iter().any(|(id, _)| id.starts_with("0:row:")), "{questions:?}");
    assert_eq!(said["differences"], json!([]), "nothing is different before all is answered");

    let answer = |id: &str| match id.split(':').nth(1).unwrap() {
        "credits" if id.ends_with("99A0001") => "3",
        "credits" if id.ends_with("99A0002") => "2",
        "sentence" => "seen",
        "row" => "leave",
        _ => "keep",
    };
    let mut answers: serde_json::Map<String, Value> =
        questions.iter().map(|(id, _)| (id.clone(), answer(id).into())).collect();
    // An answer that is none does not count.
    answers.insert("0:number:credits".into(), "perhaps".into());
    let said = bench.take("AVM.html", page.as_bytes(), Value::Object(answers.clone()));
    assert_eq!(said["differences"], json!([]));
    answers.insert("0:number:credits".into(), "keep".into());
    let said = bench.take("AVM.html", page.as_bytes(), Value::Object(answers.clone()));
    assert_eq!(said["questions"], json!([]), "{}", said["told"]);
    let lines = texts(&said["differences"]).join("\n");
    assert!(lines.contains("99A0001") && lines.contains("99A0002") && !lines.contains("應修學分"), "{lines}");
    assert!(!lines.contains("20"), "the credits were kept: {lines}");
    // Sentences that were read are not asked again; the number is, as it still is another.
    let said = bench.take("AVM.html", page.as_bytes(), json!({}));
    assert!(!asked(&said).iter().any(|(id, _)| id.contains("sentence")), "{:?}", asked(&said));
    assert!(asked(&said).iter().any(|(id, _)| id == "0:number:credits"));
    // With a yes the number is taken.
    answers.insert("0:number:credits".into(), "take".into());
    let said = bench.take("AVM.html", page.as_bytes(), Value::Object(answers));
    assert!(texts(&said["differences"]).join("\n").contains("應修學分 10 → 8"));
    let wanted = json!({"wanted": "store", "date": TODAY, "by": "教務處", "why": "示範"});
    let (_, parts) = bench.ask(wanted, &[]);
    let files = unzip(&parts[0]);
    let read = files.iter().find(|(name, _)| name == "standards.json").unwrap();
    let read: Value = serde_json::from_slice(&read.1).unwrap();
    assert_eq!(read["AVM"].as_array().unwrap().len(), 3, "hashes, no sentences: {read}");
}

#[test]
fn a_page_of_another_program_or_year_is_asked() {
    let mut bench = Bench::open();
    let rows = page_of(&rows_of_avm(&mut bench));
    // The file says one program, the page another.
    let page = standard(115, NAME, &rows, "");
    let said = bench.take("AVL.html", page.as_bytes(), json!({}));
    assert_eq!(said["differences"], json!([]));
    assert_eq!(asked(&said)[0].0, "0:program");
    let said = bench.take("AVL.html", page.as_bytes(), json!({"0:program": "no"}));
    assert_eq!((&said["questions"], &said["differences"]), (&json!([]), &json!([])));
    assert!(texts(&said["told"])[0].contains("沒有採用"));
    // A name that no program has.
    let said = bench.take("x.html", standard(115, "示範微學程", &rows, "").as_bytes(), json!({}));
    assert_eq!(asked(&said)[0].0, "0:program");
    // A year that the catalog has no edition of.
    let said = bench.take("AVM.html", standard(116, NAME, &rows, "").as_bytes(), json!({}));
    assert_eq!(asked(&said)[0].0, "0:edition");
    let said = bench.take("AVM.html", standard(116, NAME, &rows, "").as_bytes(), json!({"0:edition": "yes"}));
    assert!(texts(&said["differences"]).iter().any(|line| line.contains("116-1")), "{}", said["differences"]);
    let editions = said["editions"].as_array().unwrap();
    assert_eq!(editions.len(), 3);
}

#[test]
fn a_groups_curriculum_is_taken_with_its_day() {
    let mut bench = Bench::open();
    let page = std::fs::read(root().join("tests/fixtures/curricula/115-electronics.html")).unwrap();
    let said = bench.take("電子系.html", &page, json!({}));
    assert_eq!(asked(&said).iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["0:day"]);
    assert_eq!(said["questions"][0]["preset"], TODAY);
    let said = bench.take("電子系.html", &page, json!({"0:day": TODAY}));
    // An invented page has next to nothing of what is there: that is asked.
    assert!(asked(&said).iter().any(|(id, _)| id.starts_with("0:doubt:")), "{said}");
    let said = bench.take("電子系.html", &page, json!({"0:day": TODAY, "0:doubt:0": "no"}));
    assert_eq!(said["differences"], json!([]));
    let said = bench.take("電子系.html", &page, json!({"0:day": TODAY, "0:doubt:0": "yes"}));
    let lines = texts(&said["differences"]);
    assert!(lines[0].contains("115 電子系"), "{lines:?}");
    assert!(lines.iter().filter(|line| !line.starts_with(' ')).all(|line| line.contains("電子系")), "{lines:?}");
}

#[test]
fn files_that_are_none_are_told_and_change_nothing() {
    let mut bench = Bench::open();
    for (name, bytes) in [
        ("notes.txt", b"hello".to_vec()),
        ("broken.json", b"{\"schema\": 2".to_vec()),
        ("photo.jpg", vec![0xff, 0xd8, 0xff, 0xe0, 0, 16]),
        ("login.html", "<html><p>登入</p></html>".as_bytes().to_vec()),
        ("empty.csv", Vec::new()),
        ("courses.csv", "課程編碼,課程名稱\n3401007,測量學(一)\n".as_bytes().to_vec()),
    ] {
        let said = bench.take(name, &bytes, json!({}));
        assert!(!said["told"].as_array().unwrap().is_empty(), "{name}");
        assert_eq!(said["can_undo"], false, "{name}: {}", said["told"]);
    }
}
