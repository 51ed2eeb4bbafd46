//! What the site weighs, against what it may weigh by the compiler that made it (see `docs/weight.md`).

mod limits;

use crate::dist::{self, SiteFile};
use crate::readers;
use crate::split;
use anyhow::{Context, Result, bail};
use limits::{Limits, PARTS, Weights};
use wasmparser::{KnownCustom, Parser, Payload};

/// `budget`: prints the table; fails when a limit is passed.
pub fn command() -> Result<()> {
    let files = dist::read(&dist::folder())?;
    let mut first = 0;
    let mut first_part = 0;
    let mut program = 0;
    let mut opening = 0;
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
        if readers::is_readers(&file.path) {
            opening += gzip;
        } else if file.extension() == "wasm" {
            program += gzip;
            first_part += if is_first_load(file) { gzip } else { 0 };
        }
    }
    println!();
    if first_part == 0 || first_part == program {
        bail!("not both parts of the program in {}: build first", dist::folder().display());
    }
    let catalog = files.iter().find(|file| file.path == "programs.json").map_or(Ok(0), SiteFile::gzipped)?;
    let version = compiler(&files)?;
    let limits = limits::of_release(&version)?;
    match &limits.row {
        (_, true) => println!("compiled by rustc {version}, held to its row of docs/weight.md"),
        (row, false) => println!(
            "compiled by rustc {version}, which has no row in docs/weight.md: held to the row of {row} with an allowance"
        ),
    }
    let fits = told(&[first, first + catalog, first_part, program, opening], &limits);
    println!("later        {:>6.1} kB (fetched when it is wanted, and for use offline)", kilobytes(rest));
    if !fits {
        bail!("heavier than it ever was");
    }
    Ok(())
}

/// The version of the rustc that made the first part, which the module itself names, such as `1.96.0`.
fn compiler(files: &[SiteFile]) -> Result<String> {
    let first_part = files.iter().find(|file| file.extension() == "wasm" && is_first_load(file));
    let module = &first_part.context("no first part of the program")?.bytes;
    rustc_of(module)?.context("the program does not say which rustc made it")
}

fn rustc_of(module: &[u8]) -> Result<Option<String>> {
    for payload in Parser::new(0).parse_all(module) {
        let Payload::CustomSection(section) = payload? else { continue };
        let KnownCustom::Producers(fields) = section.as_known() else { continue };
        for field in fields {
            for value in field?.values {
                let value = value?;
                if value.name == "rustc" {
                    return Ok(value.version.split_whitespace().next().map(str::to_owned));
                }
            }
        }
    }
    Ok(None)
}

/// Prints each part beside its limit and its goal; false when one is heavier than it ever was.
fn told(weights: &Weights, limits: &Limits) -> bool {
    for (((part, weight), most), goal) in PARTS.iter().zip(weights).zip(&limits.most).zip(&limits.goals) {
        let verdict = match goal {
            _ if weight > most => "TOO HEAVY",
            Some(goal) if weight > goal => "over its goal",
            Some(_) => "within its goal",
            None => "not heavier than it was",
        };
        let goal = goal.map(|goal| format!(" goal {:.1},", kilobytes(goal))).unwrap_or_default();
        let [weighs, most] = [*weight, *most].map(kilobytes);
        println!("{part:<12} {weighs:>6.1} kB,{goal} at most {most:.1}: {verdict}");
    }
    weights.iter().zip(&limits.most).all(|(weight, most)| weight <= most)
}

/// True for what the page itself asks for at its start; the rest follows when it is wanted.
fn is_first_load(file: &SiteFile) -> bool {
    let top = !file.path.contains('/');
    let own = matches!(file.extension(), "html" | "js" | "wasm" | "css")
        && file.path != "sw.js"
        && !split::is_later(&file.path)
        && !readers::is_readers(&file.path);
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

    /// The head of a module, and a section with what made it.
    fn module_made_by(tool: &str, version: &str) -> Vec<u8> {
        let text = |text: &str| [&[text.len() as u8], text.as_bytes()].concat();
        let value = [text("processed-by"), vec![1], text(tool), text(version)].concat();
        let section = [text("producers"), vec![1], value].concat();
        [b"\0asm\x01\0\0\0".as_slice(), &[0, section.len() as u8], &section].concat()
    }

    #[test]
    fn the_module_says_which_compiler_made_it() {
        let version = |module: &[u8]| rustc_of(module).unwrap();
        let debian = module_made_by("rustc", "1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)");
        assert_eq!(version(&debian).as_deref(), Some("1.96.0"));
        assert_eq!(version(&module_made_by("walrus", "0.27.3")), None);
    }

    #[test]
    fn the_service_worker_and_its_data_come_later() {
        let first = |path: &str| is_first_load(&SiteFile { path: path.to_owned(), bytes: Vec::new() });
        assert!(first("index.html") && first("app-1234_bg.wasm") && first("departments.json"));
        assert!(
            !first("sw.js")
                && !first("programs.json")
                && !first("kuayu-later-1234.wasm")
                && !first("kuayu-readers-1234.js")
                && !first("curricula/112.json")
                && !first("icons/192.png")
        );
    }
}
