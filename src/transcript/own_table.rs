//! The form of this app's own tables: written by [`crate::export`], known again by [`crate::import`].

use super::Completion;

/// The headings, in the order of the columns. The importer knows its own tables by them.
pub(crate) const HEADER: [&str; 8] = ["課程編碼", "課程名稱", "學分", "階段", "學期", "成績", "狀態", "備註"];

/// Spreadsheets take UTF-8 for Big5 without it.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The word for a stage (狀態) that importing reads back.
pub(crate) fn status_word(status: Completion) -> &'static str {
    match status {
        Completion::Passed => "通過",
        Completion::InProgress => "修習中",
        Completion::Planned => "計畫修",
        Completion::NotPassed => "未通過",
    }
}
