//! What the student entered, kept in the browser's storage after every change.
//!
//! All changes go through [`SavedState::edit`] or [`SavedState::edit_with_undo`]. A document that the app shows without
//! owning it (the demo student, somebody's shared link) is laid over the student's own through a [`Lens`]: changes to
//! it stay in memory, and the own document comes back untouched.

use kuayu::saved::{self, Damage, Document, Settings};
use leptos::prelude::*;

use super::Toasts;
use crate::platform::storage::{self, Key, Trouble};

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
    notice: RwSignal<Option<Notice>>,
    toasts: Toasts,
}

impl SavedState {
    /// Reads the stored document and keeps storage in step with it from then on.
    pub fn start(toasts: Toasts) -> SavedState {
        let (document, notice) = load();
        let state = SavedState {
            document: RwSignal::new(document),
            lens: RwSignal::new(Lens::Own),
            own: StoredValue::new(None),
            notice: RwSignal::new(notice),
            toasts,
        };
        // Storage is the outside world: this effect writes to it and reads nothing back.
        Effect::new(move |before: Option<Option<String>>| {
            if state.lens.get() != Lens::Own {
                return before.flatten();
            }
            let text = state.document.with(Document::write);
            // The first run only remembers what was read: looking at the page changes nothing that is stored.
            if before.is_some_and(|stored| stored.as_ref() != Some(&text)) {
                state.store(&text);
            }
            Some(text)
        });
        state
    }

    fn store(self, text: &str) {
        if self.notice.get_untracked() == Some(Notice::Newer) {
            return;
        }
        let notice = match storage::write(Key::Document, text) {
            Ok(()) => self.notice.get_untracked().filter(|notice| *notice == Notice::Broken),
            Err(Trouble::Full) => Some(Notice::Full),
            Err(Trouble::Unavailable) => Some(Notice::Unavailable),
        };
        if self.notice.get_untracked() != notice {
            self.notice.set(notice);
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
        self.toasts.dismiss();
        if self.lens.get_untracked() != Lens::Shared {
            self.document.update(change);
        }
    }

    /// Changes the document, says so, and offers to undo it.
    pub fn edit_with_undo(self, message: impl Into<String>, change: impl FnOnce(&mut Document)) {
        if self.lens.get_untracked() == Lens::Shared {
            return;
        }
        let before = self.document.get_untracked();
        self.edit(change);
        let undo = Callback::new(move |()| self.edit(|document| *document = before.clone()));
        self.toasts.show(message, Some(undo));
    }

    /// Changes how the app looks. That is the student's own affair whosever document is shown.
    pub fn edit_settings(self, change: impl Fn(&mut Settings)) {
        self.document.update(|document| change(&mut document.settings));
        self.own.update_value(|own| {
            if let Some(own) = own {
                change(&mut own.settings);
                self.store(&own.write());
            }
        });
    }

    /// Whose document is shown.
    pub fn lens(self) -> Lens {
        self.lens.get()
    }

    /// Shows another document without owning it.
    pub fn look_at(self, lens: Lens, mut document: Document) {
        self.toasts.dismiss();
        document.settings = self.with_untracked(|shown| shown.settings);
        if self.lens.get_untracked() == Lens::Own {
            self.own.set_value(Some(self.document.get_untracked()));
        }
        self.lens.set(lens);
        self.document.set(document);
    }

    /// Goes back to the student's own document.
    pub fn look_at_own(self) {
        self.toasts.dismiss();
        if let Some(own) = self.own.try_update_value(Option::take).flatten() {
            self.document.set(own);
        }
        self.lens.set(Lens::Own);
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

fn load() -> (Document, Option<Notice>) {
    match storage::read(Key::Document) {
        Err(_) => (Document::default(), Some(Notice::Unavailable)),
        Ok(None) => (Document::default(), None),
        Ok(Some(text)) => {
            let (document, damage) = saved::read(&text);
            let notice = damage.map(|damage| match damage {
                Damage::Newer(_) => Notice::Newer,
                Damage::Unreadable(_) | Damage::Parts(_) => {
                    // Should even this fail, the text still stands under its own key until the next change.
                    let _ = storage::write(Key::Aside, &text);
                    Notice::Broken
                }
            });
            (document, notice)
        }
    }
}
