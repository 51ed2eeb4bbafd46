//! Courses on their way into a plan: every stage of a year course, each in a semester that fits.

use super::board::fitting_term;
use crate::audit::{CourseRef, Profile};
use crate::catalog::Catalog;
use crate::credits::Credits;
use crate::saved::{Document, Plan, PlannedCourse};
use crate::sorting;
use crate::term::{Part, Term};
use crate::transcript::{Completion, Record, Stage};

/// The course as the plan takes it: of a year course the stages wanted (all, where `stages` is empty) that are neither
/// taken nor planned, in semesters that follow each other. A first half begins where first semesters do, a second half
/// alone in a second semester, as far as classes are known.
pub fn planned(
    catalog: &Catalog,
    course: &CourseRef,
    credits: Option<Credits>,
    stages: &[u8],
    document: &Document,
    now: Term,
) -> Vec<PlannedCourse> {
    let known = course.code.as_ref().and_then(|code| catalog.course(catalog.by_code(code)?));
    let offered = known.map_or(&[][..], |known| known.offered.as_slice());
    let credits = known.and_then(|known| known.credits).or(credits);
    let one = |stage, term| PlannedCourse {
        code: course.code.clone(),
        name: course.name.clone(),
        credits,
        stage,
        term: Some(term),
        class: None,
    };
    match known.and_then(|known| known.stages).filter(|stages| *stages > 1) {
        None => vec![one(Stage::Only, fitting_term(offered, &document.profile, now))],
        Some(all) => {
            let wanted = (1..=all).filter(|part| stages.is_empty() || stages.contains(part));
            let missing: Vec<u8> = wanted.filter(|part| !has(document, &one(Stage::Part(*part), now))).collect();
            let half = if missing.first().is_some_and(|part| part % 2 == 0) { Part::Second } else { Part::First };
            let in_half: Vec<Term> = offered.iter().copied().filter(|term| term.part == half).collect();
            let offered = if in_half.is_empty() { offered } else { &in_half };
            let first = fitting_term(offered, &document.profile, now);
            let terms = std::iter::successors(Some(first), |term| Some(term.next()));
            missing.into_iter().zip(terms).map(|(part, term)| one(Stage::Part(part), term)).collect()
        }
    }
}

fn has(document: &Document, course: &PlannedCourse) -> bool {
    let pass_mark = document.profile.pass_mark();
    // A record that does not say which half it is stands for the first.
    let unsaid = PlannedCourse { stage: Stage::Only, ..course.clone() };
    let is_it =
        |record: &Record| course.is_record(record) || course.stage == Stage::Part(1) && unsaid.is_record(record);
    let taken = |record: &Record| record.completion(pass_mark) != Completion::NotPassed && is_it(record);
    document.records.iter().any(taken) || document.active_plan().is_some_and(|plan| plan.has(course))
}

/// The semesters that a course can be moved to: those of the board, and two after graduation.
pub fn choices(profile: &Profile, plan: &Plan, now: Term) -> Vec<Term> {
    let mut terms = super::terms(profile, now);
    if let Some(last) = terms.last().copied() {
        terms.extend([last.next(), last.next().next()]);
    }
    terms.extend(plan.courses.iter().filter_map(|course| course.term));
    sorting::sort(&mut terms);
    terms.dedup();
    terms
}
