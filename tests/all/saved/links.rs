//! What share links carry besides courses, whose plan they make, and how short they are.

use kuayu::credits::Credits;
use kuayu::saved::share::{Choice, Link, decode, encode};
use kuayu::saved::{Document, Plan, PlannedCourse};
use kuayu::transcript::{Completion, Grade, Record, Stage};

use super::share::known;

fn shared(text: &str) -> Document {
    match decode(text, &known).unwrap() {
        Link::Shared(document) => document,
        Link::Proposal(_) => panic!("a suggestion: {text}"),
    }
}

fn link(document: &Document) -> String {
    encode(document, Choice { records: true, ..Choice::default() }, &known)
}

fn planning(codes: &[&str]) -> Document {
    let course = |code: &&str| PlannedCourse {
        code: Some((*code).to_owned()),
        name: format!("課程{code}"),
        credits: Some(Credits::whole(3)),
        ..PlannedCourse::default()
    };
    let mut document = Document::default();
    document.add_plan(Plan { id: 7, courses: codes.iter().map(course).collect(), ..Plan::default() });
    document
}

#[test]
fn the_edition_that_judges_comes_with_the_plan() {
    let chosen = Document { edition: Some("114-1".to_owned()), ..planning(&["3801001"]) };
    let back = shared(&link(&chosen));
    assert_eq!((back.edition.as_deref(), back.plans[0].edition.as_deref()), (Some("114-1"), Some("114-1")));
    // Who follows the newest edition sends none.
    let back = shared(&link(&planning(&["3801001"])));
    assert_eq!((back.edition, &back.plans[0].edition), (None, &None));
}

#[test]
fn links_of_different_plans_make_different_plans() {
    let id = |codes: &[&str]| {
        let back = shared(&link(&planning(codes)));
        assert_eq!(back.active_plan, Some(back.plans[0].id));
        back.plans[0].id
    };
    // By its id a plan taken over twice is found again: another's must not be taken for it.
    assert_eq!(id(&["3801001"]), id(&["3801001"]));
    assert_ne!(id(&["3801001"]), id(&["3801002"]));
}

#[test]
fn a_code_with_letters_takes_less_than_its_letters_would() {
    // Ten courses of a kind: a letter of the link holds six bits.
    let length = |before: &str| {
        let record = |n| Record::ticked(&format!("{before}{n}"), "某課", Credits::whole(3), Completion::Passed);
        let document = Document { records: (0..10).map(record).collect(), ..Document::default() };
        assert_eq!(shared(&link(&document)).records, document.records, "{before}");
        link(&document).len()
    };
    for before in ["AC2300", "ZZZZZZ", "00A000", "38010Z"] {
        // 39 bits, where a text of seven letters takes 62.
        assert!(length(before) + 35 <= length("ac2300"), "{before}");
    }
    // 25 bits for one of digits alone.
    assert!(length("180100") + 20 <= length("AC2300"));
}

#[test]
fn codes_of_every_length_come_back() {
    for code in ["", "1", "123456", "1234567", "12345678", "ABCDEF", "ABCDEFG", "ABCDEFGH", "abcdefg", "+123456"] {
        let record = Record::ticked(code, "某課", Credits::whole(3), Completion::Passed);
        let document = Document { records: vec![record], ..Document::default() };
        assert_eq!(shared(&link(&document)).records, document.records, "{code}");
    }
}

#[test]
fn every_stage_comes_back() {
    let of = |stage| PlannedCourse { stage, ..planning(&["3801001"]).plans[0].courses[0].clone() };
    let all = [Stage::Only, Stage::Part(1), Stage::Part(2), Stage::Part(8), Stage::Whole].map(of).to_vec();
    let mut document = Document::default();
    document.add_plan(Plan { courses: all.clone(), ..Plan::default() });
    assert_eq!(shared(&link(&document)).plans[0].courses, all);
}

#[test]
fn a_grade_that_is_sent_speaks_for_itself_and_only_what_it_does_not_say_is_said_besides() {
    let ticked = Record::ticked("3801001", "課程3801001", Credits::whole(3), Completion::Passed);
    let of = |grade, declared| Record { grade, declared, ..ticked.clone() };
    let records = vec![
        of(Grade::Score(80), None),
        of(Grade::Pass, None),
        of(Grade::Score(40), Some(Completion::Passed)),
        of(Grade::None, Some(Completion::Passed)),
        of(Grade::Score(80), Some(Completion::InProgress)),
        of(Grade::None, Some(Completion::InProgress)),
        of(Grade::NotEntered, None),
        of(Grade::Score(40), None),
    ];
    let document = Document { records, ..Document::default() };
    let text = encode(&document, Choice { records: true, grades: true, ..Choice::default() }, &known);
    assert_eq!(shared(&text).records, document.records);
}
