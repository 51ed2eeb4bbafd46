//! What the student entered, kept in the browser's storage after every change.
//!
//! All changes go through [`SavedState::edit`] or [`SavedState::edit_with_undo`]. A document that the app shows without
//! owning it (the demo student, somebody's shared link) is laid over the student's own through a [`Lens`]: changes to
//! it stay in memory, and the own document comes back untouched.

use kuayu::saved::keeper::{self, State, Trouble};
use kuayu::saved::ticks::Tick;
use kuayu::saved::{Document, Keeper, Settings};
use leptos::prelude::*;

use super::Toasts;
use crate::platform::navigator;
use crate::platform::storage::{self, Local};

/// Whose document is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lens {
    /// The student's own: stored.
    #[default]
    Own,
    /// The demo student: can be changed, is never stored.
    Demo,
    /// Somebody's shared link: not to be changed, never stored.
    Shared,
    /// A copy of that, in which the plans can be changed to be suggested; never stored as the student's own.
    Proposal,
}

/// Something about storage that the student must know. Shown until it no longer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Storage is switched off.
    Unavailable,
    /// Storage is full; the latest changes are only in memory.
    Full,
    /// Part of the stored text could not be read; it is kept aside.
    Broken,
    /// Stored by a newer version; nothing is written over it.
    Newer,
}

/// The student's document and what became of storing it.
#[derive(Clone, Copy)]
pub struct SavedState {
    document: RwSignal<Document>,
    lens: RwSignal<Lens>,
    /// The student's own document while another one is shown.
    own: StoredValue<Option<Document>>,
    keeper: StoredValue<Keeper>,
    /// Whether the browser was asked to keep the storage.
    asked: StoredValue<bool>,
    notice: RwSignal<Option<Notice>>,
    /// Counts changes that were tried and refused of what is somebody else's.
    refused: RwSignal<u32>,
    /// Its records are the attempts that a tick taken back removed: ticked again, a course has its grade and term back.
    /// Until the page goes. A document like the other, as one more type here is a kilobyte of every first page.
    unticked: StoredValue<Option<Document>>,
    toasts: Toasts,
}

impl SavedState {
    /// Reads the stored document and keeps storage in step with it from then on.
    pub fn start(toasts: Toasts) -> SavedState {
        let keeper = Keeper::open(&Local);
        let state = SavedState {
            document: RwSignal::new(keeper.document()),
            lens: RwSignal::new(Lens::Own),
            own: StoredValue::new(None),
            notice: RwSignal::new(notice(keeper.state())),
            keeper: StoredValue::new(keeper),
            asked: StoredValue::new(false),
            refused: RwSignal::new(0),
            unticked: StoredValue::new(None),
            toasts,
        };
        storage::on_other_tab(&keeper::SLOTS, move || state.keep(Keeper::take_in));
        state
    }

    /// Brings storage and the student's own document together: right after a change, so that a page that dies later
    /// has lost nothing, and when another tab stored something.
    fn keep(self, together: impl FnOnce(&mut Keeper, &dyn keeper::Shelf, &Document) -> Option<Document>) {
        let own = self.own();
        let done = self.keeper.try_update_value(|keeper| {
            let before = keeper.state();
            (together(keeper, &Local, &own), before, keeper.state())
        });
        let Some((merged, before, after)) = done else { return };
        if before != after {
            self.notice.set(notice(after));
        }
        match merged {
            Some(merged) if self.lens.get_untracked() == Lens::Own => self.document.set(merged),
            Some(merged) => self.own.set_value(Some(merged)),
            None => {}
        }
    }

    fn store(self) {
        self.keep(Keeper::store);
        // Browsers clear sites that are not visited. Asked once, when there is something to keep.
        if !self.asked.get_value() {
            self.asked.set_value(true);
            navigator::ask_to_persist();
        }
    }

    /// Looks at the document, now and whenever it changes.
    pub fn with<R>(self, look: impl FnOnce(&Document) -> R) -> R {
        self.document.with(look)
    }

