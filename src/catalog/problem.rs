//! What can be wrong with a data file, as data. The sentences are in [`crate::i18n::catalog`].

use crate::audit::Amount;
use crate::credits::Credits;
use crate::term::Term;

/// A mistake in a data file, and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where; `None` when it concerns the file as a whole.
    pub at: Option<Position>,
    /// What.
    pub kind: ProblemKind,
}

/// A place in a text, as editors count: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// What can be the matter. `suggestion` is the known word nearest to the unknown one, if one is near.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the fields' names say it; each variant has its sentence
pub enum ProblemKind {
    /// The text is longer than any catalog.
    TooLong { bytes: usize, most: usize },
    /// No JSON; the parser's own words.
    Syntax { message: String },
    /// The text ends in the middle.
    EndsEarly,
    /// A key that is not one of this object's.
    UnknownKey { key: String, suggestion: Option<String> },
    /// A key that this object must have.
    MissingKey { key: String },
    /// The same key twice in one object.
    DuplicateKey { key: String },
    /// A word where only certain words are allowed (kinds of restriction too).
    UnknownWord { word: String, suggestion: Option<String>, allowed: Vec<String> },
    /// Text instead of a number and the like.
    WrongType { found: Shape, expected: Shape },
    /// A value of the right type that means nothing; the reader's own words.
    BadValue { message: String },
    /// A version of the file's shape that this program does not read.
    UnsupportedSchema { found: u32, supported: u32 },
    /// The catalog has no edition.
    NoEdition,
    /// A text that must not be empty.
    EmptyText,
    /// No date of the form `YYYY-MM-DD`, or one that does not exist.
    BadDate { text: String },
    /// The period ends before it begins.
    EndsBeforeItBegins,
    /// A term that stands twice in the calendar.
    DuplicateTerm { term: Term },
    /// The first day of week 1 is no Monday.
    NotAMonday { text: String },
    /// A day that is far from the term it is said of.
    FarFromTerm { text: String, term: Term },
    /// A date of the calendar that lies before another, by its key, which comes first in every term.
    OutOfOrder { after: &'static str },
    /// Days that are not those weeks of the term.
    NotTheseWeeks { from: u8, to: u8 },
    /// An address that is none of `sources`.
    UnknownSource { url: String },
    /// No address that begins with `https://`.
    BadAddress { text: String },
    /// A course code that stands twice in `courses`.
    DuplicateCourse { code: String },
    /// A course without code whose name stands twice among the courses without code.
    DuplicateName { name: String },
    /// A department that stands twice, or an alias that means two.
    DuplicateDepartment { name: String },
    /// A curriculum group that two departments claim.
    DuplicateGroup { name: String },
    /// An edition that stands twice.
    DuplicateEdition { id: String },
    /// A program that stands twice in its edition.
    DuplicateProgram { code: String },
    /// A category that stands twice in its program.
    DuplicateCategory { name: String },
    /// A condition to confirm whose id stands twice in its program.
    DuplicateConfirm { id: String },
    /// Two questions of a program have one id and differ in what they ask or whom.
    QuestionsDiffer { id: String },
    /// A doubt about a restriction on which no answer hangs.
    NothingToDoubt { kind: &'static str },
    /// A code that `courses` does not have.
    UnknownCourse { code: String, suggestion: Option<String> },
    /// A course code that no data file has.
    UnknownCode { code: String },
    /// A name of a unit that no data file has.
    UnknownUnit { name: String, suggestion: Option<String> },
    /// A unit that stands twice.
    DuplicateUnit { name: String },
    /// No semester of the form `114-1`.
    BadTerm { text: String },
    /// A course without code that `courses` does not have either.
    UnknownName { name: String, suggestion: Option<String> },
    /// The name beside a code is not that course's name.
    NameMismatch { code: String, name: String, expected: String },
    /// A course twice in one program.
    ListedTwice { course: String },
    /// A course named by a restriction that the program does not list.
    NotInProgram { code: String },
    /// A category that the program does not have.
    UnknownCategory { name: String, suggestion: Option<String> },
    /// A department that `departments` does not have.
    UnknownDepartment { name: String, suggestion: Option<String> },
    /// A college that no department has.
    UnknownCollege { name: String, suggestion: Option<String> },
    /// A track that no restriction of the program names.
    UnknownTrack { name: String, suggestion: Option<String> },
    /// A program that the edition does not have.
    UnknownProgram { code: String, suggestion: Option<String> },
    /// A category that asks for courses and has none.
    EmptyCategory { name: String, min: u16 },
    /// A category that asks for more courses than it can have.
    CategoryTooSmall { name: String, min: u16, courses: u16 },
    /// The program asks for more credits than its list holds: nobody can ever finish it.
    NotEnoughCredits { min: Credits, list: Credits },
    /// A restriction asks for more than the list can give: nobody can ever finish the program.
    Impossible { restriction: &'static str, asks: Amount, list: Amount },
    /// More restrictions than any program has.
    TooManyRestrictions { count: usize, most: usize },
    /// More restrictions that narrow what counts than the engine can hold apart.
    TooManyNarrowing { count: usize, most: usize },
    /// More mistakes than are worth listing.
    AndMore { count: usize },
}

/// What JSON can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// A whole number, not negative.
    Whole,
    /// `true` or `false`.
    TrueFalse,
    /// `null`.
    Null,
    /// `[...]`.
    List,
    /// `{...}`.
    Object,
    /// Anything else, in the parser's words.
    Other(String),
}
