//! What a plan adds to the records, what it aims at, and what becomes of its halves.

use kuayu::credits::Credits;
use kuayu::saved::{Document, Outcome, Plan, PlannedCourse};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record, Stage};

fn survey(stage: Stage) -> PlannedCourse {
    PlannedCourse {
        code: Some("3401007".to_owned()),
        name: "測量學".to_owned(),
        credits: Some(Credits::whole(2)),
        stage,
        term: Term::new(115, 1),
        class: None,
    }
}

fn planning(courses: Vec<PlannedCourse>) -> Document {
    let mut document = Document::default();
    document.add_plan(Plan { id: 7, courses, ..Plan::default() });
    document
}

/// The record of 測量學, passed.
fn passed(stage: Stage) -> Record {
    Record { stage, ..Record::ticked("3401007", "測量學", Credits::whole(2), Completion::Passed) }
}

#[test]
fn a_planned_course_is_a_record_to_come_with_all_that_is_known_of_it() {
    let record = |status| Record { term: Term::new(115, 1), declared: Some(status), ..passed(Stage::Part(2)) };
    let mut document = planning(vec![survey(Stage::Part(2))]);
    assert_eq!(document.records_with_plan(), [record(Completion::Planned)]);
    document.settle(0, Outcome::Passed);
    assert_eq!(document.records, [record(Completion::Passed)]);
}

#[test]
fn a_plan_aims_at_a_program_once_and_no_longer_when_told_so() {
    let mut plan = Plan::default();
    ["AVM", "AVB", "AVM"].iter().for_each(|program| plan.aim(program, true));
    assert_eq!(plan.targets, ["AVB", "AVM"]);
    plan.aim("AVB", false);
    plan.aim("AZ7", false);
    assert_eq!(plan.targets, ["AVM"]);
}

#[test]
fn a_record_that_turns_out_to_be_the_half_that_is_planned_leaves_the_other_half_planned() {
    let became = |half: u8| {
        let mut document = planning(vec![survey(Stage::Part(half))]);
        document.records = vec![passed(Stage::Only)];
        document.set_stage_at(0, Stage::Part(half));
        assert_eq!(document.records, [passed(Stage::Part(half))]);
        document.plans[0].courses[0].stage
    };
    assert_eq!([became(1), became(2)], [Stage::Part(2), Stage::Part(1)]);
}

#[test]
fn a_half_that_is_planned_stays_where_a_record_turns_out_to_be_something_else() {
    let planned_half = |record: Record, stage: Stage| {
        let mut document = planning(vec![survey(Stage::Part(2))]);
        document.records = vec![record];
        document.set_stage_at(0, stage);
        document.plans[0].courses[0].stage
    };
    let second = Stage::Part(2);
    assert_eq!(planned_half(passed(Stage::Only), Stage::Part(1)), second);
    assert_eq!(planned_half(passed(Stage::Only), Stage::Whole), second);
    // Corrected from one half to the other: nothing had been planned because of it.
    assert_eq!(planned_half(passed(Stage::Part(1)), second), second);
    let other = Record::ticked("3402006", "結構學", Credits::whole(3), Completion::Passed);
    assert_eq!(planned_half(other, second), second);
}

#[test]
fn a_place_that_the_plan_does_not_have_changes_nothing() {
    // As a page asks that has not heard yet that another tab took a course out.
    let one = Plan { courses: vec![survey(Stage::Only)], ..Plan::default() };
    let mut plan = one.clone();
    plan.shift(1, None);
    plan.remove(1);
    plan.choose(1, Some("301234".to_owned()));
    assert_eq!(plan, one);
    plan.remove(0);
    plan.remove(0);
    assert!(plan.courses.is_empty());
}

#[test]
fn what_became_of_a_planned_course_settles_no_other_record() {
    let with = |record: Record| {
        let mut document = planning(vec![survey(Stage::Part(2))]);
        document.records = vec![record.clone()];
        document.settle(0, Outcome::Passed);
        assert_eq!(document.records[0], record, "it stays as it is");
        assert_eq!(document.records.len(), 2);
    };
    let taken = |term, stage, status| Record { term, declared: Some(status), ..passed(stage) };
    let (now, second) = (Term::new(115, 1), Stage::Part(2));
    with(taken(Term::new(114, 1), second, Completion::InProgress));
    with(taken(now, Stage::Part(1), Completion::InProgress));
    with(taken(now, second, Completion::NotPassed));
    with(Record { code: Some("3402006".to_owned()), ..taken(now, second, Completion::InProgress) });
}

#[test]
fn what_became_of_a_planned_course_settles_the_record_of_its_semester_or_of_none() {
    for term in [Term::new(115, 1), None] {
        for status in [Completion::InProgress, Completion::Planned] {
            let mut document = planning(vec![survey(Stage::Part(2))]);
            document.records = vec![Record { term, declared: Some(status), ..passed(Stage::Part(2)) }];
            document.settle(0, Outcome::Passed);
            assert_eq!(document.records, [Record { term: Term::new(115, 1), ..passed(Stage::Part(2)) }]);
        }
    }
}
