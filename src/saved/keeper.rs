//! Keeps the document on a shelf of named texts (the browser's storage), so that nothing entered is lost: not when the
//! device dies while storing, when there is no room left, when the stored text is damaged, or when two tabs store at
//! once.
//!
//! Two slots take turns: a text is written to the one that does not hold the newest, and counts once it stands there as
//! a whole. Before every writing the slots are read and merged, so an other tab's changes are taken in, not overwritten.

use super::document::Document;
use super::read::Damage;
use super::stored::Stored;

/// The two slots.
pub const SLOTS: [&str; 2] = ["kuayu.a", "kuayu.b"];
/// Where version 1 kept its text.
pub const OLD: &str = "kuayu.v1";
/// Texts that could not be read as a whole are kept under this name, the second under `kuayu.aside.2`, and so on.
pub const ASIDE: &str = "kuayu.aside";
/// So many damaged texts are kept.
const ASIDES: usize = 8;

/// Why something could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Storage is switched off (private browsing, a policy), or forgets what it took.
    Unavailable,
    /// No room left. What was stored before stays.
    Full,
}

/// A place for named texts. Writing replaces a text as a whole or changes nothing.
pub trait Shelf {
    /// The text of that name.
    fn read(&self, name: &str) -> Result<Option<String>, Trouble>;
    /// Stores a text.
    fn write(&self, name: &str, text: &str) -> Result<(), Trouble>;
    /// Forgets a text.
    fn remove(&self, name: &str);
}

/// What the shelf is like, as far as the student must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// All is well.
    Good,
    /// The latest changes could not be stored.
    Trouble(Trouble),
    /// Something on it could not be read; it was kept aside.
    Broken,
    /// Written by a newer version of the app: nothing is written over it.
    Newer,
}

/// The keeper of one tab.
#[derive(Clone, Debug)]
pub struct Keeper {
    /// What this tab knows: everything it has read and written, and its own changes.
    known: Stored,
    /// What it last saw in the slots, as text and read.
    seen: [Option<(String, Stored)>; 2],
    /// Slots whose damaged text has no copy.
    spared: [bool; 2],
    /// The text of version 1 that this tab has taken in: only that one may go.
    old: Option<String>,
    /// Why the slots could not be looked at last.
    unseen: Option<Trouble>,
    state: State,
}

impl Keeper {
    /// Reads what is stored.
    pub fn open(shelf: &dyn Shelf) -> Keeper {
        let mut keeper = Keeper {
            known: Stored::default(),
            seen: [None, None],
            spared: [false; 2],
            old: None,
            unseen: None,
            state: State::Good,
        };
        keeper.look(shelf);
        let shelved = keeper.shelved();
        // Beside the slots, too: a tab of an old version may have stored it after this one moved over. Without the slots it
        // would count as cleared once these are seen.
        if keeper.unseen.is_none()
            && let Ok(Some(text)) = shelf.read(OLD)
        {
            let (stored, damage) = Stored::read(&text);
            if keeper.tell(damage, shelf, &text) {
                keeper.old = Some(text);
            }
            keeper.known = stored.in_era_of(&shelved);
        }
        keeper.known = shelved.join(&keeper.known);
        keeper
    }

    /// The document as this tab knows it.
    pub fn document(&self) -> Document {
        self.known.document()
    }

    /// What the student must know.
    pub fn state(&self) -> State {
        self.state
    }

    /// Stores the document as the student has just changed it. Gives the document back when another tab's changes were
    /// taken in: it then holds both.
    pub fn store(&mut self, shelf: &dyn Shelf, document: &Document) -> Option<Document> {
        let wiped = self.look(shelf);
        let shelved = self.shelved();
        let changed = self.known.changed_to(document, &shelved);
        let mut merged = changed.join(&self.since(&wiped, &shelved));
        if !merged.same_order(&shelved) {
            self.write(shelf, &mut merged);
        }
        let more = !merged.same_as(&changed) || merged.age().0 > self.known.age().0;
        self.known = merged;
        more.then(|| self.document())
    }

