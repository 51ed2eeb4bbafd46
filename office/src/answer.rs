//! What the page is told, as JSON. Bytes stand beside it, as parts.

use kuayu::i18n::sheet::{Head, Paper};
use serde::Serialize;

use crate::edited::Edited;

/// An answer with its bytes.
#[derive(Debug, Default)]
pub struct Reply {
    /// What is told.
    pub answer: Answer,
    /// Bytes beside it.
    pub parts: Vec<Vec<u8>>,
}

/// One answer.
#[derive(Debug, Default, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Answer {
    /// Done; nothing to tell.
    #[default]
    Done,
    /// The question cannot be answered; why, in words for whoever mends it.
    Failed {
        /// Why.
        why: String,
    },
    /// Files of the site are needed first, by their paths: they are to be given and the question asked again.
    Need {
        /// The paths.
        files: Vec<String>,
    },
    /// Files need the readers first: their places among the files that were sent (0 for the roster). What the readers say
    /// is to be sent with the question, asked again.
    Readers {
        /// The places.
        files: Vec<usize>,
    },
    /// The catalog is open.
    Opened {
        /// The edition in use.
        edition: String,
        /// All editions.
        editions: Vec<String>,
        /// As of when the edition's lists are true.
        as_of: String,
        /// Its programs: code and name.
        programs: Vec<(String, String)>,
    },
    /// The roster is read.
    Roster {
        /// The students, in their order.
        students: Vec<Listed>,
        /// In which order they are best judged: those of one profile together.
        order: Vec<usize>,
        /// What has to be looked at. Part 0 has it as lines of the table of problems.
        remarks: Vec<Told>,
    },
    /// The headings: part 0 those of the answers, part 1 those of the problems.
    Headings,
    /// A student was dealt with: part 0 are the lines of the answers (none where not judged), part 1 those of the problems.
    Judged(Judgement),
    /// A student in full.
    Details(Box<crate::details::Details>),
    /// A student's review sheet.
    Sheet {
        /// Student number.
        student: String,
        /// Its head.
        head: Head,
        /// What follows it.
        paper: Box<Paper>,
        /// The hashes of the data that judged, in words.
        data: String,
    },
    /// The files of a zip file: names, with folders.
    Zip {
        /// The names.
        names: Vec<String>,
    },
    /// Part 0 is what was asked for.
    Bytes,
    /// The catalog that is edited.
    Edited(Box<Edited>),
    /// How far the trial of a change is.
    Tried {
        /// Steps made.
        made: usize,
        /// Steps in all.
        all: usize,
        /// What the change does, in words, once all are made.
        told: Vec<String>,
    },
    /// What was made: part 0 is a zip of all of it with what was there before, part 1 the catalog, where it is among it.
    Stored {
        /// The paths of the files in the site.
        paths: Vec<String>,
        /// The catalog as it is edited from here on.
        edited: Box<Edited>,
    },
}

/// A student of the roster.
#[derive(Debug, Serialize)]
pub struct Listed {
    /// Student number.
    pub student: String,
    /// The group, where the roster says it.
    pub group: Option<String>,
    /// The entry year, likewise.
    pub entry: Option<u16>,
    /// Which of the names are this student's: places in the list, or a name that is not in it.
    pub files: Vec<Place>,
}

/// Where a file is.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Place {
    /// In the list of names.
    At(usize),
    /// Nowhere; the roster calls it so.
    Missing(String),
}

/// What became of a student.
#[derive(Debug, Default, Serialize)]
pub struct Judgement {
    /// Whether there are answers.
    pub judged: bool,
    /// The certificate's answer of each program, in the order of the edition: a letter of [`kuayu::i18n::desk::letter`].
    pub certificates: String,
    /// The requirement's, likewise.
    pub requirements: String,
    /// Files and lines that the answers do without.
    pub left_out: usize,
    /// Whether a transcript says otherwise of the student than the roster.
    pub contradicts: bool,
    /// Who the student is in the end.
    pub group: Option<String>,
    /// The entry year in the end.
    pub entry: Option<u16>,
    /// What has to be looked at.
    pub remarks: Vec<Told>,
    /// The files that were read, with the hashes of their bytes.
    pub read: Vec<(String, String)>,
}

/// A problem in words.
#[derive(Debug, Serialize)]
pub struct Told {
    /// Row of the roster.
    pub row: Option<usize>,
    /// Student number.
    pub student: String,
    /// The file.
    pub file: String,
    /// Line of the file.
    pub line: Option<usize>,
    /// What it means for the answers, in a word.
    pub weight: &'static str,
    /// The same for machines: `not_judged`, `left_out`, `contradiction` or `note`.
    pub kind: &'static str,
    /// What it is.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

impl Reply {
    /// Says that the question cannot be answered, and why.
    pub fn failed(why: impl Into<String>) -> Reply {
        Reply::from(Answer::Failed { why: why.into() })
    }
}

impl From<Answer> for Reply {
    fn from(answer: Answer) -> Reply {
        Reply { answer, parts: Vec::new() }
    }
}
