//! One cell: what is typed or chosen in it.

use kuayu::i18n::{self, editor as words_of, units};
use leptos::prelude::*;

use super::asking;
use super::data::{Column, Editing, Takes};
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// Where a cell is.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The section's place among those that are shown.
    pub section: usize,
    /// The table.
    pub table: String,
    /// The row's number in the table.
    pub at: usize,
    /// The column's number.
    pub column: usize,
}

/// The cell with the way to change it. What it shows follows what there is, without being drawn anew under the hands of
/// whoever types in the next one.
pub fn cell(app: AppState, editing: Editing, place: Place, column: &Column) -> AnyView {
    let lang = app.lang.get_untracked();
    let Place { section, table, at, column: number } = place;
    let text = {
        let editing = editing.clone();
        let read = move || editing.with_row(section, at, |row| row.cells.get(number).cloned());
        Memo::new(move |_| read().flatten().unwrap_or_default())
    };
    let key = column.key.clone();
    let put = {
        let (table, key) = (table.clone(), key.clone());
        move |value: &str| {
            if text.get_untracked() != value {
                asking::put(app, &editing, &table, at, &key, value);
            }
        }
    };
    let label = words_of::cell(lang, &column.heading, at + 2);
    let id = format!("{table}-{at}-{key}");
    let typed = {
        let put = put.clone();
        move |event: leptos::ev::Event| put(&event_target_value(&event))
    };
    match column.takes {
        Takes::Flag => {
            let yes = column.choices.first().cloned().unwrap_or_default();
            let ticked = move |event: leptos::ev::Event| put(if event_target_checked(&event) { &yes } else { "" });
            view! {
                <input type="checkbox" id=id aria-label=label prop:checked=move || !text.get().is_empty() on:change=ticked/>
            }
            .into_any()
        }
        Takes::One => one(id, label, text, column.choices.clone(), typed),
        Takes::Several => several(app, id, label, text, column.choices.clone(), put),
        Takes::Lines => view! {
            <textarea class="input" id=id aria-label=label rows="3" prop:value=move || text.get() on:change=typed></textarea>
        }
        .into_any(),
        Takes::Date | Takes::Number | Takes::Text => {
            let (mode, hint) = match column.takes {
                Takes::Number => (Some("decimal"), None),
                Takes::Date => (Some("numeric"), Some("2026-09-01")),
                _ => (None, None),
            };
            view! {
                <input class="input" id=id aria-label=label autocomplete="off" inputmode=mode placeholder=hint
                    prop:value=move || text.get() on:change=typed/>
            }
            .into_any()
        }
    }
}

/// A choice. What stands there and is none of the choices stays, and can be seen.
fn one(
    id: String,
    label: String,
    text: Memo<String>,
    choices: Vec<String>,
    typed: impl Fn(leptos::ev::Event) + Send + 'static,
) -> AnyView {
    let odd = {
        let choices = choices.clone();
        Memo::new(move |_| text.with(|text| (!text.is_empty() && !choices.contains(text)).then(|| text.clone())))
    };
    let option = move |word: String| {
        let (of, value) = (word.clone(), word.clone());
        // A property of each option: a choice set before the options stand would be lost.
        view! { <option value=value prop:selected=move || text.with(|text| *text == of)>{word}</option> }.into_any()
    };
    let other = live(move || odd.get().map(option));
    let options: Vec<AnyView> = choices.into_iter().map(option).collect();
    view! {
        <select id=id aria-label=label on:change=typed>
            <option value="" prop:selected=move || text.with(String::is_empty)></option>{other}{options}
        </select>
    }
    .into_any()
}

/// Several words with semicolons between them: typed, or added from the choices.
fn several(
    app: AppState,
    id: String,
    label: String,
    text: Memo<String>,
    choices: Vec<String>,
    put: impl Fn(&str) + Clone + Send + 'static,
) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Editor::of(lang);
    let options: Vec<AnyView> =
        choices.iter().map(|word| view! { <option value=word.clone()>{word.clone()}</option> }.into_any()).collect();
    let typed = {
        let put = put.clone();
        move |event: leptos::ev::Event| put(&event_target_value(&event))
    };
    // Arrow keys choose one after the other on the way to what is meant: only the button adds.
    let chosen = RwSignal::new(String::new());
    let add = move |_| {
        let word = chosen.get_untracked();
        let before = text.get_untracked();
        if !word.is_empty() && !before.split(';').any(|known| known.trim() == word) {
            app.said.set(units::of(lang, words.added_to_list, &word));
            put(&if before.is_empty() { word } else { format!("{before}; {word}") });
        }
        chosen.set(String::new());
    };
    let choice = units::of(lang, &label, words.choose);
    let adds = units::of(lang, words.add_to_list, &label);
    view! {
        <span class="editor-several">
            <input class="input" id=id aria-label=label autocomplete="off" placeholder=words.list_hint prop:value=move || text.get() on:change=typed/>
            <select aria-label=choice prop:value=move || chosen.get() on:change=move |event| chosen.set(event_target_value(&event))>
                <option value="">{words.choose}</option>{options}
            </select>
            <button class="button small" aria-label=adds on:click=add>{icon(Icon::Plus)}{words.add_to_list}</button>
        </span>
    }
    .into_any()
}
