//! `kuayu catalog classes-to-csv` and `classes-from-csv`: when courses are taught.

use std::path::Path;

use super::{read_tables, write, write_tables};
use crate::catalog::ClassFile;
use crate::cli::args::{Args, Wrong};
use crate::cli::check::{class_files, load};
use crate::i18n::Lang;
use crate::i18n::office::{classes as words, data, report};
use crate::office::classes::{TERMS, read, terms, terms_text, text};
use crate::office::tables::{Table, classes_from_tables, classes_to_tables};

/// Reads every semester's file of a folder; mistakes are told, and it is `None` then.
fn files(dir: &str, lang: Lang) -> Result<Option<Vec<ClassFile>>, Wrong> {
    let mut all = Vec::new();
    let mut good = true;
    for (file, named) in class_files(dir)? {
        match read(&load(&file)?, Some(&named)) {
            Ok(one) => all.push(one),
            Err(problems) => {
                problems.iter().for_each(|problem| eprintln!("{}", data::report(&file, problem, lang)));
                good = false;
            }
        }
    }
    Ok(good.then_some(all))
}

/// Writes the tables; `false` when a file has mistakes.
pub(super) fn to_csv(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let (from, dir) = (args.file(0)?, args.file(1)?);
    let Some(all) = files(from, lang)? else { return Ok(false) };
    let tables = classes_to_tables(&all).map_err(|error| error.to_string())?;
    write_tables(dir, tables, args.flag("--overwrite"), args)
}

/// Reads the tables, writes a file for each semester in them and the list of all, and tells what is different; `false`,
/// and nothing written, when there are mistakes in them.
pub(super) fn from_csv(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let dir = args.file(0)?;
    let out = Path::new(args.needed("--out")?);
    let made = match classes_from_tables(&read_tables(dir, &Table::CLASSES)?) {
        Ok(made) => made,
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{}", report(problem, lang)));
            return Ok(false);
        }
    };
    std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for after in &made {
        let path = out.join(format!("{}.json", after.term));
        // Only what is readable can be compared; what is not is about to be mended.
        let before = std::fs::read_to_string(&path).ok().and_then(|text| ClassFile::read(&text).ok());
        let rows = before.map(|before| before.classes).unwrap_or_default();
        let gone = rows.iter().filter(|row| !after.classes.contains(row)).count();
        let new = after.classes.iter().filter(|row| !rows.contains(row)).count();
        println!("{}", words::written(&after.term, after.classes.len(), new, gone, lang));
        write(path.to_str(), &text(after))?;
    }
    // The list is of all files that are there now, those of other semesters too.
    let Some(all) = files(&out.display().to_string(), lang)? else { return Ok(false) };
    write(out.join(TERMS).to_str(), &terms_text(&terms(&all)))?;
    Ok(true)
}
