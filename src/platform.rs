//! The browser, as far as the app needs it. The only module that names `web_sys`, `js_sys` or `gloo`: everything else
//! could run elsewhere. What the browser refuses comes back as a value; nothing here panics.

pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod download;
pub mod fetch;
pub mod files;
pub mod location;
pub mod navigator;
pub mod scroll;
pub mod service_worker;
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

/// Lets the browser paint and answer before the work goes on: between two long pieces of it.
pub async fn breath() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Calls `act` after that many milliseconds.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let function = Closure::once_into_js(act);
    if let Some(window) = window() {
        let function = function.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, milliseconds);
    }
}
