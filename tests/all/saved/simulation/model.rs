//! What must be on the shelf, told without clocks and without merging: of every key the changes that nobody who knew of
//! them has replaced.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Facts, is_setting};

/// A set of changes, by number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known(Vec<u64>);

impl Known {
    pub fn insert(&mut self, change: usize) {
        if self.0.len() <= change / 64 {
            self.0.resize(change / 64 + 1, 0);
        }
        self.0[change / 64] |= 1 << (change % 64);
    }

    pub fn has(&self, change: usize) -> bool {
        self.0.get(change / 64).is_some_and(|word| word >> (change % 64) & 1 == 1)
    }

    pub fn add(&mut self, other: &Known) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
    }

    pub fn without(&self, other: &Known) -> Known {
        Known(self.0.iter().enumerate().map(|(at, word)| word & !other.0.get(at).unwrap_or(&0)).collect())
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let bits = |(at, word): (usize, &u64)| {
            let word = *word;
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        };
        self.0.iter().enumerate().flat_map(bits)
    }
}

/// One change of one fact, or the clearing of everything. Its number says when it was made.
#[derive(Clone, Debug)]
struct Change {
    /// `None` of a clearing.
    key: Option<String>,
    value: Option<String>,
    /// What the tab knew that made it.
    known: Known,
}

/// All changes ever made.
#[derive(Clone, Debug, Default)]
pub struct Model {
    changes: Vec<Change>,
    /// Changes that were lost with the storage: they need not be there, and what they replaced may come back with a
    /// tab that knew of no more.
    lost: Known,
    /// Changes and clearings that could not be stored at once, as was told: a clearing may reach such a change of a tab
    /// that had not heard of it, and such a clearing may not reach what it had not heard of.
    loose: Known,
    /// So many changes were made before the browser cleared the storage last: a tab that slept through that may bring
    /// back what was cleared since.
    evicted: usize,
}

/// What may stand under a key.
pub type Allowed = BTreeMap<String, BTreeSet<Option<String>>>;

impl Model {
    /// Somebody changed a fact, knowing of those changes. Gives its number.
    pub fn change(&mut self, key: &str, value: Option<String>, known: &Known) -> usize {
        self.changes.push(Change { key: Some(key.to_owned()), value, known: known.clone() });
        self.changes.len() - 1
    }

    /// Somebody cleared everything.
    pub fn clear(&mut self, known: &Known) -> usize {
        self.changes.push(Change { key: None, value: None, known: known.clone() });
        self.changes.len() - 1
    }

    /// Those changes were lost with what they stood on, and with them those among the others in whose place they stood: two
    /// tabs that enter the same at once have it stored once.
    pub fn lose(&mut self, changes: &Known, others: &Known) {
        let beaten = others.iter().filter(|other| changes.iter().any(|by| self.apart(*other, by)));
        let beaten: Vec<usize> = beaten.collect();
        self.lost.add(changes);
        beaten.into_iter().for_each(|change| self.lost.insert(change));
    }

    /// Those changes could not be stored when they were made.
    pub fn loosen(&mut self, changes: &Known) {
        self.loose.add(changes);
    }

    /// Whether one of those changes is a clearing that could not be stored at once.
    pub fn has_late_clearing(&self, known: &Known) -> bool {
        known.iter().any(|change| self.changes[change].key.is_none() && self.loose.has(change))
    }

    /// All changes that were made until now were lost, and what tabs still know of them counts as no more than that.
    pub fn lose_all(&mut self) {
        (0..self.changes.len()).for_each(|change| self.lost.insert(change));
        self.evicted = self.changes.len();
    }

