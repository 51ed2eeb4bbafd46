//! What became of the files that came last, and what they leave to a person.

use kuayu::i18n;
use leptos::prelude::*;

use super::asking;
use super::data::{Editing, Question};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// What was taken or left, and the questions.
pub fn told(app: AppState, editing: Editing) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let shown = editing.shown.clone();
    let said = Memo::new(move |_| shown.with(|shown| (shown.told.clone(), shown.questions.clone())));
    let list = live(move || {
        let (told, questions) = said.get();
        if told.is_empty() && questions.is_empty() {
            return None;
        }
        let told: Vec<AnyView> = told.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
        let form = (!questions.is_empty()).then(|| form(app, editing.clone(), &questions));
        Some(
            view! { <section class="card" role="status" id="editor-told"><h2>{words.told}</h2><ul>{told}</ul>{form}</section> },
        )
    });
    view! { {list} }.into_any()
}

fn form(app: AppState, editing: Editing, questions: &[Question]) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let fields: Vec<AnyView> = questions.iter().map(|one| question(&editing, one)).collect();
    let act = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        asking::take_again(app, &editing);
    };
    view! {
        <form class="editor-questions" id="editor-questions" on:submit=act>
            {fields}
            <button class="button primary">{words.answer}</button>
        </form>
    }
    .into_any()
}

fn question(editing: &Editing, one: &Question) -> AnyView {
    let Question { id, text, choices, answer, preset } = one.clone();
    let answers = editing.answers.clone();
    let answered = answer.unwrap_or_else(|| preset.clone());
    if !answered.is_empty() {
        answers.update(|all| _ = all.insert(id.clone(), answered.clone()));
    }
    if choices.is_empty() {
        let typed = move |event| answers.update(|all| _ = all.insert(id.clone(), event_target_value(&event)));
        return view! {
            <label class="field"><span>{text}</span>
                <input class="input" autocomplete="off" prop:value=answered on:input=typed/></label>
        }
        .into_any();
    }
    // Few answers stand side by side, many in a list.
    if choices.len() > 4 {
        let options: Vec<AnyView> = choices
            .into_iter()
            .map(|(value, word)| {
                let selected = value == answered;
                view! { <option value=value selected=selected>{word}</option> }.into_any()
            })
            .collect();
        let choose = move |event| answers.update(|all| _ = all.insert(id.clone(), event_target_value(&event)));
        return view! {
            <label class="field"><span>{text}</span><select on:change=choose><option value=""></option>{options}</select></label>
        }
        .into_any();
    }
    let options: Vec<AnyView> = choices
        .into_iter()
        .map(|(value, word)| {
            let (answers, id, name) = (answers.clone(), id.clone(), id.clone());
            let checked = value == answered;
            let choose = move |_| answers.update(|all| _ = all.insert(id.clone(), value.clone()));
            view! {
                <label class="choice"><input type="radio" name=name prop:checked=checked on:change=choose/><span>{word}</span></label>
            }
            .into_any()
        })
        .collect();
    view! { <fieldset class="choices"><legend>{text}</legend>{options}</fieldset> }.into_any()
}
