//! The command line: the same library without a browser, for staff, tests and benchmarks. One file a subcommand.

// First: its macros hold for what comes after it.
#[macro_use]
mod say;

mod advise;
mod args;
mod audit;
mod audit_json;
mod batch;
mod catalog;
mod check;
mod help;
mod import;
mod issues;
mod student;

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use crate::day::Day;
use crate::i18n::Lang;
use crate::import::{Format, Import, MAX_PACKED_BYTES, needs_reader, opened, read_bytes, read_tables};
use crate::term::Term;

/// Everything was done.
const DONE: u8 = 0;
/// The input was read, and there is nothing good in it.
const NOTHING: u8 = 1;
/// The command was not understood.
const USAGE: u8 = 2;
/// A part was done; the rest was left out, and what that is was told.
const PARTLY: u8 = 3;

/// Runs one command. `args` are the arguments without the program's name.
pub fn run(args: Vec<String>) -> ExitCode {
    let mut args = args.into_iter();
    let first = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    if help::asked(&rest) {
        let tool = rest.first().filter(|tool| first == "catalog" && !tool.starts_with('-'));
        print!("{}", help::of(&tool.map_or(first.clone(), |tool| format!("catalog {tool}"))));
        return ExitCode::from(DONE);
    }
    let code = match first.as_str() {
        "advise" => advise::run(rest),
        "audit" => audit::run(rest),
        "batch" => batch::run(rest),
        "catalog" => catalog::run(rest),
        "check" => check::run(rest),
        "import" => import::run(rest),
        "help" | "--help" | "-h" => {
            print!("{}", help::all());
            DONE
        }
        "version" | "--version" | "-V" => {
            println!("{}", version());
            DONE
        }
        "" => {
            eprint!("{}", help::all());
            USAGE
        }
        other => {
            eprintln!("kuayu: `{other}` is no command\n\n{}", help::all());
            USAGE
        }
    };
    ExitCode::from(code)
}

/// Name and version, and the build of the site that this program was released with, where it was.
fn version() -> String {
    let build = option_env!("KUAYU_BUILD").map(|build| format!(" (build {build})")).unwrap_or_default();
    format!("kuayu {}{build}", env!("CARGO_PKG_VERSION"))
}

/// The language asked for with `--lang`; Chinese when none is.
fn lang(args: &args::Args) -> Result<Lang, args::Wrong> {
    match args.option("--lang") {
        None | Some("zh" | "zh-TW") => Ok(Lang::ZhTw),
        Some("en") => Ok(Lang::En),
        Some(other) => Err(format!("--lang is zh or en, not {other}")),
    }
}

/// The term of the day that `--today` names (`2026-09-20`), else of the day it is.
fn today(args: &args::Args) -> Result<Term, args::Wrong> {
    let day = match args.option("--today") {
        Some(text) => Day::parse(text).ok_or_else(|| format!("`{text}` is no day (for example 2026-09-20)"))?,
        None => {
            let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            let days = i32::try_from(since.as_secs() / 86_400).unwrap_or_default();
            Day::new(1970, 1, 1).map(|first| first.plus(days)).ok_or("no such day")?
        }
    };
    let (year, month, _) = day.civil();
    Ok(Term::of_date(u16::try_from(year).unwrap_or_default(), month))
}

/// Reads a file as the importer does in the browser. `-` is the standard input.
fn import_file(path: &str, format: Option<Format>) -> std::io::Result<Import> {
    if path == "-" {
        return import_from(std::io::stdin().lock(), format);
    }
    import_path(Path::new(path), format)
}

/// The same for what is a file in any case.
fn import_path(path: &Path, format: Option<Format>) -> std::io::Result<Import> {
    import_from(std::fs::File::open(path)?, format)
}

fn import_from(source: impl Read, format: Option<Format>) -> std::io::Result<Import> {
    let mut bytes = Vec::new();
    // One byte more than is read at most, so that a file too large is refused without being loaded.
    source.take(MAX_PACKED_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if !needs_reader(&bytes) {
        return Ok(read_bytes(&bytes, &big5, format));
    }
    Ok(match opened(&bytes, &kuayu_readers::answer(&bytes)) {
        Ok(tables) => read_tables(&tables, format),
        Err(kind) => Import::only(kind),
    })
}

/// Program or course codes with commas between them.
fn codes(list: Option<&str>) -> Vec<String> {
    let parts = list.unwrap_or("").split(',').map(|code| code.trim().to_uppercase());
    parts.filter(|code| !code.is_empty()).collect()
}

/// Decodes Big5 as code page 950.
fn big5(bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::BIG5.decode_without_bom_handling(bytes).0.into_owned())
}
