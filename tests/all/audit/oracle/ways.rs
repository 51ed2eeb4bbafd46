//! In which ways a record may count, in one world.

use std::rc::Rc;

use kuayu::audit::CrossDomainDoubt::{OtherCurriculum, OwnUnit};
use kuayu::audit::{CourseRef, Fact};
use kuayu::catalog::document::Listing;
use kuayu::rules::Kind;
use kuayu::transcript::{Completion, Record, Stage};

use super::order::in_order;
use super::question::{Asked, Limited, Of, Question, asked, restrictions};
use super::world::{Holds, World, refer, spelled};

/// One way in which a record may count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The name it counts under.
    pub name: Rc<str>,
    /// That name and the one on the record; a name counts once.
    pub names: Vec<Rc<str>>,
    /// The place in the list of the course it counts for; `None` for an unlisted course.
    pub listing: Option<usize>,
    /// Which stage of the course it is; 0 for all of it.
    pub stage: u8,
    /// Tenths of credits.
    pub credits: u16,
    /// The category, where it is known.
    pub category: Option<String>,
    /// For each demand whether it counts toward it.
    pub toward: Vec<bool>,
    /// For each limit whether it is limited by it.
    pub under: Vec<bool>,
}

/// A course taken, as one of the list or as one that a category accepts besides.
struct Use<'c> {
    listing: Option<&'c Listing>,
    taken: CourseRef,
    category: Option<String>,
    stage: u8,
    credits: u16,
}

/// Where a record stands in the list.
pub enum Found {
    /// At these places for certain: the same code, or one that is recognised for it.
    Code(Vec<usize>),
    /// At these places by its name.
    Name(Vec<usize>),
    /// Nowhere.
    Nowhere,
}

/// All ways in which a record may count.
pub fn ways(world: &mut World<'_>, question: Question, asked: &Asked, record: &Record) -> Vec<Way> {
    let listings = world.case.listings();
    let mut ways = Vec::new();
    match find(world, record) {
        Found::Code(places) => {
            for at in places {
                ways.extend(as_listed(world, question, asked, record, listings[at]));
            }
        }
        Found::Name(places) => {
            let alike = record.code.is_none() && count_alike(world, question, record, &places);
            if record.code.is_none() && places.len() > 1 && !alike {
                ways.extend(in_any_case(world, question, asked, record, &places));
            }
            for at in places {
                let (_, listing) = listings[at];
                let course = refer(world.case.course(listing));
                let recognised = alike || world.ask(Fact::Recognised { course, taken: record.code.clone() });
                let as_listed = as_listed(world, question, asked, record, listings[at]);
                ways.extend(as_listed.into_iter().filter(|_| recognised));
            }
        }
        Found::Nowhere => {
            for restriction in restrictions(world, question) {
                let Kind::AcceptsUnlisted(rule) = &restriction.kind else { continue };
                let name = spelled(&record.name);
                let known = world.case.program().categories.iter().any(|category| category.name == rule.category);
                if !known {
                    continue;
                }
                if !rule.any_course && !rule.name_contains.iter().any(|word| name.contains(&*spelled(word))) {
                    continue;
                }
                let taken = CourseRef { code: record.code.clone(), name: record.name.clone() };
                let fact = Fact::Accepted { course: taken.clone(), category: rule.category.clone() };
                let accepted = world.ask(fact) & world.helped_by_entry(restriction);
                let credits = record.credits.unwrap_or_default().tenths();
                let category = Some(rule.category.clone());
                let taken = Use { listing: None, taken, category, stage: stage(record), credits };
                let way = way(world, question, asked, &taken);
                ways.extend(way.filter(|_| accepted));
            }
            ways.extend(told_of(world, question, asked, record));
        }
    }
    ways
}

