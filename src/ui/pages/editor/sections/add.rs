//! A new row: a course of a program, a restriction, or a row of a table.

use kuayu::i18n;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::asking;
use super::super::data::{Editing, View};
use super::places;
use crate::ui::components::{Icon, icon};
use crate::ui::state::AppState;

/// What adds a row to the section.
pub fn add(app: AppState, editing: Editing, section: usize, table: &str) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let after = places(&editing, section).last().copied();
    let table = table.to_owned();
    let View::Program { edition, program } = editing.view.get_untracked() else {
        let add =
            move |_| asking::edit(app, &editing, json!({"do": "add", "table": table, "after": after, "cells": []}));
        return view! { <button class="button" on:click=add>{icon(Icon::Plus)}{words.add_row}</button> }.into_any();
    };
    let choices = |key: &str| {
        let of = |one: &super::super::data::Section| {
            one.columns.iter().find(|column| column.key == key).map(|column| column.choices.clone())
        };
        untrack(|| editing.with_section(section, of)).flatten().unwrap_or_default()
    };
    let is_course = table == "listings";
    let (key, label) = if is_course { ("category", words.category) } else { ("kind", words.kind) };
    let options: Vec<AnyView> = choices(key)
        .into_iter()
        .map(|word| view! { <option value=word.clone()>{word.clone()}</option> }.into_any())
        .collect();
    let (chosen, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut cells: Vec<Value> = vec![json!(["edition", edition]), json!(["program", program])];
        cells.push(json!([key, chosen.get_untracked()]));
        if is_course {
            cells.push(json!(["code", code.get_untracked().trim().to_uppercase()]));
        }
        if !(is_course && code.get_untracked().trim().is_empty()) && (is_course || !chosen.get_untracked().is_empty()) {
            asking::edit(app, &editing, json!({"do": "add", "table": table, "after": after, "cells": cells}));
        }
    };
    let id = format!("add-{}", if is_course { "course" } else { "restriction" });
    let coded = is_course.then(|| {
        view! {
            <label class="field"><span>{words.course_code}</span>
                <input class="input" id="add-code" autocomplete="off" on:input=move |event| code.set(event_target_value(&event))/></label>
        }
    });
    view! {
        <form class="office-filters" id=id on:submit=add>
            {coded}
            <label class="field"><span>{label}</span>
                <select on:change=move |event| chosen.set(event_target_value(&event))><option value="">{words.choose}</option>{options}</select></label>
            <button class="button">{icon(Icon::Plus)}{if is_course { words.add_course } else { words.add_restriction }}</button>
        </form>
    }
    .into_any()
}
