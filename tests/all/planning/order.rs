//! What should come before what in a plan: the first half before the second, the first number before the second.

use kuayu::catalog::{Catalog, read};
use kuayu::credits::Credits;
use kuayu::day::Day;
use kuayu::deadlines::Dates;
use kuayu::planning::{Warning, warnings};
use kuayu::saved::{Document, Plan, PlannedCourse};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record, Stage};

use crate::support::small_catalog::GOOD;

fn catalog() -> Catalog {
    read(GOOD).unwrap()
}

fn course(name: &str, stage: Stage, at: &str) -> PlannedCourse {
    PlannedCourse { name: name.to_owned(), stage, term: Term::parse(at), ..PlannedCourse::default() }
}

fn record(name: &str, stage: Stage, status: Completion) -> Record {
    Record { code: None, stage, ..Record::ticked("", name, Credits::whole(2), status) }
}

/// What should come before which course, seen from the first semester of 114.
fn before(records: Vec<Record>, courses: Vec<PlannedCourse>) -> Vec<(usize, String, Stage)> {
    let catalog = catalog();
    let document = Document { records, ..Document::default() };
    let plan = Plan { courses, ..Plan::default() };
    let dates = Dates {
        calendar: &[],
        degree: document.profile.degree,
        today: Day::parse("2025-11-24").unwrap(),
        now: Term::parse("114-1").unwrap(),
        first_monday: None,
    };
    let edition = catalog.edition_in(114).unwrap();
    let order = |one| match one {
        Warning::Order { at, before, stage } => Some((at, before, stage)),
        _ => None,
    };
    warnings(&document, &plan, &catalog, edition, &dates).into_iter().filter_map(order).collect()
}

/// 專題(二) in the next semester, and 專題(一) after it.
fn turned() -> Vec<PlannedCourse> {
    vec![course("專題(二)", Stage::Only, "114-2"), course("專題(一)", Stage::Only, "115-1")]
}

#[test]
fn the_number_before_that_is_passed_or_being_taken_may_come_again_later() {
    let first = |status| before(vec![record("專題(一)", Stage::Only, status)], turned());
    assert_eq!(first(Completion::Passed), []);
    assert_eq!(first(Completion::InProgress), []);
    let told = [(0, "專題(一)".to_owned(), Stage::Only)];
    assert_eq!(first(Completion::NotPassed), told);
    assert_eq!(first(Completion::Planned), told);
}

#[test]
fn another_course_that_is_passed_does_not_stand_for_the_number_before() {
    let told = [(0, "專題(一)".to_owned(), Stage::Only)];
    assert_eq!(before(vec![record("測量學", Stage::Only, Completion::Passed)], turned()), told);
    assert_eq!(before(vec![record("專題(二)", Stage::Only, Completion::Passed)], turned()), told);
}

#[test]
fn the_half_before_is_done_by_itself_or_by_the_whole() {
    let halves = || vec![course("光學", Stage::Part(2), "114-2"), course("光學", Stage::Part(1), "115-1")];
    let told = [(0, "光學".to_owned(), Stage::Part(1))];
    assert_eq!(before(vec![], halves()), told);
    assert_eq!(before(vec![record("光學", Stage::Part(1), Completion::Passed)], halves()), []);
    assert_eq!(before(vec![record("光學", Stage::Whole, Completion::Passed)], halves()), []);
    assert_eq!(before(vec![record("光學", Stage::Part(2), Completion::Passed)], halves()), told);
}

#[test]
fn the_first_half_of_a_course_of_number_two_comes_after_that_of_number_one() {
    let first = Stage::Part(1);
    let turned = vec![course("製圖(二)", first, "114-2"), course("製圖(一)", first, "115-1")];
    assert_eq!(before(vec![], turned), [(0, "製圖(一)".to_owned(), first)]);
    let in_order = vec![course("製圖(二)", first, "115-1"), course("製圖(一)", first, "114-2")];
    assert_eq!(before(vec![], in_order), []);
}

#[test]
fn what_comes_before_and_has_no_semester_yet_is_told() {
    let open = vec![course("專題(二)", Stage::Only, "114-2"), course("專題(一)", Stage::Only, "")];
    assert_eq!(before(vec![], open), [(0, "專題(一)".to_owned(), Stage::Only)]);
    // What has no semester itself cannot be early.
    assert_eq!(before(vec![], vec![course("專題(二)", Stage::Only, ""), course("專題(一)", Stage::Only, "115-1")]), []);
}

#[test]
fn nothing_comes_before_the_first_number() {
    let courses = |first: &str| vec![course(first, Stage::Only, "114-2"), course("專題(0)", Stage::Only, "115-1")];
    assert_eq!(before(vec![], courses("專題(一)")), []);
    assert_eq!(before(vec![], courses("專題(0)")), []);
    assert_eq!(before(vec![], courses("專題")), []);
}
