//! Every answer carries a certificate, and a checker that knows nothing of the engine accepts it.
//!
//! The checker has its own [`model`](self::model) of the rules, read from the catalog. What has to be shown of each kind
//! of answer is in [`check`](self::check), what a single step shows in [`steps`](self::steps). Every fault put into a
//! certificate or an answer is found: [`faults`](self::faults).
//!
//! `KUAYU_CERTIFICATES=1000` looks at so many students with all programs of all editions, each in three views
//! and when what was advised is done, and prints what came of it; docs/certainty.md has the table. `KUAYU_CLAIMS` names a
//! file for what the answers claim.

mod broken;
mod check;
mod claims;
mod faults;
mod harder;
mod model;
mod steps;
mod students;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use kuayu::audit::{Answer, Certificate, Derivation, Shown, Unproven, Verdict};

use super::oracle::case::Case;
use check::Check;
use claims::claim;
use students::{Asked, each};

/// How many students an ordinary run looks at, each with a few programs.
const STUDENTS: u64 = 80;

/// How many where it is asked what their answers claim.
const CLAIMING: u64 = 16;

/// What came of one kind of answer.
#[derive(Default)]
struct Told {
    answers: u64,
    accepted: u64,
    /// Not shown, by what.
    not_shown: BTreeMap<String, u64>,
    steps: u64,
    most_steps: usize,
    time: Duration,
    claims: Vec<String>,
}

/// The kind of an answer.
fn kind(verdict: &Verdict) -> &'static str {
    match &verdict.answer {
        Answer::Met | Answer::MetIfInProgress | Answer::MetIfPlanned => "met",
        Answer::DependsOn { .. } => "depends on facts",
        Answer::NotYet { reachable: true, .. } => "not yet",
        Answer::NotYet { reachable: false, .. } => "not yet, out of reach",
        Answer::NotOpen(_) => "not open",
        Answer::NotRequired => "not required",
    }
}

/// The steps of an answer's certificate, and those of its advice.
fn steps(certificate: &Certificate) -> [usize; 2] {
    let all = |these: &[Option<&Derivation>]| these.iter().flatten().map(|one| one.steps()).sum::<usize>();
    let answer = match &certificate.shown {
        Shown::Met { before, .. } => 1 + all(&[before.as_ref()]),
        Shown::DependsOn { before, unsure, fewer, .. } => 1 + all(&[before.as_ref(), Some(unsure), Some(fewer)]),
        Shown::NotYet { together, missing, never } => {
            let no_more = missing.iter().flat_map(|missed| &missed.no_more).map(Derivation::steps).sum::<usize>();
            all(&[Some(together), never.as_ref()]) + no_more
        }
        Shown::NotOpen | Shown::NotRequired => 1,
    };
    let advice = certificate.least.as_ref().map_or(0, |least| {
        let never = least.never.iter().map(Derivation::steps).sum::<usize>();
        1 + never + all(&[least.fewer_credits.as_ref(), least.fewer_courses.as_ref()])
    });
    [answer, advice]
}

/// Prints the first few of what is not shown.
fn tell(name: &str, case: &Case, verdict: &Verdict, what: &str) {
    static TOLD: AtomicU64 = AtomicU64::new(0);
    if TOLD.fetch_add(1, Ordering::Relaxed) < 8 {
        // Who the student is, and how many others there are, tells what their curricula are.
        let case = Case { curricula: Default::default(), ..case.clone() };
        println!("{name}\n{case}{:?}\n{:?}\n{what}\n", verdict.answer, verdict.advice);
    }
}

