//! The week of a plan's semester: what is judged, what counts once, and what stays unknown.

use kuayu::classes::{Class, Classes, Fit, Times};
use kuayu::credits::Credits;
use kuayu::planning::{BoardItem, Week, board, week};
use kuayu::saved::{Busy, Document, Plan, PlannedCourse};
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record};

fn term() -> Term {
    Term::new(115, 1).unwrap()
}

fn times(text: &str) -> Times {
    Times::parse(text).unwrap()
}

/// A: one class; B: two; C: one without hours; D: none.
fn classes() -> Classes {
    let class = |code: &str, id: &str, group: &str, hours: &str| {
        let groups = vec![group.to_owned()];
        (code.to_owned(), Class { id: id.to_owned(), groups, times: times(hours), language: None })
    };
    Classes::new(
        term(),
        "2026-07-24".to_owned(),
        [
            class("A", "1", "電機一甲", "1:34"),
            class("B", "2", "電機一甲", "1:4"),
            class("B", "3", "土木一甲", "2:5"),
            class("C", "4", "校院級課程(大)", ""),
        ],
    )
}

fn student(planned: &[&str]) -> Document {
    let mut document = Document::default();
    document.profile.group = Some("土木系".to_owned());
    let course = |code: &&str| PlannedCourse {
        code: Some((*code).to_owned()),
        name: (*code).to_owned(),
        term: Some(term()),
        ..PlannedCourse::default()
    };
    document.add_plan(Plan { courses: planned.iter().map(course).collect(), ..Plan::default() });
    document
}

fn seen<'c>(document: &Document, classes: &'c Classes) -> Week<'c> {
    let plan = document.active_plan().unwrap();
    let columns = board(document, plan, term());
    let column = columns.iter().find(|column| column.term == Some(term())).unwrap();
    week(document, plan, column, term(), classes)
}

#[test]
fn the_own_class_comes_first_and_what_is_unknown_is_not_judged() {
    let classes = classes();
    let week = seen(&student(&["B", "C", "D"]), &classes);
    assert_eq!(week.items[0].classes.iter().map(|class| class.id.as_str()).collect::<Vec<_>>(), ["3", "2"]);
    assert_eq!(week.any, Fit::Free(vec![Some(0), None, None]));
    assert_eq!(week.items.iter().map(|item| item.unknown()).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(week.as_chosen, None);
}

#[test]
fn classes_for_all_come_after_the_own_and_before_others() {
    let class = |id: &str, group: &str| {
        let groups = vec![group.to_owned()];
        ("E".to_owned(), Class { id: id.to_owned(), groups, times: times("1:1"), language: None })
    };
    let groups = ["外生專班", "電機一甲", "校院級課程(大)", "土木所", "土木一甲", "博雅課程"];
    let all = groups.iter().zip(["1", "2", "3", "4", "5", "6"]).map(|(group, id)| class(id, group));
    let classes = Classes::new(term(), "2026-07-24".to_owned(), all);
    let week = seen(&student(&["E"]), &classes);
    let order: Vec<&str> = week.items[0].classes.iter().map(|class| class.id.as_str()).collect();
    assert_eq!(order, ["5", "3", "6", "2", "4", "1"]);
}

#[test]
fn what_is_chosen_is_judged_besides_what_could_be() {
    let classes = classes();
    let mut document = student(&["A", "B"]);
    assert!(matches!(seen(&document, &classes).any, Fit::Free(_)));
    document.active_plan_mut().unwrap().choose(1, Some("2".to_owned()));
    let week = seen(&document, &classes);
    let Some(Fit::Clash(clash)) = week.as_chosen else { panic!("{week:?}") };
    assert_eq!((clash.courses, clash.at), (vec![0, 1], times("1:4")));
    assert!(matches!(week.any, Fit::Free(_)), "another class would do");
    // The number of a class of another semester is no choice.
    document.active_plan_mut().unwrap().choose(1, Some("99".to_owned()));
    assert_eq!(seen(&document, &classes).as_chosen, None);
}

#[test]
fn busy_hours_and_courses_being_taken_are_in_the_week() {
    let classes = classes();
    let mut document = student(&["A"]);
    document.set_busy(term(), Busy { own: times("1:3,5:1"), timetable: Times::default() });
    let Fit::Clash(clash) = seen(&document, &classes).any else { panic!() };
    assert_eq!((clash.courses, clash.busy, clash.at), (vec![0], times("1:3"), times("1:3")));
    // A course being taken is one more; a planned one of the same code is the same.
    document = student(&["A", "B"]);
    document.records.push(Record::ticked("B", "B", Credits::whole(2), Completion::InProgress));
    let week = seen(&document, &classes);
    assert_eq!(
        week.items.iter().map(|item| item.place).collect::<Vec<_>>(),
        [BoardItem::Record(0), BoardItem::Planned(0)]
    );
    // What the timetable has is in the busy hours.
    document.set_busy(term(), Busy { own: Times::default(), timetable: times("2:5") });
    let week = seen(&document, &classes);
    assert_eq!(
        week.items.iter().map(|item| item.place).collect::<Vec<_>>(),
        [BoardItem::Planned(0), BoardItem::Planned(1)]
    );
}
