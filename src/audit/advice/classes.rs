//! Courses that would do the same for what is left, as one class: the search for the cheapest set is over these.

use std::cmp::Reverse;

use super::super::judging::{Effect, Targets};
use super::candidate::Offer;
use crate::sorting;

/// Courses that would do the same; each may be taken once, in one way.
#[derive(Clone, Debug)]
pub struct CourseClass {
    /// The ways, sorted.
    pub offers: Vec<Offer>,
    /// Which they are, best first (as the caller numbers them).
    pub members: Vec<usize>,
}

/// Groups members that would do the same for what is left; each member comes with its offers. Members are numbered in
/// their order. Kinds that serve most at once come first, so that the first hit of a search comes early.
pub fn course_classes<'o>(
    asked: &Targets,
    have: &[u16],
    members: impl Iterator<Item = impl Iterator<Item = &'o Offer>>,
) -> Vec<CourseClass> {
    let unmet: Vec<usize> = asked.unmet(have).collect();
    let mut known: Vec<(Vec<u16>, CourseClass)> = Vec::new();
    let mut key: Vec<u16> = Vec::new();
    let mut useful: Vec<&Offer> = Vec::new();
    for (member, offers) in members.enumerate() {
        useful.clear();
        useful.extend(offers.filter(|offer| unmet.iter().any(|at| offer.effect.gain_of(*at) > 0)));
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
            Some((_, class)) => class.members.push(member),
            None => {
                let offers = if several.is_empty() {
                    useful.iter().map(|offer| reduced(&unmet, offer)).collect()
                } else {
                    several
                };
                known.push((key.clone(), CourseClass { offers, members: vec![member] }));
            }
        }
    }
    let mut classes: Vec<CourseClass> = known.into_iter().map(|(_, class)| class).collect();
    sorting::sort_by_key(&mut classes, |class| {
        let serves = class.offers.iter().map(|offer| offer.effect.gain.iter().filter(|gain| **gain > 0).count()).max();
        (Reverse(serves), class.members.first().copied())
    });
    classes
}

fn write_key(key: &mut Vec<u16>, unmet: &[usize], offer: &Offer) {
    key.extend([offer.credits, offer.courses]);
    key.extend(unmet.iter().map(|at| offer.effect.gain_of(*at)));
    key.extend_from_slice(&offer.effect.uses);
}

/// An offer with only the gains that are still needed.
fn reduced(unmet: &[usize], offer: &Offer) -> Offer {
    let gain = offer.effect.gain.iter().enumerate().map(|(at, gain)| if unmet.contains(&at) { *gain } else { 0 });
    let effect = Effect { gain: gain.collect(), uses: offer.effect.uses.clone() };
    Offer { effect, ..*offer }
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
                && other.effect.covers(&offer.effect)
        })
    });
    offers
}

/// Whether a course's own offer does at least what a class's offer does, for the same cost.
pub fn serves(offer: &Offer, asked: &Offer) -> bool {
    offer.credits == asked.credits && offer.courses == asked.courses && offer.effect.covers(&asked.effect)
}
