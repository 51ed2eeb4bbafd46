//! Which format a source is, and why a source without courses has none.

use serde::Serialize;

use super::columns::{self, Column};
use super::line::{Line, Sheet};
use super::{IssueKind, cells, portal, table, timetable};

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Score page (歷年成績), pasted.
    PortalText,
    /// Score page, saved as .html.
    PortalHtml,
    /// Graduation-review page (畢業資格審查), pasted or saved.
    Review,
    /// Timetable page of a term (選課表), pasted or saved: the only page with the courses a student takes now.
    Timetable,
    /// A link of a timetable app (`?term=115-1&plan=360744.360745`).
    PlanLink,
    /// CSV, TSV, semicolons, spreadsheet cells.
    Table,
}

/// How far down the first header row is looked for.
const HEADER_WITHIN: usize = 60;

/// Recognises the format by words and columns that only one of them has.
pub(super) fn recognise(sheet: &Sheet) -> Format {
    if table::header_is_ours(&sheet.lines) {
        return Format::Table;
    }
    let lines = || sheet.lines.iter();
    let begins = |words: &[&str]| {
        lines().any(|line| line.cells.iter().any(|cell| words.iter().any(|word| cell.starts_with(word))))
    };
    if begins(&["尚待確定之所有修習", "畢業資格審查"]) || lines().take(HEADER_WITHIN).any(is_review_header)
    {
        return Format::Review;
    }
    if lines().any(timetable::is_header) {
        return Format::Timetable;
    }
    let portal = if sheet.html { Format::PortalHtml } else { Format::PortalText };
    // The first header row decides; a table of one's own may have totals like those of the page under it.
    let header = lines().take(HEADER_WITHIN).find(|line| columns::is_header(line) || portal::is_page_header(line));
    match header {
        Some(line) if portal::is_page_header(line) => return portal,
        Some(line) if !portal::is_header(line) => return Format::Table,
        _ => {}
    }
    let pairs = || sheet.lines.windows(2).any(|pair| matches!(pair, [a, b] if portal::is_pair(a, b)));
    if begins(&["實得學分數", "操行成績", "查無本學期成績"]) || pairs() {
        portal
    } else {
        Format::Table
    }
}

/// The review's table of courses has columns for the term and for two kinds of requirement.
fn is_review_header(line: &Line) -> bool {
    columns::of_header(line).contains(&Column::Code) && line.cells.iter().any(|cell| cell.starts_with("開課別"))
}

/// What a text of data (JSON) is: a backup file of this app, or what the page hands out when the app has stopped, which
/// names the app (`crate::saved::backup`); or another app's. `None` for other texts.
pub(super) fn json(text: &str) -> Option<IssueKind> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let list = text.strip_prefix('[').map(|rest| rest.trim_start().starts_with(['{', '[', '"', ']']));
    if !(text.starts_with('{') && text.contains("\":")) && list != Some(true) && text != "{}" {
        return None;
    }
    let own = ["\"app\":\"kuayu\"", "\"app\": \"kuayu\""].iter().any(|key| text.contains(key));
    Some(if own { IssueKind::Backup } else { IssueKind::OtherJson })
}

/// What a page with tables is, when they are nobody's transcript.
pub(super) fn wrong_page(sheet: &Sheet) -> Option<IssueKind> {
    const RANKS: [&str; 5] = ["名次", "排名", "rank", "ranking", "班排"];
    let has = |line: &Line, wanted: &[Column]| columns::of_header(line).iter().any(|column| wanted.contains(column));
    let mut grades = false;
    for line in &sheet.lines {
        let header = columns::is_header(line);
        if header && timetable::is_week(line) {
            return Some(IssueKind::CourseSearch);
        }
        grades |= header && has(line, &[Column::Grade, Column::Status]);
    }
    let ranks = |line: &Line| {
        let rank =
            |cell: &String| cell.chars().count() <= 12 && RANKS.iter().any(|rank| cell.to_lowercase().contains(rank));
        line.cells.len() >= 3 && line.cells.iter().any(rank)
    };
    // A course, too, may be called after what ranks.
    let courses = |line: &Line| has(line, &[Column::Code, Column::Class, Column::Name]) || cells::holds_code(line);
    let head = sheet.lines.get(..HEADER_WITHIN).unwrap_or(&sheet.lines);
    if head.iter().any(ranks) && !head.iter().any(courses) {
        return Some(IssueKind::Ranking);
    }
    let tables = sheet.lines.iter().any(|line| line.cells.len() > 1);
    (sheet.html && tables && !grades).then_some(IssueKind::NotTranscript)
}

/// Why nothing could be read: the pages that stand before the scores say so in their own words.
pub(super) fn why_nothing(text: &str) -> IssueKind {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["查無本學期成績資料", "查無成績資料"]) {
        return IssueKind::NoResults;
    }
    if has(&["傑出教學獎", "教學傑出獎", "教學優良", "優良教師", "傑出教師", "Teaching Award"])
        && has(&["投票", "票選", "選拔", "遴選", "Vote", "vote"])
    {
        return IssueKind::AwardGate;
    }
    if has(&["教學評量", "教學問卷", "教學意見調查", "Course Evaluation", "Teaching Evaluation"]) {
        return IssueKind::SurveyGate;
    }
    if has(&[
        "應用系統已中斷連線",
        "尚未登錄入口網站",
        "應用系統連線已逾時",
        "入口網站登入",
        "type=\"password\"",
        "type='password'",
        "type=password",
    ]) || has(&["登入", "Login", "Sign in"]) && has(&["密碼", "Password", "password"])
    {
        return IssueKind::LoginPage;
    }
    if text.trim().is_empty() { IssueKind::Empty } else { IssueKind::NoCourses }
}
