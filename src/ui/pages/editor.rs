//! The page on which the catalog is edited: what there is on the left, what is edited in the middle, and on the right the
//! check, what is different, what it does to students, and the way to save it. It shows; a worker works (`office/`).

mod asking;
mod cell;
mod data;
mod nav;
mod sections;
mod side;
mod told;

use kuayu::i18n;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::data::Editing;
use crate::platform::files::{self, Picked};
use crate::platform::office as desk;
use crate::ui::components::{Icon, icon, page_title, panel, skeletons};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// The page.
#[component]
pub fn Page() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::Editor::of(app.lang.get_untracked());
    let editing = Editing::kept();
    let here = RwSignal::new(None::<bool>);
    let fetch = {
        let editing = editing.clone();
        move || {
            here.set(None);
            editing.failed.set(None);
            let editing = editing.clone();
            spawn_local(async move {
                let came = desk::is_here().await;
                here.try_set(Some(came));
                if came && !editing.open.get_untracked() {
                    asking::open(app, &editing);
                }
            });
        }
    };
    fetch();
    let known = editing.clone();
    Effect::new(move |before: Option<()>| {
        app.lang.track();
        if before.is_some() && known.open.get_untracked() {
            asking::see(app, &known);
        }
    });
    let body = live(move || match here.get() {
        None => skeletons(*app),
        Some(false) => {
            let retry = i18n::App::of(app.lang.get_untracked()).later_why;
            let office = i18n::Desk::of(app.lang.get_untracked());
            panel(office.not_here, retry, None, office.try_again, fetch.clone())
        }
        Some(true) => whole(app, editing.clone(), fetch.clone()),
    });
    view! {
        <div class="office editor">
            {page_title(app.lang.get_untracked(), words.title)}
            <p class="note">{words.lead}</p>
            <p><a href=Route::Office.hash()>{words.students}</a></p>
            {body}
        </div>
    }
}

fn whole(app: AppState, editing: Editing, retry: impl Fn() + Clone + Send + Sync + 'static) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let (open, failed) = (editing.open.clone(), editing.failed.clone());
    let shown = live(move || match (open.get(), failed.get()) {
        (false, Some(why)) => {
            let office = i18n::Desk::of(app.lang.get_untracked());
            panel(words.cannot_open, "", Some(why), office.try_again, retry.clone())
        }
        (false, None) => view! { <p role="status">{words.opening}"…"</p> }.into_any(),
        (true, _) => desk_of(app, editing.clone()),
    });
    view! { {shown} }.into_any()
}

fn desk_of(app: AppState, editing: Editing) -> AnyView {
    let held = editing.clone();
    // Leaving the page is asked about while something is not saved.
    Effect::new(move |_| {
        let holds = held.shown.with(|shown| !shown.differences.is_empty() || !shown.is_whole);
        spawn_local(desk::hold(holds));
    });
    let drop = {
        let editing = editing.clone();
        move |event: leptos::ev::DragEvent| {
            event.prevent_default();
            take(app, &editing, files::dropped(&event));
        }
    };
    view! {
        <div on:dragover=|event: leptos::ev::DragEvent| event.prevent_default() on:drop=drop>
            {bar(app, editing.clone())}
            {told::told(app, editing.clone())}
            <div class="editor-desk">
                {nav::nav(app, editing.clone())}
                {sections::sections(app, editing.clone())}
                {side::side(app, editing.clone())}
            </div>
            {side::state(app, editing)}
        </div>
    }
    .into_any()
}

fn take(app: AppState, editing: &Editing, files: Vec<Picked>) {
    if !files.is_empty() {
        asking::take(app, editing, files);
    }
}

/// Undo, files in, files out.
fn bar(app: AppState, editing: Editing) -> AnyView {
    let words = i18n::Editor::of(app.lang.get_untracked());
    let step = |word: &'static str, id: &'static str, can: fn(&data::Edited) -> bool| {
        let (shown, editing) = (editing.shown.clone(), editing.clone());
        // It stays where the keyboard is when there is nothing more to take back: a disabled button loses the focus.
        let act = move |_| {
            if editing.shown.with_untracked(|shown| can(shown)) {
                asking::edit(app, &editing, serde_json::json!({"do": id}));
            }
        };
        view! {
            <button class="button" id=id aria-disabled=move || (!shown.with(|shown| can(shown))).then_some("true") on:click=act>
                {(id == "undo").then(|| icon(Icon::Undo))}{word}
            </button>
        }
        .into_any()
    };
    let steps = [step(words.undo, "undo", |shown| shown.can_undo), step(words.redo, "redo", |shown| shown.can_redo)];
    let chosen = {
        let editing = editing.clone();
        move |event| take(app, &editing, files::chosen(&event))
    };
    let (book, csv) = (editing.clone(), editing);
    view! {
        <div class="buttons editor-bar">
            {Vec::from(steps)}
            <label class="button file-button">
                {icon(Icon::File)}{words.open_file}
                <input id="editor-files" class="visually-hidden" type="file" multiple on:change=chosen/>
            </label>
            <button class="button" id="save-book" on:click=move |_| asking::tables(app, &book, true)>{icon(Icon::Download)}{words.workbook}</button>
            <button class="quiet" id="save-csv" on:click=move |_| asking::tables(app, &csv, false)>{icon(Icon::Download)}{words.csv}</button>
        </div>
        <p class="note">{words.open_hint}</p>
    }
    .into_any()
}
