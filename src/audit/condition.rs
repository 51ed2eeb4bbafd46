//! The conditions of an answer, as data. Sentences for them are composed in [`crate::i18n`].

#[cfg(feature = "office")]
use serde::Deserialize;
use serde::Serialize;

use super::fact::CourseRef;
use crate::credits::Credits;

/// "At least so much of that": one condition of a program or of the requirement.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Condition {
    /// How much.
    pub need: Amount,
    /// Within these categories; empty for all.
    pub categories: Vec<String>,
    /// Of which courses.
    pub of: Of,
    /// Which rule says so.
    pub source: ConditionSource,
}

/// An amount of credits or of courses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "office", derive(Deserialize))]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// Credits (學分).
    Credits(Credits),
    /// Courses (門).
    Courses(u16),
}

impl Amount {
    /// The same measure with another number: tenths of credits, or courses.
    pub fn with(self, number: u16) -> Amount {
        match self {
            Amount::Credits(_) => Amount::Credits(Credits::from_tenths(number)),
            Amount::Courses(_) => Amount::Courses(number),
        }
    }

    /// Tenths of credits, or courses.
    pub fn number(self) -> u16 {
        match self {
            Amount::Credits(credits) => credits.tenths(),
            Amount::Courses(courses) => courses,
        }
    }
}

/// Which courses count toward a condition.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// Every counted course.
    Any,
    /// Cross-domain professional courses outside 基礎 (or in the categories named).
    CrossDomain,
    /// Courses from outside the own department.
    OutsideDepartment,
    /// Courses taught in person (not online).
    InPerson,
    /// One or more of these courses.
    Listed(Vec<CourseRef>),
    /// Courses of one track or field.
    Track(String),
    /// Courses of any one of several tracks, all of the same.
    OneTrackOf(Vec<String>),
}

/// Which rule a condition comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConditionSource {
    /// The program's credits.
    ProgramCredits,
    /// The program's minimum for the category.
    CategoryMinimum,
    /// The university's general minimum, as the program states none.
    GeneralMinimum,
    /// The program's restriction at that position.
    Restriction(u16),
    /// The cross-domain graduation requirement.
    Requirement,
}
