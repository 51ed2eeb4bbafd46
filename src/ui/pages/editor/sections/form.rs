//! Rows as forms: a program, and restrictions with what their kind has.

use kuayu::i18n;
use leptos::prelude::*;
use serde_json::json;

use super::super::asking;
use super::super::cell::{Place, cell};
use super::super::data::{Column, Editing};
use super::{add, places, wrong};
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// A program's own row.
pub fn program(app: AppState, editing: Editing, section: usize) -> AnyView {
    let known = untrack(|| {
        editing
            .with_section(section, |one| (one.table.clone(), one.columns.clone(), one.rows.first().map(|row| row.at)))
    });
    let Some((table, columns, Some(at))) = known else { return ().into_any() };
    let name = {
        let editing = editing.clone();
        let of = move |key: &str| {
            let at_column =
                editing.with_section(section, |one| one.columns.iter().position(|column| column.key == key));
            let cell = editing.with_row(section, at, |row| row.cells.get(at_column.flatten()?).cloned());
            cell.flatten().unwrap_or_default()
        };
        Memo::new(move |_| (of("edition"), of("code"), of("name")))
    };
    let title = live(move || {
        let (edition, code, name) = name.get();
        view! { <h2><span class="num">{edition}" "{code}</span>" "<span lang="zh-Hant-TW">{name}</span></h2> }
    });
    let fields: Vec<(usize, Column)> =
        columns.into_iter().enumerate().filter(|(_, column)| column.key != "edition").collect();
    let fields = all_fields(app, &editing, (section, &table), at, &fields);
    view! {
        <section class="card" id="section-programs">
            {title}
            {wrong(editing, section, at)}
            <div class="editor-form">{fields}</div>
        </section>
    }
    .into_any()
}

fn all_fields(
    app: AppState,
    editing: &Editing,
    (section, table): (usize, &str),
    at: usize,
    columns: &[(usize, Column)],
) -> Vec<AnyView> {
    let field = |(column, of): &(usize, Column)| {
        let place = Place { section, table: table.to_owned(), at, column: *column };
        view! {
            <div class="field"><span aria-hidden="true">{of.heading.clone()}</span>{cell(app, editing.clone(), place, of)}</div>
        }
        .into_any()
    };
    columns.iter().map(field).collect()
}

/// A program's restrictions: each a sentence, with a form behind it.
pub fn restrictions(app: AppState, editing: Editing, section: usize) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let known = untrack(|| editing.with_section(section, |one| (one.table.clone(), one.title.clone())));
    let Some((table, title)) = known else { return ().into_any() };
    let rows = places(&editing, section);
    let none = rows.is_empty().then(|| view! { <p class="note">{words.no_rows}</p> });
    let rows: Vec<AnyView> = rows.into_iter().map(|at| restriction(app, editing.clone(), section, at)).collect();
    view! {
        <section class="card" id="section-restrictions">
            <h2>{title}</h2>
            {none}
            <ol class="editor-rules">{rows}</ol>
            {add::add(app, editing, section, &table)}
        </section>
    }
    .into_any()
}

fn restriction(app: AppState, editing: Editing, section: usize, at: usize) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let said = {
        let editing = editing.clone();
        // While the tables cannot be read, its kind stands for the sentence.
        let said = move || {
            let kind = editing.with_section(section, |one| one.columns.iter().position(|column| column.key == "kind"));
            editing.with_row(section, at, |row| {
                let kind = kind.flatten().and_then(|at| row.cells.get(at)).cloned();
                (row.sentence.clone().or(kind).unwrap_or_default(), row.is_new)
            })
        };
        Memo::new(move |_| said().unwrap_or_default())
    };
    let fields = {
        let editing = editing.clone();
        Memo::new(move |_| editing.with_row(section, at, |row| row.fields.clone()).unwrap_or_default())
    };
    // One that has just been added is to be filled in.
    let open = RwSignal::new(untrack(|| said.with(|(sentence, is_new)| *is_new && sentence.is_empty())));
    let every = RwSignal::new(false);
    let form = {
        let editing = editing.clone();
        live(move || {
            if !open.get() {
                return None;
            }
            let (fields, every_one) = (fields.get(), every.get());
            let columns = untrack(|| editing.with_section(section, |one| one.columns.clone())).unwrap_or_default();
            let wanted = |(at, column): &(usize, Column)| {
                !matches!(column.key.as_str(), "edition" | "program")
                    && (every_one || fields.is_empty() || fields.contains(at))
            };
            let columns: Vec<(usize, Column)> = columns.into_iter().enumerate().filter(wanted).collect();
            let fields = all_fields(app, &editing, (section, "restrictions"), at, &columns);
            Some(view! {
                <div class="editor-form">{fields}</div>
                <label class="choice"><input type="checkbox" prop:checked=every_one on:change=move |event| every.set(event_target_checked(&event))/>
                    <span>{words.all_columns}</span></label>
            })
        })
    };
    let edits = editing.clone();
    let remove = move |_| asking::edit(app, &edits, json!({"do": "remove", "table": "restrictions", "row": at}));
    let label = move || if open.get() { words.done } else { words.change };
    view! {
        <li class:editor-new=move || said.with(|(_, is_new)| *is_new)>
            <p>{move || said.with(|(sentence, _)| sentence.clone())}</p>
            {wrong(editing, section, at)}
            {form}
            <div class="buttons">
                <button class="quiet" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>{label}</button>
                <button class="quiet" on:click=remove>{icon(Icon::Trash)}{words.remove}</button>
            </div>
        </li>
    }
    .into_any()
}
