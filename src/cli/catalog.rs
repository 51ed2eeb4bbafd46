//! `kuayu catalog ...`: keeping the catalog. One file a tool.

mod diff;
mod standard;
mod tables;

use super::args::Wrong;
use super::{DONE, NOTHING, USAGE};
use crate::catalog::document::Document;
use crate::catalog::{Problem, read};
use crate::i18n::Lang;
use crate::i18n::catalog::report;

/// What the tools are.
pub(super) const HELP: &str = "  kuayu catalog diff [--from EDITION --to EDITION] [--lang zh|en] OLD [NEW]
      What changed between two catalogs, or between two editions, in words.
  kuayu catalog import-standard --year YEAR --date DAY [--edition ID] [--catalog FILE] [--out FILE] [--lang zh|en] PAGE...
      Saved standards (AVM.html: the file is named after the program) as a proposal for a new edition.
  kuayu catalog to-csv CATALOG DIR
      The catalog as tables for a spreadsheet.
  kuayu catalog from-csv [--lang zh|en] [--out FILE] DIR
      The tables back as a catalog; every mistake with table, row and column.
";

/// Runs one tool and gives the exit code.
pub(super) fn run(args: Vec<String>) -> u8 {
    let mut args = args.into_iter();
    let tool = args.next().unwrap_or_default();
    let rest = args.collect();
    let done = match tool.as_str() {
        "diff" => diff::run(rest),
        "import-standard" => standard::run(rest),
        "to-csv" => tables::to_csv(rest),
        "from-csv" => tables::from_csv(rest),
        _ => Err(format!("`{tool}` is no tool\n\n{HELP}")),
    };
    match done {
        Ok(true) => DONE,
        Ok(false) => NOTHING,
        Err(wrong) => {
            eprintln!("kuayu catalog: {wrong}");
            USAGE
        }
    }
}

/// Reads a catalog; its mistakes are told, and it is `None` then.
fn load(file: &str, lang: Lang) -> Result<Option<Document>, Wrong> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    match read(&text) {
        Ok(catalog) => Ok(Some(catalog.document().clone())),
        Err(problems) => {
            problems.iter().for_each(|problem: &Problem| eprintln!("{}", report(file, problem, lang)));
            Ok(None)
        }
    }
}

/// The catalog as text, laid out as it is kept.
fn text(document: &Document) -> Result<String, Wrong> {
    let value = serde_json::to_value(document).map_err(|error| error.to_string())?;
    Ok(crate::catalog::layout::pretty(&value))
}

/// Writes to a file, or to the standard output where none is named.
fn write(out: Option<&str>, text: &str) -> Result<(), Wrong> {
    match out {
        Some(file) => std::fs::write(file, text).map_err(|error| format!("{file}: {error}")),
        None => {
            print!("{text}");
            Ok(())
        }
    }
}
