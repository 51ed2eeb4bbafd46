//! A way round courses that are hard to take, where several programs are finished together.

use super::super::fact::Fact;
use super::super::prepared::{Prepared, PreparedProgram};
use super::MORE_FOR_EASE;
use super::hard::hard_courses;
use super::together::{SharedCourse, Together};
use crate::rules::Purpose;
use crate::transcript::Record;

impl Prepared {
    /// Notes which courses of the way are hard to take, and adds the cheapest way without them, or without the hardest
    /// of them, where it asks only so much more that it is told first.
    pub(super) fn go_round(
        &self,
        least: &mut Together,
        records: &[Record],
        programs: &[(usize, &PreparedProgram)],
        purpose: Purpose,
        without: &[String],
        assume: &dyn Fn(&Fact) -> bool,
    ) {
        let hard = hard_courses(programs, &self.begun(records));
        let of = |taken: &SharedCourse| hard.iter().find(|(course, _)| *course == taken.course).cloned();
        least.hindered = least.courses.iter().filter_map(of).collect();
        let worst = least.hindered.iter().map(|(_, why)| why.weight()).max().unwrap_or(0);
        least.easier = (1..=worst).find_map(|weight| {
            let so_hard = hard.iter().filter(|(_, why)| why.weight() >= weight);
            let codes = so_hard.filter_map(|(course, _)| course.code.clone());
            let without: Vec<String> = without.iter().cloned().chain(codes).collect();
            let mut found = self.together_at(records, programs, purpose, &without, assume)?;
            if found.credits > least.credits + MORE_FOR_EASE {
                return None;
            }
            found.hindered = found.courses.iter().filter_map(of).collect();
            Some(Box::new(found))
        });
    }
}
