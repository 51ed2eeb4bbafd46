//! One storage with its tabs, and beside it what must be there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use kuayu::saved::keeper::{OLD, SLOTS, State};
use kuayu::saved::{Document, Keeper, VERSION};

use super::facts::{Edit, Facts, facts};
use super::faults::Fault;
use super::model::{Known, Model, complaints};
use super::steps::App;
use super::storage::{Event, Storage, View};

/// So many tabs are open at most.
const TABS: usize = 6;

/// A tab.
pub struct Tab {
    pub app: App,
    pub view: View,
    /// `None` of the first app, which had none.
    pub keeper: Option<Keeper>,
    pub document: Document,
    /// The changes that it knows.
    pub known: Known,
    /// Its last change, for undoing.
    pub last: Option<(Document, Document)>,
    /// The changes by which the first app's facts came about.
    pub own: BTreeMap<String, usize>,
}

/// Everything.
pub struct World {
    pub storage: Rc<RefCell<Storage>>,
    pub tabs: Vec<Tab>,
    pub model: Model,
    /// The changes that each text holds.
    pub shelf: BTreeMap<&'static str, Known>,
    /// The changes of which somebody was told that they are stored.
    pub told: Known,
    pub backup: Option<String>,
    pub today: &'static str,
    pub fault: Option<Fault>,
    /// The last clearing.
    pub cleared: usize,
    /// Courses that the first app added.
    pub firsts: usize,
    /// How often something was compared.
    pub checks: u64,
    /// The count of the storage's changes when it was looked at last.
    pub looked: u64,
}

impl World {
    pub fn new(fault: Option<Fault>) -> World {
        World {
            storage: Rc::default(),
            tabs: Vec::new(),
            model: Model::default(),
            shelf: BTreeMap::new(),
            told: Known::default(),
            backup: None,
            today: "2026-11-29",
            fault,
            cleared: 0,
            firsts: 0,
            checks: 0,
            looked: u64::MAX,
        }
    }

    /// The tab that a number means.
    pub fn tab(&self, number: u8) -> Option<usize> {
        (!self.tabs.is_empty()).then(|| usize::from(number) % self.tabs.len())
    }

    pub fn slot(&self, name: &str) -> Known {
        self.shelf.get(name).cloned().unwrap_or_default()
    }

    /// The changes on the shelf.
    pub fn shelved(&self) -> Known {
        let mut all = Known::default();
        self.shelf.values().for_each(|known| all.add(known));
        all
    }

    /// Opens a tab; it is the last one.
    pub fn open(&mut self, app: App) {
        if app == App::First && self.tabs.iter().any(|tab| tab.app == App::First) {
            return;
        }
        if self.tabs.len() == TABS {
            self.tabs.remove(0);
        }
        let version = match app {
            App::Present => VERSION,
            App::Older(version) => version,
            App::Newer => VERSION + 1,
            App::First => 1,
        };
        let view = View::of(&self.storage, version, self.fault);
        let (known, last, own) = (Known::default(), None, BTreeMap::new());
        let mut tab = Tab { app, view, keeper: None, document: Document::default(), known, last, own };
        self.storage.borrow_mut().events.clear();
        if app == App::First {
            let text = self.storage.borrow().texts.get(OLD).cloned();
            tab.document = text.map(|text| kuayu::saved::read(&text).0).unwrap_or_default();
            tab.known = self.slot(OLD);
            self.tabs.push(tab);
            return;
        }
        let keeper = Keeper::open(&tab.view);
        tab.document = keeper.document();
        tab.keeper = Some(keeper);
        self.tabs.push(tab);
        self.follow(self.tabs.len() - 1, true, Vec::new());
    }

    /// Follows what a tab did to the storage, and what was changed in it.
    fn follow(&mut self, at: usize, opening: bool, diff: Vec<(String, Option<String>)>) {
        let events = std::mem::take(&mut self.storage.borrow_mut().events);
        for (place, event) in events.iter().enumerate() {
            // A tab that could not read both slots goes by neither.
            if let Event::Read(name) = event
                && (opening || *name != OLD)
                && events.get(place + 1) != Some(&Event::Unread)
            {
                let read = self.slot(name);
                self.tabs[at].known.add(&read);
            }
        }
        let before = self.tabs[at].known.clone();
        for (key, value) in diff {
            let change = if key.is_empty() {
                self.cleared = self.model.clear(&before);
                self.cleared
            } else {
                self.model.change(&key, value, &before)
            };
            self.tabs[at].known.insert(change);
        }
        for event in events {
            match event {
                Event::Read(_) | Event::Unread => {}
                Event::Written(name) => _ = self.shelf.insert(name, self.tabs[at].known.clone()),
                Event::Torn(name) => {
                    // Where nothing may be written to the other slot, there is but one.
                    let other = SLOTS.into_iter().find(|slot| *slot != name).unwrap_or_default();
                    let one = self.storage.borrow().is_uncopied(other);
                    let gone = self.shelf.remove(name).filter(|_| one);
                    self.lose(&gone.unwrap_or_default());
                }
                Event::Removed(name) => _ = self.shelf.remove(name),
            }
        }
    }

