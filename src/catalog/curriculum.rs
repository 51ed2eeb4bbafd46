//! The curriculum (課程科目表) of one group for one entry year: which courses are the department's own.

use crate::sorting;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::credits::Credits;
use crate::names::{Near, normalise};

/// What a curriculum says of a course (the symbols of the university's tables).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    /// ▲: required professional course, set by the university.
    RequiredProfessional,
    /// ●: required professional course, set by the ministry.
    MinistryProfessional,
    /// ★: elective professional course.
    ElectiveProfessional,
    /// △: required common course, set by the university.
    RequiredCommon,
    /// ○: required common course, set by the ministry.
    MinistryCommon,
    /// ☆: elective common course.
    ElectiveCommon,
}

impl Symbol {
    /// Reads the printed symbol.
    pub fn parse(text: &str) -> Option<Symbol> {
        Some(match text {
            "▲" => Symbol::RequiredProfessional,
            "●" => Symbol::MinistryProfessional,
            "★" => Symbol::ElectiveProfessional,
            "△" => Symbol::RequiredCommon,
            "○" => Symbol::MinistryCommon,
            "☆" => Symbol::ElectiveCommon,
            _ => return None,
        })
    }

    /// The printed symbol.
    pub fn sign(self) -> &'static str {
        match self {
            Symbol::RequiredProfessional => "▲",
            Symbol::MinistryProfessional => "●",
            Symbol::ElectiveProfessional => "★",
            Symbol::RequiredCommon => "△",
            Symbol::MinistryCommon => "○",
            Symbol::ElectiveCommon => "☆",
        }
    }

    /// One of the department's professional courses (▲ ● ★): such a course is never cross-domain for its students.
    pub fn is_professional(self) -> bool {
        matches!(self, Symbol::RequiredProfessional | Symbol::MinistryProfessional | Symbol::ElectiveProfessional)
    }

    /// Required rather than elective.
    pub fn is_required(self) -> bool {
        !matches!(self, Symbol::ElectiveProfessional | Symbol::ElectiveCommon)
    }
}

/// One row of a curriculum.
#[derive(Clone, Debug, PartialEq)]
pub struct CurriculumRow {
    /// Its symbol.
    pub symbol: Symbol,
    /// Course code; some rows have none.
    pub code: Option<String>,
    /// Chinese name.
    pub name: String,
    /// Credits.
    pub credits: Credits,
    /// Year of study it is planned for, 1 to 5.
    pub year: u8,
    /// Semester of that year, 1 or 2.
    pub semester: u8,
    /// Stage, for example `1/2`.
    pub stage: String,
}

/// Credits for graduation, by block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreditTable {
    /// 最低畢業學分數.
    pub total: Credits,
    /// Common required (部訂 and 校訂共同必修).
    pub common_required: Credits,
    /// Professional required (部訂 and 校訂專業必修).
    pub professional_required: Credits,
    /// Professional elective (專業選修).
    pub professional_elective: Credits,
    /// Cross-domain and free electives (跨域及自由選修).
    pub free: Credits,
}

/// The curriculum of one group for one entry year, indexed.
#[derive(Clone, Debug, Default)]
pub struct Curriculum {
    /// All rows.
    rows: Vec<CurriculumRow>,
    /// Credits for graduation; `None` when the source has none (entry year 115).
    pub credits: Option<CreditTable>,
    as_of: Option<String>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
    near: Vec<(usize, Near)>,
    kin: Kin,
}

/// Professional courses of the department's other curricula: of other entry years, and of its other groups.
#[derive(Clone, Debug, Default)]
struct Kin {
    /// Where they stand: group and entry year.
    curricula: Vec<(String, u16)>,
    /// Places in `curricula`.
    by_code: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

impl Curriculum {
    /// Indexes the rows. Of several rows with one code or name a professional one goes first, as it decides more.
    pub fn new(rows: Vec<CurriculumRow>, credits: Option<CreditTable>) -> Curriculum {
        let mut by_code = HashMap::new();
        let mut by_name = HashMap::new();
        let mut near = Vec::new();
        let mut order: Vec<usize> = (0..rows.len()).collect();
        sorting::sort_by_key(&mut order, |at| rows.get(*at).map(|row| !row.symbol.is_professional()));
        for at in order {
            let Some(row) = rows.get(at) else { continue };
            if let Some(code) = &row.code {
                by_code.entry(code.clone()).or_insert(at);
            }
            let name = normalise(&row.name);
            if row.symbol.is_professional() && !by_name.contains_key(&name) {
                near.push((at, Near::new(&name)));
            }
            by_name.entry(name).or_insert(at);
        }
        Curriculum { rows, credits, as_of: None, by_code, by_name, near, kin: Kin::default() }
    }

    /// Adds a professional course of another of the department's curricula. What was added before goes first.
    pub fn add_kin(&mut self, group: &str, entry: u16, code: Option<&str>, name: &str) {
        let kin = &mut self.kin;
        let known = kin.curricula.iter().rposition(|(g, year)| g == group && *year == entry);
        let at = known.unwrap_or_else(|| {
            kin.curricula.push((group.to_owned(), entry));
            kin.curricula.len() - 1
        });
        if let Some(code) = code {
            kin.by_code.entry(code.to_owned()).or_insert(at);
        }
        kin.by_name.entry(normalise(name)).or_insert(at);
    }

    /// The other curriculum of the department, by group and entry year, that has this course among its professional
    /// ones: by code, or else by normalised name.
    pub fn in_kin(&self, code: Option<&str>, normalised: &str) -> Option<(&str, u16)> {
        let by_code = code.and_then(|code| self.kin.by_code.get(code));
        let at = by_code.or_else(|| self.kin.by_name.get(normalised))?;
        self.kin.curricula.get(*at).map(|(group, entry)| (group.as_str(), *entry))
    }

    /// The same curriculum, as the state of a day (`YYYY-MM-DD`).
    pub fn dated(self, as_of: &str) -> Curriculum {
        Curriculum { as_of: Some(as_of.to_owned()), ..self }
    }

    /// The day whose state it is, `YYYY-MM-DD`: electives that were added later are not in it. `None` for rows that came
    /// from no file.
    pub fn as_of(&self) -> Option<&str> {
        self.as_of.as_deref()
    }

    /// All rows, in the order of the source.
    pub fn rows(&self) -> &[CurriculumRow] {
        &self.rows
    }

    /// The row with that code.
    pub fn by_code(&self, code: &str) -> Option<&CurriculumRow> {
        self.by_code.get(code).and_then(|at| self.rows.get(*at))
    }

    /// The row with that normalised name.
    pub fn by_name(&self, normalised: &str) -> Option<&CurriculumRow> {
        self.by_name.get(normalised).and_then(|at| self.rows.get(*at))
    }

    /// A professional row whose name is nearly that normalised name (but not that name).
    pub fn near_name(&self, normalised: &str) -> Option<&CurriculumRow> {
        let wanted = Near::new(normalised);
        self.near.iter().find(|(_, near)| near.to(&wanted)).and_then(|(at, _)| self.rows.get(*at))
    }
}
