//! What the browser tells of itself.

use wasm_bindgen::{JsCast, JsValue};

/// Preferred languages, best first (BCP 47).
pub fn languages() -> Vec<String> {
    let Some(window) = super::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// A part of the navigator that browsers leave out without https, or that old ones lack.
pub(super) fn part(name: &str) -> Option<JsValue> {
    let navigator = super::window()?.navigator();
    js_sys::Reflect::get(&navigator, &JsValue::from_str(name)).ok().filter(JsValue::is_object)
}

/// Asks the browser not to clear this site's storage by itself. It may decline; nothing depends on it.
pub fn ask_to_persist() {
    if let Some(storage) = part("storage") {
        let _ = storage.unchecked_into::<web_sys::StorageManager>().persist();
    }
}
