//! Handing a file to the student.

use wasm_bindgen::{JsCast, JsValue};

/// Offers `text` as a file of that name and media type.
pub fn save(name: &str, media_type: &str, text: &str) {
    let _ = try_save(name, media_type, text);
}

fn try_save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    offer(name, &web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// Offers what is in memory already as a file of that name.
pub fn save_blob(name: &str, blob: &web_sys::Blob) {
    let _ = offer(name, blob);
}

fn offer(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    if let Some(document) = super::document() {
        let link: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // Some browsers read the blob only after the click has returned.
    super::after(30_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    });
    Ok(())
}
