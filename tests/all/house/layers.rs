//! Who sees whom: no file is seen, along whatever way, by what it sees itself, but for modules and their own children.
//!
//! Read from the source's paths (`use` and paths in the code), with what a module passes on (`pub use`) followed to the
//! file in which it stands. Tests inside files are left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::sources::{files, none};

/// A module or an item in one, from the crate's root.
type Path = Vec<String>;

/// What one file says of others.
#[derive(Default)]
struct Module {
    names: Vec<Path>,
    passes_on: BTreeMap<String, Path>,
}

#[test]
fn no_circle_of_files() {
    let texts: BTreeMap<Path, String> = files("src", "rs")
        .into_iter()
        .map(|(name, text)| {
            let name = name.trim_start_matches("src/").trim_end_matches(".rs").replace('\\', "/");
            (name.split('/').map(str::to_owned).collect::<Path>(), code(&text))
        })
        // The roots of the library and of the two faces name everything below them.
        .filter(|(path, _)| !matches!(path[0].as_str(), "lib" | "main" | "bin"))
        .collect();
    let files: BTreeSet<Path> = texts.keys().cloned().collect();
    let modules: BTreeMap<&Path, Module> = texts.iter().map(|(path, text)| (path, read(path, text, &files))).collect();
    let sees: BTreeMap<&Path, BTreeSet<Path>> = modules
        .iter()
        .map(|(path, module)| {
            let seen = module.names.iter().filter_map(|name| home(name, &modules, 0));
            (*path, seen.filter(|other| !other.starts_with(path) && !path.starts_with(other)).collect())
        })
        .collect();
    let mut circles: Vec<String> = Vec::new();
    for from in files.iter() {
        if let Some(way) = way_back(from, &sees) {
            circles.push(way.iter().map(|path| path.join("/")).collect::<Vec<_>>().join(" -> "));
        }
    }
    assert!(files.len() > 200, "the files are not found");
    none(circles);
}

/// A shortest way from a file back to itself.
fn way_back<'f>(from: &'f Path, sees: &'f BTreeMap<&Path, BTreeSet<Path>>) -> Option<Vec<&'f Path>> {
    let mut came: BTreeMap<&Path, &Path> = BTreeMap::new();
    let mut edge = vec![from];
    while let Some(next) = (!edge.is_empty()).then(|| edge.remove(0)) {
        for seen in sees.get(next).into_iter().flatten() {
            if seen == from {
                let mut way = vec![from, next];
                while let Some(before) = came.get(way[way.len() - 1]).filter(|_| way[way.len() - 1] != from) {
                    way.push(before);
                }
                way.reverse();
                return Some(way);
            }
            if !came.contains_key(seen) {
                came.insert(seen, next);
                edge.push(seen);
            }
        }
    }
    None
}

/// The file in which a name stands.
fn home(name: &[String], modules: &BTreeMap<&Path, Module>, passed: usize) -> Option<Path> {
    let module =
        (1..=name.len()).rev().map(|length| name[..length].to_vec()).find(|path| modules.contains_key(path))?;
    let rest = &name[module.len()..];
    match rest.first().and_then(|item| modules[&module].passes_on.get(item)) {
        Some(target) if passed < 8 => {
            let further: Path = target.iter().chain(&rest[1..]).cloned().collect();
            home(&further, modules, passed + 1)
        }
        _ => Some(module),
    }
}

/// The code of a file: without comments, texts, and its tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let mut code = String::new();
    for line in text.lines() {
        let mut quoted = false;
        let mut before = ' ';
        for (at, letter) in line.char_indices() {
            if !quoted && line[at..].starts_with("//") {
                break;
            }
            if letter == '"' && before != '\\' && before != '\'' {
                quoted = !quoted;
            } else if !quoted {
                code.push(letter);
            }
            before = letter;
        }
        code.push('\n');
    }
    code
}

fn read(path: &Path, text: &str, files: &BTreeSet<Path>) -> Module {
    let mut module = Module::default();
    let mut rest = String::new();
    let mut left = text;
    while let Some(at) = left.find("use ") {
        let begins = left[..at].chars().next_back().is_none_or(|before| before.is_whitespace());
        let Some(end) = left[at..].find(';').filter(|_| begins) else {
            rest.push_str(&left[..at + 4]);
            left = &left[at + 4..];
            continue;
        };
        let public = left[..at].trim_end().ends_with("pub") || left[..at].trim_end().ends_with(')');
        rest.push_str(&left[..at]);
        for name in expand(&left[at + 4..at + end]) {
            let (name, given) = name.split_once(" as ").map_or((name.as_str(), None), |(name, as_)| (name, Some(as_)));
            let Some(absolute) = absolute(path, name, files) else { continue };
            if public
                && let Some(last) = given.map(|given| given.trim().to_owned()).or_else(|| absolute.last().cloned())
            {
                module.passes_on.insert(last, absolute);
            } else {
                module.names.push(absolute);
            }
        }
        left = &left[at + end + 1..];
    }
    rest.push_str(left);
    for word in rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).filter(|word| word.contains("::"))
    {
        module.names.extend(absolute(path, word, files));
    }
    module
}

/// `a::{b, c::{d}}` as `a::b` and `a::c::d`.
fn expand(tree: &str) -> Vec<String> {
    let Some(open) = tree.find('{') else { return vec![tree.trim().to_owned()] };
    let (stem, body) = (tree[..open].trim(), &tree[open + 1..tree.rfind('}').unwrap()]);
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in body.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if letter == ',' && depth == 0 {
            parts.push(String::new());
        } else {
            parts.last_mut().unwrap().push(letter);
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| expand(part)).map(|part| format!("{stem}{part}")).collect()
}

/// A name from the crate's root; `None` for what is not of this crate.
fn absolute(path: &Path, name: &str, files: &BTreeSet<Path>) -> Option<Path> {
    let mut parts: Vec<String> =
        name.split("::").map(|part| part.trim().to_owned()).filter(|p| !p.is_empty()).collect();
    let first = parts.first()?.clone();
    let mut base = path.clone();
    match first.as_str() {
        "crate" | "kuayu" => base.clear(),
        "self" => {}
        "super" => {
            while parts.first().is_some_and(|part| part == "super") {
                parts.remove(0);
                base.pop();
            }
            base.extend(parts);
            return Some(base);
        }
        _ => {
            base.push(first);
            if !files.contains(&base) {
                return None;
            }
        }
    }
    base.extend(parts.drain(1..));
    Some(base)
}
