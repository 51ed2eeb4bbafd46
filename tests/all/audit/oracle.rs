//! The engine against an oracle that tries everything.
//!
//! The engine finds its answers by clever means. The oracle here is written from the rules alone and has no clever
//! means: it reads a small catalog, tries every way in which each record may count, every combination of what is not
//! known, and every set of courses that could be taken. Where the two disagree, one of them is wrong, and the case is
//! printed in the smallest form that still shows it.
//!
//! How it reads: [`generate`](self::generate) makes a case, [`world`](self::world) says how what is unknown turns out,
//! [`question`](self::question) reads what is asked, [`ways`](self::ways) in which ways a record may count,
//! [`answer`](self::answer) and [`advice`](self::advice) try everything.
//!
//! `KUAYU_ORACLE_CASES=500000` runs more cases; `KUAYU_ORACLE_FIRST=1234` starts elsewhere.

pub mod advice;
pub mod answer;
pub mod case;
mod clash;
mod generate;
mod order;
pub mod question;
mod restrict;
mod rows;
mod shrink;
pub mod ways;
pub mod world;

use std::collections::BTreeMap;

use kuayu::audit::{Answer, Verdict};

use crate::support::random::Random;
use answer::compare;
use case::Case;

/// How many cases an ordinary run looks at.
const CASES: u64 = 100_000;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Cases in which more facts come up lose records until they do not: all combinations of facts are tried.
const MOST_FACTS: usize = 12;

/// The case of that number, small enough to try everything.
fn small_case(number: u64) -> Case {
    let mut case = generate::case(number);
    while answer::facts(&case) > MOST_FACTS && case.records.pop().is_some() {}
    case
}

fn differs(case: &Case) -> Option<String> {
    compare(case, &case.engine()).err()
}

#[test]
fn the_engine_agrees_with_trying_everything() {
    let (first, cases) = (number("KUAYU_ORACLE_FIRST", 0), number("KUAYU_ORACLE_CASES", CASES));
    let threads = std::thread::available_parallelism().map_or(2, |n| n.get() as u64);
    let run = |thread: u64| {
        let mut seen: BTreeMap<&'static str, u64> = BTreeMap::new();
        for at in (first..first + cases).filter(|at| at % threads == thread) {
            let case = small_case(at);
            let audit = case.engine();
            if compare(&case, &audit).is_err() {
                let small = shrink::shrink(&case, &|case| differs(case).is_some());
                let (difference, audit) = (differs(&small).unwrap(), small.engine());
                panic!("case {at}\n{small}{difference}\n  counted: {:#?}", audit.counted);
            }
            for verdict in [&audit.certificate, &audit.cross_domain] {
                *seen.entry(kind(verdict)).or_default() += 1;
            }
        }
        seen
    };
    let mut seen: BTreeMap<&'static str, u64> = BTreeMap::new();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|thread| scope.spawn(move || run(thread))).collect();
        for thread in threads {
            for (kind, count) in thread.join().unwrap() {
                *seen.entry(kind).or_default() += count;
            }
        }
    });
    println!("{cases} cases, answers: {seen:?}");
    // The cases are worth something only if every kind of answer occurs, and often.
    for kind in KINDS {
        assert!(cases < CASES || seen.get(kind).is_some_and(|count| *count > 300), "{kind} is rare: {seen:?}");
    }
}

/// How many cases the ways without a clash are compared in.
const CLASH_CASES: u64 = 10_000;

#[test]
fn the_cheapest_way_without_a_clash_is_that_of_trying_everything() {
    let (first, cases) = (number("KUAYU_ORACLE_FIRST", 0), number("KUAYU_ORACLE_CLASH_CASES", CLASH_CASES));
    let mut seen: BTreeMap<&'static str, u64> = BTreeMap::new();
    for at in first..first + cases {
        let case = small_case(at);
        let clashes = clash::Clashes::of(&case, &mut Random::new(at | 1 << 40));
        for question in [question::Question::Certificate, question::Question::Requirement] {
            match clash::compare(&case, question, &clashes) {
                Ok(kind) => *seen.entry(kind).or_default() += 1,
                Err(difference) => panic!("case {at}\n{case}{clashes:?}\n{difference}"),
            }
        }
    }
    println!("{cases} cases: {seen:?}");
    for kind in ["as cheap", "dearer", "every way clashes"] {
        assert!(cases < CLASH_CASES || seen.get(kind).is_some_and(|count| *count > 100), "{kind} is rare: {seen:?}");
    }
}

const KINDS: [&str; 9] = [
    "met",
    "met if in progress",
    "met if planned",
    "depends",
    "depends, with advice",
    "not yet, with advice",
    "not yet, out of reach",
    "not open",
    "not required",
];

fn kind(verdict: &Verdict) -> &'static str {
    match &verdict.answer {
        Answer::Met => "met",
        Answer::MetIfInProgress => "met if in progress",
        Answer::MetIfPlanned => "met if planned",
        Answer::DependsOn { .. } if verdict.advice.as_ref().is_some_and(|a| !a.courses.is_empty()) => {
            "depends, with advice"
        }
        Answer::DependsOn { .. } => "depends",
        Answer::NotYet { reachable: true, .. } => "not yet, with advice",
        Answer::NotYet { reachable: false, .. } => "not yet, out of reach",
        Answer::NotOpen(_) => "not open",
        Answer::NotRequired => "not required",
    }
}
