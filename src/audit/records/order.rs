//! Whether what has to be passed before a course was passed before it.

use super::super::fact::Fact;
use super::super::facts::FactTable;
use super::super::possible::Possible;
use super::super::prepared::PreparedProgram;
use super::super::question::Question;
use super::super::verdict::View;
use super::{Choice, Unit};
use crate::credits::Credits;
use crate::term::Term;
use crate::transcript::Record;

/// Makes a course that asks for credits before it hang on their order, where the records do not show it. What is planned
/// without a semester is not asked about: it can still be planned in order.
pub fn ask(
    program: &PreparedProgram,
    question: &Question,
    records: &[Record],
    units: &mut [Unit],
    table: &mut FactTable<'_>,
) {
    for prerequisite in &question.prerequisites {
        // For each unit the semesters in which its credits for certain came, of the categories that count.
        let mut earlier: Vec<Vec<(Option<Term>, View, Credits)>> = Vec::with_capacity(units.len());
        for unit in units.iter() {
            let mut of_unit = Vec::new();
            for entry in unit {
                let counts = |choice: &&Choice| {
                    choice.usable == Possible::Yes && choice.category.is_some_and(|at| prerequisite.of.contains(&at))
                };
                let credits = entry.options.iter().filter(counts).map(|choice| choice.credits).max();
                let term = entry.record.and_then(|at| records.get(at)?.term);
                of_unit.extend(credits.map(|credits| (term, entry.view, credits)));
            }
            earlier.push(of_unit);
        }
        // What has no semester is earlier where it is passed and the other is still to be.
        let before = |term: Term, view: View| {
            let is_before = |of: &Option<Term>, since: View| of.map_or(since < view, |of| of < term);
            let best = |unit: &Vec<(Option<Term>, View, Credits)>| {
                unit.iter().filter(|(of, since, _)| is_before(of, *since)).map(|(_, _, credits)| *credits).max()
            };
            earlier.iter().filter_map(best).sum::<Credits>()
        };
        for entry in units.iter_mut().flatten() {
            let term = entry.record.and_then(|at| records.get(at)?.term);
            let shown = match term {
                Some(term) => before(term, entry.view) >= prerequisite.credits,
                None => entry.view == View::Planned,
            };
            for choice in entry.options.iter_mut().filter(|choice| choice.category == Some(prerequisite.category)) {
                let listed = choice.listing.and_then(|at| at.of(&program.list)).and_then(Option::as_ref);
                let Some(listed) = listed.filter(|_| !shown) else { continue };
                let fact = Fact::TakenInOrder { course: listed.course.as_ref().clone() };
                choice.usable = choice.usable.and(table.ask(fact));
            }
        }
    }
}
