//! Scripts of the site that not every visitor needs, fetched when they are wanted. Their names carry the hash of what is
//! in them, so they are never another build's. They are asked by a name in the window and not by bindings, which every
//! first visitor would load.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// What a script leaves in the window by that name, once it has run. `None` where it did not come.
pub async fn named(name: &str, script: Option<&str>) -> Option<JsValue> {
    if here(name).is_none() {
        load(script?).await;
    }
    here(name)
}

/// The same where the script has run before.
pub fn here(name: &str) -> Option<JsValue> {
    let window = super::window()?;
    Reflect::get(&window, &JsValue::from_str(name)).ok().filter(|value| !value.is_undefined())
}

/// Waits until the script has run, or has failed to come.
async fn load(script: &str) {
    let done = Promise::new(&mut |resolve, _| {
        let add = || {
            let document = super::document()?;
            let element = document.create_element("script").ok()?;
            element.set_attribute("src", script).ok()?;
            element.add_event_listener_with_callback("load", &resolve).ok()?;
            element.add_event_listener_with_callback("error", &resolve).ok()?;
            document.body()?.append_child(&element).ok()
        };
        if add().is_none() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
        }
    });
    let _ = JsFuture::from(done).await;
}
