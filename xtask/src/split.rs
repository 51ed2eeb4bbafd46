//! The app in several WebAssembly modules: the first page's, what answers, and those that draw other pages, which
//! `src/ui/later.rs` fetches.
//!
//! Trunk has no step between the compiler and wasm-bindgen, but it takes the `wasm-bindgen` it finds on `PATH`. So the
//! build puts this program there under that name ([`prepare`]). Called so, it divides the module where the
//! compiler left relocations to divide it by, hands the first part to the real wasm-bindgen, and leaves the others, with
//! the script that joins them to the first, where `finish` takes them into the site ([`files`]).

mod script;

use crate::finish::short_hash;
use crate::merge;
use crate::narrow;
use crate::prune;
use crate::scripts;
use crate::setup::WasmTools;
use crate::shell::{self, root, run, which};
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_split_cli_support::{Options, transform};

/// The program whose place this one takes, and the variable with the path of the real one.
const STAGE: &str = "wasm-bindgen";
const REAL: &str = "KUAYU_WASM_BINDGEN";
/// The name under which the first part knows the script that joins the second to it.
const LINK: &str = "./__wasm_split.js";

/// In the names of what Leptos's server functions export for streams. A page without a server calls none of it.
const STREAMS: &str = "intounderlying";
/// How the names in the site begin: of the second part, and of those that draw pages.
const LATER: &str = "kuayu-later-";
const PAGES: &str = "kuayu-part-";

/// The first part's file, where the module is divided.
const FIRST: &str = "kuayu-app.wasm";
/// The second part, as `src/ui/later.rs` calls it.
const SECOND: &str = "later";
/// What some pages share, and the second part has no use for.
const COMMON: &str = "common";
/// How the dividing library names the file of a part.
const SPLIT: &str = "split_";
/// How it names what several parts share.
const CHUNK: &str = "chunk_";

/// True for the second part, by its path in the site.
pub fn is_second(path: &str) -> bool {
    path.starts_with(LATER)
}

/// The name of a part that draws pages, or of what those share, by its path in the site.
pub fn page_part(path: &str) -> Option<&str> {
    Some(path.strip_prefix(PAGES)?.rsplit_once('-')?.0)
}

/// True for every part but the first.
pub fn is_later(path: &str) -> bool {
    is_second(path) || page_part(path).is_some()
}

/// Where the parts wait for `finish`.
fn folder() -> PathBuf {
    root().join("target/later")
}

/// Where the module is divided, and all parts stay as the compiler named their functions.
fn work() -> PathBuf {
    root().join("target/later-work")
}

/// The modules of the last build with the names of their functions: the first part's, the second's own, those of the parts
/// that draw pages, and what any of these share.
pub fn with_names() -> Result<[Vec<PathBuf>; 4]> {
    let mut modules = [vec![work().join(FIRST)], Vec::new(), Vec::new(), Vec::new()];
    let entries = std::fs::read_dir(work()).context("no parts of the program: build first")?;
    for path in entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let [_, second, pages, shared] = &mut modules;
        match name.strip_suffix(".wasm").map(|stem| stem.strip_prefix(SPLIT).ok_or(stem)) {
            Some(Ok(SECOND)) => second.push(path),
            Some(Ok(_)) => pages.push(path),
            Some(Err(stem)) if stem.starts_with(CHUNK) => shared.push(path),
            _ => {}
        }
    }
    Ok(modules)
}

/// Makes Trunk build the app in parts.
pub fn prepare(trunk: &mut Command, tools: &WasmTools) -> Result<()> {
    let here = root().join("target/split-tools");
    std::fs::create_dir_all(&here).context("making a folder for tools")?;
    let link = here.join(STAGE);
    let _ = std::fs::remove_file(&link);
    std::os::unix::fs::symlink(std::env::current_exe()?, &link).context("standing in for wasm-bindgen")?;
    let path = tools.variable("PATH").map(OsString::from).or_else(|| std::env::var_os("PATH")).unwrap_or_default();
    let real = std::env::split_paths(&path).map(|folder| folder.join(STAGE)).find(|file| file.is_file());
    let paths = std::iter::once(here).chain(std::env::split_paths(&path));
    trunk.args(["--features", "split"]);
    trunk.env("PATH", std::env::join_paths(paths)?).env(REAL, real.context("no wasm-bindgen on PATH")?);
    Ok(())
}

/// True when Trunk has called this program for wasm-bindgen.
pub fn is_called() -> bool {
    std::env::args_os().next().is_some_and(|name| Path::new(&name).file_name().is_some_and(|name| name == STAGE))
}

