//! Advice: which courses of the program's own list finish it for the least credits.

use std::cmp::Reverse;

use super::cheapest::{Found, Kind, Offer, cheapest};
use super::condition::Amount;
use super::fact::Fact;
use super::judge::{self, Look, Unit};
use super::matching::{self, Entry, FactTable};
use super::possible::FactId;
use super::program::{Listed, Question};
use super::verdict::{Advice, AdvisedCourse, Status, View};
use crate::catalog::NameId;
use crate::credits::Credits;

/// A listed course that the student could still take.
pub(super) struct Candidate {
    pub listing: usize,
    pub ways: Vec<Way>,
}

/// One way in which it would count.
pub(super) struct Way {
    pub offer: Offer,
    pub category: Option<u8>,
    pub stages: &'static [u8],
}

/// Everything the advice is about.
pub struct Scene<'a> {
    /// The question.
    pub question: &'a Question,
    /// The program's list.
    pub list: &'a [Option<Listed>],
    /// Names of the categories.
    pub categories: &'a [String],
    /// The records, as units.
    pub units: &'a [Unit],
    /// For each unit its name and the stages it has.
    pub taken: &'a [Taken],
    /// Facts.
    pub table: &'a FactTable<'a>,
    /// Positions in the list that must not be advised.
    pub without: &'a [u16],
}

/// A name that records stand for already.
pub struct Taken {
    /// The name.
    pub name: NameId,
    /// The stages; empty when all are taken.
    pub stages: Vec<u8>,
}

/// The cheapest way to meet a question from the widest view on. Facts are first taken against the student; only where
/// no course can help that way, facts of the student's own standing, and at last all facts, are taken to hold. What
/// the advice still hangs on is named.
pub fn advise(scene: &Scene<'_>) -> Option<Advice> {
    if scene.question.applies == Some(false) || !scene.question.closed.is_empty() {
        return None;
    }
    let ground = |id: FactId| scene.table.get(id).is_some_and(Fact::is_ground);
    let levels: [&dyn Fn(FactId) -> bool; 3] = [&|_| false, &ground, &|_| true];
    levels.iter().enumerate().find_map(|(level, assume)| at_level(scene, assume, level > 0))
}

