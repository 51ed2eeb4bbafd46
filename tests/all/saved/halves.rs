//! Ticking halves of a year course beside records that do not say which half they are.

use kuayu::audit::CourseRef;
use kuayu::credits::Credits;
use kuayu::saved::Document;
use kuayu::saved::ticks::{Taken, Tick, unsaid};
use kuayu::transcript::{Completion, Record, Stage};

fn record(stage: Stage, status: Completion) -> Record {
    Record { stage, ..Record::ticked("3401007", "測量學", Credits::whole(2), status) }
}

fn survey() -> CourseRef {
    CourseRef { code: Some("3401007".to_owned()), name: "測量學".to_owned() }
}

fn half(part: u8) -> Tick {
    Tick { course: survey(), stage: Stage::Part(part), credits: Some(Credits::whole(2)) }
}

/// Whether some record may be the first half, or the second.
fn open(records: &[Record]) -> [bool; 2] {
    let stages = Taken::new(records, 60).of(&survey());
    [1, 2].map(|part| unsaid(&stages, Stage::Part(part)))
}

#[test]
fn which_half_is_asked_of_a_record_that_does_not_say_it() {
    assert_eq!(open(&[record(Stage::Only, Completion::Passed)]), [true, true]);
    assert_eq!(open(&[record(Stage::Only, Completion::InProgress)]), [true, true]);
    // One half is said, so it may be the other.
    let both = [record(Stage::Only, Completion::Passed), record(Stage::Part(1), Completion::Passed)];
    assert_eq!(open(&both), [false, true]);
}

#[test]
fn which_half_is_not_asked_of_what_was_failed_or_says_it() {
    assert_eq!(open(&[]), [false, false]);
    assert_eq!(open(&[record(Stage::Only, Completion::NotPassed)]), [false, false]);
    assert_eq!(open(&[record(Stage::Part(1), Completion::Passed)]), [false, false]);
    assert_eq!(open(&[record(Stage::Whole, Completion::Passed)]), [false, false]);
}

#[test]
fn a_half_ticked_beside_a_failed_attempt_is_a_record_of_its_own() {
    let failed = record(Stage::Only, Completion::NotPassed);
    let mut document = Document { records: vec![failed.clone()], ..Document::default() };
    document.tick(&half(1), &mut Vec::new());
    assert_eq!(document.records, [failed, record(Stage::Part(1), Completion::Passed)]);
}

#[test]
fn a_half_ticked_leaves_other_courses_as_they_are() {
    let other = Record::ticked("3402006", "結構學", Credits::whole(3), Completion::Passed);
    let first = record(Stage::Part(1), Completion::Passed);
    let mut document = Document { records: vec![other.clone(), first.clone()], ..Document::default() };
    document.tick(&half(2), &mut Vec::new());
    assert_eq!(document.records, [other, first, record(Stage::Part(2), Completion::Passed)]);
}
