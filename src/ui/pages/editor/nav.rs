//! What there is to edit: the programs of an edition, and all tables.

use kuayu::i18n;
use leptos::prelude::*;

use super::asking;
use super::data::{Editing, ProgramOf, TableOf, View};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The list on the left.
pub fn nav(app: AppState, editing: Editing) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let edition = {
        let editing = editing.clone();
        Memo::new(move |_| {
            let newest = |editions: &[(String, String)]| editions.iter().map(|(id, _)| id.clone()).max();
            editing.edition.get().or_else(|| editing.shown.with(|shown| newest(&shown.editions)))
        })
    };
    let editions = {
        let editing = editing.clone();
        let known = Memo::new({
            let editing = editing.clone();
            move |_| editing.shown.with(|shown| shown.editions.clone())
        });
        live(move || {
            let options: Vec<AnyView> = known
                .get()
                .into_iter()
                .map(|(id, title)| {
                    let selected = edition.get_untracked().as_ref() == Some(&id);
                    view! { <option value=id selected=selected>{title}</option> }.into_any()
                })
                .collect();
            let editing = editing.clone();
            let choose = move |event| editing.edition.set(Some(event_target_value(&event)));
            view! {
                <label class="field"><span>{words.edition}</span>
                    <select id="editor-edition" on:change=choose>{options}</select></label>
            }
        })
    };
    let search = {
        let editing = editing.clone();
        move |event| editing.search.set(event_target_value(&event))
    };
    let programs = {
        let editing = editing.clone();
        Memo::new(move |_| {
            let (edition, text) = (edition.get().unwrap_or_default(), editing.search.get().trim().to_lowercase());
            let fits = |one: &&ProgramOf| {
                one.edition == edition && format!("{} {}", one.code, one.name).to_lowercase().contains(&text)
            };
            editing.shown.with(|shown| shown.programs.iter().filter(fits).cloned().collect::<Vec<_>>())
        })
    };
    let tables = {
        let editing = editing.clone();
        Memo::new(move |_| editing.shown.with(|shown| shown.tables.clone()))
    };
    let (of_program, of_table) = (editing.clone(), editing.clone());
    let programs =
        live(move || programs.get().iter().map(|one| program(app, of_program.clone(), one)).collect::<Vec<_>>());
    let tables = live(move || tables.get().iter().map(|one| table(app, of_table.clone(), one)).collect::<Vec<_>>());
    let text = editing.search.get_untracked();
    view! {
        <nav class="card editor-nav" aria-label=words.title>
            <h2>{words.programs}</h2>
            {editions}
            <label class="field"><span>{words.find_program}</span>
                <input class="input" id="editor-search" type="search" autocomplete="off" prop:value=text on:input=search/></label>
            <ul class="editor-list" id="editor-programs">{programs}</ul>
            <h2>{words.tables}</h2>
            <ul class="editor-list" id="editor-tables">{tables}</ul>
        </nav>
    }
    .into_any()
}

fn entry(app: AppState, editing: Editing, view: View, text: AnyView, problems: usize, touched: bool) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let now = editing.view.clone();
    let mine = view.clone();
    let is_mine = Memo::new(move |_| now.with(|now| now.is_of_same(&mine)));
    let badge = (problems > 0).then(|| view! { <span class="tag tag-bad num">{problems}</span> });
    let mark = touched.then(|| view! { <span class="tag tag-coming">{words.is_new}</span> });
    view! {
        <li><button class="editor-entry" aria-current=move || is_mine.get().then_some("true")
            on:click=move |_| asking::look(app, &editing, view.clone())>{text}{mark}{badge}</button></li>
    }
    .into_any()
}

fn program(app: AppState, editing: Editing, one: &ProgramOf) -> AnyView {
    let view = View::Program { edition: one.edition.clone(), program: one.code.clone() };
    let (code, name) = (one.code.clone(), one.name.clone());
    let text =
        view! { <span><span class="num">{code}</span>" "<span lang="zh-Hant-TW">{name}</span></span> }.into_any();
    entry(app, editing, view, text, one.problems, false)
}

fn table(app: AppState, editing: Editing, one: &TableOf) -> AnyView {
    let view = View::Table { table: one.table.clone(), text: String::new(), from: 0 };
    let (title, rows) = (one.title.clone(), one.rows);
    let text = view! { <span>{title}" "<span class="note num">{rows}</span></span> }.into_any();
    entry(app, editing, view, text, one.problems, one.touched)
}
