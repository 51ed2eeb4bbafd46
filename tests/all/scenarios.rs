//! Scenarios: cases in Markdown that an office clerk can check and write (see `tests/scenarios/README.md`).
//!
//! Each case names a student and the courses taken, and says, in the words that the app shows, what comes out for each
//! program. The real `programs.json` and the real curricula are used. What a case says and what comes out are compared
//! word by word; a difference is told with file and line.
//!
//! `UPDATE_EXPECT=1 cargo test ... --test all scenarios` writes what comes out into the files. It says what it changed, and
//! the run fails all the same: somebody has to read the change.

mod compare;
mod declared;
mod library;
mod read;
mod say;
mod student;
mod taken;

use std::collections::BTreeSet;
use std::fs;
use std::mem::{Discriminant, discriminant};
use std::path::{Path, PathBuf};

use kuayu::audit::{Answer, Fact, ProgramAudit};
use kuayu::rules::Kind;

use library::Library;
use read::{Case, Subject};
use student::Student;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios")
}

/// All scenario files, as paths from the folder.
fn files() -> Vec<String> {
    let mut found = Vec::new();
    for folder_name in ["", "restrictions/"] {
        for entry in fs::read_dir(folder().join(folder_name)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".md") && name != "README.md" {
                found.push(format!("{folder_name}{name}"));
            }
        }
    }
    found.sort();
    found
}

/// The cases of a file; fails with every mistake in how it is written.
fn cases(file: &str) -> Vec<Case> {
    let text = fs::read_to_string(folder().join(file)).unwrap();
    match read::read(&text) {
        Ok(cases) => cases,
        Err(mistakes) => {
            let mistakes = mistakes.iter().map(|(line, what)| format!("tests/scenarios/{file}:{line}: {what}"));
            panic!("\n{}\n", mistakes.collect::<Vec<_>>().join("\n"))
        }
    }
}

