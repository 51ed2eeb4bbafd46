//! The two answers, by trying everything.

use std::rc::Rc;

use kuayu::audit::{Closed, Fact, ProgramAudit, Status, Verdict, View};
use kuayu::catalog::document::Listing;
use kuayu::transcript::{Record, Stage, Status as How};

use super::case::Case;
use super::question::{Asked, Measure, Question, asked};
use super::ways::{Way, as_listed, stands_for, ways};
use super::world::{World, spelled};

/// What the oracle says of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: Said,
    /// The cheapest way to finish.
    pub advice: Option<Cheapest>,
}

/// A status without its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Met,
    MetIfInProgress,
    MetIfPlanned,
    NotYet,
    /// On so many facts at least, in that view.
    DependsOn(usize, View),
    NotOpen,
    NotRequired,
}

/// The least that is left to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cheapest {
    /// Tenths of credits.
    pub credits: u16,
    /// Courses.
    pub courses: usize,
    /// All sets of that many credits and courses that do it, by codes.
    pub sets: Vec<Vec<String>>,
}

/// Answers a question.
pub fn answer(case: &Case, question: Question) -> Answer {
    let applies = case.profile.requirement_applies();
    if question == Question::Requirement && applies == Some(false) {
        return Answer { status: Said::NotRequired, advice: None };
    }
    // Look once at the best world to learn what there is to ask about.
    let mut world = World::new(case);
    for holds in [u64::MAX, 0] {
        world.holds = holds;
        met(&mut world, question, View::Planned);
    }
    let facts = world.facts.len();
    world.holds = u64::MAX;
    if asked(&mut world, question).closed {
        return Answer { status: Said::NotOpen, advice: None };
    }
    let status = status(&mut world, question);
    assert_eq!(world.facts.len(), facts, "a fact came up late");
    let open = matches!(status, Said::NotYet | Said::DependsOn(..));
    let advice = if open { cheapest(&mut world, question) } else { None };
    Answer { status, advice }
}

fn status(world: &mut World<'_>, question: Question) -> Said {
    let facts = world.facts.len();
    world.holds = u64::MAX;
    if !met(world, question, View::Planned) {
        return Said::NotYet;
    }
    world.holds = 0;
    for (view, said) in
        [(View::Passed, Said::Met), (View::InProgress, Said::MetIfInProgress), (View::Planned, Said::MetIfPlanned)]
    {
        if met(world, question, view) {
            return said;
        }
    }
    for view in View::ALL {
        world.holds = u64::MAX;
        if !met(world, question, view) {
            continue;
        }
        for size in 1..=facts {
            let some = (0..1u64 << facts).filter(|holds| holds.count_ones() as usize == size);
            for holds in some {
                world.holds = holds;
                if met(world, question, view) {
                    return Said::DependsOn(size, view);
                }
            }
        }
    }
    unreachable!("met in the best world, so met with all facts")
}

/// Whether a set of facts, as the engine names them, is enough in a view.
pub fn enough(case: &Case, question: Question, facts: &[Fact], view: View) -> bool {
    let mut world = World::new(case);
    world.facts = facts.to_vec();
    world.holds = (1u64 << facts.len()) - 1;
    met(&mut world, question, view)
}

/// Whether a question is met in a world.
fn met(world: &mut World<'_>, question: Question, view: View) -> bool {
    let asked = asked(world, question);
    let mut all = Vec::new();
    let pass_mark = world.case.profile.pass_mark();
    for record in &world.case.records {
        let since = match record.status(pass_mark) {
            How::NotPassed => continue,
            How::Passed => View::Passed,
            How::InProgress => View::InProgress,
            How::Planned => View::Planned,
        };
        let ways = ways(world, question, &asked, record);
        if since <= view {
            all.push(ways);
        }
    }
    !asked.closed && !asked.unconfirmed && possible(&asked, &all)
}

/// Whether records can be counted, each in one of its ways or not at all, so that everything asked is met.
fn possible(asked: &Asked, records: &[Vec<Way>]) -> bool {
    !hopeless(asked, records) && choose(asked, records, &mut Vec::new())
}

/// What is short even if all records counted in all their ways at once, no choice of ways can meet.
fn hopeless(asked: &Asked, records: &[Vec<Way>]) -> bool {
    asked.demands.iter().enumerate().any(|(at, demand)| {
        let most = records.iter().filter_map(|ways| {
            let toward = ways.iter().filter(|way| way.toward[at]);
            toward.map(|way| if demand.measure == Measure::Credits { way.credits } else { 1 }).max()
        });
        demand.one_of.is_none() && most.sum::<u16>() < demand.least
    })
}

