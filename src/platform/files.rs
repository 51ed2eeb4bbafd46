//! Files that the student picks or drops, and texts that the student pastes.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A file, not read yet.
#[derive(Clone)]
pub struct Picked(web_sys::File);

impl Picked {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes, known before reading.
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// The file as scripts know it.
    pub fn value(&self) -> &JsValue {
        &self.0
    }

    /// Its bytes; `None` where the browser cannot read it (it was moved, or may not be read).
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()).to_vec())
    }
}

fn list(files: Option<web_sys::FileList>) -> Vec<Picked> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).map(Picked).collect()
}

/// The files chosen in a file input. The input is emptied, so that the same file can be chosen again.
pub fn chosen(event: &web_sys::Event) -> Vec<Picked> {
    let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = list(input.files());
    input.set_value("");
    files
}

/// The files dropped on an element.
pub fn dropped(event: &web_sys::DragEvent) -> Vec<Picked> {
    list(event.data_transfer().and_then(|data| data.files()))
}

/// What a paste brings as that kind of text (`text/plain`, `text/html`); empty when it brings none.
pub fn pasted(event: &web_sys::ClipboardEvent, kind: &str) -> String {
    event.clipboard_data().and_then(|data| data.get_data(kind).ok()).unwrap_or_default()
}

/// Decodes bytes of that encoding (`big5`, ...) by the browser's own tables, U+FFFD for what is no character of it.
/// `None` when the browser has no such table.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    web_sys::TextDecoder::new_with_label(label).ok()?.decode_with_u8_array(bytes).ok()
}
