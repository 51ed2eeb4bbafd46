//! The app in two WebAssembly modules: the first page's, and the rest, which `src/ui/later.rs` fetches.
//!
//! Trunk has no step between the compiler and wasm-bindgen, but it takes the `wasm-bindgen` it finds on `PATH`. So the
//! build puts this program there under that name ([`prepare`]). Called so, it divides the module where the
//! compiler left relocations to divide it by, hands the first part to the real wasm-bindgen, and leaves the second, with
//! the script that joins it to the first, where `finish` takes them into the site ([`files`]).

use crate::finish::{replace_once, short_hash};
use crate::narrow;
use crate::prune;
use crate::scripts;
use crate::setup::WasmTools;
use crate::shell::{self, root, run, which};
use anyhow::{Context, Result, anyhow, bail};
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
/// How the second part's name in the site begins.
const LATER: &str = "kuayu-later";

/// The first part's file, where the module is divided.
const FIRST: &str = "kuayu-app.wasm";
/// The second part's there: the name that the dividing library gives, after the one in `src/ui/later.rs`.
const SECOND: &str = "split_later.wasm";

/// True for the second part, by its path in the site.
pub fn is_later(path: &str) -> bool {
    path.starts_with(LATER)
}

/// Where the second part waits for `finish`.
fn folder() -> PathBuf {
    root().join("target/later")
}

/// Where the module is divided, and both parts stay as the compiler named their functions.
fn work() -> PathBuf {
    root().join("target/later-work")
}

/// Both parts of the last build, with the names of their functions.
pub fn with_names() -> [PathBuf; 2] {
    [FIRST, SECOND].map(|name| work().join(name))
}

/// Makes Trunk build the app in two parts.
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
    let second = work.join(SECOND);
    if split.split_modules != [second.clone()] {
        bail!("expected one second part, found {:?}", split.split_modules);
    }

    // The second part uses the first one's memory and table, which are exports that wasm-bindgen would take for unused.
    bindgen.args(args.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, arg)| arg));
    run(bindgen.arg("--keep-lld-exports").arg(&first))?;

    let page = out.join(format!("{name}_bg.wasm"));
    let pruned = prune::exports(&std::fs::read(&page)?, |export| export.contains(STREAMS))?;
    std::fs::write(&page, narrow::functions(&pruned)?).with_context(|| format!("writing {}", page.display()))?;

    let small = work.join("later-small.wasm");
    run(shell::command("wasm-opt").arg("-Oz").arg(&second).arg("-o").arg(&small))?;
    let later = keep(&folder, LATER, "wasm", &narrow::functions(&std::fs::read(&small)?)?)?;

    let script = std::fs::read_to_string(work.join(LINK)).context("the script between the parts")?;
    let link = keep(&folder, "kuayu-link", "js", scripts::without_comments(&join(&script, &later)?).as_bytes())?;
    let main = out.join(format!("{name}.js"));
    let glue = std::fs::read_to_string(&main).with_context(|| format!("reading {}", main.display()))?;
    std::fs::write(&main, without_indents(&connect(&without_streams(&glue)?, &link)?)?)
        .with_context(|| format!("writing {}", main.display()))
}

/// Writes a file under a name with its hash; gives the name.
fn keep(folder: &Path, stem: &str, extension: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("{stem}-{}.{extension}", short_hash(bytes));
    std::fs::write(folder.join(&name), bytes).with_context(|| format!("writing {name}"))?;
    Ok(name)
}

/// The script that joins the parts, as this site needs it.
///
/// It must not name the first part's script: each file's name has the hash of its content, and two that name each other
/// could have none. So the first hands itself over ([`connect`]). And hosts that send WebAssembly under another type
/// get it compiled when all of it has arrived.
fn join(script: &str, later: &str) -> Result<String> {
    const HEAD: &str = "let initSync;\n\
        export const connect = (given) => { initSync = given; };\n\
        async function instantiate(answer, imports) {\n\
        \x20   const response = await answer;\n\
        \x20   if (!response.ok) throw new Error(`${response.url}: ${response.status}`);\n\
        \x20   const typed = response.headers.get(\"Content-Type\")?.startsWith(\"application/wasm\");\n\
        \x20   return typed ? WebAssembly.instantiateStreaming(response, imports) : WebAssembly.instantiate(await response.arrayBuffer(), imports);\n\
        }";
    let script = replace_once(script, "import { initSync } from \"./main.js\";", HEAD)?;
    let script = replace_once(&script, "WebAssembly.instantiateStreaming(src, imports)", "instantiate(src, imports)")?;
    replace_once(&script, &format!("./{SECOND}"), &format!("./{later}"))
}

