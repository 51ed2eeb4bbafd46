//! By what an answer was made: said wherever one leaves the app, so that it can be made again.

use kuayu::day::is_old;
use kuayu::i18n::{self, edition as words};
use kuayu::saved::share::Basis;
use leptos::prelude::*;

use super::spoken;
use crate::platform;
use crate::ui::live::live;
use crate::ui::state::{AppState, edition};

/// The version of the app and the id of its build.
pub fn version(app: AppState) -> String {
    let build = platform::build::id().unwrap_or_default();
    i18n::settings::version(app.lang.get_untracked(), env!("CARGO_PKG_VERSION"), &build)
}

/// A line with the version, the edition that judges and as of when it is true, the day, and the hashes of the data.
pub fn made_by(app: AppState, basis: ReadSignal<Option<Basis>>) -> AnyView {
    let lang = app.lang.get_untracked();
    let line = live(move || {
        let catalog = app.derived.catalog.get()?;
        let edition = edition(&catalog, app.derived.edition_id.get().as_deref())?;
        let today = app.today.iso();
        let as_of = words::as_of(lang, &edition.standard_as_of, is_old(&edition.standard_as_of, &today));
        let mut parts = vec![version(app), words::judged_by(lang, &edition.id), as_of, today];
        parts.extend(basis.get().map(|basis| words::data_hashes(lang, &basis.data)));
        Some(view! { <p class="note num" id="made-by">{spoken(lang, &parts.join(" · "))}</p> }.into_any())
    });
    view! { {line} }.into_any()
}
