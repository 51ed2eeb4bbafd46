//! Which listed courses are hard to take, and why.

use std::collections::HashSet;

use super::super::fact::CourseRef;
use super::super::hindrance::Hindrance;
use super::super::prepared::PreparedProgram;

/// The courses of these programs that are hard to take, each with the worst that hinders it.
pub(super) fn hard_courses(
    programs: &[(usize, &PreparedProgram)],
    begun: &HashSet<String>,
) -> Vec<(CourseRef, Hindrance)> {
    let mut hard: Vec<(CourseRef, Hindrance)> = Vec::new();
    for (_, program) in programs {
        for (listed, why) in program.list.iter().zip(program.hindrances(begun)) {
            let (Some(listed), Some(why)) = (listed, why) else { continue };
            match hard.iter_mut().find(|(course, _)| *course == *listed.course) {
                Some((_, known)) if known.weight() < why.weight() => *known = why,
                Some(_) => {}
                None => hard.push((listed.course.as_ref().clone(), why)),
            }
        }
    }
    hard
}
