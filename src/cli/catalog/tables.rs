//! `kuayu catalog to-csv` and `from-csv`: the catalog in a spreadsheet.

use std::path::{Path, PathBuf};

use super::{load, read_tables, text, write, write_tables};
use crate::catalog::document::Document;
use crate::catalog::read_document;
use crate::cli::args::{Args, Wrong};
use crate::i18n::Lang;
use crate::i18n::office::{kept as words, report};
use crate::office::tables::{Table, from_tables, from_tables_over, to_tables};

/// Writes the tables; `false` when the catalog is broken, or when tables are there that somebody edited.
pub(super) fn to_csv(args: &Args) -> Result<bool, Wrong> {
    let (catalog, dir) = (args.file(0)?, args.file(1)?);
    let Some(document) = load(catalog, args.lang())? else { return Ok(false) };
    // A spreadsheet that only stored them again changed nothing.
    let same = from_tables(&read_tables(dir, &Table::ALL)?).is_ok_and(|there| there == document);
    write_tables(dir, to_tables(&document).map_err(|error| error.to_string())?, same || args.flag("--overwrite"), args)
}

/// Reads the tables; `false` when there are mistakes in them, or something to be asked.
pub(super) fn from_csv(args: &Args) -> Result<bool, Wrong> {
    let lang = args.lang();
    let dir = args.file(0)?;
    let out = args.option("--out");
    let former = out.map(former).transpose()?.flatten();
    let before = former.as_deref().and_then(|text| read_document(text).ok());
    let problems = match from_tables_over(&read_tables(dir, &Table::ALL)?, before.as_ref()) {
        Ok(read) if read.doubts.is_empty() || args.flag("--sure") => {
            replace(out, former.as_deref(), &read.document, lang)?;
            return Ok(true);
        }
        Ok(read) => {
            read.doubts.iter().map(|doubt| report(doubt, lang)).chain([words::asked(lang).to_owned()]).collect()
        }
        Err(problems) => problems.iter().map(|problem| report(problem, lang)).collect::<Vec<_>>(),
    };
    problems.iter().for_each(|problem| eprintln!("{problem}"));
    Ok(false)
}

/// The text of the file that is about to be replaced, where there is one.
fn former(file: &str) -> Result<Option<String>, Wrong> {
    match std::fs::read(file) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{file}: {error}")),
    }
}

/// Writes the catalog; the file as it was is kept beside it.
fn replace(out: Option<&str>, former: Option<&str>, document: &Document, lang: Lang) -> Result<(), Wrong> {
    let text = text(document)?;
    let (Some(file), Some(_)) = (out, former.filter(|former| *former != text)) else { return write(out, &text) };
    let beside = beside(Path::new(file));
    std::fs::copy(file, &beside).map_err(|error| format!("{}: {error}", beside.display()))?;
    write(out, &text)?;
    eprintln!("{}", words::kept(file, &beside.display().to_string(), lang));
    Ok(())
}

/// A name beside a file that no file has yet: `programs.before.json`, then `programs.before-2.json`.
fn beside(file: &Path) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, extension) = (part(file.file_stem()), part(file.extension()));
    let name = |number: usize| match number {
        1 => file.with_file_name(format!("{stem}.before.{extension}")),
        _ => file.with_file_name(format!("{stem}.before-{number}.{extension}")),
    };
    let mut number = 1;
    while name(number).exists() {
        number += 1;
    }
    name(number)
}
