//! Answering one question of a program with the records at hand, and saying what became of each record.

use super::advise::{Scene, Taken, advise};
use super::fact::{CourseRef, CrossDomainDoubt, Fact};
use super::judge::{self, Look, Unit};
use super::matching::{self, FactTable, Hit, Via};
use super::prepared::{Prepared, PreparedProgram};
use super::program::Question;
use super::verdict::{Block, Counted, NotCounted, NotCountedReason, Standing, Status, Verdict, View};
use crate::catalog::NameId;
use crate::catalog::document::NotListedReason;
use crate::credits::Credits;
use crate::names::normalise;
use crate::transcript::{Record, Status as How};

impl Prepared {
    pub(super) fn answer(
        &self,
        program: &PreparedProgram,
        question: &Question,
        records: &[Record],
        hits: &[Hit],
        without: &[u16],
    ) -> Answer {
        let decide = |fact: &Fact| self.decided(&program.code, fact);
        let mut table = FactTable::new(question, &decide);
        let standing = |record: &Record| self.standing(record);
        let (units, taken) = self.units(program, question, records, hits, &mut table, &standing);
        let mut status = judge::status(question, &units, &table);
        let progress = judge::progress(question, &units, &table);
        let advice = match status {
            Status::NotYet { .. } | Status::DependsOn { .. } => {
                let categories = &program.categories;
                let (list, units, taken, table) = (&program.list, &units, &taken, &table);
                advise(&Scene { question, list, categories, units, taken, table, without })
            }
            _ => None,
        };
        if let Status::NotYet { reachable, .. } = &mut status {
            *reachable = advice.is_some();
        }
        let view = match &status {
            Status::Met => View::Passed,
            Status::MetIfInProgress => View::InProgress,
            _ => View::Planned,
        };
        let counted = self.counted(program, question, records, &units, view);
        let not_counted = not_counted(program, question, records, hits, &units, &counted, &table);
        let mut decided = question.decided.clone();
        decided.extend(table.decided);
        Answer { verdict: Verdict { status, progress, advice }, counted, not_counted, decided }
    }

    /// Records as units: one for each name, in the order of the list.
    pub(super) fn units(
        &self,
        program: &PreparedProgram,
        question: &Question,
        records: &[Record],
        hits: &[Hit],
        table: &mut FactTable<'_>,
        standing: &dyn Fn(&Record) -> Standing,
    ) -> (Vec<Unit>, Vec<Taken>) {
        let mut order: Vec<(UnitKey, usize)> = Vec::new();
        for hit in hits {
            let Some(record) = records.get(hit.record) else { continue };
            if view(record, self.pass_mark).is_none() || order.iter().any(|(_, known)| *known == hit.record) {
                continue;
            }
            let key = match hit.via {
                Via::Unlisted => UnitKey::Unlisted(normalise(&record.name)),
                _ => UnitKey::Listed(program.names.get(usize::from(hit.listing)).copied().unwrap_or(NameId(u32::MAX))),
            };
            order.push((key, hit.record));
        }
        // The order of the records must not matter: names by the list, attempts by what they are.
        order
            .sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| self.attempt(records, *x).cmp(&self.attempt(records, *y))));
        let mut units: Vec<Unit> = Vec::new();
        let mut taken: Vec<Taken> = Vec::new();
        let mut last: Option<UnitKey> = None;
        for (key, record) in order {
            let own: Vec<Hit> = hits.iter().filter(|hit| hit.record == record).copied().collect();
            let Some(details) = records.get(record) else { continue };
            let Some(view) = view(details, self.pass_mark) else { continue };
            let Some(entry) = matching::entry(question, &program.list, table, details, &own, view, standing) else {
                continue;
            };
            let name = match &key {
                UnitKey::Listed(name) => *name,
                UnitKey::Unlisted(_) => NameId(u32::MAX),
            };
            if last.as_ref() != Some(&key) {
                units.push(Vec::new());
                taken.push(Taken { name, stages: Vec::new() });
                last = Some(key);
            }
            if let (Some(unit), Some(taken)) = (units.last_mut(), taken.last_mut()) {
                let whole = unit.iter().any(|e: &matching::Entry| e.stage == 0) || entry.stage == 0;
                taken.stages.push(entry.stage);
                if whole {
                    taken.stages.clear();
                }
                unit.push(entry);
            }
        }
        (units, taken)
    }

    /// What an attempt is, for a stable order: the surest and largest first.
    fn attempt<'r>(&self, records: &'r [Record], at: usize) -> impl Ord + use<'r> {
        let record = records.get(at);
        let view = record.and_then(|r| view(r, self.pass_mark));
        let credits = std::cmp::Reverse(record.and_then(|r| r.credits));
        (view, credits, record.map(|r| (&r.code, &r.name, r.stage, r.term, r.grade.to_string())))
    }

    fn counted(
        &self,
        program: &PreparedProgram,
        question: &Question,
        records: &[Record],
        units: &[Unit],
        view: View,
    ) -> Vec<Counted> {
        let look = Look::new(question, units, view, &|_| false);
        let mut counted = Vec::new();
        for (unit, pick) in look.picks() {
            let Some(entry) = units.get(unit).and_then(|unit| unit.get(pick.entry)) else { continue };
            let Some(choice) = entry.options.get(pick.option) else { continue };
            let Some(record) = records.get(entry.record) else { continue };
            let listed = choice.listing.and_then(|at| program.list.get(usize::from(at))).and_then(Option::as_ref);
            let course = listed.map_or_else(
                || CourseRef { code: record.code.clone(), name: record.name.clone() },
                |listed| listed.course.clone(),
            );
            let standing = listed.map_or_else(|| self.standing(record), |listed| listed.standing.clone());
            let standing = self.decided_standing(&course, standing);
            counted.push(Counted {
                record: entry.record,
                course,
                credits: Credits::from_tenths(entry.credits),
                category: choice.category.and_then(|c| program.categories.get(usize::from(c))).cloned(),
                view: entry.view,
                block: block(&standing),
                cross_domain: standing,
                code_not_given: entry.code_not_given,
            });
        }
        counted
    }

    /// Standing as the student decided it, where they did.
    fn decided_standing(&self, course: &CourseRef, standing: Standing) -> Standing {
        let decision = self.decisions.iter().find(|decision| match &decision.fact {
            Fact::CrossDomain { course: decided, .. } => decided == course,
            _ => false,
        });
        match (decision, &standing) {
            (Some(decision), _) if decision.holds => Standing::Cross,
            (Some(_), Standing::Own { .. }) | (None, _) => standing,
            (Some(_), _) => Standing::Doubt(CrossDomainDoubt::OwnCommon),
        }
    }
}

