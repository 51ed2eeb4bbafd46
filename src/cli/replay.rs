//! `kuayu replay`: a batch made again from its receipt, and what is another.

use std::io;

use super::args::{Args, Wrong};
use super::batch::{Request, Teller, threads, work};
use super::student::Library;
use super::{DONE, PARTLY};
use crate::i18n::cli::refused;
use crate::i18n::{Lang, receipt as words};
use crate::office::batch::{Difference, Receipt};
use crate::term::Term;

/// Runs the command and gives the exit code: `PARTLY` when something is another.
pub(super) fn run(args: &Args) -> Result<u8, Wrong> {
    let lang = args.lang();
    let path = args.file(0)?;
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let before: Receipt = serde_json::from_str(&text).map_err(|_| words::no_receipt(path, lang))?;
    let mut library = Library::open(args)?;
    library.today = Term::parse(&before.term).ok_or_else(|| words::no_receipt(path, lang))?;
    // The tables are in the language in which they were.
    library.lang = Lang::ALL.into_iter().find(|lang| lang.tag() == before.lang).unwrap_or(lang);
    let known = || library.catalog.editions().iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>();
    let edition = library.catalog.edition(&before.edition).ok_or_else(|| refused::no_edition(lang, &known()))?;
    let request = Request {
        lang: library.lang,
        json: false,
        advice: before.advice,
        programs: before.programs.clone(),
        threads: threads(args),
    };
    let files = (args.needed("--roster")?, args.file(1)?);
    let tell = Teller::open(None, request.lang)?;
    let again = work(&library, edition, &request, files, Box::new(io::sink()), tell)?.receipt;
    let differences = before.differences(&again);
    for difference in &differences {
        println!("{}", words::difference(difference, lang));
    }
    let counts = |one: &Difference| !matches!(one, Difference::Build | Difference::Version(..));
    if differences.iter().any(counts) {
        return Ok(PARTLY);
    }
    println!("{}", words::same(lang));
    Ok(DONE)
}
