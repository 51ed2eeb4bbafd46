//! The catalog and the files beside it, as the page gives them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use kuayu::catalog::{Catalog, ClassFile, Curricula};
use kuayu::classes::Classes;
use kuayu::hash::{DataHashes, ShortHash, hash, hash_of_catalog};
use kuayu::i18n::{Lang, batch};
use kuayu::office::batch::{Library, entry_years};
use kuayu::term::Term;

/// Files of the site by their paths; `None` for one that the site does not have.
pub type Given = BTreeMap<String, Option<String>>;

/// What the students are judged by.
pub struct Beside {
    catalog: Catalog,
    lang: Lang,
    today: Term,
    given: Mutex<Given>,
    wanted: Mutex<BTreeSet<String>>,
}

impl Beside {
    /// With the files that were given so far.
    pub fn new(catalog: Catalog, lang: Lang, today: Term, given: Given) -> Beside {
        Beside { catalog, lang, today, given: Mutex::new(given), wanted: Mutex::default() }
    }

    /// One more file.
    pub fn give(&self, name: String, text: Option<String>) {
        lock(&self.given).insert(name, text);
    }

    /// What was asked for and is not here; it is forgotten by this.
    pub fn wanted(&self) -> Vec<String> {
        std::mem::take(&mut *lock(&self.wanted)).into_iter().collect()
    }

    /// The hashes of the curricula of all entry years that there are.
    pub fn curricula_hashes(&self) -> BTreeMap<u16, String> {
        let given = lock(&self.given);
        let of = |entry: u16| {
            let text = given.get(&curricula_of(entry))?.as_ref()?;
            Some((entry, hash(text.as_bytes())))
        };
        entry_years(self.today).filter_map(of).collect()
    }

    /// The hashes of what a student of that entry year is judged by.
    pub fn data_hashes(&self, entry: Option<u16>) -> DataHashes {
        let curricula = entry.and_then(|entry| self.curricula_hashes().remove(&entry));
        DataHashes {
            catalog: ShortHash::of(&hash_of_catalog(&self.catalog)).unwrap_or_default(),
            curricula: curricula.and_then(|hash| ShortHash::of(&hash)),
        }
    }

    fn text(&self, name: String) -> Option<String> {
        match lock(&self.given).get(&name) {
            Some(text) => text.clone(),
            None => {
                lock(&self.wanted).insert(name);
                None
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The files of curricula that the site may have: of every entry year that the requirement concerns, up to this one.
pub fn curricula(today: Term) -> impl Iterator<Item = String> {
    entry_years(today).map(curricula_of)
}

fn curricula_of(entry: u16) -> String {
    format!("curricula/{entry}.json")
}

impl Library for Beside {
    fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    fn curricula(&self, entry: u16) -> Result<Option<Curricula>, String> {
        let name = curricula_of(entry);
        // All that there are were given beforehand.
        let Some(Some(text)) = lock(&self.given).get(&name).cloned() else { return Ok(None) };
        Curricula::read(&text).map(Some).map_err(|problems| batch::mistakes(&name, problems.len(), self.lang))
    }

    fn classes(&self, term: Term) -> Option<Classes> {
        let text = self.text(format!("classes/{term}.json"))?;
        ClassFile::read(&text).and_then(ClassFile::classes).ok()
    }

    fn today(&self) -> Term {
        self.today
    }

    fn lang(&self) -> Lang {
        self.lang
    }
}
