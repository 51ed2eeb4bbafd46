//! The answers, as plain data. Nothing here is a sentence.

use std::sync::Arc;

#[cfg(feature = "office")]
use serde::Deserialize;
use serde::Serialize;

use super::condition::{Amount, Condition};
use super::fact::{CourseRef, Fact};
use super::hindrance::Hindrance;
use super::student::Standing;
use crate::catalog::curriculum::Symbol;
use crate::catalog::document::NotListedReason;
use crate::credits::Credits;
use crate::transcript::{Completion, Record};

/// The audit of one program.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgramAudit {
    /// Program code.
    pub code: String,
    /// Programs of the edition whose certificates nobody can hold besides this one's.
    pub exclusive_with: Vec<String>,
    /// Certificate (微學程證書).
    pub certificate: Verdict,
    /// Cross-domain graduation requirement (跨域畢業條件), by way of this program.
    pub cross_domain: Verdict,
    /// Records that count toward the certificate.
    pub counted: Vec<Counted>,
    /// Records of the program's list, or near it, that do not.
    pub not_counted: Vec<NotCounted>,
    /// Decisions of the student's own that these answers used: they make the answers unofficial.
    pub decided: Vec<Fact>,
}

/// Which of the records are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "office", derive(Deserialize))]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Passed only.
    Passed,
    /// And those in progress.
    InProgress,
    /// And those planned.
    Planned,
}

impl View {
    /// All, from the narrowest.
    pub const ALL: [View; 3] = [View::Passed, View::InProgress, View::Planned];

    /// From which view on a record counts; `None` when it never does.
    pub fn of(record: &Record, pass_mark: u8) -> Option<View> {
        match record.completion(pass_mark) {
            Completion::Passed => Some(View::Passed),
            Completion::InProgress => Some(View::InProgress),
            Completion::Planned => Some(View::Planned),
            Completion::NotPassed => None,
        }
    }
}

impl ProgramAudit {
    /// The facts that the two answers hang on, and those for which records wait to be counted; in no fixed order, and
    /// some of them twice.
    pub fn open_facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        for verdict in [&self.certificate, &self.cross_domain] {
            if let Answer::DependsOn { facts: open, .. } = &verdict.answer {
                facts.extend_from_slice(open);
            }
        }
        for out in &self.not_counted {
            if let NotCountedReason::ToConfirm(open) = &out.reason {
                facts.extend_from_slice(open);
            }
        }
        facts
    }
}

/// The answer to one of the two questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The answer.
    pub answer: Answer,
    /// Every condition with how far it is, in the order of the rules.
    pub progress: Vec<Progress>,
    /// The cheapest way to make it met; `None` when it is met or cannot be met with the program's own list.
    pub advice: Option<Advice>,
}

/// One of the two answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Met with what is passed, whatever the open facts turn out to be.
    Met,
    /// Met if the courses in progress are passed.
    MetIfInProgress,
    /// Met if the plan is carried out.
    MetIfPlanned,
    /// Not met even if all open facts favour the student and the plan is carried out.
    NotYet {
        /// A small set of conditions that together are not met.
        missing: Vec<Missing>,
        /// Whether the program's own list can make it met for this student at all.
        reachable: bool,
    },
    /// It hangs on facts that are not known.
    DependsOn {
        /// The smallest set of facts that, if they hold, makes it met.
        facts: Vec<Fact>,
        /// On top of that: met only if courses in progress are passed or the plan is carried out.
        view: View,
    },
    /// Closed to this student.
    NotOpen(Closed),
    /// The requirement does not concern this student.
    NotRequired,
}

/// Why a program, or the requirement by way of it, is closed to a student.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Closed {
    /// Not open to the student's department.
    Department(String),
    /// Open to these departments only.
    OnlyFor(Vec<String>),
    /// Holds only courses of the student's own department, so it is never cross-domain for them.
    OwnProgram,
}

/// A condition that is not met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The condition.
    pub condition: Arc<Condition>,
    /// The most of it that can be had from the records at once with nothing else asked.
    pub have: Amount,
    /// Met alone, but not together with the other conditions named beside it: the same course is needed twice.
    pub only_jointly: bool,
}

/// How far one condition is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The condition.
    pub condition: Arc<Condition>,
    /// Had for certain, from what is passed.
    pub passed: Amount,
    /// The same with the courses in progress.
    pub in_progress: Amount,
    /// The same with the plan.
    pub planned: Amount,
    /// With the plan, if all open facts favour the student.
    pub possible: Amount,
    /// Facts of which any one frees of the condition as written (a minimum that is not stated, say).
    pub unless: Vec<Fact>,
}

