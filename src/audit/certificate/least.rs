//! Why nothing cheaper than the advice does.

use super::super::advice::{AdviceInput, Candidate, candidates};
use super::super::fact::Fact;
use super::super::possible::FactId;
use super::super::records::{Entry, Unit as Entries, choices};
use super::super::verdict::{Advice, View};
use super::problem::{Problem, Unit, Way};
use super::shape::{LeastShown, Place, Taken, UnitName};
use super::sight::{Sight, Unproven, refuted};
use crate::catalog::NameId;

/// What shows that it is the least.
pub fn least(sight: &Sight<'_>, advice: &Advice) -> Result<LeastShown, Unproven> {
    let ground = |id: FactId| sight.table.get(id).is_some_and(Fact::is_ground);
    let levels: [&dyn Fn(FactId) -> bool; 3] = [&|_| false, &ground, &|_| true];
    let mut never = Vec::new();
    for assume in levels.iter().take(usize::from(advice.assumed)) {
        never.push(refuted(&everything(sight, *assume).reduced(), "what is taken to hold")?);
    }
    let each = everything(sight, levels.get(usize::from(advice.assumed)).copied().unwrap_or(&|_| true));
    let courses = advice
        .courses
        .iter()
        .filter_map(|advised| Some(Taken { code: advised.course.code.clone()?, stages: advised.stages.clone() }));
    let courses: Vec<Taken> = courses.collect();
    let counted = sight.allocated(&with_only(&each, &courses).reduced(), "the advised courses")?;
    let all = each.reduced();
    let credits = u32::from(advice.credits.tenths());
    let fewer_credits = match credits.checked_sub(1) {
        Some(fewer) => Some(refuted(&all.within_credits(fewer), "fewer credits")?),
        None => None,
    };
    let fewer_courses = match u32::try_from(courses.len()).ok().and_then(|courses| courses.checked_sub(1)) {
        Some(fewer) => {
            let fewer = Problem { courses: Some(fewer), ..all.within_credits(credits) };
            Some(refuted(&fewer, "fewer courses")?)
        }
        None => None,
    };
    let (assumed, credits) = (advice.assumed, advice.credits);
    Ok(LeastShown { assumed, credits, courses, never, counted, fewer_credits, fewer_courses })
}

/// The records and everything that could still be taken, each way of it, where exactly these facts hold.
pub fn everything(sight: &Sight<'_>, assume: &dyn Fn(FactId) -> bool) -> Problem {
    let input = AdviceInput {
        question: sight.question,
        certain: &sight.prepared.certain,
        list: &sight.program.list,
        categories: &sight.program.categories,
        units: sight.units,
        taken: sight.begun,
        table: sight.table,
        without: &[],
        hindrances: &[],
    };
    let begun = |name: NameId| sight.begun.iter().any(|taken| taken.name == name);
    let (begun, fresh): (Vec<_>, Vec<_>) =
        candidates(&input, assume, false).into_iter().partition(|(name, _)| begun(*name));
    let mut problem = sight.asked(assume);
    let mut left: Vec<_> = begun.iter().map(|(name, same)| (*name, &same[..])).collect();
    for unit in sight.units {
        let is_under = |name: &NameId| {
            let mut choices = unit.iter().flat_map(|entry| &entry.options);
            choices.any(|choice| choice.name == Some(*name))
        };
        let (own, others): (Vec<_>, Vec<_>) = left.into_iter().partition(|(name, _)| is_under(name));
        left = others;
        let Some(record) = unit.first().and_then(|entry| entry.record) else { continue };
        let name = UnitName::Record(record);
        problem.units.push(Unit { name, ways: gone_on(sight, unit, &own, assume) });
    }
    for (_, same) in left {
        let ways = gone_on(sight, &Vec::new(), &[(NameId(0), same)], assume);
        problem.units.extend(name(sight, same).map(|name| Unit { name, ways }));
    }
    for (_, same) in &fresh {
        let ways = same.iter().flat_map(|candidate| fresh_ways(sight, candidate)).collect();
        problem.units.extend(name(sight, same).map(|name| Unit { name, ways }));
    }
    problem
}

