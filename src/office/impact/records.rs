//! What an invented student took: near what a program asks for, with everything that a transcript can hold.

use super::pool::{Choice, Pool, UNKNOWN};
use super::random::Random;
use crate::audit::Profile;
use crate::credits::Credits;
use crate::term::Term;
use crate::transcript::{Completion, Grade, Record, Stage};

/// No transcript has more courses of one program.
const MOST: usize = 16;

/// The records of one student. Most took of each category about what is asked for, and about as many credits in all; some
/// hardly anything.
pub(super) fn draw(pool: &Pool, profile: &Profile, random: &mut Random) -> Vec<Record> {
    let mut chosen: Vec<&Choice> = Vec::new();
    if random.percent(60) {
        chosen.extend(random.pick(&pool.touched).and_then(|at| pool.listed.get(*at)));
    }
    if random.percent(12) {
        chosen.extend(random.pick(&pool.near));
    }
    if random.percent(88) {
        of_categories(pool, random, &mut chosen);
    } else {
        let few = random.below(4);
        chosen.extend((0..few).filter_map(|_| random.pick(&pool.listed)));
    }
    let mut records = Vec::new();
    for choice in chosen.into_iter().take(MOST) {
        let mut record = plain(choice, profile, random);
        if choice.is_year_course {
            halves(&mut record, profile, random, &mut records);
        }
        if random.percent(25) {
            odd(&mut record, profile.pass_mark(), random);
        }
        if random.percent(6) {
            again(&record, profile, random, &mut records);
        }
        records.push(record);
    }
    records
}

/// Of each category what is asked for, one more or one less, then whatever until the credits are about reached.
fn of_categories<'p>(pool: &'p Pool, random: &mut Random, chosen: &mut Vec<&'p Choice>) {
    for (places, most) in &pool.categories {
        let courses = match random.below(10) {
            0 => most.saturating_sub(1),
            1 => most + 1,
            _ => *most,
        };
        for _ in 0..courses {
            add(random.pick(places).and_then(|at| pool.listed.get(*at)), chosen, random);
        }
    }
    let asked = random.pick(&pool.credits).copied().unwrap_or_default().tenths();
    let wanted = match random.below(4) {
        0 => asked.saturating_sub(10),
        1 => asked + 10,
        _ => asked,
    };
    let credits = |chosen: &[&Choice]| {
        let one = |choice: &&Choice| choice.credits.first().copied().flatten();
        chosen.iter().filter_map(one).sum::<Credits>().tenths()
    };
    for _ in 0..MOST {
        if credits(chosen) >= wanted {
            break;
        }
        add(random.pick(&pool.listed), chosen, random);
    }
}

/// Adds a course that is not there yet, and now and then one that is.
fn add<'p>(choice: Option<&'p Choice>, chosen: &mut Vec<&'p Choice>, random: &mut Random) {
    let Some(choice) = choice else { return };
    if !chosen.iter().any(|known| std::ptr::eq(*known, choice)) || random.percent(5) {
        chosen.push(choice);
    }
}

/// The course passed, by its code.
fn plain(choice: &Choice, profile: &Profile, random: &mut Random) -> Record {
    Record {
        code: choice.code.clone(),
        name: choice.name.clone(),
        credits: random.pick(&choice.credits).copied().flatten(),
        term: term(profile, random),
        grade: Grade::Score(profile.pass_mark() + u8::try_from(random.below(30)).unwrap_or_default()),
        ..Record::default()
    }
}

/// A semester of the studies.
fn term(profile: &Profile, random: &mut Random) -> Option<Term> {
    let entry = profile.entry.unwrap_or(112);
    let later = u16::try_from(random.below(4)).unwrap_or_default();
    Term::new(entry + later, 1 + u8::try_from(random.below(2)).unwrap_or_default())
}

/// Which half of a year course it is; mostly the other half is there, too.
fn halves(record: &mut Record, profile: &Profile, random: &mut Random, records: &mut Vec<Record>) {
    record.stage = match random.below(8) {
        0 => Stage::Only,
        1 => Stage::Whole,
        2 => Stage::Part(2),
        _ => Stage::Part(1),
    };
    if record.stage == Stage::Part(1) && random.percent(70) {
        records.push(Record { stage: Stage::Part(2), term: term(profile, random), ..record.clone() });
    }
}

/// Makes one thing of a record other than plain.
fn odd(record: &mut Record, pass_mark: u8, random: &mut Random) {
    match random.below(14) {
        0 => record.grade = Grade::Score(pass_mark.saturating_sub(1)),
        1 => record.grade = Grade::Score(pass_mark),
        2 => record.grade = Grade::Score(100),
        3 => record.grade = Grade::Pass,
        4 => record.grade = Grade::Transferred,
        5 => record.grade = Grade::NotEntered,
        6 => record.grade = Grade::None,
        7 => record.grade = Grade::Fail,
        8 => record.grade = Grade::Withdrawn,
        9 => record.declared = Some(Completion::Planned),
        10 => record.code = None,
        11 => record.code = Some(UNKNOWN.to_owned()),
        12 => record.credits = None,
        _ => record.credits = record.credits.map(|credits| credits + Credits::whole(1)),
    }
}

/// Another attempt at the same course: failed before, or under another code.
fn again(record: &Record, profile: &Profile, random: &mut Random, records: &mut Vec<Record>) {
    let mut other = Record { term: term(profile, random), ..record.clone() };
    if random.percent(50) {
        other.grade = Grade::Score(profile.pass_mark().saturating_sub(1));
    } else {
        other.code = Some(UNKNOWN.to_owned());
    }
    records.push(other);
}
