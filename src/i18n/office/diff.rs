//! What changed between two catalogs or editions, in words.

mod keys;
mod restriction;
mod rows;

use crate::catalog::document::{Document, Edition, NotListedReason};
use crate::i18n::Lang;
use crate::i18n::restriction::restriction as sentence;
use crate::office::diff::{Change, DateChange, Mark, Named, What, calendars, editions};

pub(super) use keys::key;
pub use rows::row;

/// Everything that two catalogs say otherwise, line by line; of the editions these two, or those of one id. It is never
/// empty.
pub fn told(old: &Document, new: &Document, these: Option<(&Edition, &Edition)>, lang: Lang) -> Vec<String> {
    let name = |code: &str| match name(new, code).or_else(|| name(old, code)) {
        Some(name) => format!("{code} {name}"),
        None => code.to_owned(),
    };
    let mut lines = Vec::new();
    let mut edition = |before: &Edition, now: &Edition| {
        let changes = editions(before, now);
        lines.push(heading(&before.id, &now.id, changes.len(), lang));
        lines.extend(changes.iter().map(|one| format!("  {}", change(one, &name, lang))));
        changes.len()
    };
    let mut differences = 0;
    match these {
        Some((before, now)) => differences += edition(before, now),
        None => {
            for now in &new.editions {
                if let Some(before) = old.editions.iter().find(|before| before.id == now.id) {
                    differences += edition(before, now);
                }
            }
            let ids = |document: &Document| document.editions.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
            let (before, now) = (ids(old), ids(new));
            lines.extend(now.iter().filter(|id| !before.contains(id)).map(|id| only(id, true, lang)));
            lines.extend(before.iter().filter(|id| !now.contains(id)).map(|id| only(id, false, lang)));
            differences += usize::from(before.iter().any(|id| !now.contains(id)));
            differences += usize::from(now.iter().any(|id| !before.contains(id)));
        }
    }
    let rest = calendars(old, new).iter().map(|change| date(change, lang)).collect::<Vec<_>>();
    let rows = crate::office::diff::rows(old, new).iter().map(|change| row(change, lang)).collect::<Vec<_>>();
    if differences + rest.len() + rows.len() == 0 && old != new {
        let (zh, en) = ("內容都相同，只有排列的順序不同", "everything is the same but for the order of things");
        lines.push(lang.pick(zh, en).to_owned());
    }
    lines.extend(rest.into_iter().chain(rows));
    lines
}

/// The name of a course or program.
fn name<'a>(document: &'a Document, code: &str) -> Option<&'a str> {
    let course = document.courses.iter().find(|course| course.code.as_deref() == Some(code));
    let mut programs = document.editions.iter().flat_map(|edition| &edition.programs);
    course.map(|course| course.name.as_str()).or_else(|| Some(&programs.find(|program| program.code == code)?.name))
}

/// One change of an edition: `AVH：應修學分 10 → 9`. `name` turns the code of a course or program into its name.
pub fn change(change: &Change, name: &dyn Fn(&str) -> String, lang: Lang) -> String {
    let what = match lang {
        Lang::ZhTw => zh_tw(&change.what, name),
        Lang::En => en(&change.what, name),
    };
    match &change.program {
        Some(program) => format!("{program}{}{what}", lang.pick("：", ": ")),
        None => what,
    }
}

/// One date of the calendar: `行事曆 115-1：加退選（日間部） 2026-09-07 – 2026-09-18 → 2026-09-07 – 2026-09-19`.
pub fn date(change: &DateChange, lang: Lang) -> String {
    let (outer, school) = change.key.split_once('.').unwrap_or((change.key.as_str(), ""));
    let school = match school {
        "day" => lang.pick("（日間部）", " (day school)"),
        "evening" => lang.pick("（進修部）", " (evening school)"),
        _ => "",
    };
    let (from, to) = (or_nothing(&change.from, lang), or_nothing(&change.to, lang));
    let head = lang.pick("行事曆", "calendar");
    format!("{head} {}{}{}{school} {from} → {to}", change.term, lang.pick("：", ": "), key(outer, lang))
}

/// A heading over the changes from one edition to another.
/// What is told of an edition in which nothing is different.
pub fn unchanged(id: &str, lang: Lang) -> String {
    heading(id, id, 0, lang)
}

fn heading(from: &str, to: &str, changes: usize, lang: Lang) -> String {
    let mark = lang.pick("：", ": ");
    format!("{from} → {to}{mark}{}", count(changes, lang))
}

