//! Advice for several programs together: the cheapest courses that finish all of them, a course counting in each
//! program that lists it (the university lets one course serve several programs).

use std::collections::BTreeMap;

use super::super::answer::Detail;
use super::super::at::{CategoryAt, ListingAt};
use super::super::fact::{CourseRef, Fact};
use super::super::facts::FactTable;
use super::super::hindrance::Hindrance;
use super::super::judging::{Effect, Evaluation, Outcome, Targets};
use super::super::possible::FactId;
use super::super::prepared::{Prepared, PreparedProgram};
use super::super::question::Alternative;
use super::super::records::{Hit, Taken, Unit};
use super::super::verdict::{Answer, View};
use super::candidate::{Candidate, Offer};
use super::candidates::candidates_owned;
use super::cheapest::{FoundSet, cheapest};
use super::classes::{CourseClass, course_classes, serves};
use super::hard::hard_courses;
use super::input::AdviceInput;
use crate::catalog::NameId;
use crate::credits::Credits;
use crate::rules::Purpose;
use crate::sorting;
use crate::transcript::{Completion, Record, Stage};

/// How many combinations of allocations of what is taken already are looked at. Real transcripts have one.
const MOST_BASES: usize = 64;

/// The cheapest way to finish several programs together.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// Additional credits; the least possible.
    pub credits: Credits,
    /// What to take; the fewest possible for these credits.
    pub courses: Vec<SharedCourse>,
    /// What each program still hangs on once these courses are taken; empty when the advice is certain.
    pub facts: Vec<(String, Vec<Fact>)>,
    /// With fewer credits, if answers that serve several programs at once ([`Fact::is_global`]) are yes; `None` where
    /// they would save nothing.
    pub if_confirmed: Option<Box<Together>>,
    /// Which of the courses may be hard to take, and why.
    pub hindered: Vec<(CourseRef, Hindrance)>,
    /// A way round them, where it asks only a few credits more: it is told first.
    pub easier: Option<Box<Together>>,
}

impl Together {
    /// The way to tell first: the least credits, or a few more where that goes round what is hard to take.
    pub fn first(&self) -> &Together {
        self.easier.as_deref().unwrap_or(self)
    }
}

/// A course to take for one or more of the programs.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedCourse {
    /// The course.
    pub course: CourseRef,
    /// Its credits.
    pub credits: Credits,
    /// Which stages of a year course to take; empty for a course of one part.
    pub stages: Vec<u8>,
    /// See [`crate::audit::AdvisedCourse::unsaid`].
    pub unsaid: bool,
    /// The programs it counts in, with the category it fills.
    pub counts_in: Vec<(String, Option<String>)>,
}

/// A course as the programs see it: for each program its position in the list and its ways.
struct Shared<'a> {
    course: CourseRef,
    offers: Vec<SharedWay>,
    seen: Vec<Option<&'a Candidate>>,
    /// It has several stages.
    staged: bool,
}

/// One way to take a course: what it does over all programs, the category it fills in each, and its stages.
struct SharedWay {
    offer: Offer,
    places: Vec<Option<Option<CategoryAt>>>,
    stages: &'static [u8],
}

/// More programs than this are not finished together: the exact search takes seconds from there on.
pub const MOST_TOGETHER: usize = 6;

