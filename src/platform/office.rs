//! The office's part: scripts and a WebAssembly module of their own (`office/`), which judge many students in workers.
//! They are fetched when the office's page is opened.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::files::Picked;
use super::script;

/// The script; `cargo xtask build` names it. A build for development has none.
const SCRIPT: Option<&str> = option_env!("KUAYU_OFFICE");
/// What the script leaves in the window.
const NAME: &str = "kuayuOffice";

/// A file that was made.
pub struct Made(web_sys::Blob);

/// Whether the part is here, fetched if it is not.
pub async fn is_here() -> bool {
    script::named(NAME, SCRIPT).await.is_some()
}

/// Takes these transcripts in place of those before. JSON: how many, and which zip files cannot be opened.
pub async fn transcripts(files: &[Picked]) -> Option<String> {
    let list: Array = files.iter().map(Picked::value).collect();
    ask("transcripts", &[list.into()]).await?.as_string()
}

/// The same of what was dropped, folders too. It is asked at once: afterwards the event gives nothing.
pub fn dropped(event: &web_sys::DragEvent) -> impl Future<Output = Option<String>> + use<> {
    let asked = event.data_transfer().and_then(|dropped| call(&script::here(NAME)?, "dropped", &[dropped.into()]));
    async move { JsFuture::from(asked?).await.ok()?.as_string() }
}

/// Opens the catalog and reads the roster, if one is given, else the one before. JSON: what both say.
pub async fn look(roster: Option<&Picked>, wanted: &str) -> Option<String> {
    let roster = roster.map_or(JsValue::NULL, |file| file.value().clone());
    ask("look", &[roster, JsValue::from_str(wanted)]).await?.as_string()
}

/// Judges all students; `tell` hears of those done, as JSON. Whether it came to its end.
pub async fn run(tell: impl Fn(String) + 'static) -> bool {
    let tell = Closure::<dyn Fn(String)>::new(tell);
    let done = ask("run", &[tell.as_ref().clone()]).await;
    done.and_then(|done| done.as_string()).is_some_and(|done| done == "true")
}

/// Ends a run.
pub async fn cancel() {
    ask("cancel", &[]).await;
}

/// One student in full, as JSON.
pub async fn details(student: usize) -> Option<String> {
    ask("details", &[JsValue::from_f64(student as f64)]).await?.as_string()
}

/// One student's review sheet of a program, as JSON.
pub async fn sheet(student: usize, program: &str) -> Option<String> {
    ask("sheet", &[JsValue::from_f64(student as f64), JsValue::from_str(program)]).await?.as_string()
}

/// What was judged as a file: `answers`, `problems`, its `receipt`, or a `workbook` of the students and programs in `chosen` (JSON).
pub async fn table(kind: &str, chosen: Option<&str>) -> Option<Made> {
    let chosen = chosen.map_or(JsValue::NULL, JsValue::from_str);
    ask("table", &[JsValue::from_str(kind), chosen]).await?.dyn_into().ok().map(Made)
}

/// Asks something about the catalog that is edited, with these files; JSON in and out.
pub async fn edit(request: &str, files: &[Picked]) -> Option<String> {
    let files: Array = files.iter().map(Picked::value).collect();
    ask("edit", &[JsValue::from_str(request), files.into()]).await?.as_string()
}

/// One of the files that came with the last answer to [`edit`] that had any.
pub async fn made(at: usize) -> Option<Made> {
    ask("made", &[JsValue::from_f64(at as f64)]).await?.dyn_into().ok().map(Made)
}

/// Whether the browser asks before the page is left, as something would be lost.
pub async fn hold(holds: bool) {
    ask("hold", &[JsValue::from_bool(holds)]).await;
}

/// Offers what was made as a file of that name.
pub fn save(name: &str, made: &Made) {
    super::download::save_blob(name, &made.0);
}

async fn ask(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let office = script::named(NAME, SCRIPT).await?;
    JsFuture::from(call(&office, name, arguments)?).await.ok()
}

fn call(office: &JsValue, name: &str, arguments: &[JsValue]) -> Option<Promise> {
    let function: Function = Reflect::get(office, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    let arguments: Array = arguments.iter().collect();
    function.apply(office, &arguments).ok()?.dyn_into().ok()
}
