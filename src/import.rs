//! Reading what a student really has: score pages pasted or saved, the graduation review, tables of any delimiter.
//!
//! Reading never fails as a whole. [`read_bytes`] takes a file, [`read_text`] takes what was pasted; both find out
//! which format it is and account for every line of the source: it was read ([`Import::rows`]), skipped for a reason
//! ([`Import::issues`] of severity [`Severity::Skipped`]), or is no course at all, such as a heading, a total or a
//! legend ([`Import::ignored`]). Nothing here stores anything; [`merge()`] says what storing would change.
//!
//! Reading knows no catalog (an unknown course is read like any other); [`Import::compare_with`] compares afterwards. There
//! are no sentences here (see
//! [`crate::i18n`] for what an [`IssueKind`] is called).

mod attempts;
mod blocks;
mod cells;
mod columns;
mod container;
mod encoding;
mod format;
mod guess;
mod html;
mod issue;
mod known;
mod line;
mod merge;
mod mhtml;
mod opened;
mod plan_link;
mod portal;
mod quotes;
mod review;
mod review_order;
mod split;
mod table;
mod timetable;
mod totals;
mod whose;

use crate::credits::Credits;
use crate::sorting;
use crate::term::Term;
use crate::transcript::Record;

use encoding::Decoded;
use line::{Line, Sheet};
use plan_link::{PlanLink, Taken};

pub use columns::{Column, ColumnRead};
pub use encoding::Encoding;
pub use format::Format;
pub use issue::{Issue, IssueKind, Severity};
pub use merge::{Change, Merge, merge};
#[cfg(feature = "office")]
pub(crate) use opened::rows_of_tables;
pub use opened::{MAX_PACKED_BYTES, OpenedTable, needs_reader, opened, read_tables};
pub use plan_link::{ClassFound, has_plan_link};
pub use review_order::{GroupOf, RowGroup};

/// The rows of a saved page's tables, and the texts between them, from top to bottom, as cells; merged cells taken apart.
#[cfg(feature = "office")]
pub(crate) fn page_rows(text: &str) -> Vec<Vec<String>> {
    html::lines(text).into_iter().map(|line| line.cells).collect()
}

/// The text of a saved page (.html, or .mhtml as phones save it), however it is encoded.
#[cfg(feature = "office")]
pub fn page_text(bytes: &[u8], big5: &dyn Fn(&[u8]) -> Option<String>) -> Result<String, IssueKind> {
    decoded(bytes, big5).map(|decoded| decoded.text)
}

/// The lines of a table with something in them, as cells, each with its number from 1.
#[cfg(feature = "office")]
pub(crate) type TableRows = Vec<(usize, Vec<String>)>;

/// Any table, however it is encoded and delimited, as lines of cells with their numbers from 1.
#[cfg(feature = "office")]
pub(crate) fn table_rows(bytes: &[u8], big5: &dyn Fn(&[u8]) -> Option<String>) -> Result<TableRows, IssueKind> {
    let decoded = encoding::decode(bytes, big5)?;
    Ok(split::split(&decoded.text).lines.into_iter().map(|line| (line.no, line.cells)).collect())
}

/// The largest text that is read, in bytes. A transcript of a whole study is 0.2 MB as HTML; what is larger than
/// this is a mistake in the file picker, and is refused before it can freeze a phone.
pub const MAX_BYTES: usize = 5_000_000;

/// What reading gave: rows, issues, and what the source says of the student.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// Which format was recognised.
    pub format: Option<Format>,
    /// Rows read, in the order of the source.
    pub rows: Vec<Row>,
    /// What was skipped or is doubtful, in the order of the source.
    pub issues: Vec<Issue>,
    /// The semesters of a score page, in the order of the page (newest first). Empty for other formats.
    pub blocks: Vec<Block>,
    /// Lines that are no courses: headings, totals, legends, the page's own text.
    pub ignored: Vec<usize>,
    /// The columns of a table, from the left, and what each was taken for. Empty for other formats.
    pub columns: Vec<ColumnRead>,
    /// The names of the sheets of a workbook that have anything in them. Empty for what is no workbook.
    pub tables: Vec<String>,
    /// Which of them was read.
    pub table: usize,
    /// What the source says of the student. Never applied without asking.
    pub profile: Option<ImportedProfile>,
    /// What the graduation review says of each class of credits, where it is easy to read.
    pub review_credits: Vec<ReviewCredits>,
    /// Links of timetable apps whose classes are not placed yet ([`Import::place_classes`]).
    links: Vec<PlanLink>,
}

