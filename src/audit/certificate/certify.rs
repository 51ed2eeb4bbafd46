//! Certificates of the two answers about one program.

use super::super::answer::Detail;
use super::super::condition::{Condition, Of};
use super::super::fact::CourseRef;
use super::super::facts::FactTable;
use super::super::judging::{asked, modes};
use super::super::possible::FactId;
use super::super::prepared::{Prepared, PreparedProgram, PreparedQuestion};
use super::super::question::{Limit, Question};
use super::super::records::{Hit, Taken as Begun, Unit as Entries};
use super::super::verdict::{Answer, Verdict, View};
use super::facts;
use super::least;
use super::not_yet;
use super::problem::{Problem, Unit, Way};
use super::refute::{Settled, settle};
use super::shape::{AtMost, Certificate, Derivation, Named, NamedOf, Place, Shown, UnitName};
use crate::rules::Purpose;
use crate::transcript::Record;

/// What could not be shown of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unproven {
    /// It was not found out within the bounds of the search.
    Open(&'static str),
    /// The contrary was found: the answer is wrong.
    Wrong(&'static str),
}

/// One question with the records, as certificates look at it.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    pub program: &'a PreparedProgram,
    pub prepared: &'a PreparedQuestion,
    pub question: &'a Question,
    pub units: &'a [Entries],
    pub begun: &'a [Begun],
    pub table: &'a FactTable<'a>,
}

impl Prepared {
    /// The certificates of both answers about a program, the certificate's and the requirement's; `None` where the edition
    /// has no such program.
    pub fn certify(&self, records: &[Record], program: &str) -> Option<[Result<Certificate, Unproven>; 2]> {
        let audit = self.audit_some(records, &|_, code| code == program, &[], Detail::Advice).into_iter().next()?;
        let (at, program) = self.programs.iter().enumerate().find(|(_, known)| known.code == program)?;
        let mut hits: Vec<Vec<Hit>> = vec![Vec::new(); self.programs.len()];
        for (record, details) in records.iter().enumerate() {
            self.hit(record, details, &mut hits);
        }
        let hits = hits.get(at).map_or(&[][..], Vec::as_slice);
        let one = |purpose: Purpose, prepared: &PreparedQuestion, verdict: &Verdict| {
            let question = &prepared.question;
            let decide = |fact: &_| self.decided(&program.code, fact);
            let mut table = FactTable::new(question, &decide);
            let (units, begun) = self.units(program, question, records, hits, &mut table);
            let (units, begun, table) = (&units[..], &begun[..], &table);
            Sight { program, prepared, question, units, begun, table }.certificate(purpose, verdict)
        };
        let requirement = if program.requirement_is_certificate { &program.certificate } else { &program.requirement };
        Some([
            one(Purpose::Certificate, &program.certificate, &audit.certificate),
            one(Purpose::CrossDomainRequirement, requirement, &audit.cross_domain),
        ])
    }
}

