//! Why an answer is "not yet".

use super::super::verdict::{Missing, View};
use super::least;
use super::problem::Problem;
use super::refute::{Settled, settle};
use super::shape::{Derivation, Missed, Shown};
use super::sight::{Sight, Unproven, places, refuted};

/// What shows that these conditions are not met even with the plan and all facts, and whether anything helps.
pub fn not_yet(sight: &Sight<'_>, missing: &[Missing], reachable: bool) -> Result<Shown, Unproven> {
    let problem = sight.problem(View::Planned, &|_| true);
    let is_told = |at: usize| {
        let condition = sight.question.demands.get(at).map(|demand| &demand.condition);
        missing.iter().any(|told| Some(&told.condition) == condition)
    };
    let together = refuted(&problem.only(is_told), "the conditions told")?;
    let missing = missing.iter().map(|told| missed(sight, &problem, told)).collect::<Result<_, _>>()?;
    let never = match reachable {
        true => None,
        false => Some(refuted(&least::everything(sight, &|_| true).reduced(), "out of reach")?),
    };
    Ok(Shown::NotYet { together, missing, never })
}

fn missed(sight: &Sight<'_>, problem: &Problem, told: &Missing) -> Result<Missed, Unproven> {
    let (have, only_jointly) = (told.have, told.only_jointly);
    let same = |at: &usize| {
        sight.question.demands.get(*at).is_some_and(|demand| demand.condition == told.condition)
            && problem.need.get(*at).is_some_and(|need| *need > 0)
    };
    let conditions: Vec<usize> = (0..problem.need.len()).filter(same).collect();
    let most = u32::from(have.number());
    let mut counted = Vec::new();
    if most > 0 {
        let had = conditions.iter().find_map(|at| {
            let problem = problem.just(*at, most);
            match settle(&problem) {
                Settled::Met(chosen) => Some(places(&problem, &chosen)),
                Settled::Never(_) | Settled::Open => None,
            }
        });
        counted = had.ok_or(Unproven::Wrong("what is had"))?;
    }
    let no_more: Vec<Derivation> = match only_jointly {
        true => Vec::new(),
        false => {
            let each = conditions.iter().map(|at| refuted(&problem.just(*at, most + 1), "what is had at most"));
            each.collect::<Result<_, _>>()?
        }
    };
    Ok(Missed { conditions, have, only_jointly, counted, no_more })
}