/// One row read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Line of the source, from 1 (for HTML: number of the table row).
    pub line: usize,
    /// Which semester of the score page it stands in: an index into [`Import::blocks`].
    pub block: Option<usize>,
    /// Class number (課號), six digits: one class in one term. It tells two attempts in one term apart.
    pub class: Option<String>,
    /// What stands in the place of the code and is no code of this university; empty where a code was read.
    pub printed: String,
    /// The page marks the course as taught in English (`3.0#`).
    pub english: bool,
    /// It stands in the graduation review's table of passed courses that the office has not placed in the student's
    /// own curriculum (尚待確定之所有修習及格課程): the office's view of what is cross-domain.
    pub unplaced: bool,
    /// When the class meets, where the source is a timetable. Part of the review only; nothing stores it.
    pub meetings: Vec<Meeting>,
    /// What it says.
    pub record: Record,
}

/// An hour of the week in which a class meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Meeting {
    /// Day of the week: Monday is 1, Sunday 7.
    pub day: u8,
    /// The university's name for the hour: `1` to `9`, `N`, `A` to `D`.
    pub period: char,
}

/// One semester's table of a score page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// First line of it.
    pub line: usize,
    /// The semester: from the heading, or assigned with [`Import::assign_terms`].
    pub term: Option<Term>,
    /// Whether the page itself said the term.
    pub stated: bool,
    /// 修習總學分數: credits attempted, as the page states them.
    pub attempted: Option<Credits>,
    /// 實得學分數: credits earned, as the page states them.
    pub earned: Option<Credits>,
    /// The page says that there are no results yet (查無本學期成績資料).
    pub no_results: bool,
}

/// What the source says of the student.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct ImportedProfile {
    /// Entry year (入學年度), ROC.
    pub entry: Option<u16>,
    /// Department or group as the page writes it, without its number.
    pub group: Option<String>,
    /// The number before the group (`360` of 360 電子系).
    pub group_code: Option<String>,
    /// Degree system (學制), for example 四年制大學部.
    pub degree: Option<String>,
    /// Student number, to tell another student's page by. Neither stored nor written out.
    #[serde(skip)]
    pub student: Option<String>,
}

/// One class of credits of the graduation review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewCredits {
    /// What the page calls it.
    pub label: String,
    /// Credits required.
    pub required: Credits,
    /// Credits earned.
    pub earned: Credits,
}

/// How a source is to be read, as far as a person decided it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// As which format; `None`: as the one recognised.
    pub format: Option<Format>,
    /// What columns of a table hold, by their places from 0.
    pub columns: Vec<(usize, Column)>,
    /// Which table of a workbook, by its place among [`Import::tables`].
    pub table: Option<usize>,
}

impl From<Option<Format>> for Chosen {
    fn from(format: Option<Format>) -> Chosen {
        Chosen { format, ..Chosen::default() }
    }
}

/// Reads a file of unknown kind and encoding.
///
/// `big5` decodes Big5 (code page 950), putting U+FFFD for what it cannot read; `None` when there is no decoder. It is
/// passed in because browsers have one and a table of our own would double the app. Everything else is decoded here.
/// `chosen` overrides what is recognised.
pub fn read_bytes(bytes: &[u8], big5: &dyn Fn(&[u8]) -> Option<String>, chosen: impl Into<Chosen>) -> Import {
    bytes_as(bytes, big5, &chosen.into())
}

fn bytes_as(bytes: &[u8], big5: &dyn Fn(&[u8]) -> Option<String>, chosen: &Chosen) -> Import {
    if bytes.len() > MAX_BYTES {
        return Import::only(IssueKind::TooLarge);
    }
    match decoded(bytes, big5) {
        Ok(decoded) => {
            let mut import = text_as(&decoded.text, chosen);
            if decoded.nul {
                import.issues.insert(0, Issue::whole(IssueKind::NulBytes));
            }
            if decoded.damaged {
                import.issues.insert(0, Issue::whole(IssueKind::DamagedText));
            }
            import
        }
        Err(kind) => Import::only(kind),
    }
}

/// The text of a file; of a page saved as one file, that of its frames one after the other.
fn decoded(bytes: &[u8], big5: &dyn Fn(&[u8]) -> Option<String>) -> Result<Decoded, IssueKind> {
    let Some(frames) = mhtml::html(bytes) else { return encoding::decode(bytes, big5) };
    // A frame without a readable text is no reason against the others.
    let mut all: Option<Decoded> = None;
    let mut wrong = IssueKind::Empty;
    for frame in frames {
        match (encoding::decode(&frame, big5), &mut all) {
            (Ok(more), Some(all)) => all.add(more),
            (Ok(first), none) => *none = Some(first),
            (Err(kind), _) => wrong = kind,
        }
    }
    all.ok_or(wrong)
}