/// The ways of a course in no list of which the student was told that a category takes it.
fn told_of(world: &mut World<'_>, question: Question, asked: &Asked, record: &Record) -> Vec<Way> {
    let mut ways = Vec::new();
    for decision in world.case.decisions.iter().filter(|decision| decision.holds) {
        let Fact::Accepted { course, category } = &decision.fact else { continue };
        let same = match (&course.code, &record.code) {
            (Some(told), Some(own)) => told == own,
            _ => spelled(&course.name) == spelled(&record.name),
        };
        let known = world.case.program().categories.iter().any(|one| one.name == *category);
        if same && known {
            let taken = CourseRef { code: record.code.clone(), name: record.name.clone() };
            let credits = record.credits.unwrap_or_default().tenths();
            let category = Some(category.clone());
            let taken = Use { listing: None, taken, category, stage: stage(record), credits };
            ways.extend(way(world, question, asked, &taken));
        }
    }
    ways
}

/// Where a record stands in the list: by its code, or where no code settles it by its name.
pub fn find(world: &mut World<'_>, record: &Record) -> Found {
    let listings = world.case.listings();
    let mut places = Vec::new();
    for (at, (_, listing)) in listings.iter().enumerate() {
        let mut same = listing.code.is_some() && listing.code == record.code;
        for restriction in &world.case.program().restrictions {
            if let (Kind::EquivalentCourses(rule), Some(code)) = (&restriction.kind, &record.code) {
                let equivalent = rule.from.contains(code) && listing.code.as_ref() == Some(&rule.to);
                same |= equivalent && world.helped_by_entry(restriction);
            }
        }
        if same {
            places.push(at);
        }
    }
    if !places.is_empty() {
        return Found::Code(places);
    }
    let name = spelled(&record.name);
    let named = listings.iter().enumerate().filter(|(_, (_, listing))| spelled(&listing.name) == name);
    let places: Vec<usize> = named.map(|(at, _)| at).collect();
    if places.is_empty() { Found::Nowhere } else { Found::Name(places) }
}

/// Whether it does not matter for which of several listed courses of its name a record is taken: in the best world, in
/// the worst, and in the one where they count but nothing that is open is said for them, each counts in the same ways.
fn count_alike(world: &mut World<'_>, question: Question, record: &Record, places: &[usize]) -> bool {
    let listings = world.case.listings();
    let here = world.holds.clone();
    let mut alike = true;
    let of_course = |fact: &Fact| {
        use Fact::{Credits, CrossDomain, Equivalent, Outside, Track};
        matches!(fact, CrossDomain { .. } | Outside { .. } | Track { .. } | Equivalent { .. } | Credits { .. })
    };
    for extreme in [Holds::all(true), Holds::all(false), Holds::Of(Rc::new(move |fact| !of_course(fact)))] {
        world.holds = extreme;
        let asked = asked(world, question);
        let all: Vec<Vec<Way>> =
            places.iter().map(|at| as_listed(world, question, &asked, record, listings[*at])).collect();
        // How they count, that is, but not which they are.
        let how = |way: &Way| Way { listing: None, ..way.clone() };
        let how: Vec<Vec<Way>> = all.iter().map(|ways| ways.iter().map(how).collect()).collect();
        alike &= how.iter().all(|ways| *ways == how[0]);
    }
    world.holds = here;
    alike
}