fn at_level(scene: &Scene<'_>, assume: &dyn Fn(FactId) -> bool, assuming: bool) -> Option<Advice> {
    let look = Look::new(scene.question, scene.units, View::Planned, &assume);
    let candidates = candidates(scene, &assume);
    let mut best: Option<(u16, u16, Vec<Kind>, Vec<Found>)> = None;
    for outcome in &look.outcomes {
        let kinds = kinds(&look, &outcome.gain, scene.list, &candidates);
        let found = cheapest(&look.asked, &outcome.gain, &outcome.uses, &kinds);
        let Some(first) = found.first() else { continue };
        let cost = |of: fn(&Offer) -> u16| -> u16 {
            first.iter().filter_map(|(kind, way)| kinds.get(*kind)?.offers.get(*way)).map(of).sum()
        };
        let (credits, courses) = (cost(|o| o.credits), cost(|o| o.courses));
        if best.as_ref().is_none_or(|(c, n, ..)| (credits, courses) < (*c, *n)) {
            best = Some((credits, courses, kinds, found));
        }
    }
    let (credits, _, kinds, found) = best?;
    let mut sets: Vec<Vec<(AdvisedCourse, usize, &'static [u8])>> =
        found.iter().map(|set| told(scene, &candidates, &kinds, set)).collect();
    sets.sort_by_cached_key(|set| {
        let rare = set.iter().filter(|(course, ..)| course.offered == 0).count();
        let often: usize = set.iter().map(|(course, ..)| course.offered).sum();
        (rare, Reverse(often), set.iter().map(|(_, listing, _)| *listing).collect::<Vec<_>>())
    });
    let mut sets = sets.into_iter();
    let first = sets.next()?;
    let open = assuming || !scene.question.confirms.is_empty();
    let facts = if open { still_open(scene, &first) } else { Vec::new() };
    let courses =
        |set: Vec<(AdvisedCourse, usize, &'static [u8])>| set.into_iter().map(|(course, ..)| course).collect();
    let alternatives = sets.map(courses).collect();
    Some(Advice { credits: Credits::from_tenths(credits), courses: courses(first), facts, alternatives })
}

/// Courses that can still be taken, by name: those that no record stands for yet, and missing stages of year courses.
pub(super) fn candidates(scene: &Scene<'_>, assume: &impl Fn(FactId) -> bool) -> Vec<(NameId, Vec<Candidate>)> {
    let question = scene.question;
    let mut by_name: Vec<(NameId, Vec<Candidate>)> = Vec::new();
    for (listing, range) in question.slots_of.iter().enumerate() {
        let Some(Some(listed)) = scene.list.get(listing) else { continue };
        let Some(first) = question.slots.get(range.start) else { continue };
        // Without a code nobody can enrol; without credits nobody can count.
        let Some(credits) = first.credits.filter(|_| listed.course.code.is_some()) else { continue };
        let taken = scene.taken.iter().find(|taken| taken.name == first.name);
        if scene.without.contains(&(listing as u16)) {
            continue;
        }
        let mut ways = Vec::new();
        for at in range.clone() {
            let Some(slot) = question.slots.get(at).filter(|slot| slot.usable.holds(assume)) else { continue };
            for stages in parts(listed.stages, taken) {
                let mut offer = offer(question, at, credits, stages, assume);
                if taken.is_some() {
                    // Another stage of a course that counts already adds credits, not a course.
                    for (gain, demand) in offer.gain.iter_mut().zip(&question.demands) {
                        if matches!(demand.condition.need, Amount::Courses(_)) && demand.stage.is_none() {
                            *gain = 0;
                        }
                    }
                }
                ways.push(Way { offer, category: slot.category, stages });
            }
        }
        if ways.is_empty() {
            continue;
        }
        let candidate = Candidate { listing, ways };
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
        Some(taken) => stages > 1 && !taken.stages.is_empty() && !way.iter().any(|s| taken.stages.contains(s)),
    };
    ways.iter().copied().filter(free)
}

fn offer(question: &Question, slot: usize, credits: Credits, stages: &[u8], assume: &impl Fn(FactId) -> bool) -> Offer {
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
    Offer { gain: gain.collect(), uses: uses.collect(), credits, courses: parts }
}

/// Groups names that would do the same for what is left. Members are numbered by name; the best comes first.
fn kinds(look: &Look, have: &[u16], list: &[Option<Listed>], candidates: &[(NameId, Vec<Candidate>)]) -> Vec<Kind> {
    let unmet: Vec<usize> = look.asked.unmet(have).collect();
    let mut kinds: Vec<Kind> = Vec::new();
    for (member, (_, same)) in candidates.iter().enumerate() {
        let mut offers: Vec<Offer> = Vec::new();
        for offer in same.iter().flat_map(|candidate| &candidate.ways) {
            let mut offer = offer.offer.clone();
            for (at, gain) in offer.gain.iter_mut().enumerate() {
                if !unmet.contains(&at) {
                    *gain = 0;
                }
            }
            if offer.gain.iter().any(|gain| *gain > 0) {
                offers.push(offer);
            }
        }
        offers.sort();
        offers.dedup();
        drop_needless(&mut offers);
        if offers.is_empty() {
            continue;
        }
        match kinds.iter_mut().find(|kind| kind.offers == offers) {
            Some(kind) => kind.members.push(member),
            None => kinds.push(Kind { offers, members: vec![member] }),
        }
    }
    for kind in &mut kinds {
        kind.members.sort_by_key(|member| candidates.get(*member).map(|(_, same)| preference(list, same)));
    }
    // Kinds that serve most at once first: the first hit then comes early.
    kinds.sort_by_key(|kind| {
        let serves = kind.offers.iter().map(|o| o.gain.iter().filter(|g| **g > 0).count()).max().unwrap_or(0);
        (Reverse(serves), kind.members.first().copied())
    });
    kinds
}

pub(super) fn drop_needless(offers: &mut Vec<Offer>) {
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
}

/// Likeliest offered first: open to undergraduates, more terms with a class, earlier in the list.
fn preference(list: &[Option<Listed>], same: &[Candidate]) -> (bool, Reverse<usize>, usize) {
    let of = |candidate: &Candidate| {
        let listed = list.get(candidate.listing).and_then(Option::as_ref);
        let (undergraduate, offered) = listed.map_or((false, 0), |l| (l.undergraduate, l.offered));
        (!undergraduate, Reverse(offered), candidate.listing)
    };
    same.iter().map(of).min().unwrap_or((true, Reverse(0), usize::MAX))
}

/// A found set in words: its courses, and for trying it out the listings with their stages.
fn told(
    scene: &Scene<'_>,
    candidates: &[(NameId, Vec<Candidate>)],
    kinds: &[Kind],
    set: &Found,
) -> Vec<(AdvisedCourse, usize, &'static [u8])> {
    let mut used = vec![0usize; kinds.len()];
    let mut places = Vec::with_capacity(set.len());
    for (at, way) in set {
        let Some(kind) = kinds.get(*at) else { continue };
        let (Some(wanted), Some(count)) = (kind.offers.get(*way), used.get_mut(*at)) else { continue };
        let pick = |member: &usize| {
            let (_, same) = candidates.get(*member)?;
            let fits = |c: &&Candidate| c.ways.iter().any(|way| serves(&way.offer, wanted));
            let candidate =
                same.iter().filter(fits).min_by_key(|c| preference(scene.list, std::slice::from_ref(*c)))?;
            let way = candidate.ways.iter().find(|way| serves(&way.offer, wanted))?;
            Some((scene.list.get(candidate.listing)?.as_ref()?, candidate.listing, way))
        };
        let here = kind.members.get(*count).and_then(pick);
        *count += 1;
        let in_use = set.iter().filter(|(other, _)| other == at).count();
        let Some((listed, listing, way)) = here else { continue };
        let instead = kind.members.iter().skip(in_use).filter_map(pick).map(|(l, ..)| l.course.clone()).collect();
        let advised = AdvisedCourse {
            course: listed.course.clone(),
            credits: Credits::from_tenths(wanted.credits),
            category: way.category.and_then(|c| scene.categories.get(usize::from(c))).cloned(),
            offered: listed.offered,
            online: listed.online,
            stages: if listed.stages > 1 { way.stages.to_vec() } else { Vec::new() },
            instead,
        };
        places.push((advised, listing, way.stages));
    }
    places
}

/// The facts that the advice still hangs on: what the answer would be if it were carried out.
fn still_open(scene: &Scene<'_>, places: &[(AdvisedCourse, usize, &'static [u8])]) -> Vec<Fact> {
    let mut units = scene.units.to_vec();
    for (advised, listing, stages) in places {
        let name =
            scene.question.slots_of.get(*listing).and_then(|r| scene.question.slots.get(r.start)).map(|s| s.name);
        let parts = stages.len().max(1) as u16;
        let entries = stages.iter().map(|stage| Entry {
            record: usize::MAX,
            view: View::Planned,
            credits: advised.credits.tenths() / parts,
            stage: *stage,
            options: matching::choices(scene.question, *listing, *stage),
            code_not_given: false,
        });
        match scene.taken.iter().position(|taken| Some(taken.name) == name) {
            Some(at) => units.get_mut(at).into_iter().for_each(|unit| unit.extend(entries.clone())),
            None => units.push(entries.collect()),
        }
    }
    match judge::status(scene.question, &units, scene.table) {
        Status::DependsOn { facts, .. } => facts,
        _ => Vec::new(),
    }
}

/// Whether a course's own offer does at least what a kind's offer does, for the same cost.
pub(super) fn serves(offer: &Offer, asked: &Offer) -> bool {
    offer.credits == asked.credits
        && offer.courses == asked.courses
        && offer.gain.iter().zip(&asked.gain).all(|(a, b)| a >= b)
        && offer.uses.iter().zip(&asked.uses).all(|(a, b)| a <= b)
}
