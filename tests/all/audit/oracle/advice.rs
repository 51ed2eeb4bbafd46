//! What is the least to do, by trying every set of courses.

use std::rc::Rc;

use kuayu::audit::Fact;
use kuayu::catalog::document::Listing;
use kuayu::transcript::{Completion, Record, Stage};

use super::answer::possible;
use super::question::{Asked, Question, asked};
use super::ways::{Way, as_listed, stands_for, ways};
use super::world::{World, spelled};

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
struct Free<'c> {
    at: (Option<&'c str>, &'c Listing),
    credits: u16,
    stages: Vec<Vec<u8>>,
}

/// A choice: which name, which listing of that name, which of its choices of stages.
type Chosen = (usize, usize, usize);

/// A set of choices after its cost: tenths of credits, and courses.
type Set = (u16, usize, Vec<Chosen>);

/// The least credits, then the fewest courses, that finish it: all sets of courses, the cheapest first.
pub fn cheapest(world: &mut World<'_>, question: Question) -> Option<Cheapest> {
    cheapest_of(world, question, &|_| true)
}

/// The same of those sets whose codes will do.
pub fn cheapest_of(world: &mut World<'_>, question: Question, will_do: &dyn Fn(&[String]) -> bool) -> Option<Cheapest> {
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
                let records = world.case.records.iter().filter(|r| r.completion(pass_mark) != Completion::NotPassed);
                records.map(|record| ways(world, question, asked, record)).collect()
            },
            question,
        );
        // By name, by listing, by choice of stages, by stage: the ways to count.
        let offered: Vec<Vec<Vec<Vec<Vec<Way>>>>> = tried(
            world,
            level,
            |world, asked| {
                let of = |world: &mut World<'_>, course: &Free<'_>, stage: u8| {
                    let (code, name) = (course.at.1.code.clone(), course.at.1.name.clone());
                    let stage = Stage::Part(stage);
                    let declared = Some(Completion::Planned);
                    let record = Record { code, name, stage, declared, ..Record::default() };
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
