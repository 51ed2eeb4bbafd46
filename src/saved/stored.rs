//! A document with the history that merging needs: which entry was changed when, by a clock that only counts.
//!
//! Every tab can merge what it has with what another tab stored: an entry's later change wins, a change wins over a
//! removal at the same count, and the order in which tabs learn of each other does not matter (a map of last writers;
//! [`Stored::join`] is commutative, associative and idempotent but for the order of lists). Clearing everything begins
//! a new era, which wins over all before it and remembers none of its keys.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::document::{Document, STAMPS, VERSION};
use super::entries::{self, ByKey, Entry};
use super::read::{self, Damage};

/// So many removed entries are remembered; the oldest are forgotten first.
const REMOVED_KEPT: usize = 400;

/// When each entry was last changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Stamps {
    /// Counts changes; never goes back.
    clock: u64,
    /// Counts how often everything was cleared.
    era: u64,
    /// The count at an entry's last change, its removal too. 0 where nothing is said.
    at: BTreeMap<String, u64>,
}

/// A document as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    entries: Vec<Entry>,
    stamps: Stamps,
}

/// The initial state. Defaults carry stamp 0, so that any real edit wins over them.
impl Default for Stored {
    fn default() -> Stored {
        Stored { entries: entries::of_document(&Document::default()), stamps: Stamps::default() }
    }
}

impl Stored {
    /// Reads a stored text of any version.
    pub fn read(text: &str) -> (Stored, Option<Damage>) {
        let (document, damage) = read::read(text);
        let stamps = match serde_json::from_str(text) {
            Ok(Value::Object(mut map)) => map.remove(STAMPS).and_then(|stamps| serde_json::from_value(stamps).ok()),
            _ => None,
        };
        (Stored { entries: entries::of_document(&document), stamps: stamps.unwrap_or_default() }, damage)
    }

    /// The same as it counts beside another text: one without a history is of no era that was cleared.
    pub fn in_era_of(self, other: &Stored) -> Stored {
        if self.stamps.clock == 0 { self.without_history(other.stamps.era) } else { self }
    }

    /// The same without its history, in that era: any change wins over it.
    fn without_history(self, era: u64) -> Stored {
        Stored { entries: self.entries, stamps: Stamps { era, ..Stamps::default() } }
    }

    /// The same beside a text of that age that was begun anew: any change of that wins over it, but over what was changed
    /// here and never `stood` in a text. It counts on, so that what is changed from now on wins over this history where
    /// that is still known.
    pub fn begun_anew(self, age: (u64, u64), stood: &Stored) -> Stored {
        let clock = self.stamps.clock.max(age.1);
        let mut at = BTreeMap::new();
        let unsaved = self.stamps.at.into_iter().filter(|(key, at)| *at > stood.stamp(key));
        at.extend(unsaved.map(|(key, _)| (key, clock)));
        Stored { entries: self.entries, stamps: Stamps { clock, era: age.0, at } }
    }

    /// What of it does not stand in an earlier text in the same way, removals too, in that era.
    pub fn since(&self, earlier: &Stored, era: u64) -> Stored {
        let known = ByKey::new(&earlier.entries);
        let same = |(key, value): &&Entry| self.stamp(key) == earlier.stamp(key) && known.get(key) == Some(value);
        let (old, entries): (Vec<Entry>, Vec<Entry>) = self.entries.iter().cloned().partition(|entry| same(&entry));
        let mut stamps = Stamps { clock: self.stamps.clock, era, at: self.stamps.at.clone() };
        old.iter().for_each(|(key, _)| _ = stamps.at.remove(key));
        Stored { entries, stamps }
    }

    /// The text to store.
    pub fn write(&self) -> String {
        let mut map = entries::to_map(&self.entries);
        map.insert("version".to_owned(), Value::from(VERSION));
        // Extended, not collected: that would compile one more sort.
        let mut at = Map::new();
        at.extend(self.stamps.at.iter().map(|(key, at)| (key.clone(), Value::from(*at))));
        let mut stamps = Map::new();
        stamps.insert("clock".to_owned(), Value::from(self.stamps.clock));
        stamps.insert("era".to_owned(), Value::from(self.stamps.era));
        stamps.insert("at".to_owned(), Value::Object(at));
        map.insert(STAMPS.to_owned(), Value::Object(stamps));
        Value::Object(map).to_string()
    }

    /// The document.
    pub fn document(&self) -> Document {
        read::of_map(entries::to_map(&self.entries)).0
    }

    /// How many changes went into it; the newer of two texts of one era has more.
    pub fn age(&self) -> (u64, u64) {
        (self.stamps.era, self.stamps.clock)
    }

    /// Counts on where a text of that age is there.
    pub fn outlive(&mut self, age: Option<(u64, u64)>) {
        self.stamps.clock += u64::from(age == Some(self.age()));
    }

