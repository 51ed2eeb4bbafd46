//! The rows of a source under review, each with what storing would do to it, a tick and a status.

use kuayu::i18n::{self, Lang, names};
use kuayu::import::{Change, GroupOf, Row, RowGroup};
use leptos::prelude::*;
use std::ops::Range;

use super::{Outcomes, issues, which};
use crate::platform;
use crate::ui::components::{about, course_name, half_select, status_select};
use crate::ui::live::live;
use crate::ui::state::{AppState, Source, halves};

/// So many rows are drawn unasked. A transcript has some 60; a list of thousands would freeze a phone.
const FIRST: usize = 200;
/// So many of them at once, with the rest of their group; the others when these are painted.
const AT_ONCE: usize = 20;
/// When these are painted: after the review has come into view. Milliseconds.
const AFTER_PAINT: i32 = 30;
/// A group that is longer than this is cut.
const AT_ONCE_MOST: usize = 60;

/// The rows.
pub fn rows(app: AppState, id: u32, outcomes: Outcomes) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let count = app.importing.look(id, |source| source.import.rows.len()).unwrap_or_default();
    if count == 0 {
        return ().into_any();
    }
    let contradicts = untrack(|| {
        let of =
            |source: &Source| source.import.rows.iter().map(|row| misnamed(app, row).is_some()).collect::<Vec<bool>>();
        app.importing.look(id, of).unwrap_or_default()
    });
    // The semesters of a paste change with the newest one.
    let groups = Memo::new(move |_| {
        let of = |source: &Source| source.import.groups(&|at| contradicts.get(at) == Some(&true));
        app.importing.look(id, of).unwrap_or_default()
    });
    let all = RwSignal::new(false);
    let painted = RwSignal::new(false);
    platform::after(AFTER_PAINT, move || {
        painted.try_set(true);
    });
    let first = live(move || groups.with(|groups| part(app, id, outcomes, groups, 0..at_once(groups))));
    let others = live(move || {
        painted.get().then(|| groups.with(|groups| part(app, id, outcomes, groups, at_once(groups)..FIRST)))
    });
    let rest = live(move || {
        if count <= FIRST {
            return None;
        }
        let show = move |_| all.set(true);
        let more = i18n::importing::more(lang, count - FIRST);
        Some(if all.get() {
            groups.with(|groups| part(app, id, outcomes, groups, FIRST..count)).into_any()
        } else {
            view! { <p class="note">{more}</p><button class="button" on:click=show>{words.show_all}</button> }
                .into_any()
        })
    });
    view! { {first}{others}{rest} }.into_any()
}

/// How many rows are drawn at once: whole groups, where they are not too long.
fn at_once(groups: &[RowGroup]) -> usize {
    let mut rows = 0;
    for group in groups {
        rows += group.rows.len();
        if rows >= AT_ONCE {
            break;
        }
    }
    rows.min(AT_ONCE_MOST)
}

/// The rows at these places of all groups, each group under its heading.
fn part(app: AppState, id: u32, outcomes: Outcomes, groups: &[RowGroup], places: Range<usize>) -> Vec<AnyView> {
    let mut before = 0;
    let mut drawn = Vec::new();
    for group in groups {
        let skip = places.start.saturating_sub(before);
        let take = places.end.saturating_sub(before.max(places.start));
        before += group.rows.len();
        let here = group.rows.iter().skip(skip).take(take);
        if here.len() > 0 {
            let rows = |source: &Source| {
                here.filter_map(|at| Some(line(app, source, *at, source.import.rows.get(*at)?, outcomes)))
                    .collect::<Vec<_>>()
            };
            let rows = untrack(|| app.importing.look(id, rows));
            drawn.push(heading(app, id, group, skip > 0));
            let of = if group.of == GroupOf::Doubts { "doubts" } else { "term" };
            drawn.push(view! { <ul class="course-list" data-group=of>{rows}</ul> }.into_any());
        }
    }
    drawn
}

