//! `kuayu catalog impact`: what a change does to students' answers.

use std::path::Path;

use super::load;
use crate::catalog::{Catalog, Curricula};
use crate::cli::args::{Args, Wrong};
use crate::cli::check::{json_files, load as text_of};
use crate::cli::student::folder_beside;
use crate::i18n::cli::refused;
use crate::i18n::office::impact as words;
use crate::office::impact::{STUDENTS, Wanted, impact};

/// Runs the tool; `false` when a catalog is broken.
pub(super) fn run(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let (old, new) = (args.file(0)?, args.file(1)?);
    let dir = match args.option("--curricula") {
        Some(dir) => dir.to_owned(),
        None => folder_beside(Path::new(new), "curricula").display().to_string(),
    };
    let (Some(old), Some(new)) = (load(old, lang)?, load(new, lang)?) else { return Ok(false) };
    let mut curricula = Vec::new();
    for file in json_files(&dir)? {
        let year = Curricula::read(&text_of(&file)?);
        curricula.push(year.map_err(|problems| refused::mistakes(lang, &file, problems.len()))?);
    }
    let wanted = Wanted {
        students: args.value::<u32>("--students").map_or(STUDENTS, |students| students as usize),
        seed: args.value("--seed").unwrap_or(1),
    };
    let (old, new) = (Catalog::new(old), Catalog::new(new));
    for line in words::told(&impact(&old, &new, &curricula, wanted), lang) {
        println!("{line}");
    }
    println!("{}", words::again(wanted.students, wanted.seed, lang));
    Ok(true)
}