#[test]
fn every_case_comes_out_as_written() {
    let update = std::env::var("UPDATE_EXPECT").is_ok_and(|value| value == "1");
    let mut library = Library::default();
    let (mut complaints, mut checked) = (Vec::new(), 0);
    for file in files() {
        let cases = cases(&file);
        assert!(!cases.is_empty(), "tests/scenarios/{file}: no case (a heading with ##)");
        let mut rewritten = Vec::new();
        for case in &cases {
            let told = Student::new(&mut library, case).and_then(|student| {
                case.sections.iter().map(|section| Ok((section, say::said(&student, section)?))).collect()
            });
            let told: Vec<_> = match told {
                Ok(told) => told,
                Err((line, what)) => {
                    complaints.push(format!("tests/scenarios/{file}:{line}: {what}"));
                    continue;
                }
            };
            for (section, said) in told {
                checked += 1;
                let differences = compare::differences(section, &said);
                if !differences.is_empty() && update {
                    rewritten.push((section, said));
                }
                let place = |line: usize| format!("tests/scenarios/{file}:{line}: {} / {}", case.title, section.title);
                complaints.extend(differences.iter().map(|(line, what)| format!("{}\n{what}", place(*line))));
            }
        }
        if !rewritten.is_empty() {
            let text = fs::read_to_string(folder().join(&file)).unwrap();
            fs::write(folder().join(&file), compare::rewritten(&text, &rewritten)).unwrap();
            complaints.push(format!("tests/scenarios/{file}: {} sections rewritten; read the change", rewritten.len()));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
    println!("{checked} answers checked");
    assert!(checked > 0);
}

/// Kinds that tell something and decide nothing.
const SILENT: [&str; 3] = ["notice", "same_name_once", "mutually_exclusive_with"];

/// Kinds that help: without them less is met.
const HELPFUL: [&str; 2] = ["accepts_unlisted", "equivalent_courses"];

/// For every kind of restriction there is a file; in it the kind is met once, and once it alone makes the difference.
/// What makes the difference is found by taking the restriction away.
#[test]
fn every_kind_of_restriction_is_shown_both_ways() {
    let mut library = Library::default();
    let known: BTreeSet<String> = files().into_iter().collect();
    for kind in Kind::NAMES {
        let file = format!("restrictions/{kind}.md");
        assert!(known.contains(&file), "tests/scenarios/{file} is missing");
        let (mut met, mut decides) = (0, 0);
        for case in cases(&file) {
            let student =
                Student::new(&mut library, &case).unwrap_or_else(|(line, what)| panic!("{file}:{line}: {what}"));
            let without = student.without_kind(kind);
            for section in &case.sections {
                let Subject::Program(code) = &section.subject else { continue };
                if !student.program(code).is_some_and(|p| p.restrictions.iter().any(|r| r.kind.name() == *kind)) {
                    continue;
                }
                let (with, without) = (student.audit(code).unwrap(), without.audit(code).unwrap());
                met += usize::from(is_met(&with));
                let differs = answers(&with) != answers(&without);
                decides += usize::from(differs);
                assert!(!SILENT.contains(kind) || !differs, "{file}: {kind} should decide nothing");
                if HELPFUL.contains(kind) && differs {
                    assert!(is_met(&with) && !is_met(&without), "{file}: {kind} should help");
                }
            }
        }
        assert!(met > 0, "{file}: no case in which a program with {kind} is met");
        assert!(decides > 0 || SILENT.contains(kind), "{file}: no case in which {kind} makes the difference");
    }
}

/// Met, or met once facts are confirmed.
fn is_met(audit: &ProgramAudit) -> bool {
    let met = |status: &Answer| matches!(status, Answer::Met | Answer::DependsOn { .. });
    met(&audit.certificate.answer) || met(&audit.cross_domain.answer)
}

/// Both answers, and what they hang on.
fn answers(audit: &ProgramAudit) -> [(Discriminant<Answer>, &[Fact]); 2] {
    [&audit.certificate.answer, &audit.cross_domain.answer].map(|status| match status {
        Answer::DependsOn { facts, .. } => (discriminant(status), facts.as_slice()),
        _ => (discriminant(status), &[][..]),
    })
}

/// What all cases of a file say of their student stands once, at its head.
#[test]
fn a_student_is_declared_once() {
    let mut complaints = Vec::new();
    for file in files() {
        let cases = cases(&file);
        let [first, second, ..] = cases.as_slice() else { continue };
        for (key, (_, value)) in &first.student.here {
            let says = |case: &Case| case.student.here.get(key).is_some_and(|(_, other)| other == value);
            if cases.iter().all(says) {
                let line = second.student.line(key).unwrap();
                complaints.push(format!("tests/scenarios/{file}:{line}: every case says {key}：{value}"));
            }
        }
        let same = |case: &Case| case.student.has_own_table() && case.student.records == first.student.records;
        if !first.student.records.is_empty() && cases.iter().all(same) {
            let line = second.student.record_lines[0];
            complaints.push(format!("tests/scenarios/{file}:{line}: every case has this table"));
        }
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// A case inherits from the head of the file, and says what is otherwise; what contradicts itself is told with its line.
#[test]
fn cases_inherit_from_the_head() {
    let table = |rows: &str| format!("\n| 課名 | 成績 |\n|---|---|\n{rows}\n");
    let head = format!("# 主題\n- 系組：土木系\n- 入學：112\n- 已確認：甲＝是\n{}", table("| 乙 | 80 |"));
    let read = |case: &str| read::read(&format!("{head}## 一\n{case}## 二\n")).map(|mut cases| cases.remove(0).student);
    let courses =
        |case: &str| -> Vec<String> { read(case).unwrap().records.into_iter().map(|record| record.name).collect() };
    let plain = read("說明\n").unwrap();
    assert_eq!((plain.profile.group.as_deref(), plain.profile.entry), (Some("土木系"), Some(112)));
    assert_eq!((plain.records.len(), plain.record_lines[0], plain.line("入學")), (1, 8, Some(3)));
    let other = read("- 系組：未填\n- 入學：113\n- 已確認：甲＝否\n- 已確認：丙＝是\n").unwrap();
    assert_eq!((other.profile.group, other.profile.entry), (None, Some(113)));
    let said: Vec<(&str, bool)> = other.decided.iter().map(|one| (one.sentence.as_str(), one.holds)).collect();
    assert_eq!(said, [("甲", false), ("丙", true)]);
    assert_eq!(courses(&table("| 丁 | 70 |")), ["丁"]);
    assert_eq!(courses(&format!("- 修課：再加\n{}", table("| 丁 | 70 |"))), ["乙", "丁"]);
    assert!(courses("- 修課：沒有\n").is_empty());
    let wrong = |case: &str| read(case).unwrap_err().into_iter().map(|(line, _)| line - 9).collect::<Vec<_>>();
    assert_eq!(wrong("- 入學：113\n- 系組：土木系\n- 入學：114\n"), [2, 3], "the head says so; twice in the case");
    assert_eq!(wrong("- 已確認：甲＝是\n- 已確認：丙＝是\n- 已確認：丙＝否\n"), [1, 3]);
    assert_eq!(wrong("- 學制：未填\n"), [1], "nothing to leave out");
    assert_eq!(wrong(&table("| 乙 | 80 |")), [4], "the table of the head");
    assert_eq!(wrong("- 修課：再加\n### AVM 綠建築微學程\n"), [1], "nothing to add");
    assert_eq!(wrong("- 修課：加\n"), [1]);
    assert_eq!(wrong(&format!("- 修課：沒有\n{}", table("| 丁 | 70 |"))), [5]);
    assert_eq!(wrong(&format!("{}- 修課：再加\n", table("| 丁 | 70 |"))), [5], "it stands before the table");
    let headless = |text: &str| read::read(text).unwrap_err()[0].0;
    assert_eq!(headless("## 甲\n- 修課：再加\n"), 2);
    assert_eq!(headless("- 修課：沒有\n## 甲\n"), 1);
    assert_eq!(headless("- 系組：土木系\n- 系組：電子系\n## 甲\n"), 2);
}

/// What is written wrongly is told with its line, and what does not come out is a difference.
#[test]
fn mistakes_are_told_with_their_lines() {
    let lines = |text: &str| -> Vec<usize> { read::read(text).unwrap_err().iter().map(|(line, _)| *line).collect() };
    assert_eq!(lines("## 甲\n- 系所：土木系\n- 入學：一一二\n"), [2, 3]);
    assert_eq!(lines("## 甲\n\n| 課碼 | 課名 | 成績 |\n|---|---|---|\n| 1 | 乙 | 80 |\n"), [5]);
    assert_eq!(lines("## 甲\n\n| 課名 | 成績 |\n|---|---|\n| 乙 | 優 |\n"), [5]);
    assert_eq!(lines("## 甲\n### AVM 綠建築微學程\n- 証書：學分已修滿\n  - 還缺：x\n"), [3, 4]);
    assert_eq!(lines("## 甲\n### 綠建築微學程\n"), [2]);
    let cases = read::read("## 甲\n### AVM 綠建築微學程\n\n- 證書：學分已修滿\n").unwrap();
    let said =
        |value: &str| vec![say::Said { key: "證書".to_owned(), value: value.to_owned(), must: say::Must::Always }];
    let told = |value: &str| compare::differences(&cases[0].sections[0], &said(value));
    assert!(told("學分已修滿").is_empty());
    assert_eq!(told("未完成").iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4]);
}
