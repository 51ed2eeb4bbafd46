//! The static files beside the page, as they arrive: the catalog at once, a year's curricula when the profile names the
//! year, the list of all courses when somebody searches in it.

use kuayu::catalog::{Catalog, CourseList, Curricula, Problem};
use kuayu::i18n::{self, Lang};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Shared;
use crate::platform::fetch;

/// A file on its way.
pub enum Load<T> {
    /// Not asked for.
    Idle,
    /// Asked for.
    Waiting,
    /// Here.
    Ready(Shared<T>),
    /// The network or the host did not deliver it.
    Failed,
    /// It arrived with mistakes.
    Broken(Shared<Vec<Problem>>),
}

impl<T> Load<T> {
    /// The value, where it is here.
    pub fn ready(&self) -> Option<&Shared<T>> {
        match self {
            Load::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// It will not come by itself any more.
    pub fn is_over(&self) -> bool {
        matches!(self, Load::Failed | Load::Broken(_))
    }
}

/// The three kinds of file.
#[derive(Clone, Copy)]
pub struct Files {
    /// `programs.json`.
    pub catalog: RwSignal<Load<Catalog>>,
    /// `curricula/<year>.json`, for the year named.
    pub curricula: RwSignal<(Option<u16>, Load<Curricula>)>,
    /// `courses.json`.
    pub courses: RwSignal<Load<CourseList>>,
}

impl Files {
    /// Asks for the catalog; the rest waits until it is needed.
    pub fn start() -> Files {
        let files = Files {
            catalog: RwSignal::new(Load::Idle),
            curricula: RwSignal::new((None, Load::Idle)),
            courses: RwSignal::new(Load::Idle),
        };
        files.load_catalog();
        files
    }

    /// Asks for the catalog (again).
    pub fn load_catalog(self) {
        self.catalog.set(Load::Waiting);
        spawn_local(async move {
            let load = match fetch::text("programs.json").await {
                Err(_) => Load::Failed,
                Ok(text) => match kuayu::catalog::read(&text) {
                    Ok(catalog) => Load::Ready(Shared::new(catalog)),
                    Err(problems) => Load::Broken(Shared::new(problems)),
                },
            };
            self.catalog.set(load);
        });
    }

    /// Asks for the curricula of an entry year (again, if that failed).
    pub fn load_curricula(self, year: u16) {
        self.curricula.set((Some(year), Load::Waiting));
        spawn_local(async move {
            let load = match fetch::text(&format!("curricula/{year}.json")).await {
                Err(_) => Load::Failed,
                Ok(text) => match Curricula::read(&text) {
                    Ok(curricula) => Load::Ready(Shared::new(curricula)),
                    Err(problems) => Load::Broken(Shared::new(problems)),
                },
            };
            // The student may have chosen another year meanwhile.
            if self.curricula.with_untracked(|(wanted, _)| *wanted == Some(year)) {
                self.curricula.set((Some(year), load));
            }
        });
    }

    /// Asks for the list of all courses, unless it is here or on its way.
    pub fn load_courses(self) {
        if self.courses.with_untracked(|load| matches!(load, Load::Waiting | Load::Ready(_))) {
            return;
        }
        self.courses.set(Load::Waiting);
        spawn_local(async move {
            let load = match fetch::text("courses.json").await {
                Err(_) => Load::Failed,
                Ok(text) => match CourseList::read(&text) {
                    Ok(list) => Load::Ready(Shared::new(list)),
                    Err(problems) => Load::Broken(Shared::new(problems)),
                },
            };
            self.courses.set(load);
        });
    }
}

/// The mistakes of a file, for whoever mends it.
pub fn problem_lines(lang: Lang, file: &str, problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| i18n::catalog::report(file, problem, lang)).collect()
}
