//! Courses that a student could still take, and which of them would do the same for what is left.

use crate::sorting;
use std::borrow::Cow;
use std::cmp::Reverse;

use super::advise::{Scene, Taken};
use super::allocate::Asked;
use super::cheapest::{Kind, Offer};
use super::condition::Amount;
use super::possible::FactId;
use super::program::{Listed, Question};
use crate::catalog::NameId;
use crate::credits::Credits;
use crate::transcript::Stage;

/// A listed course that the student could still take.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub listing: usize,
    pub ways: Vec<Way>,
    /// A record stands for a stage of it and does not say for which.
    pub unsaid: bool,
}

/// One way in which it would count.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub offer: Offer,
    pub category: Option<u8>,
    pub stages: &'static [u8],
}

/// Courses that can still be taken, by name: those that no record stands for yet, and missing stages of year courses.
/// `sure` says that no fact is taken to hold: then what was prepared serves.
pub fn candidates<'q>(
    scene: &Scene<'q>,
    assume: &dyn Fn(FactId) -> bool,
    sure: bool,
) -> Vec<(NameId, Cow<'q, [Candidate]>)> {
    let taken = |name: NameId| scene.taken.iter().find(|taken| taken.name == name);
    let wanted = |listing: usize| !scene.without.contains(&(listing as u16));
    if sure && scene.without.is_empty() && scene.taken.iter().all(|taken| taken.whole || !scene.staged(taken.name)) {
        let free = scene.question.sure.iter().filter(|(name, _)| taken(*name).is_none());
        return free.map(|(name, same)| (*name, Cow::Borrowed(same.as_slice()))).collect();
    }
    let all = every_candidate(scene.question, scene.list, &taken, &wanted, assume);
    all.into_iter().map(|(name, same)| (name, Cow::Owned(same))).collect()
}

/// The same without what was prepared, for callers that add gains up: another stage of a course that is begun adds
/// credits there, not a course.
pub fn candidates_owned(scene: &Scene<'_>, assume: &dyn Fn(FactId) -> bool) -> Vec<(NameId, Vec<Candidate>)> {
    let taken = |name: NameId| scene.taken.iter().find(|taken| taken.name == name);
    let wanted = |listing: usize| !scene.without.contains(&(listing as u16));
    let mut all = every_candidate(scene.question, scene.list, &taken, &wanted, assume);
    for (_, same) in all.iter_mut().filter(|(name, _)| taken(*name).is_some()) {
        for way in same.iter_mut().flat_map(|candidate| &mut candidate.ways) {
            for (gain, demand) in way.offer.gain.iter_mut().zip(&scene.question.demands) {
                if matches!(demand.condition.need, Amount::Courses(_)) && demand.stage.is_none() {
                    *gain = 0;
                }
            }
        }
    }
    all
}

/// What a student without records could take for certain; prepared once for every question.
pub fn prepare(question: &Question, list: &[Option<Listed>]) -> Vec<(NameId, Vec<Candidate>)> {
    every_candidate(question, list, &|_| None, &|_| true, &|_| false)
}

