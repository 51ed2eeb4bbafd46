//! Rows as a spreadsheet shows them.

use kuayu::i18n;
use leptos::prelude::*;
use serde_json::json;

use super::super::asking;
use super::super::cell::{Place, cell};
use super::super::data::{Column, Editing, View};
use super::{add, pages, places, wrong};
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The columns of a program's courses that are shown at first; the others say little and seldom.
const FIRST: [&str; 5] = ["category", "code", "name", "required", "online"];

/// The section as a grid.
pub fn grid(app: AppState, editing: Editing, section: usize) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let known =
        untrack(|| editing.with_section(section, |one| (one.table.clone(), one.title.clone(), one.columns.clone())));
    let Some((table, title, columns)) = known else { return ().into_any() };
    let of_program = matches!(editing.view.get_untracked(), View::Program { .. });
    let every = RwSignal::new(!of_program);
    let shown: Vec<(usize, Column)> = columns
        .into_iter()
        .enumerate()
        .filter(|(_, column)| !(of_program && matches!(column.key.as_str(), "edition" | "program")))
        .collect();
    let rows = places(&editing, section);
    let none = rows.is_empty().then(|| view! { <p class="note">{words.no_rows}</p> });
    let body = {
        let (editing, table) = (editing.clone(), table.clone());
        live(move || {
            let every = every.get();
            let shown: Vec<(usize, Column)> =
                shown.iter().filter(|(_, column)| every || FIRST.contains(&column.key.as_str())).cloned().collect();
            let heads: Vec<AnyView> =
                shown.iter().map(|(_, one)| view! { <th scope="col">{one.heading.clone()}</th> }.into_any()).collect();
            let rows: Vec<AnyView> =
                rows.iter().map(|at| row(app, editing.clone(), (section, &table), *at, &shown)).collect();
            view! {
                <div class="office-table editor-grid" tabindex="0"><table>
                    <thead><tr>{heads}<th></th></tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
            }
        })
    };
    let all = of_program.then(|| {
        view! {
            <label class="choice"><input type="checkbox" on:change=move |event| every.set(event_target_checked(&event))/>
                <span>{words.all_columns}</span></label>
        }
    });
    let id = format!("section-{table}");
    view! {
        <section class="card" id=id>
            <h2>{title}</h2>
            {pages(app, &editing, section)}
            {none}
            {body}
            {all}
            {add::add(app, editing, section, &table)}
        </section>
    }
    .into_any()
}

fn row(
    app: AppState,
    editing: Editing,
    (section, table): (usize, &str),
    at: usize,
    columns: &[(usize, Column)],
) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let cells: Vec<AnyView> = columns
        .iter()
        .map(|(column, of)| {
            let place = Place { section, table: table.to_owned(), at, column: *column };
            let class = format!("editor-{}", of.key.split('.').next().unwrap_or_default());
            view! { <td class=class>{cell(app, editing.clone(), place, of)}</td> }.into_any()
        })
        .collect();
    let (marked, ends, edits) = (editing.clone(), editing.clone(), editing.clone());
    let is_new = Memo::new(move |_| marked.with_row(section, at, |row| row.is_new).unwrap_or_default());
    let table = table.to_owned();
    let remove = move |_| asking::edit(app, &edits, json!({"do": "remove", "table": table, "row": at}));
    view! {
        <tr class:editor-new=move || is_new.get()>
            {cells}
            <td><button class="quiet icon-only" aria-label=words.remove title=words.remove on:click=remove>{icon(Icon::Trash)}</button>
                {wrong(ends, section, at)}</td>
        </tr>
    }
    .into_any()
}
