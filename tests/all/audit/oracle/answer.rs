//! The two answers, by trying everything.

use kuayu::audit::{Answer, Closed, Fact, ProgramAudit, Verdict, View};
use kuayu::transcript::Completion;

use super::advice::{Cheapest, cheapest};
use super::case::Case;
use super::question::{Asked, Measure, Question, asked};
use super::ways::{Way, ways};
use super::world::{Holds, World};

/// What the oracle says of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
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

/// How many facts come up. All combinations of them are tried, so cases with a great many are made smaller first.
pub fn facts(case: &Case) -> usize {
    let mut world = World::new(case);
    for hold in [true, false] {
        world.holds = Holds::all(hold);
        met(&mut world, Question::Requirement, View::Planned);
    }
    world.facts.len()
}

/// Answers a question.
pub fn answer(case: &Case, question: Question) -> Expected {
    let status = status_of(case, question);
    let mut world = World::new(case);
    let open = matches!(status, Said::NotYet | Said::DependsOn(..));
    let advice = if open { cheapest(&mut world, question) } else { None };
    Expected { status, advice }
}

/// The status alone.
pub fn status_of(case: &Case, question: Question) -> Said {
    let applies = case.profile.requirement_applies();
    if question == Question::Requirement && applies == Some(false) {
        return Said::NotRequired;
    }
    // Look once at the best world to learn what there is to ask about.
    let mut world = World::new(case);
    for hold in [true, false] {
        world.holds = Holds::all(hold);
        met(&mut world, question, View::Planned);
    }
    let facts = world.facts.len();
    world.holds = Holds::all(true);
    if asked(&mut world, question).closed {
        return Said::NotOpen;
    }
    let status = status(&mut world, question);
    assert_eq!(world.facts.len(), facts, "a fact came up late");
    status
}

