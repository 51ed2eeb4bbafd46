//! What an answer does not need: chosen cases beside the property in [`properties`](super::properties).

use kuayu::audit::{Answer, Decision, EvenIf, Fact};
use kuayu::credits::Credits;
use kuayu::rules::Purpose;
use kuayu::transcript::{Completion, Record};
use serde_json::json;

use super::invented::{Invented, course, program, taken};
use crate::support::real::Real;

#[test]
fn a_course_under_way_that_is_needed_may_not_be_failed() {
    let real = Real::read();
    let edition = real.catalog.edition("115-1").unwrap();
    let prepared = real.prepare(edition, &real.student("土木系", 112), &[]);
    let passed = [("3401007", "測量學(一)"), ("3404016", "環境規劃與管理"), ("3901416", "綠建築概論")];
    let more = [("3902019", "建築物理(一)"), ("3903423", "建築節能設計")];
    let record = |(code, name): (&str, &str), how| Record::ticked(code, name, Credits::whole(2), how);
    let mut records: Vec<Record> =
        passed.into_iter().chain(more).map(|course| record(course, Completion::Passed)).collect();
    // The only course of 總整.
    records.push(record(("3903446", "循環經濟之建築設計"), Completion::InProgress));
    let audit = prepared.audit_program(&records, "AVM", &[]).unwrap();
    assert_eq!(audit.certificate.answer, Answer::MetIfInProgress);
    assert_eq!(prepared.even_if(&records, &audit, Purpose::Certificate), EvenIf::default());
    // With one more under way, that one may be failed; the other not.
    records.push(record(("3403008", "水文學"), Completion::InProgress));
    let audit = prepared.audit_program(&records, "AVM", &[]).unwrap();
    let found = prepared.even_if(&records, &audit, Purpose::Certificate);
    assert!(!found.any_one.contains(&5) && !found.all, "{found:?}");
}

/// The certificate asks for a capstone; for the requirement the program said that it may be left out.
#[test]
fn a_course_under_way_that_only_the_certificate_needs_may_be_failed_for_the_requirement() {
    let rule = json!([{
        "kind": "category_minimum_in_doubt", "for": "cross_domain_requirement", "category": "總整", "courses": 0,
        "id": "capstone", "text": {"zh": "總整是否可以不修？", "en": "May the capstone be left out?"}, "ask": "program"
    }]);
    let (program_code, fact) = (Some("XA".to_owned()), Fact::Confirmed { id: "capstone".to_owned() });
    let waived = Decision { program: program_code, fact, holds: true, by: None, date: None, note: String::new() };
    let prepared = Invented {
        courses: vec![course("X000001", "一門課", 6), course("X000002", "一個專題", 2)],
        programs: vec![program("XA", 6, &[("核心", 1, &["X000001"]), ("總整", 1, &["X000002"])], rule)],
        decisions: vec![waived],
        ..Invented::default()
    }
    .prepare();
    let records =
        [taken("X000001", "一門課", 6, Completion::Passed), taken("X000002", "一個專題", 2, Completion::InProgress)];
    let audit = prepared.audit_program(&records, "XA", &[]).unwrap();
    assert_eq!((&audit.certificate.answer, &audit.cross_domain.answer), (&Answer::MetIfInProgress, &Answer::Met));
    assert_eq!(prepared.even_if(&records, &audit, Purpose::Certificate), EvenIf::default());
    let found = prepared.even_if(&records, &audit, Purpose::CrossDomainRequirement);
    assert_eq!(found, EvenIf { any_one: vec![1], all: false });
}

#[test]
fn of_two_planned_courses_of_which_one_is_needed_either_may_be_failed_and_not_both() {
    let prepared = Invented {
        courses: vec![course("X000001", "一門課", 2), course("X000002", "另一門課", 2)],
        programs: vec![program("XA", 2, &[("核心", 1, &["X000001", "X000002"])], json!([]))],
        ..Invented::default()
    }
    .prepare();
    let records =
        [taken("X000001", "一門課", 2, Completion::Planned), taken("X000002", "另一門課", 2, Completion::Planned)];
    let audit = prepared.audit_program(&records, "XA", &[]).unwrap();
    assert_eq!(audit.certificate.answer, Answer::MetIfPlanned);
    let found = prepared.even_if(&records, &audit, Purpose::Certificate);
    assert_eq!(found, EvenIf { any_one: vec![0, 1], all: false });
}
