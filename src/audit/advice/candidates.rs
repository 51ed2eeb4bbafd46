//! Courses that a student could still take.

use std::borrow::Cow;

use super::super::at::ListingAt;
use super::super::condition::Amount;
use super::super::judging::Effect;
use super::super::possible::FactId;
use super::super::question::{Listed, Question};
use super::super::records::Taken;
use super::candidate::{Candidate, Offer, Way};
use super::input::AdviceInput;
use crate::catalog::NameId;
use crate::credits::Credits;

/// Courses that can still be taken, by name: those that no record stands for yet, and missing stages of year courses.
/// `certain` says that no fact is taken to hold: then what was prepared serves.
pub fn candidates<'q>(
    input: &AdviceInput<'q>,
    assume: &dyn Fn(FactId) -> bool,
    certain: bool,
) -> Vec<(NameId, Cow<'q, [Candidate]>)> {
    let taken = |name: NameId| input.taken.iter().find(|taken| taken.name == name);
    let wanted = |listing: ListingAt| !input.without.contains(&listing);
    if certain && input.without.is_empty() && input.taken.iter().all(|taken| taken.whole || !input.staged(taken.name)) {
        let free = input.certain.iter().filter(|(name, _)| taken(*name).is_none());
        return free.map(|(name, same)| (*name, Cow::Borrowed(same.as_slice()))).collect();
    }
    let all = every_candidate(input.question, input.list, &taken, &wanted, assume);
    all.into_iter().map(|(name, same)| (name, Cow::Owned(same))).collect()
}

/// The same without what was prepared, for callers that add gains up: another stage of a course that is begun adds
/// credits there, not a course.
pub fn candidates_owned(input: &AdviceInput<'_>, assume: &dyn Fn(FactId) -> bool) -> Vec<(NameId, Vec<Candidate>)> {
    let taken = |name: NameId| input.taken.iter().find(|taken| taken.name == name);
    let wanted = |listing: ListingAt| !input.without.contains(&listing);
    let mut all = every_candidate(input.question, input.list, &taken, &wanted, assume);
    for (_, same) in all.iter_mut().filter(|(name, _)| taken(*name).is_some()) {
        for way in same.iter_mut().flat_map(|candidate| &mut candidate.ways) {
            for (gain, demand) in way.offer.effect.gain.iter_mut().zip(&input.question.demands) {
                if matches!(demand.condition.need, Amount::Courses(_)) && demand.stage.is_none() {
                    *gain = 0;
                }
            }
        }
    }
    all
}

/// What a student without records could take for certain; prepared once for every question.
pub fn certain_candidates(question: &Question, list: &[Option<Listed>]) -> Vec<(NameId, Vec<Candidate>)> {
    every_candidate(question, list, &|_| None, &|_| true, &|_| false)
}

fn every_candidate<'t>(
    question: &Question,
    list: &[Option<Listed>],
    taken: &dyn Fn(NameId) -> Option<&'t Taken>,
    wanted: &dyn Fn(ListingAt) -> bool,
    assume: &dyn Fn(FactId) -> bool,
) -> Vec<(NameId, Vec<Candidate>)> {
    let mut by_name: Vec<(NameId, Vec<Candidate>)> = Vec::new();
    for (listing, range) in question.slots_of.iter().enumerate() {
        let listing = ListingAt::new(listing);
        let Some(Some(listed)) = listing.of(list) else { continue };
        let Some(first) = question.slots.get(range.start) else { continue };
        // Without a code nobody can enrol; without credits nobody can count.
        let Some(credits) = first.credits.filter(|_| listed.course.code.is_some()) else { continue };
        let taken = taken(first.name);
        if !wanted(listing) {
            continue;
        }
        let mut ways = Vec::new();
        for at in range.clone() {
            let Some(slot) = question.slots.get(at).filter(|slot| slot.usable.holds(assume)) else { continue };
            for stages in parts(listed.stages, taken) {
                let offer = offer(question, at, credits, stages, assume);
                ways.push(Way { offer, category: slot.category, stages });
            }
        }
        if ways.is_empty() {
            continue;
        }
        let candidate = Candidate { listing, ways, unsaid: taken.is_some_and(|taken| taken.unsaid) };
        match by_name.iter_mut().find(|(name, _)| *name == first.name) {
            Some((_, same)) => same.push(candidate),
            None => by_name.push((first.name, vec![candidate])),
        }
    }
    by_name
}

/// The ways to take a course of several stages: one of the first two, or both, as far as they are not taken.
fn parts(stages: u8, taken: Option<&Taken>) -> impl Iterator<Item = &'static [u8]> {
    let ways: &[&'static [u8]] = if stages > 1 { &[&[1], &[2], &[1, 2]] } else { &[&[1]] };
    let free = move |way: &&[u8]| match taken {
        None => true,
        Some(taken) => stages > 1 && !taken.whole && !way.iter().any(|s| taken.stages.contains(s)),
    };
    ways.iter().copied().filter(free)
}

fn offer(question: &Question, slot: usize, credits: Credits, stages: &[u8], assume: &dyn Fn(FactId) -> bool) -> Offer {
    let parts = stages.len().max(1) as u16;
    let credits = credits.tenths().saturating_mul(parts);
    let amount = |of: Amount| match of {
        Amount::Credits(_) => credits,
        Amount::Courses(_) => 1,
    };
    let gain = question.demands.iter().map(|demand| {
        let here = match &demand.stage {
            Some((wanted, otherwise)) if !stages.contains(wanted) => otherwise.get(slot),
            _ => demand.gain.get(slot),
        };
        if here.is_some_and(|gain| gain.holds(assume)) { amount(demand.condition.need) } else { 0 }
    });
    let uses = question.limits.iter().map(|l| if l.uses.get(slot) == Some(&true) { amount(l.most) } else { 0 });
    Offer { effect: Effect { gain: gain.collect(), uses: uses.collect() }, credits, courses: 1 }
}
