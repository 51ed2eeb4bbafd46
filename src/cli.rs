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
mod certify;
mod check;
mod commands;
mod import;
mod issues;
mod replay;
mod student;
mod wrong;

use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::import::{Format, Import, MAX_PACKED_BYTES};
use crate::office::opener::Opener;

/// Everything was done.
const DONE: u8 = 0;
/// The input was read, and there is nothing good in it.
const NOTHING: u8 = 1;
/// The command was not understood.
const USAGE: u8 = 2;
/// A part was done; the rest was left out, and what that is was told.
const PARTLY: u8 = 3;

/// Opens what files there are, with the readers in this program.
const OPENER: Opener<'_> = Opener { big5: &big5, tables: &kuayu_readers::answer };

/// Runs one command. `args` are the arguments without the program's name.
pub fn run(args: impl Iterator<Item = OsString>) -> ExitCode {
    let mut args: Vec<OsString> = args.collect();
    // Other programs have these two as commands.
    match args.first().and_then(|first| first.to_str()) {
        Some("version") => args = vec!["--version".into()],
        Some("help") => args = args.into_iter().skip(1).chain(["--help".into()]).collect(),
        _ => {}
    }
    let words: Vec<String> = args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let read = commands::all().try_get_matches_from([OsString::from("kuayu")].into_iter().chain(args));
    ExitCode::from(match read {
        Ok(read) => called(read),
        Err(error) => wrong::answer(&error, &words),
    })
}

/// Runs what was called, and gives its exit code.
fn called(read: ArgMatches) -> u8 {
    let Some((name, args)) = args::of(read) else { return USAGE };
    let done = match name.as_str() {
        "advise" => advise::run(&args),
        "audit" => audit::run(&args),
        "batch" => batch::run(&args),
        "certify" => certify::run(&args),
        "check" => check::run(&args),
        "import" => import::run(&args),
        "replay" => replay::run(&args),
        tool => catalog::run(tool, &args),
    };
    done.unwrap_or_else(|wrong| {
        eprintln!("kuayu {name}: {wrong}");
        USAGE
    })
}

/// The version, and the build of the site that this program was released with, where it was.
fn version() -> String {
    let build = option_env!("KUAYU_BUILD").map(|build| format!(" (build {build})")).unwrap_or_default();
    format!("{}{build}", env!("CARGO_PKG_VERSION"))
}

/// The bytes of what is a file in any case.
///
/// # Errors
///
/// As the file system's.
fn bytes_at(path: &Path) -> std::io::Result<Vec<u8>> {
    bytes_from(std::fs::File::open(path)?)
}

/// Reads a file as the importer does in the browser. `-` is the standard input.
fn import_file(path: &str, format: Option<Format>) -> std::io::Result<Import> {
    Ok(OPENER.import(&bytes_of(path)?, format))
}

/// The bytes of a file, or what is piped in for `-`.
fn bytes_of(path: &str) -> std::io::Result<Vec<u8>> {
    if path == "-" { bytes_from(std::io::stdin().lock()) } else { bytes_from(std::fs::File::open(path)?) }
}

/// One byte more than is read at most, so that a file too large is refused without being loaded.
fn bytes_from(source: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MAX_PACKED_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
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
