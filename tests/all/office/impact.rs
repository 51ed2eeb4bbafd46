//! What a change of the catalog does to invented students: who gains, who loses, and the smallest of each.

use std::fs;
use std::path::Path;
use std::process::Command;

use kuayu::audit::{Answer, Prepared};
use kuayu::catalog::Catalog;
use kuayu::catalog::document::{Document, Program};
use kuayu::credits::Credits;
use kuayu::i18n::Lang;
use kuayu::i18n::office::impact::told;
use kuayu::office::impact::{Case, Impact, Wanted, impact};
use kuayu::rules::{Kind, Restriction};
use kuayu::transcript::Record;
use serde_json::json;

use crate::support::real::Real;

const WANTED: Wanted = Wanted { students: 240, seed: 7 };

/// Two programs of one edition of the real catalog, with the courses that they list and a few departments: quick to judge
/// by. They are open to everybody.
fn small(real: &Real) -> Document {
    let mut document = real.catalog.document().clone();
    document.editions.retain(|edition| edition.id == "115-1");
    let programs = &mut document.editions[0].programs;
    programs.retain(|program| ["AVM", "AVL"].contains(&program.code.as_str()));
    let closes = |one: &Restriction| matches!(one.kind, Kind::OnlyOpenTo(_) | Kind::NotOpenTo(_));
    programs.iter_mut().for_each(|program| program.restrictions.retain(|one| !closes(one)));
    let listed: Vec<(Option<String>, String)> = programs
        .iter()
        .flat_map(|program| program.listings())
        .map(|(_, listing)| (listing.code.clone(), listing.name.clone()))
        .collect();
    document.courses.retain(|course| listed.iter().any(|(code, name)| *code == course.code && *name == course.name));
    document.departments.truncate(6);
    document
}

fn program<'d>(document: &'d mut Document, code: &str) -> &'d mut Program {
    document.editions[0].programs.iter_mut().find(|program| program.code == code).unwrap()
}

/// The catalog and what a change makes of it.
struct Change {
    real: Real,
    old: Catalog,
    new: Catalog,
}

impl Change {
    fn new(change: impl FnOnce(&mut Document)) -> Change {
        let real = Real::read();
        let old = small(&real);
        let mut new = old.clone();
        change(&mut new);
        Change { real, old: Catalog::new(old), new: Catalog::new(new) }
    }

    fn impact(&self, wanted: Wanted) -> Impact {
        impact(&self.old, &self.new, &self.real.curricula, wanted)
    }

    /// Both answers about a program by one of the catalogs, asked of the engine anew.
    fn answers(&self, catalog: &Catalog, case: &Case, records: &[Record], code: &str) -> [Answer; 2] {
        let year = self.real.curricula.iter().find(|year| Some(year.year) == case.profile.entry);
        let curriculum = year.and_then(|year| year.group(case.profile.group.as_deref()?, catalog));
        let prepared = Prepared::new(catalog, &catalog.editions()[0], curriculum.as_ref(), &case.profile, &[]);
        let audit = prepared.audit(records).into_iter().find(|audit| audit.code == code).unwrap();
        [audit.certificate.answer, audit.cross_domain.answer]
    }
}

#[test]
fn the_same_catalog_changes_nothing() {
    let same = Change::new(|_| ());
    let found = same.impact(WANTED);
    assert!(found.programs.is_empty() && found.added.is_empty() && found.removed.is_empty());
    assert_eq!(told(&found, Lang::ZhTw), ["沒有微學程的規定或課程變得不同，答案都一樣"]);
    // What people read, and when courses had classes, changes no answer.
    let read = Change::new(|document| {
        document.courses.iter_mut().for_each(|course| course.offered.clear());
        let program = program(document, "AVM");
        program.plan_url = Some("https://example.edu/plan".to_owned());
        program.notes.clear();
        program.name.push_str("（改）");
    });
    assert!(read.impact(WANTED).programs.is_empty());
}

