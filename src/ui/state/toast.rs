//! Short messages at the edge of the page. At most one at a time, so that an undo can only mean the latest change.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform;

/// How long a message stays, in milliseconds; longer where it holds the only undo, and for as long as somebody points at
/// it or has the focus on it. It can be closed at once.
const STAYS: i32 = 10_000;
const UNDO_STAYS: i32 = 30_000;

/// Takes a change back. Counted, not kept by a page: the page that made the change may be gone when it is called.
pub type Undo = Arc<dyn Fn() + Send + Sync>;

/// A message.
#[derive(Clone)]
pub struct Toast {
    /// Tells one from the next.
    pub id: u32,
    /// What it says.
    pub text: String,
    /// Whether the change it tells can be undone.
    pub undo: Option<Undo>,
}

/// The message shown, if any.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Option<Toast>>,
    next: StoredValue<u32>,
}

impl Toasts {
    /// No message.
    pub fn new() -> Toasts {
        Toasts { shown: RwSignal::new(None), next: StoredValue::new(0) }
    }

    /// The message shown.
    pub fn shown(self) -> ReadSignal<Option<Toast>> {
        self.shown.read_only()
    }

    /// Shows a message in place of the present one.
    pub fn show(self, text: impl Into<String>, undo: Option<Undo>) {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        let stays = if undo.is_some() { UNDO_STAYS } else { STAYS };
        self.shown.set(Some(Toast { id, text: text.into(), undo }));
        self.expire(id, stays);
    }

    fn expire(self, id: u32, after: i32) {
        platform::after(after, move || {
            if self.shown.with_untracked(|toast| toast.as_ref().is_none_or(|toast| toast.id != id)) {
                return;
            }
            match platform::dom::exists(".toast:hover, .toast:focus-within") {
                true => self.expire(id, STAYS),
                false => self.shown.set(None),
            }
        });
    }

    /// Takes the message away.
    pub fn dismiss(self) {
        if self.shown.with_untracked(Option::is_some) {
            self.shown.set(None);
        }
    }
}
