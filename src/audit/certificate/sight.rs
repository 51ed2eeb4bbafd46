//! One question with the records, as certificates look at it.

use super::super::at::CategoryAt;
use super::super::fact::CourseRef;
use super::super::facts::FactTable;
use super::super::judging::{asked, modes};
use super::super::possible::FactId;
use super::super::prepared::{PreparedProgram, PreparedQuestion};
use super::super::question::Question;
use super::super::records::{Taken as Begun, Unit as Entries};
use super::super::verdict::View;
use super::problem::{Problem, Unit, Way};
use super::refute::{Settled, settle};
use super::shape::{Derivation, Place, UnitName};

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

impl Sight<'_> {
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
    pub fn category(&self, at: Option<CategoryAt>) -> Option<String> {
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