#[test]
fn fewer_credits_are_a_gain_and_the_smallest_student_needs_every_course() {
    let change = Change::new(|document| program(document, "AVM").min_credits = Credits::whole(9));
    let found = change.impact(WANTED);
    assert_eq!(found.programs.len(), 1, "the other program is as it was");
    let one = &found.programs[0];
    assert_eq!((one.edition.as_str(), one.now.code.as_str(), one.students), ("115-1", "AVM", WANTED.students));
    let (better, worse) = (&one.certificate.better, &one.certificate.worse);
    assert!(better.students > 5, "{better:?}");
    assert_eq!((worse.students, &worse.smallest), (0, &None));
    let case = better.smallest.as_ref().unwrap();
    let by_both = |records: &[Record]| {
        [&change.old, &change.new].map(|catalog| change.answers(catalog, case, records, "AVM")[0].clone())
    };
    assert_eq!(by_both(&case.records), [case.before.clone(), case.now.clone()]);
    assert!(matches!(case.before, Answer::NotYet { .. }), "{case:?}");
    assert_eq!(case.records.iter().filter_map(|record| record.credits).sum::<Credits>(), Credits::whole(9));
    for at in 0..case.records.len() {
        let mut fewer = case.records.clone();
        fewer.remove(at);
        let [before, now] = by_both(&fewer);
        let kind = |answer: &Answer| std::mem::discriminant(answer);
        assert_eq!(kind(&before), kind(&now), "without {:?} nothing is gained", case.records[at]);
    }
    // As it is told.
    let lines = told(&found, Lang::ZhTw);
    assert_eq!(lines[0], "115-1 AVM 綠建築微學程：240 位學生");
    assert!(lines[1].starts_with(&format!("  證書：{} 位變好，0 位變差，", better.students)), "{lines:#?}");
    assert!(lines[2].starts_with("    變好的學生裡最小的例子："), "{lines:#?}");
    let record = &case.records[0];
    let (code, credits) = (record.code.as_ref().unwrap(), record.credits.unwrap());
    assert!(lines[3].starts_with(&format!("      {code} {}　{credits} 學分　", record.name)), "{lines:#?}");
    assert!(
        lines.iter().any(|line| line.starts_with("      原來：未完成：合計學分還差 1 學分（9／10）")),
        "{lines:#?}"
    );
    assert!(lines.iter().any(|line| line.starts_with("      現在：")), "{lines:#?}");
    let english = told(&found, Lang::En);
    assert!(english.iter().any(|line| line.starts_with("    the smallest student who gains: ")), "{english:#?}");
    assert!(!english.concat().contains("學分"), "{english:#?}");
}

#[test]
fn more_credits_are_a_loss() {
    let change = Change::new(|document| program(document, "AVM").min_credits = Credits::whole(11));
    let found = change.impact(WANTED);
    let effect = &found.programs[0].certificate;
    assert_eq!(effect.better.students, 0);
    let case = effect.worse.smallest.as_ref().unwrap();
    assert_eq!(case.records.iter().filter_map(|record| record.credits).sum::<Credits>(), Credits::whole(10));
    assert!(matches!(case.now, Answer::NotYet { .. }), "{case:?}");
    assert!(told(&found, Lang::ZhTw).iter().any(|line| line.starts_with("    變差的學生裡最小的例子：")));
}

#[test]
fn a_course_that_is_no_longer_listed_is_found_among_many() {
    let change = Change::new(|document| {
        let category = &mut program(document, "AVM").categories[1];
        category.courses.retain(|listing| listing.name != "綠建築概論");
    });
    let found = change.impact(WANTED);
    let effect = &found.programs[0].certificate;
    assert_eq!(effect.better.students, 0);
    let case = effect.worse.smallest.as_ref().unwrap();
    assert!(case.records.iter().any(|record| record.name == "綠建築概論"), "{case:?}");
}

#[test]
fn a_program_for_few_departments_gets_students_of_these() {
    // Of the six departments' students as many as otherwise of all.
    let gain = |departments: &[&str]| {
        let real = Real::read();
        let mut old = small(&real);
        let rule = json!({"kind": "only_open_to", "departments": departments});
        program(&mut old, "AVM").restrictions.push(serde_json::from_value(rule).unwrap());
        let mut new = old.clone();
        program(&mut new, "AVM").min_credits = Credits::whole(9);
        let found = impact(&Catalog::new(old), &Catalog::new(new), &real.curricula, WANTED);
        assert_eq!(found.programs[0].students, WANTED.students);
        found.programs[0].certificate.better.students
    };
    let names: Vec<String> = small(&Real::read()).departments.iter().map(|one| one.name.clone()).collect();
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    let (few, many) = (gain(&all[..1]), gain(&all));
    // Drawn of all alike, they would be a sixth.
    assert!(few * 4 > many, "{few} of one department, {many} of all");
}

#[test]
fn a_rule_of_the_requirement_leaves_the_certificate_alone() {
    let change = Change::new(|document| {
        let rule = json!({"kind": "min_cross_domain_credits", "credits": 9, "for": "cross_domain_requirement"});
        program(document, "AVM").restrictions.push(serde_json::from_value(rule).unwrap());
    });
    let found = change.impact(WANTED);
    let one = &found.programs[0];
    assert!(one.certificate.is_nothing() && !one.is_nothing());
    assert!(one.requirement.worse.students > 0 && one.requirement.better.students == 0);
    let lines = told(&found, Lang::ZhTw);
    assert_eq!(lines[1], "  證書：每一位都一樣");
    assert!(lines[2].starts_with("  跨域畢業條件：0 位變好，"), "{lines:#?}");
}

