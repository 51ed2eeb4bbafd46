//! The data that cases are judged by: the real catalog and curricula, or a small catalog of a case's own.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use kuayu::catalog::{Catalog, Curricula};

/// Files, each read once.
#[derive(Default)]
pub struct Library {
    catalogs: HashMap<String, Rc<Catalog>>,
    curricula: HashMap<u16, Option<Rc<Curricula>>>,
}

impl Library {
    /// The real catalog, or the one of that name under `tests/scenarios/catalogs`.
    pub fn catalog(&mut self, name: Option<&str>) -> Result<Rc<Catalog>, String> {
        let path = match name {
            None => "programs.json".to_owned(),
            Some(name) => format!("tests/scenarios/catalogs/{name}.json"),
        };
        if let Some(known) = self.catalogs.get(&path) {
            return Ok(Rc::clone(known));
        }
        let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
        let text = fs::read_to_string(full).map_err(|error| format!("{path}: {error}"))?;
        let catalog = kuayu::catalog::read(&text).map_err(|problems| format!("{path}: {problems:?}"))?;
        Ok(Rc::clone(self.catalogs.entry(path).or_insert(Rc::new(catalog))))
    }

    /// The curricula of an entry year; `None` where there are none.
    pub fn curricula(&mut self, year: u16) -> Option<Rc<Curricula>> {
        let read = || {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("public/curricula/{year}.json"));
            let text = fs::read_to_string(path).ok()?;
            Some(Rc::new(Curricula::read(&text).unwrap()))
        };
        self.curricula.entry(year).or_insert_with(read).clone()
    }
}
