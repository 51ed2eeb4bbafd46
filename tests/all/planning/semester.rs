//! The semester to come of an invented student: what stands in it, and what of a way goes with that.

use kuayu::catalog::{Catalog, read};
use kuayu::classes::{Class, Classes, Fit, Times};
use kuayu::planning::Ahead;
use kuayu::saved::{Busy, Document, Plan, PlannedCourse};
use kuayu::term::Term;

use super::advised::courses;
use crate::support::small_catalog::GOOD;

fn catalog() -> Catalog {
    read(GOOD).unwrap()
}

fn term(text: &str) -> Term {
    Term::parse(text).unwrap()
}

/// 力學 has one class and 熱學 two; the class of 專題 has no hours, and 光學 has none.
fn classes() -> Classes {
    let class = |code: &str, id: &str, hours: &str| {
        let class =
            Class { id: id.to_owned(), groups: Vec::new(), times: Times::parse(hours).unwrap(), language: None };
        (code.to_owned(), class)
    };
    let all = [
        class("1000001", "1", "1:34"),
        class("1000002", "2", "1:4"),
        class("1000002", "3", "2:5"),
        class("1000004", "4", ""),
    ];
    Classes::new(term("114-2"), "2025-12-01".to_owned(), all)
}

/// A student who plans these courses for the next semester.
fn student(codes: &[&str]) -> Document {
    let course = |code: &&str| PlannedCourse {
        code: Some((*code).to_owned()),
        name: (*code).to_owned(),
        term: Some(term("114-2")),
        ..PlannedCourse::default()
    };
    let mut document = Document::default();
    document.add_plan(Plan { courses: codes.iter().map(course).collect(), ..Plan::default() });
    document
}

fn busy(document: Document, hours: &str) -> Document {
    let mut document = document;
    document.set_busy(term("114-2"), Busy { own: Times::parse(hours).unwrap(), timetable: Times::default() });
    document
}

/// What is asked of the semester after the first of 114.
fn ahead<T>(document: &Document, ask: impl Fn(&Ahead<'_>) -> T) -> T {
    ask(&Ahead::new(document, &catalog(), &classes(), term("114-1"), term("114-2")))
}

#[test]
fn a_semester_stands_unless_what_is_in_it_clashes() {
    let stands = |document: &Document| ahead(document, |scene| scene.stands());
    assert!(stands(&Document::default()));
    assert!(stands(&student(&["1000001", "1000002"])), "another class of the second one would do");
    assert!(!stands(&busy(student(&["1000001"]), "1:3")));
    assert!(stands(&busy(student(&["1000001"]), "5:3")));
    // Times that are not known never clash.
    assert!(stands(&busy(student(&["1000003", "1000004"]), "1:12345")));
}

#[test]
fn a_semester_is_judged_by_the_classes_chosen() {
    let mut document = student(&["1000001", "1000002"]);
    let mut choose = |class: &str| {
        document.plans[0].choose(1, Some(class.to_owned()));
        ahead(&document, |scene| scene.stands())
    };
    assert!(!choose("2"));
    assert!(choose("3"));
}

#[test]
fn what_of_a_way_clashes_is_told_and_not_what_it_clashes_with() {
    let clash = |document: &Document, codes: &[&str]| ahead(document, |scene| scene.clash(&courses(codes)));
    let none: [&str; 0] = [];
    // With a planned course, with busy hours, and with each other.
    let mut planned = student(&["1000002"]);
    assert_eq!(clash(&planned, &["1000001"]), none);
    planned.plans[0].choose(0, Some("2".to_owned()));
    assert_eq!(clash(&planned, &["1000001"]), ["1000001"]);
    assert_eq!(clash(&busy(student(&[]), "1:3"), &["1000002", "1000001"]), ["1000001"]);
    assert_eq!(clash(&busy(student(&[]), "2:5"), &["1000002", "1000001"]), ["1000002", "1000001"]);
    assert_eq!(clash(&student(&[]), &["1000001", "1000002", "1000003", "1000004"]), none);
}

#[test]
fn a_course_of_a_way_whose_hours_nobody_knows_is_not_judged() {
    let unknown = |code: &str| ahead(&student(&[]), |scene| scene.unknown(&courses(&[code])[0]));
    assert_eq!(["1000001", "1000002", "1000003", "1000004"].map(unknown), [false, false, true, true]);
    let classes = |code: &str| ahead(&student(&[]), |scene| scene.classes(&courses(&[code])[0]).len());
    assert_eq!(["1000001", "1000002", "1000003", "1000004"].map(classes), [1, 2, 0, 1]);
    let whole_day = busy(student(&[]), "1:123456789");
    assert!(ahead(&whole_day, |scene| matches!(scene.fit(&[&courses(&["1000004"])[0]]), Fit::Free(_))));
}
