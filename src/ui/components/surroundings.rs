//! Notices of what surrounds the page and hinders it: another app's browser, another site's frame, a wrong clock, and
//! files that cannot be downloaded there.

use kuayu::day;
use kuayu::i18n::{self, around as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Icon, icon};
use crate::platform::around::{Around, around, drops_downloads};
use crate::platform::{clipboard, dom, download, location, share};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The box with the text of a file that could not be downloaded.
const HANDED: &str = "handed";

/// All that hold now.
pub fn surroundings(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Around::of(lang);
    let today = app.today.iso();
    let clock = (!day::is_plausible(&today)).then(|| warning(words::wrong_clock(lang, &today), ().into_any()));
    let place = match around() {
        Around::InApp(name) => {
            // Of all of them, LINE alone opens an address elsewhere when the address asks for it.
            let way =
                (name == Some("LINE")).then(|| link(location::for_others() + &location::hash(), words.open_outside));
            Some(warning(words::in_app(lang, name), way.into_any()))
        }
        Around::Frame => Some(warning(words.framed.to_owned(), link(location::here(), words.open_directly))),
        Around::Browser | Around::HomeScreen => None,
    };
    view! { {clock}{place}{live(move || app.handed.get().map(|text| handed(app, text)))} }.into_any()
}

fn warning(text: String, way: AnyView) -> AnyView {
    view! { <div class="notice notice-warn" role="status">{icon(Icon::Warning)}<p>{text}</p>{way}</div> }.into_any()
}

fn link(address: String, word: &'static str) -> AnyView {
    view! { <a class="button small" href=address target="_blank" rel="noreferrer">{word}</a> }.into_any()
}

/// Hands the student a text as a file: by download, where those arrive; by the device's sharing, where they do not; else
/// as a text to copy.
pub fn hand_over(app: AppState, name: &'static str, media_type: &'static str, text: String) {
    if !drops_downloads() {
        return download::save(name, media_type, &text);
    }
    spawn_local(async move {
        if !share::file(name, media_type, &text).await {
            app.handed.set(Some(text));
            dom::focus_soon(HANDED);
        }
    });
}

fn handed(app: AppState, text: String) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Around::of(lang);
    let copied = text.clone();
    let copy = move |_| {
        let text = copied.clone();
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            app.toasts.show(if done { words.copied } else { words.copy_failed }, None);
        });
    };
    let close = move |_| app.handed.set(None);
    view! {
        <div class="notice notice-warn" role="alert">
            {icon(Icon::Warning)}
            <p>{words.handed}</p>
            <button class="button small" on:click=copy>{words.copy}</button>
            <button class="icon-button" aria-label=i18n::App::of(lang).close on:click=close>{icon(Icon::Close)}</button>
            <textarea class="input" id=HANDED readonly=true aria-label=words.handed prop:value=text></textarea>
        </div>
    }
    .into_any()
}
