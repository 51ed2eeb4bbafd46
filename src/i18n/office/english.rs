//! Words for a table of English names.

use crate::i18n::{Lang, import};
use crate::office::english::{EnglishProblem, EnglishProblemKind};

/// A row that cannot be taken: where it is, what is wrong, and what to do.
pub fn report(file: &str, problem: &EnglishProblem, lang: Lang) -> String {
    let (what, hint) = words(&problem.kind, lang);
    match (lang, problem.row) {
        (Lang::ZhTw, Some(row)) => format!("{file} 第 {row} 列：{what}\n  建議：{hint}"),
        (Lang::ZhTw, None) => format!("{file}：{what}\n  建議：{hint}"),
        (Lang::En, Some(row)) => format!("{file} row {row}: {what}\n  hint: {hint}"),
        (Lang::En, None) => format!("{file}: {what}\n  hint: {hint}"),
    }
}

fn words(kind: &EnglishProblemKind, lang: Lang) -> (String, String) {
    use EnglishProblemKind::*;
    let (what, hint) = match (kind, lang) {
        (Unreadable(kind), Lang::ZhTw) => {
            let words = import::issue(*kind, lang);
            (format!("表格讀不到：{}", words.what), words.hint)
        }
        (Unreadable(kind), Lang::En) => {
            let words = import::issue(*kind, lang);
            (format!("the table cannot be read: {}", words.what), words.hint)
        }
        (NoColumn { heading }, Lang::ZhTw) => (format!("沒有欄名 {heading}"), "第一列要有欄名：code,name_en,term"),
        (NoColumn { heading }, Lang::En) => {
            (format!("no column is headed {heading}"), "the first row has the headings: code,name_en,term")
        }
        (NoCode { text }, Lang::ZhTw) => {
            (format!("「{text}」不是課程編碼，也不是單位的中文名稱"), "課程編碼是 7 個英數字；請把整欄設成「文字」格式")
        }
        (NoCode { text }, Lang::En) => (
            format!("`{text}` is neither a course code nor the Chinese name of a unit"),
            "a code has seven letters and digits; format the column as text",
        ),
        (NoName { text }, Lang::ZhTw) => (format!("「{text}」不是英文名稱"), "請填上英文名稱，或刪掉這一列"),
        (NoName { text }, Lang::En) => (format!("`{text}` is no English name"), "fill it in, or delete the row"),
        (NoTerm { text }, Lang::ZhTw) => {
            (format!("學期不能寫「{text}」"), "請寫成 114-1 的樣子；單位與取自同名課程的名稱留空")
        }
        (NoTerm { text }, Lang::En) => (
            format!("`{text}` cannot be the semester"),
            "write it like 114-1; leave it empty for units and for names of another code",
        ),
        (Twice { first }, Lang::ZhTw) => (format!("與第 {first} 列重複"), "請留下一列"),
        (Twice { first }, Lang::En) => (format!("stands in row {first} already"), "keep one"),
    };
    (what, hint.to_owned())
}