impl Prepared {
    /// The cheapest way to finish all these programs, for the certificates or for the requirement by way of each.
    /// `without` names codes that must not be advised. `None` when one of them cannot be finished, is closed to the
    /// student, or is no program, and when two of them exclude each other.
    pub fn advise_together(
        &self,
        records: &[Record],
        programs: &[&str],
        purpose: Purpose,
        without: &[String],
    ) -> Option<Together> {
        let chosen: Vec<(usize, &PreparedProgram)> = programs
            .iter()
            .map(|code| self.programs.iter().enumerate().find(|(_, program)| program.code == *code))
            .collect::<Option<_>>()?;
        if chosen
            .iter()
            .any(|(_, program)| program.exclusive_with.iter().any(|other| programs.contains(&other.as_str())))
        {
            return None;
        }
        let ground = |fact: &Fact| fact.is_ground();
        let levels: [&dyn Fn(&Fact) -> bool; 3] = [&|_| false, &ground, &|_| true];
        let (mut found, assume) = levels
            .iter()
            .find_map(|assume| Some((self.together_at(records, &chosen, purpose, without, assume)?, assume)))?;
        found.facts = self.still_open(records, &chosen, purpose, &found.courses);
        self.go_round(&mut found, records, &chosen, purpose, without, assume);
        if let Some(easier) = &mut found.easier {
            easier.facts = self.still_open(records, &chosen, purpose, &easier.courses);
        }
        // A way that hangs on more is no easier one.
        found.easier = found.easier.filter(|easier| easier.facts.is_empty() || !found.facts.is_empty());
        let shared = self.together_at(records, &chosen, purpose, without, &|fact| fact.is_global());
        found.if_confirmed = shared.filter(|shared| shared.credits < found.credits).map(|mut shared| {
            shared.facts = self.still_open(records, &chosen, purpose, &shared.courses);
            Box::new(shared)
        });
        Some(found)
    }

    /// The facts that the programs hang on once the courses are taken.
    fn still_open(
        &self,
        records: &[Record],
        programs: &[(usize, &PreparedProgram)],
        purpose: Purpose,
        courses: &[SharedCourse],
    ) -> Vec<(String, Vec<Fact>)> {
        let mut records = records.to_vec();
        for SharedCourse { course, stages, .. } in courses {
            let one = |stage| Record {
                code: course.code.clone(),
                name: course.name.clone(),
                stage,
                declared: Some(Completion::Planned),
                ..Record::default()
            };
            match stages.as_slice() {
                [] => records.push(one(Stage::Only)),
                parts => records.extend(parts.iter().map(|part| one(Stage::Part(*part)))),
            }
        }
        let open = |(place, program): &(usize, &PreparedProgram)| {
            let audit = self.audit_some(&records, &|at, _| at == *place, &[], Detail::Answers).into_iter().next()?;
            let verdict = match purpose {
                Purpose::Certificate => audit.certificate,
                Purpose::CrossDomainRequirement => audit.cross_domain,
            };
            match verdict.answer {
                Answer::DependsOn { facts, .. } => Some((program.code.clone(), facts)),
                _ => None,
            }
        };
        programs.iter().filter_map(open).collect()
    }

    pub(super) fn together_at(
        &self,
        records: &[Record],
        programs: &[(usize, &PreparedProgram)],
        purpose: Purpose,
        without: &[String],
        assume: &dyn Fn(&Fact) -> bool,
    ) -> Option<Together> {
        let mut hits = vec![Vec::new(); self.programs.len()];
        for (record, details) in records.iter().enumerate() {
            self.hit(record, details, &mut hits);
        }
        let mut sides: Vec<Side> = Vec::with_capacity(programs.len());
        for (at, program) in programs {
            let hits = hits.get(*at).map_or(&[][..], Vec::as_slice);
            sides.push(self.side(program, purpose, records, hits, without, assume)?);
        }
        let shared = shared(&sides);
        let hard = hard_courses(programs, &self.begun(records));
        let weight =
            |one: &Shared<'_>| hard.iter().find(|(course, _)| *course == one.course).map_or(0, |(_, why)| why.weight());
        let weights: Vec<u8> = shared.values().map(|same| same.iter().map(weight).max().unwrap_or(0)).collect();
        let mut best: Option<(u16, u16, Together)> = None;
        for base in bases(&sides) {
            let asked = joined(&sides);
            let have: Vec<u16> = base.iter().flat_map(|outcome| outcome.effect.gain.iter().copied()).collect();
            let used: Vec<u16> = base.iter().flat_map(|outcome| outcome.effect.uses.iter().copied()).collect();
            let offered = shared.values().map(|same| same.iter().flat_map(|s| s.offers.iter().map(|way| &way.offer)));
            let mut classes = course_classes(&asked, &have, offered);
            // Of courses that do the same, those that nothing hinders come first.
            for class in &mut classes {
                sorting::sort_by_key(&mut class.members, |at| weights.get(*at).copied());
            }
            let Some(found) = cheapest(&asked, &have, &used, &classes).into_iter().next() else { continue };
            let told = shared_advice(programs, &shared, &classes, &found);
            let cost = (told.credits.tenths(), found.len() as u16);
            if best.as_ref().is_none_or(|(credits, courses, _)| cost < (*credits, *courses)) {
                best = Some((cost.0, cost.1, told));
            }
        }
        best.map(|(.., told)| told)
    }

