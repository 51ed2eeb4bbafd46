//! What a batch was made of and what came of it, by hashes (SHA-256): so that somebody else, or the same office a year later,
//! can make it again and see the same bytes, or see what is another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The program's version.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The receipt of a batch. The hashes are those of the files' bytes, but for the catalog's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    /// The program's version.
    pub kuayu: String,
    /// The build of the site, where it is known.
    pub build: Option<String>,
    /// The semester of the day that was taken for today, `115-1`.
    pub term: String,
    /// The language of the tables, as a tag.
    pub lang: String,
    /// Whether advice was written, too.
    pub advice: bool,
    /// The programs that were written; all where none is named.
    pub programs: Vec<String>,
    /// The edition.
    pub edition: String,
    /// As of when its lists are true.
    pub as_of: String,
    /// The catalog's [`crate::hash::hash_of_catalog`].
    pub catalog: String,
    /// Curricula, by entry year.
    pub curricula: BTreeMap<u16, String>,
    /// The roster.
    pub roster: String,
    /// The students' files that were read, by name.
    pub transcripts: BTreeMap<String, String>,
    /// The table of answers that was written.
    pub answers: String,
    /// The table of problems.
    pub problems: String,
}

/// What is another, of two receipts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The program's version: before, now.
    Version(String, String),
    /// The build of the site: a note only, as the bytes may be the same all the same.
    Build,
    /// Edition, its date, or what was asked for.
    Asked,
    /// The catalog.
    Catalog,
    /// The curricula of an entry year.
    Curriculum(u16),
    /// The roster.
    Roster,
    /// A student's file has other bytes.
    Changed(String),
    /// A student's file is not there.
    Gone(String),
    /// A student's file that was not there.
    New(String),
    /// The answers.
    Answers,
    /// The problems.
    Problems,
}

impl Receipt {
    /// The receipt as a file.
    pub fn write(&self) -> String {
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }

    /// What is another in a receipt made again: first what went in, then what came out.
    pub fn differences(&self, again: &Receipt) -> Vec<Difference> {
        let mut found = Vec::new();
        let mut add = |is: bool, what: Difference| found.extend(is.then_some(what));
        add(self.kuayu != again.kuayu, Difference::Version(self.kuayu.clone(), again.kuayu.clone()));
        add(self.build != again.build, Difference::Build);
        let asked = |one: &Receipt| {
            let Receipt { term, lang, advice, programs, edition, as_of, .. } = one;
            (term.clone(), lang.clone(), *advice, programs.clone(), edition.clone(), as_of.clone())
        };
        add(asked(self) != asked(again), Difference::Asked);
        add(self.catalog != again.catalog, Difference::Catalog);
        for year in self.curricula.keys().chain(again.curricula.keys()).collect::<std::collections::BTreeSet<_>>() {
            add(self.curricula.get(year) != again.curricula.get(year), Difference::Curriculum(*year));
        }
        add(self.roster != again.roster, Difference::Roster);
        for (name, hash) in &self.transcripts {
            match again.transcripts.get(name) {
                None => add(true, Difference::Gone(name.clone())),
                Some(now) => add(now != hash, Difference::Changed(name.clone())),
            }
        }
        for name in again.transcripts.keys().filter(|name| !self.transcripts.contains_key(*name)) {
            add(true, Difference::New(name.clone()));
        }
        add(self.answers != again.answers, Difference::Answers);
        add(self.problems != again.problems, Difference::Problems);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_that_is_another_is_named() {
        let receipt = Receipt {
            kuayu: "0.1.0".to_owned(),
            curricula: BTreeMap::from([(112, "a".to_owned())]),
            transcripts: BTreeMap::from([("1.csv".to_owned(), "b".to_owned()), ("2.csv".to_owned(), "c".to_owned())]),
            ..Receipt::default()
        };
        assert_eq!(receipt.differences(&receipt), []);
        let again: Receipt = serde_json::from_str(&receipt.write()).unwrap();
        assert_eq!(again, receipt);
        let other = Receipt {
            kuayu: "0.2.0".to_owned(),
            build: Some("x".to_owned()),
            advice: true,
            catalog: "x".to_owned(),
            curricula: BTreeMap::from([(113, "a".to_owned())]),
            roster: "x".to_owned(),
            transcripts: BTreeMap::from([("1.csv".to_owned(), "x".to_owned()), ("3.csv".to_owned(), "c".to_owned())]),
            answers: "x".to_owned(),
            problems: "x".to_owned(),
            ..Receipt::default()
        };
        let name = str::to_owned;
        use Difference::*;
        let all = [
            Version(name("0.1.0"), name("0.2.0")),
            Build,
            Asked,
            Catalog,
            Curriculum(112),
            Curriculum(113),
            Roster,
            Changed(name("1.csv")),
            Gone(name("2.csv")),
            New(name("3.csv")),
            Answers,
            Problems,
        ];
        assert_eq!(receipt.differences(&other), all);
    }
}
