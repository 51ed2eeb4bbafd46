//! What can be the matter with an import, and what to do about it.

#[cfg(feature = "office")]
mod in_files;
mod issues;

use super::Lang;
#[cfg(feature = "office")]
use crate::import::ColumnRead;
use crate::import::{Column, Format, Issue, IssueKind, Severity};
use crate::transcript::Completion;

#[cfg(feature = "office")]
pub use in_files::issue_in_file;

/// What is the matter, and what the student can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// What.
    pub what: &'static str,
    /// What to do about it.
    pub hint: &'static str,
}

/// The words for one kind of issue.
pub fn issue(kind: IssueKind, lang: Lang) -> Words {
    let (what, hint) = match lang {
        Lang::ZhTw => issues::zh_tw(kind),
        Lang::En => issues::en(kind),
    };
    Words { what, hint }
}

/// The two numbers of [`IssueKind::TotalsDiffer`] and of [`IssueKind::CreditsDiffer`], or nothing.
pub fn totals(issue: &Issue, lang: Lang) -> Option<String> {
    let (stated, read) = issue.totals?;
    if issue.kind != IssueKind::TotalsDiffer {
        return Some(match lang {
            Lang::ZhTw => format!("課程資料是 {stated} 學分，這一列是 {read} 學分"),
            Lang::En => format!("the course data say {stated} credits, the row says {read}"),
        });
    }
    let lacking = stated.saturating_sub(read);
    // Most courses have three credits.
    let rows = usize::from(lacking.tenths()).div_ceil(30);
    let term = issue.term.map(|term| super::units::term(lang, term));
    Some(match lang {
        Lang::ZhTw => {
            let term = term.map_or(String::new(), |term| format!("{term}："));
            let lost = if rows > 0 { format!("，少 {lacking} 學分，大約 {rows} 列") } else { String::new() };
            format!("{term}頁面寫 {stated} 學分，讀到 {read} 學分{lost}")
        }
        Lang::En => {
            let term = term.map_or(String::new(), |term| format!("{term}: "));
            let lost =
                if rows > 0 { format!(": {lacking} credits, some {rows} rows, are missing") } else { String::new() };
            format!("{term}the page says {stated} credits, the rows read make {read}{lost}")
        }
    })
}

/// What an issue means for its row, in a word.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Info => lang.pick("說明", "note"),
        Severity::Doubt => lang.pick("請確認", "please check"),
        Severity::Skipped => lang.pick("略過", "skipped"),
        Severity::Nothing => lang.pick("讀不到", "nothing read"),
    }
}

/// What a format is called.
pub fn format(format: Format, lang: Lang) -> &'static str {
    match format {
        Format::PortalText => lang.pick("歷年成績（貼上或列印的）", "score page (pasted or printed)"),
        Format::PortalHtml => lang.pick("歷年成績（存下的網頁）", "score page (saved)"),
        Format::Review => lang.pick("畢業資格審查", "graduation review"),
        Format::Timetable => lang.pick("選課表", "timetable"),
        Format::PlanLink => lang.pick("排課網站的連結", "link of a timetable app"),
        Format::Table => lang.pick("表格（CSV、試算表）", "table (CSV, spreadsheet)"),
    }
}

/// What a column of a table holds.
pub fn column(column: Column, lang: Lang) -> &'static str {
    match column {
        Column::Code => lang.pick("課程編碼（七碼）", "course code (7 characters)"),
        Column::Class => lang.pick("課號（六碼）", "class number (6 digits)"),
        Column::Name => lang.pick("課程名稱", "course name"),
        Column::EnglishName => lang.pick("英文課名", "English name"),
        Column::Credits => lang.pick("學分", "credits"),
        Column::Grade => lang.pick("成績", "grade"),
        Column::Term => lang.pick("學期", "semester"),
        Column::Year => lang.pick("學年", "academic year"),
        Column::Status => lang.pick("狀態", "status"),
        Column::Stage => lang.pick("階段", "stage"),
        Column::Note => lang.pick("備註", "remarks"),
        Column::Other => lang.pick("用不到", "not used"),
    }
}

/// What a column, counted from 1, was taken for.
#[cfg(feature = "office")]
pub fn column_taken(at: usize, taken: &ColumnRead, lang: Lang) -> String {
    let (shown, holds) = (&taken.shown, column(taken.column, lang));
    match lang {
        Lang::ZhTw => format!("第 {at} 欄「{shown}」當作：{holds}"),
        Lang::En => format!("Column {at} ({shown}) is taken for: {holds}"),
    }
}

/// How far a course is.
pub fn status(status: Completion, lang: Lang) -> &'static str {
    match status {
        Completion::Passed => lang.pick("通過", "passed"),
        Completion::InProgress => lang.pick("修習中", "in progress"),
        Completion::Planned => lang.pick("計畫修", "planned"),
        Completion::NotPassed => lang.pick("未通過", "not passed"),
    }
}

/// How many rows were read, how many were skipped, and how many lines are no courses.
pub fn counts(read: usize, skipped: usize, ignored: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("讀到 {read} 列，略過 {skipped} 列，另有 {ignored} 列是標題、合計或說明"),
        Lang::En => format!("{read} rows read, {skipped} skipped, {ignored} lines of headings, totals or remarks"),
    }
}

/// What the source says of the student.
pub fn profile(entry: &str, group: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("入學年度 {entry}，系組 {group}"),
        Lang::En => format!("entry year {entry}, department or group {group}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_says_what_and_what_to_do() {
        for lang in [Lang::ZhTw, Lang::En] {
            let mut seen = std::collections::HashSet::new();
            for kind in IssueKind::ALL {
                let words = issue(*kind, lang);
                assert!(!words.hint.is_empty() && seen.insert(words.what), "{kind:?}");
            }
        }
    }
}
