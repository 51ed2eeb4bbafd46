//! Invented programs finished together: what is advised, at what cost, and what it still hangs on.

use kuayu::audit::{CourseRef, Decision, Fact, Hindrance, Prepared, Together};
use kuayu::credits::Credits;
use kuayu::rules::Purpose;
use kuayu::transcript::{Completion, Record, Stage};
use serde_json::{Value, json};

use super::invented::{Invented, course, program, taken, without_class};

/// The least that finishes these programs' certificates.
fn together(prepared: &Prepared, records: &[Record], programs: &[&str]) -> Option<Together> {
    prepared.advise_together(records, programs, Purpose::Certificate, &[])
}

/// The codes of what is advised.
fn codes(way: &Together) -> Vec<&str> {
    way.courses.iter().filter_map(|shared| shared.course.code.as_deref()).collect()
}

/// The same of what is advised for one program alone.
fn codes_alone(prepared: &Prepared, records: &[Record], program: &str) -> Vec<String> {
    let advice = prepared.audit_program(records, program, &[]).unwrap().certificate.advice.unwrap();
    advice.courses.iter().filter_map(|advised| advised.course.code.clone()).collect()
}

fn named(code: &str, name: &str) -> CourseRef {
    CourseRef { code: Some(code.to_owned()), name: name.to_owned() }
}

/// What a program answered of a fact.
fn decided(program: &str, fact: Fact, holds: bool) -> Decision {
    Decision { program: Some(program.to_owned()), fact, holds, by: None, date: None, note: String::new() }
}

/// A program that asks for one course of 核心, of two credits or more.
fn one_of(code: &str, courses: &[&str]) -> Value {
    program(code, 2, &[("核心", 1, courses)], json!([]))
}

#[test]
fn a_way_round_a_course_without_classes_may_ask_three_credits_more_and_no_more() {
    for (credits, told) in [(3, true), (5, true), (6, false)] {
        let prepared = Invented {
            courses: vec![
                without_class("X000001", "久未開的課", 2),
                course("X000002", "常開的課", credits),
                course("X000003", "另一門課", 2),
            ],
            programs: vec![one_of("XA", &["X000001", "X000002"]), one_of("XB", &["X000003"])],
            ..Invented::default()
        }
        .prepare();
        let found = together(&prepared, &[], &["XA", "XB"]).unwrap();
        assert_eq!(found.credits, Credits::whole(4));
        let easier = found.easier.map(|easier| easier.credits);
        assert_eq!(easier, told.then_some(Credits::whole(credits + 2)), "the way round is of {credits} credits");
    }
}

#[test]
fn a_way_round_is_told_where_both_ways_leave_the_same_to_ask() {
    let mut asks = one_of("XA", &["X000001", "X000002"]);
    let text = json!({"zh": "須先提出修課計畫", "en": "A study plan is handed in first"});
    asks["restrictions"] = json!([{"kind": "confirm", "id": "plan", "text": text, "ask": "program"}]);
    let prepared = Invented {
        courses: vec![
            without_class("X000001", "久未開的課", 2),
            course("X000002", "常開的課", 3),
            course("X000003", "另一門課", 2),
        ],
        programs: vec![asks, one_of("XB", &["X000003"])],
        ..Invented::default()
    }
    .prepare();
    let found = together(&prepared, &[], &["XA", "XB"]).unwrap();
    let plan = [("XA".to_owned(), vec![Fact::Confirmed { id: "plan".to_owned() }])];
    assert_eq!(found.facts, plan);
    assert_eq!(found.easier.map(|easier| (easier.credits, easier.facts)), Some((Credits::whole(5), plan.to_vec())));
}

#[test]
fn of_two_courses_that_do_the_same_the_one_with_classes_is_advised() {
    let (never, often) = (without_class("X000001", "久未開的課", 2), course("X000002", "常開的課", 2));
    for courses in [[never.clone(), often.clone()], [often, never]] {
        let prepared = Invented {
            courses: courses.into_iter().chain([course("X000003", "另一門課", 2)]).collect(),
            programs: vec![one_of("XA", &["X000001", "X000002"]), one_of("XB", &["X000003"])],
            ..Invented::default()
        }
        .prepare();
        let found = together(&prepared, &[], &["XA", "XB"]).unwrap();
        assert!(codes(&found).contains(&"X000002"), "{found:?}");
        assert_eq!((found.hindered, found.easier), (Vec::new(), None));
    }
}

