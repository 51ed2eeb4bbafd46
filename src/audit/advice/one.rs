//! Advice for one question: which courses of the program's own list finish it for the least credits.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::super::at::{CategoryAt, ListingAt};
use super::super::fact::Fact;
use super::super::judging::{self, Evaluation};
use super::super::possible::FactId;
use super::super::question::Listed;
use super::super::records::{Entry, Unit, choices};
use super::super::verdict::{Advice, AdvisedCourse, Answer, Instead, View};
use super::MORE_FOR_EASE;
use super::candidate::{Candidate, Offer, Way, offers_of};
use super::candidates::candidates;
use super::cheapest::{FoundSet, can_be_met, cheapest};
use super::classes::{CourseClass, course_classes, serves};
use super::input::AdviceInput;
use crate::catalog::NameId;
use crate::credits::Credits;
use crate::sorting;

/// How many other sets of equal cost are told.
const MOST_ALTERNATIVES: usize = 5;

/// The cheapest courses that satisfy a question, with planned courses counted as taken. Facts are first taken against
/// the student; only where no course can help that way, facts of the student's own standing, and at last all facts, are
/// taken to hold. What the advice still hangs on is named.
pub fn advise(input: &AdviceInput<'_>) -> Option<Advice> {
    if input.question.applies == Some(false) || !input.question.closed.is_empty() {
        return None;
    }
    let ground = |id: FactId| input.table.get(id).is_some_and(Fact::is_ground);
    let levels: [&dyn Fn(FactId) -> bool; 3] = [&|_| false, &ground, &|_| true];
    let found =
        levels.iter().enumerate().find_map(|(level, assume)| Some((level, at_level(input, assume, level > 0)?)));
    let (level, mut least) = found?;
    least.assumed = level as u8;
    if !least.hindered.is_empty() {
        let easier = easier(input, levels.get(level)?, level > 0, &least);
        least.easier = easier.map(|easier| Box::new(Advice { assumed: least.assumed, ..easier }));
    }
    Some(least)
}

/// The cheapest way without courses that something hinders, or where there is none, without those that nearly nobody
/// gets into; at so few credits more than the least that it is told first.
fn easier(input: &AdviceInput<'_>, assume: &dyn Fn(FactId) -> bool, assuming: bool, least: &Advice) -> Option<Advice> {
    let worst = least.hindered.iter().map(|(_, why)| why.weight()).max()?;
    (1..=worst).find_map(|weight| {
        let hard = |at: &ListingAt| input.hindrance(*at).is_some_and(|why| why.weight() >= weight);
        let without = input.without.iter().copied().chain((0..input.list.len()).map(ListingAt::new).filter(hard));
        let without: Vec<ListingAt> = without.collect();
        let found = at_level(&AdviceInput { without: &without, ..*input }, assume, assuming)?;
        (found.credits <= least.credits + MORE_FOR_EASE && (assuming || found.facts.is_empty())).then_some(found)
    })
}

/// Whether there is any advice, without looking for the cheapest. What can be done with some facts can be done with
/// all of them, so the middle level need not be asked.
pub fn finishable(input: &AdviceInput<'_>) -> bool {
    if input.question.applies == Some(false) || !input.question.closed.is_empty() {
        return false;
    }
    everything_meets(input) || finishable_at(input, &|_| false, false) || finishable_at(input, &|_| true, true)
}

/// Whether it is enough to take every course not begun in the first way that fits; mostly it is, and quickly seen.
fn everything_meets(input: &AdviceInput<'_>) -> bool {
    let evaluation = Evaluation::new(input.question, input.units, View::Planned, &|_| false);
    let taken = |name: NameId| input.taken.iter().any(|taken| taken.name == name);
    let wanted = |candidate: &&Candidate| !input.without.contains(&candidate.listing);
    evaluation.outcomes.iter().any(|outcome| {
        let mut total = outcome.effect.clone();
        for (_, same) in input.certain.iter().filter(|(name, _)| !taken(*name)) {
            let mut offers = same.iter().filter(wanted).flat_map(|candidate| &candidate.ways).map(|way| &way.offer);
            let fits = |offer: &&Offer| offer.effect.fits(&total.uses, &evaluation.asked.most);
            let Some(offer) = offers.find(fits) else { continue };
            total.add(&offer.effect);
        }
        evaluation.asked.met(&total.gain)
    })
}

