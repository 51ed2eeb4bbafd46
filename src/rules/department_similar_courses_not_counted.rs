//! What it does: for students of a department, courses like the department's own do not count.
//!
//! Why: 元宇宙 is made of 互動系 courses; its own students are to take others.
//!
//! Known limits: same code or name is out; a near name is to be confirmed, and so is a course that the department offers
//! or has in another curriculum.
//!
//! Example: `{"kind": "department_similar_courses_not_counted", "department": "互動系"}`

use serde::Serialize;

use super::Rule;
use crate::audit::{CrossDomainDoubt, Draft, Fact, NotCountedReason, Possible, Scope, Standing, course_ref};

/// Courses like the own department's do not count.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct DepartmentSimilarCoursesNotCounted {
    /// The department.
    pub department: String,
}

read_keys!(DepartmentSimilarCoursesNotCounted { department });

impl Rule for DepartmentSimilarCoursesNotCounted {
    fn narrow(&self, draft: &mut Draft<'_>, scope: &Scope) {
        let Some(scope) = draft.for_department(&self.department, scope) else { return };
        draft.narrow(&scope, |draft, slot| {
            let Some(course) = draft.course(slot) else { return Ok(Possible::Yes) };
            let name = crate::names::normalise(&course.name);
            Ok(match draft.student.standing(course, &name) {
                Standing::Own { symbol, .. } => return Err(NotCountedReason::OwnDepartmentCourse { symbol }),
                Standing::NoCurriculum => match draft.student.missing_ground() {
                    Some(fact) => draft.ask(fact),
                    None => Possible::Yes,
                },
                // A course of the own department that the own curriculum omits may well be like one that it has.
                Standing::Doubt(CrossDomainDoubt::OwnUnit | CrossDomainDoubt::OtherCurriculum { .. }) => {
                    draft.ask(Fact::NotSimilar { course: course_ref(course), near: course.name.clone() })
                }
                Standing::Cross | Standing::Doubt(_) | Standing::Decided(_) => match draft.student.near_name(&name) {
                    Some(near) => draft.ask(Fact::NotSimilar { course: course_ref(course), near: near.to_owned() }),
                    None => Possible::Yes,
                },
            })
        });
        draft.narrow_own_taken(Possible::No.or(scope.unless));
    }

    fn narrows(&self) -> usize {
        // Of the listed course, and of what was taken for it.
        2
    }

    fn departments(&self) -> Vec<&str> {
        vec![&self.department]
    }
}