/// It has no class, which hinders in a list that does not say that it is taken online; and it continues another course,
/// which hinders everywhere, but less.
#[test]
fn of_a_course_hard_to_take_for_two_reasons_the_worse_is_told_whichever_program_comes_first() {
    let mut online = one_of("XB", &["X000002"]);
    online["categories"][0]["courses"][0]["online"] = json!(true);
    let prepared = Invented {
        courses: vec![course("X000001", "網路概論(1)", 2), without_class("X000002", "網路概論(2)", 2)],
        programs: vec![one_of("XA", &["X000002"]), online],
        ..Invented::default()
    }
    .prepare();
    for programs in [["XA", "XB"], ["XB", "XA"]] {
        let found = together(&prepared, &[], &programs).unwrap();
        let worst = vec![(named("X000002", "網路概論(2)"), Hindrance::NoClass)];
        assert_eq!(found.hindered, worst, "{programs:?}");
    }
}

#[test]
fn the_other_half_of_a_year_course_brings_its_credits_and_no_course_more() {
    let mut year = course("X000001", "全年的課", 3);
    year["stages"] = json!(2);
    let prepared = Invented {
        courses: vec![year, course("X000002", "一學期的課", 5)],
        programs: vec![
            program("XA", 6, &[("核心", 1, &["X000001", "X000002"])], json!([])),
            program("XB", 3, &[("核心", 2, &["X000001", "X000002"])], json!([])),
        ],
        ..Invented::default()
    }
    .prepare();
    let first = Record { stage: Stage::Part(1), ..taken("X000001", "全年的課", 3, Completion::Passed) };
    let records = [first];
    let credits = together(&prepared, &records, &["XA"]).unwrap();
    assert_eq!((credits.credits, codes(&credits)), (Credits::whole(3), vec!["X000001"]));
    assert_eq!(credits.courses[0].stages, [2]);
    let courses = together(&prepared, &records, &["XB"]).unwrap();
    assert_eq!((courses.credits, codes(&courses)), (Credits::whole(5), vec!["X000002"]));
}

/// With both halves it is done. With one half only it would hang on a course taken elsewhere.
#[test]
fn both_halves_that_are_advised_count_so_nothing_is_left_to_ask() {
    let mut year = course("X000001", "全年的課", 3);
    year["stages"] = json!(2);
    let prepared = Invented {
        courses: vec![year, course("X000002", "一學期的課", 3)],
        programs: vec![program("XA", 6, &[("核心", 1, &["X000001", "X000002"])], json!([]))],
        ..Invented::default()
    }
    .prepare();
    let found = together(&prepared, &[taken("Y000002", "一學期的課", 3, Completion::Passed)], &["XA"]).unwrap();
    assert_eq!((codes(&found), &found.courses[0].stages), (vec!["X000001"], &vec![1, 2]));
    assert_eq!(found.facts, []);
}

/// At most three credits of two courses count, and one of them is passed: it counts, or it makes room for the other.
fn within_three_credits(credits: u16, categories: &[(&str, u16, &[&str])], courses: Vec<Value>) -> Prepared {
    let rule = json!([{"kind": "max_credits_from", "courses": ["X000001", "X000002"], "credits": 3}]);
    Invented { courses, programs: vec![program("XA", credits, categories, rule)], ..Invented::default() }.prepare()
}