/// How many differences there are.
pub(super) fn count(changes: usize, lang: Lang) -> String {
    match (changes, lang) {
        (0, Lang::ZhTw) => "沒有不同".to_owned(),
        (_, Lang::ZhTw) => format!("{changes} 處不同"),
        (0, Lang::En) => "no difference".to_owned(),
        (1, Lang::En) => "1 difference".to_owned(),
        (_, Lang::En) => format!("{changes} differences"),
    }
}

/// An edition that only one of the catalogs has.
fn only(id: &str, in_new: bool, lang: Lang) -> String {
    match (in_new, lang) {
        (true, Lang::ZhTw) => format!("新增版本 {id}"),
        (false, Lang::ZhTw) => format!("刪除版本 {id}"),
        (true, Lang::En) => format!("edition {id} is new"),
        (false, Lang::En) => format!("edition {id} is gone"),
    }
}

fn zh_tw(what: &What, name_of: &dyn Fn(&str) -> String) -> String {
    let lang = Lang::ZhTw;
    let place = |category: &Option<String>| category.clone().unwrap_or_else(|| "未定類別".to_owned());
    let count = |min: &Option<u16>| min.map_or_else(|| "未寫明".to_owned(), |min| format!("{min} 門"));
    match what {
        What::Added { name } => format!("新增微學程「{name}」"),
        What::Removed { name } => format!("刪除微學程「{name}」"),
        What::Field { key: field, from, to } => {
            format!("{} {} → {}", key(field, lang), or_nothing(from, lang), or_nothing(to, lang))
        }
        What::CategoryAdded { name, min } => format!("新增類別「{name}」（{}）", count(min)),
        What::CategoryRemoved { name } => format!("刪除類別「{name}」"),
        What::Minimum { category, from, to } => format!("{category}應修 {} → {}", count(from), count(to)),
        What::CourseAdded { course, category } => format!("{}新增 {}", place(category), named(course, lang)),
        What::CourseRemoved { course, category } => format!("{}刪除 {}", place(category), named(course, lang)),
        What::CourseMoved { course, from, to } => {
            format!("{} 由{}改為{}", named(course, lang), place(from), place(to))
        }
        What::CourseMarked { course, mark, set } => format!("{} {}", named(course, lang), marked(*mark, *set, lang)),
        What::CourseField { course, key: field, from, to } => {
            let (from, to) = (or_nothing(from, lang), or_nothing(to, lang));
            format!("{}：{} {from} → {to}", named(course, lang), key(field, lang))
        }
        What::NotListedAdded { course, why } => {
            format!("不採計的課新增 {}（{}）", named(course, lang), reason(*why, lang))
        }
        What::NotListedRemoved { course } => format!("不採計的課刪除 {}", named(course, lang)),
        What::NotListedWhy { course, from, to } => {
            let (from, to) = (reason(*from, lang), reason(*to, lang));
            format!("不採計的課 {}：原因 {from} → {to}", named(course, lang))
        }
        What::RestrictionAdded { restriction: one } => {
            let asked = one.doubt.as_ref().map(|doubt| restriction::question(doubt, lang)).unwrap_or_default();
            format!("新增限制：{}{asked}", sentence(lang, one, name_of))
        }
        What::RestrictionDoubted { restriction: one, now: Some(doubt) } => {
            format!("是否適用須確認：{}{}", sentence(lang, one, name_of), restriction::question(doubt, lang))
        }
        What::RestrictionDoubted { restriction: one, now: None } => {
            format!("是否適用不再須確認：{}", sentence(lang, one, name_of))
        }
        What::RestrictionRemoved { restriction: one } => format!("刪除限制：{}", sentence(lang, one, name_of)),
        What::NoteAdded { zh, .. } => format!("新增說明：{zh}"),
        What::NoteRemoved { zh, .. } => format!("刪除說明：{zh}"),
        What::NoteChanged { english, from, to } => {
            format!("{}：{from} → {to}", if *english { "英文說明" } else { "說明" })
        }
        What::RestrictionKey { restriction: one, key, from, to } => {
            let what = sentence(lang, one, name_of);
            format!("限制「{what}」{}", restriction::value(key, [from, to], name_of, lang))
        }
    }
}

