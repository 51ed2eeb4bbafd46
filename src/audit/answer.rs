//! Answering one question of a program with the records at hand, and saying what became of each record.

use super::advise::{Scene, Taken, advise, finishable};
use super::candidates::take;
use super::fact::{CourseRef, CrossDomainDoubt, Fact};
use super::facts::FactTable;
use super::judge::{self, Look, Unit};
use super::matching::{self, Hit, Own, UNLISTED, UnitKey, Via};
use super::order;
use super::prepared::{Asking, Detail, Prepared, PreparedProgram};
use super::program::Question;
use super::verdict::{Block, Counted, NotCounted, NotCountedReason, Standing, Status, Verdict, View};
use crate::credits::Credits;
use crate::names::normalise;
use crate::sorting;
use crate::transcript::Record;

/// No program asks for so many courses; see [`Prepared::spare`].
const MOST_COURSES_ASKED: usize = 12;

impl Prepared {
    /// Answers one question; what became of the records is told only where that is wanted.
    pub(super) fn answer(
        &self,
        program: &PreparedProgram,
        question: &Question,
        asking: Asking<'_>,
        records_wanted: bool,
    ) -> Answer {
        let Asking { records, hits, without, detail, .. } = asking;
        let decide = |fact: &Fact| self.decided(&program.code, fact);
        let mut table = FactTable::new(question, &decide);
        let (units, taken) = self.units(program, question, records, hits, &mut table);
        let mut status = judge::status(question, &units, &table);
        let progress = match detail {
            Detail::All => judge::progress(question, &units, &table),
            Detail::Answers | Detail::Advice => Vec::new(),
        };
        let categories = &program.categories;
        let open = matches!(status, Status::NotYet { .. } | Status::DependsOn { .. });
        let advised = open && detail != Detail::Answers;
        let hindrances = if advised { program.hindrances(asking.begun) } else { Vec::new() };
        let (list, hindrances) = (&program.list, &hindrances);
        let scene =
            Scene { question, list, categories, units: &units, taken: &taken, table: &table, without, hindrances };
        let advice = if advised { advise(&scene) } else { None };
        if let Status::NotYet { reachable, .. } = &mut status {
            *reachable = advice.is_some() || detail == Detail::Answers && finishable(&scene);
        }
        let view = match &status {
            Status::Met => View::Passed,
            Status::MetIfInProgress => View::InProgress,
            _ => View::Planned,
        };
        let counted = match records_wanted {
            true => self.counted(program, question, records, &units, view),
            false => Vec::new(),
        };
        let not_counted = match records_wanted && detail == Detail::All {
            true => not_counted(program, question, records, hits, &units, (&counted, view), &table),
            false => Vec::new(),
        };
        let mut decided = question.decided.clone();
        decided.extend(table.decided);
        Answer { verdict: Verdict { status, progress, advice }, counted, not_counted, decided }
    }

    /// Records as units: one for each name (or for several names, where a record could count under each), in the order
    /// of the list. And the names that records stand for.
    pub(super) fn units(
        &self,
        program: &PreparedProgram,
        question: &Question,
        records: &[Record],
        hits: &[Hit],
        table: &mut FactTable<'_>,
    ) -> (Vec<Unit>, Vec<Taken>) {
        let mut groups: Vec<(Vec<UnitKey>, Vec<usize>)> = Vec::new();
        let mut taken: Vec<Taken> = Vec::new();
        let spare = self.spare(question, records, hits);
        for hit in hits {
            let Some(record) = records.get(hit.record) else { continue };
            if View::of(record, self.pass_mark).is_none() {
                continue;
            }
            if hit.via == Via::Anything && !spare.contains(&hit.record) {
                continue;
            }
            let key = match hit.via {
                Via::Unlisted | Via::Anything => UnitKey::Unlisted(normalise(&record.name)),
                _ => UnitKey::Listed(hit.listing().and_then(|at| program.names.get(at)).copied().unwrap_or(UNLISTED)),
            };
            let keys: Vec<UnitKey> =
                [Some(key.clone()), self.printed(program, &key, record)].into_iter().flatten().collect();
            if !self.refused(program, hit, record) {
                for key in &keys {
                    if let UnitKey::Listed(name) = key {
                        take(&mut taken, *name, record.stage);
                    }
                }
            }
            let mut here = (keys, vec![hit.record]);
            let (joined, apart) = groups.into_iter().partition(|(keys, records): &(Vec<UnitKey>, Vec<usize>)| {
                keys.iter().any(|key| here.0.contains(key)) || records.contains(&hit.record)
            });
            groups = apart;
            for (keys, records) in joined {
                here.0.extend(keys);
                here.1.extend(records);
            }
            groups.push(here);
        }
        let own = Own { standing: &|record| self.standing(record), by_itself: &|record| self.ground.standing(record) };
        // The order of the records must not matter: names by the list, attempts by what they are.
        sorting::sort_by_cached_key(&mut groups, |(keys, _)| keys.iter().min().cloned());
        let mut units: Vec<Unit> = Vec::with_capacity(groups.len());
        for (_, mut numbers) in groups {
            sorting::sort(&mut numbers);
            numbers.dedup();
            sorting::sort_by_cached_key(&mut numbers, |record| self.attempt(records, *record));
            let mut unit: Unit = Vec::with_capacity(numbers.len());
            for record in numbers {
                let here: Vec<Hit> = hits.iter().filter(|hit| hit.record == record).copied().collect();
                let Some(details) = records.get(record) else { continue };
                let Some(view) = View::of(details, self.pass_mark) else { continue };
                let Some(mut entry) = matching::entry(question, &program.list, table, details, &here, view, &own)
                else {
                    continue;
                };
                let name = |hit: &Hit| program.names.get(hit.listing()?).copied();
                if let Some(listed) = here.first().and_then(name) {
                    entry.printed = self.printed(program, &UnitKey::Listed(listed), details);
                }
                unit.push(entry);
            }
            units.push(unit);
        }
        units.retain(|unit| !unit.is_empty());
        order::ask(program, question, records, &mut units, table);
        (units, taken)
    }

