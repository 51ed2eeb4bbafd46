//! Beside what is edited: the check, what is different, what that does to students, and the way to save it.

use kuayu::i18n::{self, editor as words_of};
use leptos::prelude::*;

use super::asking;
use super::data::{Editing, Problem, Trial};
use super::sections::view_of;
use crate::platform::dom;
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// How many problems are listed at once.
const MOST: usize = 30;

/// The column on the right.
pub fn side(app: AppState, editing: Editing) -> AnyView {
    view! {
        <aside class="editor-side">
            {check(app, editing.clone())}
            {differences(app, &editing)}
            {effect(app, &editing)}
            {save(app, editing)}
        </aside>
    }
    .into_any()
}

/// The same in a line, where the column is not beside what is edited, and the way to it.
pub fn state(app: AppState, editing: Editing) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Editor::of(lang);
    let shown = editing.shown.clone();
    let told = Memo::new(move |_| {
        shown.with(|shown| {
            let asked = shown.problems.iter().filter(|one| one.asked).count();
            match shown.problems.len() {
                0 if shown.differences.is_empty() => words.nothing.to_owned(),
                0 => words.all_good.to_owned(),
                all => words_of::problems(lang, all - asked, asked),
            }
        })
    });
    view! {
        <div class="editor-state">
            <p>{move || told.get()}</p>
            <button class="button" on:click=|_| dom::focus("editor-by")>{words.save}</button>
        </div>
    }
    .into_any()
}

fn check(app: AppState, editing: Editing) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Editor::of(lang);
    let shown = editing.shown.clone();
    let problems = Memo::new(move |_| shown.with(|shown| shown.problems.clone()));
    let list = live(move || {
        let problems = problems.get();
        if problems.is_empty() {
            return view! { <p class="editor-good" role="status" id="editor-check">{icon(Icon::Check)}{words.all_good}</p> }.into_any();
        }
        let asked = problems.iter().filter(|one| one.asked).count();
        let count = words_of::problems(lang, problems.len() - asked, asked);
        let some: Vec<AnyView> = problems.iter().take(MOST).map(|one| problem(app, editing.clone(), one)).collect();
        let more = problems.len().saturating_sub(MOST);
        let more = (more > 0).then(|| view! { <p class="note">"+ "{more}</p> });
        view! { <p role="status" id="editor-check">{count}</p><ul class="editor-problems">{some}</ul>{more} }.into_any()
    });
    view! { <section class="card"><h2>{words.check}</h2>{list}</section> }.into_any()
}

fn problem(app: AppState, editing: Editing, one: &Problem) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let view = view_of(one);
    let tag = one.asked.then(|| view! { <span class="tag tag-ask">{words.asked}</span> });
    let hint = (!one.hint.is_empty()).then(|| view! { <p class="note">{one.hint.clone()}</p> });
    let label = format!("{}{}", words.see, one.place);
    view! {
        <li>
            <p><strong>{one.place.clone()}</strong>" "{tag}</p>
            <p>{one.what.clone()}</p>
            {hint}
            <button class="quiet" aria-label=label on:click=move |_| asking::look(app, &editing, view.clone())>{words.see}</button>
        </li>
    }
    .into_any()
}

fn lines(lines: Vec<String>) -> AnyView {
    let line = |line: String| {
        let depth = line.chars().take_while(|c| *c == ' ').count() / 2;
        let class = format!("editor-depth-{}", depth.min(3));
        view! { <li class=class>{line.trim_start().to_owned()}</li> }.into_any()
    };
    let lines: Vec<AnyView> = lines.into_iter().map(line).collect();
    view! { <ul class="editor-lines">{lines}</ul> }.into_any()
}

fn differences(app: AppState, editing: &Editing) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let shown = editing.shown.clone();
    let told = Memo::new(move |_| shown.with(|shown| (shown.is_whole, shown.differences.clone())));
    let list = live(move || match told.get() {
        (false, _) => view! { <p class="note">{words.mend_first}</p> }.into_any(),
        (true, told) if told.is_empty() => view! { <p class="note">{words.nothing}</p> }.into_any(),
        (true, told) => lines(told),
    });
    view! { <section class="card" id="editor-differences"><h2>{words.differences}</h2>{list}</section> }.into_any()
}

