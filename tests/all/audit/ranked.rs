//! Which programs are shown first: what is met, then what is nearest, at last what is closed.

use kuayu::audit::rank;
use kuayu::transcript::Completion;
use serde_json::{Value, json};

use super::invented::{Invented, course, program, taken};

/// A program with one category.
fn of(code: &str, credits: u16, least: u16, courses: &[&str], restrictions: Value) -> Value {
    program(code, credits, &[("核心", least, courses)], restrictions)
}

#[test]
fn the_nearest_programs_come_first() {
    let ask = |id: &str| json!({"kind": "confirm", "id": id, "text": {"zh": id, "en": id}, "ask": "program"});
    let plain = || json!([]);
    // As the edition has them; the last goes first.
    let programs = vec![
        of("CLOSED", 2, 1, &["PASSED1"], json!([{"kind": "not_open_to", "departments": ["土木系"]}])),
        of("NEVER", 2, 1, &["OWN0001"], json!([{"kind": "min_credits_outside_department", "credits": 2}])),
        of("FOUR_CREDITS", 4, 1, &["BIG0001"], plain()),
        of("TWO_COURSES", 2, 2, &["HALF001", "HALF002"], plain()),
        of("ONE_COURSE", 2, 1, &["TWO0001"], plain()),
        of("TWO_QUESTIONS", 2, 1, &["PASSED1"], json!([ask("one"), ask("other")])),
        of("ONE_QUESTION", 2, 1, &["PASSED1"], json!([ask("one")])),
        of("IF_PLANNED", 2, 1, &["PLANNED"], plain()),
        of("IF_IN_PROGRESS", 2, 1, &["RUNNING"], plain()),
        // The certificate is had with all three; the requirement cannot be had with the first two, which keep their order.
        of("MET_AGAIN", 2, 1, &["PASSED1"], plain()),
        of("MET", 2, 1, &["PASSED1"], plain()),
        of("MET_AND_MORE", 2, 1, &["PASSED1", "BIG0001"], plain()),
    ];
    let mut own = course("OWN0001", "本系的課", 2);
    own["unit"] = json!("土木系");
    let courses = vec![
        course("PASSED1", "修過的課", 2),
        course("RUNNING", "修習中的課", 2),
        course("PLANNED", "計畫修的課", 2),
        course("TWO0001", "兩學分的課", 2),
        course("HALF001", "一學分的課", 1),
        course("HALF002", "另一學分的課", 1),
        course("BIG0001", "四學分的課", 4),
        own,
    ];
    let records = [
        taken("PASSED1", "修過的課", 2, Completion::Passed),
        taken("RUNNING", "修習中的課", 2, Completion::InProgress),
        taken("PLANNED", "計畫修的課", 2, Completion::Planned),
    ];
    let audits = Invented { courses, programs, ..Invented::default() }.prepare().audit(&records);
    let order: Vec<&str> = rank(&audits).into_iter().map(|at| audits[at].code.as_str()).collect();
    let wanted = [
        "MET_AND_MORE",
        "MET_AGAIN",
        "MET",
        "IF_IN_PROGRESS",
        "IF_PLANNED",
        "ONE_QUESTION",
        "TWO_QUESTIONS",
        "ONE_COURSE",
        "TWO_COURSES",
        "FOUR_CREDITS",
        "NEVER",
        "CLOSED",
    ];
    assert_eq!(order, wanted);
}
