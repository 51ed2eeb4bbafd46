//! The cheapest way whose courses do not clash, of invented ways and clashes.

use kuayu::audit::{Advice, AdvisedCourse, Fact};
use kuayu::credits::Credits;
use kuayu::planning::{Free, without_clash};

use super::advised::courses;

fn way(credits: u16, codes: &[&str]) -> Advice {
    Advice {
        credits: Credits::whole(credits),
        courses: courses(codes),
        assumed: 0,
        facts: Vec::new(),
        alternatives: Vec::new(),
        hindered: Vec::new(),
        easier: None,
    }
}

fn codes(courses: &[AdvisedCourse]) -> Vec<&str> {
    courses.iter().filter_map(|one| one.course.code.as_deref()).collect()
}

/// The first of these ways, in their order, that has none of the courses that are done without, where a set of courses
/// cannot be taken together.
fn found(ways: &[Advice], clashing: &[&str]) -> Free {
    let mut ask = |without: &[String]| {
        let possible = |way: &&Advice| codes(&way.courses).iter().all(|code| !without.iter().any(|gone| gone == code));
        ways.iter().find(possible).cloned()
    };
    without_clash(&mut ask, &|way| {
        let all = clashing.iter().all(|code| codes(way).contains(code));
        clashing.iter().filter(|_| all).map(|code| (*code).to_owned()).collect()
    })
}

/// The courses of what was found, and what it does without.
fn told(found: &Free) -> (Vec<&str>, Vec<&str>) {
    let Free::Way { courses, without, .. } = found else { panic!("{found:?}") };
    (codes(courses), without.iter().map(String::as_str).collect())
}

#[test]
fn the_cheapest_of_all_is_taken_where_nothing_clashes() {
    let found = found(&[way(6, &["A", "B"]), way(6, &["C", "D"])], &[]);
    assert_eq!(told(&found), (vec!["A", "B"], vec![]));
}

#[test]
fn a_way_of_the_same_cost_is_taken_before_a_dearer_one() {
    let first = Advice { alternatives: vec![courses(&["A", "C"]), courses(&["D", "E"])], ..way(6, &["A", "B"]) };
    let dearer = way(9, &["C", "D", "E"]);
    assert_eq!(told(&found(&[first.clone(), dearer.clone()], &["A", "B"])), (vec!["A", "C"], vec![]));
    // One that clashes, too, is passed over.
    assert_eq!(told(&found(&[first, dearer], &["A"])), (vec!["D", "E"], vec![]));
}

#[test]
fn where_a_way_hangs_on_facts_another_of_the_same_cost_is_not_taken_for_it() {
    let sure = Advice { alternatives: vec![courses(&["A", "C"])], ..way(6, &["A", "B"]) };
    let dearer = Advice { assumed: 2, ..way(9, &["D"]) };
    for doubtful in [Advice { assumed: 2, ..sure.clone() }, Advice { facts: vec![Fact::EntryYear], ..sure }] {
        // What it hangs on is told of its own courses, so the engine is asked again.
        assert_eq!(told(&found(&[doubtful, dearer.clone()], &["A", "B"])).0, ["D"]);
    }
}

#[test]
fn what_is_assumed_weighs_more_than_credits_and_credits_more_than_courses() {
    // Without A the engine names one way, without B another.
    let cheaper = |without_a: Advice, without_b: Advice| {
        let mut ask = |without: &[String]| match without {
            [] => Some(way(4, &["A", "B"])),
            [only] if only == "A" => Some(without_a.clone()),
            [only] if only == "B" => Some(without_b.clone()),
            _ => None,
        };
        let clash = |way: &[AdvisedCourse]| match codes(way).as_slice() {
            ["A", "B"] => vec!["A".to_owned(), "B".to_owned()],
            _ => Vec::new(),
        };
        told(&without_clash(&mut ask, &clash)).0.concat()
    };
    assert_eq!(cheaper(Advice { assumed: 1, ..way(5, &["C"]) }, way(9, &["D", "E"])), "DE");
    assert_eq!(cheaper(way(6, &["C"]), way(5, &["D", "E"])), "DE");
    assert_eq!(cheaper(way(6, &["C", "F", "G"]), way(6, &["D", "E"])), "DE");
}

#[test]
fn what_is_done_without_is_told_in_order() {
    let mut ask = |without: &[String]| match without {
        [] => Some(way(6, &["A", "B"])),
        [_] => Some(way(7, &["A", "C"])),
        _ => Some(way(8, &["D"])),
    };
    // First it is done without B, then without A.
    let clash = |way: &[AdvisedCourse]| match codes(way).as_slice() {
        ["A", "B"] => vec!["B".to_owned()],
        ["A", "C"] => vec!["A".to_owned()],
        _ => Vec::new(),
    };
    assert_eq!(told(&without_clash(&mut ask, &clash)), (vec!["D"], vec!["A", "B"]));
}

#[test]
fn there_may_be_no_way() {
    assert_eq!(found(&[], &[]), Free::None);
    assert_eq!(found(&[way(6, &["A", "B"])], &["A", "B"]), Free::None);
}

#[test]
fn the_engine_is_asked_two_hundred_times_and_no_more() {
    // Twenty courses that may be in any set of three, and each such set clashes.
    let all: Vec<String> = (10..30).map(|n| n.to_string()).collect();
    let mut asked = 0;
    let mut ask = |without: &[String]| {
        asked += 1;
        let three: Vec<&str> = all.iter().filter(|code| !without.contains(code)).take(3).map(String::as_str).collect();
        Some(way(9 + without.len() as u16, &three))
    };
    let clash = |way: &[AdvisedCourse]| codes(way).iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(without_clash(&mut ask, &clash), Free::Undecided);
    assert_eq!(asked, 200);
}
