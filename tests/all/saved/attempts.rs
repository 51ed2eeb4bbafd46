//! Two attempts at one course, in one semester or two: they stay two, in every tab and by an undo.

use kuayu::credits::Credits;
use kuayu::saved::{Document, Keeper, Plan, PlannedCourse, Stored, backup};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Grade, Record};

use super::keeping::tab::Tab;
use super::mended::{two, with};

/// An attempt at 測量學; which semester it was in is not known.
fn attempt(score: u8) -> Record {
    let ticked = Record::ticked("3401007", "測量學", Credits::whole(2), Completion::Passed);
    Record { grade: Grade::Score(score), declared: None, ..ticked }
}

fn of(scores: &[u8]) -> Document {
    Document { records: scores.iter().copied().map(attempt).collect(), ..Document::default() }
}

fn scores(document: &Document) -> Vec<u8> {
    let score = |record: &Record| if let Grade::Score(score) = record.grade { Some(score) } else { None };
    document.records.iter().filter_map(score).collect()
}

#[test]
fn a_second_attempt_reaches_a_tab_that_stores_something_else_at_once() {
    let (one, mut a, two, mut b) = two();
    a.store(&one, &of(&[40]));
    two.learn();
    let mut document = b.take_in(&two, &Document::default()).unwrap();
    a.store(&one, &of(&[40, 80]));
    two.learn();
    document.records.extend(with(&["A"]).records);
    let both = b.store(&two, &document).unwrap();
    assert_eq!((scores(&both), both.records.len()), (vec![40, 80], 3));
    assert_eq!(scores(&Keeper::open(&two).document()), [40, 80]);
}

#[test]
fn an_attempt_that_is_taken_off_leaves_the_others_in_whatever_order_tabs_hear_of_it() {
    let base = Stored::default().changed_to(&of(&[40, 50, 80]), &Stored::default());
    let fewer = base.changed_to(&of(&[40, 50]), &base);
    for joined in [base.join(&fewer), fewer.join(&base)] {
        assert_eq!(scores(&joined.document()), [40, 50]);
    }
}

#[test]
fn an_undo_takes_back_the_second_attempt_and_leaves_the_first() {
    let (before, after) = (of(&[40]), of(&[40, 80]));
    assert_eq!(after.take_back(&before, &after), before);
    assert_eq!(before.take_back(&after, &before), after);
}

#[test]
fn a_backup_brings_the_attempt_that_is_missing() {
    let restored = backup::merge(&of(&[40]), &of(&[40, 80]));
    assert_eq!((scores(&restored.document), restored.new_records, restored.kept), (vec![40, 80], 1, 0));
}

#[test]
fn attempts_come_back_as_they_were_stored() {
    let tab = Tab::default();
    Keeper::open(&tab).store(&tab, &of(&[40, 50, 80]));
    assert_eq!(Keeper::open(&tab).document(), of(&[40, 50, 80]));
}

#[test]
fn an_attempt_that_is_taken_off_leaves_that_of_another_semester_as_a_second_tab_changes_it() {
    let in_term = |score, part| Record { term: Term::new(113, part), ..attempt(score) };
    let of = |records: &[Record]| Document { records: records.to_vec(), ..Document::default() };
    let base = Stored::default().changed_to(&of(&[in_term(40, 1), in_term(80, 2)]), &Stored::default());
    let fewer = base.changed_to(&of(&[in_term(80, 2)]), &base);
    let changed = base.changed_to(&of(&[in_term(40, 1), in_term(90, 2)]), &base);
    for joined in [fewer.join(&changed), changed.join(&fewer)] {
        assert_eq!(joined.document().records, [in_term(90, 2)]);
    }
}

#[test]
fn a_course_of_a_plan_that_two_tabs_move_at_once_stands_there_once() {
    let planned_for = |term| {
        let course = PlannedCourse { name: "測量學".to_owned(), term, ..PlannedCourse::default() };
        Document { plans: vec![Plan { id: 7, courses: vec![course], ..Plan::default() }], ..Document::default() }
    };
    let base = Stored::default().changed_to(&planned_for(None), &Stored::default());
    let [one, other] = [1, 2].map(|part| base.changed_to(&planned_for(Term::new(115, part)), &base));
    let (joined, turned) = (one.join(&other).document(), other.join(&one).document());
    assert_eq!(joined.plans[0].courses.len(), 1);
    assert_eq!(joined, turned, "every tab has it in the same semester");
}
