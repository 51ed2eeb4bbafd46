//! Making a link of the plan and the courses: what goes into it is chosen here, and its length is told.

use kuayu::i18n;
use kuayu::saved::share::{self, Choice};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::{self, clipboard, dom, location};
use crate::ui::components::{Icon, icon, qr};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, known};

/// The section.
pub fn share(app: AppState) -> AnyView {
    let words = i18n::Share::of(app.lang.get_untracked());
    let open = RwSignal::new(false);
    let begin = move |_| {
        // Names that everybody can look up need not be in the link.
        app.files.load_courses();
        open.set(true);
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
    let link = Memo::new(move |_| {
        let data = app.saved.with(|document| share::encode(document, choice.get(), &|code| known(app, code)));
        format!("{}{}", location::for_others(), Route::Share(data).hash())
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
    let copy = move |_| {
        let text = link.get_untracked();
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            if !done {
                dom::select("share-link");
            }
            app.toasts.show(if done { words.copied } else { words.copy_failed }, None);
        });
    };
    let send = platform::share::is_here().then(|| {
        let send = move |_| {
            let text = link.get_untracked();
            spawn_local(async move {
                if !platform::share::link(&text).await {
                    app.toasts.show(words.copy_failed, None);
                }
            });
        };
        view! { <button class="button" on:click=send>{icon(Icon::Link)}{i18n::Around::of(lang).share}</button> }
    });
    let picture = live(move || {
        link.with(|link| {
            let made = qr(link, words.qr);
            let length = i18n::share::length(lang, link.chars().count(), made.as_ref().map(|(_, modules)| *modules));
            let picture = match made {
                Some((picture, _)) => picture,
                None => view! { <p class="note">{words.too_long}</p> }.into_any(),
            };
            view! { {picture}<p class="note" id="share-length">{length}</p> }.into_any()
        })
    });
    view! {
        <fieldset class="share-what"><legend>{words.what}</legend>{ticks}</fieldset>
        <p class="note">{words.never}</p>
        <label class="field"><span>{words.link}</span>
            <input class="input" id="share-link" readonly=true prop:value=link/>
        </label>
        <div class="buttons">
            <button class="button primary" on:click=copy>{icon(Icon::Paste)}{words.copy}</button>
            {send}
        </div>
        {picture}
    }
    .into_any()
}
