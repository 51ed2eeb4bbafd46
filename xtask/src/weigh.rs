//! What weighs what: the code of the compiled app by the part of the source it comes from, in the parts of the program.
//!
//! It reads the modules as [`split`] divided them, with names, before wasm-bindgen and wasm-opt take a third away: the
//! shares tell where to save, the sums are not what a phone loads (`budget` tells that).

use crate::split;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Bytes in the first part of the program, in the second alone, in those that draw pages, and in what these share.
type Weight = [usize; 4];

/// `weigh`: prints the table, heaviest first.
pub fn command() -> Result<()> {
    let mut parts: BTreeMap<String, Weight> = BTreeMap::new();
    let mut data = Weight::default();
    let modules = split::with_names()?;
    for (at, path) in modules.iter().enumerate().flat_map(|(at, paths)| paths.iter().map(move |path| (at, path))) {
        let bytes = std::fs::read(path).with_context(|| format!("no {}: build first", path.display()))?;
        let (code, constants) = weights(&bytes)?;
        let add = |weight: &mut Weight, bytes: usize| {
            if let Some(here) = weight.get_mut(at) {
                *here += bytes;
            }
        };
        add(&mut data, constants);
        code.into_iter().for_each(|(part, bytes)| add(parts.entry(part).or_default(), bytes));
    }
    let all = parts.values().fold(Weight::default(), |[a, b, c, d], [e, f, g, h]| [a + e, b + f, c + g, d + h]);
    let sum = |weight: &Weight| weight.iter().sum::<usize>();
    let mut rows: Vec<(&String, &Weight)> = parts.iter().collect();
    rows.sort_by_key(|(name, weight)| (std::cmp::Reverse(sum(weight)), (*name).clone()));
    println!(
        "{:<28} {:>9} {:>9} {:>9} {:>9} {:>6}",
        "part of the source", "first", "second", "pages", "shared", "share"
    );
    for (name, weight) in rows {
        let [first, second, pages, shared] = weight;
        let share = sum(weight) as f64 * 100.0 / sum(&all).max(1) as f64;
        println!("{name:<28} {first:>9} {second:>9} {pages:>9} {shared:>9} {share:>5.1}%");
    }
    for (name, [first, second, pages, shared]) in [("all code", all), ("constant data", data)] {
        println!("{name:<28} {first:>9} {second:>9} {pages:>9} {shared:>9}");
    }
    Ok(())
}

/// A module's code by the part of the source, and its constant data, in bytes.
fn weights(bytes: &[u8]) -> Result<(BTreeMap<String, usize>, usize)> {
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
    let mut parts: BTreeMap<String, usize> = BTreeMap::new();
    for (at, size) in (imported..).zip(sizes) {
        let name = names.get(&at).map_or("", String::as_str);
        *parts.entry(part_of(&format!("{:#}", rustc_demangle::demangle(name)))).or_default() += size;
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
