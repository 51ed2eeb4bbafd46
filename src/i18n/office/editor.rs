//! What the tables of the catalog are called, and what happens to them while they are edited.

use super::headings::english;
pub use super::letters;
use crate::i18n::Lang;
use crate::office::tables::{Column, Table};

/// What a table is called.
pub fn title(table: Table, lang: Lang) -> &'static str {
    let (zh, en) = match table {
        Table::Changes => ("修改紀錄", "Log of changes"),
        Table::Sources => ("資料來源", "Sources"),
        Table::Departments => ("系所", "Departments"),
        Table::Courses => ("課程", "Courses"),
        Table::Editions => ("版本", "Editions"),
        Table::Calendar => ("行事曆", "Calendar"),
        Table::Programs => ("微學程", "Programs"),
        Table::Listings => ("所列課程", "Listed courses"),
        Table::Restrictions => ("限制", "Restrictions"),
        Table::Years => ("科目表年度", "Curricula, years"),
        Table::Groups => ("科目表系組", "Curricula, groups"),
        Table::Curricula => ("科目表課程", "Curricula, courses"),
        Table::ClassTerms => ("開課學期", "Semesters"),
        Table::Classes => ("開課班別", "Classes"),
        Table::Terms => ("全校課程", "All courses"),
    };
    lang.pick(zh, en)
}

/// A column's heading.
pub fn heading(column: &Column, lang: Lang) -> &'static str {
    match lang {
        Lang::ZhTw => column.heading,
        Lang::En => english(column.key),
    }
}

/// Where something is: `所列課程 第 12 列「類別」`.
pub fn place(table: Option<Table>, row: Option<usize>, heading: Option<&str>, lang: Lang) -> String {
    let title = table.map(|table| title(table, lang)).unwrap_or_default();
    let row = match (row, lang) {
        (None, _) => String::new(),
        (Some(row), Lang::ZhTw) => format!(" 第 {row} 列"),
        (Some(row), Lang::En) => format!(", row {row}"),
    };
    let column = table.and_then(|table| table.columns().iter().find(|column| Some(column.heading) == heading));
    let heading = column.map(|column| self::heading(column, lang)).or(heading);
    let heading = heading.map(|heading| format!("「{heading}」")).unwrap_or_default();
    format!("{title}{row}{heading}")
}

/// A problem with what to do about it.
pub fn with_hint(what: &str, hint: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{what}。{hint}"),
        Lang::En => format!("{what}; {hint}"),
    }
}

/// Lines that are not told.
pub fn more(lines: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("還有 {lines} 行，存檔時都寫在說明檔裡"),
        Lang::En => format!("{lines} lines more"),
    }
}

/// The sheet of a workbook that holds what may be chosen.
pub fn choices(lang: Lang) -> &'static str {
    lang.pick("選項", "Choices")
}

/// The file that says what a change was.
pub fn log_file(lang: Lang) -> &'static str {
    lang.pick("修改說明.txt", "what-changed.txt")
}

/// A file without any table of the catalog.
pub fn no_table(file: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file}：認不出是哪一個表，沒有採用。第一列要是欄名"),
        Lang::En => format!("{file}: no table of the catalog; nothing was taken. The first row must be its headings"),
    }
}

/// A table that was taken from a file.
pub fn took(file: &str, title: &str, rows: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file}：「{title}」{rows} 列，已換上（可以復原）"),
        Lang::En => format!("{file}: {title}, {rows} rows, put in place (can be undone)"),
    }
}

/// A file that could not be taken.
pub fn not_taken(file: &str, why: &str, lang: Lang) -> String {
    let why = why.strip_prefix(file).unwrap_or(why).trim_start_matches(':');
    match lang {
        Lang::ZhTw => format!("{file}：沒有採用。{why}"),
        Lang::En => format!("{file}: not taken. {why}"),
    }
}
