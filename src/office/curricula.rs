//! The curricula in the office's hands: checked, told apart in words, taken from the course system's pages, and written
//! again as they are kept.

mod check;
mod diff;
mod import;
mod other_years;
mod page;
mod text;

pub use check::{Finding, ValuePlace, check, read};
pub use diff::{Change, diff, lists};
pub use import::{Doubt, Imported, Refusal, Wanted, import};
pub use other_years::{renew, stale};
pub use page::{Heading, Page, PageRow, RowFault, read_page};
pub use text::text;

use std::collections::HashMap;

use crate::catalog::document::{Source, Text};
use crate::catalog::{CURRICULA_SCHEMA, Curricula, Groups};
use crate::i18n::office::curricula::source;
use crate::office::problem::common_era;

/// The parts of a year's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Groups of departments and classes.
    Own,
    /// General education.
    GeneralEducation,
    /// University-level courses.
    Common,
}

impl List {
    /// All of them, in the order of the file.
    pub const ALL: [List; 3] = [List::Own, List::GeneralEducation, List::Common];

    /// Its key in the file.
    pub fn key(self) -> &'static str {
        match self {
            List::Own => "groups",
            List::GeneralEducation => "general_education",
            List::Common => "common",
        }
    }

    pub(crate) fn of(self, curricula: &Curricula) -> &Groups {
        match self {
            List::Own => &curricula.groups,
            List::GeneralEducation => &curricula.general_education,
            List::Common => &curricula.common,
        }
    }

    pub(crate) fn of_mut(self, curricula: &mut Curricula) -> &mut Groups {
        match self {
            List::Own => &mut curricula.groups,
            List::GeneralEducation => &mut curricula.general_education,
            List::Common => &mut curricula.common,
        }
    }
}

/// The file of an entry year that has none yet: no list in it.
pub fn empty(year: u16, as_of: &str) -> Curricula {
    let (zh, en) = source(year);
    Curricula {
        schema: CURRICULA_SCHEMA,
        year,
        as_of: as_of.to_owned(),
        source: Source {
            title: Text { zh, en },
            url: "https://aps.ntut.edu.tw/course/tw/Cprog.jsp".to_owned(),
            date: None,
            licence: None,
        },
        groups: Groups::default(),
        general_education: Groups::default(),
        common: Groups::default(),
        other_years: HashMap::new(),
    }
}

/// The latest year, CE, that a state of an entry year's curricula is believed to be of: its last students are gone then.
fn latest(year: u16) -> u16 {
    /// Years from the entry to the last state that anybody asks for.
    const LONGEST: u16 = 6;
    common_era(year).saturating_add(LONGEST)
}
