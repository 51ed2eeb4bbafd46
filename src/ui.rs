//! What the student sees. Components hold as little logic as they can: what they show is computed in the library.

mod components;
mod frame;
mod later;
mod pages;
mod route;
mod state;

use leptos::prelude::*;

use frame::Frame;
use state::Front;

/// The whole app.
pub fn app() -> impl IntoView {
    let front = Front::start();
    provide_context(front);
    // The page is built anew for another language. Words can then be plain strings everywhere below, which keeps the
    // program small; what the student has typed lives in the state and stays.
    move || {
        front.lang.track();
        view! { <Frame/> }.into_any()
    }
}
