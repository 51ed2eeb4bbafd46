//! The parts of the program that draw pages, each fetched when a page of its is opened; see [`crate::ui::later`], where
//! the lines between them are drawn.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::second_part::{Arrival, Draw, Loading};
use crate::ui::route::Route;

/// A part of the program that draws some of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The list of programs, and a program.
    Programs,
    /// The courses, ticked and found.
    Courses,
    /// The import.
    Import,
    /// Plans.
    Plan,
    /// The sheet to print.
    Sheet,
    /// The office's page.
    Office,
    /// Links of others.
    Share,
    /// Whatever else there is to read or to set.
    Other,
}

impl Part {
    const ALL: [Part; 8] =
        [Part::Programs, Part::Courses, Part::Import, Part::Plan, Part::Sheet, Part::Office, Part::Share, Part::Other];

    /// Who draws this page; `None` for those of the first part.
    pub fn of(route: &Route) -> Option<Part> {
        Some(match route {
            Route::Home | Route::NotFound => return None,
            Route::Programs(_) | Route::Program(_) | Route::Compare(_) => Part::Programs,
            Route::Courses => Part::Courses,
            Route::Import => Part::Import,
            Route::Plan => Part::Plan,
            Route::Sheet(_) => Part::Sheet,
            Route::Office | Route::Editor => Part::Office,
            Route::Share(_) => Part::Share,
            Route::Guide | Route::Credits | Route::Settings => Part::Other,
        })
    }
}

/// The parts, as far as they are here.
#[derive(Clone, Copy)]
pub struct Parts {
    here: [(Part, RwSignal<Arrival<Draw>>); 8],
    fetch: fn(Part) -> Loading<Draw>,
}

impl Parts {
    /// None of them, and how to fetch one.
    pub fn new(fetch: fn(Part) -> Loading<Draw>) -> Parts {
        Parts { here: Part::ALL.map(|part| (part, RwSignal::new(Arrival::Absent))), fetch }
    }

    /// Whether this part is here.
    pub fn get(self, part: Part) -> Arrival<Draw> {
        self.signal(part).map_or(Arrival::Failed, |signal| signal.get())
    }

    /// Asks for a part, unless it is here or on its way.
    pub fn ask(self, part: Part) {
        let Some(signal) = self.signal(part) else { return };
        if let Arrival::Absent | Arrival::Failed = signal.get_untracked() {
            signal.set(Arrival::Waiting);
            spawn_local(async move {
                signal.set((self.fetch)(part).await.map_or(Arrival::Failed, Arrival::Arrived));
            });
        }
    }

    fn signal(self, part: Part) -> Option<RwSignal<Arrival<Draw>>> {
        self.here.into_iter().find_map(|(named, signal)| (named == part).then_some(signal))
    }
}
