//! How far every condition of a question is.

use super::super::condition::Of;
use super::super::facts::FactTable;
use super::super::question::Question;
use super::super::records::Unit;
use super::super::verdict::{Progress, View};
use super::evaluation::Evaluation;

/// How far every condition is, in the order of the rules.
pub fn progress(question: &Question, units: &[Unit], table: &FactTable<'_>) -> Vec<Progress> {
    let gains = |view: View, assumed: bool| {
        let evaluation = Evaluation::new(question, units, view, &|_| assumed);
        evaluation.best().map(|outcome| outcome.effect.gain.clone()).unwrap_or_default()
    };
    let none = vec![0; question.demands.len()];
    let [passed, in_progress, planned, possible] = if units.is_empty() {
        [none.clone(), none.clone(), none.clone(), none]
    } else {
        let seen = |view| units.iter().flatten().any(|entry| entry.view == view);
        let passed = gains(View::Passed, false);
        let in_progress = if seen(View::InProgress) { gains(View::InProgress, false) } else { passed.clone() };
        let planned = if seen(View::Planned) { gains(View::Planned, false) } else { in_progress.clone() };
        [passed, in_progress, planned, gains(View::Planned, true)]
    };
    let mut told: Vec<Progress> = Vec::with_capacity(question.demands.len());
    for (at, demand) in question.demands.iter().enumerate() {
        let amount = |gains: &[u16]| demand.condition.need.with(gains.get(at).copied().unwrap_or(0));
        let unless = table.all(demand.unless.as_slice());
        let here = Progress {
            condition: demand.condition.clone(),
            passed: amount(&passed),
            in_progress: amount(&in_progress),
            planned: amount(&planned),
            possible: amount(&possible),
            unless,
        };
        let same = |known: &&mut Progress| {
            matches!(known.condition.of, Of::OneTrackOf(_)) && known.condition == demand.condition
        };
        match told.iter_mut().find(same) {
            Some(known) => {
                known.passed = known.passed.max(here.passed);
                known.in_progress = known.in_progress.max(here.in_progress);
                known.planned = known.planned.max(here.planned);
                known.possible = known.possible.max(here.possible);
            }
            None => told.push(here),
        }
    }
    told
}
