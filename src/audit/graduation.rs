//! Where a program's counted courses fall among the student's graduation credits. For orientation only: the office
//! places each course.

use super::verdict::{Block, Counted};
use crate::credits::Credits;
use crate::regulation::GENERAL_EDUCATION_CAP;
use crate::sorting;

/// The credits of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The block; `None` where group, entry year or curriculum are missing.
    pub block: Option<Block>,
    /// Credits of the counted courses in it.
    pub credits: Credits,
    /// How many of them can count toward graduation there: all, but general education beyond what is required is
    /// capped (see [`GENERAL_EDUCATION_CAP`]).
    pub usable: Credits,
}

/// Sums the counted courses by block, in the order of the blocks; unplaced ones come first.
pub fn placements(counted: &[Counted]) -> Vec<Placement> {
    let mut placements: Vec<Placement> = Vec::new();
    for course in counted {
        match placements.iter_mut().find(|placement| placement.block == course.block) {
            Some(placement) => placement.credits += course.credits,
            None => placements.push(Placement { block: course.block, credits: course.credits, usable: Credits::ZERO }),
        }
    }
    for placement in &mut placements {
        placement.usable = match placement.block {
            Some(Block::GeneralEducation) => placement.credits.min(GENERAL_EDUCATION_CAP),
            _ => placement.credits,
        };
    }
    sorting::sort_by_key(&mut placements, |placement| placement.block);
    placements
}

#[cfg(test)]
mod tests {
    use super::super::verdict::{Standing, View};
    use super::*;
    use crate::audit::CourseRef;

    #[test]
    fn general_education_is_capped() {
        let counted = |block, credits| Counted {
            record: 0,
            course: CourseRef { code: None, name: String::new() },
            credits: Credits::whole(credits),
            category: None,
            view: View::Passed,
            cross_domain: Standing::Cross,
            code_not_given: false,
            block: Some(block),
        };
        let all = [
            counted(Block::GeneralEducation, 2),
            counted(Block::Free, 3),
            counted(Block::GeneralEducation, 3),
            counted(Block::ProfessionalElective, 3),
        ];
        let told: Vec<_> = placements(&all).iter().map(|p| (p.block.unwrap(), p.credits, p.usable)).collect();
        let whole = Credits::whole;
        assert_eq!(
            told,
            [
                (Block::ProfessionalElective, whole(3), whole(3)),
                (Block::Free, whole(3), whole(3)),
                (Block::GeneralEducation, whole(5), whole(4)),
            ]
        );
    }
}