fn status(world: &mut World<'_>, question: Question) -> Said {
    let facts = world.facts.len();
    world.holds = Holds::all(true);
    if !met(world, question, View::Planned) {
        return Said::NotYet;
    }
    world.holds = Holds::all(false);
    for (view, said) in
        [(View::Passed, Said::Met), (View::InProgress, Said::MetIfInProgress), (View::Planned, Said::MetIfPlanned)]
    {
        if met(world, question, view) {
            return said;
        }
    }
    for view in View::ALL {
        world.holds = Holds::all(true);
        if !met(world, question, view) {
            continue;
        }
        for size in 1..=facts {
            let some = (0..1u64 << facts).filter(|holds| holds.count_ones() as usize == size);
            for holds in some {
                world.holds = Holds::Bits(holds);
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
    world.holds = Holds::Bits((1u64 << facts.len()) - 1);
    met(&mut world, question, view)
}

/// Whether a question is met in a world.
fn met(world: &mut World<'_>, question: Question, view: View) -> bool {
    let asked = asked(world, question);
    let mut all = Vec::new();
    let pass_mark = world.case.profile.pass_mark();
    for record in &world.case.records {
        let since = match record.completion(pass_mark) {
            Completion::NotPassed => continue,
            Completion::Passed => View::Passed,
            Completion::InProgress => View::InProgress,
            Completion::Planned => View::Planned,
        };
        let ways = ways(world, question, &asked, record);
        if since <= view {
            all.push(ways);
        }
    }
    !asked.closed && !asked.unconfirmed && possible(&asked, &all)
}

/// Whether records can be counted, each in one of its ways or not at all, so that everything asked is met.
pub fn possible(asked: &Asked, records: &[Vec<Way>]) -> bool {
    choose(asked, records, &mut Vec::new())
}

/// What is short even if each record that is left counted in all its ways at once, no choice of ways can meet.
fn hopeless(asked: &Asked, left: &[Vec<Way>], chosen: &[&Way]) -> bool {
    asked.demands.iter().enumerate().any(|(at, demand)| {
        let amount = |way: &Way| match demand.measure {
            _ if !way.toward[at] => 0,
            Measure::Credits => way.credits,
            Measure::Courses => 1,
        };
        let have: u16 = chosen.iter().map(|way| amount(way)).sum();
        let most: u16 = left.iter().map(|ways| ways.iter().map(amount).max().unwrap_or(0)).sum();
        demand.one_of.is_none() && have + most < demand.least
    })
}

fn choose<'w>(asked: &Asked, left: &'w [Vec<Way>], chosen: &mut Vec<&'w Way>) -> bool {
    let Some((first, rest)) = left.split_first() else { return satisfied(asked, chosen) };
    if hopeless(asked, left, chosen) || !within_limits(asked, chosen) {
        return false;
    }
    for way in first {
        if chosen.iter().any(|other| clash(way, other)) {
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

/// Whether only one of two ways can count. A name counts once, or each stage of it once; all stages at once stand alone.
/// Stages of one listed course are of one category, whichever it turns out to be.
pub fn clash(way: &Way, other: &Way) -> bool {
    let same_stage = other.stage == way.stage || other.stage == 0 || way.stage == 0;
    let torn = other.listing.is_some() && other.listing == way.listing && other.category != way.category;
    let same_name = other.names.iter().any(|name| way.names.contains(name));
    (same_name && same_stage) || (other.name == way.name && torn)
}

/// How much of what is chosen is of some kind.
pub fn amount(measure: Measure, chosen: &[&Way], which: &dyn Fn(&Way) -> bool) -> u16 {
    let some = || chosen.iter().enumerate().filter(|(_, way)| which(way));
    match measure {
        Measure::Credits => some().map(|(_, way)| way.credits).sum(),
        // Stages of one course are one course.
        Measure::Courses => {
            let first = |at: usize, way: &Way| !some().take_while(|(b, _)| *b < at).any(|(_, w)| w.name == way.name);
            some().filter(|(at, way)| first(*at, way)).count() as u16
        }
    }
}

/// Whether what is chosen meets every demand within every limit.
fn satisfied(asked: &Asked, chosen: &[&Way]) -> bool {
    let demands = &asked.demands;
    let enough = |at: usize| amount(demands[at].measure, chosen, &|way| way.toward[at]) >= demands[at].least;
    demands.iter().enumerate().all(|(at, demand)| match demand.one_of {
        None => enough(at),
        Some((group, _)) => {
            let options = demands.iter().filter_map(|demand| demand.one_of).filter(|(other, _)| *other == group);
            let whole = |option| (0..demands.len()).filter(|at| demands[*at].one_of == Some(option)).all(enough);
            options.into_iter().any(whole)
        }
    }) && within_limits(asked, chosen)
}

fn within_limits(asked: &Asked, chosen: &[&Way]) -> bool {
    let mut limits = asked.limits.iter().enumerate();
    limits.all(|(at, limit)| amount(limit.measure, chosen, &|way| way.under[at]) <= limit.most)
}

/// What the engine says, in the oracle's words.
pub fn said(verdict: &Verdict) -> Said {
    match &verdict.answer {
        Answer::Met => Said::Met,
        Answer::MetIfInProgress => Said::MetIfInProgress,
        Answer::MetIfPlanned => Said::MetIfPlanned,
        Answer::NotYet { .. } => Said::NotYet,
        Answer::DependsOn { facts, view } => Said::DependsOn(facts.len(), *view),
        Answer::NotOpen(_) => Said::NotOpen,
        Answer::NotRequired => Said::NotRequired,
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
                verdict.answer, verdict.advice
            ))
        };
        if said(verdict) != answer.status {
            return complain("another status");
        }
        match &verdict.answer {
            Answer::DependsOn { facts, view } if !enough(case, question, facts, *view) => {
                return complain("its facts are not enough");
            }
            Answer::NotYet { reachable, .. } if *reachable != answer.advice.is_some() => {
                return complain("reachable or not");
            }
            Answer::NotOpen(Closed::OwnProgram) if question == Question::Certificate => {
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
