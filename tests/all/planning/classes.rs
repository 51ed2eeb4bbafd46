//! Whether courses go together is compared with trying every choice, and is quick for as many courses as anybody plans.

use std::time::Instant;

use kuayu::catalog::{Catalog, ClassFile};
use kuayu::classes::{Clash, Classes, Fit, Hour, PERIODS, Times, fit};

use crate::support::random::Random;

/// Cases compared.
const CASES: u64 = 10_000;

/// Some hours of a small week, so that there is much to clash.
fn hours(random: &mut Random, most: usize) -> Times {
    let mut times = Times::default();
    for _ in 0..random.below(most + 1) {
        let period = *random.pick(&PERIODS[..3]);
        times.insert(Hour::new(1 + random.below(2) as u8, period).unwrap());
    }
    times
}

/// Every choice of one class a course, by trying: `open` stands for a class without times, which never meets anything.
fn any_choice(courses: &[&Vec<Times>], busy: Times, open: bool) -> bool {
    let Some((first, rest)) = courses.split_first() else { return true };
    first.iter().any(|class| {
        let usable = if class.is_empty() { open } else { class.hours().all(|hour| !busy.has(hour)) };
        let mut taken = busy;
        class.hours().for_each(|hour| taken.insert(hour));
        usable && any_choice(rest, taken, open)
    })
}

/// The courses of a set, as bits.
fn members(courses: &[Vec<Times>], set: u32) -> Vec<&Vec<Times>> {
    courses.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, classes)| classes).collect()
}

/// How many courses the smallest set that cannot go together has.
fn smallest(courses: &[Vec<Times>], busy: Times, open: bool) -> Option<u32> {
    let judged = |set: &u32| members(courses, *set).iter().all(|classes| classes.iter().any(|class| !class.is_empty()));
    let sets = (1..1u32 << courses.len()).filter(judged);
    sets.filter(|set| !any_choice(&members(courses, *set), busy, open)).map(u32::count_ones).min()
}

fn holds(courses: &[Vec<Times>], busy: Times, clash: &Clash, open: bool, case: u64) {
    let set = clash.courses.iter().fold(0, |set, at| set | 1 << at);
    assert_eq!(Some(clash.courses.len() as u32), smallest(courses, busy, open), "{case}: {courses:?} {busy} {clash:?}");
    assert!(!any_choice(&members(courses, set), clash.busy, open), "{case}: {clash:?} goes together");
    assert!(clash.busy.without(busy).is_empty());
    for hour in clash.busy.hours() {
        let mut fewer = clash.busy;
        let mut one = Times::default();
        one.insert(hour);
        fewer = fewer.without(one);
        assert!(any_choice(&members(courses, set), fewer, open), "{case}: {hour:?} is not needed");
    }
    let alone = smallest(courses, Times::default(), open) == Some(clash.courses.len() as u32);
    assert_eq!(alone, clash.busy.is_empty(), "{case}");
    assert!(!clash.at.is_empty(), "{case}");
}

#[test]
fn every_choice_agrees() {
    let mut seen = [0; 4];
    for case in 0..CASES {
        let random = &mut Random::new(case);
        let courses: Vec<Vec<Times>> = (0..random.below(6))
            .map(|_| {
                let open = random.percent(15);
                let most = 1 + random.below(2);
                let classes =
                    (0..random.below(4)).map(|_| hours(random, most)).filter(|class| open || !class.is_empty());
                classes.collect()
            })
            .collect();
        let busy = if random.percent(40) { hours(random, 3) } else { Times::default() };
        let known: Vec<Vec<Times>> =
            courses.iter().map(|all| all.iter().copied().filter(|c| !c.is_empty()).collect()).collect();
        match fit(&courses, busy) {
            Fit::Free(choice) => {
                seen[0] += 1;
                assert_eq!(choice.len(), courses.len());
                let mut taken = busy;
                for (at, chosen) in choice.iter().enumerate() {
                    assert_eq!(chosen.is_none(), known[at].is_empty(), "{case}: what is known is chosen");
                    let Some(class) = chosen else { continue };
                    let class = courses[at][*class];
                    assert!(!class.is_empty() && class.hours().all(|hour| !taken.has(hour)), "{case}: {choice:?}");
                    class.hours().for_each(|hour| taken.insert(hour));
                }
                assert_eq!(smallest(&known, busy, false), None);
            }
            Fit::Clash(clash) => {
                seen[1] += 1;
                seen[3] += usize::from(clash.courses.len() > 2);
                holds(&courses, busy, &clash, true, case);
            }
            Fit::Open(clash) => {
                seen[2] += 1;
                assert_eq!(smallest(&courses, busy, true), None, "{case}: a class without times may fit");
                holds(&known, busy, &clash, false, case);
            }
        }
    }
    // Each answer is really tried, and sets of more than two courses with it.
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
}

