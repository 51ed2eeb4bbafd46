//! The browser, as far as the app needs it. The only module that names `web_sys`, `js_sys` or `gloo`: everything else
//! could run elsewhere. What the browser refuses comes back as a value; nothing here panics.

pub mod around;
pub mod build;
pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod download;
pub mod fetch;
pub mod files;
pub mod install;
pub mod location;
pub mod navigator;
pub mod office;
pub mod readers;
pub mod scan;
mod script;
pub mod scroll;
pub mod service_worker;
pub mod session;
pub mod share;
pub mod storage;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The window. There is none only outside a page.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document of the page.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Calls `act` at every event of that name on the window, for as long as the page lives.
pub fn on_window(event: &str, act: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(act);
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    }
    // The page and its listener end together.
    closure.forget();
}

/// Yields to the event loop, so that the browser can paint and handle input between two long pieces of work.
pub async fn breath() {
    pause(0).await;
}

async fn pause(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Does work that waits for something.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}

/// Waits until the browser has shown something of the page, where a first visitor has something to read (`data-visit`,
/// see `boot/boot.js`). Everybody else's page is sooner there without.
pub async fn painted() {
    /// Browsers that do not tell, and pages in the background, are not waited for longer.
    const TRIES: u32 = 10;
    if dom::root_data("visit").is_none_or(|visit| visit.is_empty()) {
        return;
    }
    for _ in 0..TRIES {
        let performance = window().and_then(|window| window.performance());
        if performance.is_none_or(|known| known.get_entries_by_name("first-contentful-paint").length() > 0) {
            return;
        }
        pause(16).await;
    }
}

/// Calls `act` at the first sign that somebody is there: a key, a finger, a mouse, a scroll.
pub fn on_presence(act: impl Fn() + Clone + 'static) {
    for event in ["pointerdown", "pointermove", "keydown", "touchstart", "scroll"] {
        on_window(event, act.clone());
    }
}

/// Calls `act` after that many milliseconds.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let function = Closure::once_into_js(act);
    if let Some(window) = window() {
        let function = function.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds);
    }
}
