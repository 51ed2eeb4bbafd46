//! What the student sees. Components hold as little logic as they can: what they show is computed in the library.

mod components;
mod frame;
mod later;
mod live;
mod pages;
mod route;
mod state;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform;
use frame::Frame;
use live::live;
use state::{Begun, FirstState};

/// Starts the app under the static shell, which goes when the first page stands.
///
/// In pieces, between which the browser may paint and answer: a slow phone takes a tenth of a second for each.
pub fn start() {
    platform::spawn(async {
        // What a first visitor reads meanwhile is on the shell.
        platform::painted().await;
        platform::breath().await;
        leptos::mount::mount_to_body(app);
    });
}

fn app() -> impl IntoView {
    let front = FirstState::start(later::load);
    provide_context(front);
    spawn_local(async move {
        for stage in [Begun::Frame, Begun::Page, Begun::Questions] {
            platform::breath().await;
            front.begun.set(stage);
        }
        platform::breath().await;
        platform::dom::tell("kuayu:started");
        platform::breath().await;
        front.list_departments().await;
    });
    let framed = Memo::new(move |_| front.begun.get() >= Begun::Frame);
    // The page is built anew for another language. Words can then be plain strings everywhere below, which keeps the
    // program small; what the student has typed lives in the state and stays.
    live(move || {
        front.lang.track();
        framed.get().then(|| view! { <Frame/> }.into_any())
    })
}