fn code(sight: &Sight<'_>, candidate: &Candidate) -> Option<String> {
    candidate.listing.of(&sight.program.list)?.as_ref()?.course.code.clone()
}

fn name(sight: &Sight<'_>, same: &[Candidate]) -> Option<UnitName> {
    same.iter().find_map(|candidate| code(sight, candidate)).map(UnitName::Course)
}

fn taken(sight: &Sight<'_>, candidate: &Candidate, stages: &[u8]) -> Option<Taken> {
    let parts = candidate.listing.of(&sight.program.list)?.as_ref()?.stages;
    Some(Taken { code: code(sight, candidate)?, stages: if parts > 1 { stages.to_vec() } else { Vec::new() } })
}

/// The ways of a course not begun.
fn fresh_ways(sight: &Sight<'_>, candidate: &Candidate) -> Vec<Way> {
    let ways = candidate.ways.iter().filter_map(|way| {
        let unit = UnitName::Course(code(sight, candidate)?);
        let places = vec![Place { unit, category: sight.category(way.category) }];
        let taken = vec![taken(sight, candidate, way.stages)?];
        let (gain, uses) = (way.offer.effect.gain.clone(), way.offer.effect.uses.clone());
        let (credits, courses) = (u32::from(way.offer.credits), u32::from(way.offer.courses));
        Some(Way { gain, uses, credits, courses, places, taken })
    });
    ways.collect()
}

/// The ways of a unit as it is, and with missing stages of courses that are begun, at most once of each name.
fn gone_on(
    sight: &Sight<'_>,
    unit: &Entries,
    begun: &[(NameId, &[Candidate])],
    assume: &dyn Fn(FactId) -> bool,
) -> Vec<Way> {
    // What is in the unit then, at what cost.
    let mut sets: Vec<(Entries, u32, Vec<Taken>)> = vec![(unit.clone(), 0, Vec::new())];
    for (_, same) in begun {
        let mut longer = Vec::new();
        for candidate in same.iter() {
            let mut tried: Vec<&[u8]> = Vec::new();
            for way in &candidate.ways {
                let Some(taken) = taken(sight, candidate, way.stages).filter(|_| !tried.contains(&way.stages)) else {
                    continue;
                };
                tried.push(way.stages);
                for (entries, credits, courses) in &sets {
                    let mut entries = entries.clone();
                    for stage in way.stages {
                        let options = choices(sight.question, candidate.listing, *stage);
                        let (record, view) = (None, View::Planned);
                        let (code_not_given, printed) = (false, None);
                        entries.push(Entry { record, view, stage: *stage, options, code_not_given, printed });
                    }
                    let courses = courses.iter().cloned().chain([taken.clone()]).collect();
                    longer.push((entries, credits + u32::from(way.offer.credits), courses));
                }
            }
        }
        sets.extend(longer);
    }
    let ways = sets.iter().flat_map(|(entries, credits, taken)| {
        let courses = u32::try_from(taken.len()).unwrap_or(u32::MAX);
        let ways = sight.ways(entries, View::Planned, assume).into_iter();
        ways.map(move |way| Way { credits: *credits, courses, taken: taken.clone(), ..way })
    });
    ways.collect()
}

/// The problem with no other courses to take than these.
fn with_only(problem: &Problem, courses: &[Taken]) -> Problem {
    let units = problem.units.iter().map(|unit| {
        let ways = unit.ways.iter().filter(|way| way.taken.iter().all(|taken| courses.contains(taken)));
        Unit { name: unit.name.clone(), ways: ways.cloned().collect() }
    });
    Problem { units: units.collect(), ..problem.clone() }
}
