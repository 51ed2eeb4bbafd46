//! Everything recorded, by semester, newest first: each attempt with its grade and status, to be changed or removed.

use std::collections::HashMap;

use kuayu::credits::Credits;
use kuayu::i18n::{self, names, units};
use kuayu::saved::Document;
use kuayu::sorting;
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record};
use leptos::prelude::*;

use crate::ui::components::{AT_ONCE, Icon, about, half_select, icon, more, record_name, status_select};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, halves};

/// Everything recorded, as it is listed.
#[derive(Clone, Default, PartialEq)]
struct Listed {
    /// The semesters, newest first, those without one at the end.
    terms: Vec<TermOf>,
    /// Where among the records a course of the list is, by its key.
    at: HashMap<String, usize>,
}

/// One semester of the list.
#[derive(Clone, PartialEq)]
struct TermOf {
    term: Option<Term>,
    /// Of all its courses.
    credits: Credits,
    keys: Vec<String>,
}

/// The list.
pub fn mine(app: AppState) -> AnyView {
    let words = i18n::Courses::of(app.lang.get_untracked());
    let listed = Memo::new(move |_| app.derived.records.with(|records| listed(records)));
    let most = RwSignal::new(AT_ONCE);
    let all = Memo::new(move |_| listed.with(|listed| listed.at.len()));
    let drawn = Memo::new(move |_| listed.with(|listed| first(&listed.terms, most.get())));
    let list = move || {
        if listed.with(|listed| listed.terms.is_empty()) {
            return view! {
                <section class="empty">
                    {icon(Icon::Book)}
                    <h2>{words.empty}</h2>
                    <p>{words.empty_hint}</p>
                    <a class="button primary" href=Route::Import.hash()>{icon(Icon::Paste)}{words.import}</a>
                </section>
            }
            .into_any();
        }
        let sections = move || {
            let terms = move || drawn.with(|terms| terms.iter().map(|one| one.term).collect::<Vec<_>>());
            view! { <For each=terms key=|term| *term children=move |term| section(app, listed, drawn, term)/> }
                .into_any()
        };
        view! { {untrack(sections)}{more(app, all, most)}{remove_all(app)} }.into_any()
    };
    let empty = Memo::new(move |_| listed.with(|listed| listed.terms.is_empty()));
    let list = live(move || {
        // Read, not only tracked: a memo that nobody reads never tells of a change.
        empty.get();
        untrack(list)
    });
    view! { <div class="mine">{list}</div> }.into_any()
}

/// Lists records. Keys tell attempts apart for as long as they stand in the list, whatever is changed about them.
fn listed(records: &[Record]) -> Listed {
    let mut all = Listed::default();
    let mut terms: HashMap<Option<Term>, TermOf> = HashMap::new();
    for (at, key) in keys(records).into_iter().enumerate() {
        let Some(record) = records.get(at) else { continue };
        let new = || TermOf { term: record.term, credits: Credits::default(), keys: Vec::new() };
        let term = terms.entry(record.term).or_insert_with(new);
        term.credits += record.credits.unwrap_or_default();
        term.keys.push(key.clone());
        all.at.insert(key, at);
    }
    all.terms = terms.into_values().collect();
    sorting::sort_by(&mut all.terms, |a, b| b.term.cmp(&a.term));
    all
}

/// The first so many courses, under their semesters.
fn first(terms: &[TermOf], most: usize) -> Vec<TermOf> {
    let mut left = most;
    let mut some = Vec::new();
    for term in terms {
        if left == 0 {
            break;
        }
        let keys: Vec<String> = term.keys.iter().take(left).cloned().collect();
        left = left.saturating_sub(keys.len());
        some.push(TermOf { keys, ..term.clone() });
    }
    some
}

fn keys(records: &[Record]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let key = |record: &Record| {
        let id = record.identity().key();
        let key = format!("{id}/{}", record.term.map(|term| term.to_string()).unwrap_or_default());
        let n = seen.entry(key.clone()).or_default();
        *n += 1;
        format!("{key}/{n}")
    };
    records.iter().map(key).collect()
}

