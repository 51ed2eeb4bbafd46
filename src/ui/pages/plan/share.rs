//! Making a link of the plan and the courses: what goes into it is chosen here, and its length is told.

use kuayu::i18n;
use kuayu::saved::share::{self, Choice};
use leptos::prelude::*;

use super::link;
use crate::platform::dom;
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, basis, known};

/// What the link holds.
const WHAT: &str = "share-what";

/// The section.
pub fn share(app: AppState) -> AnyView {
    let words = i18n::Share::of(app.lang.get_untracked());
    let open = RwSignal::new(false);
    let begin = move |_| {
        // Names that everybody can look up need not be in the link.
        app.files.load_courses();
        open.set(true);
        // The button is gone: what it opened is read on from here.
        dom::focus_soon(WHAT);
    };
    let body = live(move || match open.get() {
        true => panel(app),
        false => view! {
            <button class="button" on:click=begin>{icon(Icon::Link)}{words.open}</button>
        }
        .into_any(),
    });
    view! {
        <section class="card share no-print" id="share">
            <h2>{words.title}</h2>
            <p class="note">{words.lead}</p>
            {body}
        </section>
    }
    .into_any()
}

fn panel(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Share::of(lang);
    let choice = RwSignal::new(Choice { records: true, ..Choice::default() });
    let basis = basis(app);
    let link = Memo::new(move |_| {
        let data = app.saved.with(|document| share::encode(document, choice.get(), &|code| known(app, code)));
        Some(link::address(data, basis.get()))
    });
    let tick = move |word: &'static str, get: fn(&Choice) -> bool, set: fn(&mut Choice, bool)| {
        let change = move |event| choice.update(|choice| set(choice, event_target_checked(&event)));
        view! {
            <label class="share-tick">
                <input type="checkbox" checked=choice.with_untracked(get) on:change=change/><span>{word}</span>
            </label>
        }
        .into_any()
    };
    let ticks = [
        tick(words.records, |choice| choice.records, |choice, on| choice.records = on),
        tick(words.grades, |choice| choice.grades, |choice, on| choice.grades = on),
        tick(words.name, |choice| choice.name, |choice, on| choice.name = on),
        tick(words.marks, |choice| choice.marks, |choice, on| choice.marks = on),
        tick(words.decisions, |choice| choice.decisions, |choice, on| choice.decisions = on),
    ];
    view! {
        <fieldset class="share-what" id=WHAT tabindex="-1"><legend>{words.what}</legend>{ticks}</fieldset>
        <p class="note">{words.never}</p>
        {link::link(app, words.link, link, || ())}
        <div class="panel">
            <h3>{words.advisor}</h3>
            <p class="note">{words.advisor_text}</p>
            <a href=Route::Share(String::new()).hash()>{words.advisor_how}</a>
        </div>
    }
    .into_any()
}