    /// The same history carried on to that document. `seen` is another text whose changes came before this one. Where
    /// everything was cleared in it, only what was changed since stands beside what it has.
    pub fn changed_to(&self, document: &Document, seen: &Stored) -> Stored {
        let mut entries = entries::of_document(document);
        // As the document has it, with what it adds of itself: that nobody changed.
        let before = entries::of_document(&self.document());
        let cleared = seen.stamps.era > self.stamps.era;
        let mut stamps = if cleared { &seen.stamps } else { &self.stamps }.clone();
        let now = self.stamps.clock.max(seen.stamps.clock) + 1;
        let mut stamp = |key: &String| {
            stamps.at.insert(key.clone(), now);
            stamps.clock = now;
        };
        let was = ByKey::new(&before);
        // A plan of which nothing is known comes back with its courses: nobody took its name away.
        let changed = |(key, value): &&Entry| match was.get(key) {
            Some(was) => was != value,
            None => !entries::is_bare_plan(key, value),
        };
        entries.iter().filter(changed).for_each(|(key, _)| stamp(key));
        let is = ByKey::new(&entries);
        before.iter().filter(|(key, _)| !is.has(key)).for_each(|(key, _)| stamp(key));
        if cleared {
            entries.retain(|entry| changed(&entry));
            let others = seen.entries.iter().filter(|(key, _)| stamps.at.get(key).is_none_or(|at| *at != now));
            entries.extend(others.cloned().collect::<Vec<_>>());
        }
        let mut changed = Stored { entries, stamps };
        changed.forget();
        changed
    }

    /// Nothing entered, and nothing remembered: what clearing leaves. Settings stay, those of other tabs, too.
    pub fn cleared(&self, seen: &Stored) -> Stored {
        let stamps = Stamps {
            clock: self.stamps.clock.max(seen.stamps.clock) + 1,
            era: self.stamps.era.max(seen.stamps.era) + 1,
            at: BTreeMap::new(),
        };
        let settings = self.join(seen).document().settings;
        Stored { entries: entries::of_document(&Document { settings, ..Document::default() }), stamps }
    }

    /// Both, merged. Lists keep the order of `self`; what only `other` has comes behind.
    pub fn join(&self, other: &Stored) -> Stored {
        match self.stamps.era.cmp(&other.stamps.era) {
            std::cmp::Ordering::Less => return other.clone(),
            std::cmp::Ordering::Greater => return self.clone(),
            std::cmp::Ordering::Equal => {}
        }
        let (own, others) = (ByKey::new(&self.entries), ByKey::new(&other.entries));
        let here = self.entries.iter().map(|(key, _)| key);
        let there = other.entries.iter().map(|(key, _)| key).filter(|key| !own.has(key));
        let entries = here.chain(there).filter_map(|key| {
            let mine = (self.stamp(key), own.get(key));
            let theirs = (other.stamp(key), others.get(key));
            let value = match mine.0.cmp(&theirs.0) {
                std::cmp::Ordering::Greater => mine.1,
                std::cmp::Ordering::Less => theirs.1,
                // At the same count something wins over nothing; of two values any, as long as all tabs agree.
                std::cmp::Ordering::Equal => match (mine.1, theirs.1) {
                    (Some(a), Some(b)) if a != b && format!("{a}") < format!("{b}") => Some(b),
                    (a, b) => a.or(b),
                },
            };
            value.map(|value| (key.clone(), value.clone()))
        });
        let entries = entries.collect();
        let mut stamps = self.stamps.clone();
        stamps.clock = stamps.clock.max(other.stamps.clock);
        for (key, at) in &other.stamps.at {
            let own = stamps.at.entry(key.clone()).or_default();
            *own = (*own).max(*at);
        }
        let mut joined = Stored { entries, stamps };
        joined.forget();
        joined
    }

    /// Whether both hold the same, in whatever order.
    pub fn same_as(&self, other: &Stored) -> bool {
        if self.stamps != other.stamps || self.entries.len() != other.entries.len() {
            return false;
        }
        if self.entries == other.entries {
            return true;
        }
        let others = ByKey::new(&other.entries);
        self.entries.iter().all(|(key, value)| others.get(key) == Some(value))
    }

    /// Whether both hold the same in the same order.
    pub fn same_order(&self, other: &Stored) -> bool {
        self == other
    }

    fn stamp(&self, key: &str) -> u64 {
        self.stamps.at.get(key).copied().unwrap_or_default()
    }

    /// Forgets the oldest removals beyond [`REMOVED_KEPT`].
    fn forget(&mut self) {
        let stamped = self.entries.iter().filter(|(key, _)| self.stamps.at.contains_key(key)).count();
        if self.stamps.at.len() <= stamped + REMOVED_KEPT {
            return;
        }
        let there = ByKey::new(&self.entries);
        let removed = |key: &String| !there.has(key);
        let gone: Vec<(u64, String)> =
            self.stamps.at.iter().filter(|(key, _)| removed(key)).map(|(key, at)| (*at, key.clone())).collect();
        let beyond = gone.len().saturating_sub(REMOVED_KEPT);
        if beyond == 0 {
            return;
        }
        // A heap, not a sort: it is a third of the code, and this is in what every first visit loads.
        let mut oldest = BinaryHeap::from_iter(gone.into_iter().map(Reverse));
        for Reverse((_, key)) in std::iter::from_fn(|| oldest.pop()).take(beyond) {
            self.stamps.at.remove(&key);
        }
    }
}
