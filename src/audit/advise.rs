//! Advice: which courses of the program's own list finish it for the least credits.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::candidates::{Candidate, Way, candidates, kinds, serves, ways};
use super::cheapest::{Found, Kind, Offer, cheapest};
use super::fact::Fact;
use super::judge::{self, Look, Unit};
use super::matching::{self, Entry, FactTable};
use super::possible::FactId;
use super::program::{Listed, Question};
use super::verdict::{Advice, AdvisedCourse, Status, View};
use crate::catalog::NameId;
use crate::credits::Credits;

/// How many other sets of equal cost are told.
const MOST_ALTERNATIVES: usize = 5;

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
    let candidates = candidates(scene, &assume, !assuming);
    let mut best: Option<(u16, u16, Vec<Kind>, Vec<Found>)> = None;
    for outcome in &look.outcomes {
        let mut kinds = kinds(&look.asked, &outcome.gain, candidates.iter().map(|(_, same)| ways(same)));
        for kind in &mut kinds {
            kind.members.sort_by_key(|member| candidates.get(*member).map(|(_, same)| preference(scene.list, same)));
        }
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
    let mut sets: Vec<Vec<Place>> = found.iter().map(|set| places(scene, &candidates, &kinds, set)).collect();
    sets.sort_by_cached_key(|set| {
        let offered = |place: &Place| scene.listed(place.listing).map_or(0, |listed| listed.offered);
        let rare = set.iter().filter(|place| offered(place) == 0).count();
        let often: usize = set.iter().map(offered).sum();
        (rare, Reverse(often), set.iter().map(|place| place.listing).collect::<Vec<_>>())
    });
    let mut sets = sets.into_iter();
    let first = sets.next()?;
    let open = assuming || !scene.question.confirms.is_empty();
    let facts = if open { still_open(scene, &first) } else { Vec::new() };
    let courses = first.iter().filter_map(|place| told(scene, &candidates, place, true)).collect();
    let brief = |set: Vec<Place>| set.iter().filter_map(|place| told(scene, &candidates, place, false)).collect();
    let alternatives = sets.take(MOST_ALTERNATIVES).map(brief).collect();
    Some(Advice { credits: Credits::from_tenths(credits), courses, facts, alternatives })
}

impl Scene<'_> {
    fn listed(&self, listing: usize) -> Option<&Listed> {
        self.list.get(listing).and_then(Option::as_ref)
    }

    /// Whether a name is that of a listed year course.
    pub(super) fn staged(&self, name: NameId) -> bool {
        let of = |(range, listed): (&std::ops::Range<usize>, &Option<Listed>)| {
            let same = self.question.slots.get(range.start).is_some_and(|slot| slot.name == name);
            same && listed.as_ref().is_some_and(|listed| listed.stages > 1)
        };
        self.question.slots_of.iter().zip(self.list).any(of)
    }
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

/// A course of a found set.
struct Place<'a> {
    listing: usize,
    stages: &'static [u8],
    category: Option<u8>,
    credits: u16,
    /// What it was chosen for, and the others of its kind that the set does not use.
    wanted: &'a Offer,
    spare: &'a [usize],
}

fn places<'a>(
    scene: &Scene<'_>,
    candidates: &[(NameId, Cow<'_, [Candidate]>)],
    kinds: &'a [Kind],
    set: &Found,
) -> Vec<Place<'a>> {
    let mut used = vec![0usize; kinds.len()];
    let mut places = Vec::with_capacity(set.len());
    for (at, way) in set {
        let Some(kind) = kinds.get(*at) else { continue };
        let (Some(wanted), Some(count)) = (kind.offers.get(*way), used.get_mut(*at)) else { continue };
        let here = kind.members.get(*count).and_then(|member| pick(scene, candidates, *member, wanted));
        *count += 1;
        let in_use = set.iter().filter(|(other, _)| other == at).count();
        let Some((listing, way)) = here else { continue };
        let spare = kind.members.get(in_use..).unwrap_or_default();
        places.push(Place {
            listing,
            stages: way.stages,
            category: way.category,
            credits: wanted.credits,
            wanted,
            spare,
        });
    }
    places
}

/// The best listing of a name that does what is wanted.
fn pick<'c>(
    scene: &Scene<'_>,
    candidates: &'c [(NameId, Cow<'_, [Candidate]>)],
    member: usize,
    wanted: &Offer,
) -> Option<(usize, &'c Way)> {
    let (_, same) = candidates.get(member)?;
    let fits = |c: &&Candidate| c.ways.iter().any(|way| serves(&way.offer, wanted));
    let candidate = same.iter().filter(fits).min_by_key(|c| preference(scene.list, std::slice::from_ref(*c)))?;
    let way = candidate.ways.iter().find(|way| serves(&way.offer, wanted))?;
    Some((candidate.listing, way))
}

fn told(
    scene: &Scene<'_>,
    candidates: &[(NameId, Cow<'_, [Candidate]>)],
    place: &Place<'_>,
    with_instead: bool,
) -> Option<AdvisedCourse> {
    let listed = scene.listed(place.listing)?;
    let spare = if with_instead { place.spare } else { &[] };
    let instead = spare.iter().filter_map(|member| {
        let (listing, _) = pick(scene, candidates, *member, place.wanted)?;
        scene.listed(listing).map(|listed| listed.course.clone())
    });
    Some(AdvisedCourse {
        course: listed.course.clone(),
        credits: Credits::from_tenths(place.credits),
        category: place.category.and_then(|c| scene.categories.get(usize::from(c))).cloned(),
        offered: listed.offered,
        online: listed.online,
        stages: if listed.stages > 1 { place.stages.to_vec() } else { Vec::new() },
        instead: instead.collect(),
    })
}

/// The facts that the advice still hangs on: what the answer would be if it were carried out.
fn still_open(scene: &Scene<'_>, places: &[Place<'_>]) -> Vec<Fact> {
    let mut units = scene.units.to_vec();
    for place in places {
        let slots = scene.question.slots_of.get(place.listing);
        let name = slots.and_then(|range| scene.question.slots.get(range.start)).map(|slot| slot.name);
        let parts = place.stages.len().max(1) as u16;
        let entries = place.stages.iter().map(|stage| Entry {
            record: usize::MAX,
            view: View::Planned,
            credits: place.credits / parts,
            stage: *stage,
            options: matching::choices(scene.question, place.listing, *stage),
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
