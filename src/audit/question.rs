//! A question about one program, ready for records: the ways in which listed courses count, and what is asked of them.
//!
//! Everything here is about the program and the student, so it is prepared once and serves every change of the records.

mod draft;
mod list;
mod scope;
mod write;

use std::sync::Arc;

use super::at::{CategoryAt, ListingAt};
use super::condition::{Amount, Condition};
use super::fact::{CourseRef, Fact};
use super::possible::{AnyOf, Possible};
use super::verdict::{Closed, NotCountedReason};
use crate::catalog::{CourseId, NameId};
use crate::credits::Credits;
use crate::transcript::Record;

pub use draft::{Draft, Terms};
pub use list::{Listed, course_ref, listed};
pub use scope::Scope;
pub use write::questions;

/// One question about one program, ready for records.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub slots: Vec<Slot>,
    pub demands: Vec<Demand>,
    pub limits: Vec<Limit>,
    /// Facts of which one each must hold whatever the records are.
    pub confirms: Vec<AnyOf>,
    pub closed: Vec<Closed>,
    pub open_categories: Vec<OpenCategory>,
    pub prerequisites: Vec<Prerequisite>,
    pub equivalents: Vec<(String, CourseId)>,
    pub facts: Vec<Fact>,
    pub decided: Vec<Fact>,
    /// For each position in the list, where its slots begin and end.
    pub slots_of: Vec<std::ops::Range<usize>>,
    /// Whether an unlisted course can count as cross-domain: such a course is of no track.
    pub unlisted_cross_domain: Possible,
    /// The fact without which nothing can be said of cross-domain standing, where one is missing.
    pub missing_ground: Option<Fact>,
    /// The student's group or entry year free them of the question, or leave that open.
    pub applies: Option<bool>,
}

impl Question {
    /// A question of a program of which nothing is known yet. `missing_ground`: see the field.
    pub fn empty(missing_ground: Option<Fact>) -> Question {
        Question {
            slots: Vec::with_capacity(80),
            demands: Vec::with_capacity(8),
            limits: Vec::new(),
            confirms: Vec::new(),
            closed: Vec::new(),
            open_categories: Vec::new(),
            prerequisites: Vec::new(),
            equivalents: Vec::new(),
            facts: Vec::new(),
            decided: Vec::new(),
            slots_of: Vec::new(),
            unlisted_cross_domain: Possible::Yes,
            missing_ground,
            applies: Some(true),
        }
    }
}

/// One way in which a listed course may count. A course whose category is open has several.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Position of the course in the program's list.
    pub listing: ListingAt,
    /// It is taken on an outside platform.
    pub online: bool,
    /// The course.
    pub course: CourseId,
    /// Its name: courses of one name are one course.
    pub name: NameId,
    /// Position of the category; `None`: counts for credits only.
    pub category: Option<CategoryAt>,
    /// Whether it counts at all in this way.
    pub usable: Possible,
    /// Whether it counts as a cross-domain professional course.
    pub cross_domain: Possible,
    /// Credits of one stage; `None` when the list does not say.
    pub credits: Option<Credits>,
    /// What the student was told of the course: it counts, or it does not, whatever the rules say.
    pub told: Option<bool>,
    /// Why it is not usable, where it is not.
    pub excluded: Option<NotCountedReason>,
    /// The student decided its cross-domain standing, so the course taken for it decides nothing any more.
    pub cross_domain_decided: bool,
    /// Whether it counts in this way if the course taken for it is one of the own department's.
    pub if_own_taken: Possible,
}

/// "At least so much of that", over slots.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// The condition as shown to the student.
    pub condition: Arc<Condition>,
    /// For each slot, whether a record there counts toward it.
    pub gain: Vec<Possible>,
    /// Counts only with this stage of the course; otherwise as `otherwise` says.
    pub stage: Option<(u8, Vec<Possible>)>,
    /// Of the options of one group, one must be satisfied with all its demands.
    pub alternative: Option<Alternative>,
    /// Does not stand if one of these facts holds.
    pub unless: AnyOf,
}

/// One option of a group of demands, of which one option must be satisfied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alternative {
    /// The group.
    pub group: u8,
    /// The option: all demands that bear it must be satisfied together.
    pub option: u8,
}

/// "At most so much of that", over slots.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// The most that counts.
    pub most: Amount,
    /// Which slots use it up.
    pub uses: Vec<bool>,
    /// The category that it limits, if it limits all of one.
    pub category: Option<CategoryAt>,
    /// Does not stand if one of these facts holds.
    pub unless: AnyOf,
}

/// A category that takes courses the program does not list.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenCategory {
    /// Position of the category.
    pub category: CategoryAt,
    /// Its name.
    pub name: String,
    /// A lead: the normalised name holds one of these.
    pub name_contains: Vec<String>,
    /// Any course may be accepted.
    pub any_course: bool,
    /// Courses that the student was told are accepted.
    pub accepted: Vec<CourseRef>,
}

impl OpenCategory {
    /// The record's course, where the student was told that it is accepted.
    pub fn accepts(&self, record: &Record) -> Option<&CourseRef> {
        self.accepted.iter().find(|course| course.identity().is(record.identity()))
    }
}

/// Credits of some categories that have to be passed before a course of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Prerequisite {
    /// Position of the category of the later course.
    pub category: CategoryAt,
    /// Positions of the categories whose credits count.
    pub of: Vec<CategoryAt>,
    /// The least.
    pub credits: Credits,
}
