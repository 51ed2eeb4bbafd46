//! What to mind in a plan. Reasons, not verdicts: nothing here forbids anything.

use super::board::last_term;
use crate::catalog::Catalog;
use crate::catalog::document::Edition;
use crate::deadlines::Dates;
use crate::names::{normalise, numbered};
use crate::procedure::{Registration, registration};
use crate::saved::marks::furthest;
use crate::saved::{Document, Plan, PlannedCourse};
use crate::term::Term;
use crate::transcript::{Completion, Identity, Record, Stage};

/// Something to mind. `at` is a position among the plan's courses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Registering for a program is over for this student since that term's add/drop weeks.
    RegistrationPast(Term),
    /// This term is the last in which a program can be registered.
    RegistrationNow(Term),
    /// The certificate is applied for in weeks 13 to 18 of that term: the last with planned courses.
    Apply(Term),
    /// Two programs aimed at exclude each other.
    Exclusive(String, String),
    /// The semester is over.
    Past {
        /// The course.
        at: usize,
    },
    /// The semester is after the regular time of studies.
    AfterGraduation {
        /// The course.
        at: usize,
    },
    /// No class is known in recent terms.
    NoClass {
        /// The course.
        at: usize,
    },
    /// Classes of recent years were in the other half of the year.
    OtherHalf {
        /// The course.
        at: usize,
        /// The latest term with a class.
        offered: Term,
    },
    /// Taken on an outside platform; no class is ever offered.
    Online {
        /// The course.
        at: usize,
    },
    /// The same course, by code or name, is among the records (passed or in progress), or comes twice in the plan: it
    /// counts once.
    CountsOnce {
        /// The course.
        at: usize,
        /// The other, as named there.
        other: String,
    },
    /// An earlier stage, or a course of an earlier number, is planned later or in the same semester.
    Order {
        /// The course.
        at: usize,
        /// What should come before.
        before: String,
        /// Which stage of it.
        stage: Stage,
    },
}

impl Warning {
    /// The course meant, if one is.
    pub fn course(&self) -> Option<usize> {
        match self {
            Warning::RegistrationPast(_) | Warning::RegistrationNow(_) | Warning::Apply(_) | Warning::Exclusive(..) => {
                None
            }
            Warning::Past { at }
            | Warning::AfterGraduation { at }
            | Warning::NoClass { at }
            | Warning::OtherHalf { at, .. }
            | Warning::Online { at }
            | Warning::CountsOnce { at, .. }
            | Warning::Order { at, .. } => Some(*at),
        }
    }
}

/// Everything to mind, what concerns the whole plan first, on the day of these dates.
pub fn warnings(document: &Document, plan: &Plan, catalog: &Catalog, edition: &Edition, dates: &Dates) -> Vec<Warning> {
    let now = dates.now;
    let mut out = Vec::new();
    if !plan.targets.is_empty() {
        procedure(&mut out, document, plan, dates);
    }
    exclusive(&mut out, plan, edition);
    let pass_mark = document.profile.pass_mark();
    for (at, course) in plan.courses.iter().enumerate() {
        let known = course.code.as_ref().and_then(|code| catalog.course(catalog.by_code(code)?));
        let online = course.code.as_ref().is_some_and(|code| catalog.is_online(code));
        let known = known.map(|known| (catalog.lately(known).collect::<Vec<Term>>(), online));
        when(&mut out, document, course, known.as_ref(), at, now);
        if let Some(other) = counted_already(document, plan, at, course, pass_mark) {
            out.push(Warning::CountsOnce { at, other });
        }
        if let Some((before, stage)) = out_of_order(document, plan, course, pass_mark) {
            out.push(Warning::Order { at, before, stage });
        }
    }
    out
}