    /// A text is gone with the changes that it held.
    pub fn lose(&mut self, gone: &Known) {
        let left = self.shelved();
        self.model.lose(&gone.without(&left), &self.told.without(&left));
    }

    /// Those changes are stored in the moment in which that tab stores, which has not seen them: a clearing that it
    /// brings belatedly may reach them.
    pub fn loosen_beside(&mut self, at: usize, changes: &Known) {
        if self.model.has_late_clearing(&self.tabs[at].known) {
            self.model.loosen(changes);
        }
    }

    /// Has a tab's keeper do something after its document has become that.
    fn keep(
        &mut self,
        at: usize,
        document: Document,
        act: impl FnOnce(&mut Keeper, &View, &Document) -> Option<Document>,
    ) -> Result<(), String> {
        let (before, after) = (facts(&self.tabs[at].document), facts(&document));
        let changes = [difference(&before, &after), nameless_gone(&self.tabs[at].document, &document)].concat();
        let healthy = self.is_healthy();
        self.storage.borrow_mut().events.clear();
        let tab = &mut self.tabs[at];
        let Some(keeper) = &mut tab.keeper else { return Ok(()) };
        let merged = act(keeper, &tab.view, &document);
        tab.document = merged.unwrap_or(document);
        let state = keeper.state();
        let knew = self.tabs[at].known.clone();
        self.follow(at, false, changes);
        if !matches!(state, State::Good | State::Broken) {
            let made = self.tabs[at].known.without(&knew);
            self.model.loosen(&made);
        }
        if self.storage.borrow().dead {
            return Ok(());
        }
        if matches!(state, State::Good | State::Broken) {
            let known = self.tabs[at].known.clone();
            self.told.add(&known);
        } else if healthy && before != after && matches!(state, State::Trouble(_)) {
            return Err(format!("{state:?} is told, though the storage is well"));
        }
        self.check_tab(at)
    }

    /// Nothing is wrong with the storage now.
    fn is_healthy(&self) -> bool {
        let storage = self.storage.borrow();
        storage.room.is_none() && storage.dropping == 0 && storage.off == 0 && storage.asides().len() < 8
    }

    /// A tab's document becomes another one by the student's hand, and is stored.
    pub fn change(&mut self, at: usize, document: Document) -> Result<(), String> {
        if self.tabs[at].app == App::First {
            return Ok(());
        }
        let before = std::mem::take(&mut self.tabs[at].last);
        let was = self.tabs[at].document.clone();
        self.tabs[at].last = if was == document { before } else { Some((was, document.clone())) };
        self.keep(at, document, |keeper, view, document| keeper.store(view, document))
    }

    pub fn edit(&mut self, at: usize, edit: &Edit) -> Result<(), String> {
        let tab = &self.tabs[at];
        if tab.app == App::First {
            self.edit_first(at);
            return Ok(());
        }
        let mut document = tab.document.clone();
        if edit.known_to(tab.view.version) {
            edit.make(&mut document, self.today);
        }
        self.change(at, document)
    }

    /// The first app adds a course and stores all it has, whatever others did.
    fn edit_first(&mut self, at: usize) {
        let code = format!("90000{:02}", self.firsts);
        self.firsts += 1;
        let tab = &mut self.tabs[at];
        let credits = kuayu::credits::Credits::whole(2);
        let passed = kuayu::transcript::Completion::Passed;
        tab.document.records.push(kuayu::transcript::Record::ticked(&code, "舊課", credits, passed));
        let text = super::storage::of_version_1(&tab.document);
        // What was cleared meanwhile it says anew.
        let before = tab.known.clone();
        for (key, value) in facts(&tab.document) {
            if tab.own.get(&key).is_none_or(|change| *change < self.cleared) {
                let change = self.model.change(&key, Some(value), &before);
                tab.own.insert(key, change);
                tab.known.insert(change);
            }
        }
        let mut storage = self.storage.borrow_mut();
        let dropped = storage.dropping > 0 || storage.off > 0;
        storage.events.clear();
        drop(storage);
        let stored = kuayu::saved::keeper::Shelf::write(&tab.view, OLD, &text).is_ok();
        let known = tab.known.clone();
        self.follow(at, false, Vec::new());
        if stored && !dropped && !self.storage.borrow().dead {
            self.told.add(&known);
        }
    }