/// The script without the classes that call the exports for streams, each of which ends at a line of its own.
fn without_streams(glue: &str) -> Result<String> {
    let mut kept = String::new();
    let mut end = None;
    for line in glue.lines() {
        end = match end {
            None if line.starts_with("export class IntoUnderlying") => Some("}"),
            None if line.starts_with("const IntoUnderlying") => Some(";"),
            None if line.starts_with("if (Symbol.dispose) IntoUnderlying") => continue,
            None => {
                kept.push_str(line);
                kept.push('\n');
                None
            }
            Some("}") if line == "}" => None,
            Some(";") if line.ends_with(';') => None,
            going_on => going_on,
        };
    }
    match kept.contains("IntoUnderlying") {
        true => bail!("the script still speaks of streams: it is written otherwise than it was"),
        false => Ok(kept),
    }
}

/// The script without what indents, which every first visit would load.
fn without_indents(script: &str) -> Result<String> {
    let mut bare = String::new();
    for line in script.lines().map(str::trim_start).filter(|line| !line.is_empty()) {
        if line.matches('`').count() % 2 == 1 {
            bail!("a text of several lines, whose beginnings count: {line}");
        }
        bare.push_str(line);
        bare.push('\n');
    }
    Ok(bare)
}

/// The first part's script: imports the joining one by its name with the hash, and hands itself over.
fn connect(glue: &str, link: &str) -> Result<String> {
    let import = format!("from \"{LINK}\"");
    let (_, name) = glue
        .lines()
        .find(|line| line.ends_with(&import))
        .and_then(|line| line.trim_end_matches(&import).trim().rsplit_once(' '))
        .context("the first part does not import the second")?;
    let line = format!("from \"./{link}\"\n{name}.connect(initSync);");
    replace_once(glue, &import, &line)
}

/// The second part and the script that joins it, with their names: what `finish` takes into the site. None where the
/// build was not divided.
pub fn files() -> Result<Vec<PathBuf>> {
    if which(STAGE).is_none_or(|found| found.parent() != Some(&root().join("target/split-tools"))) {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder()).context("the second part of the app is missing")?;
    entries.map(|entry| Ok(entry?.path())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_for_streams_go_and_nothing_else() {
        let glue = "let a;\nexport class IntoUnderlyingSink {\n    free() {\n    }\n}\nif (Symbol.dispose) IntoUnderlyingSink.x = 1;\n\
                    const IntoUnderlyingSinkFinalization = (x)\n    ? 1\n    : new F(p => wasm.q(p, 1));\nlet b;\n";
        assert_eq!(without_streams(glue).unwrap(), "let a;\nlet b;\n");
        assert!(without_streams("new IntoUnderlyingSink();").is_err());
    }

    #[test]
    fn scripts_lose_their_indents_where_those_do_not_count() {
        assert_eq!(without_indents("{\n    let a = `b`;\n\n}\n").unwrap(), "{\nlet a = `b`;\n}\n");
        assert!(without_indents("let a = `b\n  c`;\n").is_err());
    }

    #[test]
    fn the_parts_name_each_other_in_one_direction_only() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\n\nfunction f() { return { \"./__wasm_split.js\": import1 }; }\n";
        let glue = connect(glue, "kuayu-link-1.js").unwrap();
        assert!(
            glue.starts_with("import * as import1 from \"./kuayu-link-1.js\"\nimport1.connect(initSync);\n"),
            "{glue}"
        );
        assert!(
            glue.contains("\"./__wasm_split.js\": import1"),
            "the module inside still asks by the old name: {glue}"
        );

        let script = "import { initSync } from \"./main.js\";\nload(() => { const src = fetch(new URL(\"./split_later.wasm\", import.meta.url)); \
                      return (WebAssembly.instantiateStreaming(src, imports)); });";
        let script = join(script, "kuayu-later-2.wasm").unwrap();
        assert!(script.contains("new URL(\"./kuayu-later-2.wasm\""), "{script}");
        assert!(!script.contains("main.js"), "{script}");
        assert!(connect("export {};", "x.js").is_err());
    }
}