/// Reads text: what was pasted, or a file already decoded.
pub fn read_text(text: &str, chosen: impl Into<Chosen>) -> Import {
    text_as(text, &chosen.into())
}

fn text_as(text: &str, chosen: &Chosen) -> Import {
    if text.len() > MAX_BYTES {
        return Import::only(IssueKind::TooLarge);
    }
    if text.contains('\0') {
        let mut import = text_as(&text.replace('\0', ""), chosen);
        import.issues.insert(0, Issue::whole(IssueKind::NulBytes));
        return import;
    }
    if let Some(kind) = format::json(text) {
        return Import::only(kind);
    }
    // A person who says what it is, is believed.
    let taken = match chosen.format {
        None | Some(Format::PlanLink) if !html::looks_like(text) => plan_link::take(text),
        _ => Taken { rest: text.into(), ..Taken::default() },
    };
    let mut import = sheet_as(split::split(&taken.rest), &taken.rest, chosen);
    if import.rows.is_empty() && (!taken.links.is_empty() || !taken.issues.is_empty()) {
        // What stands round the links is no transcript, and need not be one.
        import.format = Some(Format::PlanLink);
        import.issues.retain(|issue| issue.kind.severity() != Severity::Nothing);
    }
    import.links = taken.links;
    import.issues.extend(taken.issues);
    sorting::sort_by_key(&mut import.issues, |issue| issue.line);
    import
}

/// Reads lines of cells; `text` is all of them, to look in for words where there are no courses.
fn sheet_as(sheet: Sheet, text: &str, chosen: &Chosen) -> Import {
    if sheet.lines.is_empty() && !sheet.html {
        return Import::only(IssueKind::Empty);
    }
    let format = chosen.format.unwrap_or_else(|| format::recognise(&sheet));
    if chosen.format.is_none()
        && format == Format::Table
        && let Some(kind) = format::wrong_page(&sheet)
    {
        return Import { ignored: sheet.lines.iter().map(|line| line.no).collect(), ..Import::only(kind) };
    }
    let stray: Vec<Issue> =
        sheet.stray.iter().map(|(line, text)| Issue::at(*line, IssueKind::StrayQuotes, text)).collect();
    let mut import = match format {
        Format::PortalText | Format::PortalHtml => portal::read(sheet.lines),
        Format::Review => review::read(sheet.lines, &chosen.columns),
        Format::Timetable => timetable::read(sheet.lines),
        Format::PlanLink => Import { ignored: sheet.lines.iter().map(|line| line.no).collect(), ..Import::default() },
        Format::Table => table::read(sheet.lines, &chosen.columns),
    };
    import.format = Some(format);
    if import.rows.is_empty() {
        // Why there is nothing goes before what was skipped.
        import.issues.insert(0, Issue::whole(format::why_nothing(text)));
    }
    import.issues.extend(stray);
    import.spread_terms();
    attempts::mark(&mut import);
    totals::compare(&mut import);
    sorting::sort_by_key(&mut import.issues, |issue| issue.line);
    import
}

fn text_of_lines(sheet: &Sheet) -> String {
    sheet.lines.iter().map(Line::text).collect::<Vec<_>>().join("\n")
}

/// Whether a page on the clipboard says more than the plain text beside it: the timetable's links name the courses, and
/// the graduation review has cells that stand for several rows.
pub fn says_more(page: &str) -> bool {
    if page.len() > MAX_BYTES || !html::looks_like(page) {
        return false;
    }
    let sheet = split::split(page);
    match format::recognise(&sheet) {
        Format::Timetable => sheet.lines.iter().any(|line| !line.codes.is_empty()),
        Format::Review => page.to_ascii_lowercase().contains("rowspan"),
        Format::PortalText | Format::PortalHtml | Format::PlanLink | Format::Table => false,
    }
}

impl Import {
    /// Nothing read, for one reason.
    pub fn only(kind: IssueKind) -> Import {
        Import { issues: vec![Issue::whole(kind)], ..Import::default() }
    }

    /// The records read.
    pub fn records(&self) -> Vec<Record> {
        self.rows.iter().map(|row| row.record.clone()).collect()
    }

    /// Lines that look like courses and could not be read.
    pub fn skipped(&self) -> impl Iterator<Item = &Issue> {
        self.issues.iter().filter(|issue| issue.kind.severity() == Severity::Skipped)
    }
}
