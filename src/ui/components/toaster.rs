//! Where short messages appear.

use kuayu::i18n;
use leptos::prelude::*;

use super::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The message shown, read out by screen readers, with its undo.
#[component]
pub fn Toaster() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::App::of(app.lang.get_untracked());
    let shown = app.toasts.shown();
    let message = live(move || {
        shown.get().map(|toast| {
            let undo = toast.undo.map(|undo| {
                let act = move |_| {
                    app.toasts.dismiss();
                    undo();
                    app.toasts.show(words.undone, None);
                };
                view! { <button class="toast-undo" on:click=act>{icon(Icon::Undo)}{words.undo}</button> }
            });
            let close = move |_| app.toasts.dismiss();
            view! {
                <div class="toast">
                    <p>{toast.text}</p>
                    {undo}
                    <button class="toast-close" aria-label=words.close on:click=close>{icon(Icon::Close)}</button>
                </div>
            }
            .into_any()
        })
    });
    view! { <div class="toaster" role="status" aria-live="polite" aria-label=words.notifications>{message}</div> }
}
