//! Which programs to show first: by what is left for this student.

use std::borrow::Borrow;

use super::verdict::{Answer, ProgramAudit, Verdict};
use crate::sorting;

/// Positions of the audits, nearest first. Ties keep the order of the edition, so nothing moves without cause.
///
/// Met goes before met-if, then what only hangs on facts, then what lacks courses by credits and number, then what the
/// program's own list cannot finish, then programs closed to the student. The certificate decides; where it ties, the
/// requirement does.
pub fn rank(audits: &[impl Borrow<ProgramAudit>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..audits.len()).collect();
    sorting::sort_by_cached_key(&mut order, |at| {
        audits.get(*at).map(Borrow::borrow).map(|audit| (left(&audit.certificate), left(&audit.cross_domain)))
    });
    order
}

/// How far an answer is: a class, then credits in tenths, courses, open facts.
fn left(verdict: &Verdict) -> (u8, u16, usize, usize) {
    let advice = verdict.advice.as_ref();
    let (credits, courses) = advice.map_or((0, 0), |a| (a.credits.tenths(), a.courses.len()));
    match &verdict.answer {
        Answer::Met | Answer::NotRequired => (0, 0, 0, 0),
        Answer::MetIfInProgress => (1, 0, 0, 0),
        Answer::MetIfPlanned => (2, 0, 0, 0),
        Answer::DependsOn { facts, .. } => (3, 0, 0, facts.len()),
        Answer::NotYet { reachable: true, .. } => (4, credits, courses, advice.map_or(0, |advice| advice.facts.len())),
        Answer::NotYet { reachable: false, .. } => (5, 0, 0, 0),
        Answer::NotOpen(_) => (6, 0, 0, 0),
    }
}
