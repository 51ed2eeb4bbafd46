//! `cargo xtask catalog --facts DIR`: makes the data files the app ships from compiled facts.
//!
//! In: `programs.json`, `programs-115-new.json`, `curricula.json`, `courses.csv` (facts as the sources state them).
//! Out: `programs.json`, `public/curricula/<year>.json`, `public/courses.json`. The same facts give the same bytes. A
//! fact that no rule here knows stops the run: nothing is dropped silently.

mod changes;
mod courses;
mod curricula;
mod departments;
mod edition;
mod facts;
// The library's own layout, without the library: this tool compiles in seconds.
#[path = "../../src/catalog/layout.rs"]
mod layout;
mod restriction_facts;
mod restrictions;
mod words;

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;

use facts::Facts;

/// Runs the command.
pub fn command(args: &[&str]) -> Result<()> {
    let facts = match args {
        ["--facts", dir] => Facts::read(Path::new(dir))?,
        _ => bail!("usage: cargo xtask catalog --facts DIR"),
    };
    for (path, text) in files(&facts)? {
        if let Some(folder) = Path::new(&path).parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&path, &text).with_context(|| format!("writing {path}"))?;
        println!("{path}: {} bytes", text.len());
    }
    Ok(())
}

/// The files as (path from the project's root, content).
pub fn files(facts: &Facts) -> Result<Vec<(String, String)>> {
    let mut files = vec![("programs.json".to_owned(), programs(facts)?)];
    for (year, groups) in &facts.curricula {
        files.push((format!("public/curricula/{year}.json"), curricula::file(*year, groups)?));
    }
    files.push(("public/courses.json".to_owned(), courses::search_file(facts)?));
    Ok(files)
}

fn programs(facts: &Facts) -> Result<String> {
    let editions = vec![edition::edition_114(facts)?, edition::edition_115(facts)?];
    let document = json!({
        "$schema": "./programs.schema.json",
        "schema": 1,
        "sources": words::sources(),
        "departments": departments::table(),
        "courses": courses::table(facts, &editions)?,
        "editions": editions,
    });
    Ok(layout::pretty(&document))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `KUAYU_FACTS=DIR cargo test -p xtask`: the committed files are what the facts give, byte for byte.
    #[test]
    fn the_committed_files_are_what_the_facts_give() {
        let Some(dir) = std::env::var_os("KUAYU_FACTS") else { return };
        let facts = Facts::read(Path::new(&dir)).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let made = files(&facts).unwrap();
        assert_eq!(made.len(), 6);
        for (path, text) in made {
            let committed = std::fs::read_to_string(root.join(&path)).unwrap();
            assert!(committed == text, "{path} differs from what the facts give");
        }
    }
}
