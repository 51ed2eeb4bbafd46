//! What changed between two editions, in words.

use crate::i18n::Lang;
use crate::i18n::audit;
use crate::i18n::restriction::restriction;
use crate::office::diff::{Change, CourseChange, DateChange, Mark, Named, What};
use crate::rules::Question;

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

/// One change of a course that both catalogs know.
pub fn course(change: &CourseChange, lang: Lang) -> String {
    let (course, key) = (named(&change.course, lang), key(change.key, lang));
    let (from, to) = (or_nothing(&change.from, lang), or_nothing(&change.to, lang));
    match lang {
        Lang::ZhTw => format!("課程 {course}：{key} {from} → {to}"),
        Lang::En => format!("course {course}: {key} {from} → {to}"),
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
pub fn heading(from: &str, to: &str, changes: usize, lang: Lang) -> String {
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
pub fn only(id: &str, in_new: bool, lang: Lang) -> String {
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
        What::RestrictionAdded { restriction: one } => {
            let asked = one.doubt.as_ref().map(|doubt| question(doubt, lang)).unwrap_or_default();
            format!("新增限制：{}{asked}", restriction(lang, one, name_of))
        }
        What::RestrictionDoubted { restriction: one, now: Some(doubt) } => {
            format!("是否適用須確認：{}{}", restriction(lang, one, name_of), question(doubt, lang))
        }
        What::RestrictionDoubted { restriction: one, now: None } => {
            format!("是否適用不再須確認：{}", restriction(lang, one, name_of))
        }
        What::RestrictionRemoved { restriction: one } => format!("刪除限制：{}", restriction(lang, one, name_of)),
        What::NoteAdded { zh, .. } => format!("新增說明：{zh}"),
        What::NoteRemoved { zh, .. } => format!("刪除說明：{zh}"),
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
        What::RestrictionAdded { restriction: one } => {
            let asked = one.doubt.as_ref().map(|doubt| question(doubt, lang)).unwrap_or_default();
            format!("new restriction: {}{asked}", restriction(lang, one, name_of))
        }
        What::RestrictionDoubted { restriction: one, now: Some(doubt) } => {
            format!(
                "whether it stands is to be confirmed: {}{}",
                restriction(lang, one, name_of),
                question(doubt, lang)
            )
        }
        What::RestrictionDoubted { restriction: one, now: None } => {
            format!("whether it stands is no longer asked: {}", restriction(lang, one, name_of))
        }
        What::RestrictionRemoved { restriction: one } => {
            format!("restriction gone: {}", restriction(lang, one, name_of))
        }
        What::NoteAdded { en, .. } => format!("new note: {en}"),
        What::NoteRemoved { en, .. } => format!("note gone: {en}"),
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

/// What is asked about a restriction, and whom.
fn question(doubt: &Question, lang: Lang) -> String {
    let (text, whom) = (audit::text(lang, &doubt.text), audit::ask(lang, doubt.ask));
    match lang {
        Lang::ZhTw => format!("「{text}」（{whom}）"),
        Lang::En => format!(" “{text}” ({whom})"),
    }
}

fn named(course: &Named, lang: Lang) -> String {
    match (&course.code, lang) {
        (Some(code), _) => format!("{code} {}", course.name),
        (None, Lang::ZhTw) => format!("「{}」（無編碼）", course.name),
        (None, Lang::En) => format!("「{}」 (no code)", course.name),
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

fn key(key: &str, lang: Lang) -> &str {
    let (zh, en) = match key {
        "standard_as_of" => ("科目表日期", "standards as of"),
        "name" => ("名稱", "name"),
        "college" => ("學院", "college"),
        "department" => ("系所", "department"),
        "min_credits" => ("應修學分", "credits"),
        "table_credits" => ("學分欄學分", "credits by the table"),
        "own_department_only" => ("只含本系課程", "own department's courses only"),
        "taught_in_english" => ("全英語授課", "taught in English"),
        "plan_url" => ("規劃書網址", "address of the plan"),
        "credits" => ("學分", "credits"),
        "unit" => ("開課單位", "unit"),
        "stages" => ("階段數", "stages"),
        "first_monday" => ("第 1 週星期一", "first Monday"),
        "registration" => ("登記修讀", "registration"),
        "preselection" => ("初選", "pre-selection"),
        "add_drop" => ("加退選", "add/drop"),
        "withdrawal" => ("撤選", "withdrawal"),
        "certificate" => ("申請證書", "certificate weeks"),
        "final_exam" => ("期末考", "final examinations"),
        "break_start" => ("放假開始", "break"),
        "as_of" => ("資料日期", "as of"),
        "source" => ("來源", "source"),
        other => (other, other),
    };
    lang.pick(zh, en)
}
