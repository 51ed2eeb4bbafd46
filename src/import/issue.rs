//! Everything that can be wrong with an import source, as data. The sentences and hints are in [`crate::i18n`].

use serde::Serialize;

use crate::credits::Credits;
use crate::term::Term;

/// Something that was skipped, or read with a doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// Line of the source, from 1; `None` when it concerns the whole source.
    pub line: Option<usize>,
    /// What.
    pub kind: IssueKind,
    /// The text in question, shortened; empty when there is none.
    pub text: String,
    /// For [`IssueKind::TotalsDiffer`]: credits that the page states, and credits of the rows read; for
    /// [`IssueKind::CreditsDiffer`]: credits of the course data, and credits of the row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totals: Option<(Credits, Credits)>,
    /// For [`IssueKind::TotalsDiffer`]: the semester, an index into [`super::Import::blocks`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub block: Option<usize>,
    /// The same semester, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
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
    /// A photo or a screenshot: nothing is read out of pictures.
    Picture,
    /// A compressed file: what is in it is to be taken out first.
    Archive,
    /// A document of a word processor or a presentation.
    Document,
    /// A workbook (.xlsx, .xls, .ods) that cannot be opened.
    Workbook,
    /// A PDF that cannot be opened.
    Pdf,
    /// A workbook or PDF that opens with a password only.
    Password,
    /// A workbook or PDF with more in it than is read: rows, pages, or bytes once it is unpacked.
    TooMuch,
    /// A PDF of pictures, without text.
    Scan,
    /// A PDF whose fonts do not say which characters they write.
    Garbled,
    /// The part of the program that opens workbooks and PDF files could not be fetched.
    NoReader,
    /// The text of a PDF was recognised from a picture by another program.
    Recognised,
    /// A backup file of this app: it is restored on the settings page.
    Backup,
    /// Data of another app (JSON).
    OtherJson,
    /// Some characters could not be decoded.
    DamagedText,
    /// Bytes of no meaning (NUL) stood in the text; they were left out.
    NulBytes,
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
    /// The page of rankings (名次), which has no courses.
    Ranking,
    /// A list of classes offered, which are nobody's courses.
    CourseSearch,
    /// A web page with a table that has no courses with grades.
    NotTranscript,
    /// A table without any column for grades or status: all rows are taken as not finished.
    NoGradeColumn,
    /// A table without headings has a column that can be taken in two ways, or in which something else stands, too.
    ColumnsDoubtful,
    /// A heading that says nothing to us: its column was not read.
    UnknownHeading,
    /// The graduation review is not a full transcript.
    NotFullTranscript,
    /// A quotation mark of the line has no partner; the line was read without regard to it.
    StrayQuotes,
    /// None of the rows has a code, and none of their names is known: perhaps no transcript at all.
    NoneKnown,
    /// The source bears another student number than another source, or than the one whose scores they are.
    OtherStudent,
    /// The source names another department than the profile.
    OtherGroup,
    /// The source says another entry year than the profile.
    OtherEntry,

    // One semester.
    /// A semester without results yet.
    EmptyTerm,
    /// The credits that the page states (修習總學分數, 實得學分數) are not those of the rows read.
    TotalsDiffer,

    // Rows skipped.
    /// Neither a code nor a name.
    NoCourse,
    /// Too few or too many cells, so that none can be trusted.
    WrongColumns,
    /// A course of the graduation review whose column of grades has a heading that is not known.
    GradeColumnUnknown,
    /// The same row once more.
    Duplicate,
    /// What stands for a class in a link of a timetable app is no class number.
    NoClassNumber,
    /// A link of a timetable app that does not say of which semester its classes are.
    LinkWithoutTerm,
    /// A class number that the classes of its semester do not have.
    ClassUnknown,
    /// A class number of a semester whose classes are not known.
    ClassesUnknown,
    /// A class number of a semester whose classes could not be fetched.
    ClassesNotHere,
    /// Another class of a course that the links have already, or the same class.
    ClassAgain,

    // Rows read with a doubt.
    /// No code: the row is known by its name only.
    CodeMissing,
    /// The code is not seven letters and digits; the row is known by its name only.
    CodeUnreadable,
    /// A spreadsheet has turned the code into a number such as 1.4E+102; the row is known by its name only.
    CodeMangled,
    /// Six digits in the place of the code: a class number (課號), which is a class of one term.
    ClassNotCode,
    /// Several codes stand in one place; each was read as a course.
    SeveralCodes,
    /// The credits cannot be read.
    CreditsUnreadable,
    /// More credits than any course has.
    CreditsImplausible,
    /// Other credits than the course data have for that code.
    CreditsDiffer,
    /// The code is another course's than the one named.
    CodeOfAnother,
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
    /// Courses that a link has in progress, of a semester that is over.
    TermOver,
    /// Another attempt at the same course is the better one.
    Retake,
    /// The row ends before the last column.
    ShortRow,
    /// Which text belongs to which cell of the row is not certain.
    CellsUnsure,
}

