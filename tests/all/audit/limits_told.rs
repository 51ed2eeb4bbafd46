//! How a certificate names a program's limits, so that whoever checks a step finds the one that is meant.

use kuayu::audit::{Amount, AtMost};
use kuayu::credits::Credits;
use serde_json::json;

use super::invented::{Invented, course, program};

#[test]
fn limits_that_read_alike_are_told_apart_by_their_place() {
    let most = |code: &str| json!({"kind": "max_credits_from", "courses": [code], "credits": 2});
    let rules = json!([most("X000001"), {"kind": "one_per_subclass", "category": "核心"}, most("X000002")]);
    let prepared = Invented {
        courses: vec![course("X000001", "一門課", 3), course("X000002", "另一門課", 3)],
        programs: vec![program("XA", 2, &[("核心", 1, &["X000001", "X000002"])], rules)],
        ..Invented::default()
    }
    .prepare();
    let credits = |place: usize| AtMost { most: Amount::Credits(Credits::whole(2)), category: None, place };
    let one = AtMost { most: Amount::Courses(1), category: Some("核心".to_owned()), place: 0 };
    for certificate in prepared.certify(&[], "XA").unwrap() {
        assert_eq!(certificate.unwrap().limits, [credits(0), one.clone(), credits(1)]);
    }
}
