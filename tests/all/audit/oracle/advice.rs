//! What is the least to do, by trying every set of courses.

use std::rc::Rc;

use kuayu::audit::Fact;
use kuayu::catalog::document::Listing;
use kuayu::transcript::{Completion, Record, Stage};

use super::answer::possible;
use super::question::{Asked, Question, asked};
use super::ways::{Way, as_listed, stands_for, ways};
use super::world::{Holds, World, spelled};

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

/// A listed course, with the stages of it that could still be taken.
pub struct Free<'c> {
    /// Its category and place.
    pub at: (Option<&'c str>, &'c Listing),
    /// Of one stage, in tenths.
    pub credits: u16,
    /// The choices of stages.
    pub stages: Vec<Vec<u8>>,
}

impl<'c> Free<'c> {
    /// By choice of stages, by stage: the ways in which it would count.
    pub fn offered(&self, world: &mut World<'c>, question: Question, asked: &Asked) -> Vec<Vec<Vec<Way>>> {
        let mut of = |stage: u8| {
            let (code, name) = (self.at.1.code.clone(), self.at.1.name.clone());
            let (stage, declared) = (Stage::Part(stage), Some(Completion::Planned));
            let record = Record { code, name, stage, declared, ..Record::default() };
            as_listed(world, question, asked, &record, self.at)
        };
        self.stages.iter().map(|stages| stages.iter().map(|stage| of(*stage)).collect()).collect()
    }
}

/// A choice: which name, which listing of that name, which of its choices of stages.
type Chosen = (usize, usize, usize);

/// A set of choices after its cost: tenths of credits, and courses.
type Set = (u16, usize, Vec<Chosen>);

/// The least credits, then the fewest courses, that finish it: all sets of courses, the cheapest first.
pub fn cheapest<'c>(world: &mut World<'c>, question: Question) -> Option<Cheapest> {
    cheapest_of(world, question, &|_| true)
}

/// The same of those sets whose codes will do.
pub fn cheapest_of<'c>(
    world: &mut World<'c>,
    question: Question,
    will_do: &dyn Fn(&[String]) -> bool,
) -> Option<Cheapest> {
    let mut by_name = free(world);
    let mut sets: Vec<Set> = vec![(0, 0, Vec::new())];
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
        world.holds = Holds::Of(Rc::new(level));
        let asked = asked(world, question);
        let pass_mark = world.case.profile.pass_mark();
        let records = world.case.records.iter().filter(|r| r.completion(pass_mark) != Completion::NotPassed);
        let taken: Vec<Vec<Way>> = records.map(|record| ways(world, question, &asked, record)).collect();
        // By name, by listing, by choice of stages, by stage: the ways to count.
        let offered: Vec<Vec<Vec<Vec<Vec<Way>>>>> = by_name
            .iter()
            .map(|same| same.iter().map(|course| course.offered(world, question, &asked)).collect())
            .collect();
        if asked.refused {
            continue;
        }
        // What cannot be done with everything at hand, no set can do.
        let everything = offered.iter().flatten().flatten().flatten().cloned();
        if !possible(&asked, &taken.iter().cloned().chain(everything).collect::<Vec<_>>()) {
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
            let code = |(name, at, _): &Chosen| by_name[*name][*at].at.1.code.clone().unwrap();
            let mut codes: Vec<String> = set.iter().map(code).collect();
            codes.sort();
            if will_do(&codes) && possible(&asked, &all) {
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

/// The listed courses that could still be taken, by name: those with a code and credits for which no record stands
/// yet, and the missing stages of year courses.
pub fn free<'c>(world: &mut World<'c>) -> Vec<Vec<Free<'c>>> {
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
