//! Storage that lasts as long as the tab, through reloads; and the question before a tab with unfinished work goes.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

fn storage() -> Option<web_sys::Storage> {
    super::window()?.session_storage().ok()?
}

/// The text of that name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps (`Some`) or forgets a text. Where the browser refuses, what is in memory is all there is.
pub fn write(name: &str, text: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match text {
        Some(text) => storage.set_item(name, text),
        None => storage.remove_item(name),
    };
}

/// Has the browser ask before the tab goes, whenever `unfinished` says so by then.
pub fn ask_before_leaving(unfinished: impl Fn() -> bool + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if unfinished() {
            event.prevent_default();
            // Older browsers look at this instead.
            let _ = js_sys::Reflect::set(&event, &JsValue::from_str("returnValue"), &JsValue::TRUE);
        }
    });
    if let Some(window) = super::window() {
        let _ = window.add_event_listener_with_callback("beforeunload", closure.as_ref().unchecked_ref());
    }
    // The page and its listener end together.
    closure.forget();
}