fn section(app: AppState, listed: Memo<Listed>, drawn: Memo<Vec<TermOf>>, term: Option<Term>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Courses::of(lang);
    let title = term.map_or_else(|| words.no_term.to_owned(), |term| units::term(lang, term));
    let of_term = move |drawn: &Vec<TermOf>| drawn.iter().find(|one| one.term == term).cloned();
    let rows = move || drawn.with(of_term).map(|one| one.keys).unwrap_or_default();
    let sum = live(move || units::credits(lang, drawn.with(of_term).map(|one| one.credits).unwrap_or_default()));
    view! {
        <section class="card">
            <header class="card-head"><h2>{title}</h2><span class="note num">{sum}</span></header>
            <ul class="course-list"><For each=rows key=Clone::clone children=move |key| row(app, listed, key)/></ul>
        </section>
    }
    .into_any()
}

fn row(app: AppState, listed: Memo<Listed>, key: String) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::App::of(lang);
    let wanted = key.clone();
    let record = Memo::new(move |_| {
        let at = listed.with(|listed| listed.at.get(&wanted).copied())?;
        app.derived.records.with(|records| records.get(at).cloned())
    });
    let key = StoredValue::new(key);
    let at = move |document: &Document| keys(&document.records).iter().position(|one| key.with_value(|key| key == one));
    let first = record.get_untracked().unwrap_or_default();
    let name = names::course(lang, first.code.as_deref(), &first.name);
    let shown = live(move || record.with(|record| record.as_ref().map(|one| record_name(app, one))));
    let remove = move |_| {
        let name = record.with_untracked(|record| record.as_ref().map(|one| halves::record_named(app, one)));
        let name = name.unwrap_or_default();
        app.saved.edit_with_undo(i18n::courses::removed(lang, &name), |document| {
            if let Some(at) = at(document) {
                document.records.remove(at);
            }
        });
    };
    let pass_mark = move || app.profile.with(|profile| profile.pass_mark());
    let status = move || {
        record.with(|record| record.as_ref().map_or(Completion::Passed, |record| record.completion(pass_mark())))
    };
    let choose = move |status| {
        app.saved.edit(|document| {
            if let Some(at) = at(document) {
                document.set_status_at(at, status);
            }
        });
    };
    let about = move || {
        record
            .with(|record| record.as_ref().map(|one| about(lang, one.code.as_deref(), one.credits)).unwrap_or_default())
    };
    let grade = live(move || {
        let grade = record.with(|record| record.as_ref().map(|record| record.grade.to_string())).unwrap_or_default();
        (!grade.is_empty()).then(|| view! { <span class="grade num">{grade}</span> })
    });
    // Built again when curricula arrive, not when the half is chosen: the keyboard stays at the choice.
    let code = first.code.clone();
    let known = Memo::new(move |_| halves::parts(app, code.as_deref(), &first.name));
    let half_name = i18n::halves::which(lang, &name);
    let half = live(move || {
        let stage = move || record.with(|record| record.as_ref().map(|record| record.stage).unwrap_or_default());
        let choose = move |stage| {
            app.saved.edit(|document| {
                if let Some(at) = at(document) {
                    document.set_stage_at(at, stage);
                }
            });
        };
        half_select(lang, half_name.clone(), known.get(), stage, choose)
    });
    let remove_label = units::of(lang, words.remove, &name);
    view! {
        <li class="course taken">
            <div class="course-main">
                <span class="course-text">
                    {shown}
                    <span class="course-about num">{about}{grade}</span>
                </span>
            </div>
            {half}
            {status_select(lang, i18n::courses::status_of(lang, &name), status, choose)}
            <button class="icon-button" aria-label=remove_label on:click=remove>{icon(Icon::Trash)}</button>
        </li>
    }
    .into_any()
}

fn remove_all(app: AppState) -> AnyView {
    let words = i18n::Courses::of(app.lang.get_untracked());
    let act = move |_| app.saved.edit_with_undo(words.removed_all, |document| document.records.clear());
    view! { <button class="quiet danger" on:click=act>{icon(Icon::Trash)}{words.remove_all}</button> }.into_any()
}
