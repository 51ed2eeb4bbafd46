//! Advice: which courses of the program's own list finish it for the least credits.

use crate::sorting;
use std::borrow::Cow;
use std::cmp::Reverse;

use super::candidates::{Candidate, Way, candidates, kinds, serves, ways};
use super::cheapest::{Found, Kind, Offer, can_be_met, cheapest};
use super::fact::Fact;
use super::facts::FactTable;
use super::hindrance::Hindrance;
use super::judge::{self, Look, Unit};
use super::matching::{self, Entry};
use super::possible::FactId;
use super::program::{Listed, Question};
use super::verdict::{Advice, AdvisedCourse, Instead, Status, View};
use crate::catalog::NameId;
use crate::credits::Credits;

/// So many more credits a way without hindrances may ask and still be told first.
const MORE_FOR_EASE: Credits = Credits::from_tenths(30);
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
    /// The names that records stand for.
    pub taken: &'a [Taken],
    /// Facts.
    pub table: &'a FactTable<'a>,
    /// Positions in the list that must not be advised.
    pub without: &'a [u16],
    /// What may keep the student from taking a listed course, by its position.
    pub hindrances: &'a [Option<Hindrance>],
}

/// A name that records stand for already.
pub struct Taken {
    /// The name.
    pub name: NameId,
    /// The stages that are taken.
    pub stages: Vec<u8>,
    /// All of them are.
    pub whole: bool,
    /// A record does not say which stage it is, and stands for the first.
    pub unsaid: bool,
}

/// The cheapest courses that satisfy a question, with planned courses counted as taken. Facts are first taken against
/// the student; only where no course can help that way, facts of the student's own standing, and at last all facts, are
/// taken to hold. What the advice still hangs on is named.
pub fn advise(scene: &Scene<'_>) -> Option<Advice> {
    if scene.question.applies == Some(false) || !scene.question.closed.is_empty() {
        return None;
    }
    let ground = |id: FactId| scene.table.get(id).is_some_and(Fact::is_ground);
    let levels: [&dyn Fn(FactId) -> bool; 3] = [&|_| false, &ground, &|_| true];
    let found =
        levels.iter().enumerate().find_map(|(level, assume)| Some((level, at_level(scene, assume, level > 0)?)));
    let (level, mut least) = found?;
    if !least.hindered.is_empty() {
        least.easier = easier(scene, levels.get(level)?, level > 0, &least).map(Box::new);
    }
    Some(least)
}

/// The cheapest way without courses that something hinders, or where there is none, without those that nearly nobody
/// gets into; at so few credits more than the least that it is told first.
fn easier(scene: &Scene<'_>, assume: &dyn Fn(FactId) -> bool, assuming: bool, least: &Advice) -> Option<Advice> {
    let worst = least.hindered.iter().map(|(_, why)| why.weight()).max()?;
    (1..=worst).find_map(|weight| {
        let hard = |at: &usize| scene.hindrance(*at).is_some_and(|why| why.weight() >= weight);
        let without = scene.without.iter().copied().chain((0..scene.list.len()).filter(hard).map(|at| at as u16));
        let without: Vec<u16> = without.collect();
        let found = at_level(&Scene { without: &without, ..*scene }, assume, assuming)?;
        (found.credits <= least.credits + MORE_FOR_EASE && (assuming || found.facts.is_empty())).then_some(found)
    })
}

/// Whether there is any advice, without looking for the cheapest. What can be done with some facts can be done with
/// all of them, so the middle level need not be asked.
pub fn finishable(scene: &Scene<'_>) -> bool {
    if scene.question.applies == Some(false) || !scene.question.closed.is_empty() {
        return false;
    }
    everything_meets(scene) || finishable_at(scene, &|_| false, false) || finishable_at(scene, &|_| true, true)
}

