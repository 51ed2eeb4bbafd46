//! By which edition of the catalog the student is judged.

use kuayu::day::is_old;
use kuayu::i18n::{self, audit};
use leptos::prelude::*;

use crate::ui::components::edition_rows;
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The choice; nothing where there is only one edition.
pub fn editions(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Edition::of(lang);
    let choice = live(move || {
        let catalog = app.derived.catalog.get()?;
        let default = catalog.edition_in(app.today.term().year).map(|edition| edition.id.clone());
        let rows = edition_rows(app, "edition", &|edition| {
            let is_default = default.as_ref() == Some(&edition.id);
            let default = if is_default { format!(" ({})", words.default) } else { String::new() };
            let old = is_old(&edition.standard_as_of, &app.today.iso());
            let as_of = i18n::edition::as_of(lang, &edition.standard_as_of, old);
            format!("{} · {}{default} · {as_of}", edition.id, audit::text(lang, &edition.title))
        })?;
        Some(
            view! {
                <fieldset class="card choices"><legend>{words.title}</legend>{rows}<p class="note">{words.hint}</p></fieldset>
            }
            .into_any(),
        )
    });
    view! { {choice} }.into_any()
}
