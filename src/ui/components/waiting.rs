//! What stands in a page's place while the catalog is on its way, or did not come.

use kuayu::i18n;
use leptos::prelude::*;

use super::{panel, skeletons};
use crate::ui::live::live;
use crate::ui::state::{AppState, FirstState, Load, problem_lines};

/// Shows `page` once the catalog and the first verdicts are here; until then a skeleton, or what went wrong and a way
/// out.
pub fn waiting(app: AppState, page: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    live(move || if app.derived.settled.get() { page() } else { trouble(app, skeletons) })
}

/// The same for what says nothing of verdicts and needs the catalog only, with something of its own until then.
pub fn waiting_for_catalog(
    app: AppState,
    meanwhile: fn(FirstState) -> AnyView,
    page: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    live(move || if app.derived.here.get() { page() } else { trouble(app, meanwhile) })
}

fn trouble(app: AppState, meanwhile: fn(FirstState) -> AnyView) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::App::of(lang);
    let failed =
        |why, details| panel(words.catalog_failed, why, details, words.retry, move || app.files.load_catalog());
    app.files.catalog.with(|load| match load {
        Load::Failed => failed(words.catalog_offline, None),
        Load::Broken(problems) => {
            failed(words.catalog_broken, Some(problem_lines(lang, "programs.json", problems).join("\n")))
        }
        Load::Idle | Load::Waiting | Load::Ready(_) => meanwhile(*app),
    })
}
