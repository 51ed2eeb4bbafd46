//! Advice for several programs together goes round what is hard to take, as that for one program does.

use kuayu::credits::Credits;
use kuayu::rules::Purpose;
use kuayu::transcript::Record;

use crate::support::real::Real;

/// So many more credits the way told first may ask.
const MORE: Credits = Credits::whole(3);

#[test]
fn the_way_told_first_is_easier_and_little_dearer() {
    let real = Real::read();
    let edition = real.catalog.edition("115-1").unwrap();
    let prepared = real.prepare(edition, &real.student("土木系", 112), &[]);
    let codes: Vec<&str> = edition.programs.iter().map(|program| program.code.as_str()).collect();
    let (mut pairs, mut round, mut hindered) = (0, 0, 0);
    for (at, one) in codes.iter().enumerate() {
        let other = codes[(at + 7) % codes.len()];
        let Some(found) = prepared.advise_together(&[], &[one, other], Purpose::Certificate, &[]) else { continue };
        pairs += 1;
        hindered += usize::from(!found.hindered.is_empty());
        let Some(easier) = &found.easier else { continue };
        round += 1;
        assert!(found.credits <= easier.credits && easier.credits <= found.credits + MORE, "{one} {other}");
        let worst = |way: &kuayu::audit::Together| way.hindered.iter().map(|(_, why)| why.weight()).max().unwrap_or(0);
        assert!(worst(easier) < worst(&found), "{one} {other}: {easier:?}");
        // It finishes both, as the least does.
        let planned = |way: &kuayu::audit::Together| -> Vec<Record> {
            let record = |shared: &kuayu::audit::SharedCourse| Record {
                declared: Some(kuayu::transcript::Completion::Planned),
                ..Record::ticked(
                    shared.course.code.as_deref().unwrap(),
                    &shared.course.name,
                    shared.credits,
                    kuayu::transcript::Completion::Planned,
                )
            };
            way.courses.iter().filter(|shared| shared.stages.is_empty()).map(record).collect()
        };
        if easier.courses.iter().all(|shared| shared.stages.is_empty()) && easier.facts.is_empty() {
            let then = prepared.advise_together(&planned(easier), &[one, other], Purpose::Certificate, &[]).unwrap();
            assert_eq!(then.credits, Credits::ZERO, "{one} {other}");
        }
    }
    println!("{pairs} pairs, {hindered} of them with something hard to take, {round} with a way round it");
    assert!(pairs > 20 && round > 0);
}
