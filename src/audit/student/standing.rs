//! Whether a course is a cross-domain professional course (跨域專業課程) for a student.

use super::super::fact::CrossDomainDoubt;
use crate::catalog::curriculum::{Curriculum, Symbol};

/// Whether a course is a cross-domain professional course for a student, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Yes: not the own department's as far as the data tell, neither by curriculum nor by who offers it.
    Cross,
    /// No: the own curriculum has it.
    Own {
        /// Its symbol there.
        symbol: Symbol,
        /// Found by its code (or else by its name).
        by_code: bool,
        /// The row's name.
        name: String,
    },
    /// To be confirmed.
    Doubt(CrossDomainDoubt),
    /// As the student had it confirmed: cross-domain or not.
    Decided(bool),
    /// Cannot be said: group, entry year or the curriculum is missing.
    NoCurriculum,
}

impl Standing {
    /// Yes, no, or not known.
    pub fn known(&self) -> Option<bool> {
        match self {
            Standing::Cross => Some(true),
            Standing::Own { .. } => Some(false),
            Standing::Decided(holds) => Some(*holds),
            Standing::Doubt(_) | Standing::NoCurriculum => None,
        }
    }
}

/// A course, as its cross-domain standing is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its code, where there is one.
    pub code: Option<&'a str>,
    /// Its normalised name.
    pub name: &'a str,
    /// The catalog marks it as general education or common.
    pub common: bool,
    /// The own department or class offers it, see [`Student::offers`].
    pub own_unit: bool,
}

/// Standing by a curriculum; see [`Student::standing`].
pub fn standing(curriculum: Option<&Curriculum>, course: Asked<'_>) -> Standing {
    let Asked { code, name, common, own_unit } = course;
    let Some(curriculum) = curriculum else { return Standing::NoCurriculum };
    let by_code = code.and_then(|code| curriculum.by_code(code));
    let by_name = curriculum.by_name(name);
    for (row, by_code) in [(by_code, true), (by_name, false)] {
        if let Some(row) = row.filter(|row| row.symbol.is_professional()) {
            return Standing::Own { symbol: row.symbol, by_code, name: row.name.clone() };
        }
    }
    if by_code.or(by_name).is_some() {
        return Standing::Doubt(CrossDomainDoubt::OwnCommon);
    }
    if common {
        return Standing::Doubt(CrossDomainDoubt::CommonCourse);
    }
    if let Some((group, entry)) = curriculum.in_kin(code, name) {
        return Standing::Doubt(CrossDomainDoubt::OtherCurriculum { group: group.to_owned(), entry });
    }
    if own_unit {
        return Standing::Doubt(CrossDomainDoubt::OwnUnit);
    }
    match curriculum.near_name(name) {
        Some(row) => Standing::Doubt(CrossDomainDoubt::NearName(row.name.clone())),
        None => Standing::Cross,
    }
}
