//! The readers of workbooks and PDF files: a WebAssembly module and its script, made before the app, which knows the script
//! by its name.
//!
//! No wasm-bindgen: the module takes and gives numbers only (`readers/src/worker.rs`). Names carry the hash of the
//! content, the app's the script's, the script's the module's, so that a page never meets another build's.

use crate::finish::{replace_once, short_hash};
use crate::narrow;
use crate::prune;
use crate::setup::WasmTools;
use crate::shell::{root, run};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// How their names in the site begin.
const NAME: &str = "kuayu-readers";
/// The profile in `Cargo.toml` that builds them: quick first, small second.
const PROFILE: &str = "readers";
/// What the worker calls; what libraries export beside it nobody does.
const CALLED: [&str; 4] = ["memory", "room", "look", "said"];

/// True for what belongs to the readers, by its path in the site.
pub fn is_readers(path: &str) -> bool {
    path.starts_with(NAME)
}

/// Not `target/readers`: cargo keeps there what it compiles for the profile of that name.
fn folder() -> PathBuf {
    root().join("target/workers/readers")
}

/// The names of what was built.
pub struct Built {
    /// The script that the page loads.
    pub script: String,
    /// The module.
    pub module: String,
}

/// A package that is a WebAssembly module for a worker.
pub struct Packaged {
    /// Its name.
    pub package: &'static str,
    /// What cargo calls the module.
    pub file: &'static str,
    /// The profile in `Cargo.toml` that builds it.
    pub profile: &'static str,
}

/// Compiles a worker's module.
pub fn compile(tools: &WasmTools, flags: (&str, &str), what: &Packaged) -> Result<Vec<u8>> {
    let target = "wasm32-unknown-unknown";
    let mut cargo = tools.command("cargo");
    cargo
        .args(["build", "--profile", what.profile, "--package", what.package, "--target", target])
        .env(flags.0, flags.1);
    run(&mut cargo)?;
    let built = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    std::fs::read(built.join(target).join(what.profile).join(what.file)).with_context(|| what.file)
}

/// Optimizes a module, unless it is the one that was optimized there the last time: that takes minutes.
pub fn optimize(tools: &WasmTools, whole: &Path, small: &Path) -> Result<Vec<u8>> {
    let hash = short_hash(&std::fs::read(whole).with_context(|| whole.display().to_string())?);
    let of = small.with_extension("of");
    if !small.is_file() || std::fs::read_to_string(&of).ok().as_deref() != Some(&hash) {
        run(tools.command("wasm-opt").arg("-O2").arg(whole).arg("-o").arg(small))?;
        std::fs::write(&of, hash)?;
    }
    std::fs::read(small).with_context(|| small.display().to_string())
}

/// Builds the module and its script.
pub fn build(tools: &WasmTools, flags: (&str, &str)) -> Result<Built> {
    let module = compile(tools, flags, &Packaged { package: NAME, file: "kuayu_readers.wasm", profile: PROFILE })?;

    let folder = folder();
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let [whole, small] = ["whole", "small"].map(|name| root().join(format!("target/readers-{name}.wasm")));
    std::fs::write(&whole, prune::exports(&module, |export| !CALLED.contains(&export))?)?;
    let module = narrow::functions(&optimize(tools, &whole, &small)?)?;
    let named = format!("{NAME}-{}.wasm", short_hash(&module));
    std::fs::write(folder.join(&named), module)?;

    let script = std::fs::read_to_string(root().join("readers/readers.js")).context("the readers' script")?;
    let script = replace_once(&script, "\"readers.wasm\"", &format!("\"{named}\""))?;
    let name = format!("{NAME}-{}.js", short_hash(script.as_bytes()));
    std::fs::write(folder.join(&name), script)?;
    Ok(Built { script: name, module: named })
}

/// The module and its script, with their names: what `finish` takes into the site.
pub fn files() -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder()).context("the readers are missing")?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
