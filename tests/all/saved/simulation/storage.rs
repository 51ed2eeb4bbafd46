//! The browser's storage as several tabs see it, with what goes wrong with it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use kuayu::saved::keeper::{ASIDE, OLD, SLOTS, Shelf, Trouble};
use kuayu::saved::{Document, VERSION};

use super::faults::Fault;

/// How a text ends up that was being written when the device died.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tear {
    /// As it was before.
    Before,
    /// The first so many of a hundred parts of it.
    Part(u8),
    /// Something else.
    Garbage,
    /// As a whole.
    After,
}

/// What happened to the storage, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A text was read.
    Read(&'static str),
    /// A text could not be read.
    Unread,
    /// A text stands there as a whole.
    Written(&'static str),
    /// A text was being written; what stands there is neither the old nor the new.
    Torn(&'static str),
    /// A text is gone.
    Removed(&'static str),
}

/// What is known of a text from outside.
#[derive(Clone, Debug, Default)]
pub struct Label {
    /// The version of the app that wrote it.
    pub version: u64,
    /// It cannot be read as a whole, and must be kept aside before anything is written over it.
    pub damaged: bool,
}

/// The storage itself.
#[derive(Debug, Default)]
pub struct Storage {
    pub texts: BTreeMap<String, String>,
    pub labels: BTreeMap<&'static str, Label>,
    /// All texts together may have so many bytes.
    pub room: Option<usize>,
    /// So many of the next writings are told to be done, and are not.
    pub dropping: usize,
    /// So many of the next calls fail.
    pub off: usize,
    /// How many more changes are made before the device dies in the middle of one.
    pub death: Option<(usize, Tear)>,
    /// The tab that writes is gone: nothing that it does has any effect.
    pub dead: bool,
    /// The tab is clearing everything, and may write over what it likes.
    pub clearing: bool,
    pub events: Vec<Event>,
    /// Counts changes of the texts.
    pub changes: u64,
    /// Damaged texts that something was written over; copies must be there.
    pub kept: Vec<String>,
    /// Rules of storing that were broken.
    pub complaints: Vec<String>,
}

impl Storage {
    /// The name as a constant, for names that the document is kept under.
    fn name(name: &str) -> Option<&'static str> {
        SLOTS.into_iter().chain([OLD]).find(|known| *known == name)
    }

    /// Damaged texts that were kept.
    pub fn asides(&self) -> Vec<&String> {
        self.texts.iter().filter(|(name, _)| name.starts_with(ASIDE)).map(|(_, text)| text).collect()
    }

    /// Whether a slot's text is damaged and there is no copy of it.
    pub fn is_uncopied(&self, name: &str) -> bool {
        let damaged = self.labels.get(name).is_some_and(|label| label.damaged);
        damaged && self.texts.get(name).is_some_and(|text| !self.is_aside(text))
    }

    /// Whether there is a copy of a text. Its version is not compared: to the code that stands for another version's it
    /// is another.
    pub fn is_aside(&self, text: &str) -> bool {
        let bare = |text: &str| match text.rfind("\"version\":").map(|at| at + "\"version\":".len()) {
            Some(at) => {
                format!("{}{}", &text[..at], text[at..].trim_start_matches(|digit: char| digit.is_ascii_digit()))
            }
            None => text.to_owned(),
        };
        self.asides().into_iter().any(|aside| bare(aside) == bare(text))
    }

    /// Puts a text there from outside.
    pub fn put(&mut self, name: &'static str, text: String, label: Label) {
        self.changes += 1;
        self.texts.insert(name.to_owned(), text);
        self.labels.insert(name, label);
    }

    /// Everything is gone.
    pub fn evict(&mut self) {
        self.changes += 1;
        self.texts.clear();
        self.labels.clear();
        self.kept.clear();
    }

    /// What holds of every text that is about to be replaced or removed.
    fn about_to_lose(&mut self, name: &'static str, version: u64) {
        if self.clearing {
            return;
        }
        let Some(text) = self.texts.get(name).cloned() else { return };
        let label = self.labels.get(name).cloned().unwrap_or_default();
        if label.version > version {
            self.complaints.push(format!("version {version} wrote over version {} in {name}", label.version));
        }
        if label.damaged {
            if self.is_uncopied(name) {
                self.complaints.push(format!("a damaged text in {name} was lost without a copy: {text:?}"));
            }
            self.kept.push(text);
        }
    }

    /// Whether the device dies in the middle of this change, and how.
    fn dies(&mut self) -> Option<Tear> {
        let (left, tear) = self.death?;
        self.death = (left > 0).then(|| (left - 1, tear));
        self.dead = left == 0;
        (left == 0).then_some(tear)
    }

    fn write(&mut self, name: &str, text: &str, version: u64) -> Result<(), Trouble> {
        let others: usize = self.texts.iter().filter(|(known, _)| *known != name).map(|(_, text)| text.len()).sum();
        if self.room.is_some_and(|room| others + text.len() > room) {
            return Err(Trouble::Full);
        }
        if self.dropping > 0 {
            self.dropping -= 1;
            return Ok(());
        }
        self.changes += 1;
        let slot = Storage::name(name);
        let torn = match self.dies() {
            Some(Tear::Before) => return Ok(()),
            Some(Tear::Part(of)) => {
                let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
                // A copy of a text that was cut to nothing has no parts.
                let end = ends.get(usize::from(of) * ends.len().saturating_sub(1) / 100).copied().unwrap_or_default();
                Some(text[..end].to_owned())
            }
            Some(Tear::Garbage) => Some("\u{0}\u{fffd}}{".to_owned()),
            Some(Tear::After) | None => None,
        };
        let damaged = torn.is_some();
        if let Some(slot) = slot {
            self.about_to_lose(slot, version);
            // A text that nobody can read has no version that could be told.
            self.labels.insert(slot, Label { version: if damaged { 0 } else { version }, damaged });
            self.events.push(if damaged { Event::Torn(slot) } else { Event::Written(slot) });
        }
        self.texts.insert(name.to_owned(), torn.unwrap_or_else(|| text.to_owned()));
        Ok(())
    }

    fn remove(&mut self, name: &str) {
        if matches!(self.dies(), Some(Tear::Before | Tear::Part(_) | Tear::Garbage)) {
            return;
        }
        self.changes += 1;
        if let Some(slot) = Storage::name(name).filter(|name| self.texts.contains_key(*name)) {
            self.about_to_lose(slot, 1);
            self.labels.remove(slot);
            self.events.push(Event::Removed(slot));
        }
        if self.clearing && name.starts_with(ASIDE) {
            self.kept.clear();
        }
        self.texts.remove(name);
    }
}

/// The storage as one tab sees it.
pub struct View {
    pub storage: Rc<RefCell<Storage>>,
    /// The version of the app that runs in the tab.
    pub version: u64,
    /// What the tab takes the texts to be, where it has not yet heard of what an other one just wrote.
    pub frozen: RefCell<Option<BTreeMap<String, String>>>,
    pub fault: Option<Fault>,
    /// What a faulty tab remembers.
    pub memory: RefCell<BTreeMap<String, String>>,
}

impl View {
    /// A tab's view, with a mistake in it or none.
    pub fn of(storage: &Rc<RefCell<Storage>>, version: u64, fault: Option<Fault>) -> View {
        let (frozen, memory) = (RefCell::default(), RefCell::default());
        View { storage: Rc::clone(storage), version, frozen, fault, memory }
    }

    /// The same without the mistake.
    pub fn plain(&self) -> View {
        View::of(&self.storage, self.version, None)
    }

    /// A text of this tab's own version looks to the present code like one of the present version, a newer like a
    /// newer one, an older like an older one. So the present code stands for the code of other versions.
    fn shifted(&self, text: &str) -> String {
        let at = text.rfind("\"version\":").map(|at| at + "\"version\":".len());
        let number = at.and_then(|at| text.get(at..at + 1)).and_then(|digit| digit.parse::<u64>().ok());
        match (at, number) {
            (Some(at), Some(number)) if self.version != VERSION => {
                let number = match number {
                    own if own == self.version => VERSION,
                    newer if newer > self.version => VERSION + newer - self.version,
                    older => older.min(VERSION),
                };
                format!("{}{number}{}", &text[..at], &text[at + 1..])
            }
            _ => text.to_owned(),
        }
    }

    fn unshifted(&self, name: &str, text: &str) -> String {
        match Storage::name(name) {
            Some(_) => text.replace(&format!("\"version\":{VERSION}"), &format!("\"version\":{}", self.version)),
            None => text.to_owned(),
        }
    }
}

impl Shelf for View {
    fn read(&self, name: &str) -> Result<Option<String>, Trouble> {
        let mut storage = self.storage.borrow_mut();
        if storage.off > 0 {
            storage.off -= 1;
            storage.events.push(Event::Unread);
            return Err(Trouble::Unavailable);
        }
        let frozen = self.frozen.borrow();
        if let (Some(name), None) = (Storage::name(name), frozen.as_ref()) {
            storage.events.push(Event::Read(name));
        }
        let text = frozen.as_ref().unwrap_or(&storage.texts).get(name).cloned();
        drop(storage);
        let text = match &self.fault {
            Some(fault) => fault.read(self, name, text),
            None => text,
        };
        Ok(text.map(|text| if Storage::name(name).is_some() { self.shifted(&text) } else { text }))
    }

    fn write(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let text = self.unshifted(name, text);
        let plain = |name: &str, text: &str| {
            let mut storage = self.storage.borrow_mut();
            if storage.dead {
                return Ok(());
            }
            if storage.off > 0 {
                storage.off -= 1;
                return Err(Trouble::Unavailable);
            }
            storage.write(name, text, self.version)?;
            if let Some(frozen) = self.frozen.borrow_mut().as_mut() {
                frozen.insert(name.to_owned(), text.to_owned());
            }
            Ok(())
        };
        match &self.fault {
            Some(fault) => fault.write(self, name, &text, &plain),
            None => plain(name, &text),
        }
    }

    fn remove(&self, name: &str) {
        let mut storage = self.storage.borrow_mut();
        if !storage.dead {
            storage.remove(name);
        }
        if let Some(frozen) = self.frozen.borrow_mut().as_mut() {
            frozen.remove(name);
        }
    }
}

/// A document as the first version of the app wrote it.
pub fn of_version_1(document: &Document) -> String {
    document.write().replacen(&format!("\"version\":{VERSION}"), "\"version\":1", 1)
}
