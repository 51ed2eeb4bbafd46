//! Whose answers are looked at: invented students of real departments, with the real catalog.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::time::{Duration, Instant};

use kuayu::audit::{Certificate, Profile, Unproven, Verdict};
use kuayu::catalog::document::{Document, Edition, Program};
use kuayu::transcript::{Completion, Record};

use super::harder::harder;
use crate::audit::oracle::case::{Case, Table};
use crate::support::random::Random;
use crate::support::real::{Real, carried_out};
use crate::support::transcripts::{Made, made};

/// An ordinary run looks at every so manieth program of a student's edition, and makes half of them harder.
const PROGRAMS: usize = 7;

/// One answer, its certificate, and how long that took to make.
pub struct Asked<'a> {
    pub case: &'a Case,
    pub verdict: &'a Verdict,
    pub certificate: &'a Result<Certificate, Unproven>,
    pub time: Duration,
    pub name: &'a dyn Fn() -> String,
    /// The view; from 3: what an earlier answer advised is done.
    pub view: usize,
}

/// Calls back with the answers of students by number: of a few programs, or of all programs of all editions; in three
/// views, and when what was advised is done.
pub fn each(next: &mut dyn FnMut() -> Option<u64>, whole: bool, look: &mut dyn FnMut(Asked<'_>)) {
    let real = Real::read();
    while let Some(number) = next() {
        let random = &mut Random::new(number | 1 << 32);
        let Made { edition, profile, records } = made(&real, random);
        let tables = tables(&real, &profile);
        let editions: Vec<&Edition> = if whole { real.catalog.editions().iter().collect() } else { vec![edition] };
        for edition in editions {
            let step = if whole { 1 } else { PROGRAMS };
            for (at, program) in edition.programs.iter().enumerate().skip(number as usize % step).step_by(step) {
                let hard = !whole && at % 2 == 1;
                let program = if hard { harder(program, random) } else { program.clone() };
                let edition = Edition { programs: vec![program], ..edition.clone() };
                of_program(&real, &edition, &profile, &tables, (&records, number, whole), look);
            }
        }
    }
}

/// The same for one student and one program of an edition.
pub fn about(number: u64, edition: &str, code: &str, look: &mut dyn FnMut(Asked<'_>)) {
    let real = Real::read();
    let Made { profile, records, .. } = made(&real, &mut Random::new(number | 1 << 32));
    let edition = real.catalog.edition(edition).unwrap();
    let program = edition.programs.iter().find(|program| program.code == code).unwrap();
    let edition = Edition { programs: vec![program.clone()], ..edition.clone() };
    of_program(&real, &edition, &profile, &tables(&real, &profile), (&records, number, true), look);
}

/// The answers about the edition's only program.
fn of_program(
    real: &Real,
    edition: &Edition,
    profile: &Profile,
    tables: &Rc<Vec<Table>>,
    (records, number, whole): (&[Record], u64, bool),
    look: &mut dyn FnMut(Asked<'_>),
) {
    let program = &edition.programs[0];
    let prepared = real.prepare(edition, profile, &[]);
    let mut tried = views(records, profile);
    // And what was advised is done.
    let audit = prepared.audit_program(records, &program.code, &[]).unwrap();
    let advice = [&audit.certificate.advice, &audit.cross_domain.advice];
    let then = |advice| [records, &carried_out(&real.catalog, advice).concat()].concat();
    tried.extend(advice.into_iter().flatten().take(if whole { 1 } else { 2 }).map(then));
    let mut seen = Vec::new();
    for (view, records) in tried.into_iter().enumerate() {
        if !whole && seen.contains(&records) {
            continue;
        }
        let before = Instant::now();
        let certificates = prepared.certify(&records, &program.code).unwrap();
        let time = before.elapsed() / 2;
        let audit = prepared.audit_program(&records, &program.code, &[]).unwrap();
        let case = case(real, edition, program, profile, tables, &records);
        let name = || format!("student {number}, {} {}", edition.id, program.code);
        for (verdict, certificate) in [&audit.certificate, &audit.cross_domain].into_iter().zip(&certificates) {
            look(Asked { case: &case, verdict, certificate, time, name: &name, view });
        }
        seen.push(records);
    }
}

/// What is passed; with what is in progress; with the plan.
fn views(records: &[Record], profile: &Profile) -> Vec<Vec<Record>> {
    let within = |most: &[Completion]| {
        let kept = |record: &&Record| {
            let completion = record.completion(profile.pass_mark());
            completion == Completion::NotPassed || most.contains(&completion)
        };
        records.iter().filter(kept).cloned().collect()
    };
    let passed = within(&[Completion::Passed]);
    vec![passed, within(&[Completion::Passed, Completion::InProgress]), records.to_vec()]
}

/// One program and one student as the oracle's model takes them: of the catalog all that can matter to them.
pub fn case(
    real: &Real,
    edition: &Edition,
    program: &Program,
    profile: &Profile,
    tables: &Rc<Vec<Table>>,
    records: &[Record],
) -> Case {
    let document = real.catalog.document();
    let names: HashSet<(&Option<String>, &String)> =
        program.listings().map(|(_, listing)| (&listing.code, &listing.name)).collect();
    let taken: HashSet<&String> = records.iter().filter_map(|record| record.code.as_ref()).collect();
    let matters = |code: &Option<String>, name: &String| {
        names.contains(&(code, name)) || code.as_ref().is_some_and(|code| taken.contains(code))
    };
    // Of other programs only which department runs them.
    let bare = |program: &Program| {
        let mut bare = program.clone();
        (bare.categories, bare.uncategorised) = (Vec::new(), Vec::new());
        (bare.restrictions, bare.not_listed) = (Vec::new(), Vec::new());
        bare
    };
    thread_local!(static BARE: RefCell<HashMap<String, Edition>> = RefCell::default());
    let bare = |edition: &Edition| {
        BARE.with_borrow_mut(|known| {
            let programs = || edition.programs.iter().map(bare).collect();
            known
                .entry(edition.id.clone())
                .or_insert_with(|| Edition { programs: programs(), ..edition.clone() })
                .clone()
        })
    };
    let one = Edition { programs: vec![program.clone()], ..edition.clone() };
    let document = Document {
        courses: document.courses.iter().filter(|course| matters(&course.code, &course.name)).cloned().collect(),
        editions: [one].into_iter().chain(document.editions.iter().map(bare)).collect(),
        departments: document.departments.clone(),
        schema_url: None,
        changes: Vec::new(),
        schema: document.schema,
        sources: Vec::new(),
        calendar: document.calendar.clone(),
    };
    let (curricula, profile, decisions) = (Rc::clone(tables), profile.clone(), Vec::new());
    Case { document, curricula, profile, decisions, records: records.to_vec() }
}

/// The curricula of the student's department and class, of all years.
pub fn tables(real: &Real, profile: &Profile) -> Rc<Vec<Table>> {
    let Some(own) = profile.group.as_deref() else { return Rc::default() };
    let class = |group: &str| group.split_once('【').map(|(class, _)| class.to_owned());
    let departments = &real.catalog.document().departments;
    let mut groups: Vec<&String> = Vec::new();
    for department in departments {
        let all = department.groups.iter().chain(&department.classes);
        if all.clone().any(|group| group == own) {
            groups.extend(all);
        }
        groups.extend(department.classes.iter().filter(|other| class(other).is_some() && class(other) == class(own)));
    }
    let mut tables = Vec::new();
    for year in &real.curricula {
        let mut known = HashSet::new();
        for group in groups.iter().filter(|group| known.insert(**group)) {
            let Some(curriculum) = year.group(group, &real.catalog) else { continue };
            tables.push(Table { group: (*group).clone(), entry: year.year, rows: curriculum.rows().to_vec() });
        }
    }
    Rc::new(tables)
}
