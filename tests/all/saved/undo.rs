//! An undo takes back one change and leaves what came since, whatever that was.

use kuayu::credits::Credits;
use kuayu::saved::{Document, Plan, PlannedCourse};
use kuayu::transcript::{Completion, Record};

use super::mended::{codes, with};

/// One course, with so many credits.
fn of(credits: u16) -> Document {
    let record = Record::ticked("A", "某課", Credits::whole(credits), Completion::Passed);
    Document { records: vec![record], ..Document::default() }
}

#[test]
fn what_was_removed_since_stays_away() {
    let (before, after) = (with(&["A", "B"]), with(&["A", "B", "C"]));
    assert_eq!(codes(&with(&["B", "C"]).take_back(&before, &after)), ["B"]);
}

#[test]
fn what_was_changed_since_stays_as_it_was_changed() {
    assert_eq!(of(5).take_back(&of(3), &of(5)), of(3));
    assert_eq!(of(4).take_back(&of(3), &of(5)), of(4));
    // Nor is it taken away where the change had brought it.
    assert_eq!(of(4).take_back(&with(&[]), &of(5)), of(4));
}

#[test]
fn what_was_removed_and_entered_again_since_is_there_once_as_entered() {
    assert_eq!(of(5).take_back(&of(3), &with(&[])), of(5));
}

#[test]
fn what_was_removed_comes_back_where_it_stood() {
    let (before, after) = (with(&["A", "B", "C"]), with(&["A", "C"]));
    assert_eq!(codes(&with(&["A", "C", "D"]).take_back(&before, &after)), ["A", "B", "C", "D"]);
    assert_eq!(codes(&with(&["D", "A"]).take_back(&before, &after)), ["A", "B", "D"]);
}

#[test]
fn an_undo_of_the_department_leaves_the_entry_year_that_was_given_since() {
    let of = |group: &str, entry| {
        let mut document = with(&["A"]);
        (document.profile.group, document.profile.entry) = (Some(group.to_owned()), entry);
        document
    };
    let (before, after) = (of("土木系", None), of("電子系", None));
    assert_eq!(of("電子系", Some(113)).take_back(&before, &after), of("土木系", Some(113)));
    assert_eq!(of("工管系", None).take_back(&before, &after), of("工管系", None));
}

#[test]
fn a_plan_that_comes_back_keeps_the_name_that_another_tab_gave_it_since() {
    let plan = |name: &str, course: &str| {
        let courses = vec![PlannedCourse { name: course.to_owned(), ..PlannedCourse::default() }];
        let plan = Plan { id: 7, name: name.to_owned(), courses, ..Plan::default() };
        Document { plans: vec![plan], ..Document::default() }
    };
    let back = plan("乙", "課1").take_back(&plan("甲", "課0"), &Document::default());
    assert_eq!((back.plans[0].name.as_str(), back.plans[0].courses.len()), ("乙", 2));
}
