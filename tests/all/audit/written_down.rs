//! A record as the stored document writes it: nothing of it is lost, and what is empty is not written.

use kuayu::credits::Credits;
use kuayu::transcript::{Completion, Grade, Record, Stage};

const GRADES: [Grade; 9] = [
    Grade::Score(0),
    Grade::Score(85),
    Grade::Pass,
    Grade::Fail,
    Grade::Withdrawn,
    Grade::Transferred,
    Grade::NotDelivered,
    Grade::NotEntered,
    Grade::None,
];

#[test]
fn a_record_comes_back_with_its_grade() {
    for grade in GRADES {
        let record = Record {
            stage: Stage::Part(2),
            grade,
            note: "抵免".to_owned(),
            ..Record::ticked("X000001", "一門課", Credits::whole(3), Completion::Passed)
        };
        let text = serde_json::to_string(&record).unwrap();
        assert_eq!(serde_json::from_str::<Record>(&text).unwrap(), record, "{text}");
    }
}

#[test]
fn a_ticked_course_is_written_without_a_grade() {
    let record = Record::ticked("X000001", "一門課", Credits::whole(3), Completion::Passed);
    let written = serde_json::to_value(&record).unwrap();
    let keys: Vec<&String> = written.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["code", "credits", "declared", "name"]);
}
