//! The notice that the host's catalog has mistakes and another stands in for it.

use kuayu::catalog::Problem;
use kuayu::i18n;
use leptos::prelude::*;

use super::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::{AppState, problem_lines};

/// The notice, while it holds.
pub fn refused(app: AppState) -> AnyView {
    live(move || {
        let problems = app.files.catalog_refused.get()?;
        app.derived.catalog.with(Option::is_some).then(|| refused_catalog(app, &problems))
    })
}

/// Says which stands in, and to whoever mends the other where its mistakes are.
fn refused_catalog(app: AppState, problems: &[Problem]) -> AnyView {
    let lang = app.lang.get_untracked();
    let shown = app.derived.catalog.with(|catalog| {
        let editions = catalog.iter().flat_map(|catalog| catalog.editions());
        editions.map(|edition| edition.id.clone()).collect::<Vec<_>>().join(", ")
    });
    let details = problem_lines(lang, "programs.json", problems).join("\n");
    view! {
        <div class="notice notice-warn" role="status">
            {icon(Icon::Warning)}
            <details>
                <summary>{i18n::App::of(lang).catalog_refused}{shown}</summary>
                <pre class="details">{details}</pre>
            </details>
        </div>
    }
    .into_any()
}