/// What the rows of a group have in common, how many they are, and a tick for all of them.
fn heading(app: AppState, id: u32, group: &RowGroup, goes_on: bool) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let title = match group.of {
        GroupOf::Doubts => words.doubtful.to_owned(),
        GroupOf::Term(Some(term)) => term.to_string(),
        GroupOf::Term(None) => words.no_term.to_owned(),
    };
    let count = i18n::units::courses(lang, group.rows.len());
    if goes_on {
        return view! { <h4 class="row-group">{title}</h4> }.into_any();
    }
    let rows = StoredValue::new(group.rows.clone());
    let kept = Memo::new(move |_| rows.with_value(|rows| rows.iter().all(|at| app.importing.choice(id, *at).keep)));
    let choose = move |event| {
        let keep = event_target_checked(&event);
        rows.with_value(|rows| app.importing.keep(id, rows, keep));
    };
    let label = i18n::importing::keep_all(lang, &title);
    // The first row is no other group's.
    let all = format!("all-{id}-{}", group.rows.first().copied().unwrap_or_default());
    view! {
        <div class="row-group">
            <input type="checkbox" id=all.clone() aria-label=label prop:checked=move || kept.get() on:change=choose/>
            <h4><label for=all>{title}</label></h4>
            <span class="note num">{count}</span>
        </div>
    }
    .into_any()
}

fn line(app: AppState, source: &Source, at: usize, row: &Row, outcomes: Outcomes) -> AnyView {
    let lang = app.lang.get_untracked();
    let id = source.id;
    let record = &row.record;
    let name = if record.name.is_empty() { record.code.clone().unwrap_or_default() } else { record.name.clone() };
    let about = about(lang, record.code.as_deref(), record.credits);
    let words = i18n::Importing::of(lang);
    let grade = record.grade.to_string();
    let graded = (!grade.is_empty()).then(|| view! { <span class="visually-hidden">{words.grade}</span> });
    let doubts = issues::doubts(lang, source, row.line);
    let misnamed = misnamed(app, row).map(|text| view! { <p class="course-note">{text}</p> }.into_any());
    let contradictions = which::which(app, source, at, row);
    let choice = Memo::new(move |_| app.importing.choice(id, at));
    let term = Memo::new(move |_| {
        app.importing.look(id, |source| source.import.rows.get(at).and_then(|row| row.record.term)).flatten()
    });
    let term = live(move || term.get().map(|term| format!(" · {term}")));
    let change = move || outcomes.with(|outcomes| outcome(lang, outcomes, id, at));
    let keep = move || choice.get().keep;
    let tick = move |event| {
        let keep = event_target_checked(&event);
        app.importing.choose(id, at, |choice| choice.keep = keep);
    };
    let choose = move |status| app.importing.choose(id, at, |choice| choice.status = status);
    let code = record.code.as_deref();
    let called = names::course(lang, code, &name);
    let label = i18n::courses::status_of(lang, &called);
    // Asked only where the source does not say; what it says is shown, and can be changed among the courses.
    let said = record.stage;
    let shown = course_name(lang, code, &name, halves::half(app, code, &name, said));
    let parts = if said.is_only() { halves::parts(app, code, &record.name) } else { 1 };
    let choose_half = move |stage| app.importing.choose(id, at, |choice| choice.stage = stage);
    let which = half_select(lang, i18n::halves::which(lang, &called), parts, move || choice.get().stage, choose_half);
    view! {
        <li class="course taken" class:left-out=move || !keep()>
            <label class="course-main">
                <input type="checkbox" prop:checked=keep on:change=tick/>
                <span class="course-text">
                    {shown}
                    <span class="course-about num"><span>{about}{term}</span><b>{graded}{grade}</b>{change}</span>
                </span>
            </label>
            {which}
            {status_select(lang, label, move || choice.get().status, choose)}
            {doubts}{misnamed}{contradictions}
        </li>
    }
    .into_any()
}

/// What is said where the code is a course's that the row does not name.
fn misnamed(app: AppState, row: &Row) -> Option<String> {
    let catalog = app.derived.catalog.get_untracked()?;
    let known = catalog.misnamed(row.record.code.as_deref()?, &row.record.name)?;
    Some(i18n::importing::misnamed(app.lang.get_untracked(), known))
}

fn outcome(lang: Lang, outcomes: &[super::Outcome], id: u32, row: usize) -> Option<AnyView> {
    let words = i18n::Importing::of(lang);
    let outcome = outcomes.iter().find(|outcome| outcome.id == id)?;
    let place = outcome.places.get(row).copied().flatten()?;
    let (word, class) = match outcome.merge.changes.get(place)? {
        Change::Added { .. } => (words.change_added, "tag tag-met"),
        Change::Updated { .. } => (words.change_updated, "tag tag-coming"),
        Change::Unchanged { .. } => (words.change_unchanged, "tag"),
        Change::Kept { .. } => (words.change_kept, "tag tag-ask"),
    };
    Some(view! { <span class=class>{word}</span> }.into_any())
}
