//! Who the student is, as far as the rules ask.

use serde::{Deserialize, Serialize};

use crate::catalog::Catalog;
use crate::degree::Degree;
use crate::regulation;

/// What the student said of themselves. Everything may be missing: then it stays unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Profile {
    /// Curriculum group (系組), for example `土木系` or `電資學士班【電機工程系】`; of a graduate the department or institute, for
    /// example `工設系` or `機電所`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Entry year (入學年度), ROC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<u16>,
    /// Degree system.
    #[serde(default)]
    pub degree: Degree,
}

impl Degree {
    /// What a student of this degree may mean by the name of a department, group or institute. More than one means: ask
    /// which.
    pub fn groups_named<'c>(self, catalog: &'c Catalog, name: &str) -> Vec<&'c str> {
        let unit = catalog.graduate_unit(name).filter(|_| self == Degree::Graduate);
        unit.map_or_else(|| catalog.groups_named(name), |unit| vec![unit])
    }
}

impl Profile {
    /// The lowest passing number for this student.
    pub fn pass_mark(&self) -> u8 {
        match self.degree {
            Degree::Graduate => regulation::PASS_MARK_GRADUATE,
            Degree::Bachelor | Degree::BachelorEvening => regulation::PASS_MARK_BACHELOR,
        }
    }

    /// Whether the cross-domain graduation requirement is this student's; `None` while the entry year is unknown.
    pub fn requirement_applies(&self) -> Option<bool> {
        match (self.degree, self.entry) {
            (Degree::BachelorEvening | Degree::Graduate, _) => Some(false),
            (Degree::Bachelor, entry) => entry.map(|year| year >= regulation::CROSS_DOMAIN_FROM_ENTRY),
        }
    }
}
