//! Courses and lists of them, and what the engine asks of the catalog about courses and departments.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::department::Department;
use super::text::Text;
use crate::credits::Credits;
use crate::term::Term;

/// What is true of a course in every program that lists it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Course code (課程編碼), seven characters; a course of another school may have its own code, or none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Chinese name.
    pub name: String,
    /// Credits of the course (of each stage, for a year course); absent when unknown (other schools' courses).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credits: Option<Credits>,
    /// Unit that offers it; absent when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// A course of another school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// General-education or common course: whether it is a professional course is to be confirmed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub common: bool,
    /// Number of stages of a year course; absent for a course of one part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stages: Option<u8>,
    /// Degree levels it is taught for; empty when unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Terms in which a class existed, from 110-1 on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<Term>,
}

/// Degree levels of the course system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 五專.
    JuniorCollege,
    /// 日間部大學部.
    Bachelor,
    /// 進修部大學部.
    BachelorEvening,
    /// 碩士班.
    Master,
    /// 碩士在職專班.
    MasterInservice,
    /// 博士班.
    Doctoral,
}

/// A category (類別) of a program with its courses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(extend("required" = ["name", "min_courses", "courses"])))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// 基礎, 核心, 總整; some programs say 進階 or 應用.
    pub name: String,
    /// Courses needed in it. `null`: not stated; then the university's general minimum is the least, and what the
    /// program really asks is to be confirmed. It must be written all the same: forgetting it is a mistake.
    #[serde(deserialize_with = "Option::deserialize")]
    pub min_courses: Option<u16>,
    /// Its courses.
    pub courses: Vec<Listing>,
}

/// A course in a program's list. The name stands beside the code so that a mistyped code is found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Listing {
    /// Code in `courses`; absent for a course whose code is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Name; must be the name in `courses`. A compact catalog leaves it out where there is a code: then reading takes
    /// it from `courses`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Marked required (▲) in the program's standard.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub required: bool,
    /// Marked online (e) in this program's row: taken on an outside platform, no class is offered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub online: bool,
    /// This edition's list prints no category for it; the category in which it stands is that of another edition or of
    /// a class note. It counts there, and the lead is told.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub category_not_printed: bool,
    /// A lead as to the track or field of the course, never a fact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track_hint: Option<String>,
    /// A lead as to the category of an uncategorised course, never a fact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_hint: Option<Text>,
}

/// A course that stands near an edition without counting in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NotListed {
    /// Course code; absent for a course whose code is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Chinese name.
    pub name: String,
    /// Why it does not count.
    pub why: NotListedReason,
}

/// Why a course near an edition does not count in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NotListedReason {
    /// First listed in a later edition.
    LaterEdition,
    /// On an earlier list only: of an earlier edition, or of this one before it was amended.
    EarlierEdition,
}

/// Position of a course in the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CourseId(pub u32);

/// A normalised name that some course of the catalog has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub u32);

/// What the catalog tells of taking a course.
#[derive(Clone, Debug, Default)]
pub struct Ease {
    /// How likely it has a class within the year to come, in thousandths.
    pub likely: u16,
    /// In so many of the last five terms that are known it had a class.
    pub lately: usize,
    /// Its classes are for graduate students only.
    pub graduates_only: bool,
    /// A department runs it for its own students, as their project or internship.
    pub own_students: bool,
    /// The normalised name of the course of the catalog that it continues: that of the number before.
    pub continues: Option<Arc<str>>,
}

/// What is known of courses and departments, whatever the programs ask.
pub trait CourseFacts {
    /// A course.
    fn course(&self, id: CourseId) -> Option<&Course>;

    /// The course with that code.
    fn by_code(&self, code: &str) -> Option<CourseId>;

    /// The course that a program's list means: by code, or among the courses without code by name.
    fn listed(&self, listing: &Listing) -> Option<CourseId>;

    /// The name of a course.
    fn name_of(&self, id: CourseId) -> Option<NameId>;

    /// The unit that offers a course; of a course that exists for a micro-program alone, the department that runs it.
    fn offered_by<'c>(&'c self, course: &'c Course) -> Option<&'c str>;

    /// How easy the course is to take.
    fn ease(&self, id: CourseId) -> Option<&Ease>;

    /// All departments.
    fn departments(&self) -> &[Department];
}
