//! One line of a transcript.

use serde::{Deserialize, Serialize};

use super::{Completion, Grade, Identity, Stage};
use crate::credits::Credits;
use crate::term::Term;

/// One attempt at one course (or at one stage of a year course). Identity of an attempt: code, stage, term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Record {
    /// Course code (課程編碼): seven characters, upper case. `None` when the source had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Chinese course name as the source wrote it.
    pub name: String,
    /// Credits of this attempt. `None` when the source did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credits: Option<Credits>,
    /// Which half of a year course.
    #[serde(default, skip_serializing_if = "Stage::is_only")]
    pub stage: Stage,
    /// Semester of the attempt, when known. Eligibility never needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// The grade as printed.
    #[serde(default, skip_serializing_if = "no_grade")]
    pub grade: Grade,
    /// What the student said of the course; it goes before what the grade says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<Completion>,
    /// Remarks (備註), for example the original course of a transfer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

fn no_grade(grade: &Grade) -> bool {
    *grade == Grade::None
}

impl Record {
    /// How far this course is, where `pass_mark` is the lowest passing number.
    pub fn completion(&self, pass_mark: u8) -> Completion {
        self.declared.unwrap_or_else(|| self.grade.completion(pass_mark))
    }

    /// Which course it is of.
    pub fn identity(&self) -> Identity<'_> {
        Identity::new(&self.code, &self.name)
    }

    /// A record the student ticked: no grade, only how far it is.
    pub fn ticked(code: &str, name: &str, credits: Credits, status: Completion) -> Record {
        Record {
            code: Some(code.to_owned()),
            name: name.to_owned(),
            credits: Some(credits),
            declared: Some(status),
            ..Record::default()
        }
    }
}
