//! What is edited: a program with its courses and restrictions, or a table.

mod add;
mod form;
mod grid;

use kuayu::i18n::{self, editor as words_of};
use leptos::prelude::*;

use super::asking;
use super::data::{Editing, Problem, Row, View};
use crate::platform::dom;
use crate::ui::live::live;
use crate::ui::state::AppState;

/// Rows of a table that are shown at once, as the worker counts them.
const AT_ONCE: usize = 50;

/// The sections of the present view.
pub fn sections(app: AppState, editing: Editing) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let drawn = {
        let editing = editing.clone();
        // Drawn anew where rows came or went, and not where only cells are others.
        Memo::new(move |_| {
            let tables =
                |shown: &super::data::Edited| shown.sections.iter().map(|one| one.table.clone()).collect::<Vec<_>>();
            (editing.shape.get(), editing.shown.with(|shown| tables(shown)))
        })
    };
    let before = StoredValue::new(editing.view.get_untracked());
    let whole = live(move || {
        let (_, tables) = drawn.get();
        let view = editing.view.get_untracked();
        if !before.with_value(|before| before.is_of_same(&view)) {
            before.set_value(view);
            // On a phone it stands below the list in which it was chosen.
            dom::bring_up("editor-main");
        }
        let editing = &editing;
        if tables.is_empty() {
            return vec![view! { <section class="card"><p id="editor-begin">{words.begin}</p></section> }.into_any()];
        }
        let one = |(section, table): (usize, String)| match (editing.view.get_untracked(), table.as_str()) {
            (View::Program { .. }, "programs") => form::program(app, editing.clone(), section),
            (View::Program { .. }, "restrictions") => form::restrictions(app, editing.clone(), section),
            _ => grid::grid(app, editing.clone(), section),
        };
        tables.into_iter().enumerate().map(one).collect::<Vec<_>>()
    });
    view! { <div class="editor-main" id="editor-main">{whole}</div> }.into_any()
}

/// The numbers of a section's rows, in their order.
fn places(editing: &Editing, section: usize) -> Vec<usize> {
    untrack(|| editing.with_section(section, |one| one.rows.iter().map(|row| row.at).collect())).unwrap_or_default()
}

/// What is wrong with a row, in words.
fn wrong(editing: Editing, section: usize, at: usize) -> AnyView {
    let problems =
        Memo::new(move |_| editing.with_row(section, at, |row: &Row| row.problems.clone()).unwrap_or_default());
    live(move || {
        problems
            .get()
            .into_iter()
            .map(|text| view! { <p class="editor-wrong">{text}</p> }.into_any())
            .collect::<Vec<_>>()
    })
}

/// The view in which a problem is mended.
pub fn view_of(problem: &Problem) -> View {
    match (&problem.program, problem.row) {
        (Some((edition, program)), _) => View::Program { edition: edition.clone(), program: program.clone() },
        (None, row) => View::Table {
            table: problem.table.clone(),
            text: String::new(),
            from: row.map_or(0, |row| row - row % AT_ONCE),
        },
    }
}

/// The search and the pages of a table.
fn pages(app: AppState, editing: &Editing, section: usize) -> Option<AnyView> {
    let View::Table { table, text, from } = editing.view.get_untracked() else { return None };
    let lang = app.lang.get_untracked();
    let words = i18n::Editor::of(lang);
    let all = untrack(|| editing.with_section(section, |one| one.all)).unwrap_or_default();
    let to = (from + AT_ONCE).min(all);
    let look = {
        let (editing, table) = (editing.clone(), table.clone());
        move |text: String, from: usize| asking::look(app, &editing, View::Table { table: table.clone(), text, from })
    };
    let search = {
        let look = look.clone();
        move |event| look(event_target_value(&event), 0)
    };
    let (back, next) = (look.clone(), look);
    let (of_back, of_next) = (text.clone(), text.clone());
    Some(
        view! {
            <div class="office-filters">
                <label class="field"><span>{words.find_row}</span>
                    <input class="input" id="find-row" type="search" autocomplete="off" prop:value=text on:change=search/></label>
                <p class="num" role="status">{words_of::rows(lang, from, to, all)}</p>
                <button class="button" prop:disabled=from == 0 on:click=move |_| back(of_back.clone(), from.saturating_sub(AT_ONCE))>{words.previous}</button>
                <button class="button" prop:disabled={to >= all} on:click=move |_| next(of_next.clone(), to)>{words.next}</button>
            </div>
        }
        .into_any(),
    )
}
