//! The engine: for each program two answers, each with its proof and the cheapest way to get it.
//!
//! It is pure and total. A program's rules become a [`Draft`] of conditions over the courses it lists (prepared once for
//! a student); records are matched to it, allocated exactly, and judged twice: as if every open fact went against the
//! student, and as if all went well. Where both agree the answer is decided, otherwise it names the facts.

mod advise;
mod again;
mod allocate;
mod answer;
mod candidates;
mod cheapest;
mod condition;
mod deciding;
mod draft;
mod fact;
mod fact_json;
mod facts;
mod hindrance;
mod judge;
mod matching;
mod order;
mod possible;
mod prepared;
mod profile;
mod program;
mod rank;
mod together;
mod unplaced;
mod verdict;
mod who;

pub use condition::{Amount, Condition, ConditionSource, Of};
pub use draft::{Alternative, Demand, Draft, Limit, OpenCategory, Prerequisite, Slot, course_ref};
pub use fact::{Ask, CourseRef, CrossDomainDoubt, Decision, Fact};
pub use hindrance::Hindrance;
pub use possible::{AnyOf, Clauses, FactId, MOST_NARROWING, Possible};
pub use prepared::{Detail, Prepared};
pub use profile::{Degree, Profile};
pub use rank::rank;
pub use together::{MOST_TOGETHER, SharedCourse, Together};
pub use unplaced::{Agreement, compare as compare_unplaced};
pub use verdict::{
    Advice, AdvisedCourse, Block, Closed, Counted, Instead, Missing, NotCounted, NotCountedReason, ProgramAudit,
    Progress, Standing, Status, Verdict, View,
};
pub use who::{Membership, Who};