fn finishable_at(input: &AdviceInput<'_>, assume: &dyn Fn(FactId) -> bool, assuming: bool) -> bool {
    let stands = |name: NameId| input.taken.iter().any(|taken| taken.name == name);
    let (begun, candidates): (Vec<_>, Vec<_>) =
        candidates(input, assume, !assuming).into_iter().partition(|(name, _)| stands(*name));
    reachable(input, &begun, &candidates, assume)
}

/// Courses by their names.
type Named<'c> = [(NameId, Cow<'c, [Candidate]>)];

/// Whether anything helps: every missing stage of the courses begun is there to be used or not, and so is every course
/// not begun.
fn reachable(
    input: &AdviceInput<'_>,
    begun: &Named<'_>,
    candidates: &Named<'_>,
    assume: &dyn Fn(FactId) -> bool,
) -> bool {
    let longest = |candidate: &Candidate| {
        let way = candidate.ways.iter().max_by_key(|way| way.stages.len())?;
        Some((candidate.listing, way.stages))
    };
    let missing = begun.iter().flat_map(|(_, same)| same.iter().filter_map(longest));
    let evaluation = Evaluation::new(input.question, &units_with(input, missing), View::Planned, assume);
    evaluation.outcomes.iter().any(|outcome| {
        let classes =
            course_classes(&evaluation.asked, &outcome.effect.gain, candidates.iter().map(|(_, same)| offers_of(same)));
        can_be_met(&evaluation.asked, &outcome.effect.gain, &outcome.effect.uses, &classes)
    })
}

/// The cheapest sets found so far, for missing stages of begun courses taken besides.
struct Best<'a> {
    /// Credits and courses.
    cost: (Credits, usize),
    classes: Vec<CourseClass>,
    found: Vec<FoundSet>,
    rest: Vec<ChosenCourse<'a>>,
}

