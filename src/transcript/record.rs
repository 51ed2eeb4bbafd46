//! One line of a transcript.

use serde::{Deserialize, Serialize};

use super::{Completion, Grade};
use crate::credits::Credits;
use crate::names::fold_width;
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

/// The stage (階段) of a year course that is taken in several parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Not stated, or a course of one part only.
    #[default]
    Only,
    /// 1, 2, ...: one part.
    Part(u8),
    /// 全: all parts at once (transferred year courses).
    Whole,
}

impl Stage {
    /// Reads `1`, `2`, `1/2`, `1 / 2`, `全`, or nothing. `1/1` and `1` alone are kept as [`Stage::Part`] 1: whether the
    /// course has a second part, the catalog knows.
    pub fn parse(text: &str) -> Option<Stage> {
        let text = fold_width(text);
        let text = text.split('/').next().unwrap_or("").trim();
        match text {
            "" => Some(Stage::Only),
            "全" => Some(Stage::Whole),
            _ => text.parse().ok().filter(|n| (1..=8).contains(n)).map(Stage::Part),
        }
    }

    /// Nothing to say.
    pub fn is_only(&self) -> bool {
        *self == Stage::Only
    }
}

/// `1`, `全`, or nothing.
impl std::fmt::Display for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Stage::Only => Ok(()),
            Stage::Part(n) => write!(f, "{n}"),
            Stage::Whole => f.write_str("全"),
        }
    }
}

impl Serialize for Stage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stage {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Stage, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Stage::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no stage")))
    }
}
