//! `kuayu catalog import-standard`: saved standards as a proposal for a new edition.

use std::path::Path;

use super::{load, text, write};
use crate::catalog::read;
use crate::cli::args::{Args, Wrong};
use crate::i18n::catalog::report;
use crate::i18n::office::standard as words;
use crate::office::standard::{Wanted, propose, read_page};

/// Runs the tool; `false` when something could not be read.
pub(super) fn run(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let year: u16 = args.value("--year").unwrap_or_default();
    let updated = args.needed("--date")?;
    let id = args.option("--edition").map_or_else(|| format!("{year}-1"), str::to_owned);
    let wanted = Wanted { id, year, as_of: updated.to_owned() };
    let Some(document) = load(args.option("--catalog").unwrap_or("programs.json"), lang)? else { return Ok(false) };
    let (mut pages, mut good) = (Vec::new(), true);
    for file in &args.files {
        let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
        let html = match String::from_utf8(bytes) {
            Ok(html) => html,
            Err(other) => encoding_rs::BIG5.decode(other.as_bytes()).0.into_owned(),
        };
        let code = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().to_uppercase()).unwrap_or_default();
        match read_page(&html) {
            Some(page) if page.year == year => pages.push((code, page)),
            Some(page) => {
                eprintln!("{file}: {}", words::other_year(page.year, year, lang));
                good = false;
            }
            None => {
                eprintln!("{file}: {}", words::no_standard(lang));
                good = false;
            }
        }
    }
    let proposal = propose(&document, &wanted, &pages);
    for remark in &proposal.remarks {
        eprintln!("{}", words::remark(remark, lang));
    }
    let made = text(&proposal.document)?;
    let out = args.option("--out");
    write(out, &made)?;
    // A proposal may need a hand before it is a catalog; what is missing is told by line and column.
    for problem in read(&made).err().unwrap_or_default() {
        eprintln!("{}", report(out.unwrap_or("-"), &problem, lang));
        good = false;
    }
    Ok(good)
}
