//! `kuayu catalog diff`: what changed, in words.

use super::load;
use crate::catalog::document::{Document, Edition};
use crate::cli::args::{Args, Wrong};
use crate::cli::wrong;
use crate::i18n::Lang;
use crate::i18n::cli::refused;
use crate::i18n::office::diff as words;
use crate::office::diff;

/// Runs the tool; `false` when a catalog is broken.
pub(super) fn run(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let old = args.file(0)?;
    let new = args.file(1).unwrap_or(old);
    let (Some(old), Some(new)) = (load(old, lang)?, load(new, lang)?) else { return Ok(false) };
    let name = |code: &str| name(&new, code).or_else(|| name(&old, code)).unwrap_or(code).to_owned();
    match (args.option("--from"), args.option("--to")) {
        (Some(from), Some(to)) => tell(find(&old, from, lang)?, find(&new, to, lang)?, &name, lang),
        (None, None) => {
            for edition in &new.editions {
                match old.editions.iter().find(|before| before.id == edition.id) {
                    Some(before) => tell(before, edition, &name, lang),
                    None => println!("{}", words::only(&edition.id, true, lang)),
                }
            }
            for edition in &old.editions {
                if !new.editions.iter().any(|now| now.id == edition.id) {
                    println!("{}", words::only(&edition.id, false, lang));
                }
            }
        }
        // Neither is read without the other.
        (from, _) => return Err(wrong::missing(lang, if from.is_some() { "--to" } else { "--from" })),
    }
    for change in diff::calendars(&old, &new) {
        println!("{}", words::date(&change, lang));
    }
    for change in diff::course_table(&old, &new) {
        println!("{}", words::course(&change, lang));
    }
    Ok(true)
}

fn find<'a>(document: &'a Document, id: &str, lang: Lang) -> Result<&'a Edition, Wrong> {
    let known = || document.editions.iter().map(|edition| edition.id.as_str()).collect::<Vec<_>>();
    let found = document.editions.iter().find(|edition| edition.id == id);
    found.ok_or_else(|| refused::no_edition(lang, &known()))
}

/// The name of a course or program.
fn name<'a>(document: &'a Document, code: &str) -> Option<&'a str> {
    let course = document.courses.iter().find(|course| course.code.as_deref() == Some(code));
    let mut programs = document.editions.iter().flat_map(|edition| &edition.programs);
    course.map(|course| course.name.as_str()).or_else(|| Some(&programs.find(|program| program.code == code)?.name))
}

fn tell(old: &Edition, new: &Edition, name: &dyn Fn(&str) -> String, lang: Lang) {
    let changes = diff::editions(old, new);
    println!("{}", words::heading(&old.id, &new.id, changes.len(), lang));
    for change in &changes {
        println!("  {}", words::change(change, name, lang));
    }
}
