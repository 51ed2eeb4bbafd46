//! The keeper under a simulator: tabs of several versions that come, edit and die, over a storage that fails in every
//! way that a browser's can. After every step, what was told to be stored is there; see docs/certainty.md.
//!
//! `KUAYU_SIMULATION=1000000` takes so many steps; `KUAYU_SEED=7` only the episode of that seed, and both so many steps
//! from that seed on.

mod facts;
mod faults;
mod model;
mod running;
mod samples;
mod steps;
mod storage;
mod world;

use std::collections::BTreeMap;
use std::time::Instant;

use faults::Fault;
use steps::{Step, episode};

/// So many steps are taken with the ordinary tests.
const STEPS: u64 = 12_000;

/// Each mistake is found within so many steps.
const ENOUGH: usize = 20_000;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// Says what went wrong, and by which steps at least.
fn report(seed: u64, steps: &[Step], problem: &str) -> String {
    let least = running::shrunk(steps, None);
    let (_, least_problem) = running::run(&least, None).unwrap_err();
    let steps: Vec<String> = least.iter().map(|step| format!("  {step:?}")).collect();
    format!("KUAYU_SEED={seed}: {problem}\nAs short as can be:\n{}\n{least_problem}", steps.join("\n"))
}

/// What was done: steps of each kind, comparisons, and the last seed.
type Done = (BTreeMap<&'static str, u64>, u64, u64);

/// Takes the episodes of those seeds until so many steps are taken.
fn take(seeds: impl Iterator<Item = u64>, wanted: u64) -> Done {
    let (mut counts, mut checks, mut taken, mut last) = (BTreeMap::new(), 0, 0, 0);
    for seed in seeds {
        last = seed;
        let steps = episode(seed);
        match running::run(&steps, None) {
            Ok(done) => checks += done,
            Err((_, problem)) => panic!("{}", report(seed, &steps, &problem)),
        }
        steps.iter().for_each(|step| *counts.entry(step.kind()).or_default() += 1);
        taken += steps.len() as u64;
        if taken >= wanted {
            break;
        }
    }
    (counts, checks, last)
}

#[test]
fn nothing_is_lost() {
    let started = Instant::now();
    let (from, wanted) = (number("KUAYU_SEED"), number("KUAYU_SIMULATION"));
    let only = from.filter(|_| wanted.is_none());
    let (from, wanted) = (from.unwrap_or(1), wanted.unwrap_or(STEPS));
    let (mut counts, mut checks, mut last): Done = match only {
        Some(seed) => take([seed].into_iter(), 1),
        None => Done::default(),
    };
    let threads = if only.is_some() { 0 } else { std::thread::available_parallelism().map_or(2, usize::from) };
    std::thread::scope(|scope| {
        let take = |thread| take((from + thread as u64..).step_by(threads), wanted.div_ceil(threads as u64));
        let running: Vec<_> = (0..threads).map(|thread| scope.spawn(move || take(thread))).collect();
        for done in running {
            let (some, compared, seed) = done.join().unwrap();
            some.into_iter().for_each(|(kind, count)| *counts.entry(kind).or_default() += count);
            checks += compared;
            last = last.max(seed);
        }
    });
    counts.iter().for_each(|(kind, count)| println!("| {kind} | {count} |"));
    let (taken, took): (u64, _) = (counts.values().sum(), started.elapsed().as_secs_f64());
    println!("{taken} steps, {checks} comparisons, to seed {last}, {took:.0} s");
    assert!(only.is_some() || counts.len() >= 25, "only {} kinds of steps were taken", counts.len());
}

#[test]
fn every_mistake_is_found() {
    for fault in Fault::ALL {
        let mut taken = 0;
        let found = (1..).map(episode).find_map(|steps| match running::run(&steps, Some(fault)) {
            Ok(_) => {
                taken += steps.len();
                (taken > ENOUGH).then_some(Err(()))
            }
            Err((at, problem)) => Some(Ok((taken + at + 1, steps, problem))),
        });
        match found {
            Some(Ok((at, steps, problem))) => {
                let least = running::shrunk(&steps, Some(fault));
                println!("| {fault:?} | {at} | {} | {problem}", least.len());
            }
            _ => panic!("{fault:?} is not found in {ENOUGH} steps"),
        }
    }
}
