//! The shape of the stored document.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::marks::Mark;
use super::plan::Plan;
use crate::audit::{Decision, Profile};
use crate::i18n::Lang;
use crate::transcript::Record;

/// The version of the shape that this program writes.
pub const VERSION: u64 = 4;

/// The key of the history in the stored text, see [`super::Stored`].
pub(super) const STAMPS: &str = "stamps";

/// Everything the student entered.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Document {
    /// Who the student is.
    pub profile: Profile,
    /// Courses taken, being taken, or meant to be taken.
    pub records: Vec<Record>,
    /// Answers that the student obtained from people.
    pub decisions: Vec<Decision>,
    /// Steps of the procedure that the student has taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Plans for coming semesters.
    pub plans: Vec<Plan>,
    /// The plan that counts for the verdicts, by its id; the first one when that is gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active_plan: Option<u32>,
    /// Busy hours by semester; [`super::Busy`] has them read.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub busy: Map<String, Value>,
    /// How the app looks.
    pub settings: Settings,
    /// The edition chosen to be judged by; `None` follows the catalog's first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Keys of the same version that this program does not know. They are written back as they were.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// How the app looks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Language; `None` follows the browser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// Light or dark.
    #[serde(default)]
    pub theme: Theme,
    /// The student chose to look around without naming a department.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub profile_skipped: bool,
    /// The Monday of week 1 of the present term, ISO, as the student read it in the university's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_monday: Option<String>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system is set.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Document {
    /// The text to store.
    pub fn write(&self) -> String {
        #[derive(Serialize)]
        struct Versioned<'a> {
            version: u64,
            #[serde(flatten)]
            document: &'a Document,
        }
        // Strings, numbers and maps with string keys always have a JSON form.
        serde_json::to_string(&Versioned { version: VERSION, document: self }).unwrap_or_default()
    }

    /// Whether there is nothing in it that a person would miss (settings do not count).
    pub fn is_empty(&self) -> bool {
        self.profile == Profile::default()
            && self.records.is_empty()
            && self.decisions.is_empty()
            && self.plans.is_empty()
            && self.marks.is_empty()
            && self.busy.is_empty()
            && self.unknown.is_empty()
    }
}
