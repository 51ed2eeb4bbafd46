//! Arguments of a command, as they were read.

use clap::ArgMatches;

use super::wrong;
use crate::day::Day;
use crate::i18n::Lang;
use crate::term::Term;

/// What is wrong, said to whom called.
pub(super) type Wrong = String;

/// What files are called in the help, those that come first in a command before the others.
const PLACES: [&str; 11] =
    ["RECEIPT", "OLD", "NEW", "CURRICULA", "CLASSES", "CATALOG", "FILE", "PAGE", "TABLE", "TABLES", "DIR"];

/// The command that was called, by its full name, with its arguments.
pub(super) fn of(mut read: ArgMatches) -> Option<(String, Args)> {
    let mut names = Vec::new();
    while let Some((name, under)) = read.remove_subcommand() {
        names.push(name);
        read = under;
    }
    let given = |place| read.try_get_many::<String>(place).ok().flatten().into_iter().flatten().cloned();
    let files = PLACES.into_iter().flat_map(given).collect();
    (!names.is_empty()).then(|| (names.join(" "), Args { read, files }))
}

/// Arguments of one command. What was not asked for, or is of another kind than asked, is not there.
pub(super) struct Args {
    read: ArgMatches,
    /// What is neither flag nor option, in its order.
    pub files: Vec<String>,
}

impl Args {
    /// Whether a flag was given.
    pub fn flag(&self, name: &str) -> bool {
        self.value(name).unwrap_or_default()
    }

    /// The text of an option; the last one given counts.
    pub fn option(&self, name: &str) -> Option<&str> {
        self.of::<String>(name).map(String::as_str)
    }

    /// The text of an option that the command cannot do without.
    pub fn needed(&self, name: &str) -> Result<&str, Wrong> {
        self.option(name).ok_or_else(|| wrong::missing(self.lang(), name))
    }

    /// The file at that place.
    pub fn file(&self, at: usize) -> Result<&str, Wrong> {
        self.files.get(at).map(String::as_str).ok_or_else(|| wrong::missing(self.lang(), "FILE"))
    }

    /// The value of an option that is no text, as `commands` reads it.
    pub fn value<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Option<T> {
        self.of::<T>(name).cloned()
    }

    /// The language asked for; Chinese when none is.
    pub fn lang(&self) -> Lang {
        self.value("--lang").unwrap_or(Lang::ZhTw)
    }

    /// The term of the day that `--today` names, else of the day it is.
    pub fn today(&self) -> Result<Term, Wrong> {
        let now = || {
            let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            let days = i32::try_from(since.as_secs() / 86_400).unwrap_or_default();
            Day::new(1970, 1, 1).map(|first| first.plus(days))
        };
        let (year, month, _) = self.value("--today").or_else(now).ok_or("no such day")?.civil();
        Ok(Term::of_date(u16::try_from(year).unwrap_or_default(), month))
    }

    fn of<T: Clone + Send + Sync + 'static>(&self, name: &str) -> Option<&T> {
        self.read.try_get_one::<T>(name.trim_start_matches('-')).ok().flatten()
    }
}