/// Looks at the answers of some students.
fn look(students: Range<u64>, whole: bool, next: &AtomicU64) -> BTreeMap<&'static str, Told> {
    let mut told: BTreeMap<&'static str, Told> = BTreeMap::new();
    let mut question = 0;
    each(&mut || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|at| students.contains(at)), whole, &mut |asked| {
        let Asked { case, verdict, certificate, time, name, view } = asked;
        let advice = verdict.advice.as_ref().map(|_| "advice, the least");
        let kinds: Vec<&'static str> = [kind(verdict)].into_iter().chain(advice).collect();
        kinds.iter().for_each(|kind| told.entry(kind).or_default().answers += 1);
        question = 1 - question;
        if view < 3 {
            told.entry(kinds[0]).or_default().claims.push(claim(&name(), view, question, verdict));
        }
        match certificate {
            Ok(certificate) => {
                let before = Instant::now();
                let found = Check { case, verdict, certificate }.accept();
                if let Err(what) = found {
                    let certificate = serde_json::to_string(certificate).unwrap();
                    tell(&name(), case, verdict, &format!("{certificate}\nrefused: {what}"));
                    *told.entry(kinds[0]).or_default().not_shown.entry(format!("refused: {what}")).or_default() += 1;
                    return;
                }
                for (kind, steps) in kinds.iter().zip(steps(certificate)) {
                    let told = told.entry(kind).or_default();
                    told.accepted += 1;
                    told.steps += steps as u64;
                    told.most_steps = told.most_steps.max(steps);
                }
                told.entry(kinds[0]).or_default().time += before.elapsed() + time;
            }
            Err(unproven) => {
                if let Unproven::Wrong(_) = unproven {
                    tell(&name(), case, verdict, &format!("{unproven:?}"));
                }
                *told.entry(kinds[0]).or_default().not_shown.entry(format!("{unproven:?}")).or_default() += 1;
            }
        }
    });
    told
}

/// Many facts may matter, more than there are combinations tried one by one; six decide, where seven were named once.
#[test]
fn the_fewest_facts_are_named_where_many_may_matter() {
    for student in [527, 667] {
        let mut most = 0;
        students::about(student, "115-1", "AVH", &mut |Asked { case, verdict, certificate, .. }| {
            let certificate = certificate.as_ref().unwrap();
            assert_eq!(Check { case, verdict, certificate }.accept(), Ok(()));
            if let Answer::DependsOn { facts, .. } = &verdict.answer {
                most = most.max(facts.len());
            }
        });
        assert_eq!(most, 6, "student {student}");
    }
}

#[test]
fn every_answer_is_shown() {
    let number = std::env::var("KUAYU_CERTIFICATES").ok().and_then(|text| text.parse().ok());
    let first = std::env::var("KUAYU_CERTIFICATES_FIRST").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    let claims = std::env::var_os("KUAYU_CLAIMS");
    let usual = if claims.is_some() { CLAIMING } else { STUDENTS };
    let (students, whole) = (first..first + number.unwrap_or(usual), number.is_some());
    let began = Instant::now();
    let next = AtomicU64::new(first);
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let mut told: BTreeMap<&'static str, Told> = BTreeMap::new();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(|| look(students.clone(), whole, &next))).collect();
        for thread in threads {
            for (kind, more) in thread.join().unwrap() {
                let all = told.entry(kind).or_default();
                all.answers += more.answers;
                all.accepted += more.accepted;
                all.steps += more.steps;
                all.most_steps = all.most_steps.max(more.most_steps);
                all.time += more.time;
                all.claims.extend(more.claims);
                for (what, count) in more.not_shown {
                    *all.not_shown.entry(what).or_default() += count;
                }
            }
        }
    });
    println!("{} students, {:.0} s", students.end - students.start, began.elapsed().as_secs_f64());
    println!("| Answer | Number | Accepted | Steps, mean | Steps, most | Time, s | Not shown |");
    println!("|---|---|---|---|---|---|---|");
    for (kind, Told { answers, accepted, not_shown, steps, most_steps, time, .. }) in &told {
        let mean = *steps as f64 / (*accepted).max(1) as f64;
        let (time, rest) = (time.as_secs_f64(), answers - accepted);
        println!("| {kind} | {answers} | {accepted} | {mean:.1} | {most_steps} | {time:.0} | {rest} {not_shown:?} |");
    }
    if let Some(file) = &claims {
        let mut all: Vec<&str> = told.values().flat_map(|told| &told.claims).map(String::as_str).collect();
        all.sort_unstable();
        std::fs::write(file, all.concat()).unwrap();
    }
    let only_open = |what: &String| whole && what.starts_with("Open");
    assert!(told.values().flat_map(|told| told.not_shown.keys()).all(only_open), "not all answers are shown");
    for kind in ["met", "depends on facts", "not yet", "not yet, out of reach", "advice, the least", "not open"] {
        let count = told.get(kind).map_or(0, |told| told.answers);
        assert!(first > 0 || claims.is_some() || count > 10, "{kind} is rare: {count}");
    }
}
