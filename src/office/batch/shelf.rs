//! What the students of one batch share: curricula read once a year, programs prepared for the profiles at hand.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::library::Library;
use crate::audit::{Decision, Prepared, Profile};
use crate::catalog::Curricula;
use crate::catalog::document::Edition;

/// The shared things, made when the first student asks for them.
pub struct Shelf<'a> {
    /// What the students are judged by.
    pub library: &'a (dyn Library + Sync),
    /// The edition whose programs are judged.
    pub edition: &'a Edition,
    years: Kept<u16, Option<Curricula>>,
    prepared: Kept<Profile, Dated>,
}

/// Programs prepared for a profile.
struct Dated {
    prepared: Prepared,
    /// As of when the curriculum is true that they were prepared with.
    curriculum_as_of: Option<String>,
}

/// Values made once a key; who asks while one is being made waits for it alone. The ones made last are kept.
struct Kept<K, V> {
    cells: Mutex<VecDeque<(K, Cell<V>)>>,
    most: usize,
}

type Cell<V> = Arc<OnceLock<Result<V, String>>>;

impl<K: Eq + Clone, V> Kept<K, V> {
    fn new(most: usize) -> Kept<K, V> {
        Kept { cells: Mutex::new(VecDeque::new()), most }
    }

    fn cell(&self, key: &K) -> Cell<V> {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, cell)) = cells.iter().find(|(known, _)| known == key) {
            return Arc::clone(cell);
        }
        let cell = Cell::<V>::default();
        cells.push_back((key.clone(), Arc::clone(&cell)));
        if cells.len() > self.most {
            cells.pop_front();
        }
        cell
    }
}

impl<'a> Shelf<'a> {
    /// An empty shelf, which keeps so many profiles prepared: those that its threads are at, and some before and after.
    /// Each is 2 MB.
    pub fn new(library: &'a (dyn Library + Sync), edition: &'a Edition, profiles: usize) -> Shelf<'a> {
        Shelf { library, edition, years: Kept::new(usize::MAX), prepared: Kept::new(profiles) }
    }

    /// Hands over the programs as they are prepared for a profile, and as of when its curriculum is true.
    /// For a student to whom offices said something they are prepared anew, and not kept.
    pub fn prepared<T>(
        &self,
        profile: &Profile,
        decisions: &[Decision],
        with: impl FnOnce(&Prepared, Option<&str>) -> T,
    ) -> Result<T, String> {
        if !decisions.is_empty() {
            let dated = self.prepare(profile, decisions)?;
            return Ok(with(&dated.prepared, dated.curriculum_as_of.as_deref()));
        }
        let cell = self.prepared.cell(profile);
        let dated = cell.get_or_init(|| self.prepare(profile, &[])).as_ref().map_err(Clone::clone)?;
        Ok(with(&dated.prepared, dated.curriculum_as_of.as_deref()))
    }

    fn prepare(&self, profile: &Profile, decisions: &[Decision]) -> Result<Dated, String> {
        let curriculum = match (&profile.group, profile.entry) {
            (Some(group), Some(entry)) => {
                let year = self.years.cell(&entry);
                let year = year.get_or_init(|| self.library.curricula(entry)).as_ref().map_err(Clone::clone)?;
                year.as_ref().and_then(|curricula| curricula.group(group, self.library.catalog()))
            }
            _ => None,
        };
        let curriculum_as_of = curriculum.as_ref().and_then(|own| own.as_of().map(str::to_owned));
        let prepared = Prepared::new(self.library.catalog(), self.edition, curriculum.as_ref(), profile, decisions);
        Ok(Dated { prepared, curriculum_as_of })
    }
}
