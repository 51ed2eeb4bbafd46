//! A suggestion being made for a student's plan. It lives as long as the tab, through reloads; the student's data is
//! nowhere else on the advisor's device.

use kuayu::saved::{self, Document, Plan};
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::toast::Undo;
use super::{Lens, SavedState, Toasts};
use crate::platform::session;

/// The name that the tab keeps it under.
const KEPT: &str = "kuayu.suggestion";

/// A suggestion.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The student's document, with the plan as it is suggested.
    pub document: Document,
    /// The plan as the student shared it.
    pub base: Plan,
    /// What is said to the student.
    pub note: String,
}

/// The suggestion of this tab, if there is one.
#[derive(Clone, Copy)]
pub struct Drafts {
    draft: RwSignal<Option<Draft>>,
    /// Whether something of it was not handed on.
    is_pending: RwSignal<bool>,
    saved: SavedState,
    toasts: Toasts,
}

impl Drafts {
    /// Takes up what the tab has, and keeps it in step from then on.
    pub fn start(saved: SavedState, toasts: Toasts) -> Drafts {
        let kept = session::read(KEPT).as_deref().and_then(read);
        let is_pending = kept.as_ref().is_some_and(|kept| kept.is_pending);
        let is_open = kept.as_ref().is_some_and(|kept| kept.is_open);
        let draft = RwSignal::new(kept.map(|kept| kept.draft));
        let drafts = Drafts { draft, is_pending: RwSignal::new(is_pending), saved, toasts };
        if is_open {
            drafts.resume();
        }
        Effect::new(move |_| {
            if saved.lens() == Lens::Proposal {
                saved.with(|shown| drafts.change(|draft| draft.document = shown.clone()));
            }
        });
        Effect::new(move |_| {
            let kept = drafts.draft.get().map(|draft| Kept {
                draft,
                is_open: saved.lens() == Lens::Proposal,
                is_pending: drafts.is_pending.get(),
            });
            session::write(KEPT, kept.as_ref().map(write).as_deref());
        });
        session::ask_before_leaving(move || drafts.is_pending.get_untracked());
        drafts
    }

    /// The suggestion.
    pub fn get(self) -> Option<Draft> {
        self.draft.get()
    }

    /// Whether there is one that was not handed on and is not open.
    pub fn is_waiting(self) -> bool {
        self.is_pending.get() && self.saved.lens() != Lens::Proposal
    }

    /// Whether the one there is was begun from this document.
    pub fn is_of(self, shared: &Document) -> bool {
        self.draft.with(|draft| draft.as_ref().is_some_and(|draft| is_of(draft, shared)))
    }

    /// Begins a suggestion on the document that is shown, or goes on with the one that was begun on it. `plan` is for a
    /// student without one, `replaced` what is said where another student's is given up for it.
    pub fn begin(self, plan: Plan, replaced: &'static str) {
        let mut document = self.saved.with_untracked(Document::clone);
        let before = self.draft.get_untracked();
        if before.as_ref().is_some_and(|draft| is_of(draft, &document)) {
            return self.resume();
        }
        let base = document.active_plan().cloned().unwrap_or_default();
        if document.plans.is_empty() {
            document.add_plan(plan);
        }
        let was_pending = self.is_pending.get_untracked();
        self.put(Some(Draft { document, base, note: String::new() }));
        self.is_pending.set(false);
        if let Some(before) = before.filter(|_| was_pending) {
            self.toasts.show(replaced, Some(self.back_to(before)));
        }
    }

    /// Opens it again.
    pub fn resume(self) {
        self.put(self.draft.get_untracked());
    }

    /// Goes back to the own data and keeps it.
    pub fn pause(self, told: &'static str) {
        self.saved.look_at_own();
        if let Some(draft) = self.draft.get_untracked().filter(|_| self.is_pending.get_untracked()) {
            self.toasts.show(told, Some(self.back_to(draft)));
        }
    }

    /// Gives it up.
    pub fn discard(self, told: &'static str) {
        let before = self.draft.get_untracked().filter(|_| self.is_pending.get_untracked());
        self.put(None);
        self.is_pending.set(false);
        if let Some(before) = before {
            self.toasts.show(told, Some(self.back_to(before)));
        }
    }

    /// What is said to the student.
    pub fn say(self, note: String) {
        self.change(|draft| draft.note = note);
    }

    /// It was handed on.
    pub fn sent(self) {
        self.is_pending.set(false);
    }

    fn put(self, draft: Option<Draft>) {
        match &draft {
            Some(draft) => self.saved.look_at(Lens::Proposal, draft.document.clone()),
            None if untrack(|| self.saved.lens()) == Lens::Proposal => self.saved.look_at_own(),
            None => {}
        }
        self.draft.set(draft);
    }

    fn back_to(self, draft: Draft) -> Undo {
        std::sync::Arc::new(move || {
            self.put(Some(draft.clone()));
            self.is_pending.set(true);
        })
    }

    fn change(self, change: impl FnOnce(&mut Draft)) {
        let Some(before) = self.draft.get_untracked() else { return };
        let mut after = before.clone();
        change(&mut after);
        // How the app looks is nothing to send.
        let is_more = after.note != before.note || after.document.plans != before.document.plans;
        if after != before {
            self.draft.set(Some(after));
        }
        if is_more {
            self.is_pending.set(true);
        }
    }
}

/// Whether a suggestion was begun on this document: whose it is, what was taken, and the plan that the link made. Names
/// may have come later.
fn is_of(draft: &Draft, shared: &Document) -> bool {
    let begun = &draft.document;
    let mut pairs = begun.records.iter().zip(&shared.records);
    begun.profile == shared.profile
        && shared.active_plan().map(|plan| plan.id).unwrap_or_default() == draft.base.id
        && begun.records.len() == shared.records.len()
        && pairs.all(|(a, b)| (&a.code, a.term, a.grade) == (&b.code, b.term, b.grade))
}

/// What the tab keeps.
struct Kept {
    draft: Draft,
    is_open: bool,
    is_pending: bool,
}

fn write(kept: &Kept) -> String {
    let mut map = Map::new();
    map.insert("document".to_owned(), Value::from(kept.draft.document.write()));
    map.insert("base".to_owned(), serde_json::to_value(&kept.draft.base).unwrap_or_default());
    map.insert("note".to_owned(), Value::from(kept.draft.note.clone()));
    map.insert("open".to_owned(), Value::from(kept.is_open));
    map.insert("pending".to_owned(), Value::from(kept.is_pending));
    Value::Object(map).to_string()
}

fn read(text: &str) -> Option<Kept> {
    let Ok(Value::Object(mut map)) = serde_json::from_str(text) else { return None };
    let document = saved::read(map.get("document")?.as_str()?).0;
    let base = serde_json::from_value(map.remove("base")?).ok()?;
    let note = map.get("note")?.as_str()?.to_owned();
    let is = |key: &str| map.get(key).and_then(Value::as_bool).unwrap_or_default();
    Some(Kept { draft: Draft { document, base, note }, is_open: is("open"), is_pending: is("pending") })
}
