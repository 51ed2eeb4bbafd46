//! The app's state, in one place.
//!
//! Inputs are signals: what the student entered ([`SavedState`]), where they are, the static files as they arrive.
//! Everything said about them is a memo over the pure domain. An effect only talks to the outside world (storage, the
//! page's title). Components get all of it through [`AppState`], which is cheap to copy; those of the first page make do with
//! [`FirstState`], as the rest is not here yet.

mod audits;
mod basis;
mod drafts;
mod files;
mod first_state;
pub mod halves;
mod importing;
pub mod next;
mod other_editions;
mod parts;
pub mod plans;
mod saved;
mod second_part;
mod shared;
mod toast;

pub use audits::{Audits, Derived, edition, known, program};
pub use basis::basis;
pub use drafts::Drafts;
pub use files::{Files, Load, problem_lines};
pub use first_state::{Begun, FirstState};
pub use importing::{Importing, Outcome, Source};
pub use other_editions::{OtherEdition, Otherwise};
pub use parts::{Part, Parts};
pub use saved::{Lens, Notice, SavedState};
pub use second_part::{Arrival, Draw, Entrances, Loading};
pub use shared::Shared;
pub use toast::Toasts;

use kuayu::day::Day;
use leptos::prelude::*;
use std::ops::Deref;

/// A handle to the whole state.
#[derive(Clone, Copy)]
pub struct AppState {
    /// What was there from the start.
    front: FirstState,
    /// Static files as they arrive.
    pub files: Files,
    /// What is derived from both.
    pub derived: Derived,
    /// What the other editions answer.
    pub others: Memo<Shared<Vec<OtherEdition>>>,
    /// An import under review.
    pub importing: Importing,
    /// A suggestion being made for a student's plan.
    pub drafts: Drafts,
    /// When the link was made whose document is shown, as far as it says so.
    pub shared_on: RwSignal<Option<Day>>,
    /// The text of a file that the browser would not let through, to be copied instead.
    pub handed: RwSignal<Option<String>>,
    /// Whether the names that the language wants are here, or will not come.
    pub named: Memo<bool>,
    /// The parts of the program that draw pages.
    pub parts: Parts,
}

impl AppState {
    /// Builds what the first part of the program has not; `fetch` fetches parts that draw pages. Called once.
    pub fn start(front: FirstState, fetch: fn(Part) -> Loading<Draw>) -> AppState {
        let files = Files::start(front);
        let derived = Derived::start(front, files);
        let others = other_editions::start(front, derived);
        let handed = RwSignal::new(None);
        let drafts = Drafts::start(front.saved, front.toasts);
        let (named, parts) = (files.named(), Parts::new(fetch));
        let (importing, shared_on) = (Importing::new(), RwSignal::new(None));
        AppState { front, files, derived, others, importing, drafts, shared_on, handed, named, parts }
    }

    /// The state, inside a component.
    pub fn get() -> AppState {
        expect_context::<AppState>()
    }
}

impl Deref for AppState {
    type Target = FirstState;
    fn deref(&self) -> &FirstState {
        &self.front
    }
}
