//! What can be wrong with the curricula, the classes and the course list, as data. The words are in [`crate::i18n::office::data`].
//!
//! The app trusts the files that are shipped with it; only the office's tools look for these.

use crate::catalog::{Position, ProblemKind};
use crate::credits::Credits;

/// A mistake in a data file, and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct DataProblem {
    /// Where; `None` when it concerns the file as a whole.
    pub at: Option<Position>,
    /// What.
    pub kind: DataKind,
}

/// What can be the matter.
#[derive(Clone, Debug, PartialEq)]
pub enum DataKind {
    /// Anything that can be wrong with any data file.
    File(ProblemKind),
    /// The file is named after another entry year than the one it holds.
    OtherYear {
        /// The year in the file's name.
        file: String,
        /// The year in the file.
        year: u16,
    },
    /// A real day, but not one that this file can be of.
    DateOutOfRange {
        /// The date.
        text: String,
        /// The earliest year, CE.
        from: u16,
        /// The latest year, CE.
        to: u16,
    },
    /// A group that no department of the catalog has.
    UnknownGroup {
        /// The group.
        name: String,
        /// The known group that was probably meant.
        suggestion: Option<String>,
    },
    /// A list that stands twice in the tables.
    DuplicateList {
        /// Its name.
        name: String,
    },
    /// A list without any course.
    EmptyList {
        /// Its name.
        name: String,
    },
    /// The same row twice in one list.
    DuplicateRow {
        /// The course's code, or its name.
        course: String,
    },
    /// One code, two names in one curriculum.
    TwoNames {
        /// The code.
        code: String,
        /// The name in an earlier row.
        first: String,
        /// The name here.
        name: String,
    },
    /// One code, two numbers of credits in one curriculum.
    TwoCredits {
        /// The code.
        code: String,
        /// The credits in an earlier row.
        first: Credits,
        /// The credits here.
        credits: Credits,
    },
    /// No course code: seven letters and digits.
    BadCode {
        /// What stands there.
        code: String,
    },
    /// No stage such as `1` or `1/2`.
    BadStage {
        /// What stands there.
        stage: String,
    },
    /// No year of study from 1 to 5, or no semester 1 or 2.
    BadTime {
        /// The year of study.
        year: u8,
        /// The semester.
        semester: u8,
    },
    /// The file is named after another semester than the one it holds.
    OtherTerm {
        /// The semester in the file's name.
        file: String,
        /// The semester in the file.
        term: String,
    },
    /// A part of the hours of a class without a weekday from 1 to 7, or without periods.
    NoDay {
        /// What stands there.
        text: String,
    },
    /// No period of the university's day.
    NoPeriod {
        /// What stands there.
        period: char,
    },
    /// A class that stands twice.
    DuplicateClass {
        /// Its number.
        id: String,
    },
    /// No language of a class.
    NoLanguage {
        /// What stands there.
        text: String,
    },
    /// A class of a semester whose date nothing tells.
    NoTermRow {
        /// The semester.
        term: String,
    },
    /// The list of semesters is not that of the files.
    TermsDiffer,
    /// No semester such as `114-1`.
    BadTerm {
        /// What stands there.
        text: String,
    },
}

/// A course code of the university: seven capital letters and digits.
pub(super) fn is_code(code: &str) -> bool {
    code.len() == 7 && code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// What is wrong with the day that a file says it is of, if anything: the years are CE.
pub(super) fn date(text: &str, to: u16) -> Option<DataKind> {
    /// The curricula that the requirement looks at begin later; an earlier date is a slip.
    const FROM: u16 = 2010;
    if !crate::catalog::is_date(text) {
        return Some(DataKind::File(ProblemKind::BadDate { text: text.to_owned() }));
    }
    let year: u16 = text.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
    (!(FROM..=to).contains(&year)).then(|| DataKind::DateOutOfRange { text: text.to_owned(), from: FROM, to })
}

/// A year of the Republic as one of the common era.
pub(super) fn common_era(year: u16) -> u16 {
    year.saturating_add(1911)
}