    /// A tab hears of what others stored.
    pub fn hear(&mut self, at: usize) -> Result<(), String> {
        let document = self.tabs[at].document.clone();
        self.keep(at, document, |keeper, view, document| keeper.take_in(view, document))
    }

    pub fn clear(&mut self, at: usize) -> Result<(), String> {
        let tab = &mut self.tabs[at];
        let Some(keeper) = &mut tab.keeper else { return Ok(()) };
        let old = self.shelf.get(OLD).cloned();
        self.storage.borrow_mut().events.clear();
        self.storage.borrow_mut().clearing = true;
        let document = keeper.clear(&tab.view);
        let good = keeper.state() == State::Good;
        self.storage.borrow_mut().clearing = false;
        (self.tabs[at].document, self.tabs[at].last) = (document, None);
        self.follow(at, false, vec![(String::new(), None)]);
        if self.storage.borrow().dead {
            // Half done, what the first app left may still be there.
            let mut half = self.slot(OLD);
            if half != Known::default() {
                half.insert(self.cleared);
            }
            self.model.lose(&half, &Known::default());
            return Ok(());
        }
        if !good {
            let mut late = Known::default();
            late.insert(self.cleared);
            self.model.loosen(&late);
            // What the first app left goes, to make room for the clearing.
            let gone = old.filter(|_| !self.shelf.contains_key(OLD)).unwrap_or_default();
            self.lose(&gone);
        }
        if good {
            let known = self.tabs[at].known.clone();
            self.told.add(&known);
            let storage = self.storage.borrow();
            if let Some((name, text)) = storage.texts.iter().find(|(_, text)| text.contains('課')) {
                return Err(format!("cleared, and {name} still holds {text}"));
            }
        }
        self.check_tab(at)
    }

    /// What a tab shows is what its changes come to.
    fn check_tab(&mut self, at: usize) -> Result<(), String> {
        self.checks += 1;
        let tab = &self.tabs[at];
        let wrong = complaints(&facts(&tab.document), &self.model.allowed(&tab.known));
        if wrong.is_empty() { Ok(()) } else { Err(format!("tab {at} shows {}", wrong.join("; "))) }
    }

    /// What a tab shows that is opened now, with or without what the first app left.
    pub fn fresh(&self, with_old: bool) -> Facts {
        let storage = self.storage.borrow();
        let mut copy = Storage { texts: storage.texts.clone(), labels: storage.labels.clone(), ..Storage::default() };
        if !with_old {
            copy.texts.remove(OLD);
        }
        facts(&Keeper::open(&View::of(&Rc::new(RefCell::new(copy)), VERSION, None)).document())
    }

    /// Whatever happened, what was told to be stored is there, and no rule of storing was broken.
    pub fn check(&mut self) -> Result<(), String> {
        let storage = self.storage.borrow();
        if let Some(complaint) = storage.complaints.first() {
            return Err(complaint.clone());
        }
        if let Some(text) = storage.kept.iter().find(|text| !storage.is_aside(text)) {
            return Err(format!("no longer kept aside: {text}"));
        }
        let changed = storage.changes != std::mem::replace(&mut self.looked, storage.changes);
        drop(storage);
        let shelved = self.shelved();
        if let Some(missing) = self.model.missing(&self.told, &shelved) {
            return Err(format!("told to be stored, and never was, or written over: {missing}"));
        }
        if !changed {
            return Ok(());
        }
        self.checks += 1;
        let wrong = complaints(&self.fresh(true), &self.model.allowed(&shelved));
        if wrong.is_empty() { Ok(()) } else { Err(format!("a fresh tab shows {}", wrong.join("; "))) }
    }
}

/// The facts that differ, as they are afterwards.
fn difference(before: &Facts, after: &Facts) -> Vec<(String, Option<String>)> {
    let changed = after.iter().filter(|(key, value)| before.get(*key) != Some(value));
    let gone = before.keys().filter(|key| !after.contains_key(*key)).map(|key| (key.clone(), None));
    changed.map(|(key, value)| (key.clone(), Some(value.clone()))).chain(gone).collect()
}

/// Of the plans that are gone those without a name: with such a plan goes the name that another tab gave it meanwhile.
fn nameless_gone(before: &Document, after: &Document) -> Vec<(String, Option<String>)> {
    let gone = |id: u32| after.plans.iter().all(|plan| plan.id != id);
    let nameless = before.plans.iter().filter(|plan| plan.name.is_empty() && gone(plan.id));
    nameless.map(|plan| (format!("plan {}", plan.id), None)).collect()
}
