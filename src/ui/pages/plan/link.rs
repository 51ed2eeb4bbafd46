//! A link to hand on: to copy, to send by the device's own sharing, and as a QR code where it fits.

use kuayu::i18n;
use kuayu::saved::share::{self, Basis};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::{self, clipboard, dom, location};
use crate::ui::components::{Icon, icon, qr};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// The address of that data, for others, with what it was made by, once that is known.
pub fn address(data: String, basis: Option<Basis>) -> String {
    let data = basis.map(|basis| share::based(&data, basis)).unwrap_or(data);
    format!("{}{}", location::for_others(), Route::Share(data).hash())
}

/// The link under that label; nothing to hand on while there is none. `handed` is called once it was copied or sent.
pub fn link(
    app: AppState,
    label: &'static str,
    link: Memo<Option<String>>,
    handed: impl Fn() + Copy + Send + 'static,
) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Share::of(lang);
    let text = move || link.get().unwrap_or_default();
    let copy = move |_| {
        let text = untrack(text);
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            if done {
                handed();
            } else {
                dom::select("share-link");
            }
            app.toasts.show(if done { words.copied } else { words.copy_failed }, None);
        });
    };
    let send = platform::share::is_here().then(|| {
        let send = move |_| {
            let text = untrack(text);
            spawn_local(async move {
                match platform::share::link(&text).await {
                    true => handed(),
                    false => app.toasts.show(words.copy_failed, None),
                }
            });
        };
        view! { <button class="button" on:click=send>{icon(Icon::Link)}{i18n::Around::of(lang).share}</button> }
    });
    let picture = live(move || {
        let link = link.get()?;
        let made = qr(&link, words.qr);
        let length = i18n::share::length(lang, link.chars().count(), made.as_ref().map(|(_, modules)| *modules));
        let picture = match made {
            Some((picture, _)) => picture,
            None => view! { <p class="note">{words.too_long}</p> }.into_any(),
        };
        Some(view! { {picture}<p class="note" id="share-length">{length}</p> }.into_any())
    });
    view! {
        <label class="field"><span>{label}</span>
            <input class="input" id="share-link" readonly=true prop:value=text/>
        </label>
        <div class="buttons">
            <button class="button primary" on:click=copy>{icon(Icon::Paste)}{words.copy}</button>
            {send}
        </div>
        {picture}
    }
    .into_any()
}
