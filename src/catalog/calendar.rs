//! Dates of the university's calendar, term by term. What is absent is not known: nothing here is worked out.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::degree::Degree;
use crate::term::Term;

/// The known dates of one term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermDates {
    /// The term.
    pub term: Term,
    /// The Monday of week 1, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_monday: Option<String>,
    /// Registering for a program (登記修讀), where Academic Affairs gave days; else it is done in the add/drop weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<Window>,
    /// Pre-selection of this term's courses (初選).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preselection: Option<Windows>,
    /// Adding and dropping courses (加退選).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub add_drop: Option<Windows>,
    /// Withdrawing from courses (撤選).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Windows>,
    /// Weeks 13 to 18, in which certificates are applied for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Window>,
    /// Final examinations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_exam: Option<Window>,
    /// The first day of the break, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_start: Option<String>,
    /// The day on which the source said so, `YYYY-MM-DD`.
    pub as_of: String,
    /// Address of the source; one of the catalog's sources.
    pub source: String,
}

/// Days from one to another, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
}

/// A window that the day and the evening school have each of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Windows {
    /// Day school, graduates too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Window>,
    /// Evening school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evening: Option<Window>,
}

/// What a student does in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Registers for a program.
    Register,
    /// Selects courses beforehand.
    Preselect,
    /// Adds and drops courses.
    AddDrop,
    /// Withdraws from a course.
    Withdraw,
    /// Applies for the certificate.
    Apply,
}

impl Windows {
    /// The window of a student of that degree.
    pub fn of(&self, degree: Degree) -> Option<&Window> {
        match degree {
            Degree::BachelorEvening => self.evening.as_ref(),
            Degree::Bachelor | Degree::Graduate => self.day.as_ref(),
        }
    }
}

impl Window {
    /// First and last day.
    pub fn days(&self) -> Option<(Day, Day)> {
        Day::parse(&self.from).zip(Day::parse(&self.to))
    }
}

impl TermDates {
    /// The days in which a student of that degree does that; `None` where they are not known.
    pub fn window(&self, act: Act, degree: Degree) -> Option<&Window> {
        match act {
            Act::Register => self.registration.as_ref().or_else(|| self.add_drop.as_ref()?.of(degree)),
            Act::Preselect => self.preselection.as_ref()?.of(degree),
            Act::AddDrop => self.add_drop.as_ref()?.of(degree),
            Act::Withdraw => self.withdrawal.as_ref()?.of(degree),
            Act::Apply => self.certificate.as_ref(),
        }
    }
}

/// The known dates of a term.
pub fn dates_of(calendar: &[TermDates], term: Term) -> Option<&TermDates> {
    calendar.iter().find(|dates| dates.term == term)
}
