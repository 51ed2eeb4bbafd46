//! Restoring a backup: in place of what is here, or added to it; how the app looks is the device's own affair.

use kuayu::audit::{Fact, Profile};
use kuayu::classes::Times;
use kuayu::saved::backup::NoBackup;
use kuayu::saved::{Busy, Document, Plan, Settings, Step, Stored, Theme, backup};
use kuayu::term::Term;

use super::mended::{codes, with};

fn looking(theme: Theme, document: Document) -> Document {
    Document { settings: Settings { theme, ..Settings::default() }, ..document }
}

#[test]
fn a_backup_in_place_of_the_document_changes_all_but_how_the_app_looks() {
    let here = looking(Theme::Light, with(&["A"]));
    let mut there = looking(Theme::Dark, with(&["B", "C"]));
    there.add_plan(Plan { id: 7, name: "甲".to_owned(), ..Plan::default() });
    assert_eq!(backup::replace(&here, &there), looking(Theme::Light, there));
}

#[test]
fn a_backup_added_to_the_document_leaves_how_the_app_looks_and_the_plan_that_counts() {
    let mut here = looking(Theme::Light, with(&["A"]));
    here.add_plan(Plan { id: 1, name: "甲".to_owned(), ..Plan::default() });
    let mut there = looking(Theme::Dark, with(&["B"]));
    there.add_plan(Plan { id: 7, name: "乙".to_owned(), ..Plan::default() });
    let restored = backup::merge(&here, &there);
    assert_eq!((codes(&restored.document), restored.document.plans.len()), (vec!["A", "B"], 2));
    assert_eq!((restored.document.settings.theme, restored.document.active_plan), (Theme::Light, Some(1)));
    assert_eq!((restored.new_records, restored.new_plans, restored.kept), (1, 1, 0));
}

#[test]
fn a_backup_of_whatever_a_person_would_miss_is_not_empty() {
    let changed = |change: fn(&mut Document)| {
        let mut document = Document::default();
        change(&mut document);
        assert!(!document.is_empty(), "{document:?}");
        assert_eq!(backup::read(&backup::write(&document)).unwrap().document, document);
    };
    changed(|document| document.profile = Profile { entry: Some(113), ..Profile::default() });
    changed(|document| document.records = with(&["A"]).records);
    changed(|document| document.decide(None, Fact::EntryYear, Some(true)));
    changed(|document| document.plans = vec![Plan::default()]);
    changed(|document| document.mark("AVM", Step::Registered, Term::new(114, 1)));
    changed(|document| {
        let own = Times::parse("1:34").unwrap();
        document.set_busy(Term::new(114, 1).unwrap(), Busy { own, timetable: Times::default() });
    });
    changed(|document| _ = document.unknown.insert("badges".to_owned(), serde_json::json!([1])));
    // How the app looks is nothing that would be missed.
    let looks = backup::write(&looking(Theme::Dark, Document::default()));
    assert_eq!(backup::read(&looks), Err(NoBackup::Empty));
}

#[test]
fn stored_texts_of_another_program_are_no_backup() {
    let text = Stored::default().changed_to(&with(&["A"]), &Stored::default()).write();
    let file = |app: &str| serde_json::json!({"app": app, "stored": {"kuayu.a": &text}}).to_string();
    assert_eq!(codes(&backup::read(&file("kuayu")).unwrap().document), ["A"]);
    assert_eq!(backup::read(&file("other")), Err(NoBackup::Other));
}

#[test]
fn what_was_cleared_is_not_brought_back_from_the_text_that_the_clearing_did_not_reach() {
    // The device died between the two writings; the older text is of somebody who had changed nothing since an upgrade.
    let old = with(&["A"]).write();
    let (stored, _) = Stored::read(&old);
    let cleared = stored.cleared(&stored).write();
    let rescue = serde_json::json!({"app": "kuayu", "kind": "rescue", "stored": {"kuayu.a": old, "kuayu.b": cleared}});
    assert_eq!(backup::read(&rescue.to_string()), Err(NoBackup::Empty));
}