fn effect(app: AppState, editing: &Editing) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let trial = editing.trial.clone();
    let told = live(move || match trial.get() {
        Trial::None => view! { <p class="note">{words.effect_hint}</p> }.into_any(),
        Trial::Running(made, all) => view! {
            <p role="status">{words.trying}"…"</p>
            <progress max=all prop:value=made as f64 aria-label=words.trying></progress>
        }
        .into_any(),
        Trial::Done(told) => lines(told),
        Trial::Failed => view! { <p class="notice">{words.effect_failed}</p> }.into_any(),
    });
    view! { <section class="card" id="editor-effect"><h2>{words.effect}</h2>{told}</section> }.into_any()
}

fn save(app: AppState, editing: Editing) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let (unit, reason) = (editing.by.clone(), editing.why.clone());
    let (unit_now, reason_now) = (editing.by.clone(), editing.why.clone());
    let asked = {
        let shown = editing.shown.clone();
        Memo::new(move |_| shown.with(|shown| shown.problems.iter().any(|one| one.asked)))
    };
    let sure = editing.sure.clone();
    let confirm = live(move || {
        let (sure, now) = (sure.clone(), sure.clone());
        asked.get().then(|| {
            view! {
                <label class="choice"><input id="editor-sure" type="checkbox" prop:checked=move || now.get()
                    on:change=move |event| sure.set(event_target_checked(&event))/><span>{words.sure}</span></label>
            }
        })
    });
    let lacks = {
        let editing = editing.clone();
        Memo::new(move |_| lacks(&editing, asked.get(), words))
    };
    let why_not = live(move || lacks.get().map(|text| view! { <p class="note" id="editor-lacks">{text}</p> }));
    let stored = editing.stored.clone();
    let done = live(move || {
        let paths = stored.get();
        let catalog = paths.iter().any(|path| path == "programs.json");
        (!paths.is_empty()).then(|| {
            let alone = catalog.then(|| {
                view! { <button class="quiet" id="save-catalog" on:click=move |_| asking::save_catalog()>{icon(Icon::Download)}{words.save_catalog}</button> }
            });
            view! { <p role="status" id="editor-stored">{words.saved}{paths.join("、")}</p>{alone} }
        })
    });
    let act = move |_| asking::store(app, &editing);
    view! {
        <section class="card" id="editor-save">
            <h2>{words.save}</h2>
            <label class="field"><span>{words.by}</span>
                <input class="input" id="editor-by" autocomplete="organization" prop:value=move || unit_now.get() on:input=move |event| unit.set(event_target_value(&event))/></label>
            <label class="field"><span>{words.why}</span>
                <input class="input" id="editor-why" autocomplete="off" prop:value=move || reason_now.get() on:input=move |event| reason.set(event_target_value(&event))/></label>
            {confirm}
            <button class="button primary" id="editor-store" prop:disabled=move || lacks.get().is_some() on:click=act>{icon(Icon::Download)}{words.save_button}</button>
            {why_not}
            {done}
            <p class="note">{words.save_hint}</p>
        </section>
    }
    .into_any()
}

/// What is still missing before it can be saved, in words.
fn lacks(editing: &Editing, asked: bool, words: &'static i18n::Editor) -> Option<&'static str> {
    let (whole, differs) = editing.shown.with(|shown| (shown.is_whole, !shown.differences.is_empty()));
    let silent = editing.by.with(|by| by.trim().is_empty()) || editing.why.with(|why| why.trim().is_empty());
    match () {
        () if !whole => Some(words.mend_first),
        () if !differs => Some(words.nothing),
        () if asked && !editing.sure.get() => Some(words.asked),
        () if !matches!(editing.trial.get(), Trial::Done(_) | Trial::Failed) => Some(words.wait),
        () if silent => Some(words.need_words),
        () => None,
    }
}
