//! Certificates of the two answers about one program.

use super::super::answer::Detail;
use super::super::condition::{Condition, Of};
use super::super::facts::FactTable;
use super::super::prepared::{Prepared, PreparedQuestion};
use super::super::question::Limit;
use super::super::records::Hit;
use super::super::verdict::{Answer, Verdict, View};
use super::facts;
use super::least;
use super::not_yet;
use super::shape::{AtMost, Certificate, Named, NamedOf, Shown};
use super::sight::{Sight, Unproven};
use crate::rules::Purpose;
use crate::transcript::Record;

impl Prepared {
    /// The certificates of both answers about a program, the certificate's and the requirement's; `None` where the edition
    /// has no such program.
    pub fn certify(&self, records: &[Record], program: &str) -> Option<[Result<Certificate, Unproven>; 2]> {
        let audit = self.audit_some(records, &|_, code| code == program, &[], Detail::Advice).into_iter().next()?;
        let (at, program) = self.programs.iter().enumerate().find(|(_, known)| known.code == program)?;
        let mut hits: Vec<Vec<Hit>> = vec![Vec::new(); self.programs.len()];
        for (record, details) in records.iter().enumerate() {
            self.hit(record, details, &mut hits);
        }
        let hits = hits.get(at).map_or(&[][..], Vec::as_slice);
        let one = |purpose: Purpose, prepared: &PreparedQuestion, verdict: &Verdict| {
            let question = &prepared.question;
            let decide = |fact: &_| self.decided(&program.code, fact);
            let mut table = FactTable::new(question, &decide);
            let (units, begun) = self.units(program, question, records, hits, &mut table);
            let (units, begun, table) = (&units[..], &begun[..], &table);
            Sight { program, prepared, question, units, begun, table }.certificate(purpose, verdict)
        };
        let requirement = if program.requirement_is_certificate { &program.certificate } else { &program.requirement };
        Some([
            one(Purpose::Certificate, &program.certificate, &audit.certificate),
            one(Purpose::CrossDomainRequirement, requirement, &audit.cross_domain),
        ])
    }
}

impl Sight<'_> {
    fn certificate(&self, question: Purpose, verdict: &Verdict) -> Result<Certificate, Unproven> {
        let shown = match &verdict.answer {
            Answer::Met => self.met(View::Passed)?,
            Answer::MetIfInProgress => self.met(View::InProgress)?,
            Answer::MetIfPlanned => self.met(View::Planned)?,
            Answer::DependsOn { facts, view } => facts::depends_on(self, facts, *view)?,
            Answer::NotYet { missing, reachable } => not_yet::not_yet(self, missing, *reachable)?,
            Answer::NotOpen(_) => Shown::NotOpen,
            Answer::NotRequired => Shown::NotRequired,
        };
        let advice = verdict.advice.as_ref();
        let least = advice.map(|advice| least::least(self, advice)).transpose()?;
        let conditions = named(self.question.demands.iter().map(|demand| &*demand.condition));
        let limits = self.limits(&self.question.limits);
        Ok(Certificate { program: self.program.code.clone(), question, conditions, limits, shown, least })
    }

    fn met(&self, view: View) -> Result<Shown, Unproven> {
        let counted = self.allocated(&self.problem(view, &|_| false), "what counts")?;
        let before = self.before(view, &|_| false)?;
        Ok(Shown::Met { view, counted, before })
    }

    fn limits(&self, limits: &[Limit]) -> Vec<AtMost> {
        let mut told: Vec<AtMost> = Vec::new();
        for limit in limits {
            let category = self.category(limit.category);
            let same = |known: &&AtMost| known.most == limit.most && known.category == category;
            let place = told.iter().filter(same).count();
            told.push(AtMost { most: limit.most, category, place });
        }
        told
    }
}

/// The conditions by what both sides know of them.
fn named<'c>(conditions: impl Iterator<Item = &'c Condition>) -> Vec<Named> {
    let mut told: Vec<Named> = Vec::new();
    for condition in conditions {
        let (need, categories) = (condition.need, condition.categories.clone());
        let of = match &condition.of {
            Of::Any => NamedOf::Any,
            Of::CrossDomain => NamedOf::CrossDomain,
            Of::OutsideDepartment => NamedOf::OutsideDepartment,
            Of::InPerson => NamedOf::InPerson,
            Of::Listed(courses) => {
                let mut codes: Vec<String> = courses.iter().filter_map(|course| course.code.clone()).collect();
                crate::sorting::sort(&mut codes);
                NamedOf::Codes(codes)
            }
            Of::Track(track) => NamedOf::Track(track.clone()),
            Of::OneTrackOf(_) => NamedOf::OneTrack,
        };
        let same = |known: &&Named| (known.need, &known.categories, &known.of) == (need, &categories, &of);
        let place = told.iter().filter(same).count();
        told.push(Named { need, categories, of, place });
    }
    told
}