/// Whether it is enough to take every course not begun in the first way that fits; mostly it is, and quickly seen.
fn everything_meets(scene: &Scene<'_>) -> bool {
    let look = Look::new(scene.question, scene.units, View::Planned, &|_| false);
    let taken = |name: NameId| scene.taken.iter().any(|taken| taken.name == name);
    let wanted = |candidate: &&Candidate| !scene.without.contains(&(candidate.listing as u16));
    look.outcomes.iter().any(|outcome| {
        let (mut gain, mut uses) = (outcome.gain.clone(), outcome.uses.clone());
        for (_, same) in scene.question.sure.iter().filter(|(name, _)| !taken(*name)) {
            let mut offers = same.iter().filter(wanted).flat_map(|candidate| &candidate.ways).map(|way| &way.offer);
            let fits = |offer: &&Offer| {
                let used = offer.uses.iter().zip(&uses).zip(&look.asked.most);
                used.into_iter().all(|((more, used), most)| used.saturating_add(*more) <= *most)
            };
            let Some(offer) = offers.find(fits) else { continue };
            gain.iter_mut().zip(&offer.gain).for_each(|(sum, more)| *sum = sum.saturating_add(*more));
            uses.iter_mut().zip(&offer.uses).for_each(|(sum, more)| *sum = sum.saturating_add(*more));
        }
        look.asked.met(&gain)
    })
}

fn finishable_at(scene: &Scene<'_>, assume: &dyn Fn(FactId) -> bool, assuming: bool) -> bool {
    let stands = |name: NameId| scene.taken.iter().any(|taken| taken.name == name);
    let (begun, candidates): (Vec<_>, Vec<_>) =
        candidates(scene, assume, !assuming).into_iter().partition(|(name, _)| stands(*name));
    reachable(scene, &begun, &candidates, assume)
}

/// Courses by their names.
type Named<'c> = [(NameId, Cow<'c, [Candidate]>)];

/// Whether anything helps: every missing stage of the courses begun is there to be used or not, and so is every course
/// not begun.
fn reachable(scene: &Scene<'_>, begun: &Named<'_>, candidates: &Named<'_>, assume: &dyn Fn(FactId) -> bool) -> bool {
    let longest = |candidate: &Candidate| {
        let way = candidate.ways.iter().max_by_key(|way| way.stages.len())?;
        Some((candidate.listing, way.stages))
    };
    let missing = begun.iter().flat_map(|(_, same)| same.iter().filter_map(longest));
    let look = Look::new(scene.question, &with(scene, missing), View::Planned, assume);
    look.outcomes.iter().any(|outcome| {
        let kinds = kinds(&look.asked, &outcome.gain, candidates.iter().map(|(_, same)| ways(same)));
        can_be_met(&look.asked, &outcome.gain, &outcome.uses, &kinds)
    })
}

/// The cheapest sets found so far, for missing stages of begun courses taken besides.
struct Best<'a> {
    /// Credits in tenths, and courses.
    cost: (u16, usize),
    kinds: Vec<Kind>,
    found: Vec<Found>,
    rest: Vec<Place<'a>>,
}