    /// Looks at what other tabs stored. Gives the document back when there was something new.
    pub fn take_in(&mut self, shelf: &dyn Shelf, document: &Document) -> Option<Document> {
        let wiped = self.look(shelf);
        let shelved = self.shelved();
        let changed = self.known.changed_to(document, &shelved);
        let mut merged = self.since(&wiped, &shelved).join(&changed);
        // Only what the slots lack is written: two tabs must not answer each other for ever.
        if !merged.same_as(&shelved) {
            self.write(shelf, &mut merged);
        }
        let more = !merged.same_as(&changed) || merged.age().0 > self.known.age().0;
        self.known = merged;
        more.then(|| self.document())
    }

    /// Clears everything but the settings, here and in every tab, damaged texts kept aside too.
    pub fn clear(&mut self, shelf: &dyn Shelf) -> Document {
        let wiped = self.look(shelf);
        self.spared = [false; 2];
        let before = std::mem::replace(&mut self.state, State::Good);
        self.known = self.known.cleared(&self.since(&wiped, &self.shelved()));
        let mut cleared = self.known.clone();
        self.write(shelf, &mut cleared);
        if self.state != State::Trouble(Trouble::Unavailable) {
            // First, as there may be no room beside them.
            (1..=ASIDES).for_each(|count| shelf.remove(&aside(count)));
            shelf.remove(OLD);
            // Once more, so that the other slot holds nothing old either.
            self.write(shelf, &mut cleared);
            if self.ages().iter().flatten().any(|(era, _)| *era < cleared.age().0) {
                self.state = State::Trouble(Trouble::Full);
            }
        } else if before == State::Newer {
            self.state = before;
        }
        self.document()
    }

    /// All damaged texts that were kept.
    pub fn asides(shelf: &dyn Shelf) -> Vec<String> {
        (1..=ASIDES).filter_map(|count| shelf.read(&aside(count)).ok().flatten()).collect()
    }

    /// Reads the slots that changed. Where that fails nothing may be written: it could be over what was not seen. Gives
    /// what stood there before, of what was cleared as is known here: what came since is not reached by that.
    fn look(&mut self, shelf: &dyn Shelf) -> Option<Stored> {
        let (before, era) = (self.age(), self.known.age().0);
        let wiped = self.joined(|stored| stored.age().0 < era);
        let looked = self.look_at_slots(shelf);
        self.unseen = looked.as_ref().err().copied();
        if let (Some(trouble), true) = (self.unseen, self.state != State::Newer) {
            self.state = State::Trouble(trouble);
        }
        // The shelf was cleared by the browser, or damaged, and another tab began anew: what it counts came after all that
        // is known here and stood there.
        if let (Ok(Some(stood)), None, Some(now)) = (looked, &wiped, self.age())
            && Some(now) < before
        {
            self.known = self.known.clone().begun_anew(now, &stood);
        }
        wiped
    }

    /// The same. Gives what stood there where neither of two texts is as it was: two tabs that store at once replace one.
    fn look_at_slots(&mut self, shelf: &dyn Shelf) -> Result<Option<Stored>, Trouble> {
        // Both or neither: with half a look nothing can be compared.
        let texts = [shelf.read(SLOTS[0])?, shelf.read(SLOTS[1])?];
        let replaced = |(seen, text): (&Option<(String, Stored)>, &Option<String>)| {
            seen.as_ref().is_some_and(|(seen, _)| Some(seen) != text.as_ref())
        };
        let stood = self.seen.iter().zip(&texts).all(replaced).then(|| self.shelved());
        for (at, text) in texts.into_iter().enumerate() {
            let (Some(seen), Some(spared)) = (self.seen.get_mut(at), self.spared.get_mut(at)) else { continue };
            *spared &= text.is_some();
            // There may be room for a copy by now.
            if seen.as_ref().map(|(text, _)| text) == text.as_ref() && !*spared {
                continue;
            }
            let read = text.map(|text| (Stored::read(&text), text));
            *seen = None;
            if let Some(((stored, damage), text)) = read {
                let damaged = matches!(damage, Some(Damage::Unreadable(_)));
                let saved = self.tell(damage, shelf, &text);
                if let Some(spared) = self.spared.get_mut(at) {
                    *spared = !saved;
                }
                if let Some(seen) = self.seen.get_mut(at).filter(|_| !damaged) {
                    *seen = Some((text, stored));
                }
            }
        }
        Ok(stood)
    }

