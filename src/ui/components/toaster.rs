//! Where short messages appear. Who closes one, or takes back what it tells, goes on where they were before they came to
//! it: the button that had the focus goes with the message.

use kuayu::i18n;
use leptos::prelude::*;

use super::{Icon, TITLE, icon, spoken};
use crate::platform::dom;
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The message shown, read out by screen readers, with its undo.
#[component]
pub fn Toaster() -> impl IntoView {
    let app = AppState::get();
    let lang = app.lang.get_untracked();
    let words = i18n::App::of(lang);
    let shown = app.toasts.shown();
    let before = StoredValue::new_local(None);
    let came = move |event: leptos::ev::FocusEvent| {
        if let Some(element) = dom::left_for(&event, ".toast") {
            before.set_value(Some(element));
        }
    };
    let back = move || dom::focus_back(before.try_update_value(Option::take).flatten(), TITLE);
    let message = live(move || {
        shown.get().map(|toast| {
            let undo = toast.undo.map(|undo| {
                let act = move |_| {
                    app.toasts.dismiss();
                    undo();
                    app.toasts.show(words.undone, None);
                    back();
                };
                view! { <button class="toast-undo" on:click=act>{icon(Icon::Undo)}{words.undo}</button> }
            });
            let close = move |_| {
                app.toasts.dismiss();
                back();
            };
            view! {
                <div class="toast" on:focusin=came>
                    <p>{spoken(lang, &toast.text)}</p>" "
                    {undo}
                    <button class="toast-close" aria-label=words.close on:click=close>{icon(Icon::Close)}</button>
                </div>
            }
            .into_any()
        })
    });
    view! { <div class="toaster" role="status" aria-live="polite" aria-label=words.notifications>{message}</div> }
}
