//! What the office has to look at after many transcripts were judged, as data. The words are in [`crate::i18n::batch`].

use super::roster::RosterProblemKind;
use crate::import::{Issue, IssueKind, Severity};

/// Something that the office has to look at.
#[derive(Debug)]
pub struct Remark {
    /// Row of the roster.
    pub row: Option<usize>,
    /// Student number.
    pub student: String,
    /// The transcript.
    pub file: String,
    /// What it is.
    pub what: What,
}

/// What the office has to look at.
#[derive(Debug)]
pub enum What {
    /// A row of the roster.
    Roster(RosterProblemKind),
    /// No file of the folder is this student's.
    NoTranscript,
    /// A file that cannot be opened; the system's own words.
    CannotOpen(String),
    /// A name in the roster leads out of the folder.
    OutsideFolder,
    /// Something about a transcript.
    Import(Issue),
    /// The program could not go on with this student.
    Crashed,
    /// A file that is nobody's in the roster.
    Nobodys,
    /// Neither roster nor transcript says the group or the entry year.
    ProfileOpen,
    /// A curriculum cannot be read; why.
    Broken(String),
}

/// What a remark means for the student's verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The student was not judged.
    NotJudged,
    /// A file or a line is missing in the verdicts.
    LeftOut,
    /// The transcript says otherwise of the student than the roster: a person has to look first.
    Check,
    /// Worth a look; the verdicts stand.
    Note,
}

impl What {
    /// What a transcript says otherwise than the roster: of whom it is, of which department, since when. The answers
    /// stand on one of the two, and only a person can tell which is right.
    pub fn contradicts(&self) -> Option<IssueKind> {
        let What::Import(issue) = self else { return None };
        let of_student = matches!(issue.kind, IssueKind::OtherStudent | IssueKind::OtherGroup | IssueKind::OtherEntry);
        of_student.then_some(issue.kind)
    }

    /// What it means for the verdicts.
    pub fn weight(&self) -> Weight {
        match self {
            What::Roster(_) | What::NoTranscript | What::Crashed | What::Broken(_) => Weight::NotJudged,
            What::CannotOpen(_) | What::OutsideFolder => Weight::LeftOut,
            What::Import(_) if self.contradicts().is_some() => Weight::Check,
            What::Import(issue) => match issue.kind.severity() {
                Severity::Nothing | Severity::Skipped => Weight::LeftOut,
                Severity::Doubt | Severity::Info => Weight::Note,
            },
            What::Nobodys | What::ProfileOpen => Weight::Note,
        }
    }
}