fn real(term: &str) -> (Catalog, Classes) {
    let text = |path: &str| std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let catalog = kuayu::catalog::read(&text("programs.json")).unwrap();
    (catalog, ClassFile::read(&text(&format!("public/classes/{term}.json"))).unwrap().classes().unwrap())
}

/// How long an answer takes, in seconds: the quickest of three, as others may be at work on the machine.
fn timed(courses: &[Vec<Times>], busy: Times, answers: &mut [u32; 3]) -> f64 {
    let once = |_| {
        let start = Instant::now();
        let answer = std::hint::black_box(fit(courses, busy));
        (start.elapsed().as_secs_f64(), answer)
    };
    let runs: Vec<(f64, Fit)> = (0..3).map(once).collect();
    match runs[0].1 {
        Fit::Free(_) => answers[0] += 1,
        Fit::Clash(_) => answers[1] += 1,
        Fit::Open(_) => answers[2] += 1,
    }
    runs.iter().map(|(seconds, _)| *seconds).fold(f64::MAX, f64::min)
}

/// As a measure of the machine: how long it takes to add up as many numbers.
fn unit() -> f64 {
    let start = Instant::now();
    let sum = (0..2_000_000u64).fold(0u64, |sum, n| std::hint::black_box(sum.wrapping_mul(31).wrapping_add(n)));
    std::hint::black_box(sum);
    start.elapsed().as_secs_f64()
}

#[test]
fn three_programs_are_judged_in_no_time() {
    let (catalog, classes) = real("115-1");
    let programs = &catalog.editions()[0].programs;
    let of = |program: &kuayu::catalog::document::Program| -> Vec<Vec<Times>> {
        let codes = program.listings().filter_map(|(_, one)| one.code.as_deref());
        codes.map(|code| classes.of(code).iter().map(|class| class.times).collect()).collect()
    };
    let unit = unit();
    let (mut worst, mut answers) = (0.0f64, [0; 3]);
    for at in 0..programs.len() {
        let three: Vec<Vec<Times>> = (0..3).flat_map(|next| of(&programs[(at + 17 * next) % programs.len()])).collect();
        // All of three programs' courses in one semester; and as many as somebody could sit in.
        for most in [three.len(), 24, 12, 8] {
            let some: Vec<_> = three.iter().filter(|classes| !classes.is_empty()).take(most).cloned().collect();
            worst = worst.max(timed(&some, Times::parse("1:34,3:567,5:AB").unwrap(), &mut answers));
        }
    }
    // And weeks so full that hardly any choice is left: twelve courses in thirty hours.
    for case in 0..200 {
        let random = &mut Random::new(case);
        let class = |random: &mut Random| {
            let (day, first) = (1 + random.below(5) as u8, random.below(5));
            let mut times = Times::default();
            (first..first + 2).for_each(|at| times.insert(Hour::new(day, PERIODS[at]).unwrap()));
            times
        };
        let full: Vec<Vec<Times>> =
            (0..12).map(|_| (0..2 + random.below(5)).map(|_| class(random)).collect()).collect();
        worst = worst.max(timed(&full, Times::default(), &mut answers));
    }
    println!("worst {:.3} ms, {:.2} units, {answers:?}", worst * 1000.0, worst / unit);
    // A unit is one to six milliseconds here; the limit is for a search that tries everything, which takes minutes.
    assert!(worst < unit * 60.0, "{worst} s of {unit} s");
}
