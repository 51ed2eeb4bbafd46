//! The readers of workbooks and PDF files: a script and a WebAssembly module of their own (`readers/`), which are fetched
//! when the first such file is chosen.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::files::Picked;
use super::script;

/// The script; `cargo xtask build` names it. A build for development has none.
const SCRIPT: Option<&str> = option_env!("KUAYU_READERS");

/// What the readers say of a file: JSON, or nothing sensible where they failed or took too long. `None` where they
/// could not be fetched.
pub async fn open(file: &Picked) -> Option<String> {
    let readers: Function = script::named("kuayuReaders", SCRIPT).await?.dyn_into().ok()?;
    let answer: Promise = readers.call1(&JsValue::NULL, file.value()).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_string()
}
