//! The readers of workbooks and PDF files: a script and a WebAssembly module of their own (`readers/`), which are fetched
//! when the first such file is chosen. Their names carry the hash of what is in them, so they are never another build's.
//!
//! The script is asked by a name in the window and not by bindings, which every first visitor would load.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::files::Picked;

/// The script; `cargo xtask build` names it. A build for development has none.
const SCRIPT: Option<&str> = option_env!("KUAYU_READERS");

/// What the readers say of a file: JSON, or nothing sensible where they failed or took too long. `None` where they
/// could not be fetched.
pub async fn open(file: &Picked) -> Option<String> {
    if readers().is_none() {
        load(SCRIPT?).await;
    }
    let answer: Promise = readers()?.call1(&JsValue::NULL, file.value()).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_string()
}

fn readers() -> Option<Function> {
    let window = super::window()?;
    Reflect::get(&window, &JsValue::from_str("kuayuReaders")).ok()?.dyn_into().ok()
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
