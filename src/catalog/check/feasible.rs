//! Whether a program's own list can satisfy its rules at all.
//!
//! Only conditions that are certainly necessary are looked at, each by itself and generously: a course of open
//! category may go anywhere, unknown credits may be any number. Courses of one name count once, with the credits of
//! all stages. So a program refused here can really never be finished; one that passes may still be impossible for
//! subtler reasons.

use std::collections::{HashMap, HashSet};

use super::{Findings, Names};
use crate::audit::Amount;
use crate::catalog::document::{Category, Course, Listing, Program};
use crate::catalog::problem::ProblemKind;
use crate::credits::Credits;
use crate::names::normalise;
use crate::regulation;
use crate::rules::Kind;

pub(super) fn check(program: &Program, path: &str, names: &Names, found: &mut Findings) {
    let list = List::new(program, names);
    let all = list.amount(None, |_| true);
    if let Some(credits) = all.credits
        && credits < program.min_credits
    {
        let kind = ProblemKind::NotEnoughCredits { min: program.min_credits, list: credits };
        found.add(&format!("{path}.min_credits"), kind);
    }
    for (at, category) in program.categories.iter().enumerate() {
        let min = least(program, category);
        let here = list.amount(Some(&[category.name.as_str()]), |_| true);
        let name = category.name.clone();
        if here.courses.is_some_and(|courses| courses < min) {
            let path = format!("{path}.categories[{at}].min_courses");
            let courses = here.courses.unwrap_or(0);
            found.add(
                &path,
                match courses {
                    0 => ProblemKind::EmptyCategory { name, min },
                    _ => ProblemKind::CategoryTooSmall { name, min, courses },
                },
            );
        }
    }
    for (at, restriction) in program.restrictions.iter().enumerate() {
        // What names an unknown category has been reported, and asks for nothing that could be counted.
        let known = |name: &str| program.category(name).is_some();
        // What may be meant not to stand shuts nobody out.
        if restriction.doubt.is_some() || !restriction.kind.rule().categories().into_iter().all(known) {
            continue;
        }
        if let Some((asks, has)) = too_much(&restriction.kind, &list) {
            let kind = ProblemKind::Impossible { restriction: restriction.kind.name(), asks, list: has };
            found.add(&format!("{path}.restrictions[{at}]"), kind);
        }
    }
}

/// The courses that a category asks for in the kindest reading; none where its number is not stated.
fn least(program: &Program, category: &Category) -> u16 {
    let kinder = program.restrictions.iter().filter_map(|restriction| match &restriction.kind {
        Kind::CategoryMinimumInDoubt(rule) if rule.category == category.name => Some(rule.courses),
        _ => None,
    });
    kinder.chain(category.min_courses).min().unwrap_or(0)
}

/// What a restriction asks and the most the list can give, where that is too little.
fn too_much(kind: &Kind, list: &List) -> Option<(Amount, Amount)> {
    let in_all = |names: &[String], keep: fn(&Listing) -> bool| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        list.amount(if names.is_empty() { None } else { Some(&names) }, keep)
    };
    match kind {
        Kind::MinCrossDomainCredits(rule) => {
            let non_basic = || {
                let names = list.program.categories.iter().map(|category| category.name.clone());
                names.filter(|name| name != regulation::BASIC).collect()
            };
            let categories: Vec<String> = rule.categories.clone().unwrap_or_else(non_basic);
            in_all(&categories, any).less_than_credits(rule.credits)
        }
        Kind::MinCreditsOutsideDepartment(rule) => in_all(&rule.categories, any).less_than_credits(rule.credits),
        Kind::MinCoursesOutsideDepartment(rule) => in_all(&rule.categories, any).less_than(rule.courses),
        Kind::MinCoursesInCategories(rule) => in_all(&rule.categories, any).less_than(rule.courses),
        Kind::MinCreditsInCategories(rule) => in_all(&rule.categories, any).less_than_credits(rule.credits),
        Kind::CapstonePrerequisite(rule) => in_all(&rule.categories, any).less_than_credits(rule.credits),
        Kind::MinCoursesTotal(rule) => in_all(&[], any).less_than(rule.courses),
        Kind::OneRequiredOneElective(rule) => in_all(&[], any).less_than(rule.required.saturating_add(rule.elective)),
        Kind::OneFromEachTrack(rule) => {
            let asks = u16::try_from(rule.tracks.len()).unwrap_or(u16::MAX);
            in_all(std::slice::from_ref(&rule.category), any).less_than(asks)
        }
        Kind::InPersonMinimum(rule) => rule.categories.iter().find_map(|name| {
            let category = list.program.categories.iter().find(|category| category.name == *name)?;
            let in_person = in_all(std::slice::from_ref(name), |listing| !listing.online);
            in_person.less_than(least(list.program, category))
        }),
        Kind::MinCoursesFrom(rule) if !rule.equivalents => {
            let courses = rule.courses.iter().filter_map(|code| list.names.courses.get(code.as_str()));
            let names: HashSet<String> = courses.map(|course| normalise(&course.name)).collect();
            let courses = u16::try_from(names.len()).unwrap_or(u16::MAX);
            Most { courses: Some(courses), credits: None }.less_than(rule.at_least)
        }
        Kind::RequiredCourses(rule) => {
            let courses = u16::try_from(rule.courses.len()).unwrap_or(u16::MAX);
            Most { courses: Some(courses), credits: None }.less_than(rule.certain?)
        }
        _ => None,
    }
}

