//! `kuayu catalog to-csv` and `from-csv`: the catalog in a spreadsheet.

use super::{load, read_tables, text, write, write_tables};
use crate::cli::args::{Args, Wrong};
use crate::i18n::office::report;
use crate::office::tables::{Table, from_tables, to_tables};

/// Writes the tables; `false` when the catalog is broken.
pub(super) fn to_csv(args: &Args) -> Result<bool, Wrong> {
    let (catalog, dir) = (args.file(0)?, args.file(1)?);
    let Some(document) = load(catalog, args.lang())? else { return Ok(false) };
    write_tables(dir, to_tables(&document).map_err(|error| error.to_string())?)?;
    Ok(true)
}

/// Reads the tables; `false` when there are mistakes in them.
pub(super) fn from_csv(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let dir = args.file(0)?;
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
