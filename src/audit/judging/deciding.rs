//! Which facts decide: the smallest set that, if it holds, makes a question met.

use super::super::fact::Fact;
use super::super::facts::FactTable;
use super::super::possible::{AnyOf, FactId};
use super::super::question::Question;
use super::super::records::Unit;
use super::super::verdict::View;
use super::evaluation::Evaluation;
use super::fewest::fewest;
use super::relevant::relevant;
use crate::sorting;

/// More combinations of facts than this are not tried one by one for the smallest set.
const MOST_TRIES: usize = 256;

/// The smallest set of facts under which everything is met in a view where it is met under all facts.
///
/// Of sets alike in size the first that claims no two tracks of one course: that nobody would confirm.
pub fn deciding(question: &Question, units: &[Unit], view: View, table: &FactTable<'_>) -> Vec<FactId> {
    let all = relevant(question, units);
    let met = |facts: &[FactId]| {
        let holds = |id| facts.contains(&id);
        question.confirms.iter().all(|clause| clause.holds(&holds))
            && Evaluation::new(question, units, view, &holds).met()
    };
    // What must hold whatever the records are, and hangs on one fact, is in every such set; mostly it is enough.
    let mut asked: Vec<FactId> = question.confirms.iter().filter_map(AnyOf::only).collect();
    sorting::sort(&mut asked);
    asked.dedup();
    if met(&asked) {
        return asked;
    }
    // A fact without which all the others do not suffice is in every such set.
    let needed: Vec<FactId> = (all.iter().copied())
        .filter(|fact| !met(&all.iter().copied().filter(|other| other != fact).collect::<Vec<_>>()))
        .collect();
    if met(&needed) {
        return needed;
    }
    let rest: Vec<FactId> = all.iter().copied().filter(|fact| !needed.contains(fact)).collect();
    let mut tries = 0;
    for size in 1..=rest.len() {
        let mut at: Vec<usize> = (0..size).collect();
        let mut odd: Option<Vec<FactId>> = None;
        loop {
            tries += 1;
            if tries > MOST_TRIES {
                let torn = |set: &[FactId]| torn_between_tracks(set, table);
                // Those that come first are kept, as they are where sets are tried one by one.
                let enough = without_needless(&met, all.into_iter().rev().collect());
                let mut set = fewest(question, units, view, (&needed, &enough), &torn).or(odd).unwrap_or(enough);
                sorting::sort(&mut set);
                return set;
            }
            let mut set = needed.clone();
            set.extend(at.iter().filter_map(|i| rest.get(*i)));
            let torn = torn_between_tracks(&set, table);
            if (odd.is_none() || !torn) && met(&set) {
                sorting::sort(&mut set);
                if !torn {
                    return set;
                }
                odd = Some(set);
            }
            if !next_combination(&mut at, rest.len()) {
                break;
            }
        }
        if let Some(set) = odd {
            return set;
        }
    }
    all
}

/// Whether facts say of one course that it belongs to two tracks.
fn torn_between_tracks(facts: &[FactId], table: &FactTable<'_>) -> bool {
    let courses = || {
        facts.iter().filter_map(|id| match table.get(*id) {
            Some(Fact::Track { course, .. }) => Some(course),
            _ => None,
        })
    };
    courses().enumerate().any(|(at, course)| courses().take(at).any(|other| other == course))
}

/// Steps to the next set of positions below `n`, in order; false after the last.
fn next_combination(at: &mut [usize], n: usize) -> bool {
    let size = at.len();
    for i in (0..size).rev() {
        let Some(value) = at.get(i).copied() else { return false };
        if value + (size - i) < n {
            for (step, slot) in at.iter_mut().skip(i).enumerate() {
                *slot = value + 1 + step;
            }
            return true;
        }
    }
    false
}

/// Facts from which none can be left out, so that it is still met.
pub fn without_needless(met: &dyn Fn(&[FactId]) -> bool, mut facts: Vec<FactId>) -> Vec<FactId> {
    let mut at = 0;
    while at < facts.len() {
        let fact = facts.remove(at);
        if !met(&facts) {
            facts.insert(at, fact);
            at += 1;
        }
    }
    facts
}