/// The ways of a record that is taken for a listed course: one, or where its category is not known, one for each
/// category that it may have and one that fills none.
pub fn as_listed(
    world: &mut World<'_>,
    question: Question,
    asked: &Asked,
    record: &Record,
    (category, listing): (Option<&str>, &Listing),
) -> Vec<Way> {
    let course = world.case.course(listing);
    let parts = if record.stage == Stage::Whole { u16::from(course.stages.unwrap_or(1)) } else { 1 };
    let listed = course.credits.map_or(0, |credits| credits.tenths() * parts);
    let reference = refer(course);
    // With more credits than the list says it may count with its own, if that is confirmed; within a cap, fewer may do.
    let mut worths =
        vec![record.credits.map_or(listed, |own| if listed > 0 { own.tenths().min(listed) } else { own.tenths() })];
    if let Some(own) = record.credits.filter(|own| listed > 0 && own.tenths() > listed)
        && world.ask(Fact::Credits { course: reference.clone(), taken: own })
    {
        worths.push(own.tenths());
    }
    let mut ways = Vec::new();
    let mut add = |world: &mut World<'_>, category: Option<&str>, allowed: bool| {
        let allowed = allowed & in_order(world, question, record, category, &reference);
        let category = category.map(str::to_owned);
        for credits in worths.iter().copied() {
            let (category, listing) = (category.clone(), Some(listing));
            let taken = CourseRef { code: record.code.clone(), name: record.name.clone() };
            let taken = Use { listing, taken, category, stage: stage(record), credits };
            ways.extend(way(world, question, asked, &taken).filter(|_| allowed));
        }
    };
    add(world, category, true);
    if category.is_none() {
        for category in &world.case.program().categories {
            let fact = Fact::Category { course: refer(course), category: category.name.clone() };
            let holds = world.ask(fact);
            add(world, Some(&category.name), holds);
        }
    }
    ways
}

/// What a record counts for whichever of the listed courses of its name it is; `None` where that is not sure of one.
fn in_any_case(
    world: &mut World<'_>,
    question: Question,
    asked: &Asked,
    record: &Record,
    places: &[usize],
) -> Option<Way> {
    let listings = world.case.listings();
    let here = std::mem::replace(&mut world.holds, Holds::all(false));
    let meanings: Vec<Vec<Way>> =
        places.iter().map(|at| as_listed(world, question, asked, record, listings[*at])).collect();
    world.holds = here;
    let mut least = meanings.first()?.first()?.clone();
    for other in &meanings[1..] {
        let other = other.first()?;
        least.credits = least.credits.min(other.credits);
        least.category = least.category.filter(|category| other.category.as_ref() == Some(category));
        least.toward.iter_mut().zip(&other.toward).for_each(|(a, b)| *a &= b);
        least.under.iter_mut().zip(&other.under).for_each(|(a, b)| *a |= b);
    }
    Some(least)
}

fn stage(record: &Record) -> u8 {
    match record.stage {
        Stage::Whole => 0,
        Stage::Only => 1,
        Stage::Part(part) => part,
    }
}

