//! What an answer does not need: chosen cases beside the property in [`properties`](super::properties).

use kuayu::audit::{Answer, EvenIf};
use kuayu::credits::Credits;
use kuayu::rules::Purpose;
use kuayu::transcript::{Completion, Record};

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
