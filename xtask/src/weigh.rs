//! What weighs what: the code of the compiled app by the part of the source it comes from.
//!
//! It reads the module as the compiler wrote it, with names, before wasm-bindgen and wasm-opt take a third away: the
//! shares tell where to save, the sums are not what a phone loads (`budget` tells that).

use crate::shell;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::PathBuf;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Bytes and number of functions.
type Weight = (usize, usize);

/// `weigh`: prints the table, heaviest first.
pub fn command() -> Result<()> {
    let path = module();
    let bytes = std::fs::read(&path).with_context(|| format!("no {}: build first", path.display()))?;
    let (parts, data) = parts(&bytes)?;
    let all: usize = parts.values().map(|(bytes, _)| bytes).sum();
    let mut rows: Vec<(&String, &Weight)> = parts.iter().collect();
    rows.sort_by_key(|(name, (bytes, _))| (std::cmp::Reverse(*bytes), (*name).clone()));
    println!("{:<28} {:>9} {:>6} {:>10}", "part", "bytes", "share", "functions");
    for (name, (bytes, functions)) in rows {
        println!("{name:<28} {bytes:>9} {:>5.1}% {functions:>10}", *bytes as f64 * 100.0 / all.max(1) as f64);
    }
    println!("{:<28} {all:>9}", "all code");
    println!("{:<28} {data:>9}", "constant data");
    Ok(())
}

fn module() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| shell::root().join("target"), PathBuf::from);
    target.join("wasm32-unknown-unknown/release/kuayu-app.wasm")
}

/// The code's parts, and the bytes of constant data.
fn parts(bytes: &[u8]) -> Result<(BTreeMap<String, Weight>, usize)> {
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut names = BTreeMap::new();
    let mut data = 0;
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(length(body.range())),
            Payload::DataSection(section) => data = length(section.range()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for subsection in subsections {
                        if let Name::Function(map) = subsection? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut parts: BTreeMap<String, Weight> = BTreeMap::new();
    for (at, size) in (imported..).zip(sizes) {
        let name = names.get(&at).map_or("", String::as_str);
        let part = parts.entry(part_of(&format!("{:#}", rustc_demangle::demangle(name)))).or_default();
        part.0 += size;
        part.1 += 1;
    }
    Ok((parts, data))
}

fn length(range: std::ops::Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}

/// The part of the source that a function belongs to: a module of ours where its name has one, else the library.
///
/// Generic code of a library counts as ours when one of our types is in its name; most of it carries no types in its
/// name and counts as the library's.
fn part_of(function: &str) -> String {
    for (ours, label) in [("kuayu_app::", "app"), ("kuayu::", "domain")] {
        if let Some((_, path)) = function.split_once(ours) {
            let mut words = path.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
            let module = words.next().unwrap_or_default();
            let below = words.next().filter(|_| module == "ui").unwrap_or_default();
            let slash = if below.is_empty() { "" } else { "/" };
            return format!("{label} {module}{slash}{below}");
        }
    }
    if function.contains("slice::sort") {
        return "std sort".to_owned();
    }
    let libraries = ["tachys", "reactive_graph", "leptos", "serde", "csv", "wasm_bindgen", "js_sys", "web_sys", "gloo"];
    let library = libraries.iter().find(|library| function.contains(*library));
    library.map_or("std and others", |library| library).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_part() {
        for (function, part) in [
            ("kuayu::audit::judge::status", "domain audit"),
            ("<kuayu_app::ui::pages::plan::mind::{closure#0} as tachys::view::Render>::build", "app ui/pages"),
            ("tachys::view::any_view::AnyView::build", "tachys"),
            ("core::slice::sort::stable::drift::sort", "std sort"),
            ("alloc::vec::Vec<T>::push", "std and others"),
        ] {
            assert_eq!(part_of(function), part, "{function}");
        }
    }
}
