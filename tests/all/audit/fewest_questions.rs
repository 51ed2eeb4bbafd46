//! How many questions an answer hangs on, where there are too many to try each set of them: still the fewest.

use kuayu::audit::{Answer, Fact};
use kuayu::transcript::Completion;
use serde_json::json;

use super::invented::{Invented, course, program, taken};

/// Nine credits are asked for. Of the two courses of another school five credits count: the passed one, of two credits, is
/// certain, and with it seven small courses have to be recognised. Without it the large one counts, and with that and
/// four small ones it is done.
#[test]
fn a_course_that_counts_for_certain_gives_way_where_fewer_have_to_be_asked_about_then() {
    let small: Vec<(String, String)> = (1..=9).map(|at| (format!("X00000{at}"), format!("第{at}門小課"))).collect();
    let certain = course("XS00001", "外校的短課", 2);
    let large = course("XS00002", "外校的長課", 5);
    let courses: Vec<_> =
        [certain].into_iter().chain(small.iter().map(|(code, name)| course(code, name, 1))).chain([large]).collect();
    let codes: Vec<&str> = courses.iter().filter_map(|course| course["code"].as_str()).collect();
    let rule = json!([{"kind": "max_credits_from", "courses": ["XS00001", "XS00002"], "credits": 5}]);
    let programs = vec![program("XA", 9, &[("核心", 1, &codes)], rule)];
    let mut records = vec![taken("XS00001", "外校的短課", 2, Completion::Passed)];
    // All others bear codes of their own, so that each has to be recognised.
    let other =
        |(at, (_, name)): (usize, &(String, String))| taken(&format!("Y00000{at}"), name, 1, Completion::Passed);
    records.extend(small.iter().enumerate().map(other));
    records.push(taken("YS00002", "外校的長課", 5, Completion::Passed));
    let prepared = Invented { courses: courses.clone(), programs, ..Invented::default() }.prepare();
    let audit = prepared.audit_program(&records, "XA", &[]).unwrap();
    let Answer::DependsOn { facts, .. } = &audit.certificate.answer else { panic!("{:?}", audit.certificate.answer) };
    let asks_about =
        |name: &str| facts.iter().any(|fact| matches!(fact, Fact::Recognised { course, .. } if course.name == name));
    assert!(asks_about("外校的長課"), "{facts:?}");
    assert_eq!(facts.len(), 5);
}
