//! The pages, one module each, and which of them is shown.

mod courses;
mod credits;
mod demo;
mod guide;
mod home;
mod import;
mod missing;
mod plan;
mod program;
mod programs;
mod settings;
mod sheet;

use leptos::prelude::*;

use super::route::Route;
use super::state::App;
use crate::platform;

/// The page of the present route. Built anew when another page is meant, not when only its query changes.
pub fn current(app: App) -> impl IntoView {
    let page = Memo::new(move |_| match app.route.get() {
        Route::Programs(_) => Route::Programs(Default::default()),
        route => route,
    });
    let first = StoredValue::new(true);
    move || {
        let route = page.get();
        // Reading starts at the beginning of a new page, for the ears too; not when the app has just started.
        if first.get_value() {
            first.set_value(false);
        } else {
            platform::dom::focus("main");
        }
        match route {
            Route::Home => view! { <home::Home/> }.into_any(),
            Route::Courses => view! { <courses::Courses/> }.into_any(),
            Route::Import => view! { <import::Import/> }.into_any(),
            Route::Programs(_) => view! { <programs::Programs/> }.into_any(),
            Route::Program(code) => view! { <program::Program code=code/> }.into_any(),
            Route::Sheet(code) => view! { <sheet::Sheet code=code/> }.into_any(),
            Route::Guide => view! { <guide::Guide/> }.into_any(),
            Route::Credits => view! { <credits::Credits/> }.into_any(),
            Route::Plan => view! { <plan::Plan/> }.into_any(),
            Route::Settings => view! { <settings::Settings/> }.into_any(),
            _ => view! { <missing::Missing/> }.into_any(),
        }
    }
}
