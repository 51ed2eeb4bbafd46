//! `kuayu catalog diff`: what changed, in words.

use super::load;
use crate::catalog::document::{Document, Edition};
use crate::cli::args::{Args, Wrong};
use crate::cli::wrong;
use crate::i18n::Lang;
use crate::i18n::cli::refused;
use crate::i18n::office::diff as words;

/// Runs the tool; `false` when a catalog is broken.
pub(super) fn run(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let old = args.file(0)?;
    let new = args.file(1).unwrap_or(old);
    let (Some(old), Some(new)) = (load(old, lang)?, load(new, lang)?) else { return Ok(false) };
    let these = match (args.option("--from"), args.option("--to")) {
        (Some(from), Some(to)) => Some((find(&old, from, lang)?, find(&new, to, lang)?)),
        (None, None) => None,
        // Neither is read without the other.
        (from, _) => return Err(wrong::missing(lang, if from.is_some() { "--to" } else { "--from" })),
    };
    for line in words::told(&old, &new, these, lang) {
        println!("{line}");
    }
    Ok(true)
}

fn find<'a>(document: &'a Document, id: &str, lang: Lang) -> Result<&'a Edition, Wrong> {
    let known = || document.editions.iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>();
    let found = document.editions.iter().find(|edition| edition.id == id);
    found.ok_or_else(|| refused::no_edition(lang, &known()))
}
