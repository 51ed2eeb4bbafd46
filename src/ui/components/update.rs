//! The notice that a newer version lies ready. It is in the first part of the program: where the second does not load,
//! another version is what helps.

use kuayu::i18n;
use leptos::prelude::*;

use super::{Icon, TITLE, icon};
use crate::platform;
use crate::ui::live::live;
use crate::ui::state::FirstState;

/// The notice, once there is a newer version. It is taken when the student says so, never under their hands.
pub fn update(front: FirstState) -> AnyView {
    let words = i18n::App::of(front.lang.get_untracked());
    let ready = RwSignal::new(false);
    platform::service_worker::on_update(move || {
        // The page may have been built anew, in another language: then this notice is gone.
        ready.try_set(true);
    });
    live(move || {
        ready.get().then(|| {
            let take = move |_| platform::service_worker::take_update();
            let later = move |_| {
                ready.set(false);
                // The button is gone with what it answered.
                platform::dom::focus_soon_in_place(TITLE);
            };
            view! {
                <div class="notice" role="status">
                    {icon(Icon::Info)}
                    <p>{words.update_ready}</p>
                    <button class="button small" on:click=take>{words.update_take}</button>
                    <button class="icon-button" aria-label=words.update_later on:click=later>{icon(Icon::Close)}</button>
                </div>
            }
            .into_any()
        })
    })
}
