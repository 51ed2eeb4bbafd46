//! What became of each record: which count and as what, and why the others do not.

use super::fact::{CourseRef, CrossDomainDoubt};
use super::facts::FactTable;
use super::judging::Evaluation;
use super::prepared::{Prepared, PreparedProgram};
use super::question::Question;
use super::records::{Hit, Unit, Via};
use super::student::Standing;
use super::verdict::{Block, Counted, NotCounted, NotCountedReason, View};
use crate::transcript::Record;

impl Prepared {
    pub(super) fn counted(
        &self,
        program: &PreparedProgram,
        question: &Question,
        records: &[Record],
        units: &[Unit],
        view: View,
    ) -> Vec<Counted> {
        let evaluation = Evaluation::new(question, units, view, &|_| false);
        let mut counted = Vec::new();
        for (unit, pick) in evaluation.picks() {
            let Some(entry) = units.get(unit).and_then(|unit| unit.get(pick.entry)) else { continue };
            let Some(choice) = entry.options.get(pick.option) else { continue };
            let Some((at, record)) = entry.record.and_then(|at| Some((at, records.get(at)?))) else { continue };
            let listed = choice.listing.and_then(|at| at.of(&program.list)).and_then(Option::as_ref);
            let course = listed.map_or_else(
                || CourseRef { code: record.code.clone(), name: record.name.clone() },
                |listed| listed.course.as_ref().clone(),
            );
            let own = listed.filter(|l| l.course.code != record.code || l.course.name != record.name);
            let own = own.and_then(|_| self.own_row(record));
            let standing = own.or_else(|| listed.map(|listed| listed.standing.clone()));
            let standing = standing.unwrap_or_else(|| self.standing(record));
            let placed = block(&standing);
            let standing = self.decided_standing(&course, standing);
            counted.push(Counted {
                record: at,
                course,
                credits: choice.credits,
                category: choice.category.and_then(|at| at.of(&program.categories)).cloned(),
                view: entry.view,
                block: if standing == Standing::Decided(true) { placed.max(Some(Block::Free)) } else { placed },
                cross_domain: standing,
                code_not_given: entry.code_not_given,
            });
        }
        counted
    }

    /// Standing as the student decided it, where they did.
    fn decided_standing(&self, course: &CourseRef, standing: Standing) -> Standing {
        let decision = self.decisions.iter().find(|decision| decision.is_on(course));
        match decision {
            Some(decision) if standing.known() != Some(decision.holds) => Standing::Decided(decision.holds),
            _ => standing,
        }
    }
}

/// Where a course's credits fall among the graduation credits.
fn block(standing: &Standing) -> Option<Block> {
    Some(match standing {
        Standing::Own { symbol, .. } if symbol.is_required() => Block::ProfessionalRequired,
        Standing::Own { .. } => Block::ProfessionalElective,
        Standing::Doubt(CrossDomainDoubt::OwnCommon) => Block::Common,
        Standing::Doubt(CrossDomainDoubt::CommonCourse) => Block::GeneralEducation,
        Standing::Cross | Standing::Doubt(_) => Block::Free,
        Standing::Decided(_) | Standing::NoCurriculum => return None,
    })
}

/// Why the records that met the list, and are not counted, are not.
pub fn not_counted(
    program: &PreparedProgram,
    question: &Question,
    records: &[Record],
    hits: &[Hit],
    units: &[Unit],
    (counted, view): (&[Counted], View),
    table: &FactTable<'_>,
) -> Vec<NotCounted> {
    let mut told: Vec<NotCounted> = Vec::new();
    for hit in hits {
        // What nothing speaks for is asked about only where an answer hangs on it.
        let known = hit.via == Via::Anything
            || told.iter().any(|n| n.record == hit.record)
            || counted.iter().any(|c| c.record == hit.record);
        let Some(record) = records.get(hit.record).filter(|_| !known) else { continue };
        let listed = hit.listing().and_then(|at| at.of(&program.list)).and_then(Option::as_ref);
        let course = match (hit.via, listed) {
            (Via::Unlisted | Via::Anything, _) | (_, None) => {
                CourseRef { code: record.code.clone(), name: record.name.clone() }
            }
            (_, Some(listed)) => listed.course.as_ref().clone(),
        };
        let unit = units.iter().find(|unit| unit.iter().any(|entry| entry.record == Some(hit.record)));
        let reason = match unit {
            // A failed attempt of a course that counts anyway is only a remark on it.
            None => NotCountedReason::NotPassed,
            Some(unit) => why_not(question, unit, hit, (counted, view), table),
        };
        told.push(NotCounted { record: hit.record, course, reason });
    }
    told
}

fn why_not(
    question: &Question,
    unit: &Unit,
    hit: &Hit,
    (counted, view): (&[Counted], View),
    table: &FactTable<'_>,
) -> NotCountedReason {
    let by = counted.iter().find(|c| unit.iter().any(|entry| entry.record == Some(c.record)));
    let options = || unit.iter().filter(|entry| entry.record == Some(hit.record)).flat_map(|entry| &entry.options);
    if let Some(by) = by {
        return NotCountedReason::CountedAlready { by: by.record };
    }
    if unit.iter().any(|entry| entry.record == Some(hit.record) && entry.view > view) {
        return NotCountedReason::NotPassedYet;
    }
    let free = options().filter(|choice| choice.usable.holds(&|_| false));
    let limits = || free.clone().flat_map(|choice| question.limits.iter().zip(&choice.uses)).filter(|(_, uses)| **uses);
    if free.clone().next().is_some() {
        // A limit that perhaps does not stand is a question, not a reason.
        let open: Vec<_> = limits().filter_map(|(limit, _)| limit.unless.as_slice().first()).copied().collect();
        return match limits().all(|(limit, _)| !limit.unless.is_never()) && !open.is_empty() {
            true => NotCountedReason::ToConfirm(table.all(&open)),
            false => NotCountedReason::LimitReached,
        };
    }
    if let Some(choice) = options().filter(|c| c.usable.holds(&|_| true)).min_by_key(|c| c.usable.clauses().len()) {
        return NotCountedReason::ToConfirm(table.all(&choice.usable.enough()));
    }
    let range = hit.listing().and_then(|at| at.of(&question.slots_of)).cloned().unwrap_or(0..0);
    let excluded = question.slots.get(range).unwrap_or(&[]).iter().find_map(|slot| slot.excluded.clone());
    // What a decision refuses is left.
    excluded.unwrap_or(NotCountedReason::NotRecognised)
}