fn any(_: &Listing) -> bool {
    true
}

/// A program's list with its courses looked up once; every condition asks about it.
struct List<'a> {
    program: &'a Program,
    names: &'a Names<'a>,
    items: Vec<Item<'a>>,
    /// A course of it is unknown (which is reported elsewhere) and might be anything.
    unknown: bool,
}

struct Item<'a> {
    /// `None` where the category is open.
    category: Option<&'a str>,
    listing: &'a Listing,
    /// The name that counts once, normalised.
    name: String,
    /// All stages together; `None` where they are not known.
    credits: Option<Credits>,
}

/// The most that a part of a list can give; `None` where there is no limit, or none is known.
struct Most {
    courses: Option<u16>,
    credits: Option<Credits>,
}

impl<'a> List<'a> {
    fn new(program: &'a Program, names: &'a Names<'a>) -> List<'a> {
        let mut list = List { program, names, items: Vec::new(), unknown: false };
        for (category, listing) in program.listings() {
            let Some(course) = list.course(listing) else {
                list.unknown = true;
                continue;
            };
            let stages = course.stages.unwrap_or(1).max(1);
            list.items.push(Item {
                category: category.and_then(|at| program.categories.get(at)).map(|found| found.name.as_str()),
                listing,
                name: normalise(&course.name),
                credits: course.credits.map(|one| (0..stages).map(|_| one).sum()),
            });
        }
        list
    }

    /// What the courses of these categories (of all, when `None`) and those of open category can give together.
    fn amount(&self, categories: Option<&[&str]>, keep: impl Fn(&Listing) -> bool) -> Most {
        let among = |name: &str| categories.is_none_or(|names| names.contains(&name));
        let open = self.program.restrictions.iter().any(|restriction| match &restriction.kind {
            Kind::AcceptsUnlisted(rule) => among(&rule.category),
            _ => false,
        });
        if open || self.unknown {
            return Most { courses: None, credits: None };
        }
        // By name: the most credits that a course of that name brings, or `None` where they are not known.
        let mut by_name: HashMap<&str, Option<Credits>> = HashMap::new();
        for item in self.items.iter().filter(|item| item.category.is_none_or(among) && keep(item.listing)) {
            let entry = by_name.entry(&item.name).or_insert(item.credits);
            *entry = entry.zip(item.credits).map(|(one, other)| one.max(other));
        }
        Most { courses: u16::try_from(by_name.len()).ok(), credits: by_name.into_values().sum() }
    }

    fn course(&self, listing: &Listing) -> Option<&'a Course> {
        match &listing.code {
            Some(code) => self.names.courses.get(code.as_str()).copied(),
            None => self.names.without_code.get(&normalise(&listing.name)).copied(),
        }
    }
}

impl Most {
    fn less_than(&self, asks: u16) -> Option<(Amount, Amount)> {
        let most = self.courses.filter(|most| *most < asks)?;
        Some((Amount::Courses(asks), Amount::Courses(most)))
    }

    fn less_than_credits(&self, asks: Credits) -> Option<(Amount, Amount)> {
        let most = self.credits.filter(|most| *most < asks)?;
        Some((Amount::Credits(asks), Amount::Credits(most)))
    }
}
