//! Where a condition comes from, and whether it concerns the student.

use super::super::condition::ConditionSource;
use super::super::possible::AnyOf;

/// Where a condition comes from, and whether it concerns this student at all.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// Position among the program's restrictions, to point back at it; `None` for the requirement itself.
    pub index: Option<u16>,
    /// The facts any one of which frees the student of it, where that is open. Rules that plainly do not concern the
    /// student are left out before.
    pub unless: AnyOf,
}

impl Scope {
    /// The source of a condition.
    pub fn source(&self) -> ConditionSource {
        self.index.map_or(ConditionSource::Requirement, ConditionSource::Restriction)
    }
}
