//! What stands in a page's place while the catalog is on its way, or did not come.

use kuayu::i18n;
use leptos::prelude::*;

use super::{Icon, icon};
use crate::ui::state::{App, Load, problem_lines};

/// Shows `page` once the catalog and the first verdicts are here; until then a skeleton, or what went wrong and a way
/// out.
pub fn waiting(app: App, page: impl Fn() -> AnyView + Send + 'static) -> impl IntoView {
    move || if app.derived.settled.get() { page() } else { trouble(app) }
}

/// The same for a page that says nothing of verdicts: it needs the catalog only.
pub fn waiting_for_catalog(app: App, page: impl Fn() -> AnyView + Send + 'static) -> impl IntoView {
    move || if app.derived.here.get() { page() } else { trouble(app) }
}

fn trouble(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::App::of(lang);
    app.files.catalog.with(|load| match load {
        Load::Failed => panel(app, words.catalog_offline, Vec::new()),
        Load::Broken(problems) => panel(app, words.catalog_broken, problem_lines(lang, "programs.json", problems)),
        Load::Idle | Load::Waiting | Load::Ready(_) => view! {
            <div role="status" aria-label=words.loading class="skeletons">
                <div class="skeleton tall"></div>
                <div class="skeleton"></div>
                <div class="skeleton"></div>
            </div>
        }
        .into_any(),
    })
}

fn panel(app: App, text: &'static str, details: Vec<String>) -> AnyView {
    let words = i18n::App::of(app.lang.get_untracked());
    let retry = move |_| app.files.load_catalog();
    let details = (!details.is_empty()).then(|| view! { <pre class="details">{details.join("\n")}</pre> });
    view! {
        <section class="empty" role="alert">
            {icon(Icon::Warning)}
            <h2>{words.catalog_failed}</h2>
            <p>{text}</p>
            {details}
            <button class="button primary" on:click=retry>{words.retry}</button>
        </section>
    }
    .into_any()
}