/// What makes records one unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum UnitKey {
    Listed(NameId),
    Unlisted(String),
}

/// The answer to one question, with what became of the records.
pub struct Answer {
    pub verdict: Verdict,
    pub counted: Vec<Counted>,
    pub not_counted: Vec<NotCounted>,
    pub decided: Vec<Fact>,
}

/// From which view on a record counts; `None` when it never does.
fn view(record: &Record, pass_mark: u8) -> Option<View> {
    match record.status(pass_mark) {
        How::Passed => Some(View::Passed),
        How::InProgress => Some(View::InProgress),
        How::Planned => Some(View::Planned),
        How::NotPassed => None,
    }
}

/// Where a course's credits fall among the graduation credits.
fn block(standing: &Standing) -> Option<Block> {
    Some(match standing {
        Standing::Own { symbol, .. } if symbol.is_required() => Block::ProfessionalRequired,
        Standing::Own { .. } => Block::ProfessionalElective,
        Standing::Doubt(CrossDomainDoubt::OwnCommon) => Block::Common,
        Standing::Doubt(CrossDomainDoubt::CommonCourse) => Block::GeneralEducation,
        Standing::Cross | Standing::Doubt(CrossDomainDoubt::NearName(_)) => Block::Free,
        Standing::NoCurriculum => return None,
    })
}

/// Why the records that met the list, and are not counted, are not.
fn not_counted(
    program: &PreparedProgram,
    question: &Question,
    records: &[Record],
    hits: &[Hit],
    units: &[Unit],
    counted: &[Counted],
    table: &FactTable<'_>,
) -> Vec<NotCounted> {
    let mut told: Vec<NotCounted> = Vec::new();
    for hit in hits {
        let known = told.iter().any(|n| n.record == hit.record) || counted.iter().any(|c| c.record == hit.record);
        let Some(record) = records.get(hit.record).filter(|_| !known) else { continue };
        let listed = program.list.get(usize::from(hit.listing)).and_then(Option::as_ref);
        let course = match (hit.via, listed) {
            (Via::Unlisted, _) | (_, None) => CourseRef { code: record.code.clone(), name: record.name.clone() },
            (_, Some(listed)) => listed.course.clone(),
        };
        let unit = units.iter().find(|unit| unit.iter().any(|entry| entry.record == hit.record));
        let reason = match unit {
            // A failed attempt of a course that counts anyway is only a remark on it.
            None => NotCountedReason::NotPassed,
            Some(unit) => why_not(question, unit, hit, counted, table),
        };
        told.push(NotCounted { record: hit.record, course, reason });
    }
    told
}

fn why_not(
    question: &Question,
    unit: &Unit,
    hit: &Hit,
    counted: &[Counted],
    table: &FactTable<'_>,
) -> NotCountedReason {
    let by = counted.iter().find(|c| unit.iter().any(|entry| entry.record == c.record));
    let options = || unit.iter().filter(|entry| entry.record == hit.record).flat_map(|entry| &entry.options);
    if let Some(by) = by {
        return NotCountedReason::CountedAlready { by: by.record };
    }
    if options().any(|choice| choice.usable.holds(&|_| false)) {
        return NotCountedReason::LimitReached;
    }
    if let Some(choice) = options().filter(|c| c.usable.holds(&|_| true)).min_by_key(|c| c.usable.facts().len()) {
        return NotCountedReason::ToConfirm(table.all(choice.usable.facts()));
    }
    let range = question.slots_of.get(usize::from(hit.listing)).cloned().unwrap_or(0..0);
    let excluded = question.slots.get(range).unwrap_or(&[]).iter().find_map(|slot| slot.excluded.clone());
    // A decision against recognising it leaves no other reason than that it is not listed under this code.
    excluded.unwrap_or(NotCountedReason::NotListed(NotListedReason::NotTagged))
}
