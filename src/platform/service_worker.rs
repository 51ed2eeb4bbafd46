//! News of the service worker, which makes the app work without the host. `boot/worker.js` registers it and speaks with
//! it, so that a build that cannot start can still be replaced; here are the events that go between that script and the
//! app.

use wasm_bindgen::JsValue;

/// Calls `act` when a newer version lies ready, or has lain ready since before the app started.
pub fn on_update(act: impl Fn() + 'static) {
    if super::dom::root_data("update").is_some() {
        act();
    }
    super::on_window("kuayu:update", act);
}

/// Switches to the newer version and loads the page anew.
pub fn take_update() {
    super::dom::tell("kuayu:take-update");
}

/// Keeps the text of a catalog that the app has accepted, for when the host has none or a broken one.
pub fn keep_catalog(text: &str) {
    let detail = web_sys::CustomEventInit::new();
    detail.set_detail(&JsValue::from_str(text));
    let event = web_sys::CustomEvent::new_with_event_init_dict("kuayu:catalog-accepted", &detail);
    if let (Some(window), Ok(event)) = (super::window(), event) {
        let _ = window.dispatch_event(&event);
    }
}
