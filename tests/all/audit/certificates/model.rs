//! What the checker goes by: units with their ways, and what is asked of them, read from the catalog by the oracle's model
//! of the rules, which knows nothing of the engine.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use kuayu::audit::{Amount, AtMost, Fact, Measure, Named, NamedOf, Place, Taken, UnitName, View};
use kuayu::credits::Credits;
use kuayu::transcript::Completion;

use crate::audit::oracle::advice::free;
use crate::audit::oracle::answer::{amount, clash, possible};
use crate::audit::oracle::case::Case;
use crate::audit::oracle::question::{self, Asked, Demand, Limit, Limited, Of, Question, asked};
use crate::audit::oracle::ways::{Way, ways};
use crate::audit::oracle::world::{Holds, World};

/// A question in one world, with the records of a view and perhaps all that could still be taken.
pub struct Model {
    /// What is asked.
    pub asked: Asked,
    /// The units.
    pub units: Vec<Unit>,
    items: Vec<Item>,
    basic: Vec<String>,
}

/// Things of which a name counts once.
pub struct Unit {
    names: Vec<UnitName>,
    /// In which ways it may count; no way at all is not among them.
    pub ways: Vec<Sums>,
}

/// What a unit has in one of its ways.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sums {
    toward: Vec<u32>,
    under: Vec<u32>,
    credits: u32,
    courses: u32,
}

/// A record, or a course that could still be taken: it is one of several things, or left.
struct Item {
    choices: Vec<Choice>,
}

/// One of them: what it is called, what it costs, and for each part of it the ways to count.
struct Choice {
    name: UnitName,
    stages: Vec<u8>,
    credits: u32,
    parts: Vec<Vec<Way>>,
}

impl Model {
    /// Reads a case.
    pub fn new(case: &Case, question: Question, view: View, holds: Rc<dyn Fn(&Fact) -> bool>, all: bool) -> Model {
        let mut world = World::new(case);
        world.holds = Holds::Of(holds);
        let asked = asked(&mut world, question);
        let mut items: Vec<Item> = Vec::new();
        for (at, record) in case.records.iter().enumerate() {
            let since = match record.completion(case.profile.pass_mark()) {
                Completion::NotPassed => continue,
                Completion::Passed => View::Passed,
                Completion::InProgress => View::InProgress,
                Completion::Planned => View::Planned,
            };
            if since <= view {
                let parts = vec![ways(&mut world, question, &asked, record)];
                let name = UnitName::Record(at);
                items.push(Item { choices: vec![Choice { name, stages: Vec::new(), credits: 0, parts }] });
            }
        }
        for same in if all { free(&mut world) } else { Vec::new() } {
            let mut choices = Vec::new();
            for course in same {
                let offered = course.offered(&mut world, question, &asked);
                for (parts, stages) in offered.into_iter().zip(&course.stages) {
                    let name = UnitName::Course(course.at.1.code.clone().unwrap());
                    let credits = u32::from(course.credits) * stages.len() as u32;
                    choices.push(Choice { name, stages: stages.clone(), credits, parts });
                }
            }
            items.push(Item { choices });
        }
        let basic = question::all_but_basic(&world);
        let units = units(&asked, &items);
        Model { asked, units, items, basic }
    }

    /// The demand of that name.
    pub fn demand(&self, named: &Named) -> Option<usize> {
        let alike = |at: &usize| self.is(&self.asked.demands[*at], named);
        let found: Vec<usize> = (0..self.asked.demands.len()).filter(alike).collect();
        found.get(named.place).or(found.last()).copied()
    }

