//! The review sheet: what a student brings to the units that review a micro-program, as plain data.
//!
//! It decides nothing. It puts the courses that the audit counts in the order of the program's categories, adds those
//! that the program's contact would have to recognise, and collects the conditions and open facts of both answers.

use crate::audit::{Answer, Counted, Fact, NotCounted, NotCountedReason, ProgramAudit, Progress, Standing, View};
use crate::catalog::document::Program;
use crate::credits::Credits;
use crate::names::normalise;
use crate::sorting;
use crate::transcript::{Completion, Record};

/// The sheet of one program.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The courses that count, by category: the program's order, courses of unknown category last.
    pub groups: Vec<Group>,
    /// Courses that count only if the program's contact recognises them. They are in no sum.
    pub to_confirm: Vec<SheetRow>,
    /// Credits of everything that counts, courses in progress and planned ones too.
    pub credits: Credits,
    /// Every condition of the certificate, then what the cross-domain requirement asks besides.
    pub conditions: Vec<Progress>,
    /// The facts on which the answers hang, each once.
    pub facts: Vec<Fact>,
}

/// The counted courses of one category.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The category; `None` for courses whose category the program leaves open.
    pub category: Option<String>,
    /// Its courses, the earliest first.
    pub rows: Vec<SheetRow>,
    /// Their credits.
    pub credits: Credits,
}

/// One course.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// Position of the record in what was audited.
    pub record: usize,
    /// The listed course's name, where the record has another name or code than the list.
    pub listed_as: Option<String>,
    /// Credits that count.
    pub credits: Credits,
    /// Passed, in progress or planned.
    pub view: View,
    /// Whether it is cross-domain for this student; `None` for a course that is not counted yet.
    pub standing: Option<Standing>,
}

/// The records with only the chosen ones left, in their places: what is left off counts as not passed.
pub fn only(records: &[Record], chosen: &dyn Fn(usize) -> bool) -> Vec<Record> {
    let mut records = records.to_vec();
    let off = records.iter_mut().enumerate().filter(|(at, _)| !chosen(*at));
    off.for_each(|(_, record)| record.declared = Some(Completion::NotPassed));
    records
}

/// The records as they will be once everything in progress and planned is passed: an audit of these counts all that can
/// be listed, where an audit of the records as they are stops at what already suffices.
pub fn all_passed(records: &[Record], pass_mark: u8) -> Vec<Record> {
    let mut records = records.to_vec();
    let open = records.iter_mut().filter(|record| record.completion(pass_mark) != Completion::NotPassed);
    open.for_each(|record| record.declared = Some(Completion::Passed));
    records
}

/// Makes the sheet from the audit of these records, and the audit of them [`all_passed`].
pub fn sheet(
    program: &Program,
    audit: &ProgramAudit,
    passed: &ProgramAudit,
    records: &[Record],
    pass_mark: u8,
) -> Sheet {
    let mut groups = Vec::new();
    let named = program.categories.iter().map(|category| Some(&category.name));
    for category in named.chain([None]) {
        let here = passed.counted.iter().filter(|counted| counted.category.as_ref() == category);
        let mut rows: Vec<SheetRow> = here.filter_map(|counted| of_counted(counted, records, pass_mark)).collect();
        by_term(&mut rows, records);
        let credits = rows.iter().map(|row| row.credits).sum();
        if !rows.is_empty() {
            groups.push(Group { category: category.cloned(), rows, credits });
        }
    }
    let mut to_confirm: Vec<SheetRow> =
        passed.not_counted.iter().filter_map(|out| of_uncounted(out, records, pass_mark)).collect();
    by_term(&mut to_confirm, records);
    Sheet {
        credits: groups.iter().map(|group| group.credits).sum(),
        groups,
        to_confirm,
        conditions: conditions(audit),
        facts: facts(audit),
    }
}

fn of_counted(counted: &Counted, records: &[Record], pass_mark: u8) -> Option<SheetRow> {
    let record = records.get(counted.record)?;
    let same = |record: &Record| {
        (record.code.is_none() || record.code == counted.course.code)
            && normalise(&record.name) == normalise(&counted.course.name)
    };
    Some(SheetRow {
        record: counted.record,
        listed_as: (!same(record)).then(|| counted.course.name.clone()),
        credits: counted.credits,
        view: View::of(record, pass_mark)?,
        standing: Some(counted.cross_domain.clone()),
    })
}

fn of_uncounted(out: &NotCounted, records: &[Record], pass_mark: u8) -> Option<SheetRow> {
    let record = records.get(out.record)?;
    let NotCountedReason::ToConfirm(_) = out.reason else { return None };
    let view = View::of(record, pass_mark)?;
    let listed_as = (record.code != out.course.code).then(|| out.course.name.clone());
    Some(SheetRow { record: out.record, listed_as, credits: record.credits.unwrap_or_default(), view, standing: None })
}

/// The earliest first; without a term last.
fn by_term(rows: &mut Vec<SheetRow>, records: &[Record]) {
    sorting::sort_by_cached_key(rows, |row| {
        let record = records.get(row.record);
        let term = record.and_then(|record| record.term);
        (term.is_none(), term, record.and_then(|record| record.code.clone()))
    });
}

fn conditions(audit: &ProgramAudit) -> Vec<Progress> {
    let mut all = audit.certificate.progress.clone();
    if audit.cross_domain.answer != Answer::NotRequired {
        let more = audit.cross_domain.progress.iter().filter(|one| !audit.certificate.progress.contains(one));
        all.extend(more.cloned());
    }
    all
}

fn facts(audit: &ProgramAudit) -> Vec<Fact> {
    let mut facts = audit.open_facts();
    sorting::sort(&mut facts);
    facts.dedup();
    facts
}