fn at_level(input: &AdviceInput<'_>, assume: &dyn Fn(FactId) -> bool, assuming: bool) -> Option<Advice> {
    let stands = |name: NameId| input.taken.iter().any(|taken| taken.name == name);
    let (begun, candidates): (Vec<_>, Vec<_>) =
        candidates(input, assume, !assuming).into_iter().partition(|(name, _)| stands(*name));
    let preferred: Vec<_> = candidates.iter().map(|(_, same)| preference(input, same)).collect();
    let continuations = continuations(&begun);
    // What can never be met is seen at one look; only what can is worth trying each way to go on with what is begun.
    if continuations.len() > 1 && !reachable(input, &begun, &candidates, assume) {
        return None;
    }
    let mut best: Option<Best> = None;
    for rest in continuations {
        let rest_credits = rest.iter().map(|place| place.credits).sum();
        if best.as_ref().is_some_and(|best| best.cost.0 < rest_credits) {
            break;
        }
        let evaluation = Evaluation::new(input.question, &units_with(input, stages(&rest)), View::Planned, assume);
        for outcome in &evaluation.outcomes {
            let mut classes = course_classes(
                &evaluation.asked,
                &outcome.effect.gain,
                candidates.iter().map(|(_, same)| offers_of(same)),
            );
            for class in &mut classes {
                sorting::sort_by_key(&mut class.members, |at| preferred.get(*at).copied());
            }
            let found = cheapest(&evaluation.asked, &outcome.effect.gain, &outcome.effect.uses, &classes);
            let Some(first) = found.first() else { continue };
            let offers = first.iter().filter_map(|(class, way)| classes.get(*class)?.offers.get(*way));
            let credits: Credits = offers.map(|offer| Credits::from_tenths(offer.credits)).sum();
            let credits = credits + rest_credits;
            let cost = (credits, first.len() + rest.len());
            if best.as_ref().is_none_or(|best| cost < best.cost) {
                best = Some(Best { cost, classes, found, rest: rest.clone() });
            }
        }
    }
    let Best { cost: (credits, _), classes, found, rest } = best?;
    let mut sets: Vec<Vec<ChosenCourse>> = found.iter().map(|set| places(input, &candidates, &classes, set)).collect();
    sets.iter_mut().for_each(|set| set.extend_from_slice(&rest));
    sorting::sort_by_cached_key(&mut sets, |set| {
        let likely = |place: &ChosenCourse| input.listed(place.listing).map_or(0, |listed| u32::from(listed.likely));
        let hindered = set.iter().filter(|place| input.hindrance(place.listing).is_some()).count();
        let likely: u32 = set.iter().map(likely).sum();
        (hindered, Reverse(likely), set.iter().map(|place| place.listing).collect::<Vec<_>>())
    });
    let mut sets = sets.into_iter();
    let first = sets.next()?;
    let open = assuming || !input.question.confirms.is_empty();
    let facts = if open { still_open(input, &first) } else { Vec::new() };
    let courses = first.iter().filter_map(|place| advised_course(input, &candidates, place, true)).collect();
    let brief = |set: Vec<ChosenCourse>| {
        set.iter().filter_map(|place| advised_course(input, &candidates, place, false)).collect()
    };
    let alternatives = sets.take(MOST_ALTERNATIVES).map(brief).collect();
    let hindered = first.iter().filter_map(|place| {
        let course = input.listed(place.listing)?.course.clone();
        Some((course, input.hindrance(place.listing)?.clone()))
    });
    let hindered = hindered.collect();
    Some(Advice { credits, courses, assumed: 0, facts, alternatives, hindered, easier: None })
}

/// Likeliest offered first: by nothing hindered, then by the chance of a class within a year, then earlier in the list.
fn preference(input: &AdviceInput<'_>, same: &[Candidate]) -> (bool, Reverse<u16>, Option<ListingAt>) {
    let of = |candidate: &Candidate| {
        let likely = input.listed(candidate.listing).map_or(0, |listed| listed.likely);
        (input.hindrance(candidate.listing).is_some(), Reverse(likely), Some(candidate.listing))
    };
    same.iter().map(of).min().unwrap_or((true, Reverse(0), None))
}

/// A course of a found set.
#[derive(Clone, Copy)]
struct ChosenCourse<'a> {
    listing: ListingAt,
    stages: &'static [u8],
    category: Option<CategoryAt>,
    credits: Credits,
    /// See [`Candidate::unsaid`].
    unsaid: bool,
    /// What it was chosen for, and the others of its class that the set does not use.
    wanted: &'a Offer,
    spare: &'a [usize],
}

/// More combinations of missing stages are not tried; nobody has so many year courses of one program half done.
const MOST_CONTINUATIONS: usize = 256;

/// The ways to take missing stages of courses that are begun, the cheapest first; one way is to take none. How a stage
/// counts hangs on how the other one does, so these are tried out rather than added up.
fn continuations<'a>(begun: &'a Named<'_>) -> Vec<Vec<ChosenCourse<'a>>> {
    let mut continuations: Vec<Vec<ChosenCourse>> = vec![Vec::new()];
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
                let (category, credits) = (way.category, Credits::from_tenths(way.offer.credits));
                let (stages, wanted, spare) = (way.stages, &way.offer, &[][..]);
                let place = ChosenCourse { listing, stages, category, credits, unsaid, wanted, spare };
                longer.extend(continuations.iter().map(|rest| rest.iter().copied().chain([place]).collect::<Vec<_>>()));
            }
        }
        continuations.extend(longer);
        continuations.truncate(MOST_CONTINUATIONS);
    }
    sorting::sort_by_cached_key(&mut continuations, |rest| {
        (rest.iter().map(|place| place.credits).sum::<Credits>(), rest.len())
    });
    continuations
}

