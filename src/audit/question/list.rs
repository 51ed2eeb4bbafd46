//! The program's list, as results name its courses.

use std::sync::Arc;

use super::super::fact::CourseRef;
use super::super::hindrance::Hindrance;
use super::super::student::{Standing, Student};
use crate::catalog::document::{Course, Listing};
use crate::catalog::{CourseFacts, CourseId, Ease};
use crate::degree::Degree;

/// A listed course, as results name it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Shared: advice names the same courses over and over.
    pub course: Arc<CourseRef>,
    pub id: CourseId,
    pub standing: Standing,
    pub online: bool,
    pub offered: usize,
    /// How likely it has a class within the year to come, in thousandths.
    pub likely: u16,
    /// What may keep the student from taking it, whatever the records are.
    pub hindrance: Option<Hindrance>,
    /// The normalised name of the listed course that it continues.
    pub continues: Option<Arc<str>>,
    pub stages: u8,
}

/// A course as results name it.
pub fn course_ref(course: &Course) -> CourseRef {
    CourseRef { code: course.code.clone(), name: course.name.clone() }
}

/// The program's list, as results name it.
pub fn listed(
    catalog: &dyn CourseFacts,
    listings: &mut dyn Iterator<Item = &Listing>,
    student: &Student<'_>,
    standing: &dyn Fn(CourseId) -> Standing,
) -> Vec<Option<Listed>> {
    let of = |listing: &Listing| {
        let id = catalog.listed(listing)?;
        let course = catalog.course(id)?;
        let ease = catalog.ease(id)?;
        Some(Listed {
            course: Arc::new(course_ref(course)),
            id,
            standing: standing(id),
            online: listing.online,
            offered: ease.lately,
            likely: ease.likely,
            hindrance: hindrance_of(student, course.unit.as_deref(), ease, listing.online),
            continues: ease.continues.clone(),
            stages: course.stages.unwrap_or(1),
        })
    };
    listings.map(of).collect()
}

/// What hinders the student whatever the records are. `online` courses never have a class.
fn hindrance_of(student: &Student<'_>, unit: Option<&str>, ease: &Ease, online: bool) -> Option<Hindrance> {
    if ease.graduates_only && student.profile.degree != Degree::Graduate {
        Some(Hindrance::GraduatesOnly)
    } else if ease.own_students && student.outside(unit) == Some(true) {
        Some(Hindrance::OthersProject)
    } else {
        (!online && ease.lately == 0).then_some(Hindrance::NoClass)
    }
}