    /// Whether the later change did away with the earlier: `None` where either may be true.
    fn is_replaced(&self, earlier: usize, later: usize) -> Option<bool> {
        let (was, by) = (&self.changes[earlier], &self.changes[later]);
        let knew = by.known.has(earlier);
        let replaced = match &by.key {
            Some(_) if was.key == by.key => knew,
            Some(_) => false,
            // A clearing reaches what other tabs had not stored yet, too; of settings it may or may not.
            None => match was.key.as_deref().is_some_and(is_setting) {
                true if knew => false,
                true if later < earlier && (was.known.has(later) || !self.loose.has(earlier)) => false,
                true => return None,
                false if later < earlier => {
                    if self.loose.has(earlier) && !was.known.has(later) {
                        return None;
                    }
                    false
                }
                // One that could not be stored reaches what it knew.
                false if self.loose.has(later) && !knew => return None,
                false => true,
            },
        };
        let slept = by.key.is_none() && earlier < self.evicted && later >= self.evicted;
        if replaced && (slept || self.lost.has(later)) { None } else { Some(replaced) }
    }

    /// What may stand under each key where those changes are known.
    pub fn allowed(&self, known: &Known) -> Allowed {
        let mut of_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut clearings = Vec::new();
        for change in known.iter() {
            match &self.changes[change].key {
                Some(key) => of_key.entry(key).or_default().push(change),
                None => clearings.push(change),
            }
        }
        // A change that could not be stored can be undone by a clearing that had not heard of it: of a setting, which that
        // leaves as it knows it, and where it could not be stored either, so that what it had not heard of stays.
        let undone = |earlier: usize, later: usize| {
            let setting = self.changes[later].key.as_deref().is_some_and(is_setting);
            let by = |clearing: &usize| {
                let known = &self.changes[*clearing].known;
                !known.has(later) && (setting && known.has(earlier) || self.loose.has(*clearing))
            };
            self.loose.has(later) && clearings.iter().any(by)
        };
        let allowed = |changes: &Vec<usize>| {
            let (mut values, mut sure) = (BTreeSet::new(), false);
            for one in changes {
                let by = changes.iter().chain(&clearings).filter(|other| *other != one);
                let (mut replaced, mut perhaps) = (false, false);
                for other in by {
                    match self.is_replaced(*one, *other) {
                        Some(true) if undone(*one, *other) => perhaps = true,
                        Some(yes) => replaced |= yes,
                        None => perhaps = true,
                    }
                }
                if !replaced {
                    sure |= !perhaps;
                    values.insert(self.changes[*one].value.clone());
                }
            }
            if !sure {
                values.insert(None);
            }
            values
        };
        of_key.iter().map(|(key, changes)| ((*key).to_owned(), allowed(changes))).collect()
    }

    /// The first change that somebody was told is stored, and that is neither on the shelf, nor replaced there, nor lost
    /// with the storage. Of two changes of one key by tabs that knew nothing of each other, one may win.
    pub fn missing(&self, told: &Known, shelf: &Known) -> Option<String> {
        let missing = told.without(shelf).without(&self.lost);
        let gone = missing.iter().find(|one| !shelf.iter().any(|by| self.wins(*one, by)));
        gone.map(|one| format!("change {one}: {:?} = {:?}", self.changes[one].key, self.changes[one].value))
    }

    /// Whether the second may stand in place of the first.
    fn wins(&self, one: usize, by: usize) -> bool {
        self.apart(one, by) || self.is_replaced(one, by) != Some(false)
    }

    /// Whether both are of one key, by tabs that knew nothing of each other.
    fn apart(&self, one: usize, by: usize) -> bool {
        let same = self.changes[one].key == self.changes[by].key;
        same && !self.changes[one].known.has(by) && !self.changes[by].known.has(one)
    }
}

/// Where facts are not what they may be.
pub fn complaints(facts: &Facts, allowed: &Allowed) -> Vec<String> {
    let keys: BTreeSet<&String> = facts.keys().chain(allowed.keys()).collect();
    let wrong = keys.into_iter().filter(|key| match allowed.get(*key) {
        Some(values) => !values.contains(&facts.get(*key).cloned()),
        None => true,
    });
    wrong.map(|key| format!("{key}: {:?}, but may be {:?}", facts.get(key), allowed.get(key))).collect()
}
