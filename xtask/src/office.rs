//! The office's page: a WebAssembly module for its workers, their script, and the script and styles that the page
//! asks for. Made after
//! the readers, whose module the workers know, and before the app, which knows the last script by its name.
//!
//! By wasm-bindgen, other than the readers: a library that writes workbooks asks the browser for the time.

use crate::finish::{replace_once, short_hash};
use crate::readers::{Built, Packaged};
use crate::scripts::without_comments;
use crate::setup::WasmTools;
use crate::shell::{root, run};
use crate::{narrow, readers};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// How their names in the site begin.
const NAME: &str = "kuayu-office";
/// How the name of the part that draws it begins.
const DRAWING: &str = "kuayu-part-office";

/// True for what belongs to the office's page, by its path in the site: no student fetches it.
pub fn is_office(path: &str) -> bool {
    [NAME, DRAWING].iter().any(|name| path.starts_with(name))
}

fn folder() -> PathBuf {
    root().join("target/workers/office")
}

/// Builds the module and its scripts; gives the name of the page's script.
pub fn build(tools: &WasmTools, flags: (&str, &str), readers: &Built) -> Result<String> {
    let module =
        readers::compile(tools, flags, &Packaged { package: NAME, file: "kuayu_office.wasm", profile: "office" })?;
    let bound = root().join("target/workers/office-bound");
    let _ = std::fs::remove_dir_all(&bound);
    std::fs::create_dir_all(&bound)?;
    let whole = bound.join("office.wasm");
    std::fs::write(&whole, module)?;
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "office"]);
    run(bindgen.arg("--out-dir").arg(&bound).arg(&whole))?;
    let small = readers::optimize(tools, &bound.join("office_bg.wasm"), &root().join("target/office-small.wasm"))?;

    let folder = folder();
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let module = narrow::functions(&small)?;
    let named = format!("{NAME}-{}.wasm", short_hash(&module));
    std::fs::write(folder.join(&named), module)?;

    let glue = read(&bound.join("office.js"))?;
    let worker = read(&root().join("office/worker.js"))?;
    let worker = replace_once(&worker, "\"office.wasm\"", &format!("\"{named}\""))?;
    let worker = replace_once(&worker, "\"readers.wasm\"", &format!("\"{}\"", readers.module))?;
    let named = script(&folder, "worker", &format!("{glue}\n{worker}"))?;
    let styles = read(&root().join("office/office.css"))?;
    let styles_name = format!("{NAME}-{}.css", short_hash(styles.as_bytes()));
    std::fs::write(folder.join(&styles_name), styles)?;
    let page = read(&root().join("office/office.js"))?;
    let page = replace_once(&page, "\"office-worker.js\"", &format!("\"{named}\""))?;
    script(&folder, "page", &replace_once(&page, "\"office.css\"", &format!("\"{styles_name}\""))?)
}

/// Writes a script of the site; gives its name.
fn script(folder: &Path, kind: &str, text: &str) -> Result<String> {
    let text = without_comments(text);
    let name = format!("{NAME}-{kind}-{}.js", short_hash(text.as_bytes()));
    std::fs::write(folder.join(&name), text)?;
    Ok(name)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

/// The module and its scripts, with their names: what `finish` takes into the site.
pub fn files() -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder()).context("the office's part is missing")?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
