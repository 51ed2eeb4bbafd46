//! `kuayu catalog to-csv` and `from-csv`: the catalog in a spreadsheet.

use super::{load, read_tables, text, write, write_tables};
use crate::cli::args::{Args, Wrong};
use crate::cli::lang;
use crate::i18n::Lang;
use crate::i18n::office::report;
use crate::office::tables::{Table, from_tables, to_tables};

/// Writes the tables; `false` when the catalog is broken.
pub(super) fn to_csv(args: Vec<String>) -> Result<bool, Wrong> {
    let args = Args::read(args, &[], &["--lang"])?;
    let [catalog, dir] = args.files.as_slice() else {
        return Err("name a catalog and the folder for the tables".to_owned());
    };
    let Some(document) = load(catalog, lang(&args)?)? else { return Ok(false) };
    write_tables(dir, to_tables(&document).map_err(|error| error.to_string())?)?;
    Ok(true)
}

/// Reads the tables; `false` when there are mistakes in them.
pub(super) fn from_csv(args: Vec<String>) -> Result<bool, Wrong> {
    let args = Args::read(args, &[], &["--out", "--lang"])?;
    let lang: Lang = lang(&args)?;
    let [dir] = args.files.as_slice() else { return Err("name the folder with the tables".to_owned()) };
    match from_tables(&read_tables(dir, &Table::ALL)?) {
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
