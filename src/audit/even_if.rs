//! What an answer does not need: courses not passed yet without which it stays as it is.

use super::answer::Detail;
use super::prepared::Prepared;
use super::verdict::{Answer, Counted, ProgramAudit, View};
use crate::rules::Purpose;
use crate::transcript::{Grade, Record};

/// Courses that may still be failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvenIf {
    /// Positions of records in progress or planned, each of which alone may fail.
    pub any_one: Vec<usize>,
    /// All of them may fail together.
    pub all: bool,
}

impl Prepared {
    /// The counted courses of a program, not passed yet, without any one of which the question is met all the same, in
    /// the same view or an earlier one. Empty where it is not met with them. `audit` is what this says of the records.
    pub fn even_if(&self, records: &[Record], audit: &ProgramAudit, purpose: Purpose) -> EvenIf {
        let of = |audit: &ProgramAudit| {
            view(if purpose == Purpose::Certificate { &audit.certificate.answer } else { &audit.cross_domain.answer })
        };
        let Some(now) = of(audit) else { return EvenIf::default() };
        let without = |failed: &[usize]| {
            let mut records = records.to_vec();
            for at in failed {
                if let Some(record) = records.get_mut(*at) {
                    *record = Record { grade: Grade::Fail, declared: None, ..record.clone() };
                }
            }
            let then = self.audit_some(&records, &|_, code| code == audit.code, &[], Detail::Answers);
            then.first().and_then(of).is_some_and(|then| then <= now)
        };
        let coming = |counted: &&Counted| counted.view > View::Passed;
        let mut any_one: Vec<usize> = audit.counted.iter().filter(coming).map(|counted| counted.record).collect();
        any_one.retain(|at| without(&[*at]));
        let all = any_one.len() > 1 && without(&any_one);
        EvenIf { any_one, all }
    }
}

/// In which view an answer is met.
fn view(answer: &Answer) -> Option<View> {
    match answer {
        Answer::Met => Some(View::Passed),
        Answer::MetIfInProgress => Some(View::InProgress),
        Answer::MetIfPlanned => Some(View::Planned),
        _ => None,
    }
}
