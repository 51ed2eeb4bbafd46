//! Auditing again after a change: a program that no changed record touches answers as before.
//!
//! What a program answers hangs on the records that meet its list, or that bear a code it names as not listed, and on
//! the places of these records among all. A course ticked on a phone touches a few of the programs.

use std::sync::Arc;

use super::answer::Detail;
use super::prepared::Prepared;
use super::verdict::ProgramAudit;
use crate::names::normalise;
use crate::transcript::Record;

impl Prepared {
    /// Audits every program, in the order of the edition, where `audits` is what this same edition, prepared for the
    /// same student, said of the records `before`. The same as [`Prepared::audit`], only sooner.
    pub fn audit_again(
        &self,
        records: &[Record],
        before: &[Record],
        audits: &[Arc<ProgramAudit>],
    ) -> Vec<Arc<ProgramAudit>> {
        let touched = self.touched(records, before);
        let is_touched = |at: usize| at >= audits.len() || touched.get(at) != Some(&false);
        let mut anew = self.audit_some(records, &|at, _| is_touched(at), &[], Detail::All).into_iter();
        let answer = |at: usize| match audits.get(at).filter(|_| !is_touched(at)) {
            Some(known) => Some(Arc::clone(known)),
            None => anew.next().map(Arc::new),
        };
        (0..self.programs.len()).filter_map(answer).collect()
    }

    /// For each program, whether a record that changed meets it.
    fn touched(&self, records: &[Record], before: &[Record]) -> Vec<bool> {
        let changed: Vec<&Record> = if records.len() == before.len() {
            let pairs = records.iter().zip(before).filter(|(now, then)| now != then);
            pairs.flat_map(|(now, then)| [now, then]).collect()
        } else {
            // Behind the first difference the places have shifted.
            let alike = records.iter().zip(before).take_while(|(now, then)| now == then).count();
            records.iter().skip(alike).chain(before.iter().skip(alike)).collect()
        };
        let mut hits = vec![Vec::new(); self.programs.len()];
        for (at, record) in changed.iter().enumerate() {
            self.hit(at, record, &mut hits);
        }
        let mut touched: Vec<bool> = hits.iter().map(|hits| !hits.is_empty()).collect();
        let near = changed.iter().flat_map(|record| self.near_lists(record)).map(|(program, _)| program);
        // What continues the course is no longer hindered, or is again.
        let after = changed.iter().filter_map(|record| self.continued.get(normalise(&record.name).as_str())).flatten();
        for program in near.chain(after) {
            if let Some(touched) = touched.get_mut(program.index()) {
                *touched = true;
            }
        }
        touched
    }
}