#[test]
fn a_passed_course_makes_room_for_another_where_that_is_cheaper() {
    let prepared = within_three_credits(
        4,
        &[("核心", 1, &["X000001", "X000004"]), ("總整", 1, &["X000002", "X000003"])],
        vec![
            course("X000001", "外校的課甲", 2),
            course("X000002", "外校的課乙", 3),
            course("X000003", "本校的大專題", 5),
            course("X000004", "本校的小課", 1),
        ],
    );
    let records = [taken("X000001", "外校的課甲", 2, Completion::Passed)];
    let found = together(&prepared, &records, &["XA"]).unwrap();
    let mut advised = codes(&found);
    advised.sort_unstable();
    assert_eq!((found.credits, advised), (Credits::whole(4), vec!["X000002", "X000004"]));
}

/// The passed course counts and 本校的專題 is taken, or it makes room for 外校的課乙: both cost the same.
#[test]
fn for_one_program_the_same_is_advised_as_on_its_own_page() {
    let prepared = within_three_credits(
        8,
        &[("核心", 1, &["X000001", "X000004"]), ("總整", 1, &["X000002", "X000003"])],
        vec![
            course("X000001", "外校的課甲", 2),
            course("X000002", "外校的課乙", 3),
            course("X000003", "本校的專題", 3),
            course("X000004", "本校的大課", 5),
        ],
    );
    let records =
        [taken("X000001", "外校的課甲", 2, Completion::Passed), taken("X000004", "本校的大課", 5, Completion::Passed)];
    let found = together(&prepared, &records, &["XA"]).unwrap();
    assert_eq!(codes(&found), codes_alone(&prepared, &records, "XA"));
    assert_eq!(codes(&found), ["X000003"]);
}

/// Of a common course the department has to say whether it is cross-domain.
#[test]
fn a_way_by_what_would_have_to_be_confirmed_is_told_only_where_it_saves_credits() {
    for (certain, saves) in [(7, true), (6, false)] {
        let mut common = course("X000001", "通識的課", 6);
        common["common"] = json!(true);
        let prepared = Invented {
            courses: vec![common, course("X000002", "專業的課", certain), course("X000003", "入門的課", 2)],
            programs: vec![
                one_of("XA", &["X000001", "X000002"]),
                program("XB", 2, &[("基礎", 1, &["X000003"]), ("核心", 0, &["X000001", "X000002"])], json!([])),
            ],
            ..Invented::default()
        }
        .prepare();
        let purpose = Purpose::CrossDomainRequirement;
        let found = prepared.advise_together(&[], &["XA", "XB"], purpose, &[]).unwrap();
        assert_eq!((found.credits, &found.facts), (Credits::whole(certain + 2), &Vec::new()));
        let confirmed = found.if_confirmed.map(|confirmed| confirmed.credits);
        assert_eq!(confirmed, saves.then_some(Credits::whole(8)), "the certain course is of {certain} credits");
    }
}

#[test]
fn nothing_is_advised_where_one_of_the_programs_is_closed_to_the_student() {
    let mut closed = one_of("XA", &["X000001"]);
    closed["restrictions"] = json!([{"kind": "not_open_to", "departments": ["土木系"]}]);
    let prepared = Invented {
        courses: vec![course("X000001", "一門課", 2)],
        programs: vec![closed, one_of("XB", &["X000001"])],
        ..Invented::default()
    }
    .prepare();
    assert!(together(&prepared, &[], &["XB"]).is_some());
    assert_eq!(together(&prepared, &[], &["XB", "XA"]), None);
}

/// Both programs list 力學, each under a code of its own. The second said that it recognises the first one's.
#[test]
fn what_an_advised_course_does_by_its_name_in_the_other_program_need_not_be_asked() {
    let recognised = Fact::Recognised { course: named("X000002", "力學"), taken: Some("X000001".to_owned()) };
    let mut open = one_of("XB", &["X000002"]);
    open["uncategorised"] = json!([{"code": "X000003"}]);
    let mut invented = Invented {
        courses: vec![course("X000001", "力學", 2), course("X000002", "力學", 2), course("X000003", "光學", 2)],
        programs: vec![one_of("XA", &["X000001"]), open],
        ..Invented::default()
    };
    // Whether 光學 is of 核心 is asked while 力學 of the other code is not recognised.
    invented.decisions = vec![decided("XB", recognised.clone(), false)];
    let found = together(&invented.prepare(), &[], &["XA", "XB"]).unwrap();
    let category = Fact::Category { course: named("X000003", "光學"), category: "核心".to_owned() };
    assert_eq!(found.facts, [("XB".to_owned(), vec![category])]);
    invented.decisions = vec![decided("XB", recognised, true)];
    let found = together(&invented.prepare(), &[], &["XA", "XB"]).unwrap();
    assert_eq!(found.facts, []);
}