/// Which stages of which listed courses a set takes.
fn stages<'p>(places: &'p [ChosenCourse<'_>]) -> impl Iterator<Item = (ListingAt, &'static [u8])> + use<'p> {
    places.iter().map(|place| (place.listing, place.stages))
}

/// The units as they would be with these stages of listed courses taken.
fn units_with<'s>(input: &AdviceInput<'s>, taken: impl Iterator<Item = (ListingAt, &'static [u8])>) -> Cow<'s, [Unit]> {
    let mut units = Cow::Borrowed(input.units);
    for (listing, stages) in taken {
        let mut entries: Unit = Vec::with_capacity(stages.len());
        for stage in stages {
            let options = choices(input.question, listing, *stage);
            let (record, view) = (None, View::Planned);
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

fn places<'a>(
    input: &AdviceInput<'_>,
    candidates: &Named<'_>,
    classes: &'a [CourseClass],
    set: &FoundSet,
) -> Vec<ChosenCourse<'a>> {
    let mut used = vec![0usize; classes.len()];
    let mut places = Vec::with_capacity(set.len());
    for (at, way) in set {
        let Some(class) = classes.get(*at) else { continue };
        let (Some(wanted), Some(count)) = (class.offers.get(*way), used.get_mut(*at)) else { continue };
        let here = class.members.get(*count).and_then(|member| pick(input, candidates, *member, wanted));
        *count += 1;
        let in_use = set.iter().filter(|(other, _)| other == at).count();
        let Some((listing, way)) = here else { continue };
        let spare = class.members.get(in_use..).unwrap_or_default();
        places.push(ChosenCourse {
            listing,
            stages: way.stages,
            category: way.category,
            credits: Credits::from_tenths(wanted.credits),
            unsaid: false,
            wanted,
            spare,
        });
    }
    places
}

/// The best listing of a name that does what is wanted.
fn pick<'c>(
    input: &AdviceInput<'_>,
    candidates: &'c Named<'_>,
    member: usize,
    wanted: &Offer,
) -> Option<(ListingAt, &'c Way)> {
    let (_, same) = candidates.get(member)?;
    let fits = |c: &&Candidate| c.ways.iter().any(|way| serves(&way.offer, wanted));
    let candidate = same.iter().filter(fits).min_by_key(|c| preference(input, std::slice::from_ref(*c)))?;
    let way = candidate.ways.iter().find(|way| serves(&way.offer, wanted))?;
    Some((candidate.listing, way))
}

fn advised_course(
    input: &AdviceInput<'_>,
    candidates: &Named<'_>,
    place: &ChosenCourse<'_>,
    with_instead: bool,
) -> Option<AdvisedCourse> {
    let listed = input.listed(place.listing)?;
    let spare = if with_instead { place.spare } else { &[] };
    let instead = spare.iter().filter_map(|member| {
        let (listing, way) = pick(input, candidates, *member, place.wanted)?;
        let listed = input.listed(listing)?;
        Some(Instead { course: listed.course.clone(), stages: advised_stages(listed, way.stages) })
    });
    Some(AdvisedCourse {
        course: listed.course.clone(),
        credits: place.credits,
        category: place.category.and_then(|at| at.of(input.categories)).cloned(),
        offered: listed.offered,
        online: listed.online,
        stages: advised_stages(listed, place.stages),
        unsaid: place.unsaid,
        instead: instead.collect(),
    })
}

/// The stages that are told: of a course of one part none.
fn advised_stages(listed: &Listed, stages: &[u8]) -> Vec<u8> {
    if listed.stages > 1 { stages.to_vec() } else { Vec::new() }
}

/// The facts that the advice still hangs on: what the answer would be if it were carried out.
fn still_open(input: &AdviceInput<'_>, places: &[ChosenCourse<'_>]) -> Vec<Fact> {
    match judging::judge(input.question, &units_with(input, stages(places)), input.table) {
        Answer::DependsOn { facts, .. } => facts,
        _ => Vec::new(),
    }
}