/// A record that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Position of the record in what was audited.
    pub record: usize,
    /// The listed course it counts for.
    pub course: CourseRef,
    /// Its credits.
    pub credits: Credits,
    /// The category it fills; `None` where that is not known.
    pub category: Option<String>,
    /// The narrowest view in which it counts.
    pub view: View,
    /// Whether it is a cross-domain professional course for this student, and why.
    pub cross_domain: Standing,
    /// The record bears no code and was taken for the listed course by its name.
    pub code_not_given: bool,
    /// Where its credits fall among the student's graduation credits.
    pub block: Option<Block>,
}

/// A record near a program that does not count.
#[derive(Clone, Debug, PartialEq)]
pub struct NotCounted {
    /// Position of the record in what was audited.
    pub record: usize,
    /// The course, as listed (or as recorded, where it is not).
    pub course: CourseRef,
    /// Why not.
    pub reason: NotCountedReason,
}

/// Why a record does not count.
#[derive(Clone, Debug, PartialEq)]
pub enum NotCountedReason {
    /// Failed or withdrawn.
    NotPassed,
    /// In progress or planned, and the answer does not need it: what is passed (or in progress) is enough.
    NotPassedYet,
    /// The same course (same code, or same name) is counted already.
    CountedAlready {
        /// The record that counts instead.
        by: usize,
    },
    /// Would count if these facts held.
    ToConfirm(Vec<Fact>),
    /// Of the listed name, but the student was told that it is not recognised.
    NotRecognised,
    /// Not in this edition.
    NotListed(NotListedReason),
    /// The program does not count this course for students of the department.
    ExcludedForDepartment(String),
    /// The program does not count courses like the own department's; the own curriculum has this one.
    OwnDepartmentCourse {
        /// Its symbol in the own curriculum.
        symbol: Symbol,
    },
    /// A limit is reached (credits of a kind, or one course a subclass).
    LimitReached,
}

/// The blocks of the graduation credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Common required (共同必修).
    Common,
    /// Professional required (專業必修).
    ProfessionalRequired,
    /// Professional elective (專業選修).
    ProfessionalElective,
    /// Cross-domain and free electives (跨域及自由選修).
    Free,
    /// General education beyond what is required: in the free block, within a cap.
    GeneralEducation,
}

/// The cheapest way to finish.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// Additional credits; the least possible.
    pub credits: Credits,
    /// What to take, one place a course; the fewest possible for these credits.
    pub courses: Vec<AdvisedCourse>,
    /// What was taken to hold so that there is a way: nothing (0), facts of the student's own standing (1), all (2).
    pub assumed: u8,
    /// Facts that have to hold besides; empty when the advice is certain.
    pub facts: Vec<Fact>,
    /// Other sets of courses at the same credits and number; each course with those that would serve as well.
    pub alternatives: Vec<Vec<AdvisedCourse>>,
    /// Which of the courses may be hard to take, and why.
    pub hindered: Vec<(Arc<CourseRef>, Hindrance)>,
    /// Where some are: the cheapest way without any such course, if it asks at most three credits more. It is told
    /// first.
    pub easier: Option<Box<Advice>>,
}

impl Advice {
    /// The way to tell first: the least credits, or a few more where that goes round what is hard to take.
    pub fn first(&self) -> &Advice {
        self.easier.as_deref().unwrap_or(self)
    }
}

/// A course to take, with the others that would serve as well in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvisedCourse {
    /// The course.
    pub course: Arc<CourseRef>,
    /// Its credits.
    pub credits: Credits,
    /// The category it fills.
    pub category: Option<String>,
    /// Terms since 114-1 in which a class existed.
    pub offered: usize,
    /// Taken online; a class is never offered.
    pub online: bool,
    /// Which stages of a year course to take; empty for a course of one part.
    pub stages: Vec<u8>,
    /// A record of the course does not say which half it is, so it stands for the first; what to take is the other half,
    /// whichever that is.
    pub unsaid: bool,
    /// Courses that would do as well in this place.
    pub instead: Vec<Instead>,
}

/// A course that would do as well in another's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// The course.
    pub course: Arc<CourseRef>,
    /// Which stages of a year course; empty for a course of one part.
    pub stages: Vec<u8>,
}