fn choose<'w>(asked: &Asked, left: &'w [Vec<Way>], chosen: &mut Vec<&'w Way>) -> bool {
    let Some((first, rest)) = left.split_first() else { return satisfied(asked, chosen) };
    for way in first {
        // A name counts once, or each stage of it once; all stages at once stand alone.
        // Stages of one listed course are of one category, whichever it turns out to be.
        let clash = |other: &&Way| {
            let same_stage = other.stage == way.stage || other.stage == 0 || way.stage == 0;
            let torn = other.listing.is_some() && other.listing == way.listing && other.category != way.category;
            other.name == way.name && (same_stage || torn)
        };
        if chosen.iter().any(clash) {
            continue;
        }
        chosen.push(way);
        let found = choose(asked, rest, chosen);
        chosen.pop();
        if found {
            return true;
        }
    }
    choose(asked, rest, chosen)
}

/// Whether what is chosen meets every demand within every limit.
fn satisfied(asked: &Asked, chosen: &[&Way]) -> bool {
    let amount = |measure: Measure, which: &dyn Fn(&Way) -> bool| -> u16 {
        let some = || chosen.iter().enumerate().filter(|(_, way)| which(way));
        match measure {
            Measure::Credits => some().map(|(_, way)| way.credits).sum(),
            // Stages of one course are one course.
            Measure::Courses => some()
                .filter(|(at, way)| !some().take_while(|(b, _)| b < at).any(|(_, w)| w.name == way.name))
                .count() as u16,
        }
    };
    let enough = |at: usize| amount(asked.demands[at].measure, &|way| way.toward[at]) >= asked.demands[at].least;
    let demands = &asked.demands;
    demands.iter().enumerate().all(|(at, demand)| match demand.one_of {
        None => enough(at),
        Some(group) => (0..demands.len()).any(|other| demands[other].one_of == Some(group) && enough(other)),
    }) && asked.limits.iter().enumerate().all(|(at, limit)| amount(limit.measure, &|way| way.under[at]) <= limit.most)
}

/// A listed course, with the stages of it that could still be taken.
struct Free<'c> {
    at: (Option<&'c str>, &'c Listing),
    credits: u16,
    stages: Vec<Vec<u8>>,
}

/// The least credits, then the fewest courses, that finish it: all sets of courses, the cheapest first.
fn cheapest(world: &mut World<'_>, question: Question) -> Option<Cheapest> {
    let mut by_name = free(world);
    let mut sets: Vec<(u16, usize, Vec<(usize, usize, usize)>)> = vec![(0, 0, Vec::new())];
    by_name.retain(|same| !same.is_empty());
    for (name, same) in by_name.iter().enumerate() {
        for (credits, courses, set) in sets.clone() {
            for (at, course) in same.iter().enumerate() {
                for (which, stages) in course.stages.iter().enumerate() {
                    let more = course.credits * stages.len() as u16;
                    sets.push((credits + more, courses + 1, [&set[..], &[(name, at, which)]].concat()));
                }
            }
        }
    }
    sets.sort();
    for level in [|_: &Fact| false, Fact::is_ground, |_: &Fact| true] {
        // What only people can confirm no course can help: it is asked besides.
        world.holds = 0;
        for at in 0..world.facts.len() {
            if level(&world.facts[at]) {
                world.holds |= 1 << at;
            }
        }
        // Courses not taken yet raise facts of their own.
        let taken: Vec<Vec<Way>> = tried(
            world,
            level,
            |world, asked| {
                let pass_mark = world.case.profile.pass_mark();
                let records = world.case.records.iter().filter(|r| r.status(pass_mark) != How::NotPassed);
                records.map(|record| ways(world, question, asked, record)).collect()
            },
            question,
        );
        let offered: Vec<Vec<Vec<Vec<Vec<Way>>>>> = tried(
            world,
            level,
            |world, asked| {
                let of = |world: &mut World<'_>, course: &Free<'_>, stage: u8| {
                    let (code, name) = (course.at.1.code.clone(), course.at.1.name.clone());
                    let stage = Stage::Part(stage);
                    let record = Record { code, name, stage, ..Record::default() };
                    as_listed(world, question, asked, &record, course.at)
                };
                let mut offered = Vec::new();
                for same in &by_name {
                    let mut courses = Vec::new();
                    for course in same {
                        let mut choices = Vec::new();
                        for stages in &course.stages {
                            choices.push(stages.iter().map(|stage| of(world, course, *stage)).collect());
                        }
                        courses.push(choices);
                    }
                    offered.push(courses);
                }
                offered
            },
            question,
        );
        let asked = asked(world, question);
        if asked.refused {
            return None;
        }
        let everything = offered.iter().flatten().flatten().flatten().cloned();
        if hopeless(&asked, &taken.iter().cloned().chain(everything).collect::<Vec<_>>()) {
            continue;
        }
        let mut best: Option<Cheapest> = None;
        for (credits, courses, set) in &sets {
            if best.as_ref().is_some_and(|best| (best.credits, best.courses) < (*credits, *courses)) {
                break;
            }
            let mut all = taken.clone();
            for (name, at, which) in set {
                all.extend(offered[*name][*at][*which].iter().cloned());
            }
            if possible(&asked, &all) {
                let code = |(name, at, _): &(usize, usize, usize)| by_name[*name][*at].at.1.code.clone().unwrap();
                let mut codes: Vec<String> = set.iter().map(code).collect();
                codes.sort();
                best.get_or_insert(Cheapest { credits: *credits, courses: *courses, sets: Vec::new() })
                    .sets
                    .push(codes);
            }
        }
        if best.is_some() {
            return best;
        }
    }
    None
}

