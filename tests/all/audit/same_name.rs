//! A course that stands twice under one name counts once, be the name its code's or the one that is printed.

use kuayu::audit::View;
use kuayu::credits::Credits;
use kuayu::transcript::{Completion, Record};

use crate::support::real::Real;

#[test]
fn the_name_as_printed_counts_once_too() {
    let real = Real::read();
    let edition = real.catalog.edition("114-1").unwrap();
    let prepared = real.prepare(edition, &real.student("土木系", 112), &[]);
    let taken = |code: &str, name: &str| Record::ticked(code, name, Credits::whole(1), Completion::Passed);
    let counted = |printed: &str| {
        let records = [taken("3114703", printed), taken("3603009", "實務專題(一)")];
        let audit = prepared.audit_program(&records, "AVB", &[]).unwrap();
        assert!(audit.counted.iter().all(|counted| counted.view == View::Passed));
        audit.counted.len()
    };
    // 3114703 is 實務專題(二); a transcript may print it otherwise.
    assert_eq!(counted("實務專題(二)"), 2);
    assert_eq!(counted("實務專題(一)"), 1);
}
