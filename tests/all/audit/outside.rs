//! Courses from outside the own department, of a student who has not said which department that is.

use kuayu::audit::{Answer, CourseRef, Decision, Fact};
use kuayu::transcript::Completion;
use serde_json::json;

use super::invented::{Invented, course, program, taken};

/// It is one question for all courses, and the student can answer it.
#[test]
fn who_has_not_said_a_department_is_asked_that_and_not_of_an_accepted_course() {
    let reading = CourseRef { code: Some("Y000001".to_owned()), name: "專書選讀".to_owned() };
    let fact = Fact::Accepted { course: reading, category: "核心".to_owned() };
    let accepted =
        Decision { program: Some("XA".to_owned()), fact, holds: true, by: None, date: None, note: String::new() };
    let rules = json!([
        {"kind": "accepts_unlisted", "category": "核心", "what": {"zh": "選讀", "en": "readings"}, "name_contains": ["選讀"]},
        {"kind": "min_credits_outside_department", "credits": 2}
    ]);
    let invented = Invented {
        courses: vec![course("X000001", "一門課", 2)],
        programs: vec![program("XA", 2, &[("核心", 1, &["X000001"])], rules)],
        decisions: vec![accepted],
        group_not_said: true,
        ..Invented::default()
    };
    let records = [taken("Y000001", "專書選讀", 2, Completion::Passed)];
    let audit = invented.prepare().audit_program(&records, "XA", &[]).unwrap();
    let Answer::DependsOn { facts, .. } = &audit.certificate.answer else { panic!("{:?}", audit.certificate.answer) };
    assert_eq!(*facts, [Fact::Group]);
}
