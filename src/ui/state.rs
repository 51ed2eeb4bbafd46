//! The app's state, in one place.
//!
//! Inputs are signals: what the student entered ([`SavedState`]), where they are, the static files as they arrive.
//! Everything said about them is a memo over the pure domain. An effect only talks to the outside world (storage, the
//! page's title). Components get all of it through [`App`], which is cheap to copy.

mod audits;
mod files;
mod importing;
pub mod plans;
mod saved;
mod shared;
mod toast;

pub use audits::{Audits, Derived, edition, known, program};
pub use files::{Files, Load, problem_lines};
pub use importing::{Importing, Outcome, Source};
pub use saved::{Lens, Notice, SavedState};
pub use shared::Shared;
pub use toast::Toasts;

use kuayu::i18n::Lang;
use kuayu::saved::Theme;
use leptos::prelude::*;

use super::route::Route;
use crate::platform;

/// A handle to the whole state.
#[derive(Clone, Copy)]
pub struct App {
    /// What the student entered.
    pub saved: SavedState,
    /// Static files as they arrive.
    pub files: Files,
    /// What is derived from both.
    pub derived: Derived,
    /// An import under review.
    pub importing: Importing,
    /// Short messages with an undo.
    pub toasts: Toasts,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// The language: the student's choice, else the browser's.
    pub lang: Memo<Lang>,
    /// The device's day when the app started.
    pub today: platform::clock::Today,
}

impl App {
    /// Builds the state and connects it to the browser. Called once.
    pub fn start() -> App {
        let toasts = Toasts::new();
        let saved = SavedState::start(toasts);
        let files = Files::start();
        let route = RwSignal::new(Route::parse(&platform::location::hash()));
        let derived = Derived::start(saved, files, route);
        let languages = platform::navigator::languages();
        let browsers = Lang::preferred(languages.iter().map(String::as_str));
        // A memo, not a derived signal: the whole page is built anew when it changes, so it must not fire otherwise.
        let lang = Memo::new(move |_| saved.with(|document| document.settings.lang).unwrap_or(browsers));
        platform::scroll::start();
        platform::location::on_change(move |hash| {
            platform::scroll::arrived();
            let next = Route::parse(&hash);
            if route.with_untracked(|now| *now != next) {
                route.set(next);
            }
        });
        Effect::new(move |_| {
            let theme = match saved.with(|document| document.settings.theme) {
                Theme::Auto => None,
                Theme::Light => Some("light"),
                Theme::Dark => Some("dark"),
            };
            platform::dom::set_root_data("theme", theme);
        });
        App { saved, files, derived, importing: Importing::new(), toasts, route, lang, today: platform::clock::today() }
    }

    /// The state, inside a component.
    pub fn get() -> App {
        expect_context::<App>()
    }
}
