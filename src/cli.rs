//! The command line: the same library without a browser, for staff, tests and benchmarks. One file a subcommand.

mod advise;
mod args;
mod audit;
mod audit_json;
mod catalog;
mod check;
mod import;
mod student;

use std::io::Read;
use std::process::ExitCode;

use crate::i18n::Lang;
use crate::import::{Format, Import, MAX_BYTES, read_bytes};

/// Everything was done.
const DONE: u8 = 0;
/// The input was read, and there is nothing good in it.
const NOTHING: u8 = 1;
/// The command was not understood.
const USAGE: u8 = 2;

const HELP: &str = "\
kuayu: which cross-domain micro-programs can I finish?

  kuayu advise --programs CODE,... --department GROUP --entry YEAR [--requirement] [--pin CODE,...] [--without CODE,...]
              [--json] [--edition ID] [--catalog FILE] [--curricula DIR] [--lang zh|en] [FILE...]
      The cheapest courses that finish these programs together.
  kuayu audit --department GROUP --entry YEAR [--advice] [--json] [--program CODE] [--edition ID] [--degree DEGREE]
              [--catalog FILE] [--curricula DIR] [--lang zh|en] FILE...
      Both answers for every program, with the reasons, for one transcript.
  kuayu check [--lang zh|en] [--curricula DIR] [--courses FILE] CATALOG...
      Whether a catalog makes sense (every mistake with line, column and hint), and how much it holds.
  kuayu import [--json] [--lang zh|en] [--format FORMAT] [--newest TERM] FILE...
      What the importer reads in score pages, graduation reviews and tables.
";

/// Runs one command. `args` are the arguments without the program's name.
pub fn run(args: Vec<String>) -> ExitCode {
    let mut args = args.into_iter();
    let code = match args.next().as_deref() {
        Some("advise") => advise::run(args.collect()),
        Some("audit") => audit::run(args.collect()),
        Some("catalog") => catalog::run(args.collect()),
        Some("check") => check::run(args.collect()),
        Some("import") => import::run(args.collect()),
        Some("help" | "--help" | "-h") => {
            print!("{HELP}{}", catalog::HELP);
            DONE
        }
        Some(other) => {
            eprintln!("kuayu: `{other}` is no command\n\n{HELP}{}", catalog::HELP);
            USAGE
        }
        None => {
            eprint!("{HELP}{}", catalog::HELP);
            USAGE
        }
    };
    ExitCode::from(code)
}

/// The language asked for with `--lang`; Chinese when none is.
fn lang(args: &args::Args) -> Result<Lang, args::Wrong> {
    match args.option("--lang") {
        None | Some("zh" | "zh-TW") => Ok(Lang::ZhTw),
        Some("en") => Ok(Lang::En),
        Some(other) => Err(format!("--lang is zh or en, not {other}")),
    }
}

/// Reads a file as the importer does in the browser. `-` is the standard input.
fn import_file(path: &str, format: Option<Format>) -> std::io::Result<Import> {
    let mut bytes = Vec::new();
    // One byte more than is read at most, so that a file too large is refused without being loaded.
    let limit = MAX_BYTES as u64 + 1;
    if path == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(read_bytes(&bytes, &big5, format))
}

/// Decodes Big5 as code page 950.
fn big5(bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::BIG5.decode_without_bom_handling(bytes).0.into_owned())
}