impl IssueKind {
    /// What it means for its row.
    pub fn severity(self) -> Severity {
        use IssueKind::*;
        match self {
            Empty | TooLarge | Binary | Workbook | Pdf | Password | TooMuch | Scan | Garbled | NoReader | Backup
            | NoCourses | SurveyGate | AwardGate | LoginPage | NoResults | Picture | Archive | Document | OtherJson
            | Ranking | CourseSearch | NotTranscript => Severity::Nothing,
            NoCourse | WrongColumns | Duplicate | GradeColumnUnknown | NoClassNumber | LinkWithoutTerm
            | ClassUnknown | ClassesUnknown | ClassesNotHere | ClassAgain => Severity::Skipped,
            DamagedText
            | Recognised
            | NoGradeColumn
            | StrayQuotes
            | TotalsDiffer
            | CodeUnreadable
            | CodeMangled
            | CreditsUnreadable
            | GradeUnreadable
            | StatusContradictsGrade
            | StageUnreadable
            | TermUnreadable
            | StatusUnreadable
            | TransferWithScore
            | ZeroScore
            | PassedTwice
            | TermOver
            | ShortRow
            | CellsUnsure
            | ColumnsDoubtful
            | UnknownHeading
            | NulBytes
            | NoneKnown
            | OtherStudent
            | OtherGroup
            | OtherEntry
            | ClassNotCode
            | SeveralCodes
            | CreditsImplausible
            | CreditsDiffer
            | CodeOfAnother => Severity::Doubt,
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
            Picture,
            Archive,
            Document,
            Workbook,
            Pdf,
            Password,
            TooMuch,
            Scan,
            Garbled,
            NoReader,
            Backup,
            OtherJson,
            DamagedText,
            Recognised,
            NulBytes,
            NoCourses,
            SurveyGate,
            AwardGate,
            LoginPage,
            NoResults,
            Ranking,
            CourseSearch,
            NotTranscript,
            NoGradeColumn,
            ColumnsDoubtful,
            UnknownHeading,
            NotFullTranscript,
            StrayQuotes,
            NoneKnown,
            OtherStudent,
            OtherGroup,
            OtherEntry,
            EmptyTerm,
            TotalsDiffer,
            NoCourse,
            WrongColumns,
            GradeColumnUnknown,
            Duplicate,
            NoClassNumber,
            LinkWithoutTerm,
            ClassUnknown,
            ClassesUnknown,
            ClassesNotHere,
            ClassAgain,
            CodeMissing,
            CodeUnreadable,
            CodeMangled,
            ClassNotCode,
            SeveralCodes,
            CreditsUnreadable,
            CreditsImplausible,
            CreditsDiffer,
            CodeOfAnother,
            GradeUnreadable,
            StatusContradictsGrade,
            StageUnreadable,
            TermUnreadable,
            StatusUnreadable,
            TransferWithScore,
            ZeroScore,
            PassedTwice,
            TermOver,
            Retake,
            ShortRow,
            CellsUnsure,
        ]
    };
}

/// How much of a line an issue repeats, in characters.
const SHOWN: usize = 60;

impl Issue {
    /// An issue with the whole source.
    pub fn whole(kind: IssueKind) -> Issue {
        Issue { line: None, kind, text: String::new(), totals: None, block: None, term: None }
    }

    /// Whether whoever judges by what was read must know of it.
    pub fn matters(&self) -> bool {
        self.kind.severity() != Severity::Info || self.kind == IssueKind::NotFullTranscript
    }

    /// An issue with one line.
    pub(crate) fn at(line: usize, kind: IssueKind, text: &str) -> Issue {
        let mut text: String = text.trim().chars().take(SHOWN + 1).collect();
        if text.chars().count() > SHOWN {
            text.pop();
            text.push('…');
        }
        Issue { line: Some(line), kind, text, totals: None, block: None, term: None }
    }
}
