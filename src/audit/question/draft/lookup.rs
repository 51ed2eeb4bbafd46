//! What rules ask of a slot's course.

use super::{Course, CourseRef, Draft, Fact, Possible, Slot, course_ref};
use crate::regulation;

impl<'a> Draft<'a> {
    /// Whether a slot's course is from outside the own department.
    pub fn outside(&mut self, slot: &Slot) -> Possible {
        let Some(course) = self.catalog.course(slot.course) else { return Possible::No };
        let open = course.unit.as_deref() == Some(regulation::PROGRAM_UNIT);
        match self.student.outside(self.catalog.offered_by(course)).filter(|outside| *outside || !open) {
            Some(outside) => Possible::from(outside),
            None if self.student.profile.group.is_none() => self.ask(Fact::Group),
            None => self.ask(Fact::Outside { course: course_ref(course) }),
        }
    }

    /// The course behind a slot.
    pub fn course(&self, slot: &Slot) -> Option<&'a Course> {
        self.catalog.course(slot.course)
    }

    /// Whether a slot's course has one of these codes.
    pub fn has_code(&self, slot: &Slot, codes: &[String]) -> bool {
        self.course(slot).and_then(|c| c.code.as_ref()).is_some_and(|code| codes.contains(code))
    }

    /// Courses by their codes, for conditions that name them.
    pub fn refs(&self, codes: &[String]) -> Vec<CourseRef> {
        let course = |code| self.catalog.by_code(code).and_then(|id| self.catalog.course(id));
        codes.iter().filter_map(|code| course(code)).map(course_ref).collect()
    }
}
