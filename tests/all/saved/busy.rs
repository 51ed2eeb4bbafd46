//! Busy hours and chosen classes are kept as the rest is: through an upgrade, in every tab, in a backup; in no link.

use kuayu::classes::Times;
use kuayu::saved::share::{Choice, encode};
use kuayu::saved::{Busy, Document, PlannedCourse, Stored, backup, read};
use kuayu::term::Term;

/// As version 3 stored it, with its history.
const VERSION_3: &str = include_str!("../../fixtures/stored/version-3.json");

fn term(year: u16, part: u8) -> Term {
    Term::new(year, part).unwrap()
}

fn hours(own: &str, timetable: &str) -> Busy {
    Busy { own: Times::parse(own).unwrap(), timetable: Times::parse(timetable).unwrap() }
}

fn with(of: &[(Term, Busy)]) -> Document {
    let mut document = Document::default();
    of.iter().for_each(|(term, busy)| document.set_busy(*term, *busy));
    document
}

#[test]
fn a_document_of_version_3_is_read_whole_and_takes_hours_and_classes() {
    let (stored, damage) = Stored::read(VERSION_3);
    assert_eq!(damage, None);
    let mut document = stored.document();
    assert_eq!((document.records.len(), document.marks.len(), document.plans[0].courses.len()), (1, 1, 1));
    assert!(document.busy.is_empty(), "version 3 had no busy hours");
    document.set_busy(term(115, 2), hours("1:34", "2:5"));
    document.plans[0].courses[0].class = Some("364733".to_owned());
    let written = stored.changed_to(&document, &stored).write();
    assert!(written.contains(r#""version":4"#), "{written}");
    let (again, damage) = Stored::read(&written);
    assert_eq!((again.document(), damage), (document, None));
    // The sample holds no version 4, and an older program keeps its hands off a newer one.
    assert!(matches!(read(&written.replace("\"version\":4", "\"version\":5")).1, Some(kuayu::saved::Damage::Newer(5))));
}

#[test]
fn hours_of_two_tabs_come_together_by_semester() {
    let start = Stored::default().changed_to(&with(&[(term(115, 1), hours("1:34", ""))]), &Stored::default());
    let change = |of: Term, busy: Busy| {
        let mut document = start.document();
        document.set_busy(of, busy);
        start.changed_to(&document, &start)
    };
    let joined = change(term(115, 2), hours("5:1", "")).join(&change(term(115, 1), Busy::default())).document();
    assert_eq!(joined.busy_in(term(115, 2)), hours("5:1", ""));
    assert_eq!(joined.busy_in(term(115, 1)), Busy::default());
    assert_eq!(joined.busy_before(term(116, 1)), Some(term(115, 2)));
}

#[test]
fn a_backup_brings_them_and_a_link_does_not() {
    let document = with(&[(term(115, 1), hours("1:34", "3:5"))]);
    assert!(!document.is_empty());
    assert_eq!(backup::read(&backup::write(&document)).unwrap().document, document);
    let merged = backup::merge(&Document::default(), &document).document;
    assert_eq!(merged.busy_in(term(115, 1)).all(), Times::parse("1:34,3:5").unwrap());
    let mut planned = document.clone();
    planned.add_plan(kuayu::saved::Plan::default());
    let plain = Document { busy: serde_json::Map::new(), ..planned.clone() };
    let link = |of: &Document| {
        encode(of, Choice { records: true, grades: true, name: true, marks: true, decisions: true }, &|_| None)
    };
    assert_eq!(link(&planned), link(&plain));
    // What stands here stays.
    let here = with(&[(term(115, 1), hours("2:1", ""))]);
    assert_eq!(backup::merge(&here, &document).document.busy_in(term(115, 1)), hours("2:1", ""));
}

#[test]
fn hours_that_make_no_sense_cost_only_themselves() {
    let text = r#"{"version":4,"profile":{"group":"土木系"},"busy":{"115-1":{"own":"9:99","timetable":"3:5"}}}"#;
    let (document, damage) = read(text);
    assert_eq!(damage, None);
    assert_eq!(document.busy_in(term(115, 1)), hours("", "3:5"));
    let (document, damage) = read(r#"{"version":4,"profile":{"group":"土木系"},"busy":[1]}"#);
    assert_eq!(damage, Some(kuayu::saved::Damage::Parts(1)));
    assert_eq!(document.profile.group.as_deref(), Some("土木系"));
}

#[test]
fn a_course_that_moves_to_another_semester_leaves_its_class() {
    let mut plan = kuayu::saved::Plan::default();
    plan.add(PlannedCourse { class: Some("362777".to_owned()), term: Some(term(115, 1)), ..PlannedCourse::default() });
    plan.shift(0, Some(term(115, 2)));
    assert_eq!(plan.courses[0].class, None);
}

#[test]
fn the_hours_before_a_semester_are_those_of_the_latest_one_before_it() {
    let some = hours("1:3", "");
    let document = with(&[(term(114, 2), some), (term(115, 1), some), (term(115, 2), some)]);
    assert_eq!(document.busy_before(term(115, 2)), Some(term(115, 1)));
    assert_eq!(document.busy_before(term(115, 1)), Some(term(114, 2)));
    assert_eq!(document.busy_before(term(114, 2)), None);
}
