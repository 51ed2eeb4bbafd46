//! Every program of every edition can be finished, and is not finished one course before.
//!
//! For each program a student is found who can take it; what is advised to them, who has taken nothing, is put on their
//! transcript. That has to meet the program (or, where facts are open, leave only these), and without any one of the
//! courses it must not. Both transcripts are also judged by the oracle, which knows nothing of the engine.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use kuayu::audit::{Answer, Profile, ProgramAudit, Verdict};
use kuayu::catalog::document::{Document, Edition, Program};
use kuayu::transcript::Record;

use super::oracle::answer::{Said, said, status_of};
use super::oracle::case::{Case, Table};
use super::oracle::question::Question;
use crate::support::real::{Real, carried_out};

/// What is found out of one program.
struct Found {
    met: Vec<Record>,
    profile: Profile,
    surely: bool,
}

#[test]
fn every_program_of_114_can_be_finished_and_just_not() {
    check("114-1", 46);
}

#[test]
fn every_program_of_115_can_be_finished_and_just_not() {
    check("115-1", 49);
}

fn check(edition: &str, programs: usize) {
    let real = Real::read();
    let edition = real.catalog.edition(edition).unwrap();
    assert_eq!(edition.programs.len(), programs);
    let one = |program: &Program| Edition { programs: vec![program.clone()], ..edition.clone() };
    let each: Vec<Edition> = edition.programs.iter().map(one).collect();
    let mut told = Vec::new();
    for question in [Question::Certificate, Question::Requirement] {
        let mut surely = 0;
        let mut never = Vec::new();
        for one in &each {
            match first_who_can(&real, one, question) {
                Some(found) => {
                    surely += usize::from(found.surely);
                    just_not(&real, one, question, &found);
                }
                None => never.push(one.programs[0].name.clone()),
            }
        }
        told.push((surely, never));
    }
    println!("{}: for certain (certificate, requirement) {told:?}", edition.id);
    assert!(told[0].1.is_empty(), "no student can get these certificates: {:?}", told[0].1);
    assert!(told[1].1.is_empty(), "by these programs no student can meet the requirement: {:?}", told[1].1);
}

fn verdict(audit: &ProgramAudit, question: Question) -> &Verdict {
    match question {
        Question::Certificate => &audit.certificate,
        Question::Requirement => &audit.cross_domain,
    }
}

/// The first student, by group, who can finish the edition's only program for certain, or else with facts that are open.
fn first_who_can(real: &Real, one: &Edition, question: Question) -> Option<Found> {
    let code = &one.programs[0].code;
    let mut best: Option<Found> = None;
    for group in real.groups(113) {
        let profile = real.student(group, 113);
        let prepared = real.prepare(one, &profile, &[]);
        let audit = prepared.audit_program(&[], code, &[]).unwrap();
        let Some(advice) = &verdict(&audit, question).advice else { continue };
        let met = carried_out(&real.catalog, advice).concat();
        let audit = prepared.audit_program(&met, code, &[]).unwrap();
        let surely = match &verdict(&audit, question).answer {
            Answer::Met => true,
            Answer::DependsOn { facts, .. } if *facts == advice.facts && !facts.is_empty() => false,
            other => panic!("{code} {group}: what was advised leaves {other:?}"),
        };
        best = match best {
            Some(known) if known.surely >= surely => Some(known),
            _ => Some(Found { met, profile, surely }),
        };
        if surely {
            break;
        }
    }
    best
}

/// Without any one of the courses it is not met, and one condition at least is told; the oracle says the same of all.
fn just_not(real: &Real, one: &Edition, question: Question, found: &Found) {
    let program = &one.programs[0];
    let prepared = real.prepare(one, &found.profile, &[]);
    let mut names: Vec<&String> = found.met.iter().map(|record| &record.name).collect();
    names.dedup();
    let mut not_yet = 0;
    for without in [None].into_iter().chain(names.into_iter().map(Some)) {
        let kept = |record: &&Record| without.is_none_or(|name| record.name != *name);
        let records: Vec<Record> = found.met.iter().filter(kept).cloned().collect();
        let audit = prepared.audit_program(&records, &program.code, &[]).unwrap();
        let verdict = verdict(&audit, question);
        let place = format!("{} {question:?} without {without:?}", program.code);
        match (&verdict.answer, without) {
            (_, None) => {}
            (Answer::NotYet { missing, .. }, _) => {
                assert!(!missing.is_empty(), "{place}");
                not_yet += 1;
            }
            // Where facts are open, a course that is not needed in the best case may be needed in the advised one.
            (Answer::DependsOn { .. }, _) => {}
            (other, _) => panic!("{place}: {other:?}"),
        }
        let oracle = by_oracle(real, one, found, records, question);
        assert_eq!(oracle, said(verdict), "{place}");
    }
    assert!(not_yet > 0, "{}: nothing is missing without any one course", program.code);
}

/// The curricula of the student's department, those of all years.
fn tables(real: &Real, profile: &Profile) -> Rc<Vec<Table>> {
    thread_local!(static KNOWN: RefCell<HashMap<Profile, Rc<Vec<Table>>>> = RefCell::default());
    let make = || {
        let own = profile.group.as_deref().unwrap();
        let department = real.catalog.groups().find(|(group, ..)| *group == own).unwrap().1;
        let mut tables = Vec::new();
        for year in &real.curricula {
            for group in department.groups.iter().chain(&department.classes) {
                let Some(curriculum) = year.group(group, &real.catalog) else { continue };
                let rows = curriculum.rows().to_vec();
                tables.push(Table { group: group.clone(), entry: year.year, rows });
            }
        }
        Rc::new(tables)
    };
    KNOWN.with_borrow_mut(|known| Rc::clone(known.entry(profile.clone()).or_insert_with(make)))
}

/// The oracle's answer on a real program.
fn by_oracle(real: &Real, one: &Edition, found: &Found, records: Vec<Record>, question: Question) -> Said {
    let listed = &one.programs[0];
    let mut document: Document = real.catalog.document().clone();
    let is_listed = |code: &Option<String>, name: &String| {
        let known = listed.categories.iter().flat_map(|c| &c.courses).chain(&listed.uncategorised);
        known.into_iter().any(|listing| listing.code == *code && listing.name == *name)
    };
    document.courses.retain(|course| is_listed(&course.code, &course.name));
    document.editions = vec![one.clone()];
    let curricula = tables(real, &found.profile);
    status_of(&Case { document, curricula, profile: found.profile.clone(), decisions: Vec::new(), records }, question)
}
