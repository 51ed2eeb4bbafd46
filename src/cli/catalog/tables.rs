//! `kuayu catalog to-csv` and `from-csv`: the catalog in a spreadsheet.

use std::collections::HashMap;
use std::path::Path;

use super::{load, text, write};
use crate::cli::args::{Args, Wrong};
use crate::cli::lang;
use crate::i18n::Lang;
use crate::i18n::office::report;
use crate::office::sheet::{Table, from_tables, to_tables};

/// Writes the tables; `false` when the catalog is broken.
pub(super) fn to_csv(args: Vec<String>) -> Result<bool, Wrong> {
    let args = Args::read(args, &[], &["--lang"])?;
    let [catalog, dir] = args.files.as_slice() else {
        return Err("name a catalog and the folder for the tables".to_owned());
    };
    let Some(document) = load(catalog, lang(&args)?)? else { return Ok(false) };
    std::fs::create_dir_all(dir).map_err(|error| format!("{dir}: {error}"))?;
    for (file, text) in to_tables(&document).map_err(|error| error.to_string())? {
        let path = Path::new(dir).join(file);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("{}", path.display());
    }
    Ok(true)
}

/// Reads the tables; `false` when there are mistakes in them.
pub(super) fn from_csv(args: Vec<String>) -> Result<bool, Wrong> {
    let args = Args::read(args, &[], &["--out", "--lang"])?;
    let lang: Lang = lang(&args)?;
    let [dir] = args.files.as_slice() else { return Err("name the folder with the tables".to_owned()) };
    let mut tables = HashMap::new();
    for table in Table::ALL {
        let path = Path::new(dir).join(table.file());
        match std::fs::read(&path) {
            Ok(bytes) => _ = tables.insert(table.file().to_owned(), bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("{}: {error}", path.display())),
        }
    }
    match from_tables(&tables) {
        Ok(document) => {
            write(args.option("--out"), &text(&document)?)?;
            Ok(true)
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{}", report(problem, lang)));
            Ok(false)
        }
    }
}