fn every_candidate<'t>(
    question: &Question,
    list: &[Option<Listed>],
    taken: &dyn Fn(NameId) -> Option<&'t Taken>,
    wanted: &dyn Fn(usize) -> bool,
    assume: &dyn Fn(FactId) -> bool,
) -> Vec<(NameId, Vec<Candidate>)> {
    let mut by_name: Vec<(NameId, Vec<Candidate>)> = Vec::new();
    for (listing, range) in question.slots_of.iter().enumerate() {
        let Some(Some(listed)) = list.get(listing) else { continue };
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
    Offer { gain: gain.collect(), uses: uses.collect(), credits, courses: 1 }
}

/// The offers of all listings of one name.
pub fn ways(same: &[Candidate]) -> impl Iterator<Item = &Offer> {
    same.iter().flat_map(|candidate| candidate.ways.iter().map(|way| &way.offer))
}

/// Groups members that would do the same for what is left; each member comes with its offers. Members are numbered in
/// their order. Kinds that serve most at once come first, so that the first hit of a search comes early.
pub fn kinds<'o>(
    asked: &Asked,
    have: &[u16],
    members: impl Iterator<Item = impl Iterator<Item = &'o Offer>>,
) -> Vec<Kind> {
    let unmet: Vec<usize> = asked.unmet(have).collect();
    let mut known: Vec<(Vec<u16>, Kind)> = Vec::new();
    let mut key: Vec<u16> = Vec::new();
    let mut useful: Vec<&Offer> = Vec::new();
    for (member, offers) in members.enumerate() {
        useful.clear();
        useful.extend(offers.filter(|offer| unmet.iter().any(|at| offer.gain.get(*at).is_some_and(|gain| *gain > 0))));
        if useful.is_empty() {
            continue;
        }
        let several = if useful.len() > 1 { distinct(&unmet, &useful) } else { Vec::new() };
        key.clear();
        match (several.as_slice(), useful.as_slice()) {
            ([], [only]) => write_key(&mut key, &unmet, only),
            (several, _) => several.iter().for_each(|offer| write_key(&mut key, &unmet, offer)),
        }
        match known.iter_mut().find(|(other, _)| *other == key) {
            Some((_, kind)) => kind.members.push(member),
            None => {
                let offers = if several.is_empty() {
                    useful.iter().map(|offer| reduced(&unmet, offer)).collect()
                } else {
                    several
                };
                known.push((key.clone(), Kind { offers, members: vec![member] }));
            }
        }
    }
    let mut kinds: Vec<Kind> = known.into_iter().map(|(_, kind)| kind).collect();
    sorting::sort_by_key(&mut kinds, |kind| {
        let serves = kind.offers.iter().map(|offer| offer.gain.iter().filter(|gain| **gain > 0).count()).max();
        (Reverse(serves), kind.members.first().copied())
    });
    kinds
}

fn write_key(key: &mut Vec<u16>, unmet: &[usize], offer: &Offer) {
    key.extend([offer.credits, offer.courses]);
    key.extend(unmet.iter().map(|at| offer.gain.get(*at).copied().unwrap_or(0)));
    key.extend_from_slice(&offer.uses);
}

/// An offer with only the gains that are still needed.
fn reduced(unmet: &[usize], offer: &Offer) -> Offer {
    let gain = offer.gain.iter().enumerate().map(|(at, gain)| if unmet.contains(&at) { *gain } else { 0 });
    Offer { gain: gain.collect(), ..offer.clone() }
}

/// Distinct offers of one member, without those that another of them makes needless.
fn distinct(unmet: &[usize], useful: &[&Offer]) -> Vec<Offer> {
    let mut offers: Vec<Offer> = useful.iter().map(|offer| reduced(unmet, offer)).collect();
    sorting::sort(&mut offers);
    offers.dedup();
    let all = offers.clone();
    offers.retain(|offer| {
        !all.iter().any(|other| {
            other != offer
                && other.credits <= offer.credits
                && other.courses <= offer.courses
                && other.gain.iter().zip(&offer.gain).all(|(a, b)| a >= b)
                && other.uses.iter().zip(&offer.uses).all(|(a, b)| a <= b)
        })
    });
    offers
}

/// Whether a course's own offer does at least what a kind's offer does, for the same cost.
pub fn serves(offer: &Offer, asked: &Offer) -> bool {
    offer.credits == asked.credits
        && offer.courses == asked.courses
        && offer.gain.iter().zip(&asked.gain).all(|(a, b)| a >= b)
        && offer.uses.iter().zip(&asked.uses).all(|(a, b)| a <= b)
}

/// Notes that a record stands for a stage of the course of that name, or for all of them.
pub fn take(taken: &mut Vec<Taken>, name: NameId, stage: Stage) {
    let at = taken.iter().position(|known| known.name == name).unwrap_or_else(|| {
        taken.push(Taken { name, stages: Vec::new(), whole: false, unsaid: false });
        taken.len() - 1
    });
    let Some(known) = taken.get_mut(at) else { return };
    known.unsaid |= stage.is_only();
    match stage {
        Stage::Whole => known.whole = true,
        Stage::Only => known.stages.push(1),
        Stage::Part(part) => known.stages.push(part),
    }
}
