//! What the site weighs, against what it may weigh.

use crate::dist::{self, SiteFile};
use crate::split;
use anyhow::{Result, bail};

/// What a part of the site may weigh, in bytes, gzipped.
struct Limit {
    /// What it is meant to weigh, where that was said.
    goal: Option<usize>,
    /// What it weighs today, rounded up: more than this is refused. It may only ever be lowered.
    ratchet: usize,
}

/// Everything a first visit transfers before its page can be used: html, js, css, and the first part of the program.
const FIRST_PAGE: Limit = Limit { goal: Some(200_000), ratchet: 198_000 };
/// The same with the catalog, which the goal was set for.
const WITH_CATALOG: Limit = Limit { goal: Some(200_000), ratchet: 237_000 };
/// The first part of the program (see `split.rs`).
const FIRST_PART: Limit = Limit { goal: Some(170_000), ratchet: 171_000 };
/// Both parts together. No goal is set for what is fetched after the first page; it may not grow unnoticed.
const PROGRAM: Limit = Limit { goal: None, ratchet: 668_000 };

/// `budget`: prints the table; fails when a limit is passed.
pub fn command() -> Result<()> {
    let files = dist::read(&dist::folder())?;
    let mut first = 0;
    let mut first_part = 0;
    let mut program = 0;
    let mut rest = 0;
    println!("{:<48} {:>10} {:>10}", "file", "bytes", "gzip");
    for file in &files {
        let gzip = file.gzipped()?;
        let mark = if is_first_load(file) { "" } else { "  (later)" };
        println!("{:<48} {:>10} {:>10}{mark}", file.path, file.bytes.len(), gzip);
        if is_first_load(file) {
            first += gzip;
        } else {
            rest += gzip;
        }
        if file.extension() == "wasm" {
            program += gzip;
            first_part += if is_first_load(file) { gzip } else { 0 };
        }
    }
    println!();
    let catalog = files.iter().find(|file| file.path == "programs.json").map_or(Ok(0), SiteFile::gzipped)?;
    let first_fits = told("first page", first, &FIRST_PAGE);
    let catalog_fits = told("+ catalog", first + catalog, &WITH_CATALOG);
    let part_fits = told("first part", first_part, &FIRST_PART);
    let program_fits = told("program", program, &PROGRAM);
    println!("later      {:>6.1} kB (fetched when it is wanted, and for use offline)", kilobytes(rest));
    if first_part == 0 || first_part == program {
        bail!("not both parts of the program in {}: build first", dist::folder().display());
    }
    if !first_fits || !catalog_fits || !part_fits || !program_fits {
        bail!("heavier than it ever was");
    }
    Ok(())
}

/// Prints a part beside its goal; false when it is heavier than it ever was.
fn told(what: &str, weight: usize, limit: &Limit) -> bool {
    let verdict = match weight {
        w if w > limit.ratchet => "TOO HEAVY",
        w if limit.goal.is_some_and(|goal| w > goal) => "over its goal",
        _ if limit.goal.is_some() => "within its goal",
        _ => "not heavier than it was",
    };
    let [weighs, ratchet] = [weight, limit.ratchet].map(kilobytes);
    let goal = limit.goal.map(|goal| format!(" goal {:.1},", kilobytes(goal))).unwrap_or_default();
    println!("{what:<10} {weighs:>6.1} kB,{goal} at most {ratchet:.1}: {verdict}");
    weight <= limit.ratchet
}

/// True for what the page itself asks for at its start; the rest follows when it is wanted.
fn is_first_load(file: &SiteFile) -> bool {
    let top = !file.path.contains('/');
    let own = matches!(file.extension(), "html" | "js" | "wasm" | "css")
        && file.path != "sw.js"
        && !split::is_later(&file.path);
    // Modules that wasm-bindgen takes from libraries live in a folder of their own.
    let snippet = file.path.starts_with("snippets/");
    (top && own) || snippet || file.path == "departments.json"
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_and_its_data_come_later() {
        let first = |path: &str| is_first_load(&SiteFile { path: path.to_owned(), bytes: Vec::new() });
        assert!(first("index.html") && first("app-1234_bg.wasm") && first("departments.json"));
        assert!(
            !first("sw.js")
                && !first("programs.json")
                && !first("kuayu-later-1234.wasm")
                && !first("curricula/112.json")
                && !first("icons/192.png")
        );
    }
}
