//! Everything recorded, by semester, newest first: each attempt with its grade and status, to be changed or removed.

use kuayu::sorting;
use std::collections::HashMap;

use kuayu::i18n::{self, names, units};
use kuayu::saved::Document;
use kuayu::term::Term;
use kuayu::transcript::{Completion, Record};
use leptos::prelude::*;

use crate::ui::components::{Icon, about, half_select, icon, record_name, status_select};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, halves};

/// The list.
pub fn mine(app: AppState) -> AnyView {
    let words = i18n::Courses::of(app.lang.get_untracked());
    let terms = Memo::new(move |_| app.derived.records.with(|records| terms(records)));
    let list = move || {
        if terms.with(Vec::is_empty) {
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
            view! { <For each=move || terms.get() key=|term| *term children=move |term| section(app, term)/> }
                .into_any()
        };
        view! { {untrack(sections)}{remove_all(app)} }.into_any()
    };
    let empty = Memo::new(move |_| terms.with(Vec::is_empty));
    let list = live(move || {
        // Read, not only tracked: a memo that nobody reads never tells of a change.
        empty.get();
        untrack(list)
    });
    view! { <div class="mine">{list}</div> }.into_any()
}

/// Terms that occur, newest first, those without one at the end.
fn terms(records: &[Record]) -> Vec<Option<Term>> {
    let mut terms: Vec<Option<Term>> = records.iter().map(|record| record.term).collect();
    sorting::sort_by(&mut terms, |a, b| b.cmp(a));
    terms.dedup();
    terms
}

/// What tells attempts apart for as long as they stand in the list, whatever is changed about them.
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

fn section(app: AppState, term: Option<Term>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Courses::of(lang);
    let title = term.map_or_else(|| words.no_term.to_owned(), |term| units::term(lang, term));
    let rows = move || {
        app.derived.records.with(|records| {
            let keys = keys(records);
            let here = keys.into_iter().zip(records.iter()).filter(|(_, record)| record.term == term);
            here.map(|(key, _)| key).collect::<Vec<_>>()
        })
    };
    let sum = live(move || {
        app.derived.records.with(|records| {
            let credits = records.iter().filter(|record| record.term == term).filter_map(|record| record.credits).sum();
            units::credits(lang, credits)
        })
    });
    view! {
        <section class="card">
            <header class="card-head"><h2>{title}</h2><span class="note num">{sum}</span></header>
            <ul class="course-list"><For each=rows key=Clone::clone children=move |key| row(app, key)/></ul>
        </section>
    }
    .into_any()
}

fn row(app: AppState, key: String) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::App::of(lang);
    let wanted = key.clone();
    let record = Memo::new(move |_| {
        app.derived.records.with(|records| {
            let at = keys(records).iter().position(|key| *key == wanted)?;
            records.get(at).cloned()
        })
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
    let remove_label = format!("{}: {name}", words.remove);
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
    view! { <button class="quiet remove-all" on:click=act>{icon(Icon::Trash)}{words.remove_all}</button> }.into_any()
}
