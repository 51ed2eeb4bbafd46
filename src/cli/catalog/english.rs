//! `kuayu catalog english-names`: English names from a table.

use super::write;
use crate::cli::args::{Args, Wrong};
use crate::cli::big5;
use crate::i18n::office::english as words;
use crate::office::english;

/// Writes the file; `false`, and nothing written, when there are mistakes in the table.
pub(super) fn run(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let table = args.file(0)?;
    let bytes = std::fs::read(table).map_err(|error| format!("{table}: {error}"))?;
    match english::read(&bytes, &big5) {
        Ok(file) => {
            write(args.option("--out"), &english::text(&file).map_err(|error| error.to_string())?)?;
            Ok(true)
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{}", words::report(table, problem, lang)));
            Ok(false)
        }
    }
}
