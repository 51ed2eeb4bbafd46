//! `kuayu catalog ...`: keeping the catalog. One file a tool.

mod classes;
mod curricula;
mod diff;
mod english;
mod impact;
mod standard;
mod tables;

use std::collections::HashMap;
use std::path::Path;

use super::args::{Args, Wrong};
use super::{DONE, NOTHING};
use crate::catalog::document::Document;
use crate::catalog::{Problem, read};
use crate::i18n::Lang;
use crate::i18n::catalog::report;
use crate::i18n::office::kept;
use crate::office::tables::Table;

/// Runs one tool, by its name with `catalog` before it, and gives the exit code.
pub(super) fn run(tool: &str, args: &Args) -> Result<u8, Wrong> {
    let run = match tool.strip_prefix("catalog ").unwrap_or(tool) {
        "diff" => diff::run,
        "english-names" => english::run,
        "impact" => impact::run,
        "import-standard" => standard::run,
        "import-curriculum" => curricula::import_curriculum,
        "curricula-to-csv" => curricula::to_csv,
        "curricula-from-csv" => curricula::from_csv,
        "renew-curricula" => curricula::renew,
        "classes-to-csv" => classes::to_csv,
        "classes-from-csv" => classes::from_csv,
        "courses" => curricula::courses,
        "to-csv" => tables::to_csv,
        _ => tables::from_csv,
    };
    Ok(if run(args)? { DONE } else { NOTHING })
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

/// Reads those tables that the folder has, as (file name, content).
fn read_tables(dir: &str, wanted: &[Table]) -> Result<HashMap<String, Vec<u8>>, Wrong> {
    let mut tables = HashMap::new();
    for table in wanted {
        let path = Path::new(dir).join(table.file());
        match std::fs::read(&path) {
            Ok(bytes) => _ = tables.insert(table.file().to_owned(), bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("{}: {error}", path.display())),
        }
    }
    Ok(tables)
}

/// Writes tables into a folder, and tells their paths; `false`, and nothing written, where a table is there that holds
/// something else and may not be overwritten.
fn write_tables(dir: &str, tables: Vec<(&'static str, String)>, overwrite: bool, args: &Args) -> Result<bool, Wrong> {
    let path = |file: &str| Path::new(dir).join(file);
    let differs = |(file, text): &&(&'static str, String)| match std::fs::read(path(file)) {
        Ok(there) => there != text.as_bytes(),
        Err(_) => false,
    };
    let edited: Vec<&str> = tables.iter().filter(differs).map(|(file, _)| *file).collect();
    if !edited.is_empty() && !overwrite {
        eprintln!("{}", kept::edited(dir, &edited, args.lang()));
        return Ok(false);
    }
    std::fs::create_dir_all(dir).map_err(|error| format!("{dir}: {error}"))?;
    for (file, text) in tables {
        std::fs::write(path(file), text).map_err(|error| format!("{}: {error}", path(file).display()))?;
        println!("{}", path(file).display());
    }
    Ok(true)
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
