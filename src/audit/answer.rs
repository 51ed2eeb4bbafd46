//! The entry points: audits records against every program, or some, and answers the two questions of each.

use std::collections::HashSet;

use super::advice::{AdviceInput, advise, finishable};
use super::at::ListingAt;
use super::fact::{CourseRef, Fact};
use super::facts::FactTable;
use super::judging;
use super::prepared::{Prepared, PreparedProgram, PreparedQuestion};
use super::proof::not_counted;
use super::records::Hit;
use super::verdict::{Answer, Counted, NotCounted, NotCountedReason, ProgramAudit, Verdict, View};
use crate::names::normalise;
use crate::sorting;
use crate::transcript::Record;

/// What to compute besides the two answers, what is missing, and what counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing more.
    Answers,
    /// And the cheapest way to finish.
    Advice,
    /// And how far every condition is, and what became of the records that do not count.
    All,
}

/// What an answer is asked with.
#[derive(Clone, Copy)]
struct Asking<'a> {
    records: &'a [Record],
    hits: &'a [Hit],
    /// Positions in the program's list that must not be advised.
    without: &'a [ListingAt],
    /// Normalised names, of those that a listed course continues, for which a record stands.
    begun: &'a HashSet<String>,
    detail: Detail,
}

impl Prepared {
    /// Audits every program, in the order of the edition.
    pub fn audit(&self, records: &[Record]) -> Vec<ProgramAudit> {
        self.audit_some(records, &|_, _| true, &[], Detail::All)
    }

    /// The same with less told beside the answers, for many students at once.
    pub fn audit_in(&self, records: &[Record], detail: Detail) -> Vec<ProgramAudit> {
        self.audit_some(records, &|_, _| true, &[], detail)
    }

    /// Audits one program; `without` names codes that must not be advised.
    pub fn audit_program(&self, records: &[Record], program: &str, without: &[String]) -> Option<ProgramAudit> {
        self.audit_some(records, &|_, code| code == program, without, Detail::All).into_iter().next()
    }

    /// The two answers about one program, certificate first, with nothing more told.
    #[cfg(feature = "office")]
    pub fn answers(&self, records: &[Record], program: &str) -> Option<[Answer; 2]> {
        let audit = self.audit_some(records, &|_, code| code == program, &[], Detail::Answers).into_iter().next()?;
        Some([audit.certificate.answer, audit.cross_domain.answer])
    }

    /// Audits the programs that `which` chooses by place and code.
    pub(super) fn audit_some(
        &self,
        records: &[Record],
        which: &dyn Fn(usize, &str) -> bool,
        without: &[String],
        detail: Detail,
    ) -> Vec<ProgramAudit> {
        let mut hits: Vec<Vec<Hit>> = vec![Vec::new(); self.programs.len()];
        for (record, details) in records.iter().enumerate() {
            self.hit(record, details, &mut hits);
        }
        let begun = self.begun(records);
        let mut audits = Vec::with_capacity(self.programs.len());
        for (at, program) in self.programs.iter().enumerate().filter(|(at, p)| which(*at, &p.code)) {
            let hits = hits.get(at).map_or(&[][..], Vec::as_slice);
            audits.push(self.audit_one(
                at,
                program,
                Asking { records, hits, without: &program.positions(without), begun: &begun, detail },
            ));
        }
        audits
    }

    fn audit_one(&self, at: usize, program: &PreparedProgram, asking: Asking<'_>) -> ProgramAudit {
        let Asking { records, hits, .. } = asking;
        let certificate = self.answer(program, &program.certificate, asking, true);
        let requirement =
            (!program.requirement_is_certificate).then(|| self.answer(program, &program.requirement, asking, false));
        let mut decided = certificate.decided;
        let cross_domain = match requirement {
            Some(requirement) => {
                decided.extend(requirement.decided);
                requirement.verdict
            }
            None => certificate.verdict.clone(),
        };
        sorting::sort(&mut decided);
        decided.dedup();
        let mut not_counted = certificate.not_counted;
        for (record, details) in records.iter().enumerate().filter(|_| asking.detail == Detail::All) {
            for (program, why) in self.near_lists(details) {
                let known = hits.iter().any(|hit| hit.record == record);
                if program.index() == at && !known {
                    let course = CourseRef { code: details.code.clone(), name: details.name.clone() };
                    let reason = NotCountedReason::NotListed(*why);
                    not_counted.push(NotCounted { record, course, reason });
                }
            }
        }
        // The order of the records must not matter.
        sorting::sort_by_cached_key(&mut not_counted, |told| (told.course.clone(), self.attempt(records, told.record)));
        ProgramAudit {
            code: program.code.clone(),
            exclusive_with: program.exclusive_with.clone(),
            certificate: certificate.verdict,
            cross_domain,
            counted: certificate.counted,
            not_counted,
            decided,
        }
    }

    /// Names that a listed course continues and for which a record stands: passed, in progress or planned.
    pub(super) fn begun(&self, records: &[Record]) -> HashSet<String> {
        let alive = records.iter().filter(|record| View::of(record, self.pass_mark).is_some());
        alive.map(|record| normalise(&record.name)).filter(|name| self.continued.contains_key(name.as_str())).collect()
    }

    /// Answers one question; what became of the records is told only where that is wanted.
    fn answer(
        &self,
        program: &PreparedProgram,
        prepared: &PreparedQuestion,
        asking: Asking<'_>,
        records_wanted: bool,
    ) -> QuestionResult {
        let PreparedQuestion { question, certain } = prepared;
        let Asking { records, hits, without, detail, .. } = asking;
        let decide = |fact: &Fact| self.decided(&program.code, fact);
        let mut table = FactTable::new(question, &decide);
        let (units, taken) = self.units(program, question, records, hits, &mut table);
        let mut answer = judging::judge(question, &units, &table);
        let progress = match detail {
            Detail::All => judging::progress(question, &units, &table),
            Detail::Answers | Detail::Advice => Vec::new(),
        };
        let categories = &program.categories;
        let open = matches!(answer, Answer::NotYet { .. } | Answer::DependsOn { .. });
        let advised = open && detail != Detail::Answers;
        let hindrances = if advised { program.hindrances(asking.begun) } else { Vec::new() };
        let (list, hindrances) = (&program.list, &hindrances);
        let input = AdviceInput {
            question,
            certain,
            list,
            categories,
            units: &units,
            taken: &taken,
            table: &table,
            without,
            hindrances,
        };
        let advice = if advised { advise(&input) } else { None };
        if let Answer::NotYet { reachable, .. } = &mut answer {
            *reachable = advice.is_some() || detail == Detail::Answers && finishable(&input);
        }
        let view = match &answer {
            Answer::Met => View::Passed,
            Answer::MetIfInProgress => View::InProgress,
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
        QuestionResult { verdict: Verdict { answer, progress, advice }, counted, not_counted, decided }
    }
}

/// The answer to one question, with what became of the records.
struct QuestionResult {
    verdict: Verdict,
    counted: Vec<Counted>,
    not_counted: Vec<NotCounted>,
    decided: Vec<Fact>,
}