fn at_level(scene: &Scene<'_>, assume: &dyn Fn(FactId) -> bool, assuming: bool) -> Option<Advice> {
    let stands = |name: NameId| scene.taken.iter().any(|taken| taken.name == name);
    let (begun, candidates): (Vec<_>, Vec<_>) =
        candidates(scene, assume, !assuming).into_iter().partition(|(name, _)| stands(*name));
    let preferred: Vec<_> = candidates.iter().map(|(_, same)| preference(scene, same)).collect();
    let rests = rests(&begun);
    // What can never be met is seen at one look; only what can is worth trying each way to go on with what is begun.
    if rests.len() > 1 && !reachable(scene, &begun, &candidates, assume) {
        return None;
    }
    let mut best: Option<Best> = None;
    for rest in rests {
        let rest_credits = rest.iter().map(|place| place.credits).sum();
        if best.as_ref().is_some_and(|best| best.cost.0 < rest_credits) {
            break;
        }
        let look = Look::new(scene.question, &with(scene, stages(&rest)), View::Planned, assume);
        for outcome in &look.outcomes {
            let mut kinds = kinds(&look.asked, &outcome.gain, candidates.iter().map(|(_, same)| ways(same)));
            for kind in &mut kinds {
                sorting::sort_by_key(&mut kind.members, |at| preferred.get(*at).copied());
            }
            let found = cheapest(&look.asked, &outcome.gain, &outcome.uses, &kinds);
            let Some(first) = found.first() else { continue };
            let offers = first.iter().filter_map(|(kind, way)| kinds.get(*kind)?.offers.get(*way));
            let credits = offers.map(|offer| offer.credits).sum::<u16>() + rest_credits;
            let cost = (credits, first.len() + rest.len());
            if best.as_ref().is_none_or(|best| cost < best.cost) {
                best = Some(Best { cost, kinds, found, rest: rest.clone() });
            }
        }
    }
    let Best { cost: (credits, _), kinds, found, rest } = best?;
    let mut sets: Vec<Vec<Place>> = found.iter().map(|set| places(scene, &candidates, &kinds, set)).collect();
    sets.iter_mut().for_each(|set| set.extend_from_slice(&rest));
    sorting::sort_by_cached_key(&mut sets, |set| {
        let likely = |place: &Place| scene.listed(place.listing).map_or(0, |listed| u32::from(listed.likely));
        let hindered = set.iter().filter(|place| scene.hindrance(place.listing).is_some()).count();
        let likely: u32 = set.iter().map(likely).sum();
        (hindered, Reverse(likely), set.iter().map(|place| place.listing).collect::<Vec<_>>())
    });
    let mut sets = sets.into_iter();
    let first = sets.next()?;
    let open = assuming || !scene.question.confirms.is_empty();
    let facts = if open { still_open(scene, &first) } else { Vec::new() };
    let courses = first.iter().filter_map(|place| told(scene, &candidates, place, true)).collect();
    let brief = |set: Vec<Place>| set.iter().filter_map(|place| told(scene, &candidates, place, false)).collect();
    let alternatives = sets.take(MOST_ALTERNATIVES).map(brief).collect();
    let hindered = first.iter().filter_map(|place| {
        let course = scene.listed(place.listing)?.course.clone();
        Some((course, scene.hindrance(place.listing)?.clone()))
    });
    let hindered = hindered.collect();
    Some(Advice { credits: Credits::from_tenths(credits), courses, facts, alternatives, hindered, easier: None })
}

impl Scene<'_> {
    fn listed(&self, listing: usize) -> Option<&Listed> {
        self.list.get(listing).and_then(Option::as_ref)
    }

    fn hindrance(&self, listing: usize) -> Option<&Hindrance> {
        self.hindrances.get(listing)?.as_ref()
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

/// Likeliest offered first: by nothing hindered, then by the chance of a class within a year, then earlier in the list.
fn preference(scene: &Scene<'_>, same: &[Candidate]) -> (bool, Reverse<u16>, usize) {
    let of = |candidate: &Candidate| {
        let likely = scene.listed(candidate.listing).map_or(0, |listed| listed.likely);
        (scene.hindrance(candidate.listing).is_some(), Reverse(likely), candidate.listing)
    };
    same.iter().map(of).min().unwrap_or((true, Reverse(0), usize::MAX))
}

/// A course of a found set.
#[derive(Clone, Copy)]
struct Place<'a> {
    listing: usize,
    stages: &'static [u8],
    category: Option<u8>,
    credits: u16,
    /// See [`Candidate::unsaid`].
    unsaid: bool,
    /// What it was chosen for, and the others of its kind that the set does not use.
    wanted: &'a Offer,
    spare: &'a [usize],
}

/// More combinations of missing stages are not tried; nobody has so many year courses of one program half done.
const MOST_RESTS: usize = 256;

/// The ways to take missing stages of courses that are begun, the cheapest first; one way is to take none. How a stage
/// counts hangs on how the other one does, so these are tried out rather than added up.
fn rests<'a>(begun: &'a Named<'_>) -> Vec<Vec<Place<'a>>> {
    let mut rests: Vec<Vec<Place>> = vec![Vec::new()];
    for (_, same) in begun {
        let mut longer = Vec::new();
        for candidate in same.iter() {
            let mut stages: Vec<&'static [u8]> = Vec::new();
            for way in &candidate.ways {
                if stages.contains(&way.stages) {
                    continue;
                }
                stages.push(way.stages);
                let (listing, unsaid) = (candidate.listing, candidate.unsaid);
                let (category, credits) = (way.category, way.offer.credits);
                let (stages, wanted, spare) = (way.stages, &way.offer, &[][..]);
                let place = Place { listing, stages, category, credits, unsaid, wanted, spare };
                longer.extend(rests.iter().map(|rest| rest.iter().copied().chain([place]).collect::<Vec<_>>()));
            }
        }
        rests.extend(longer);
        rests.truncate(MOST_RESTS);
    }
    sorting::sort_by_cached_key(&mut rests, |rest| (rest.iter().map(|place| place.credits).sum::<u16>(), rest.len()));
    rests
}

