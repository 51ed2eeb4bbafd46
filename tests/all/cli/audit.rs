//! `kuayu audit` and `kuayu advise` as they are called: what they say beside the answers.

use std::process::{Command, Output};

use serde_json::Value;

/// Calls the command for a transcript of that name and text.
fn kuayu(args: &[&str], name: &str, transcript: &str) -> Output {
    let path = format!("{}/{name}.csv", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, transcript).unwrap();
    Command::new(env!("CARGO_BIN_EXE_kuayu"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(args)
        .arg(path)
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const STUDENT: [&str; 4] = ["--department", "土木系", "--entry", "112"];

#[test]
fn what_could_not_be_read_is_said_with_the_answers() {
    let unread =
        "課號,課名,學分,學期,成績\n3902019,建築物理(一),2,112-1,很好\n3902015,建築環境控制系統(一),多,113-1,70\n";
    let args = [&["audit", "--program", "AVM"], &STUDENT[..]].concat();
    let told = text(&kuayu(&args, "unread", unread));
    assert!(told.contains("unread.csv 2  [請確認] 成績看不懂"), "{told}");
    let json = text(&kuayu(&[&args[..], &["--json"]].concat(), "unread-json", unread));
    let answer: Value = serde_json::from_str(&json).unwrap();
    let kinds: Vec<&str> =
        answer["issues"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["grade_unreadable", "credits_unreadable"]);
}

#[test]
fn a_course_under_another_code_is_named_with_it() {
    let told = text(&kuayu(
        &[&["audit", "--program", "AVM"], &STUDENT[..]].concat(),
        "other-code",
        "課號,課名,學分,學期,成績\n9999999,循環經濟之建築設計,2,113-2,80\n",
    ));
    assert!(told.contains("循環經濟之建築設計 3903446（修的是 9999999）"), "{told}");
}

#[test]
fn advice_says_what_is_not_offered_and_what_it_hangs_on() {
    let transcript = "課號,課名,學分,學期,成績\n5402109,課,3,112-1,80\n5401206,課,3,112-1,80\n5401209,課,3,112-2,80\n5402208,課,3,113-1,80\n5404428,課,3,113-2,80\n";
    let args = ["audit", "--program", "AVH", "--advice", "--department", "英文系", "--entry", "112"];
    let told = text(&kuayu(&args, "advice", transcript));
    assert!(told.contains("\n      ? "), "{told}");
    let few = "課號,課名,學分,學期,成績\n5825218,課,3,112-1,80\nAA02015,課,2,112-1,80\nAA02008,課,2,112-2,80\nAA02001,課,1,112-2,80\n3604154,課,1,113-1,80\n";
    let args = ["audit", "--program", "AV3", "--advice", "--department", "機械系", "--entry", "112"];
    let told = text(&kuayu(&args, "few", few));
    assert!(told.contains("（近年沒開）"), "{told}");
}

#[test]
fn too_many_programs_together_are_refused() {
    let args = ["advise", "--programs", "AV2,AV3,AV4,AV5,AV6,AV7,AV9", "--department", "電機系", "--entry", "112"];
    let refused = kuayu(&args, "many", "課號,課名,學分,學期,成績\n3902019,建築物理(一),2,112-1,75\n");
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("最多 6 個微學程"));
}

/// Courses that the department alone may call cross-domain serve both programs: one round of questions, fewer credits.
#[test]
fn answers_of_the_department_that_serve_several_programs_are_told_beside_the_certain_way() {
    let args = ["advise", "--requirement", "--json", "--programs", "AVK,AVW"];
    let output = kuayu(&[&args[..], &STUDENT].concat(), "nothing", "課程編碼,課程名稱,學分,成績\n");
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let certain = &told["advice"];
    let cheaper = &certain["if_confirmed"];
    assert_eq!(certain["depends_on"].as_array().map(Vec::len), Some(0));
    assert!(cheaper["credits"].as_f64().unwrap() < certain["credits"].as_f64().unwrap(), "{told}");
    for program in cheaper["depends_on"].as_array().unwrap() {
        for fact in program["facts"].as_array().unwrap() {
            assert_eq!(fact["fact"], "cross_domain", "one answer of the department, whatever the program");
        }
    }
}

/// A student's own data as the app exports it, with what an office said; invented.
const OWN: &str = r#"{"app":"kuayu","kind":"backup","version":4,"profile":{"group":"土木系","entry":112,"degree":"bachelor"},
"records":[{"code":"3901416","name":"綠建築概論","credits":2,"grade":{"score":90}}],
"decisions":[{"program":"AVM","fact":{"fact":"counts","course":{"code":"3901416","name":"綠建築概論"}},"holds":false,"by":"program","date":"2026-11-20","note":"要先修建築物理"}],
"plans":[],"settings":{}}"#;

#[test]
fn a_backup_of_the_app_brings_what_offices_said_and_the_answer_says_so() {
    let told = text(&kuayu(&["audit", "--program", "AVM"], "own", OWN));
    assert!(told.contains("= ") && told.contains("綠建築概論"), "{told}");
    let line = told.lines().find(|line| line.trim_start().starts_with("= ")).unwrap();
    for part in ["否", "微學程主辦單位", "2026-11-20", "要先修建築物理"] {
        assert!(line.contains(part), "{line}");
    }
    let json = text(&kuayu(&["audit", "--program", "AVM", "--json"], "own-json", OWN));
    let answer: Value = serde_json::from_str(&json).unwrap();
    let program = &answer["programs"][0];
    assert_eq!(program["by_answers"].as_array().unwrap().len(), 1);
    assert_eq!(program["credits"]["counted"], 0, "what the office does not count is not counted");
    // Without what was said it counts, and nothing is said of answers.
    let plain = OWN.split_once("\"decisions\"").unwrap().0.to_owned() + "\"plans\":[],\"settings\":{}}";
    let json = text(&kuayu(&["audit", "--program", "AVM", "--json"], "own-plain", &plain));
    let answer: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(answer["programs"][0]["credits"]["counted"], 2);
    assert!(answer["programs"][0].get("by_answers").is_none());
}

#[test]
fn a_backup_says_in_which_degree_system_its_student_is_and_what_of_it_was_lost() {
    let graduate = OWN
        .replace("\"group\":\"土木系\",\"entry\":112,\"degree\":\"bachelor\"", "\"entry\":113,\"degree\":\"graduate\"");
    let json = text(&kuayu(&["audit", "--program", "AVM", "--json"], "own-graduate", &graduate));
    let answer: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(answer["profile"]["degree"], "graduate");
    assert_eq!(answer["programs"][0]["cross_domain"]["status"], "not_required");
    // What is asked for goes before it.
    let args = ["audit", "--program", "AVM", "--json", "--degree", "bachelor"];
    let answer: Value = serde_json::from_str(&text(&kuayu(&args, "own-said", &graduate))).unwrap();
    assert_eq!(answer["profile"]["degree"], "bachelor");
    let broken = OWN.replace("\"plans\":[]", "\"plans\":7");
    let told = kuayu(&["audit", "--program", "AVM"], "own-broken", &broken);
    assert!(String::from_utf8(told.stderr).unwrap().contains("own-broken"), "parts that make no sense are told");
}