#[test]
fn a_rule_that_asks_nothing_new_leaves_every_answer() {
    let change = Change::new(|document| {
        // Whoever has a course of each category has two courses.
        let rule = json!({"kind": "min_courses_total", "courses": 2});
        program(document, "AVM").restrictions.push(serde_json::from_value(rule).unwrap());
    });
    let found = change.impact(WANTED);
    let effect = &found.programs[0].certificate;
    assert_eq!((effect.better.students, effect.worse.students), (0, 0));
    // A department that no rule names and nobody belongs to.
    let change = Change::new(|document| {
        let mut other = document.departments[0].clone();
        (other.name, other.aliases, other.groups) = ("示範系".to_owned(), Vec::new(), Vec::new());
        (other.classes, other.units, other.related_units) = (Vec::new(), Vec::new(), Vec::new());
        document.departments.push(other);
    });
    let found = change.impact(Wanted { students: 40, ..WANTED });
    assert_eq!(found.programs.len(), 2);
    assert!(found.programs.iter().all(|program| program.is_nothing()));
    let line = "115-1 AVM 綠建築微學程：40 位學生的答案都和原來一樣".to_owned();
    assert!(told(&found, Lang::ZhTw).contains(&line));
    assert!(told(&found, Lang::En).iter().any(|line| line.ends_with("the same answers for every one of 40 students")));
}

#[test]
fn a_program_that_is_new_or_gone_is_named() {
    let change = Change::new(|document| {
        let mut new = program(document, "AVM").clone();
        (new.code, new.name) = ("AZZ".to_owned(), "示範微學程".to_owned());
        document.editions[0].programs.retain(|program| program.code != "AVL");
        document.editions[0].programs.push(new);
    });
    let lines = told(&change.impact(WANTED), Lang::ZhTw);
    assert!(lines.contains(&"115-1 AZZ 示範微學程：新的微學程，沒有原來的答案可比".to_owned()), "{lines:#?}");
    assert!(
        lines.iter().any(|line| line.starts_with("115-1 AVL ") && line.ends_with("沒有現在的答案可比")),
        "{lines:#?}"
    );
}

#[test]
fn a_seed_names_its_students() {
    let change = Change::new(|document| program(document, "AVM").min_credits = Credits::whole(9));
    let of = |seed: u64| change.impact(Wanted { students: 80, seed });
    assert_eq!(of(1), of(1));
    assert_ne!(of(1), of(2));
}

/// The command line, on the catalog as it is shipped with one number changed.
#[test]
fn the_command_tells_the_cases_and_what_is_broken() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("impact");
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("programs.json")).unwrap();
    let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let programs = value["editions"][1]["programs"].as_array_mut().unwrap();
    programs.iter_mut().find(|program| program["code"] == "AVV").unwrap()["min_credits"] = json!(10);
    fs::write(dir.join("old.json"), &text).unwrap();
    fs::write(dir.join("new.json"), value.to_string()).unwrap();
    fs::write(dir.join("broken.json"), "{").unwrap();
    let run = |args: &[&str]| {
        let curricula = root.join("public/curricula");
        let done = Command::new(env!("CARGO_BIN_EXE_kuayu"))
            .args(["catalog", "impact", "--students", "20", "--curricula", curricula.to_str().unwrap()])
            .args(args)
            .current_dir(&dir)
            .output()
            .unwrap();
        (done.status.code().unwrap(), String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap())
    };
    let (code, told, wrong) = run(&["--seed", "3", "old.json", "new.json"]);
    assert_eq!((code, wrong.as_str()), (0, ""));
    let edition = value["editions"][1]["id"].as_str().unwrap();
    assert!(
        told.starts_with(&format!("{edition} AVV 智慧創新網宇實體系統設計與開發微學程：20 位學生\n  證書：")),
        "{told}"
    );
    assert!(told.ends_with("同一個 --seed 3 每次都是同一批\n"), "{told}");
    assert_eq!(run(&["--seed", "3", "old.json", "new.json"]).1, told);
    let (code, told, _) = run(&["old.json", "old.json"]);
    assert!(code == 0 && told.starts_with("沒有微學程的規定或課程變得不同"), "{told}");
    let (code, told, wrong) = run(&["old.json", "broken.json"]);
    assert!(code == 1 && told.is_empty() && wrong.starts_with("broken.json:1:"), "{wrong}");
    assert_eq!(run(&["old.json"]).0, 2);
}
