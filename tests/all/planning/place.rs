//! Where a course goes that is added to a plan: which halves of a year course, in which semesters, and what is there.

use kuayu::audit::{CourseRef, Profile};
use kuayu::catalog::{Catalog, read};
use kuayu::credits::Credits;
use kuayu::planning::{choices, planned};
use kuayu::saved::{Document, Plan, PlannedCourse};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record, Stage};

use crate::support::small_catalog::GOOD;

/// The small catalog, where 光學, a course of two halves, had classes in these terms.
fn catalog(offered: &str) -> Catalog {
    read(&GOOD.replace(r#""stages": 2}"#, &format!(r#""stages": 2, "offered": [{offered}]}}"#))).unwrap()
}

fn term(text: &str) -> Term {
    Term::parse(text).unwrap()
}

fn optics() -> CourseRef {
    CourseRef { code: Some("1000003".to_owned()), name: "光學".to_owned() }
}

fn record(code: &str, name: &str, stage: Stage, status: Completion) -> Record {
    Record { stage, ..Record::ticked(code, name, Credits::whole(1), status) }
}

/// Each half with its semester, seen from the first semester of 114.
fn halves(offered: &str, wanted: &[u8], document: &Document) -> Vec<String> {
    let all = planned(&catalog(offered), &optics(), None, wanted, document, term("114-1"));
    let told = |course: &PlannedCourse| format!("{} in {}", course.stage, course.term.unwrap());
    all.iter().map(told).collect()
}

/// The halves still to be planned by who has these records.
fn left(records: Vec<Record>) -> Vec<String> {
    halves(r#""113-1", "113-2""#, &[], &Document { records, ..Document::default() })
}

#[test]
fn a_year_course_begins_where_first_semesters_do() {
    let none = Document::default();
    // The next semester is a second one, and classes are known there, too: it waits all the same.
    assert_eq!(halves(r#""113-1", "113-2""#, &[], &none), ["1 in 115-1", "2 in 115-2"]);
    assert_eq!(halves(r#""113-1", "113-2""#, &[1, 2], &none), ["1 in 115-1", "2 in 115-2"]);
    // Where classes were in second semesters only, it begins there.
    assert_eq!(halves(r#""113-2""#, &[], &none), ["1 in 114-2", "2 in 115-1"]);
}

#[test]
fn a_second_half_alone_goes_into_a_second_semester() {
    let none = Document::default();
    assert_eq!(halves(r#""113-1", "113-2""#, &[2], &none), ["2 in 114-2"]);
    assert_eq!(halves(r#""113-1""#, &[2], &none), ["2 in 115-1"]);
}

#[test]
fn a_half_that_is_taken_is_not_planned_again() {
    let optics = |stage, status| record("1000003", "光學", stage, status);
    let second = ["2 in 114-2"];
    assert_eq!(left(vec![optics(Stage::Part(1), Completion::Passed)]), second);
    assert_eq!(left(vec![optics(Stage::Part(1), Completion::InProgress)]), second);
    assert_eq!(left(vec![optics(Stage::Part(2), Completion::Passed)]), ["1 in 115-1"]);
    assert!(left(vec![optics(Stage::Whole, Completion::Passed)]).is_empty());
    // One that was failed is, and another course takes nothing away.
    assert_eq!(left(vec![optics(Stage::Part(1), Completion::NotPassed)]).len(), 2);
    assert_eq!(left(vec![record("1000001", "力學", Stage::Only, Completion::Passed)]).len(), 2);
}

#[test]
fn a_record_that_does_not_say_its_half_stands_for_the_first() {
    let unsaid = |status| record("1000003", "光學", Stage::Only, status);
    assert_eq!(left(vec![unsaid(Completion::Passed)]), ["2 in 114-2"]);
    assert_eq!(left(vec![unsaid(Completion::NotPassed)]).len(), 2);
}

#[test]
fn a_half_that_stands_in_the_plan_is_not_planned_twice() {
    let first = PlannedCourse {
        code: Some("1000003".to_owned()),
        name: "光學".to_owned(),
        stage: Stage::Part(1),
        ..PlannedCourse::default()
    };
    let mut document = Document::default();
    document.add_plan(Plan { courses: vec![first], ..Plan::default() });
    assert_eq!(halves(r#""113-1", "113-2""#, &[], &document), ["2 in 114-2"]);
}

#[test]
fn a_course_of_one_part_goes_into_one_semester_with_the_credits_of_the_list() {
    let of = |code: Option<&str>, name: &str| {
        let course = CourseRef { code: code.map(str::to_owned), name: name.to_owned() };
        planned(&catalog(""), &course, Some(Credits::whole(9)), &[], &Document::default(), term("114-1"))
    };
    let expected = |code: Option<&str>, name: &str, credits| PlannedCourse {
        code: code.map(str::to_owned),
        name: name.to_owned(),
        credits: Some(Credits::whole(credits)),
        term: Some(term("114-2")),
        ..PlannedCourse::default()
    };
    assert_eq!(of(Some("1000001"), "力學"), [expected(Some("1000001"), "力學", 3)]);
    // Of what is in no list, those that the caller knows.
    assert_eq!(of(Some("9999999"), "某課"), [expected(Some("9999999"), "某課", 9)]);
    assert_eq!(of(None, "校外講座"), [expected(None, "校外講座", 9)]);
}

#[test]
fn a_course_of_which_the_list_says_that_it_has_one_part_has_no_halves() {
    let catalog = read(&GOOD.replace(r#""stages": 2}"#, r#""stages": 1}"#)).unwrap();
    let found = planned(&catalog, &optics(), None, &[], &Document::default(), term("114-1"));
    assert_eq!(found.iter().map(|course| course.stage).collect::<Vec<_>>(), [Stage::Only]);
}

#[test]
fn a_course_can_be_moved_to_two_semesters_beyond_graduation_and_to_where_others_stand() {
    let profile = Profile { entry: Some(112), ..Profile::default() };
    let course = |at: &str| PlannedCourse { term: Term::parse(at), ..PlannedCourse::default() };
    let plan = Plan { courses: vec![course("115-1"), course("113-暑"), course("")], ..Plan::default() };
    let found: Vec<String> = choices(&profile, &plan, term("114-2")).iter().map(Term::to_string).collect();
    assert_eq!(found, ["113-暑", "114-2", "115-1", "115-2", "116-1", "116-2"]);
}
