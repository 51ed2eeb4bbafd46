//! How many parts (階段) a course has, for whoever shows or ticks one of them.

use super::curriculum::{Curriculum, CurriculumRow};
use super::{Catalog, CourseId};
use crate::names::normalise;
use crate::transcript::Stage;

/// The number of parts of a course, as the catalog or the own curriculum says: 2 for a year course, 1 for a course of
/// one part or one that neither of them knows. A name alone is asked only where there is no code.
pub fn parts(catalog: &Catalog, own: Option<&Curriculum>, code: Option<&str>, name: &str) -> u8 {
    let of_catalog = |id: CourseId| catalog.course(id).and_then(|course| course.stages).unwrap_or(1);
    let of_row = |row: &CurriculumRow| row.part().1;
    let (listed, own) = match code {
        Some(code) => (catalog.by_code(code).map(of_catalog), own.and_then(|own| own.by_code(code))),
        None => {
            let wanted = catalog.name(name);
            let same = catalog.courses().filter(|(id, _)| wanted.is_some() && catalog.name_of(*id) == wanted);
            (same.map(|(id, _)| of_catalog(id)).max(), own.and_then(|own| own.by_name(&normalise(name))))
        }
    };
    listed.unwrap_or(1).max(own.map_or(1, of_row))
}

/// What can be ticked of a course of so many parts: each of them, or the one course.
pub fn stages(parts: u8) -> impl Iterator<Item = Stage> {
    (1..=parts.max(1)).map(move |part| if parts > 1 { Stage::Part(part) } else { Stage::Only })
}

impl CurriculumRow {
    /// Which part of the course the row is, and of how many: `1/2` is (1, 2).
    pub fn part(&self) -> (u8, u8) {
        let (part, all) = self.stage.split_once('/').unwrap_or((&self.stage, "1"));
        (part.trim().parse().unwrap_or(1), all.trim().parse().unwrap_or(1))
    }

    /// The stage that a tick of the row is of.
    pub fn stage_ticked(&self) -> Stage {
        match self.part() {
            (part, 2..) => Stage::Part(part),
            _ => Stage::Only,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::curriculum::Symbol;
    use crate::credits::Credits;

    fn row(code: &str, name: &str, stage: &str) -> CurriculumRow {
        CurriculumRow {
            symbol: Symbol::RequiredCommon,
            code: Some(code.to_owned()),
            name: name.to_owned(),
            credits: Credits::whole(3),
            year: 1,
            semester: 1,
            stage: stage.to_owned(),
        }
    }

    #[test]
    fn rows_say_their_part() {
        assert_eq!(row("A", "甲", "2/2").part(), (2, 2));
        assert_eq!(row("A", "甲", "2/2").stage_ticked(), Stage::Part(2));
        assert_eq!(row("A", "甲", "1").part(), (1, 1));
        assert_eq!(row("A", "甲", "1").stage_ticked(), Stage::Only);
    }
}