    fn side<'p>(
        &'p self,
        program: &'p PreparedProgram,
        purpose: Purpose,
        records: &[Record],
        hits: &[Hit],
        without: &[String],
        assume: &dyn Fn(&Fact) -> bool,
    ) -> Option<Side> {
        let question = match purpose {
            Purpose::Certificate => &program.certificate.question,
            Purpose::CrossDomainRequirement => &program.requirement.question,
        };
        if !question.closed.is_empty() || question.applies == Some(false) {
            return None;
        }
        let decide = |fact: &Fact| self.decided(&program.code, fact);
        let mut table = FactTable::new(question, &decide);
        let (units, taken): (Vec<Unit>, Vec<Taken>) = self.units(program, question, records, hits, &mut table);
        let holds = |id: FactId| table.get(id).is_some_and(assume);
        let without: Vec<ListingAt> = program.positions(without);
        let evaluation = Evaluation::new(question, &units, View::Planned, &holds);
        let input = AdviceInput {
            question,
            certain: &[],
            list: &program.list,
            categories: &program.categories,
            units: &units,
            taken: &taken,
            table: &table,
            without: &without,
            hindrances: &[],
        };
        let candidates = candidates_owned(&input, &holds);
        let mut names: Vec<(CourseRef, bool)> = Vec::new();
        for (_, same) in &candidates {
            for candidate in same {
                let listed = candidate.listing.of(&program.list).and_then(Option::as_ref);
                names.extend(listed.map(|listed| (listed.course.as_ref().clone(), listed.stages > 1)));
            }
        }
        let width = (question.demands.len(), question.limits.len());
        Some(Side { asked: evaluation.asked, outcomes: evaluation.outcomes, candidates, names, width })
    }
}

/// One program's part.
struct Side {
    asked: Targets,
    outcomes: Vec<Outcome>,
    candidates: Vec<(NameId, Vec<Candidate>)>,
    /// The candidates' courses and whether they have several stages, in the order of `candidates`.
    names: Vec<(CourseRef, bool)>,
    /// Numbers of demands and limits.
    width: (usize, usize),
}

/// All demands and limits side by side. Groups of alternatives keep apart.
fn joined(sides: &[Side]) -> Targets {
    let mut asked = Targets::default();
    for (at, side) in sides.iter().enumerate() {
        asked.need.extend(&side.asked.need);
        asked.most.extend(&side.asked.most);
        let apart =
            |one: Alternative| Alternative { group: one.group.saturating_add((at as u8).saturating_mul(16)), ..one };
        asked.alternative.extend(side.asked.alternative.iter().map(|one| one.map(apart)));
    }
    asked
}

/// Combinations of what the records can be allocated to in each program.
fn bases(sides: &[Side]) -> Vec<Vec<&Outcome>> {
    let mut bases: Vec<Vec<&Outcome>> = vec![Vec::new()];
    for side in sides {
        let longer = bases.iter().flat_map(|base| {
            side.outcomes.iter().map(move |outcome| base.iter().copied().chain([outcome]).collect::<Vec<_>>())
        });
        bases = longer.take(MOST_BASES).collect();
    }
    bases
}

