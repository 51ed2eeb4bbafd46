//! What a certificate is made of: plain data.

use serde::{Deserialize, Serialize};

use super::super::condition::Amount;
use super::super::fact::Fact;
use super::super::verdict::View;
use crate::credits::Credits;
use crate::rules::Purpose;

/// Why the answer to one question about one program is right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Certificate {
    /// Code of the program.
    pub program: String,
    /// The question.
    pub question: Purpose,
    /// The conditions that the steps name by their position here.
    pub conditions: Vec<Named>,
    /// The limits that the steps name by their position here.
    pub limits: Vec<AtMost>,
    /// What shows the answer.
    pub shown: Shown,
    /// What shows that the advice is the least; `None` where none is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<LeastShown>,
}

/// A condition as both sides can name it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Named {
    /// The least.
    pub need: Amount,
    /// The categories named; empty: all.
    pub categories: Vec<String>,
    /// Of which courses.
    pub of: NamedOf,
    /// Of the conditions that are alike in all this, the how manieth, from 0.
    pub place: usize,
}

/// Of which courses a condition is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedOf {
    /// All that count.
    Any,
    /// Cross-domain professional courses.
    CrossDomain,
    /// Courses from outside the own department.
    OutsideDepartment,
    /// Courses taught in person.
    InPerson,
    /// Courses with these codes, sorted.
    Codes(Vec<String>),
    /// Courses of a track.
    Track(String),
    /// Courses of one of several tracks, all of the same.
    OneTrack,
}

/// A limit as both sides can name it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AtMost {
    /// The most.
    pub most: Amount,
    /// The category, if it limits all of one.
    pub category: Option<String>,
    /// Of the limits that are alike in all this, the how manieth, from 0.
    pub place: usize,
}

/// What shows an answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "answer")]
pub enum Shown {
    /// Met in this view, whatever the open facts turn out to be.
    Met {
        /// The view.
        view: View,
        /// What counts as what.
        counted: Vec<Place>,
        /// That it is not met in the next narrower view; `None` in the narrowest.
        before: Option<Derivation>,
    },
    /// It hangs on facts.
    DependsOn {
        /// The view in which these facts are enough.
        view: View,
        /// The facts.
        facts: Vec<Fact>,
        /// With them, what counts as what.
        counted: Vec<Place>,
        /// That in the next narrower view all facts are not enough; `None` in the narrowest.
        before: Option<Derivation>,
        /// That without facts it is not met in any view.
        unsure: Derivation,
        /// That fewer facts are not enough in this view.
        fewer: Derivation,
    },
    /// Not met even with the plan and all facts.
    NotYet {
        /// That the conditions told cannot be met together.
        together: Derivation,
        /// The conditions told.
        missing: Vec<Missed>,
        /// Where nothing helps: that all courses of the list, with all facts, are not enough.
        never: Option<Derivation>,
    },
    /// The program is closed to the student, or the requirement by way of it.
    NotOpen,
    /// The requirement is not this student's.
    NotRequired,
}

/// A condition that is told as missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Missed {
    /// The condition's positions; several where it is one of several tracks.
    pub conditions: Vec<usize>,
    /// The most that can be had of it.
    pub have: Amount,
    /// Met alone, but not together with the others.
    pub only_jointly: bool,
    /// What counts as what to have so much of it.
    pub counted: Vec<Place>,
    /// That no more can be had, for each of the positions; none where it is only jointly missing.
    pub no_more: Vec<Derivation>,
}

/// What shows that the advice is the least.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeastShown {
    /// What is taken to hold: nothing (0), facts of the student's own standing (1), all (2).
    pub assumed: u8,
    /// Additional credits.
    pub credits: Credits,
    /// What to take.
    pub courses: Vec<Taken>,
    /// For each lower step of what is taken to hold: that everything still to be taken is not enough.
    pub never: Vec<Derivation>,
    /// With the advised courses, what counts as what.
    pub counted: Vec<Place>,
    /// That fewer additional credits are not enough; `None` where there are none.
    pub fewer_credits: Option<Derivation>,
    /// That with no more credits fewer courses are not enough; `None` where there are none.
    pub fewer_courses: Option<Derivation>,
}

/// A course to take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Its code.
    pub code: String,
    /// Which stages of a year course; empty for a course of one part.
    pub stages: Vec<u8>,
}

/// A record, or a course still to be taken, that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// What counts.
    pub unit: UnitName,
    /// The category that it fills.
    pub category: Option<String>,
}

/// A unit, by one of the things in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitName {
    /// The record at this position.
    Record(usize),
    /// The listed course of this code, still to be taken.
    Course(String),
}

/// Why no allocation meets all conditions within all limits. Each unit counts in one of its ways or not at all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Derivation {
    /// Something that only people can confirm does not hold.
    Unconfirmed,
    /// Conditions times these numbers, less limits times theirs: what is needed of that is more than the sum, over all
    /// units, of the most that one of its ways gives.
    Sum(Vec<(Row, u64)>),
    /// A unit counts for at least so much of the measure, or for less.
    Way {
        /// The unit.
        unit: UnitName,
        /// The measure.
        of: Measure,
        /// At least.
        least: u32,
        /// Why it cannot be at least so much.
        reached: Box<Derivation>,
        /// Why it cannot be less.
        short: Box<Derivation>,
    },
    /// Some units together come to at least so much of the measure, or to less. Below, this is one more condition or
    /// limit, called [`Row::Total`] by how many of these stand above it.
    Total {
        /// The units.
        units: Vec<UnitName>,
        /// The measure.
        of: Measure,
        /// At least.
        least: u32,
        /// Why it cannot be at least so much.
        reached: Box<Derivation>,
        /// Why it cannot be less.
        short: Box<Derivation>,
    },
    /// Of alternatives one must be met: why none can be, in their order. Named by one of their conditions.
    Alternatives(usize, Vec<Derivation>),
    /// A fact holds, or it does not.
    Fact {
        /// The fact.
        fact: Fact,
        /// Why not if it holds.
        holds: Box<Derivation>,
        /// Why not if it does not.
        fails: Box<Derivation>,
    },
}

/// What is multiplied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Row {
    /// A condition.
    Condition(usize),
    /// A limit.
    Limit(usize),
    /// Additional credits, of which there may be no more than asked about.
    Credits,
    /// Additional courses, likewise.
    Courses,
    /// What a step above says of a total.
    Total(usize),
}

/// What is counted of a unit: tenths of credits, or courses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// What it adds to a condition.
    Condition(usize),
    /// What it uses up of a limit.
    Limit(usize),
    /// Additional credits.
    Credits,
    /// Additional courses.
    Courses,
}

impl Derivation {
    /// How many steps it has: splits and sums.
    pub fn steps(&self) -> usize {
        match self {
            Derivation::Unconfirmed | Derivation::Sum(_) => 1,
            Derivation::Way { reached, short, .. } | Derivation::Total { reached, short, .. } => {
                1 + reached.steps() + short.steps()
            }
            Derivation::Alternatives(_, each) => 1 + each.iter().map(Derivation::steps).sum::<usize>(),
            Derivation::Fact { holds, fails, .. } => 1 + holds.steps() + fails.steps(),
        }
    }
}
