//! Everything that can be wrong with an import source, as data. The sentences and hints are in [`crate::i18n`].

use serde::Serialize;

use crate::credits::Credits;

/// Something that was skipped, or read with a doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// Line of the source, from 1; `None` when it concerns the whole source.
    pub line: Option<usize>,
    /// What.
    pub kind: IssueKind,
    /// The text in question, shortened; empty when there is none.
    pub text: String,
    /// For [`IssueKind::TotalsDiffer`]: credits that the page states, and credits of the rows read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totals: Option<(Credits, Credits)>,
}

/// What an issue means for its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know; nothing to do.
    Info,
    /// Read, but the student should look at it.
    Doubt,
    /// The row was not read.
    Skipped,
    /// The source as a whole gave nothing.
    Nothing,
}

/// What can be the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    // The whole source.
    /// Nothing in it.
    Empty,
    /// Larger than [`super::MAX_BYTES`].
    TooLarge,
    /// Not text: a photo, a program, a damaged file.
    Binary,
    /// A workbook (.xlsx, .xls, .ods): to be saved as CSV, or its cells pasted.
    Workbook,
    /// A PDF: its text cannot be relied on.
    Pdf,
    /// A backup file of this app: it is restored on the settings page.
    Backup,
    /// Some characters could not be decoded.
    DamagedText,
    /// Text, but no course in it.
    NoCourses,
    /// The teaching survey (教學評量) stands before the scores.
    SurveyGate,
    /// The vote for the teaching award stands before the scores.
    AwardGate,
    /// The portal's login page, or its message that the session has ended.
    LoginPage,
    /// The page says that there are no results (查無本學期成績資料) and has no other semester.
    NoResults,
    /// A table without any column for grades or status: all rows are taken as not finished.
    NoGradeColumn,
    /// The graduation review is not a full transcript.
    NotFullTranscript,
    /// Quotation marks do not pair up; the table was read without regard to them.
    StrayQuotes,

    // One semester.
    /// A semester without results yet.
    EmptyTerm,
    /// The credits earned (實得學分數) that the page states are not those of the rows read.
    TotalsDiffer,

    // Rows skipped.
    /// Neither a code nor a name.
    NoCourse,
    /// Too few or too many cells, so that none can be trusted.
    WrongColumns,
    /// The same row once more.
    Duplicate,

    // Rows read with a doubt.
    /// No code: the row is known by its name only.
    CodeMissing,
    /// The code is not seven letters and digits; the row is known by its name only.
    CodeUnreadable,
    /// A spreadsheet has turned the code into a number such as 1.4E+102; the row is known by its name only.
    CodeMangled,
    /// A spreadsheet has dropped leading zeros; they were put back.
    CodePadded,
    /// The credits cannot be read.
    CreditsUnreadable,
    /// The grade cannot be read; the course is taken as not finished.
    GradeUnreadable,
    /// The status says passed and the grade does not, or the other way round.
    StatusContradictsGrade,
    /// The stage cannot be read.
    StageUnreadable,
    /// The semester cannot be read.
    TermUnreadable,
    /// The status cannot be read.
    StatusUnreadable,
    /// A transferred course that bears a number instead of 抵免.
    TransferWithScore,
    /// A score of 0, which may mean that there is none yet.
    ZeroScore,
    /// A table has another pass of the same course, and no stage at either: perhaps two halves of a year course.
    PassedTwice,
    /// Another attempt at the same course is the better one.
    Retake,
    /// The row ends before the last column.
    ShortRow,
}

impl IssueKind {
    /// What it means for its row.
    pub fn severity(self) -> Severity {
        use IssueKind::*;
        match self {
            Empty | TooLarge | Binary | Workbook | Pdf | Backup | NoCourses | SurveyGate | AwardGate | LoginPage
            | NoResults => Severity::Nothing,
            NoCourse | WrongColumns | Duplicate => Severity::Skipped,
            DamagedText
            | NoGradeColumn
            | StrayQuotes
            | TotalsDiffer
            | CodeUnreadable
            | CodeMangled
            | CodePadded
            | CreditsUnreadable
            | GradeUnreadable
            | StatusContradictsGrade
            | StageUnreadable
            | TermUnreadable
            | StatusUnreadable
            | TransferWithScore
            | ZeroScore
            | PassedTwice
            | ShortRow => Severity::Doubt,
            NotFullTranscript | EmptyTerm | CodeMissing | Retake => Severity::Info,
        }
    }

    /// Every kind, for tables of words and their tests.
    pub const ALL: &'static [IssueKind] = {
        use IssueKind::*;
        &[
            Empty,
            TooLarge,
            Binary,
            Workbook,
            Pdf,
            Backup,
            DamagedText,
            NoCourses,
            SurveyGate,
            AwardGate,
            LoginPage,
            NoResults,
            NoGradeColumn,
            NotFullTranscript,
            StrayQuotes,
            EmptyTerm,
            TotalsDiffer,
            NoCourse,
            WrongColumns,
            Duplicate,
            CodeMissing,
            CodeUnreadable,
            CodeMangled,
            CodePadded,
            CreditsUnreadable,
            GradeUnreadable,
            StatusContradictsGrade,
            StageUnreadable,
            TermUnreadable,
            StatusUnreadable,
            TransferWithScore,
            ZeroScore,
            PassedTwice,
            Retake,
            ShortRow,
        ]
    };
}

/// How much of a line an issue repeats, in characters.
const SHOWN: usize = 60;

impl Issue {
    /// An issue with the whole source.
    pub(crate) fn whole(kind: IssueKind) -> Issue {
        Issue { line: None, kind, text: String::new(), totals: None }
    }

    /// An issue with one line.
    pub(crate) fn at(line: usize, kind: IssueKind, text: &str) -> Issue {
        let mut text: String = text.trim().chars().take(SHOWN + 1).collect();
        if text.chars().count() > SHOWN {
            text.pop();
            text.push('…');
        }
        Issue { line: Some(line), kind, text, totals: None }
    }
}
