//! What the first part of the program holds: all that a first page needs before the engine is here.

use kuayu::audit::Profile;
use kuayu::catalog::document::Department;
use kuayu::i18n::{Lang, names};
use kuayu::saved::{Document, Theme};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::second_part::{Arrival, Entrances, Loading};
use super::{SavedState, Shared, Toasts};
use crate::platform::{self, fetch};
use crate::ui::route::Route;

/// The file with the programs, beside the page.
pub const CATALOG: &str = "programs.json";

/// What stands already, while the app is built in pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Begun {
    /// The state, and nothing to see.
    State,
    /// The frame.
    Frame,
    /// The page in it.
    Page,
    /// The first questions on it, where it asks them.
    Questions,
}

/// A handle to what is there from the start.
#[derive(Clone, Copy)]
pub struct FirstState {
    /// What the student entered.
    pub saved: SavedState,
    /// Who the student is.
    pub profile: Memo<Profile>,
    /// Short messages with an undo.
    pub toasts: Toasts,
    /// How far the app has been built.
    pub begun: RwSignal<Begun>,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// The language: the student's choice, else the browser's.
    pub lang: Memo<Lang>,
    /// The device's day when the app started.
    pub today: platform::clock::Today,
    /// What screen readers are told of changed answers.
    pub said: RwSignal<String>,
    /// `programs.json`, asked for together with the part of the program that reads it.
    pub catalog: StoredValue<Option<fetch::Asked>, LocalStorage>,
    /// The departments to choose from: as this build knows them, until the catalog in use is here.
    pub departments: RwSignal<Shared<Vec<Department>>>,
    /// Whether the English names of departments are here.
    pub units_named: RwSignal<bool>,
    /// The rest of the program.
    pub later: RwSignal<Arrival<Entrances>>,
    /// Fetches the rest of the program.
    fetch: fn() -> Loading<Entrances>,
    /// Reactive owner of the state; lives as long as the app.
    owner: StoredValue<Owner>,
}

impl FirstState {
    /// Builds the state, connects it to the browser, and asks for what comes later, by `fetch`. Called once.
    pub fn start(fetch: fn() -> Loading<Entrances>) -> FirstState {
        let toasts = Toasts::new();
        let saved = SavedState::start(toasts);
        let route = RwSignal::new(Route::parse(&platform::location::hash()));
        let languages = platform::navigator::languages();
        let browsers = Lang::preferred(languages.iter().map(String::as_str));
        let front = FirstState {
            saved,
            profile: Memo::new(move |_| saved.with(|document| document.profile.clone())),
            toasts,
            begun: RwSignal::new(Begun::State),
            route,
            // A memo, not a derived signal: the whole page is built anew when it changes, so it must not fire otherwise.
            lang: Memo::new(move |_| saved.with(|document| document.settings.lang).unwrap_or(browsers)),
            today: platform::clock::today(),
            said: RwSignal::new(String::new()),
            catalog: StoredValue::new_local(None),
            departments: RwSignal::new(Shared::new(Vec::new())),
            units_named: RwSignal::new(false),
            later: RwSignal::new(Arrival::Absent),
            fetch,
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        };
        // Where a browser has translated the page, see `boot/browser.js`.
        platform::on_window("kuayu:english", move || saved.edit_settings(|settings| settings.lang = Some(Lang::En)));
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
        front.want_later();
        front
    }

    /// The state, inside a component.
    pub fn get() -> FirstState {
        expect_context::<FirstState>()
    }

    /// Departments can be chosen before the catalog is here: they have a small file of their own, made from it. Their
    /// English names, where those are wanted, have another.
    pub async fn list_departments(self) {
        // Without the file the catalog names them, a little later.
        if let Ok(text) = fetch::of_build("departments.json").await {
            let departments: Vec<Department> = serde_json::from_str(&text).unwrap_or_default();
            if self.departments.with_untracked(|known| known.is_empty()) {
                self.departments.set(Shared::new(departments));
            }
        }
        // Without this one all names bring them.
        if self.lang.get_untracked() == Lang::En
            && let Ok(text) = fetch::of_build("names/units.txt").await
        {
            names::learn_units(text);
            self.units_named.set(true);
        }
    }

    /// Asks for the rest of the program when it is wanted: at once where it has something to show or to judge, else at
    /// the first sign that somebody is there. A first visitor's phone is not kept busy before they have read a line.
    fn want_later(self) {
        let present = RwSignal::new(false);
        platform::on_presence(move || {
            if !present.get_untracked() {
                present.set(true);
            }
        });
        let wanted = Memo::new(move |_| {
            let elsewhere = self.route.with(|route| !matches!(route, Route::Home | Route::NotFound));
            elsewhere || present.get() || !self.saved.with(Document::is_empty)
        });
        Effect::new(move |asked: Option<bool>| {
            let asked = asked.unwrap_or_default();
            if !asked && wanted.get() {
                self.load_later();
            }
            asked || wanted.get_untracked()
        });
    }

    /// The rest of the program, fetched where it is not here; `None` when it could not be had.
    pub fn second_part(self) -> Loading<Entrances> {
        (self.fetch)()
    }

    /// Asks for the rest of the program (again, if that failed).
    pub fn load_later(self) {
        self.later.set(Arrival::Waiting);
        self.catalog.set_value(Some(fetch::Asked::now(CATALOG)));
        spawn_local(async move {
            let later = match self.second_part().await {
                Some(entrances) => {
                    platform::breath().await;
                    // Signals and contexts of the rest live as long as the app, not as long as the page that waited.
                    self.owner.get_value().with(entrances.start);
                    platform::breath().await;
                    Arrival::Arrived(entrances)
                }
                None => Arrival::Failed,
            };
            self.later.set(later);
        });
    }
}
