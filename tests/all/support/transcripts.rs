//! Invented transcripts of students of the real departments: courses of a few programs and of the own curriculum, with
//! all that a transcript can hold.

use kuayu::audit::{Degree, Profile};
use kuayu::catalog::document::{Edition, Listing};
use kuayu::transcript::{Completion, Grade, Record, Stage};

use super::random::Random;
use super::real::{Real, YEARS, passed};

/// A student and what they took.
pub struct Made<'r> {
    pub edition: &'r Edition,
    pub profile: Profile,
    pub records: Vec<Record>,
}

/// An invented student.
pub fn made<'r>(real: &'r Real, random: &mut Random) -> Made<'r> {
    let entry = *random.pick(&YEARS);
    let group = *random.pick(&real.groups(entry));
    let mut profile = real.student(group, entry);
    match random.below(20) {
        0 => profile.group = None,
        1 => profile.entry = None,
        2 => profile.entry = Some(110),
        3 => profile.degree = Degree::BachelorEvening,
        _ => {}
    }
    let edition = random.pick(real.catalog.editions());
    let mut records = Vec::new();
    for _ in 0..1 + random.below(4) {
        let program = random.pick(&edition.programs);
        let listings: Vec<&Listing> = program.listings().map(|(_, listing)| listing).collect();
        for _ in 0..random.below(9) {
            let listing = *random.pick(&listings);
            records.push(taken(real, random, listing));
        }
    }
    Made { edition, profile, records }
}

/// A course of some program, passed, by its code.
pub fn listed_and_passed(real: &Real, edition: &Edition, random: &mut Random) -> Record {
    let program = random.pick(&edition.programs);
    let coded: Vec<&Listing> = program.listings().map(|(_, l)| l).filter(|l| l.code.is_some()).collect();
    let course = real.catalog.course(real.catalog.listed(coded[random.below(coded.len())]).unwrap()).unwrap();
    let stage = if course.stages.is_some() { Stage::Part(1 + random.below(2) as u8) } else { Stage::Only };
    passed(course, stage)
}

fn taken(real: &Real, random: &mut Random, listing: &Listing) -> Record {
    let course = real.catalog.course(real.catalog.listed(listing).unwrap()).unwrap();
    let stage = match course.stages {
        Some(_) => *random.pick::<Stage>(&[Stage::Part(1), Stage::Part(2), Stage::Whole]),
        None => Stage::Only,
    };
    let mut record = passed(course, stage);
    match random.below(20) {
        0 => record.code = None,
        1 => record.code = Some(format!("XX0000{}", random.below(10))),
        2 => record.credits = None,
        _ => {}
    }
    match random.below(12) {
        0 => record.grade = Grade::Score(45),
        1 => record.grade = Grade::Withdrawn,
        2 => record.grade = Grade::NotEntered,
        3 => record.declared = Some(Completion::Planned),
        4 => record.grade = Grade::Transferred,
        _ => {}
    }
    record
}
