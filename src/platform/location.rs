//! The fragment of the page's address: the app's routes live in it, so that any static host serves them.

use wasm_bindgen::JsValue;

/// The fragment with its `#`, as it stands; empty when there is none.
pub fn hash() -> String {
    super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to another fragment (`#/courses`), with a step in the history.
pub fn go(hash: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().set_hash(hash);
    }
}

/// Puts another fragment in place of the present one, without a step in the history and without a `hashchange`.
pub fn replace(hash: &str) {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Calls `act` with the new fragment whenever it changes.
pub fn on_change(act: impl Fn(String) + 'static) {
    super::on_window("hashchange", move || act(hash()));
}
