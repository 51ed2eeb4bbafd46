//! Notices that stay until they no longer hold: storage in trouble, a refused catalog, somebody else's document.

use kuayu::i18n::{self, Lang, names};
use leptos::prelude::*;

use super::surroundings::{hand_over, surroundings};
use super::{Icon, TITLE, icon, refused::refused, spoken};
use crate::platform;
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Lens, Load, Notice, plans};

/// All notices that hold now.
#[component]
pub fn Notices() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::App::of(app.lang.get_untracked());
    let storage = live(move || {
        app.saved.notice().map(|notice| {
            let text = match notice {
                Notice::Unavailable => words.storage_unavailable,
                Notice::Full => words.storage_full,
                Notice::Broken => words.storage_broken,
                Notice::Newer => words.storage_newer,
            };
            let export = move |_| export(app);
            let close = move |_| {
                app.saved.dismiss_notice();
                after_it();
            };
            view! {
                <div class="notice notice-warn" role="alert">
                    {icon(Icon::Warning)}
                    <p>{text}</p>
                    <button class="button small" on:click=export>{words.export_now}</button>
                    <button class="icon-button" aria-label=words.close on:click=close>{icon(Icon::Close)}</button>
                </div>
            }
            .into_any()
        })
    });
    let lens = live(move || match app.saved.lens() {
        Lens::Own => app.drafts.is_waiting().then(|| waiting(app)),
        Lens::Demo => Some(theirs(app, words.demo_banner, ().into_any())),
        Lens::Shared => Some(theirs(app, words.shared_banner, begin(app))),
        Lens::Proposal => Some(theirs(app, i18n::Propose::of(app.lang.get_untracked()).banner, send(app))),
    });
    let unnamed = live(move || {
        let failed = app.files.names.with(|load| matches!(load, Load::Failed | Load::Broken(_)));
        let english = app.lang.get_untracked() == Lang::En;
        (failed && english).then(|| {
            view! { <div class="notice" role="status">{icon(Icon::Info)}<p>{words.names_failed}</p></div> }.into_any()
        })
    });
    view! { {storage}{surroundings(app)}{refused(app)}{lens}{unnamed} }
}

/// What was said is gone, with the button that had the focus: reading goes on at the page's heading.
fn after_it() {
    platform::dom::focus_soon_in_place(TITLE);
}

/// Says whose document is shown, with what can be done with it and the way back.
fn theirs(app: AppState, text: &'static str, more: AnyView) -> AnyView {
    let lang = app.lang.get_untracked();
    let leave = move |_| {
        app.drafts.pause(i18n::Propose::of(lang).paused);
        after_it();
        // The page of a link shows nothing of one's own.
        if matches!(app.route.get_untracked(), Route::Share(_)) {
            platform::location::go(&Route::Home.hash());
        }
    };
    let whose = (app.saved.lens() == Lens::Shared).then(|| view! { <small>{whose(app)}</small> });
    view! {
        <div class="notice notice-lens" role="status">
            {icon(Icon::Info)}
            <p>{text}{whose}</p>
            <div class="buttons">
                {more}
                <button class="button small" on:click=leave>{i18n::App::of(lang).demo_leave}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Whose document is shown and when its link was made, as far as the link says: it names nobody.
fn whose(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let (group, entry) = app.saved.with(|shown| (shown.profile.group.clone(), shown.profile.entry));
    let group = group.map(|group| names::unit_listed(lang, &group));
    let entry = entry.map(|year| i18n::home::entered(lang, year));
    let day = app.shared_on.get().map(|day| i18n::share::linked(lang, day));
    let parts: Vec<String> = [group, entry, day].into_iter().flatten().collect();
    spoken(lang, &parts.join(" · "))
}

/// Begins a suggestion on what is shown.
fn begin(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Propose::of(lang);
    let begin = move |_| {
        app.drafts.begin(plans::made(app, i18n::Plan::of(lang).first), words.replaced);
        after_it();
        platform::location::go(&Route::Plan.hash());
    };
    let is_begun = app.saved.with(|shown| app.drafts.is_of(shown));
    let word = if is_begun { words.resume } else { words.begin };
    view! { <button class="button small primary" on:click=begin>{word}</button> }.into_any()
}

/// Leads to where a suggestion is sent.
fn send(app: AppState) -> AnyView {
    let word = i18n::Propose::of(app.lang.get_untracked()).send;
    let send = move |_| {
        platform::location::go(&Route::Plan.hash());
        platform::dom::focus_when_there("suggest");
    };
    view! { <button class="button small primary" on:click=send>{word}</button> }.into_any()
}

/// Says that there is a suggestion that nobody was handed.
fn waiting(app: AppState) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let resume = move |_| {
        app.drafts.resume();
        after_it();
        platform::location::go(&Route::Plan.hash());
    };
    let discard = move |_| {
        app.drafts.discard(words.discarded);
        after_it();
    };
    view! {
        <div class="notice" role="status">
            {icon(Icon::Info)}
            <p>{words.waiting}</p>
            <div class="buttons">
                <button class="button small" on:click=resume>{words.resume}</button>
                <button class="quiet" on:click=discard>{words.discard}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Hands the student the document as a file.
pub fn export(app: AppState) {
    let text = kuayu::saved::backup::write(&app.saved.own());
    hand_over(app, "kuayu-backup.json", "application/json", text);
}