/// What Trunk takes for wasm-bindgen.
pub fn stand_in(args: &[&str]) -> Result<()> {
    let real = std::env::var(REAL).with_context(|| format!("{REAL} is not set; `cargo xtask build` calls this"))?;
    let mut bindgen = shell::command(&real);
    match args.iter().position(|arg| arg.ends_with(".wasm")) {
        Some(at) => divide(bindgen, args, at),
        // Trunk asks for the version.
        None => run(bindgen.args(args)),
    }
}

fn divide(mut bindgen: Command, args: &[&str], at: usize) -> Result<()> {
    let input = args.get(at).map(PathBuf::from).context("no module named")?;
    let value = |flag: &str| args.iter().find_map(|arg| arg.strip_prefix(flag)?.strip_prefix('='));
    let out = PathBuf::from(value("--out-dir").context("Trunk names no folder")?);
    let name = value("--out-name").context("Trunk names no output")?;

    let folder = folder();
    let _ = std::fs::remove_dir_all(&folder);
    let work = work();
    let _ = std::fs::remove_dir_all(&work);
    for new in [&folder, &work] {
        std::fs::create_dir_all(new).with_context(|| format!("making {}", new.display()))?;
    }
    let first = work.join(FIRST);
    let bytes = std::fs::read(&input).with_context(|| format!("reading {}", input.display()))?;
    let mut options = Options::new(&bytes);
    options.output_dir = &work;
    options.main_out_path = &first;
    options.link_name = LINK;
    let split = transform(options).map_err(|error| anyhow!("dividing the module: {error:#}"))?;
    let needed = split.prefetch_map.get(SECOND).context("the program has no second part")?;
    let mut pages = BTreeMap::new();
    let (mut second, mut common) = (Vec::new(), Vec::new());
    let mut modules = split.split_modules;
    modules.sort();
    for path in modules {
        let module = std::fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match stem.strip_prefix(SPLIT) {
            Some(name) if name != SECOND => drop(pages.insert(name.to_owned(), module)),
            _ if needed.contains(&stem) => second.push(module),
            _ => common.push(module),
        }
    }

    // The second part uses the first one's memory and table, which are exports that wasm-bindgen would take for unused.
    bindgen.args(args.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, arg)| arg));
    run(bindgen.arg("--keep-lld-exports").arg(&first))?;

    let page = out.join(format!("{name}_bg.wasm"));
    let pruned = prune::exports(&std::fs::read(&page)?, |export| export.contains(STREAMS))?;
    std::fs::write(&page, narrow::functions(&pruned)?).with_context(|| format!("writing {}", page.display()))?;

    let small = |name: &str, module: &[u8]| -> Result<String> {
        let [whole, small] = ["whole", "small"].map(|name| work.join(name));
        std::fs::write(&whole, module).context("writing a part")?;
        run(shell::command("wasm-opt").arg("-Oz").arg(&whole).arg("-o").arg(&small))?;
        keep(&folder, name, "wasm", &narrow::functions(&std::fs::read(&small)?)?)
    };
    let parts = script::Parts {
        second: small(LATER, &merge::modules(&second)?)?,
        common: small(&format!("{PAGES}{COMMON}-"), &merge::modules(&common)?)?,
        pages: pages
            .into_iter()
            .map(|(name, module)| {
                let file = small(&format!("{PAGES}{name}-"), &module)?;
                Ok((name, file))
            })
            .collect::<Result<_>>()?,
    };
    let written = std::fs::read_to_string(work.join(LINK)).context("the script between the parts")?;
    let joined = scripts::without_comments(&script::join(&written, &parts)?);
    let link = keep(&folder, "kuayu-link-", "js", joined.as_bytes())?;
    let main = out.join(format!("{name}.js"));
    let glue = std::fs::read_to_string(&main).with_context(|| format!("reading {}", main.display()))?;
    std::fs::write(&main, script::without_indents(&script::connect(&script::without_streams(&glue)?, &link)?)?)
        .with_context(|| format!("writing {}", main.display()))
}

/// Writes a file under a name with its hash; gives the name.
fn keep(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("{stem}{}.{extension}", short_hash(bytes));
    std::fs::write(folder.join(&name), bytes).with_context(|| format!("writing {name}"))?;
    Ok(name)
}

/// All parts but the first and the script that joins them, with their names: what `finish` takes into the site. None where
/// the build was not divided.
pub fn files() -> Result<Vec<PathBuf>> {
    if which(STAGE).is_none_or(|found| found.parent() != Some(&root().join("target/split-tools"))) {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder()).context("the parts of the app are missing")?;
    entries.map(|entry| Ok(entry?.path())).collect()
}
