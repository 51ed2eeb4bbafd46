//! The records evaluated once: in one view, with some of the facts taken to hold.

use super::super::possible::{AnyOf, FactId};
use super::super::question::Question;
use super::super::records::Unit;
use super::super::verdict::View;
use super::allocate::{self, Mode, Outcome, Pick, Targets};
use super::modes::modes;

/// The records evaluated in a view, with some facts taken to hold.
pub struct Evaluation {
    /// What is asked, as far as it stands under these facts.
    pub asked: Targets,
    /// The ways each unit can count.
    pub units: Vec<Vec<Mode>>,
    /// Outcomes none of which beats another.
    pub outcomes: Vec<Outcome>,
}

impl Evaluation {
    /// Looks at the units in a view, where exactly the facts that `assume` names are taken to hold.
    pub fn new(question: &Question, units: &[Unit], view: View, assume: &dyn Fn(FactId) -> bool) -> Evaluation {
        let asked = asked(question, assume);
        let units: Vec<Vec<Mode>> = units.iter().map(|unit| modes(question, unit, view, assume)).collect();
        let outcomes = allocate::outcomes(&asked, &units);
        Evaluation { asked, units, outcomes }
    }

    /// Whether everything is met.
    pub fn met(&self) -> bool {
        self.outcomes.iter().any(|outcome| self.asked.met(&outcome.effect.gain))
    }

    /// The outcome to show.
    pub fn best(&self) -> Option<&Outcome> {
        allocate::best(&self.asked, &self.outcomes)
    }

    /// What the outcome to show picks, as (unit, entry, option).
    pub fn picks(&self) -> Vec<(usize, Pick)> {
        let Some(best) = self.best() else { return Vec::new() };
        let mut picks = Vec::new();
        for (unit, (modes, chosen)) in self.units.iter().zip(&best.chosen).enumerate() {
            if let Some(mode) = chosen.and_then(|at| modes.get(at)) {
                picks.extend(mode.picks.iter().map(|pick| (unit, *pick)));
            }
        }
        picks
    }
}

/// What is asked when exactly these facts hold.
pub fn asked(question: &Question, assume: &dyn Fn(FactId) -> bool) -> Targets {
    let stands = |unless: AnyOf| !unless.holds(assume);
    Targets {
        need: question
            .demands
            .iter()
            .map(|demand| if stands(demand.unless) { demand.condition.need.number() } else { 0 })
            .collect(),
        alternative: question.demands.iter().map(|demand| demand.alternative).collect(),
        most: question
            .limits
            .iter()
            .map(|limit| if stands(limit.unless) { limit.most.number() } else { u16::MAX })
            .collect(),
    }
}
