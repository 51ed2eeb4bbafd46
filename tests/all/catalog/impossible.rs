//! Programs that nobody can finish are refused, and only those.

use kuayu::i18n::Lang;
use kuayu::i18n::catalog::problem;

use crate::support::small_catalog::{broken, check, problems};

#[test]
fn programs_that_nobody_can_finish() {
    // The list holds 3 + 2 + 2 × 0.5 + 3 + 1 = 10 credits.
    check(
        r#""min_credits": 8"#,
        r#""min_credits": §10.5"#,
        "10.5 credits are asked for, all courses together have 10",
        "nobody can finish it: check the credits or the courses",
    );
    check(
        r#""min_courses": 2"#,
        r#""min_courses": §5"#,
        "the category `核心` asks for 5 courses and has only 3",
        "nobody can finish it: check the number or the courses",
    );
    check(
        r#"{"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學"}]}"#,
        r#"{"name": "基礎", "min_courses": 1, "courses": [{"code": "1000001", "name": "力學"}]}, {"name": "核心", "min_courses": §1, "courses": []}"#,
        "the category `核心` asks for 1 courses and has none",
        "add courses; write null where the number is not known",
    );
    check(
        r#"{"kind": "min_cross_domain_credits", "credits": 6"#,
        r#"§{"kind": "min_cross_domain_credits", "credits": 7.5"#,
        "min_cross_domain_credits asks for 7.5 credits, the list has at most 7 credits",
        "nobody can finish it: check the restriction or the courses",
    );
    check(
        r#"{"kind": "single_track", "categories": ["核心"], "tracks": ["聲", "光"]}"#,
        r#"§{"kind": "one_from_each_track", "category": "核心", "tracks": ["聲", "光", "熱", "電"]}"#,
        "one_from_each_track asks for 4 courses, the list has at most 3 courses",
        "nobody can finish it: check the restriction or the courses",
    );
    check(
        r#"{"kind": "required_courses", "courses": [["1000001"], ["1000004"]], "certain": 1}"#,
        r#"§{"kind": "required_courses", "courses": [["1000001"], ["1000004"]], "certain": 3}"#,
        "required_courses asks for 3 courses, the list has at most 2 courses",
        "nobody can finish it: check the restriction or the courses",
    );
    // 核心 has one online course, another and the course of open category: two in person.
    let (text, at) = broken(
        r#"{"kind": "mutually_exclusive_with""#,
        r#"§{"kind": "in_person_minimum", "categories": ["核心"]}, {"kind": "mutually_exclusive_with""#,
    );
    assert_eq!(problems(&text), []);
    let found = problems(&text.replace("\"min_courses\": 2", "\"min_courses\": 3"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].at, at);
    assert_eq!(
        problem(&found[0].kind, Lang::En).what,
        "in_person_minimum asks for 3 courses, the list has at most 2 courses"
    );
}

#[test]
fn unknown_amounts_and_open_lists_are_not_called_impossible() {
    let (text, _) = broken(r#""min_credits": 8"#, r#""min_credits": 99"#);
    // A course whose credits nobody knows might bring any number.
    assert_eq!(problems(&text.replace(r#"{"name": "校外講座", "credits": 1}"#, r#"{"name": "校外講座"}"#)), []);
    // A category that accepts unlisted courses has no end.
    let open = r#"{"kind": "accepts_unlisted", "category": "核心", "what": {"zh": "程式", "en": "programming"}, "name_contains": []}, {"kind": "mutually_exclusive_with""#;
    assert_eq!(problems(&text.replace(r#"{"kind": "mutually_exclusive_with""#, open)), []);
}

#[test]
fn what_can_be_read_more_kindly_is_not_called_impossible() {
    let question = r#""id": "meant", "text": {"zh": "是否", "en": "is it"}, "ask": "program""#;
    let asked = r#"{"kind": "min_cross_domain_credits", "credits": 7.5"#;
    let (text, _) = broken(r#"{"kind": "min_cross_domain_credits", "credits": 6"#, asked);
    assert_eq!(problems(&text).len(), 1);
    let doubted = format!(r#"{asked}, "doubt": {{{question}}}"#);
    assert_eq!(problems(&text.replace(asked, &doubted)), []);

    // 核心 has three courses at most, two of them in person.
    let last = r#"{"kind": "mutually_exclusive_with""#;
    let with = |min: u16, courses: u16| {
        let (text, _) = broken(r#""min_courses": 2"#, &format!(r#""min_courses": {min}"#));
        let kinder = format!(
            r#"{{"kind": "category_minimum_in_doubt", "category": "核心", "courses": {courses}, {question}}}, {{"kind": "in_person_minimum", "categories": ["核心"]}}, {last}"#
        );
        problems(&text.replace(last, &kinder))
            .iter()
            .map(|found| problem(&found.kind, Lang::En).what)
            .collect::<Vec<_>>()
    };
    assert_eq!(with(5, 2), [""; 0]);
    assert_eq!(with(5, 3), ["in_person_minimum asks for 3 courses, the list has at most 2 courses"]);
    assert_eq!(with(5, 4)[0], "the category `核心` asks for 4 courses and has only 3");
}
