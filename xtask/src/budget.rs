//! What the site weighs, against what it may weigh by the compiler that made it (see `docs/weight.md`).

mod limits;

use crate::dist::{self, SiteFile};
use crate::pack;
use crate::shell::root;
use crate::split;
use crate::{office, readers};
use anyhow::{Context, Result, bail};
use limits::{Limits, PARTS, Weights};
use wasmparser::{KnownCustom, Parser, Payload};

/// The committed table of what each file weighs.
const SIZES: &str = "docs/sizes.md";

/// `budget [--write]`: prints the table and, if asked, writes it into [`SIZES`]; fails when a limit is passed.
pub fn command(args: &[&str]) -> Result<()> {
    let mut files = dist::read(&dist::folder())?;
    files.retain(|file| !pack::is_copy(file));
    let rows = files.iter().map(Row::of).collect::<Result<Vec<_>>>()?;
    println!("{:<48} {:>10} {:>10}", "file", "bytes", "gzip");
    for row in &rows {
        let mark = if is_first_load(row.file) { "" } else { "  (later)" };
        println!("{:<48} {:>10} {:>10}{mark}", row.file.path, row.file.bytes.len(), row.gzip);
    }
    println!();
    let sum = |which: &dyn Fn(&SiteFile) -> bool| rows.iter().filter(|row| which(row.file)).map(|row| row.gzip).sum();
    let is_program = |file: &SiteFile| file.extension() == "wasm" && !is_workers(file);
    let first: usize = sum(&is_first_load);
    let first_part: usize = sum(&|file| is_program(file) && is_first_load(file));
    let second: usize = sum(&|file| split::is_second(&file.path));
    let program = sum(&is_program);
    if first_part == 0 || second == 0 {
        bail!("not all parts of the program in {}: build first", dist::folder().display());
    }
    let catalog: usize = sum(&|file| file.path == "programs.json");
    let version = compiler(&files)?;
    let limits = limits::of_release(&version)?;
    match &limits.row {
        (_, true) => println!("compiled by rustc {version}, held to its row of docs/weight.md"),
        (row, false) => println!(
            "compiled by rustc {version}, which has no row in docs/weight.md: held to the row of {row} with an allowance"
        ),
    }
    let readers = sum(&|file| readers::is_readers(&file.path));
    let office = sum(&|file| office::is_office(&file.path));
    let fits = told(&[first, first + catalog, first_part, first + catalog + second, program, readers, office], &limits);
    let rest: usize = sum(&|file| !is_first_load(file));
    println!("later        {:>6.1} kB (fetched when it is wanted, and for use offline)", kilobytes(rest));
    if args.contains(&"--write") {
        std::fs::write(root().join(SIZES), written(&rows, &version)?).with_context(|| format!("writing {SIZES}"))?;
    }
    if !fits {
        bail!("heavier than it ever was");
    }
    Ok(())
}

/// One file of the site, and what it weighs on the wire.
struct Row<'a> {
    file: &'a SiteFile,
    /// Bytes after gzip.
    gzip: usize,
}

impl Row<'_> {
    fn of(file: &SiteFile) -> Result<Row<'_>> {
        Ok(Row { file, gzip: file.gzipped()? })
    }
}

/// The table of [`SIZES`]: what weighs more than a kilobyte, each file under its name without the hash.
fn written(rows: &[Row], version: &str) -> Result<String> {
    let mut lines = Vec::new();
    let mut rest = [0; 3];
    for row in rows {
        let weights = [row.file.bytes.len(), row.gzip, pack::brotli(&row.file.bytes)?.len()];
        if row.gzip < 1000 {
            rest.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            continue;
        }
        lines.push((without_hash(&row.file.path), weights));
    }
    lines.sort();
    lines.push(("all smaller ones".to_owned(), rest));
    let all = lines.iter().fold([0; 3], |[a, b, c], (_, [d, e, f])| [a + d, b + e, c + f]);
    lines.push(("all".to_owned(), all));
    let mut text = format!(
        "# What each file weighs\n\nWritten by `cargo xtask budget --write`; the difference of a change says what it costs. Limits and goals:\n\
         [weight.md](weight.md). In kB (1,000 bytes), compiled by rustc {version}.\n\n| file | as it is | gzip | brotli |\n|---|---|---|---|\n"
    );
    for (name, weights) in lines {
        let [plain, gzip, brotli] = weights.map(kilobytes);
        text.push_str(&format!("| {name} | {plain:.1} | {gzip:.1} | {brotli:.1} |\n"));
    }
    Ok(text)
}

/// The path without the hash in its name: a dash and sixteen digits before the ending, or before `_bg`.
fn without_hash(path: &str) -> String {
    let is_hash = |word: &str| word.len() == 16 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let Some((stem, ending)) = path.rsplit_once('.') else { return path.to_owned() };
    match stem.rsplit_once('-') {
        Some((name, hash)) if is_hash(hash.strip_suffix("_bg").unwrap_or(hash)) => format!("{name}.{ending}"),
        _ => path.to_owned(),
    }
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

/// True for what only workers run, and the scripts that start them.
fn is_workers(file: &SiteFile) -> bool {
    readers::is_readers(&file.path) || office::is_office(&file.path)
}

/// True for what the page itself asks for at its start; the rest follows when it is wanted.
fn is_first_load(file: &SiteFile) -> bool {
    let top = !file.path.contains('/');
    let own = matches!(file.extension(), "html" | "js" | "wasm" | "css")
        && file.path != "sw.js"
        && !split::is_later(&file.path)
        && !is_workers(file);
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
                && !first("kuayu-part-plan-1234.wasm")
                && !first("kuayu-readers-1234.js")
                && !first("curricula/112.json")
                && !first("icons/192.png")
        );
    }

    #[test]
    fn a_file_is_known_by_its_name_without_the_hash() {
        let named = |path: &str| without_hash(path);
        assert_eq!(named("kuayu-part-plan-0123456789abcdef.wasm"), "kuayu-part-plan.wasm");
        assert_eq!(named("kuayu-app-0123456789abcdef_bg.wasm"), "kuayu-app.wasm");
        assert_eq!(named("icons/apple-touch-icon.png"), "icons/apple-touch-icon.png");
        assert_eq!(named("LICENSE"), "LICENSE");
    }
}