    /// Whether a demand is called that, but for its place.
    pub fn is(&self, demand: &Demand, named: &Named) -> bool {
        let codes = |codes: &[String]| {
            let mut codes = codes.to_vec();
            codes.sort();
            NamedOf::Codes(codes)
        };
        let mut within = demand.within.clone().unwrap_or_default();
        let of = match &demand.of {
            Of::Any => NamedOf::Any,
            Of::CrossDomain => NamedOf::CrossDomain,
            Of::Outside => NamedOf::OutsideDepartment,
            Of::InPerson => NamedOf::InPerson,
            Of::Codes(all) | Of::CodesOrEquivalent { codes: all, .. } => codes(all),
            Of::Track(track) if demand.one_of.is_none() => NamedOf::Track(track.clone()),
            Of::Track(_) => NamedOf::OneTrack,
            Of::TrackWithin(_, categories) => {
                within = categories.clone();
                NamedOf::OneTrack
            }
        };
        // "Outside 基礎" goes without saying of cross-domain courses.
        let unsaid = of == NamedOf::CrossDomain && within == self.basic && named.categories.is_empty();
        of == named.of && self.needed(demand) == named.need && (unsaid || within == named.categories)
    }

    fn needed(&self, demand: &Demand) -> Amount {
        match demand.measure {
            question::Measure::Credits => Amount::Credits(Credits::from_tenths(demand.least)),
            question::Measure::Courses => Amount::Courses(demand.least),
        }
    }

    /// The limit of that name.
    pub fn limit(&self, named: &AtMost) -> Option<usize> {
        let alike = |at: &usize| {
            let Limit { measure, most, of } = &self.asked.limits[*at];
            let category = match of {
                Limited::Category(name) => Some(name.clone()),
                Limited::Codes(_) => None,
            };
            let most = match measure {
                question::Measure::Credits => Amount::Credits(Credits::from_tenths(*most)),
                question::Measure::Courses => Amount::Courses(*most),
            };
            (most, category) == (named.most, named.category.clone())
        };
        (0..self.asked.limits.len()).filter(alike).nth(named.place)
    }

    /// The unit in which something of that name is.
    pub fn unit(&self, name: &UnitName) -> Option<usize> {
        self.units.iter().position(|unit| unit.names.contains(name))
    }

    /// Additional credits come in steps of so many tenths.
    pub fn step(&self) -> u32 {
        let divisor = |mut a: u32, mut b: u32| {
            while b > 0 {
                (a, b) = (b, a % b);
            }
            a
        };
        self.units.iter().flat_map(|unit| &unit.ways).map(|way| way.credits).fold(0, divisor).max(1)
    }

    /// What these courses cost, in tenths of credits; `None` where one of them cannot be taken.
    pub fn cost(&self, courses: &[Taken]) -> Option<u32> {
        let mut items = HashSet::new();
        let one = |taken: &Taken| {
            self.items.iter().enumerate().find_map(|(at, item)| {
                let choice = item.choices.iter().find(|choice| choice.is(taken))?;
                items.insert(at).then_some(choice.credits)
            })
        };
        courses.iter().map(one).sum()
    }

    /// Whether these things, each counted where it says, meet what is asked: a record once, a course only as one of those
    /// that are taken.
    pub fn is_met(&self, asked: &Asked, places: &[Place], taken: &[Taken]) -> bool {
        let mut used: HashSet<usize> = HashSet::new();
        let mut chosen: BTreeMap<usize, (usize, Option<&String>)> = BTreeMap::new();
        for place in places {
            let stages = |choice: &Choice| match &place.unit {
                UnitName::Record(_) => true,
                UnitName::Course(_) => taken.iter().any(|taken| choice.is(taken)),
            };
            let found = self.items.iter().enumerate().find_map(|(at, item)| {
                let choice = item.choices.iter().position(|choice| choice.name == place.unit && stages(choice))?;
                Some((at, choice))
            });
            let Some((item, choice)) = found else { return false };
            let again = !used.insert(item);
            if again && (matches!(place.unit, UnitName::Record(_)) || chosen.get(&item).is_none_or(|c| c.0 != choice)) {
                return false;
            }
            chosen.insert(item, (choice, place.category.as_ref()));
        }
        let parts = chosen.iter().flat_map(|(item, (choice, category))| {
            let parts = self.items[*item].choices[*choice].parts.iter();
            parts.map(move |ways| {
                ways.iter().filter(|way| way.category.as_ref() == *category).cloned().collect::<Vec<Way>>()
            })
        });
        possible(asked, &parts.collect::<Vec<_>>())
    }
}

