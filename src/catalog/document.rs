//! The shape of `programs.json`, as people write it. Every key is named here; an unknown key is refused.
//!
//! Shared facts stand once: a course's name, credits and terms in `courses`, a department's groups in `departments`.
//! An edition then says which courses its programs list, in which category, under which rules.

use serde::{Deserialize, Serialize};

use super::calendar::TermDates;
use crate::credits::Credits;
use crate::rules::Restriction;
use crate::term::Term;

/// The whole file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Editors look here for the schema.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema_url: Option<String>,
    /// Version of this file's shape; see [`SCHEMA`].
    pub schema: u32,
    /// Where the facts come from.
    pub sources: Vec<Source>,
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

/// The version of the shape that this program reads.
pub const SCHEMA: u32 = 2;

/// Where facts come from, and when they were taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is called.
    pub title: Text,
    /// Its address.
    pub url: String,
    /// Date of the state used, `YYYY-MM-DD`; absent when the source gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Its licence, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// A text that the catalog itself brings, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Traditional Chinese as used in Taiwan.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A department (系所), its spellings, and the groups of its curricula.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// The name programs and rules use (能源系).
    pub name: String,
    /// College (學院); absent when the facts do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub college: Option<String>,
    /// Other spellings of it (能源冷凍空調系).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Curriculum groups whose students are this department's students.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// Curriculum groups of interdisciplinary classes (學士班) tied to this department: whether a rule that names the
    /// department means their students too is to be confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<String>,
    /// Units whose courses are this department's courses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<String>,
    /// Units so close to it (its graduate institutes, its college) that whether their courses are "outside the own
    /// department" is to be confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related_units: Vec<String>,
}

/// What is true of a course in every program that lists it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// The programs as one academic year's standards state them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// A category (類別) of a program with its courses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[serde(rename_all = "snake_case")]
pub enum NotListedReason {
    /// First listed in a later edition.
    LaterEdition,
    /// On an earlier list only: of an earlier edition, or of this one before it was amended.
    EarlierEdition,
}
