//! The curricula of one entry year, as the app ships them (`public/curricula/<year>.json`).

use std::collections::HashMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::curriculum::{CreditTable, Curriculum, CurriculumRow, Symbol};
use super::document::Source;
use super::index::Catalog;
use super::parse::{parse, without_mark};
use super::problem::{Problem, ProblemKind};
use crate::credits::Credits;

/// The version of the shape that this program reads.
pub const SCHEMA: u32 = 1;

/// Every group's curriculum for one entry year, and the lists that all students share.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Curricula {
    /// Version of the shape.
    pub schema: u32,
    /// Entry year (入學年度), ROC.
    pub year: u16,
    /// The day whose state it holds, `YYYY-MM-DD`; a list may have a day of its own.
    pub as_of: String,
    /// Where it comes from.
    pub source: Source,
    pub(crate) groups: Groups,
    pub(crate) general_education: Groups,
    pub(crate) common: Groups,
    /// Group by group, professional courses of its curricula of other years that this year's lacks. Without it each
    /// student would need the files of all years.
    pub(crate) other_years: HashMap<String, Vec<OtherYear>>,
}

/// Code and name of a course, and the first other entry year whose curriculum has it.
pub(crate) type OtherYear = (Option<String>, String, u16);

/// By name, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups(pub(crate) Vec<(String, Group)>);

/// One list of a year's file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    /// The day of this list, where it is not the file's.
    #[serde(default)]
    pub as_of: Option<String>,
    #[serde(default)]
    pub credits: Option<CreditTable>,
    pub courses: Vec<CurriculumRow>,
}

/// The lists that no department owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SharedList {
    /// General education (通識博雅).
    GeneralEducation,
    /// University-level courses (校院級課程).
    Common,
}

impl Curricula {
    /// Reads one year's file.
    pub fn read(text: &str) -> Result<Curricula, Vec<Problem>> {
        let curricula: Curricula = parse(without_mark(text)).map_err(|problem| vec![problem])?;
        if curricula.schema == SCHEMA {
            return Ok(curricula);
        }
        let kind = ProblemKind::UnsupportedSchema { found: curricula.schema, supported: SCHEMA };
        Err(vec![Problem { at: super::locate::locate(text, "schema", None), kind }])
    }

    /// The groups (系、組、班), in the order of the file.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.groups.0.iter().map(|(name, _)| name.as_str())
    }

    /// The curriculum of a group, indexed for look-ups, with what its department's other curricula have besides.
    pub fn group(&self, name: &str, catalog: &Catalog) -> Option<Curriculum> {
        let group = self.list(name)?;
        let as_of = group.as_of.as_deref().unwrap_or(&self.as_of);
        let mut curriculum = Curriculum::new(group.courses.clone(), group.credits).dated(as_of);
        for kin in std::iter::once(name).chain(catalog.kin(name)) {
            let rows = self.list(kin).filter(|_| kin != name).into_iter().flat_map(|group| &group.courses);
            for row in rows.filter(|row| row.symbol.is_professional()) {
                curriculum.add_kin(kin, self.year, row.code.as_deref(), &row.name);
            }
            for (code, course, year) in self.other_years.get(kin).into_iter().flatten() {
                curriculum.add_kin(kin, *year, code.as_deref(), course);
            }
        }
        Some(curriculum)
    }

    fn list(&self, name: &str) -> Option<&Group> {
        self.groups.0.iter().find(|(known, _)| known == name).map(|(_, group)| group)
    }

    /// The codes of the shared lists, each with the list it is in (general education first) and that list's name, for
    /// example 通識中心【博雅課程－人文】.
    pub fn shared(&self) -> HashMap<&str, (SharedList, &str)> {
        let mut codes = HashMap::new();
        let lists = [(SharedList::GeneralEducation, &self.general_education), (SharedList::Common, &self.common)];
        for (list, groups) in lists {
            for (name, group) in &groups.0 {
                for code in group.courses.iter().filter_map(|row| row.code.as_deref()) {
                    codes.entry(code).or_insert((list, name.as_str()));
                }
            }
        }
        codes
    }

    /// The codes of all groups and shared lists, as often as they are listed.
    #[cfg(feature = "office")]
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        let all = [&self.groups, &self.general_education, &self.common];
        let rows = all.into_iter().flat_map(|groups| &groups.0).flat_map(|(_, group)| &group.courses);
        rows.filter_map(|row| row.code.as_deref())
    }

    /// How many rows the groups hold together.
    pub fn len(&self) -> usize {
        self.groups.0.iter().map(|(_, group)| group.courses.len()).sum()
    }

    /// Whether there is no row at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'de> Deserialize<'de> for Groups {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Groups, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Groups;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Groups, A::Error> {
                let mut groups: Vec<(String, Group)> = Vec::new();
                while let Some((name, group)) = map.next_entry::<String, Group>()? {
                    if groups.iter().any(|(known, _)| *known == name) {
                        return Err(A::Error::custom(format!("duplicate field `{name}`")));
                    }
                    groups.push((name, group));
                }
                Ok(Groups(groups))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

impl<'de> Deserialize<'de> for CurriculumRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CurriculumRow, D::Error> {
        type Fields = (String, Option<String>, String, Credits, u8, u8, String);
        let (symbol, code, name, credits, year, semester, stage) = Fields::deserialize(deserializer)?;
        let symbol = Symbol::parse(&symbol).ok_or_else(|| {
            D::Error::custom(format!("unknown variant `{symbol}`, expected one of `▲`, `●`, `★`, `△`, `○`, `☆`"))
        })?;
        Ok(CurriculumRow { symbol, code, name, credits, year, semester, stage })
    }
}
