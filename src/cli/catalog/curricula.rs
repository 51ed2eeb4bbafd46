//! `kuayu catalog import-curriculum`, `curricula-to-csv`, `curricula-from-csv` and `courses`: the data files beside the
//! catalog.

use std::path::Path;

use super::{read_tables, write, write_tables};
use crate::audit::Degree;
use crate::catalog::Curricula;
use crate::cli::args::{Args, Wrong};
use crate::cli::big5;
use crate::cli::check::{json_files, load};
use crate::cli::student::Library;
use crate::i18n::Lang;
use crate::i18n::catalog::placed;
use crate::i18n::office::{curricula as words, data, renew as renew_words, report, report_in};
use crate::office::batch::Library as _;
use crate::office::course_list;
use crate::office::curricula::renew as renew_years;
use crate::office::curricula::{Imported, Wanted, empty, import, lists, read, read_page, stale, text};
use crate::office::tables::{Table, curricula_from_tables, curricula_to_tables};

/// Puts a saved page in the place of a group's curriculum; `false` when nothing was changed.
pub(super) fn import_curriculum(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let year: u16 = args.value("--year").unwrap_or_default();
    let name = args.needed("--group")?;
    let as_of = args.needed("--as-of")?;
    let page_file = args.file(0)?;
    let library = Library::open(args)?;
    let group = library.group(Degree::Bachelor, name)?;
    let path = library.curricula_file(year);
    let file = path.display().to_string();
    let before = match library.curricula(year)? {
        Some(curricula) => curricula,
        None => empty(year, as_of),
    };
    let bytes = std::fs::read(page_file).map_err(|error| format!("{page_file}: {error}"))?;
    let html = match crate::import::page_text(&bytes, &big5) {
        Ok(html) => html,
        Err(kind) => {
            let told = crate::i18n::import::issue(kind, lang);
            return Err(format!("{page_file}: {}", told.what));
        }
    };
    let wanted = Wanted { year, group: &group, as_of, sure: args.flag("--sure") };
    let Some(page) = read_page(&html) else {
        eprintln!("{}\n{}", placed(page_file, None, &words::no_table(lang), lang), words::unchanged(&file, lang));
        return Ok(false);
    };
    for other in &page.others {
        eprintln!("{page_file}: {}", words::left_out(other, lang));
    }
    match import(&before, &library.catalog, &page, &wanted) {
        Ok(Imported { curricula, changes, credits_kept, twice }) => {
            credits_kept.iter().for_each(|row| eprintln!("{page_file}: {}", words::credits_kept(row, lang)));
            twice.iter().for_each(|row| eprintln!("{page_file}: {}", words::twice(row, lang)));
            println!("{}", words::heading(year, &group, changes.len(), lang));
            changes.iter().for_each(|change| println!("  {}", words::change(change, lang)));
            write(Some(args.option("--out").unwrap_or(&file)), &text(&curricula))?;
            match (args.option("--out"), path.parent()) {
                (None, Some(dir)) => renewed(dir, lang),
                _ => Ok(true),
            }
        }
        Err(refusals) => {
            for refusal in &refusals {
                eprintln!("{}", placed(page_file, None, &words::refusal(refusal, year, &group, lang), lang));
            }
            eprintln!("{}", words::unchanged(&file, lang));
            Ok(false)
        }
    }
}

/// Reads a year's file; its mistakes are told, and it is `None` then.
fn curricula(path: &Path, lang: Lang) -> Result<Option<Curricula>, Wrong> {
    let file = path.display().to_string();
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    match read(&load(&file)?, stem.as_deref(), None) {
        Ok(curricula) => Ok(Some(curricula)),
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{}", data::report(&file, problem, lang)));
            Ok(None)
        }
    }
}

/// Writes the tables; `false` when a file has mistakes.
pub(super) fn to_csv(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let (from, dir) = (args.file(0)?, args.file(1)?);
    let files = if Path::new(from).is_dir() { json_files(from)? } else { vec![from.to_owned()] };
    let mut years = Vec::new();
    for file in &files {
        let Some(one) = curricula(Path::new(file), lang)? else { return Ok(false) };
        years.push(one);
    }
    let tables = curricula_to_tables(&years).map_err(|error| error.to_string())?;
    write_tables(dir, tables, args.flag("--overwrite"), args)
}

/// Reads the tables and tells what is different; `false` when there are mistakes in them.
pub(super) fn from_csv(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let dir = args.file(0)?;
    let out = Path::new(args.needed("--out")?);
    let library = Library::open(args)?;
    match curricula_from_tables(&read_tables(dir, &Table::CURRICULA)?, Some(&library.catalog)) {
        Ok(years) => {
            std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
            for after in &years {
                let path = out.join(format!("{}.json", after.year));
                // Only what is readable can be compared; what is not is about to be mended.
                let before = std::fs::read_to_string(&path).ok().and_then(|text| Curricula::read(&text).ok());
                match before {
                    None => println!("{}", words::new_year(after.year, lang)),
                    Some(before) => {
                        for (name, changes) in lists(&before, after) {
                            println!("{}", words::heading(after.year, &name, changes.len(), lang));
                            changes.iter().for_each(|change| println!("  {}", words::change(change, lang)));
                        }
                    }
                }
                write(path.to_str(), &text(after))?;
            }
            renewed(out, lang)
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{}", report(problem, lang)));
            Ok(false)
        }
    }
}

/// Writes anew what each year says of the others; `false` when a file has mistakes.
pub(super) fn renew(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let dir = args.file(0)?;
    renewed(Path::new(dir), lang)
}

/// Every file of the folder with what the other years have besides; all or none is written.
fn renewed(dir: &Path, lang: Lang) -> Result<bool, Wrong> {
    let files = json_files(&dir.display().to_string())?;
    let mut years = Vec::new();
    for file in &files {
        let Some(one) = curricula(Path::new(file), lang)? else { return Ok(false) };
        years.push(one);
    }
    let old = stale(&years);
    renew_years(&mut years);
    for (file, one) in files.iter().zip(&years).filter(|(_, one)| old.contains(&one.year)) {
        write(Some(file), &text(one))?;
        println!("{}", renew_words::written(one.year, lang));
    }
    Ok(true)
}

/// Makes the course list; `false` when the table has mistakes.
pub(super) fn courses(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let table = args.needed("--terms")?;
    let as_of = args.needed("--as-of")?;
    let bytes = std::fs::read(table).map_err(|error| format!("{table}: {error}"))?;
    let made = match course_list::from_table(bytes, as_of) {
        Ok(made) => made,
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{}", report_in(table, problem, lang)));
            return Ok(false);
        }
    };
    // The table cannot say what is wrong with the day; the list can.
    if let Err(problems) = course_list::read(&made, None) {
        problems.iter().for_each(|problem| eprintln!("{}", data::report(table, problem, lang)));
        return Ok(false);
    }
    write(args.option("--out"), &made)?;
    Ok(true)
}