impl Choice {
    /// Whether it is the course that is taken, in those stages.
    fn is(&self, taken: &Taken) -> bool {
        let whole = taken.stages.is_empty() && self.stages == [1];
        self.name == UnitName::Course(taken.code.clone()) && (whole || taken.stages == self.stages)
    }
}

impl Sums {
    /// How much it has of a measure, whose numbers are the checker's own.
    pub fn of(&self, measure: Measure) -> u32 {
        match measure {
            Measure::Condition(at) => self.toward[at],
            Measure::Limit(at) => self.under[at],
            Measure::Credits => self.credits,
            Measure::Courses => self.courses,
        }
    }
}

/// Things that share a name are one unit.
fn units(asked: &Asked, items: &[Item]) -> Vec<Unit> {
    let names = |item: &Item| -> HashSet<Rc<str>> {
        let ways = item.choices.iter().flat_map(|choice| choice.parts.iter().flatten());
        ways.flat_map(|way| way.names.iter().cloned()).collect()
    };
    let mut groups: Vec<(HashSet<Rc<str>>, Vec<usize>)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let mut here = (names(item), vec![at]);
        if here.0.is_empty() {
            continue;
        }
        let (joined, apart) = groups.into_iter().partition(|(known, _)| !known.is_disjoint(&here.0));
        groups = apart;
        for (known, members) in joined {
            here.0.extend(known);
            here.1.extend(members);
        }
        groups.push(here);
    }
    let unit = |(_, mut members): (HashSet<Rc<str>>, Vec<usize>)| {
        members.sort();
        let members: Vec<&Item> = members.into_iter().map(|at| &items[at]).collect();
        let mut ways = Vec::new();
        combine(asked, &members, &mut Vec::new(), (0, 0), &mut ways);
        ways.sort();
        ways.dedup();
        let names = members.iter().flat_map(|item| item.choices.iter().map(|choice| choice.name.clone()));
        Unit { names: names.collect(), ways }
    };
    groups.into_iter().map(unit).collect()
}

/// Every way in which some things can count beside each other.
fn combine<'i>(
    asked: &Asked,
    left: &[&'i Item],
    chosen: &mut Vec<&'i Way>,
    (credits, courses): (u32, u32),
    found: &mut Vec<Sums>,
) {
    let Some((first, rest)) = left.split_first() else {
        if !chosen.is_empty() {
            let toward = asked.demands.iter().enumerate();
            let toward = toward.map(|(at, demand)| amount(demand.measure, chosen, &|way| way.toward[at]).into());
            let under = asked.limits.iter().enumerate();
            let under = under.map(|(at, limit)| amount(limit.measure, chosen, &|way| way.under[at]).into());
            found.push(Sums { toward: toward.collect(), under: under.collect(), credits, courses });
        }
        return;
    };
    combine(asked, rest, chosen, (credits, courses), found);
    for choice in &first.choices {
        let cost = match choice.name {
            UnitName::Record(_) => (credits, courses),
            UnitName::Course(_) => (credits + choice.credits, courses + 1),
        };
        parts(asked, &choice.parts, rest, chosen, cost, found);
    }
}

fn parts<'i>(
    asked: &Asked,
    left: &'i [Vec<Way>],
    rest: &[&'i Item],
    chosen: &mut Vec<&'i Way>,
    cost: (u32, u32),
    found: &mut Vec<Sums>,
) {
    let Some((first, others)) = left.split_first() else { return combine(asked, rest, chosen, cost, found) };
    if left.len() > 1 {
        parts(asked, others, rest, chosen, cost, found);
    }
    for way in first {
        if !chosen.iter().any(|other| clash(way, other)) {
            chosen.push(way);
            parts(asked, others, rest, chosen, cost, found);
            chosen.pop();
        }
    }
}
