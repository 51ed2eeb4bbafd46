//! Gathers the records that met a program into units.

use super::super::fact::Fact;
use super::super::facts::FactTable;
use super::super::prepared::{Prepared, PreparedProgram};
use super::super::question::Question;
use super::super::verdict::View;
use super::matching::{self, Own};
use super::order;
use super::{Hit, Taken, Unit, UnitKey, Via, take};
use crate::names::normalise;
use crate::sorting;
use crate::transcript::Record;

/// No program asks for so many courses; see [`Prepared::spare`].
const MOST_COURSES_ASKED: usize = 12;

impl Prepared {
    /// Records as units: one for each name (or for several names, where a record could count under each), in the order
    /// of the list. And the names that records stand for.
    pub(in crate::audit) fn units(
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
            let listed = |hit: &Hit| *hit.listing()?.of(&program.names)?;
            let key = listed(hit).map_or_else(|| UnitKey::Unlisted(normalise(&record.name)), UnitKey::Listed);
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
                let name = |hit: &Hit| *hit.listing()?.of(&program.names)?;
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
        let listed = hit.listing().and_then(|at| at.of(&program.list)).and_then(Option::as_ref);
        let fact = listed.map(|l| Fact::Recognised { course: l.course.as_ref().clone(), taken: record.code.clone() });
        hit.via == Via::OtherCode && fact.is_some_and(|fact| self.decided(&program.code, &fact) == Some(false))
    }
}