impl Sight<'_> {
    fn certificate(&self, question: Purpose, verdict: &Verdict) -> Result<Certificate, Unproven> {
        let shown = match &verdict.answer {
            Answer::Met => self.met(View::Passed)?,
            Answer::MetIfInProgress => self.met(View::InProgress)?,
            Answer::MetIfPlanned => self.met(View::Planned)?,
            Answer::DependsOn { facts, view } => facts::depends_on(self, facts, *view)?,
            Answer::NotYet { missing, reachable } => not_yet::not_yet(self, missing, *reachable)?,
            Answer::NotOpen(_) => Shown::NotOpen,
            Answer::NotRequired => Shown::NotRequired,
        };
        let advice = verdict.advice.as_ref();
        let least = advice.map(|advice| least::least(self, advice)).transpose()?;
        let conditions = named(self.question.demands.iter().map(|demand| &*demand.condition));
        let limits = self.limits(&self.question.limits);
        Ok(Certificate { program: self.program.code.clone(), question, conditions, limits, shown, least })
    }

    fn met(&self, view: View) -> Result<Shown, Unproven> {
        let counted = self.allocated(&self.problem(view, &|_| false), "what counts")?;
        let before = self.before(view, &|_| false)?;
        Ok(Shown::Met { view, counted, before })
    }

    /// That in the next narrower view, where these facts hold, it is not met.
    pub fn before(&self, view: View, assume: &dyn Fn(FactId) -> bool) -> Result<Option<Derivation>, Unproven> {
        let narrower = match view {
            View::Passed => return Ok(None),
            View::InProgress => View::Passed,
            View::Planned => View::InProgress,
        };
        self.never(narrower, assume, "the narrower view").map(Some)
    }

    /// That in a view, where exactly these facts hold, it is not met.
    pub fn never(
        &self,
        view: View,
        assume: &dyn Fn(FactId) -> bool,
        what: &'static str,
    ) -> Result<Derivation, Unproven> {
        if !self.question.confirms.iter().all(|clause| clause.holds(assume)) {
            return Ok(Derivation::Unconfirmed);
        }
        refuted(&self.problem(view, assume), what)
    }

    /// What the records are in a view where exactly these facts hold.
    pub fn problem(&self, view: View, assume: &dyn Fn(FactId) -> bool) -> Problem {
        let units = self.units.iter().filter_map(|unit| {
            let name = UnitName::Record(unit.first()?.record?);
            Some(Unit::new(name, self.ways(unit, view, assume)))
        });
        Problem { units: units.filter(|unit| !unit.ways.is_empty()).collect(), ..self.asked(assume) }
    }

    /// The same without any units.
    pub fn asked(&self, assume: &dyn Fn(FactId) -> bool) -> Problem {
        let targets = asked(self.question, assume);
        Problem {
            need: targets.need.iter().map(|need| u32::from(*need)).collect(),
            alternative: targets.alternative,
            most: targets.most.iter().map(|most| (*most < u16::MAX).then_some(u32::from(*most))).collect(),
            ..Problem::default()
        }
    }

    /// The ways of a unit of records.
    pub fn ways(&self, unit: &Entries, view: View, assume: &dyn Fn(FactId) -> bool) -> Vec<Way> {
        let found = modes(self.question, unit, view, assume).into_iter().map(|mode| {
            let places = mode.picks.iter().filter_map(|pick| {
                let entry = unit.get(pick.entry)?;
                let choice = entry.options.get(pick.option)?;
                let code = |course: &CourseRef| course.code.clone();
                let listed = choice.listing.and_then(|at| at.of(&self.program.list)).and_then(Option::as_ref);
                let unit = match entry.record {
                    Some(record) => UnitName::Record(record),
                    None => UnitName::Course(listed.and_then(|listed| code(&listed.course))?),
                };
                Some(Place { unit, category: self.category(choice.category) })
            });
            let places = places.collect();
            Way { gain: mode.effect.gain, uses: mode.effect.uses, credits: 0, courses: 0, places, taken: Vec::new() }
        });
        found.collect()
    }

    /// The name of a category.
    pub fn category(&self, at: Option<super::super::at::CategoryAt>) -> Option<String> {
        at.and_then(|at| at.of(&self.program.categories)).cloned()
    }

    /// What counts as what, so that the problem is met.
    pub fn allocated(&self, problem: &Problem, what: &'static str) -> Result<Vec<Place>, Unproven> {
        match settle(problem) {
            Settled::Met(chosen) => Ok(places(problem, &chosen)),
            Settled::Never(_) => Err(Unproven::Wrong(what)),
            Settled::Open => Err(Unproven::Open(what)),
        }
    }

    fn limits(&self, limits: &[Limit]) -> Vec<AtMost> {
        let mut told: Vec<AtMost> = Vec::new();
        for limit in limits {
            let category = self.category(limit.category);
            let same = |known: &&AtMost| known.most == limit.most && known.category == category;
            let place = told.iter().filter(same).count();
            told.push(AtMost { most: limit.most, category, place });
        }
        told
    }
}

/// That nothing meets a problem.
pub fn refuted(problem: &Problem, what: &'static str) -> Result<Derivation, Unproven> {
    match settle(problem) {
        Settled::Never(derivation) => Ok(derivation),
        Settled::Met(_) => Err(Unproven::Wrong(what)),
        Settled::Open => Err(Unproven::Open(what)),
    }
}

/// What counts as what in an allocation.
pub fn places(problem: &Problem, chosen: &[Option<usize>]) -> Vec<Place> {
    let ways = problem.units.iter().zip(chosen).filter_map(|(unit, way)| unit.ways.get((*way)?));
    ways.flat_map(|way| way.places.iter().cloned()).collect()
}

/// The conditions by what both sides know of them.
fn named<'c>(conditions: impl Iterator<Item = &'c Condition>) -> Vec<Named> {
    let mut told: Vec<Named> = Vec::new();
    for condition in conditions {
        let (need, categories) = (condition.need, condition.categories.clone());
        let of = match &condition.of {
            Of::Any => NamedOf::Any,
            Of::CrossDomain => NamedOf::CrossDomain,
            Of::OutsideDepartment => NamedOf::OutsideDepartment,
            Of::InPerson => NamedOf::InPerson,
            Of::Listed(courses) => {
                let mut codes: Vec<String> = courses.iter().filter_map(|course| course.code.clone()).collect();
                crate::sorting::sort(&mut codes);
                NamedOf::Codes(codes)
            }
            Of::Track(track) => NamedOf::Track(track.clone()),
            Of::OneTrackOf(_) => NamedOf::OneTrack,
        };
        let same = |known: &&Named| (known.need, &known.categories, &known.of) == (need, &categories, &of);
        let place = told.iter().filter(same).count();
        told.push(Named { need, categories, of, place });
    }
    told
}
