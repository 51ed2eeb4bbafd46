//! What is not known, as questions that somebody can answer.

mod json;

use serde::{Deserialize, Serialize};

use crate::credits::Credits;
use crate::transcript::Identity;

/// A question whose answer is not in the data. Assumed true, each fact favours the student; the verdict for "no" is
/// the cautious one. The same value, written as JSON, is the key of the student's own decision on it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "serde_json::Map<String, serde_json::Value>", into = "json::Flat")]
pub enum Fact {
    /// The student has not said which group they belong to.
    Group,
    /// The student has not said when they entered.
    EntryYear,
    /// The group's curriculum for the entry year is not in the data.
    Curriculum,
    /// The student's class (學士班) is not meant by a rule that names this department.
    NotOfDepartment {
        /// The department's name.
        department: String,
    },
    /// The student's class (學士班) counts as this department.
    OfDepartment {
        /// The department's name.
        department: String,
    },
    /// The course is a cross-domain professional course for this student.
    CrossDomain {
        /// The course.
        course: CourseRef,
        /// Why that is open.
        doubt: CrossDomainDoubt,
    },
    /// The course counts as one from outside the student's own department.
    Outside {
        /// The course.
        course: CourseRef,
    },
    /// The course taken is recognised as the listed course of the same name.
    Recognised {
        /// The listed course.
        course: CourseRef,
        /// The code of the course taken; `None` where the listed course has no code and the record has none either.
        taken: Option<String>,
    },
    /// The listed course, whose category is left open, belongs to this category.
    Category {
        /// The course.
        course: CourseRef,
        /// The category.
        category: String,
    },
    /// The course belongs to this track or field.
    Track {
        /// The course.
        course: CourseRef,
        /// The track or field.
        track: String,
    },
    /// The course is not like one of the own department's, although the names are near.
    NotSimilar {
        /// The course.
        course: CourseRef,
        /// The near name in the own curriculum.
        near: String,
    },
    /// The course is accepted as an equivalent of the one asked for.
    Equivalent {
        /// The course.
        course: CourseRef,
        /// The category in which it is asked for.
        category: String,
    },
    /// The program counts the listed course for this student, whatever its rules say. Nothing raises it: it is only ever
    /// decided, by what an office said.
    Counts {
        /// The course.
        course: CourseRef,
    },
    /// A course that the program does not list is accepted in a category that takes more than its list.
    Accepted {
        /// The course taken.
        course: CourseRef,
        /// The category.
        category: String,
    },
    /// The record counts with its own credits, although the course data say fewer.
    Credits {
        /// The listed course.
        course: CourseRef,
        /// Credits of the record.
        taken: Credits,
    },
    /// What has to be passed before this course was passed before it, although the records do not show it.
    TakenInOrder {
        /// The course.
        course: CourseRef,
    },
    /// The program asks no more courses of this category than the university's general minimum.
    GeneralMinimum {
        /// The category.
        category: String,
    },
    /// The courses of this category are of different subclasses.
    DifferentSubclasses {
        /// The category.
        category: String,
    },
    /// One counted course is a required and another an elective professional course, as the program asks.
    RequiredAndElective,
    /// Not all courses marked required are required: the sources contradict each other.
    FewerRequired,
    /// A condition in words that only people can judge.
    Confirmed {
        /// Its id among the program's restrictions.
        id: String,
    },
}

/// A course, as facts and results name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CourseRef {
    /// Course code, where there is one.
    pub code: Option<String>,
    /// Chinese name.
    pub name: String,
}

impl CourseRef {
    /// Which course it is.
    pub fn identity(&self) -> Identity<'_> {
        Identity::new(&self.code, &self.name)
    }
}

/// Why the cross-domain standing of a course is open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CrossDomainDoubt {
    /// A general-education or common course: perhaps not a professional course at all.
    CommonCourse,
    /// The own curriculum has a professional course of nearly the same name.
    NearName(String),
    /// The own curriculum has this course among its common courses.
    OwnCommon,
    /// The own department or class offers it, although the own curriculum does not have it.
    OwnUnit,
    /// Another curriculum of the own department or class has it among its professional courses.
    OtherCurriculum {
        /// The group: the own one, or another of the department.
        group: String,
        /// Its entry year.
        entry: u16,
    },
}

/// Who can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The student knows.
    Student,
    /// The program's contact (in its plan).
    Program,
    /// The student's own department office.
    OwnDepartment,
    /// Academic Affairs (教務處).
    AcademicAffairs,
}

impl Fact {
    /// Who can answer. `Confirmed` conditions name their own authority in the catalog; the program is the default.
    pub fn ask(&self) -> Ask {
        match self {
            Fact::Group | Fact::EntryYear => Ask::Student,
            Fact::Curriculum | Fact::CrossDomain { .. } => Ask::OwnDepartment,
            Fact::NotOfDepartment { .. }
            | Fact::OfDepartment { .. }
            | Fact::Outside { .. }
            | Fact::Recognised { .. }
            | Fact::Category { .. }
            | Fact::Track { .. }
            | Fact::NotSimilar { .. }
            | Fact::Equivalent { .. }
            | Fact::Accepted { .. }
            | Fact::Counts { .. }
            | Fact::Credits { .. }
            | Fact::TakenInOrder { .. }
            | Fact::GeneralMinimum { .. }
            | Fact::DifferentSubclasses { .. }
            | Fact::RequiredAndElective
            | Fact::FewerRequired
            | Fact::Confirmed { .. } => Ask::Program,
        }
    }

    /// Whether it is about the student's own standing or the program's texts, not about one course.
    pub fn is_ground(&self) -> bool {
        matches!(
            self,
            Fact::Group
                | Fact::EntryYear
                | Fact::Curriculum
                | Fact::NotOfDepartment { .. }
                | Fact::OfDepartment { .. }
                | Fact::DifferentSubclasses { .. }
                | Fact::FewerRequired
        )
    }

    /// Whether one answer serves every program (a fact of the student and a course, not of the program).
    pub fn is_global(&self) -> bool {
        matches!(
            self,
            Fact::Group | Fact::EntryYear | Fact::Curriculum | Fact::CrossDomain { .. } | Fact::Outside { .. }
        )
    }
}

/// An answer that the student gave, always shown as unofficial.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decision {
    /// The program it is for; `None` for facts that serve all programs ([`Fact::is_global`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<String>,
    /// The question.
    pub fact: Fact,
    /// The answer.
    pub holds: bool,
    /// Who said so, where that was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Ask>,
    /// When, `YYYY-MM-DD`, where that was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What was said besides.
    #[serde(default)]
    pub note: String,
}

impl Decision {
    /// Whether it answers this question of a program. The doubt behind a cross-domain question may have changed since.
    pub fn answers(&self, program: &str, asked: &Fact) -> bool {
        let same = match asked {
            Fact::CrossDomain { course, .. } => self.is_on(course),
            _ => self.fact == *asked,
        };
        same && (asked.is_global() || self.program.as_deref() == Some(program))
    }

    /// Whether it is on the cross-domain standing of this course.
    pub fn is_on(&self, course: &CourseRef) -> bool {
        match &self.fact {
            Fact::CrossDomain { course: decided, .. } => decided.identity().is(course.identity()),
            _ => false,
        }
    }
}
