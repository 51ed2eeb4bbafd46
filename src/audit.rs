//! The engine: for each program two answers, each with its proof and the cheapest way to get it.
//!
//! It is pure and total. A program's rules become a [`Draft`] of conditions over the courses it lists (prepared once for
//! a student); records are matched to it, allocated exactly, and judged twice: as if every open fact went against the
//! student, and as if all went well. Where both agree the answer is decided, otherwise it names the facts.

mod advice;
mod again;
mod answer;
mod at;
#[cfg(feature = "office")]
mod certificate;
mod condition;
mod even_if;
mod fact;
mod facts;
mod hindrance;
mod judging;
mod possible;
mod prepared;
mod proof;
mod question;
mod rank;
mod records;
mod student;
mod unplaced;
mod verdict;

pub use crate::degree::Degree;
pub use advice::{MOST_TOGETHER, SharedCourse, Together};
pub use answer::Detail;
pub use at::{CategoryAt, ListingAt};
#[cfg(feature = "office")]
pub use certificate::{
    AtMost, Certificate, Derivation, LeastShown, Measure, Missed, Named, NamedOf, Place, Row, Shown, Taken, UnitName,
    Unproven,
};
pub use condition::{Amount, Condition, ConditionSource, Of};
pub use even_if::EvenIf;
pub use fact::{Ask, CourseRef, CrossDomainDoubt, Decision, Fact};
pub use hindrance::Hindrance;
pub use possible::{AnyOf, Clauses, FactId, MOST_NARROWING, Possible};
pub use prepared::Prepared;
pub use question::{Alternative, Demand, Draft, Limit, OpenCategory, Prerequisite, Scope, Slot, course_ref};
pub use rank::rank;
pub use student::{Membership, Profile, Standing, Student};
pub use unplaced::{Agreement, compare as compare_unplaced};
pub use verdict::{
    Advice, AdvisedCourse, Answer, Block, Closed, Counted, Instead, Missing, NotCounted, NotCountedReason,
    ProgramAudit, Progress, Verdict, View,
};