/// Courses by name, each with its offers over all programs.
fn shared(sides: &[Side]) -> BTreeMap<NameId, Vec<Shared<'_>>> {
    let mut by_name: BTreeMap<NameId, Vec<Shared<'_>>> = BTreeMap::new();
    for (at, side) in sides.iter().enumerate() {
        let mut names = side.names.iter();
        for (name, same) in &side.candidates {
            for candidate in same {
                let Some((course, staged)) = names.next() else { continue };
                let known = by_name.entry(*name).or_default();
                let place = match known.iter().position(|shared| shared.course == *course) {
                    Some(place) => place,
                    None => {
                        let seen = vec![None; sides.len()];
                        known.push(Shared { course: course.clone(), offers: Vec::new(), seen, staged: *staged });
                        known.len() - 1
                    }
                };
                if let Some(slot) = known.get_mut(place).and_then(|shared| shared.seen.get_mut(at)) {
                    *slot = Some(candidate);
                }
            }
        }
    }
    for shared in by_name.values_mut().flatten() {
        shared.offers = offers(sides, &shared.seen);
    }
    by_name
}

/// Every combination of ways, one a program (or none), for the same stages.
fn offers(sides: &[Side], seen: &[Option<&Candidate>]) -> Vec<SharedWay> {
    let mut stages: Vec<&'static [u8]> =
        seen.iter().flatten().flat_map(|candidate| candidate.ways.iter().map(|way| way.stages)).collect();
    sorting::sort(&mut stages);
    stages.dedup();
    let mut all = Vec::new();
    for stages in stages {
        let empty = Offer { effect: Effect::default(), credits: 0, courses: 1 };
        let mut combined: Vec<(Offer, Vec<Option<Option<CategoryAt>>>)> = vec![(empty, Vec::new())];
        for (side, candidate) in sides.iter().zip(seen) {
            let mut next = Vec::new();
            for (so_far, places) in &combined {
                let none = (Effect::none(side.width.0, side.width.1), None, 0);
                let ways = candidate.iter().flat_map(|candidate| &candidate.ways).filter(|way| way.stages == stages);
                let ways = ways.map(|way| (way.offer.effect.clone(), Some(way.category), way.offer.credits));
                for (effect, place, credits) in ways.chain([none]) {
                    let mut offer = so_far.clone();
                    offer.effect.gain.extend(effect.gain);
                    offer.effect.uses.extend(effect.uses);
                    offer.credits = offer.credits.max(credits);
                    next.push((offer, places.iter().copied().chain([place]).collect()));
                }
            }
            combined = next;
        }
        let counts = combined.into_iter().filter(|(_, places)| places.iter().any(Option::is_some));
        all.extend(counts.map(|(offer, places)| SharedWay { offer, places, stages }));
    }
    all
}

fn shared_advice(
    programs: &[(usize, &PreparedProgram)],
    shared: &BTreeMap<NameId, Vec<Shared<'_>>>,
    classes: &[CourseClass],
    found: &FoundSet,
) -> Together {
    let names: Vec<&Vec<Shared<'_>>> = shared.values().collect();
    let mut used = vec![0usize; classes.len()];
    let mut courses = Vec::with_capacity(found.len());
    for (at, way) in found {
        let Some(class) = classes.get(*at) else { continue };
        let (Some(wanted), Some(count)) = (class.offers.get(*way), used.get_mut(*at)) else { continue };
        let same = class.members.get(*count).and_then(|member| names.get(*member));
        *count += 1;
        let fits = same
            .into_iter()
            .flat_map(|same| same.iter())
            .find_map(|shared| Some((shared, shared.offers.iter().find(|way| serves(&way.offer, wanted))?)));
        let Some((shared, way)) = fits else { continue };
        let counts_in = programs.iter().zip(&way.places).filter_map(|((_, program), place)| {
            let category = (*place)?.and_then(|category| category.of(&program.categories)).cloned();
            Some((program.code.clone(), category))
        });
        courses.push(SharedCourse {
            course: shared.course.clone(),
            credits: Credits::from_tenths(way.offer.credits),
            stages: if shared.staged { way.stages.to_vec() } else { Vec::new() },
            unsaid: shared.seen.iter().flatten().any(|candidate| candidate.unsaid),
            counts_in: counts_in.collect(),
        });
    }
    Together {
        credits: courses.iter().map(|course| course.credits).sum(),
        courses,
        facts: Vec::new(),
        if_confirmed: None,
        hindered: Vec::new(),
        easier: None,
    }
}
