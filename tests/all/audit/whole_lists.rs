//! Nobody waits for an answer, however much of a program's list was taken and however much of it is to be confirmed.

use std::time::{Duration, Instant};

use kuayu::catalog::document::Edition;
use kuayu::transcript::{Record, Stage};

use crate::support::real::{Real, passed};

/// What is never taken on a machine that is busy with all other tests; it takes a hundredth of it. Trying sets of facts one
/// after the other took half a minute.
const FAR_TOO_LONG: Duration = Duration::from_secs(5);

#[test]
fn whoever_took_half_or_all_of_a_list_is_answered_at_once() {
    let real = Real::read();
    let profile = real.student("土木系", 112);
    for (edition, program) in
        real.catalog.editions().iter().flat_map(|edition| edition.programs.iter().map(move |one| (edition, one)))
    {
        let prepared = real.prepare(&Edition { programs: vec![program.clone()], ..edition.clone() }, &profile, &[]);
        let listed: Vec<Record> = program
            .listings()
            .filter_map(|(_, listing)| real.catalog.course(real.catalog.listed(listing)?))
            .map(|course| passed(course, Stage::Only))
            .collect();
        assert!(!listed.is_empty());
        for taken in [listed.len() / 2, listed.len()] {
            let before = Instant::now();
            prepared.audit_program(listed.get(..taken).unwrap(), &program.code, &[]).unwrap();
            let took = before.elapsed();
            assert!(took < FAR_TOO_LONG, "{} {}, {taken} courses: {took:?}", edition.id, program.code);
        }
    }
}
