//! Where what has to be looked at is told: on the terminal, and in the table of problems.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use crate::cli::args::Wrong;
use crate::hash::Hashing;
use crate::i18n::Lang;
use crate::i18n::batch as words;
use crate::office::batch as many;
use crate::office::remark::{Remark, Weight};

/// How many remarks are shown one by one; all of them stand in the table of problems.
const MOST_SHOWN: usize = 20;

/// Where remarks go: the first to the standard error, all to the table of problems.
pub(in crate::cli) struct Teller {
    table: Option<(String, BufWriter<File>)>,
    /// Of the table, whether it is written or not.
    hashing: Hashing,
    lang: Lang,
    /// Remarks so far.
    pub count: usize,
    shown: usize,
    hidden: usize,
    complete: bool,
}

impl Teller {
    /// With a table of problems in that file, where one is named.
    pub fn open(table: Option<String>, lang: Lang) -> Result<Teller, Wrong> {
        let mut hashing = Hashing::default();
        hashing.add(&many::remarks_heading(lang));
        let table = match table {
            None => None,
            Some(path) => {
                let told = |error: io::Error| format!("{path}: {error}");
                let mut file = BufWriter::new(File::create(&path).map_err(told)?);
                file.write_all(&many::remarks_heading(lang)).map_err(told)?;
                Some((path, file))
            }
        };
        Ok(Teller { table, hashing, lang, count: 0, shown: 0, hidden: 0, complete: true })
    }

    /// Tells one remark.
    pub fn remark(&mut self, remark: &Remark) -> Result<(), Wrong> {
        let weight = remark.what.weight();
        self.complete &= matches!(weight, Weight::Note | Weight::Check);
        self.count += 1;
        let mut row = Vec::new();
        many::remark(&mut row, remark, self.lang);
        self.hashing.add(&row);
        if let Some((path, file)) = &mut self.table {
            file.write_all(&row).map_err(|error| format!("{path}: {error}"))?;
        }
        if self.shown < MOST_SHOWN && weight != Weight::Note {
            self.shown += 1;
            eprintln!("{}", many::sentence(remark, self.lang));
        } else {
            self.hidden += 1;
        }
        Ok(())
    }

    /// The hash of the table.
    pub fn hash(&self) -> String {
        self.hashing.hash()
    }

    /// Writes what is left; whether nothing and nobody was left out.
    pub fn finish(&mut self) -> Result<bool, Wrong> {
        let path = self.table.as_ref().map(|(path, _)| path.clone());
        if self.hidden > 0 {
            eprintln!("{}", words::more(self.hidden, path.as_deref(), self.lang));
        }
        if let Some((path, file)) = &mut self.table {
            file.flush().map_err(|error| format!("{path}: {error}"))?;
        }
        Ok(self.complete)
    }
}
