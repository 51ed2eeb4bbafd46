//! The clipboard, which pages without https do not have.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard. False when the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = super::navigator::part("clipboard") else { return false };
    JsFuture::from(clipboard.unchecked_into::<web_sys::Clipboard>().write_text(text)).await.is_ok()
}
