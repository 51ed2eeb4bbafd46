//! Language, appearance, the student's data, where the facts come from.

mod data;
mod edition;
mod install;

use kuayu::i18n::{self, Lang};
use kuayu::saved::Theme;
use leptos::prelude::*;

use crate::platform::dom;
use crate::ui::components::{page_title, version};
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// The settings page.
#[component]
pub fn Settings() -> impl IntoView {
    let app = AppState::get();
    let lang = app.lang.get_untracked();
    let (words, desk) = (i18n::Settings::of(lang), i18n::Desk::of(lang));
    let languages = Lang::ALL.map(|one| {
        let id = format!("language-{}", one.tag());
        let chosen = id.clone();
        let choose = move |_| {
            app.saved.edit_settings(|settings| settings.lang = Some(one));
            // The page is built anew; the keyboard stays here.
            dom::focus_soon(&chosen);
        };
        view! {
            <label class="choice" lang=one.tag()>
                <input type="radio" name="lang" id=id checked=one == lang on:change=choose/>
                <span>{one.own_name()}</span>
            </label>
        }
    });
    let now = app.saved.with_untracked(|document| document.settings.theme);
    let theme = |one: Theme, word: &'static str| {
        let choose = move |_| app.saved.edit_settings(|settings| settings.theme = one);
        view! {
            <label class="choice">
                <input type="radio" name="theme" checked=one == now on:change=choose/>
                <span>{word}</span>
            </label>
        }
    };
    let themes = [
        theme(Theme::Auto, words.theme_auto),
        theme(Theme::Light, words.theme_light),
        theme(Theme::Dark, words.theme_dark),
    ];
    view! {
        {page_title(app.lang.get_untracked(), words.title)}
        <fieldset class="card choices"><legend>{words.language}</legend>{languages}</fieldset>
        <fieldset class="card choices"><legend>{words.theme}</legend>{themes}</fieldset>
        {edition::editions(app)}
        <data::Data/>
        {install::install(app)}
        <section class="card">
            <h2>{desk.office}</h2>
            <p>{desk.office_why}</p>
            <div class="buttons">
                <a class="button" href=Route::Office.hash()>{desk.office_open}</a>
                <a class="button" href=Route::Editor.hash()>{desk.office_catalog}</a>
            </div>
        </section>
        <section class="card">
            <h2>{words.about}</h2>
            <p>{words.about_text}</p>
            <p class="note">{version(app)}</p>
        </section>
    }
}
