//! The pages, one module each, and which of them is shown. Home and the one that leads nowhere are in the first part of
//! the program, what follows the first questions in the second, all others in parts of their own (see [`super::later`]).

mod courses;
mod credits;
pub mod demo;
mod editor;
mod guide;
mod home;
mod import;
mod missing;
mod office;
mod plan;
mod program;
mod programs;
mod settings;
mod share;
mod sheet;

use kuayu::i18n;
use leptos::prelude::*;

use super::components::{Notices, Toaster, announce, by_part, later, skeletons};
use super::live::live;
use super::route::Route;
use super::state::{AppState, Draw, FirstState, Lens, Loading, Part};
use crate::platform;

/// The page of the present route. Built anew when another page is meant, not when only its query changes.
pub fn current(front: FirstState) -> AnyView {
    let page = Memo::new(move |_| match front.route.get() {
        Route::Programs(_) => Route::Programs(Default::default()),
        route => route,
    });
    let shown = StoredValue::new(None::<Route>);
    live(move || {
        let route = page.get();
        // A change that was refused left controls showing what is not so.
        if front.saved.refused() > 0 {
            let words = i18n::App::of(front.lang.get_untracked());
            let is_proposal = untrack(|| front.saved.lens()) == Lens::Proposal;
            front.toasts.show(if is_proposal { words.only_plans } else { words.read_only }, None);
        }
        // Moves focus to <main>, so that screen readers start at the top of a new page; not when the app has just started.
        if shown.get_value().is_some_and(|before| before != route) {
            platform::dom::focus("main");
        }
        shown.set_value(Some(route.clone()));
        match route {
            Route::Home => view! { <home::Home/> }.into_any(),
            Route::NotFound => view! { <missing::Missing/> }.into_any(),
            route => later(front, skeletons, move |entrances| (entrances.page)(route.clone())),
        }
    })
}

/// Builds the rest of the state, where pages find it; `fetch` fetches parts of the program that draw pages.
pub fn start(fetch: fn(Part) -> Loading<Draw>) {
    let app = AppState::start(FirstState::get(), fetch);
    provide_context(app);
    announce(app);
}

/// Draws a page other than home, by the part that has it, once names can be said in its language: nothing changes its
/// name, and nothing moves, under a reader's eyes.
pub fn elsewhere(route: Route) -> AnyView {
    let app = AppState::get();
    live(move || match Part::of(&route) {
        // Drawn by the first part.
        None => ().into_any(),
        Some(_) if !app.named.get() => skeletons(*app),
        Some(part) => by_part(app, part, route.clone()),
    })
}

/// Draws the list of programs, one, or some side by side.
pub fn programs_or_one(route: Route) -> AnyView {
    match route {
        Route::Program(code) => view! { <program::Program code=code/> }.into_any(),
        Route::Compare(codes) => programs::side_by_side(codes),
        _ => view! { <programs::Programs/> }.into_any(),
    }
}

/// Draws the courses.
pub fn courses(_: Route) -> AnyView {
    view! { <courses::Courses/> }.into_any()
}

/// Draws the import.
pub fn import(_: Route) -> AnyView {
    view! { <import::Page/> }.into_any()
}

/// Draws the plans.
pub fn plan(_: Route) -> AnyView {
    view! { <plan::Plan/> }.into_any()
}

/// Draws a program's sheet.
pub fn sheet(route: Route) -> AnyView {
    match route {
        Route::Sheet(code) => view! { <sheet::Sheet code=code/> }.into_any(),
        _ => ().into_any(),
    }
}

/// Draws what somebody's link holds, or where links are opened.
pub fn share(route: Route) -> AnyView {
    match route {
        Route::Share(data) => share::share(data),
        _ => ().into_any(),
    }
}

/// Draws the office's pages.
pub fn office(route: Route) -> AnyView {
    match route {
        Route::Editor => view! { <editor::Page/> }.into_any(),
        _ => view! { <office::Page/> }.into_any(),
    }
}

/// Draws one of the pages that share a part.
pub fn other(route: Route) -> AnyView {
    match route {
        Route::Guide => view! { <guide::Guide/> }.into_any(),
        Route::Credits => view! { <credits::Credits/> }.into_any(),
        Route::Settings => view! { <settings::Settings/> }.into_any(),
        _ => ().into_any(),
    }
}

/// What follows the first questions on the home page.
pub fn home(newcomer: bool) -> AnyView {
    let app = AppState::get();
    live(move || if app.named.get() { home::rest(app, newcomer) } else { home::meanwhile(*app, newcomer) })
}

/// What must be said above every page.
pub fn notices() -> AnyView {
    view! { <Notices/> }.into_any()
}

/// The place of short messages.
pub fn toaster() -> AnyView {
    view! { <Toaster/> }.into_any()
}