    /// Takes note of a damaged text. False when it could not be kept.
    fn tell(&mut self, damage: Option<Damage>, shelf: &dyn Shelf, text: &str) -> bool {
        match damage {
            None => true,
            Some(Damage::Newer(_)) => {
                self.state = State::Newer;
                true
            }
            Some(Damage::Unreadable(_) | Damage::Parts(_)) => {
                if self.state != State::Newer {
                    self.state = State::Broken;
                }
                keep_aside(shelf, text)
            }
        }
    }

    /// The text of version 1 goes once all of it stands in a slot, or beside.
    fn forget_old(&self, shelf: &dyn Shelf) {
        if self.old.is_some() && shelf.read(OLD).ok().flatten() == self.old {
            shelf.remove(OLD);
        }
    }

    /// Both slots as one.
    fn shelved(&self) -> Stored {
        self.joined(|_| true).unwrap_or_default()
    }

    /// Those of the slots as one.
    fn joined(&self, which: impl Fn(&Stored) -> bool) -> Option<Stored> {
        let newest = self.newest();
        let slot = |at: usize| self.seen.get(at)?.as_ref().map(|(_, stored)| stored).filter(|stored| which(stored));
        match (slot(newest), slot(1 - newest)) {
            (Some(newer), Some(older)) => Some(newer.join(older)),
            (one, other) => one.or(other).cloned(),
        }
    }

    /// What is on the shelf, as it stands beside what is known here: where that was cleared and the shelf knows nothing of
    /// it, only what was entered there since.
    fn since(&self, wiped: &Option<Stored>, shelved: &Stored) -> Stored {
        let era = self.known.age().0;
        if shelved.age().0 >= era {
            return shelved.clone();
        }
        shelved.since(wiped.as_ref().unwrap_or(&Stored::default()), era)
    }

    /// The slot that holds the newest text.
    fn newest(&self) -> usize {
        let [a, b] = self.ages();
        usize::from(b > a)
    }

    /// The age of the newest text.
    fn age(&self) -> Option<(u64, u64)> {
        let [a, b] = self.ages();
        a.max(b)
    }

    fn ages(&self) -> [Option<(u64, u64)>; 2] {
        self.seen.each_ref().map(|slot| slot.as_ref().map(|(_, stored)| stored.age()))
    }

    fn write(&mut self, shelf: &dyn Shelf, stored: &mut Stored) {
        if self.state == State::Newer {
            return;
        }
        // What brings two texts together is newer than both, or the next writing could begin with the fuller one.
        stored.outlive(self.age());
        let text = stored.write();
        let newest = self.newest();
        // Where there is no room for two, the newest is replaced in one stroke.
        let mut result = Err(self.unseen.unwrap_or(Trouble::Full));
        for at in [1 - newest, newest] {
            if self.unseen.is_some() || self.spared.get(at) == Some(&true) {
                continue;
            }
            result = SLOTS.get(at).map_or(Err(Trouble::Full), |name| put(shelf, name, &text));
            if result.is_ok() {
                if let Some(seen) = self.seen.get_mut(at) {
                    *seen = Some((text, stored.clone()));
                }
                self.forget_old(shelf);
                break;
            }
            // Where the storage forgot what it took, the other slot is no copy: the newest is left alone.
            if result != Err(Trouble::Full) {
                break;
            }
        }
        self.state = match (result, self.state) {
            (Err(trouble), _) => State::Trouble(trouble),
            (Ok(()), State::Broken) => State::Broken,
            (Ok(()), _) => State::Good,
        };
    }
}

/// Writes a text and looks whether it stands there: some storages take a text and forget it.
fn put(shelf: &dyn Shelf, name: &str, text: &str) -> Result<(), Trouble> {
    shelf.write(name, text)?;
    let stands = shelf.read(name)?.is_some_and(|there| there == text);
    if stands { Ok(()) } else { Err(Trouble::Unavailable) }
}

fn aside(count: usize) -> String {
    if count == 1 { ASIDE.to_owned() } else { format!("{ASIDE}.{count}") }
}

fn keep_aside(shelf: &dyn Shelf, text: &str) -> bool {
    for count in 1..=ASIDES {
        match shelf.read(&aside(count)) {
            Ok(Some(known)) if known == text => return true,
            Ok(None) => return put(shelf, &aside(count), text).is_ok(),
            _ => {}
        }
    }
    false
}