/// How a course counts; `None` where it does not.
fn way(world: &mut World<'_>, question: Question, asked: &Asked, taken: &Use<'_>) -> Option<Way> {
    let mut usable = true;
    let mut cross_domain_in_track = true;
    let course = taken.listing.map(|listing| world.case.course(listing));
    let reference = course.map_or(taken.taken.clone(), refer);
    // What a category accepts besides its list, it accepts: the rules on listed courses do not ask about it again. It
    // is of no track, and stands for none of the courses that a rule names.
    let listed = taken.listing.is_some();
    let has = |codes: &[String]| taken.listing.is_some_and(|l| l.code.as_ref().is_some_and(|c| codes.contains(c)));
    // What the student was told of a listed course goes before the rules on what counts.
    let told = world.decided(&Fact::Counts { course: reference.clone() }).filter(|_| listed);
    usable &= told != Some(false);
    let ruled = listed && told.is_none();
    for restriction in restrictions(world, question) {
        if world.is_free_of(restriction) {
            continue;
        }
        let within = |category: &str| taken.category.as_deref() == Some(category);
        match &restriction.kind {
            Kind::DepartmentLimitedToCourses(rule) if ruled => {
                usable &= !world.is_of(&rule.department) || !within(&rule.category) || has(&rule.courses);
            }
            Kind::DepartmentExcludedCourses(rule) if ruled => {
                usable &= !world.is_of(&rule.department) || !within(&rule.category) || !has(&rule.courses);
            }
            Kind::DepartmentSimilarCoursesNotCounted(rule) if ruled && world.is_of(&rule.department) => {
                let own = world.own_row(&reference, true).or(world.own_row(&taken.taken, true));
                usable &= match (world.missing(), own) {
                    (Some(missing), _) => world.ask(missing),
                    (None, Some(_)) => false,
                    (None, None) => {
                        let near = match world.doubt_of(&reference) {
                            Some(OwnUnit | OtherCurriculum { .. }) => Some(reference.name.clone()),
                            _ => world.near_row(&reference),
                        };
                        let course = reference.clone();
                        let apart = near.is_none_or(|near| world.ask(Fact::NotSimilar { course, near }));
                        apart & world.taken_may_count(&reference, &taken.taken)
                    }
                };
            }
            Kind::DepartmentLimitedToTrack(rule) if world.is_of(&rule.department) => {
                let fact = Fact::Track { course: reference.clone(), track: rule.track.clone() };
                cross_domain_in_track &= listed && world.ask(fact);
            }
            _ => {}
        }
    }
    let mut toward = Vec::new();
    for demand in &asked.demands {
        let within = match &demand.within {
            None => true,
            Some(names) => taken.category.as_ref().is_some_and(|category| names.contains(category)),
        };
        let counts = within
            && match &demand.of {
                Of::Any => true,
                Of::CrossDomain => world.is_cross_domain(&reference, &taken.taken) & cross_domain_in_track,
                Of::Outside => world.is_outside(&reference, course),
                Of::InPerson => taken.listing.is_none_or(|listing| !listing.online),
                Of::Codes(codes) => has(codes),
                Of::CodesOrEquivalent { codes, stage, equivalents, category } => {
                    let at_stage = stage.is_none_or(|stage| taken.stage == 0 || taken.stage == stage);
                    let fact = Fact::Equivalent { course: reference.clone(), category: category.clone() };
                    (has(codes) && at_stage) || (*equivalents && listed && world.ask(fact))
                }
                Of::TrackWithin(_, categories)
                    if taken.category.as_ref().is_some_and(|category| !categories.contains(category)) =>
                {
                    true
                }
                Of::Track(track) | Of::TrackWithin(track, _) => {
                    listed && world.ask(Fact::Track { course: reference.clone(), track: track.clone() })
                }
            };
        toward.push(counts);
    }
    let under = asked.limits.iter().map(|limit| match &limit.of {
        Limited::Category(category) => taken.category.as_ref() == Some(category),
        Limited::Codes(codes) => has(codes),
    });
    let name = spelled(&reference.name);
    let listings = world.case.listings();
    let listing = taken.listing.and_then(|l| listings.iter().position(|(_, other)| std::ptr::eq(*other, l)));
    let (stage, credits, category) = (taken.stage, taken.credits, taken.category.clone());
    let mut names = vec![name.clone()];
    let printed = spelled(&taken.taken.name);
    if !printed.is_empty() && printed != name {
        names.push(printed);
    }
    Some(Way { name, names, listing, stage, credits, category, toward, under: under.collect() }).filter(|_| usable)
}

/// Whether a record stands for this name of the list already, be it passed, in progress or planned.
pub fn stands_for(world: &mut World<'_>, record: &Record, name: &str) -> bool {
    let listings = world.case.listings();
    let same = |at: &usize| *spelled(&listings[*at].1.name) == *name;
    record.completion(world.case.profile.pass_mark()) != Completion::NotPassed
        && match find(world, record) {
            // By the name as printed, too: who took it under that name has taken it.
            Found::Code(places) => places.iter().any(same) || *spelled(&record.name) == *name,
            // A course that is known not to be recognised stands for nothing.
            Found::Name(places) => places.iter().any(|at| {
                let course = refer(world.case.course(listings[*at].1));
                let fact = Fact::Recognised { course, taken: record.code.clone() };
                same(at) && (record.code.is_none() || world.decided(&fact) != Some(false))
            }),
            Found::Nowhere => false,
        }
}