fn en(what: &What, name_of: &dyn Fn(&str) -> String) -> String {
    let lang = Lang::En;
    let place = |category: &Option<String>| category.clone().unwrap_or_else(|| "open category".to_owned());
    let count = |min: &Option<u16>| min.map_or_else(|| "not stated".to_owned(), |min| min.to_string());
    match what {
        What::Added { name } => format!("new program 「{name}」"),
        What::Removed { name } => format!("program 「{name}」 is gone"),
        What::Field { key: field, from, to } => {
            format!("{} {} → {}", key(field, lang), or_nothing(from, lang), or_nothing(to, lang))
        }
        What::CategoryAdded { name, min } => format!("new category {name} (courses: {})", count(min)),
        What::CategoryRemoved { name } => format!("category {name} is gone"),
        What::Minimum { category, from, to } => format!("courses in {category}: {} → {}", count(from), count(to)),
        What::CourseAdded { course, category } => format!("added to {}: {}", place(category), named(course, lang)),
        What::CourseRemoved { course, category } => {
            format!("removed from {}: {}", place(category), named(course, lang))
        }
        What::CourseMoved { course, from, to } => {
            format!("category of {}: {} → {}", named(course, lang), place(from), place(to))
        }
        What::CourseMarked { course, mark, set } => format!("{} {}", named(course, lang), marked(*mark, *set, lang)),
        What::CourseField { course, key: field, from, to } => {
            let (from, to) = (or_nothing(from, lang), or_nothing(to, lang));
            format!("{}: {} {from} → {to}", named(course, lang), key(field, lang))
        }
        What::NotListedAdded { course, why } => {
            format!("does not count now: {} ({})", named(course, lang), reason(*why, lang))
        }
        What::NotListedRemoved { course } => {
            format!("gone from the courses that do not count: {}", named(course, lang))
        }
        What::NotListedWhy { course, from, to } => {
            let (from, to) = (reason(*from, lang), reason(*to, lang));
            format!("why {} does not count: {from} → {to}", named(course, lang))
        }
        What::RestrictionAdded { restriction: one } => {
            let asked = one.doubt.as_ref().map(|doubt| restriction::question(doubt, lang)).unwrap_or_default();
            format!("new restriction: {}{asked}", sentence(lang, one, name_of))
        }
        What::RestrictionDoubted { restriction: one, now: Some(doubt) } => {
            format!(
                "whether it stands is to be confirmed: {}{}",
                sentence(lang, one, name_of),
                restriction::question(doubt, lang)
            )
        }
        What::RestrictionDoubted { restriction: one, now: None } => {
            format!("whether it stands is no longer asked: {}", sentence(lang, one, name_of))
        }
        What::RestrictionRemoved { restriction: one } => {
            format!("restriction gone: {}", sentence(lang, one, name_of))
        }
        What::NoteAdded { en, .. } => format!("new note: {en}"),
        What::NoteRemoved { en, .. } => format!("note gone: {en}"),
        What::NoteChanged { english, from, to } => {
            format!("{}: {from} → {to}", if *english { "note" } else { "Chinese note" })
        }
        What::RestrictionKey { restriction: one, key, from, to } => {
            let what = sentence(lang, one, name_of);
            format!("restriction “{what}”: {}", restriction::value(key, [from, to], name_of, lang))
        }
    }
}

/// A mark of a course that came or went.
fn marked(mark: Mark, set: bool, lang: Lang) -> &'static str {
    let (zh, en) = match (mark, set) {
        (Mark::Required, true) => ("改為必修", "is required now"),
        (Mark::Required, false) => ("不再是必修", "is no longer required"),
        (Mark::Online, true) => ("改為線上", "is online now"),
        (Mark::Online, false) => ("不再是線上", "is no longer online"),
        (Mark::CategoryNotPrinted, true) => ("的類別在清單上沒有印", "has no category printed in the list now"),
        (Mark::CategoryNotPrinted, false) => ("的類別在清單上已經印出", "has its category printed in the list now"),
    };
    lang.pick(zh, en)
}

fn named(course: &Named, lang: Lang) -> String {
    match (&course.code, lang) {
        (Some(code), _) => format!("{code} {}", course.name),
        (None, Lang::ZhTw) => format!("「{}」（無編碼）", course.name),
        (None, Lang::En) => format!("「{}」 (no code)", course.name),
    }
}

/// Why a course does not count.
fn reason(why: NotListedReason, lang: Lang) -> &'static str {
    match why {
        NotListedReason::LaterEdition => lang.pick("下一版本才列", "listed in a later edition only"),
        NotListedReason::EarlierEdition => lang.pick("只在較早版本", "listed in an earlier edition only"),
    }
}

/// A value, or that there is none.
pub(super) fn or_nothing(text: &str, lang: Lang) -> &str {
    match text {
        "" => lang.pick("（無）", "(none)"),
        "true" => lang.pick("是", "yes"),
        "false" => lang.pick("否", "no"),
        other => other,
    }
}