/// Reads something in a world in which all facts of a level hold, those too that come up while reading.
fn tried<T>(
    world: &mut World<'_>,
    level: fn(&Fact) -> bool,
    read: impl Fn(&mut World<'_>, &Asked) -> T,
    question: Question,
) -> T {
    loop {
        let known = world.facts.len();
        let asked = asked(world, question);
        let found = read(world, &asked);
        if world.facts.len() == known {
            return found;
        }
        for at in known..world.facts.len() {
            if level(&world.facts[at]) {
                world.holds |= 1 << at;
            }
        }
    }
}

/// The listed courses that could still be taken, by name: those with a code and credits for which no record stands
/// yet, and the missing stages of year courses.
fn free<'c>(world: &mut World<'c>) -> Vec<Vec<Free<'c>>> {
    let listings = world.case.listings();
    let mut by_name: Vec<(Rc<str>, Vec<Free<'c>>)> = Vec::new();
    for (category, listing) in listings {
        let course = world.case.course(listing);
        let name = spelled(&listing.name);
        let (Some(_), Some(credits)) = (&course.code, course.credits) else { continue };
        let records: Vec<&Record> = world.case.records.iter().collect();
        let taken: Vec<Stage> =
            records.into_iter().filter(|record| stands_for(world, record, &name)).map(|record| record.stage).collect();
        let has = |part: u8| taken.contains(&Stage::Part(part)) || (part == 1 && taken.contains(&Stage::Only));
        let stages: Vec<Vec<u8>> = match course.stages {
            _ if taken.contains(&Stage::Whole) => continue,
            None if taken.is_empty() => vec![vec![1]],
            None => continue,
            Some(_) => {
                let ways = [vec![1], vec![2], vec![1, 2]];
                ways.into_iter().filter(|stages| !stages.iter().any(|part| has(*part))).collect()
            }
        };
        let free = Free { at: (category, listing), credits: credits.tenths(), stages };
        match by_name.iter_mut().find(|(known, _)| *known == name) {
            Some((_, same)) => same.push(free),
            None => by_name.push((name, vec![free])),
        }
    }
    by_name.into_iter().map(|(_, same)| same).collect()
}

/// What the engine says, in the oracle's words.
pub fn said(verdict: &Verdict) -> Said {
    match &verdict.status {
        Status::Met => Said::Met,
        Status::MetIfInProgress => Said::MetIfInProgress,
        Status::MetIfPlanned => Said::MetIfPlanned,
        Status::NotYet { .. } => Said::NotYet,
        Status::DependsOn { facts, view } => Said::DependsOn(facts.len(), *view),
        Status::NotOpen(_) => Said::NotOpen,
        Status::NotRequired => Said::NotRequired,
    }
}

/// Compares; `Err` says what differs.
pub fn compare(case: &Case, audit: &ProgramAudit) -> Result<(), String> {
    for (question, verdict) in
        [(Question::Certificate, &audit.certificate), (Question::Requirement, &audit.cross_domain)]
    {
        let answer = answer(case, question);
        let complain = |what: &str| {
            Err(format!(
                "{question:?}: {what}\n  oracle: {answer:?}\n  engine: {:?}, {:?}",
                verdict.status, verdict.advice
            ))
        };
        if said(verdict) != answer.status {
            return complain("another status");
        }
        match &verdict.status {
            Status::DependsOn { facts, view } if !enough(case, question, facts, *view) => {
                return complain("its facts are not enough");
            }
            Status::NotYet { reachable, .. } if *reachable != answer.advice.is_some() => {
                return complain("reachable or not");
            }
            Status::NotOpen(Closed::OwnProgram) if question == Question::Certificate => {
                return complain("a program of the own department is no reason to close the certificate");
            }
            _ => {}
        }
        let told = verdict.advice.as_ref();
        if told.map(|a| (a.credits.tenths(), a.courses.len())) != answer.advice.as_ref().map(|a| (a.credits, a.courses))
        {
            return complain("another advice");
        }
        if let (Some(told), Some(known)) = (told, &answer.advice) {
            for set in [&told.courses].into_iter().chain(&told.alternatives) {
                let mut codes: Vec<String> = set.iter().filter_map(|advised| advised.course.code.clone()).collect();
                codes.sort();
                if !known.sets.contains(&codes) {
                    return complain("it advises what does not do");
                }
            }
        }
    }
    Ok(())
}
