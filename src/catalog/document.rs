//! The shape of `programs.json`, as people write it. Every key is named here; an unknown key is refused.
//!
//! Shared facts stand once: a course's name, credits and terms in `courses`, a department's groups in `departments`.
//! An edition then says which courses its programs list, in which category, under which rules.

use serde::{Deserialize, Serialize};

use super::calendar::TermDates;
use crate::credits::Credits;
use crate::rules::Restriction;

pub use super::course::{Category, Course, Level, Listing, NotListed, NotListedReason};
pub use super::department::Department;
pub use super::text::{LoggedChange, Source, Text};

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Editors look here for the schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema_url: Option<String>,
    /// Version of this file's shape; see [`SCHEMA`].
    pub schema: u32,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// Who changed the catalog, when and why; the newest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<LoggedChange>,
    /// The university's calendar, one entry a term.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendar: Vec<TermDates>,
    /// Departments with their curricula's groups.
    pub departments: Vec<Department>,
    /// Every course that any program of any edition lists, once.
    pub courses: Vec<Course>,
    /// Editions, in any order: which one is shown is decided by the date ([`Catalog::edition_in`](super::Catalog::edition_in)).
    pub editions: Vec<Edition>,
}

impl Document {
    /// Gives listings without a name the name that their code has.
    pub fn complete_names(&mut self) {
        let named = |course: &Course| Some((course.code.clone()?, course.name.clone()));
        let names: std::collections::HashMap<String, String> = self.courses.iter().filter_map(named).collect();
        for program in self.editions.iter_mut().flat_map(|edition| &mut edition.programs) {
            let categorised = program.categories.iter_mut().flat_map(|category| &mut category.courses);
            for listing in categorised.chain(&mut program.uncategorised).filter(|listing| listing.name.is_empty()) {
                let name = listing.code.as_ref().and_then(|code| names.get(code));
                listing.name = name.cloned().unwrap_or_default();
            }
        }
    }
}

/// The most restrictions that a program may have; more are taken for a mistake.
pub const MAX_RESTRICTIONS: usize = 20;

/// The version of the shape that this program reads.
pub const SCHEMA: u32 = 2;

/// The programs as one academic year's standards state them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// For example `114-1`.
    pub id: String,
    /// Academic year (學年度), ROC.
    pub year: u16,
    /// What it is, in words.
    pub title: Text,
    /// The day on which its standards were as they stand here, `YYYY-MM-DD`.
    pub standard_as_of: String,
    /// Its programs, by college.
    pub programs: Vec<Program>,
}

/// One micro-program (微學程).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// For example `AVM`.
    pub code: String,
    /// Chinese name.
    pub name: String,
    /// College (學院).
    pub college: String,
    /// Department that runs it.
    pub department: String,
    /// Credits for the certificate, by the rule text.
    pub min_credits: Credits,
    /// Credits by the table of the standard, where the two differ. The rule text is used, both are shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table_credits: Option<Credits>,
    /// Marked * by Academic Affairs: holds only its own department's courses, so it is never cross-domain for that
    /// department's students.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own_department_only: bool,
    /// Taught in English.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub taught_in_english: bool,
    /// The official standard.
    pub standard_url: String,
    /// The program's plan (PDF), where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_url: Option<String>,
    /// Categories with their courses.
    pub categories: Vec<Category>,
    /// Listed courses whose category the standard leaves open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uncategorised: Vec<Listing>,
    /// Courses near this edition that do not count in it, so that the reason can be told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_listed: Vec<NotListed>,
    /// The program's restrictions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub restrictions: Vec<Restriction>,
    /// Contradictions and gaps in the sources, shown as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
}
