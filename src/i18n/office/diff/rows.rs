//! Changes of courses, departments and sources in words.

use super::keys::key;
use super::{named, or_nothing};
use crate::catalog::document::LoggedChange;
use crate::i18n::{Lang, units};
use crate::office::diff::{Row, RowChange, RowWhat};

/// One change of a shared table: `課程 3401007 測量學(一)：學分 2 → 3`.
pub fn row(change: &RowChange, lang: Lang) -> String {
    let (of, mark) = (thing(&change.row, lang), lang.pick("：", ": "));
    match &change.what {
        RowWhat::Added => format!("{}{of}", lang.pick("新增", "new: ")),
        RowWhat::Removed => format!("{}{of}", lang.pick("刪除", "gone: ")),
        RowWhat::Value { key: of_key, from, to } => {
            let (from, to) = (or_nothing(from, lang), or_nothing(to, lang));
            format!("{of}{mark}{} {from} → {to}", key(of_key, lang))
        }
        RowWhat::Values { key: of_key, added, removed } => {
            let list = |values: &[String]| units::list(lang, values.iter().map(|one| value(one, lang)));
            let part = |zh, en, values: &[String]| match values {
                [] => None,
                values => Some(format!("{} {}", lang.pick(zh, en), list(values))),
            };
            let parts: Vec<String> =
                [part("新增", "added", added), part("刪除", "removed", removed)].into_iter().flatten().collect();
            format!("{of}{mark}{}{}", key(of_key, lang), lang.pick("", " ")) + &parts.join(lang.pick("；", "; "))
        }
    }
}

fn thing(row: &Row, lang: Lang) -> String {
    match row {
        Row::Course(course) => format!("{} {}", lang.pick("課程", "course"), named(course, lang)),
        Row::Department(name) => format!("{} {name}", lang.pick("系所", "department")),
        Row::Source(title, url) => match lang {
            Lang::ZhTw => format!("來源「{title}」（{url}）"),
            Lang::En => format!("source 「{title}」 ({url})"),
        },
        Row::Logged(LoggedChange { date, by, why }) => match lang {
            Lang::ZhTw => format!("修改紀錄 {date} {by}「{why}」"),
            Lang::En => format!("log of changes, {date}, {by}: 「{why}」"),
        },
        Row::File => lang.pick("檔案", "file").to_owned(),
    }
}

/// A value of a list: degree levels have words of their own.
fn value(text: &str, lang: Lang) -> String {
    let (zh, en) = match text {
        "junior_college" => ("五專", "junior college"),
        "bachelor" => ("大學部", "bachelor"),
        "bachelor_evening" => ("進修部", "bachelor, evening"),
        "master" => ("碩士", "master"),
        "master_inservice" => ("碩士在職", "master, in service"),
        "doctoral" => ("博士", "doctoral"),
        other => (other, other),
    };
    lang.pick(zh, en).to_owned()
}
