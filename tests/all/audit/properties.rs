//! What holds whatever the transcript: invented students of the real departments, with the real programs.
//!
//! Every case is made from its number, so that a failure names one that can be looked at again.
//! `KUAYU_PROPERTY_CASES=2000` looks at more.

use std::cell::Cell;
use std::sync::Arc;

use kuayu::audit::{Answer, Counted, Decision, EvenIf, Fact, NotCountedReason, Prepared, ProgramAudit, Verdict, View};
use kuayu::rules::Purpose;
use kuayu::transcript::{Completion, Grade, Record, Stage};

use crate::support::random::Random;
use crate::support::real::{Real, carried_out};
use crate::support::transcripts::{Made, listed_and_passed, made};

/// How many students each property looks at; each has all programs.
const CASES: u64 = 100;

/// How many are looked at now.
fn cases() -> u64 {
    std::env::var("KUAYU_PROPERTY_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(CASES)
}

/// Calls a property for each invented student.
fn each(property: impl Fn(&Real, &mut Random, &Made, &Prepared, &[ProgramAudit])) {
    let real = Real::read();
    for case in 0..cases() {
        let random = &mut Random::new(case);
        let made = made(&real, random);
        let prepared = real.prepare(made.edition, &made.profile, &[]);
        let audits = prepared.audit(&made.records);
        println!("case {case}: {:?}", made.profile);
        property(&real, random, &made, &prepared, &audits);
    }
}

fn answers(audit: &ProgramAudit) -> [&Verdict; 2] {
    [&audit.certificate, &audit.cross_domain]
}

/// From which view on it is met for certain.
fn met(status: &Answer) -> Option<View> {
    match status {
        Answer::Met | Answer::NotRequired => Some(View::Passed),
        Answer::MetIfInProgress => Some(View::InProgress),
        Answer::MetIfPlanned => Some(View::Planned),
        _ => None,
    }
}

/// From which view on it is met if all goes well.
fn possible(status: &Answer) -> Option<View> {
    match status {
        Answer::DependsOn { view, .. } => Some(*view),
        other => met(other),
    }
}

/// An audit without the places of the records, which change with their order.
fn without_places(audit: &ProgramAudit, records: &[Record]) -> (ProgramAudit, Vec<String>) {
    let mut audit = audit.clone();
    let mut told: Vec<String> = Vec::new();
    for counted in std::mem::take(&mut audit.counted) {
        let record = records[counted.record].clone();
        told.push(format!("{record:?} {:?}", Counted { record: 0, ..counted }));
    }
    for out in std::mem::take(&mut audit.not_counted) {
        let reason = match out.reason {
            NotCountedReason::CountedAlready { by } => format!("by {:?}", records[by]),
            other => format!("{other:?}"),
        };
        told.push(format!("{:?} {:?} {reason}", records[out.record], out.course));
    }
    told.sort();
    (audit, told)
}

#[test]
fn repeating_is_identical_and_order_is_irrelevant() {
    each(|_, random, made, prepared, audits| {
        assert_eq!(prepared.audit(&made.records), audits);
        let mut shuffled = made.records.clone();
        for at in (1..shuffled.len()).rev() {
            shuffled.swap(at, random.below(at + 1));
        }
        for (one, other) in audits.iter().zip(prepared.audit(&shuffled)) {
            let (one, other) = (without_places(one, &made.records), without_places(&other, &shuffled));
            assert_eq!(one, other, "{}", one.0.code);
        }
    });
}

#[test]
fn after_an_edit_only_what_it_touches_is_judged_again_and_all_is_as_if_judged_anew() {
    let (kept, all) = (Cell::new(0), Cell::new(0));
    each(|real, random, made, prepared, audits| {
        let mut before = made.records.clone();
        let mut known: Vec<Arc<ProgramAudit>> = audits.iter().cloned().map(Arc::new).collect();
        for _ in 0..6 {
            let mut records = before.clone();
            let at = random.below(records.len().max(1));
            match random.below(5) {
                0 if !records.is_empty() => drop(records.remove(at)),
                1 if !records.is_empty() => records[at].declared = Some(Completion::Planned),
                2 if !records.is_empty() => records.rotate_left(at),
                3 => records.insert(at.min(records.len()), listed_and_passed(real, made.edition, random)),
                _ => records.push(listed_and_passed(real, made.edition, random)),
            }
            let again = prepared.audit_again(&records, &before, &known);
            let anew: Vec<Arc<ProgramAudit>> = prepared.audit(&records).into_iter().map(Arc::new).collect();
            assert_eq!(again, anew, "{before:?}\nthen {records:?}");
            kept.set(kept.get() + again.iter().zip(&known).filter(|(now, then)| Arc::ptr_eq(now, then)).count());
            all.set(all.get() + again.len());
            (before, known) = (records, again);
        }
    });
    assert!(kept.get() * 2 > all.get(), "kept {} of {}", kept.get(), all.get());
}

/// 建築構造學(一), which 綠建築 does not list, frees its 建築構造學(二): the advice there changes, too.
#[test]
fn a_course_that_a_listed_one_continues_is_seen_where_it_is_not_listed() {
    let real = Real::read();
    let edition = &real.catalog.editions()[0];
    let program = edition.program("AVM").unwrap();
    let course = |name: &str| real.catalog.courses().find(|(_, course)| course.name == name).unwrap().1;
    let passed = |name: &str| {
        let course = course(name);
        Record::ticked(course.code.as_deref().unwrap(), name, course.credits.unwrap(), Completion::Passed)
    };
    let others = program.categories.iter().filter(|category| category.name != "核心");
    let mut records: Vec<Record> =
        others.flat_map(|category| &category.courses).map(|listing| passed(&listing.name)).collect();
    let prepared = real.prepare(edition, &real.student("土木系", 113), &[]);
    let all =
        |records: &[Record]| -> Vec<Arc<ProgramAudit>> { prepared.audit(records).into_iter().map(Arc::new).collect() };
    let advice = |audits: &[Arc<ProgramAudit>]| {
        let audit = audits.iter().find(|audit| audit.code == "AVM").unwrap();
        audit.certificate.advice.clone().unwrap()
    };
    let (before, known) = (records.clone(), all(&records));
    records.push(passed("建築構造學（一）"));
    let again = prepared.audit_again(&records, &before, &known);
    assert_eq!(again, all(&records));
    assert_ne!(advice(&known), advice(&again));
}

#[test]
fn one_more_passed_course_makes_nothing_worse() {
    each(|real, random, made, prepared, audits| {
        let mut records = made.records.clone();
        records.push(listed_and_passed(real, made.edition, random));
        let at = random.below(records.len());
        records.rotate_left(at);
        for (before, after) in audits.iter().zip(prepared.audit(&records)) {
            for (before, after) in answers(before).into_iter().zip(answers(&after)) {
                let worse = |before: Option<View>, after: Option<View>| match (before, after) {
                    (Some(before), Some(after)) => after > before,
                    (before, after) => before.is_some() && after.is_none(),
                };
                let told = || format!("{before:?}\nthen with {records:?}\n{after:?}");
                assert!(!worse(met(&before.answer), met(&after.answer)), "{}", told());
                assert!(!worse(possible(&before.answer), possible(&after.answer)), "{}", told());
                for (before, after) in before.progress.iter().zip(&after.progress) {
                    assert_eq!(before.condition, after.condition);
                }
            }
        }
    });
}

#[test]
fn one_more_passed_course_raises_no_advice_but_one_that_names_it() {
    let compared = Cell::new(0_u64);
    each(|real, random, made, prepared, audits| {
        let more = listed_and_passed(real, made.edition, random);
        let name = kuayu::names::normalise(&more.name);
        let mut records = made.records.clone();
        records.push(more);
        for (before, after) in audits.iter().zip(prepared.audit(&records)) {
            for (before, after) in answers(before).into_iter().zip(answers(&after)) {
                let (Some(old), Some(new)) = (&before.advice, &after.advice) else { continue };
                // Nobody is advised a course of a name that they have passed, even where it would do more.
                let named = old.courses.iter().any(|one| kuayu::names::normalise(&one.course.name) == name);
                if !named && old.facts.is_empty() {
                    assert!(new.credits <= old.credits, "{old:?}\nthen with {records:?}\n{new:?}");
                    compared.set(compared.get() + 1);
                }
            }
        }
    });
    assert!(compared.get() > 10 * cases(), "{} compared", compared.get());
}

#[test]
fn what_no_proof_cites_can_go() {
    each(|_, _, made, prepared, audits| {
        for audit in audits {
            let Some(view) = met(&audit.certificate.answer) else { continue };
            let cited: Vec<Record> = audit.counted.iter().map(|c| made.records[c.record].clone()).collect();
            let again = prepared.audit_program(&cited, &audit.code, &[]).unwrap();
            assert_eq!(met(&again.certificate.answer), Some(view), "{}: {cited:?}", audit.code);
            assert_eq!(again.counted.len(), cited.len(), "{}: {cited:?}", audit.code);
        }
    });
}

#[test]
fn what_finishes_two_programs_together_finishes_each() {
    let found = Cell::new(0_u64);
    each(|_, random, made, prepared, audits| {
        let codes: Vec<&str> = (0..2).map(|_| audits[random.below(audits.len())].code.as_str()).collect();
        let Some(together) = prepared.advise_together(&made.records, &codes, Purpose::Certificate, &[]) else { return };
        let mut records = made.records.clone();
        for shared in &together.courses {
            let stages: Vec<Stage> = match shared.stages.as_slice() {
                [] => vec![Stage::Only],
                parts => parts.iter().map(|part| Stage::Part(*part)).collect(),
            };
            let course = &shared.course;
            records.extend(stages.into_iter().map(|stage| Record {
                code: course.code.clone(),
                name: course.name.clone(),
                stage,
                declared: Some(Completion::Planned),
                ..Record::default()
            }));
        }
        for code in codes {
            let status = prepared.audit_program(&records, code, &[]).unwrap().certificate.answer;
            let open = together.facts.iter().find(|(program, _)| program == code).map(|(_, facts)| facts.as_slice());
            match &status {
                Answer::DependsOn { facts, .. } => assert_eq!(Some(facts.as_slice()), open, "{code}"),
                done => assert!(met(done).is_some() && open.is_none(), "{code}: {done:?} {together:?}"),
            }
        }
        found.set(found.get() + 1);
    });
    assert!(found.get() * 2 > cases(), "{}", found.get());
}

/// Facts that an audit names as open.
fn open(audit: &ProgramAudit) -> Vec<Fact> {
    let mut open: Vec<Fact> = Vec::new();
    for out in &audit.not_counted {
        if let NotCountedReason::ToConfirm(facts) = &out.reason {
            open.extend(facts.iter().cloned());
        }
    }
    for verdict in answers(audit) {
        open.extend(verdict.progress.iter().flat_map(|progress| progress.unless.clone()));
        if let Answer::DependsOn { facts, .. } = &verdict.answer {
            open.extend(facts.iter().cloned());
        }
    }
    // Who the student is they know themselves; it is no decision.
    open.retain(|fact| !matches!(fact, Fact::Group | Fact::EntryYear | Fact::Curriculum));
    open.sort();
    open.dedup();
    open
}

fn decided(audit: &ProgramAudit, facts: Vec<Fact>, holds: impl Fn() -> bool) -> Vec<Decision> {
    let program = |fact: &Fact| (!fact.is_global()).then(|| audit.code.clone());
    let decision = |fact: Fact| Decision {
        program: program(&fact),
        fact,
        holds: holds(),
        by: None,
        date: None,
        note: String::new(),
    };
    facts.into_iter().map(decision).collect()
}

#[test]
fn the_worst_case_implies_every_other() {
    each(|real, random, made, _, audits| {
        let open_ones = audits.iter().filter(|audit| !open(audit).is_empty());
        let some: Vec<&ProgramAudit> = open_ones.filter(|_| random.percent(15)).collect();
        for audit in some {
            let coins = std::cell::RefCell::new(Random::new(random.below(1 << 20) as u64));
            let decisions = decided(audit, open(audit), || coins.borrow_mut().percent(50));
            let prepared = real.prepare(made.edition, &made.profile, &decisions);
            let then = prepared.audit_program(&made.records, &audit.code, &[]).unwrap();
            for (before, then) in answers(audit).into_iter().zip(answers(&then)) {
                let told = || format!("{} {decisions:?}\n{before:?}\n{then:?}", audit.code);
                if let Some(view) = met(&before.answer) {
                    assert!(met(&then.answer).is_some_and(|then| then <= view), "{}", told());
                }
                if matches!(before.answer, Answer::NotYet { .. } | Answer::NotOpen(_)) {
                    assert!(possible(&then.answer).is_none(), "{}", told());
                }
            }
        }
    });
}

#[test]
fn the_facts_that_decide_do_decide() {
    each(|real, random, made, _, audits| {
        for audit in audits.iter().filter(|_| random.percent(30)) {
            for (which, verdict) in answers(audit).into_iter().enumerate() {
                let Answer::DependsOn { facts, view } = &verdict.answer else { continue };
                if facts.iter().any(|fact| matches!(fact, Fact::Group | Fact::EntryYear | Fact::Curriculum)) {
                    continue;
                }
                let then = |facts: Vec<Fact>| {
                    let prepared = real.prepare(made.edition, &made.profile, &decided(audit, facts, || true));
                    let then = prepared.audit_program(&made.records, &audit.code, &[]).unwrap();
                    answers(&then)[which].answer.clone()
                };
                assert_eq!(met(&then(facts.clone())), Some(*view), "{} {facts:?}", audit.code);
                for at in 0..facts.len() {
                    let mut fewer = facts.clone();
                    let left_out = fewer.remove(at);
                    let status = then(fewer);
                    assert!(met(&status).is_none_or(|m| m > *view), "{} without {left_out:?}: {status:?}", audit.code);
                }
            }
        }
    });
}

#[test]
fn advice_is_enough_and_with_one_course_fewer_it_is_not() {
    each(|real, random, made, prepared, audits| {
        for audit in audits.iter().filter(|_| random.percent(40)) {
            for (which, verdict) in answers(audit).into_iter().enumerate() {
                let Some(advice) = verdict.advice.as_ref().filter(|advice| !advice.courses.is_empty()) else {
                    continue;
                };
                let courses = carried_out(&real.catalog, advice);
                let then = |without: Option<usize>| {
                    let taken = courses.iter().enumerate().filter(|(at, _)| Some(*at) != without);
                    let mut records = made.records.clone();
                    let planned = |record: &Record| Record { declared: Some(Completion::Planned), ..record.clone() };
                    records.extend(taken.flat_map(|(_, records)| records.iter().map(planned)));
                    let then = prepared.audit_program(&records, &audit.code, &[]).unwrap();
                    answers(&then)[which].answer.clone()
                };
                let told = |status: Answer| format!("{} {:?}\n{advice:?}\n{status:?}", audit.code, made.records);
                match then(None) {
                    Answer::DependsOn { facts, .. } if facts == advice.facts => {}
                    status => assert!(met(&status).is_some() && advice.facts.is_empty(), "{}", told(status)),
                }
                for (at, course) in courses.iter().enumerate() {
                    let status = then(Some(at));
                    assert!(met(&status).is_none(), "without {course:?}: {}", told(status));
                }
            }
        }
    });
}

/// A course named as one that may be failed may be, and one not named may not; together only where that is said.
#[test]
fn what_an_answer_does_not_need_may_be_failed() {
    let (named, needed) = (Cell::new(0), Cell::new(0));
    each(|_, _, made, prepared, audits| {
        for audit in audits {
            for (which, purpose) in [Purpose::Certificate, Purpose::CrossDomainRequirement].into_iter().enumerate() {
                let found = prepared.even_if(&made.records, audit, purpose);
                let now = match &answers(audit)[which].answer {
                    Answer::NotRequired => None,
                    answer => met(answer),
                };
                let Some(now) = now else {
                    assert_eq!(found, EvenIf::default());
                    continue;
                };
                let still = |failed: &[usize]| {
                    let mut records = made.records.clone();
                    for at in failed {
                        records[*at].grade = Grade::Fail;
                        records[*at].declared = None;
                    }
                    let then = prepared.audit_program(&records, &audit.code, &[]).unwrap();
                    met(&answers(&then)[which].answer).is_some_and(|then| then <= now)
                };
                for counted in audit.counted.iter().filter(|counted| counted.view > View::Passed) {
                    let may = found.any_one.contains(&counted.record);
                    assert_eq!(still(&[counted.record]), may, "{} {:?}", audit.code, counted.course);
                    let count = if may { &named } else { &needed };
                    count.set(count.get() + 1);
                }
                if found.any_one.len() > 1 {
                    assert_eq!(still(&found.any_one), found.all, "{}", audit.code);
                }
            }
        }
    });
    assert!(named.get() > 0 && needed.get() > 0, "{named:?} may be failed, {needed:?} may not");
}