/// Which of two courses of one name is meant is said by its code.
#[test]
fn nobody_is_asked_which_of_two_courses_of_one_name_an_advised_course_is() {
    let prepared = Invented {
        courses: vec![course("X000001", "力學", 2), course("X000002", "力學", 3), course("X000003", "光學", 2)],
        programs: vec![
            program("XA", 4, &[("核心", 1, &["X000001"]), ("總整", 1, &["X000002", "X000003"])], json!([])),
            one_of("XB", &["X000003"]),
        ],
        ..Invented::default()
    }
    .prepare();
    let found = together(&prepared, &[], &["XA", "XB"]).unwrap();
    assert_eq!((found.credits, found.facts), (Credits::whole(4), Vec::new()));
}

/// What is only advised can still be planned in order.
#[test]
fn nobody_is_asked_whether_an_advised_capstone_came_after_what_goes_before_it() {
    let rule = json!([{"kind": "capstone_prerequisite", "capstone": "總整", "categories": ["核心"], "credits": 2}]);
    let prepared = Invented {
        courses: vec![course("X000001", "一門課", 2), course("X000002", "一個專題", 3)],
        programs: vec![
            program("XA", 5, &[("核心", 1, &["X000001"]), ("總整", 1, &["X000002"])], rule),
            one_of("XB", &["X000001"]),
        ],
        ..Invented::default()
    }
    .prepare();
    let found = together(&prepared, &[], &["XA", "XB"]).unwrap();
    assert_eq!((found.credits, found.facts), (Credits::whole(5), Vec::new()));
}

/// Each program asks to keep to one track; they are not the same tracks.
#[test]
fn each_program_may_be_finished_in_a_track_of_its_own() {
    let rule = json!([{"kind": "single_track", "categories": ["核心"], "tracks": ["甲領域", "乙領域"]}]);
    let track = |program: &str, course: &CourseRef, track: &str, holds: bool| {
        decided(program, Fact::Track { course: course.clone(), track: track.to_owned() }, holds)
    };
    let (one, other) = (named("X000001", "甲課"), named("X000002", "乙課"));
    let prepared = Invented {
        courses: vec![course("X000001", "甲課", 2), course("X000002", "乙課", 2)],
        programs: vec![
            program("XA", 2, &[("核心", 1, &["X000001"])], rule.clone()),
            program("XB", 2, &[("核心", 1, &["X000002"])], rule),
        ],
        decisions: vec![
            track("XA", &one, "甲領域", true),
            track("XA", &one, "乙領域", false),
            track("XB", &other, "甲領域", false),
            track("XB", &other, "乙領域", true),
        ],
        ..Invented::default()
    }
    .prepare();
    let found = together(&prepared, &[], &["XA", "XB"]).unwrap();
    assert_eq!((found.credits, found.facts), (Credits::whole(4), Vec::new()));
}

#[test]
fn a_course_without_credits_is_advised_where_a_category_asks_for_it() {
    let categories: &[(&str, u16, &[&str])] = &[("核心", 1, &["X000001"]), ("總整", 1, &["X000002"])];
    let prepared = Invented {
        courses: vec![course("X000001", "有學分的課", 2), course("X000002", "沒有學分的課", 0)],
        programs: vec![program("XA", 2, categories, json!([]))],
        ..Invented::default()
    }
    .prepare();
    let found = together(&prepared, &[], &["XA"]).unwrap();
    assert_eq!((codes(&found), found.credits), (vec!["X000001", "X000002"], Credits::whole(2)));
    assert_eq!(codes_alone(&prepared, &[], "XA"), ["X000001", "X000002"]);
}