fn procedure(out: &mut Vec<Warning>, document: &Document, plan: &Plan, dates: &Dates) {
    let now = dates.now;
    let registered = |program: &String| furthest(&document.marks, program).is_some();
    match registration(&document.profile, dates) {
        _ if plan.targets.iter().all(registered) => {}

        Registration::Past(latest) => out.push(Warning::RegistrationPast(latest)),
        Registration::Until(latest) if latest == now => out.push(Warning::RegistrationNow(latest)),
        Registration::Open { last: true, term, .. } | Registration::Coming { last: true, term, .. } => {
            out.push(Warning::RegistrationNow(term));
        }
        _ => {}
    }
    let last = plan.courses.iter().filter_map(|course| course.term).max();
    out.extend(last.filter(|term| *term >= now).map(Warning::Apply));
}

fn exclusive(out: &mut Vec<Warning>, plan: &Plan, edition: &Edition) {
    for (at, code) in plan.targets.iter().enumerate() {
        for other in plan.targets.iter().skip(at + 1) {
            if edition.exclusive(code, other) {
                out.push(Warning::Exclusive(code.clone(), other.clone()));
            }
        }
    }
}

/// What there is to say of the semester that a course is planned for. `known` are the terms lately in which
/// it had a class, and whether it is one of an outside platform.
fn when(
    out: &mut Vec<Warning>,
    document: &Document,
    course: &PlannedCourse,
    known: Option<&(Vec<Term>, bool)>,
    at: usize,
    now: Term,
) {
    if let Some(term) = course.term {
        if term < now {
            out.push(Warning::Past { at });
        } else if last_term(&document.profile).is_some_and(|last| term > last) {
            out.push(Warning::AfterGraduation { at });
        }
    }
    let Some((offered, online)) = known else { return };
    match (online, offered.iter().max(), course.term) {
        (true, ..) => out.push(Warning::Online { at }),
        (_, None, _) => out.push(Warning::NoClass { at }),
        (_, Some(latest), Some(term)) if offered.iter().all(|offered| offered.part != term.part) => {
            out.push(Warning::OtherHalf { at, offered: *latest });
        }
        _ => {}
    }
}

/// The record, or the earlier course of the plan, that is the same course.
fn counted_already(
    document: &Document,
    plan: &Plan,
    at: usize,
    course: &PlannedCourse,
    pass_mark: u8,
) -> Option<String> {
    let same = |identity: Identity<'_>, stage: Stage| {
        identity.counts_once_with(course.identity()) && stage.counts_once_with(course.stage)
    };
    let record = |record: &&Record| {
        let taken = matches!(record.completion(pass_mark), Completion::Passed | Completion::InProgress);
        taken && same(record.identity(), record.stage)
    };
    if let Some(record) = document.records.iter().find(record) {
        return Some(written(&record.code, &record.name));
    }
    let earlier = plan.courses.iter().take(at).find(|other| same(other.identity(), other.stage));
    earlier.map(|other| written(&other.code, &other.name))
}

/// What should come before a course and does not: the stage before, or the course of the number before.
fn out_of_order(document: &Document, plan: &Plan, course: &PlannedCourse, pass_mark: u8) -> Option<(String, Stage)> {
    let term = course.term?;
    let name = normalise(&course.name);
    let (wanted_name, wanted_stage) = match (course.stage, numbered(&name)) {
        (Stage::Part(part), _) if part > 1 => (name.clone(), Stage::Part(part - 1)),
        (_, Some((stem, number))) if number > '1' => {
            let before = char::from_u32(number as u32 - 1)?;
            (format!("{stem}({before})"), course.stage)
        }
        _ => return None,
    };
    let done = document.records.iter().any(|record| {
        normalise(&record.name) == wanted_name
            && (record.stage == wanted_stage || record.stage == Stage::Whole)
            && record.completion(pass_mark) > Completion::Planned
    });
    let later = plan.courses.iter().find(|other| {
        normalise(&other.name) == wanted_name
            && other.stage == wanted_stage
            && other.term.is_none_or(|other| other >= term)
    });
    later.filter(|_| !done).map(|other| (other.name.clone(), other.stage))
}

fn written(code: &Option<String>, name: &str) -> String {
    match code {
        Some(code) => format!("{name} {code}"),
        None => name.to_owned(),
    }
}
