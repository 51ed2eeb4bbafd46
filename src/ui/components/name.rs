//! Names of courses, and sentences with names in them: each part says which language it is in, so that it is read out
//! right and set in the right letters.

use kuayu::i18n::{self, Lang, names};
use kuayu::saved::{Document, PlannedCourse};
use kuayu::transcript::Record;
use leptos::prelude::*;

use crate::ui::state::{AppState, halves};

/// A course by name: in English the English one first, where there is one, and the Chinese one beside it. `more` stands
/// behind the name, for example which half of a year course it is.
pub fn course_name(lang: Lang, code: Option<&str>, name: &str, more: String) -> AnyView {
    let more = spoken(lang, &more);
    let Some(english) = names::before(lang, code, name) else {
        return view! { <span class="course-name"><span lang="zh-Hant-TW">{name.to_owned()}</span>{more}</span> }
            .into_any();
    };
    let mark = english.translated.then(|| {
        let words = i18n::App::of(lang);
        view! { <abbr title=words.translated_why>{words.translated}</abbr>" " }
    });
    view! {
        <span class="course-name">
            {spoken(lang, &english.name)}" "{mark}<span class="beside" lang="zh-Hant-TW">{name.to_owned()}</span>{more}
        </span>
    }
    .into_any()
}

/// A record by name, with its half of a year course.
pub fn record_name(app: AppState, record: &Record) -> AnyView {
    let half = halves::half(app, record.code.as_deref(), &record.name, record.stage);
    course_name(app.lang.get_untracked(), record.code.as_deref(), &record.name, half)
}

/// A planned course by name, with its half.
pub fn planned_name(app: AppState, document: &Document, course: &PlannedCourse) -> AnyView {
    let half = halves::planned_half(app, document, course);
    course_name(app.lang.get_untracked(), course.code.as_deref(), &course.name, half)
}

/// A text whose Chinese parts, where the page is English, say that they are. A date in it stays in one line.
pub fn spoken(lang: Lang, text: &str) -> AnyView {
    if lang == Lang::ZhTw || text.is_ascii() {
        return whole_dates(text);
    }
    let mut parts: Vec<AnyView> = Vec::new();
    let mut rest = text;
    while let Some(from) = rest.find(is_chinese) {
        let (before, after) = rest.split_at(from);
        // Up to the last Chinese letter before a space, and the bracket that belongs to it: 測量學(一) is one name.
        let word = after.split(' ').next().unwrap_or(after);
        let end = word.char_indices().rfind(|(_, c)| is_chinese(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let closed = word.get(..end).is_some_and(|name| name.contains('('))
            && word.get(end..).is_some_and(|rest| rest.starts_with(')'));
        let (name, behind) = after.split_at(end + usize::from(closed));
        parts.push(whole_dates(before));
        parts.push(view! { <span lang="zh-Hant-TW">{name.to_owned()}</span> }.into_any());
        rest = behind;
    }
    parts.push(whole_dates(rest));
    // One box, wherever it stands: in a row of boxes each part would become one.
    view! { <span>{parts}</span> }.into_any()
}

/// A text in which no line ends within a date such as 2026-11-30; one box where it has one.
fn whole_dates(text: &str) -> AnyView {
    let is_date = |at: usize| {
        let form = "dddd-dd-dd".bytes();
        let here = text.get(at..at + 10).map(str::bytes);
        here.is_some_and(|here| here.zip(form).all(|(c, f)| if f == b'd' { c.is_ascii_digit() } else { c == f }))
    };
    let mut parts: Vec<AnyView> = Vec::new();
    let mut from = 0;
    for at in text.char_indices().map(|(at, _)| at).filter(|at| is_date(*at)) {
        let Some((before, date)) = text.get(from..at).zip(text.get(at..at + 10)) else { continue };
        parts.push(before.to_owned().into_any());
        parts.push(view! { <span class="whole">{date.to_owned()}</span> }.into_any());
        from = at + 10;
    }
    let rest = text.get(from..).unwrap_or_default().to_owned();
    if parts.is_empty() {
        return rest.into_any();
    }
    parts.push(rest.into_any());
    view! { <span>{parts}</span> }.into_any()
}

/// A Chinese character, or a mark that only Chinese is written with.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}
