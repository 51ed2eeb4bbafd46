//! The frame of every page: menu, language and settings, notices, the page itself, messages.

use kuayu::i18n;
use leptos::prelude::*;

use super::components::{Icon, icon, update};
use super::live::live;
use super::pages;
use super::route::{Route, Section};
use super::state::{Arrival, Begun, Entrances, FirstState};
use crate::platform;

/// The frame.
#[component]
pub fn Frame() -> impl IntoView {
    let front = FirstState::get();
    let lang = front.lang.get_untracked();
    let words = i18n::App::of(lang);
    platform::dom::set_language(lang.tag(), words.name);
    let skip = move |event: leptos::ev::MouseEvent| {
        // The fragment belongs to the router: followed, this link would lead away from the page.
        event.prevent_default();
        platform::dom::focus("main");
    };
    let page_begun = Memo::new(move |_| front.begun.get() >= Begun::Page);
    let page = live(move || page_begun.get().then(|| pages::current(front)));
    view! {
        <a class="skip" href="#main" on:click=skip>{words.skip}</a>
        <div class="frame">
            <Menu/>
            <div class="stage">
                <TopBar/>
                <div class="notices">{update(front)}{here(front, |entrances| (entrances.notices)())}</div>
                <main id="main" tabindex="-1" class:read-only=move || front.saved.is_read_only()>{page}</main>
                <footer class="foot"><p>{words.unofficial}</p></footer>
            </div>
            {here(front, |entrances| (entrances.toaster)())}
            <p class="visually-hidden" role="status" id="announcer">{live(move || front.said.get())}</p>
        </div>
    }
}

/// Drawn by the rest of the program, once that is here; nothing until then.
fn here(front: FirstState, draw: fn(Entrances) -> AnyView) -> AnyView {
    live(move || match front.later.get() {
        Arrival::Arrived(entrances) => Some(draw(entrances)),
        Arrival::Absent | Arrival::Waiting | Arrival::Failed => None,
    })
}

/// The main menu: a bar at the thumb on phones, a rail at the side on wide screens.
#[component]
fn Menu() -> impl IntoView {
    let front = FirstState::get();
    let words = i18n::App::of(front.lang.get_untracked());
    let section = Memo::new(move |_| front.route.with(Route::section));
    let entry = |at: Section, route: Route, word: &'static str, sign: Icon| {
        let current = move || (section.get() == at).then_some("page");
        view! {
            <a class="menu-entry" href=route.hash() aria-current=current>{icon(sign)}<span>{word}</span></a>
        }
        .into_any()
    };
    view! {
        <nav class="menu" aria-label=words.navigation>
            <a class="brand" href="#/" aria-label=words.name>{brand()}<span>{words.name}</span></a>
            {entry(Section::Home, Route::Home, words.home, Icon::Home)}
            {entry(Section::Courses, Route::Courses, words.courses, Icon::Book)}
            {entry(Section::Programs, Route::Programs(Default::default()), words.programs, Icon::Grid)}
            {entry(Section::Plan, Route::Plan, words.plan, Icon::Board)}
            {entry(Section::Guide, Route::Guide, words.guide, Icon::Compass)}
        </nav>
    }
}

/// The button for the other language.
const LANGUAGE: &str = "language";

/// Name, language and settings.
#[component]
fn TopBar() -> impl IntoView {
    let front = FirstState::get();
    let lang = front.lang.get_untracked();
    let words = i18n::App::of(lang);
    let other = lang.pick(i18n::Lang::En, i18n::Lang::ZhTw);
    let switch = move |_| {
        front.saved.edit_settings(|settings| settings.lang = Some(other));
        // The page is built anew; the keyboard stays here.
        platform::dom::focus_soon(LANGUAGE);
    };
    view! {
        <header class="top">
            <a class="brand" href="#/">{brand()}<span>{words.name}</span></a>
            <span class="spread"></span>
            <button class="quiet" id=LANGUAGE lang=other.tag() on:click=switch>{other.own_name()}</button>
            <a class="icon-button" href=Route::Settings.hash() aria-label=words.settings>{icon(Icon::Gear)}</a>
        </header>
    }
}

/// The sign of the app: two fields that overlap.
fn brand() -> AnyView {
    view! {
        <svg class="brand-sign" viewBox="0 0 32 32" aria-hidden="true">
            <circle class="brand-a" cx="12" cy="16" r="8.5"></circle>
            <circle class="brand-b" cx="20" cy="16" r="8.5"></circle>
            <path class="brand-c" d="M16 8.5a8.5 8.5 0 0 1 0 15a8.5 8.5 0 0 1 0-15z"></path>
        </svg>
    }
    .into_any()
}
