//! Which facts can matter to a question.

use super::super::possible::FactId;
use super::super::question::Question;
use super::super::records::Unit;
use crate::sorting;

/// Facts that may matter: those that entries, conditions and limits hang on.
pub fn relevant(question: &Question, units: &[Unit]) -> Vec<FactId> {
    let mut facts: Vec<FactId> = Vec::new();
    for choice in units.iter().flatten().flat_map(|entry| &entry.options) {
        facts.extend(choice.usable.facts());
        facts.extend(choice.claimed.iter().flat_map(|(_, holds)| holds.facts()));
        for gain in &choice.gain {
            facts.extend(gain.facts());
        }
    }
    let unless = question.demands.iter().map(|demand| &demand.unless).chain(question.limits.iter().map(|l| &l.unless));
    for clause in unless.chain(&question.confirms) {
        facts.extend_from_slice(clause.as_slice());
    }
    sorting::sort(&mut facts);
    facts.dedup();
    facts
}