    /// Looks at the document once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&Document) -> R) -> R {
        self.document.with_untracked(look)
    }

    /// Changes the document. A pending undo of an earlier change goes, as it would take this one back too.
    pub fn edit(self, change: impl FnOnce(&mut Document)) {
        self.edit_by(&mut once(change));
    }

    /// Changes the document, says so, and offers to undo it.
    pub fn edit_with_undo(self, message: impl Into<String>, change: impl FnOnce(&mut Document)) {
        self.edit_with_undo_by(message.into(), &mut once(change));
    }

    /// Ticks a course, or one half of a year course.
    pub fn tick(self, tick: &Tick) {
        let mut before = self.unticked.try_update_value(Option::take).flatten().unwrap_or_default();
        self.edit(|document| document.tick(tick, &mut before.records));
        self.unticked.set_value(Some(before));
    }

    /// Ticks several at once, says so, and offers to undo it.
    pub fn tick_all(self, message: String, ticks: &[Tick]) {
        let mut before = self.unticked.try_update_value(Option::take).flatten().unwrap_or_default();
        self.edit_with_undo(message, |document| {
            ticks.iter().for_each(|tick| document.tick(tick, &mut before.records));
        });
        self.unticked.set_value(Some(before));
    }

    /// Takes the tick back, says so, and offers to undo it.
    pub fn untick(self, message: String, tick: &Tick) {
        self.edit_with_undo(message, |document| {
            let mut gone = document.untick(tick);
            self.unticked.update_value(|before| before.get_or_insert_default().records.append(&mut gone));
        });
    }

    // Every caller's change is a type of its own; what surrounds it is compiled once.
    fn edit_by(self, change: &mut dyn FnMut(&mut Document)) {
        self.toasts.dismiss();
        match self.lens.get_untracked() {
            Lens::Shared => self.refuse(),
            Lens::Proposal => {
                let before = self.document.get_untracked();
                let mut after = before.clone();
                change(&mut after);
                match after.is_but_for_plans(&before) {
                    true => self.document.set(after),
                    false => self.refuse(),
                }
            }
            Lens::Demo => self.document.update(change),
            Lens::Own => {
                self.document.update(change);
                self.store();
            }
        }
    }

    fn edit_with_undo_by(self, message: String, change: &mut dyn FnMut(&mut Document)) {
        let (before, refused) = (self.document.get_untracked(), self.refused.get_untracked());
        self.edit_by(change);
        if self.refused.get_untracked() != refused {
            return;
        }
        let after = self.document.get_untracked();
        if before == after {
            return self.toasts.show(message, None);
        }
        let undo: super::toast::Undo =
            std::sync::Arc::new(move || self.edit(|document| *document = document.take_back(&before, &after)));
        self.toasts.show(message, Some(undo));
    }

    /// Changes how the app looks. That is the student's own affair whosever document is shown.
    pub fn edit_settings(self, change: impl Fn(&mut Settings)) {
        self.document.update(|document| change(&mut document.settings));
        self.own.update_value(|own| {
            if let Some(own) = own {
                change(&mut own.settings);
            }
        });
        self.store();
    }

    /// Clears everything the student entered, in this browser and in every tab; whether it did. While somebody else's
    /// document is shown it is refused like every other change: nobody means their own data by what they see.
    pub fn clear(self) -> bool {
        if let Lens::Shared | Lens::Proposal = self.lens.get_untracked() {
            self.refuse();
            return false;
        }
        self.look_at_own();
        self.forget_unticked();
        self.keep(|keeper, shelf, _| Some(keeper.clear(shelf)));
        true
    }

    /// Goes back from the demo student, if it is shown: what comes next is about the student's own document.
    pub fn leave_demo(self) {
        if self.lens.get_untracked() == Lens::Demo {
            self.look_at_own();
        }
    }

    /// Stored texts that could not be read, kept as they were.
    pub fn asides(self) -> Vec<String> {
        Keeper::asides(&Local)
    }

    /// Whose document is shown.
    pub fn lens(self) -> Lens {
        self.lens.get()
    }

    /// Whether what is shown is not to be changed, now and whenever that changes.
    pub fn is_read_only(self) -> bool {
        self.lens.get() == Lens::Shared
    }

    /// How many changes of what is somebody else's were tried since it is shown.
    pub fn refused(self) -> u32 {
        self.refused.get()
    }

    /// The student's own document, whatever is shown.
    pub fn own(self) -> Document {
        self.own.get_value().unwrap_or_else(|| self.document.get_untracked())
    }

    /// Shows another document without owning it.
    pub fn look_at(self, lens: Lens, mut document: Document) {
        self.toasts.dismiss();
        self.none_refused();
        self.forget_unticked();
        document.settings = self.with_untracked(|shown| shown.settings.clone());
        if self.lens.get_untracked() == Lens::Own {
            self.own.set_value(Some(self.document.get_untracked()));
        }
        self.lens.set(lens);
        self.document.set(document);
    }

    /// Goes back to the student's own document.
    pub fn look_at_own(self) {
        self.toasts.dismiss();
        self.none_refused();
        self.forget_unticked();
        if let Some(own) = self.own.try_update_value(Option::take).flatten() {
            self.document.set(own);
        }
        self.lens.set(Lens::Own);
    }

    /// They are of one document only.
    fn forget_unticked(self) {
        self.unticked.set_value(None);
    }

    fn refuse(self) {
        self.refused.update(|count| *count += 1);
    }

    fn none_refused(self) {
        if self.refused.get_untracked() > 0 {
            self.refused.set(0);
        }
    }

    /// What the student must know of storage.
    pub fn notice(self) -> Option<Notice> {
        self.notice.get()
    }

    /// The student has read the notice.
    pub fn dismiss_notice(self) {
        self.notice.set(None);
    }
}

/// A change that is made once, for whoever could make it often.
pub fn once<T>(change: impl FnOnce(&mut T)) -> impl FnMut(&mut T) {
    let mut change = Some(change);
    move |value| {
        if let Some(change) = change.take() {
            change(value);
        }
    }
}

fn notice(state: State) -> Option<Notice> {
    match state {
        State::Good => None,
        State::Trouble(Trouble::Unavailable) => Some(Notice::Unavailable),
        State::Trouble(Trouble::Full) => Some(Notice::Full),
        State::Broken => Some(Notice::Broken),
        State::Newer => Some(Notice::Newer),
    }
}