/// Which stages of which listed courses a set takes.
fn stages<'p>(places: &'p [Place<'_>]) -> impl Iterator<Item = (usize, &'static [u8])> + use<'p> {
    places.iter().map(|place| (place.listing, place.stages))
}

/// The units as they would be with these stages of listed courses taken.
fn with<'s>(scene: &Scene<'s>, taken: impl Iterator<Item = (usize, &'static [u8])>) -> Cow<'s, [Unit]> {
    let mut units = Cow::Borrowed(scene.units);
    for (listing, stages) in taken {
        let mut entries: Unit = Vec::with_capacity(stages.len());
        for stage in stages {
            let options = matching::choices(scene.question, listing, *stage);
            let (record, view) = (usize::MAX, View::Planned);
            let (code_not_given, printed) = (false, None);
            entries.push(Entry { record, view, stage: *stage, options, code_not_given, printed });
        }
        let name = entries.first().and_then(|entry| entry.options.first()).map(|choice| choice.name);
        let under = |unit: &&mut Unit| {
            let mut choices = unit.iter().flat_map(|entry| &entry.options);
            choices.any(|choice| Some(choice.name) == name)
        };
        let units = units.to_mut();
        match units.iter_mut().find(under) {
            Some(unit) => unit.extend(entries),
            None => units.push(entries),
        }
    }
    units
}

fn places<'a>(scene: &Scene<'_>, candidates: &Named<'_>, kinds: &'a [Kind], set: &Found) -> Vec<Place<'a>> {
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
            unsaid: false,
            wanted,
            spare,
        });
    }
    places
}

/// The best listing of a name that does what is wanted.
fn pick<'c>(scene: &Scene<'_>, candidates: &'c Named<'_>, member: usize, wanted: &Offer) -> Option<(usize, &'c Way)> {
    let (_, same) = candidates.get(member)?;
    let fits = |c: &&Candidate| c.ways.iter().any(|way| serves(&way.offer, wanted));
    let candidate = same.iter().filter(fits).min_by_key(|c| preference(scene, std::slice::from_ref(*c)))?;
    let way = candidate.ways.iter().find(|way| serves(&way.offer, wanted))?;
    Some((candidate.listing, way))
}

fn told(scene: &Scene<'_>, candidates: &Named<'_>, place: &Place<'_>, with_instead: bool) -> Option<AdvisedCourse> {
    let listed = scene.listed(place.listing)?;
    let spare = if with_instead { place.spare } else { &[] };
    let instead = spare.iter().filter_map(|member| {
        let (listing, way) = pick(scene, candidates, *member, place.wanted)?;
        let listed = scene.listed(listing)?;
        Some(Instead { course: listed.course.clone(), stages: parts_told(listed, way.stages) })
    });
    Some(AdvisedCourse {
        course: listed.course.clone(),
        credits: Credits::from_tenths(place.credits),
        category: place.category.and_then(|c| scene.categories.get(usize::from(c))).cloned(),
        offered: listed.offered,
        online: listed.online,
        stages: parts_told(listed, place.stages),
        unsaid: place.unsaid,
        instead: instead.collect(),
    })
}

/// The stages that are told: of a course of one part none.
fn parts_told(listed: &Listed, stages: &[u8]) -> Vec<u8> {
    if listed.stages > 1 { stages.to_vec() } else { Vec::new() }
}

/// The facts that the advice still hangs on: what the answer would be if it were carried out.
fn still_open(scene: &Scene<'_>, places: &[Place<'_>]) -> Vec<Fact> {
    match judge::status(scene.question, &with(scene, stages(places)), scene.table) {
        Status::DependsOn { facts, .. } => facts,
        _ => Vec::new(),
    }
}