    /// The name of a record as printed, where that is not the name it counts under.
    fn printed(&self, program: &PreparedProgram, key: &UnitKey, record: &Record) -> Option<UnitKey> {
        let UnitKey::Listed(counts_as) = key else { return None };
        let name = normalise(&record.name);
        if name.is_empty() {
            return None;
        }
        let listed = program.name_ids.get(&name).copied();
        match listed {
            Some(listed) => (listed != *counts_as).then_some(UnitKey::Listed(listed)),
            None => Some(UnitKey::Unlisted(name)),
        }
    }

    /// Of the records that a category may take although nothing speaks for it, those that could be enough: the ones with
    /// most credits. More than these can change no answer, as they all count alike.
    fn spare(&self, question: &Question, records: &[Record], hits: &[Hit]) -> Vec<usize> {
        let mut spare: Vec<usize> = hits.iter().filter(|hit| hit.via == Via::Anything).map(|hit| hit.record).collect();
        if spare.is_empty() {
            return spare;
        }
        sorting::sort_by_cached_key(&mut spare, |at| self.attempt(records, *at));
        let enough = |view: View| {
            let of_view = |at: &&usize| records.get(**at).and_then(|r| View::of(r, self.pass_mark)) == Some(view);
            let mut names: Vec<String> = Vec::new();
            let mut left: i32 =
                question.demands.iter().map(|demand| i32::from(demand.condition.need.number())).max()?;
            let mut kept = Vec::new();
            for at in spare.iter().filter(of_view) {
                let Some(record) = records.get(*at) else { continue };
                let name = normalise(&record.name);
                if names.contains(&name) {
                    kept.push(*at);
                } else if left > 0 || kept.len() < MOST_COURSES_ASKED {
                    left -= i32::from(record.credits.unwrap_or_default().tenths());
                    names.push(name);
                    kept.push(*at);
                }
            }
            Some(kept)
        };
        View::ALL.into_iter().filter_map(enough).flatten().collect()
    }

    /// Whether the student decided that a record is not recognised as the listed course of its name.
    fn refused(&self, program: &PreparedProgram, hit: &Hit, record: &Record) -> bool {
        let listed = hit.listing().and_then(|at| program.list.get(at)).and_then(Option::as_ref);
        let fact = listed.map(|l| Fact::Recognised { course: l.course.as_ref().clone(), taken: record.code.clone() });
        hit.via == Via::OtherCode && fact.is_some_and(|fact| self.decided(&program.code, &fact) == Some(false))
    }

    /// What an attempt is, for a stable order: the surest and largest first.
    pub(super) fn attempt<'r>(&self, records: &'r [Record], at: usize) -> impl Ord + use<'r> {
        let record = records.get(at);
        let view = record.and_then(|r| View::of(r, self.pass_mark));
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
                |listed| listed.course.as_ref().clone(),
            );
            let own = listed.filter(|l| l.course.code != record.code || l.course.name != record.name);
            let own = own.and_then(|_| self.own_row(record));
            let standing = own.or_else(|| listed.map(|listed| listed.standing.clone()));
            let standing = standing.unwrap_or_else(|| self.standing(record));
            let placed = block(&standing);
            let standing = self.decided_standing(&course, standing);
            counted.push(Counted {
                record: entry.record,
                course,
                credits: Credits::from_tenths(choice.credits),
                category: choice.category.and_then(|c| program.categories.get(usize::from(c))).cloned(),
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

/// The answer to one question, with what became of the records.
pub struct Answer {
    pub verdict: Verdict,
    pub counted: Vec<Counted>,
    pub not_counted: Vec<NotCounted>,
    pub decided: Vec<Fact>,
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
fn not_counted(
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
        let listed = hit.listing().and_then(|at| program.list.get(at)).and_then(Option::as_ref);
        let course = match (hit.via, listed) {
            (Via::Unlisted | Via::Anything, _) | (_, None) => {
                CourseRef { code: record.code.clone(), name: record.name.clone() }
            }
            (_, Some(listed)) => listed.course.as_ref().clone(),
        };
        let unit = units.iter().find(|unit| unit.iter().any(|entry| entry.record == hit.record));
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
    let by = counted.iter().find(|c| unit.iter().any(|entry| entry.record == c.record));
    let options = || unit.iter().filter(|entry| entry.record == hit.record).flat_map(|entry| &entry.options);
    if let Some(by) = by {
        return NotCountedReason::CountedAlready { by: by.record };
    }
    if unit.iter().any(|entry| entry.record == hit.record && entry.view > view) {
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
    let range = hit.listing().and_then(|at| question.slots_of.get(at)).cloned().unwrap_or(0..0);
    let excluded = question.slots.get(range).unwrap_or(&[]).iter().find_map(|slot| slot.excluded.clone());
    // What a decision refuses is left.
    excluded.unwrap_or(NotCountedReason::NotRecognised)
}
