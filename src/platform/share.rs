//! Handing something to the device's own sharing, where there is one.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether there is one.
pub fn is_here() -> bool {
    method("share").is_some()
}

/// Offers a link. False where it was refused; somebody who thought better of it has not been refused.
pub async fn link(url: &str) -> bool {
    let data = Object::new();
    set(&data, "url", &JsValue::from_str(url));
    offer(&data).await
}

/// Offers a text as a file of that name and media type. False where it was refused, or files cannot be shared.
pub async fn file(name: &str, media_type: &str, text: &str) -> bool {
    let Some(file) = made(name, media_type, text) else { return false };
    let data = Object::new();
    set(&data, "files", &Array::of1(&file));
    let can = call("canShare", &data).is_some_and(|can| can.is_truthy());
    can && offer(&data).await
}

async fn offer(data: &Object) -> bool {
    let Some(promise) = call("share", data).and_then(|answer| answer.dyn_into::<Promise>().ok()) else { return false };
    match JsFuture::from(promise).await {
        Ok(_) => true,
        Err(error) => get(&error, "name").is_some_and(|name| name == "AbortError"),
    }
}

fn made(name: &str, media_type: &str, text: &str) -> Option<JsValue> {
    let file = get(super::window()?.as_ref(), "File")?.dyn_into::<Function>().ok()?;
    let options = Object::new();
    set(&options, "type", &JsValue::from_str(media_type));
    let parts = Array::of1(&JsValue::from_str(text));
    Reflect::construct(&file, &Array::of3(&parts, &JsValue::from_str(name), &options)).ok()
}

/// A method of the navigator that old browsers lack.
fn method(name: &str) -> Option<Function> {
    get(super::window()?.navigator().as_ref(), name)?.dyn_into().ok()
}

fn call(name: &str, data: &Object) -> Option<JsValue> {
    method(name)?.call1(super::window()?.navigator().as_ref(), data).ok()
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
