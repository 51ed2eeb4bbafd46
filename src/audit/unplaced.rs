//! The office's own view against ours: passed courses that the graduation review (畢業資格審查) lists as not placed in
//! the student's own curriculum, and what the curriculum says of their cross-domain standing.
//!
//! The table is a hint, not a decision: the office has not placed these courses *yet*. So agreement supports our answer,
//! and a difference is a question for the student's department.

use super::student::{Asked, Standing, Student};
use crate::catalog::Catalog;
use crate::names::normalise;
use crate::transcript::Record;

/// How the table and our answer go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// The office has not placed a course that we take for a professional course of the student's own curriculum.
    Differs,
    /// We leave the answer open; that the office has not placed it speaks for cross-domain.
    Open,
    /// Neither of us has it in the own curriculum.
    Agrees,
}

/// Compares one course of the table.
pub fn compare(catalog: &Catalog, student: &Student<'_>, record: &Record) -> (Agreement, Standing) {
    let code = record.code.as_deref();
    let listed = code.and_then(|code| catalog.course(catalog.by_code(code)?));
    let common = listed.is_some_and(|course| course.common);
    let own_unit = listed.is_some_and(|course| student.offers(catalog.offered_by(course)));
    let standing = student.judge(Asked { code, name: &normalise(&record.name), common, own_unit });
    let agreement = match &standing {
        Standing::Cross | Standing::Decided(true) => Agreement::Agrees,
        Standing::Own { .. } | Standing::Decided(false) => Agreement::Differs,
        Standing::Doubt(_) | Standing::NoCurriculum => Agreement::Open,
    };
    (agreement, standing)
}
