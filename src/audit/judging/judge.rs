//! The answer to a question, before advice.

use super::super::facts::FactTable;
use super::super::question::Question;
use super::super::records::Unit;
use super::super::verdict::{Answer, Missing, View};
use super::allocate;
use super::deciding::deciding;
use super::evaluation::Evaluation;

/// The answer with the records, before advice. `reachable` of [`Answer::NotYet`] is filled in by the caller.
pub fn judge(question: &Question, units: &[Unit], table: &FactTable<'_>) -> Answer {
    if question.applies == Some(false) {
        return Answer::NotRequired;
    }
    if let Some(closed) = question.closed.first() {
        return Answer::NotOpen(closed.clone());
    }
    let all = |_| true;
    let best = Evaluation::new(question, units, View::Planned, &all);
    if !best.met() {
        return Answer::NotYet { missing: missing(question, &best), reachable: false };
    }
    if question.confirms.is_empty() {
        let certain = View::ALL.into_iter().find(|view| Evaluation::new(question, units, *view, &|_| false).met());
        match certain {
            Some(View::Passed) => return Answer::Met,
            Some(View::InProgress) => return Answer::MetIfInProgress,
            Some(View::Planned) => return Answer::MetIfPlanned,
            None => {}
        }
    }
    let met = |view: &View| Evaluation::new(question, units, *view, &all).met();
    let view = [View::Passed, View::InProgress].into_iter().find(met).unwrap_or(View::Planned);
    let facts = deciding(question, units, view, table);
    Answer::DependsOn { facts: table.all(&facts), view }
}

fn missing(question: &Question, evaluation: &Evaluation) -> Vec<Missing> {
    let mut told: Vec<Missing> = Vec::new();
    for (at, only_jointly) in allocate::unmet_core(&evaluation.asked, &evaluation.outcomes) {
        let Some(demand) = question.demands.get(at) else { continue };
        let most =
            evaluation.outcomes.iter().filter_map(|outcome| outcome.effect.gain.get(at)).max().copied().unwrap_or(0);
        let have = demand.condition.need.with(most);
        // Alternatives (one track of several) are one condition: told once, with the furthest of them.
        match told.iter_mut().find(|known| known.condition == demand.condition) {
            Some(known) => known.have = known.have.max(have),
            None => told.push(Missing { condition: demand.condition.clone(), have, only_jointly }),
        }
    }
    told
}
