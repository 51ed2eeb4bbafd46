//! `kuayu import` as it is called: its JSON, its words, its exit codes.

use std::process::{Command, Output};

use serde_json::{Value, json};

fn kuayu(args: &[&str]) -> Output {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    Command::new(env!("CARGO_BIN_EXE_kuayu")).current_dir(fixtures).arg("import").args(args).output().unwrap()
}

fn json_of(args: &[&str]) -> Value {
    serde_json::from_slice(&kuayu(args).stdout).unwrap()
}

#[test]
fn json_has_rows_issues_and_profile() {
    let answer = json_of(&["--json", "--newest", "114-1", "transcripts/portal-pasted.txt"]);
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 58);
    let row = rows.iter().find(|row| row["code"] == "AAA0021").unwrap();
    let expected = json!({
        "name": "無人機設計與飛航實務", "credits": 3, "stage": "1", "term": "112-1", "score": 88, "status": "passed",
        "english": true, "declared": false,
    });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&row[key], value, "{key}");
    }
    assert!(rows.iter().any(|row| row["score"] == "抵免" && row["status"] == "passed" && row["stage"] == "全"));
    assert!(rows.iter().any(|row| row["score"] == "W" && row["status"] == "not_passed"));
    assert!(rows.iter().any(|row| row["score"] == "N" && row["status"] == "in_progress"));
    assert_eq!(answer["profile"], Value::Null);
    for issue in answer["issues"].as_array().unwrap() {
        assert!(issue["kind"].is_string() && !issue["hint"].as_str().unwrap().is_empty() && issue["line"].is_u64());
    }
}

#[test]
fn several_files_at_once() {
    let answer = json_of(&["--json", "--lang", "en", "transcripts/review.txt", "transcripts/table-big5.csv"]);
    assert_eq!(answer["profile"]["entry"], 111);
    assert_eq!(answer["profile"]["group"], "電子系");
    assert_eq!(answer["files"][0]["format"], "review");
    assert_eq!(answer["files"][1]["read"], 58);
    assert_eq!(answer["rows"].as_array().unwrap().len(), 68);
    assert_eq!(answer["issues"][0]["what"], "The graduation review is not a full transcript");
}

#[test]
fn exit_codes() {
    let photo = std::env::temp_dir().join(format!("kuayu-photo-{}.csv", std::process::id()));
    std::fs::write(&photo, b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01").unwrap();
    for (args, code) in [
        (&["transcripts/table-chinese.csv"][..], 0),
        (&[photo.to_str().unwrap()], 1),
        (&["--json", photo.to_str().unwrap()], 1),
        (&[], 2),
        (&["--lang", "fr", "transcripts/table-chinese.csv"], 2),
        (&["no-such-file.csv"], 2),
    ] {
        assert_eq!(kuayu(args).status.code(), Some(code), "{args:?}");
    }
    let words = String::from_utf8(kuayu(&[photo.to_str().unwrap()]).stdout).unwrap();
    assert!(words.contains("這是圖片"), "{words}");
    std::fs::remove_file(photo).unwrap();
}
