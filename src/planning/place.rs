//! Courses on their way into a plan: every stage of a year course, each in a semester that fits.

use super::board::fitting_term;
use crate::audit::{CourseRef, Profile};
use crate::catalog::Catalog;
use crate::credits::Credits;
use crate::saved::{Document, Plan, PlannedCourse};
use crate::sorting;
use crate::term::Term;
use crate::transcript::{Stage, Status};

/// The course as the plan takes it: of a year course the stages that are neither taken nor planned, in semesters that
/// follow each other.
pub fn planned(
    catalog: &Catalog,
    course: &CourseRef,
    credits: Option<Credits>,
    document: &Document,
    now: Term,
) -> Vec<PlannedCourse> {
    let known = course.code.as_ref().and_then(|code| catalog.course(catalog.by_code(code)?));
    let offered = known.map_or(&[][..], |known| known.offered.as_slice());
    let first = fitting_term(offered, &document.profile, now);
    let credits = known.and_then(|known| known.credits).or(credits);
    let one = |stage, term| PlannedCourse {
        code: course.code.clone(),
        name: course.name.clone(),
        credits,
        stage,
        term: Some(term),
    };
    match known.and_then(|known| known.stages).filter(|stages| *stages > 1) {
        None => vec![one(Stage::Only, first)],
        Some(stages) => {
            let parts = (1..=stages).map(|part| one(Stage::Part(part), first));
            let missing = parts.filter(|part| !has(document, part));
            let terms = std::iter::successors(Some(first), |term| Some(term.next()));
            missing.zip(terms).map(|(part, term)| PlannedCourse { term: Some(term), ..part }).collect()
        }
    }
}

fn has(document: &Document, course: &PlannedCourse) -> bool {
    let pass_mark = document.profile.pass_mark();
    let taken =
        |record: &crate::transcript::Record| record.status(pass_mark) != Status::NotPassed && course.is_record(record);
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
