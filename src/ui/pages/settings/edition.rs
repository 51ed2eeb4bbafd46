//! By which edition of the catalog the student is judged.

use kuayu::i18n::{self, audit};
use leptos::prelude::*;

use crate::ui::components::{choose_edition, edition_id};
use crate::ui::live::live;
use crate::ui::state::App;

/// The choice; nothing where there is only one edition.
pub fn editions(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Edition::of(lang);
    let choice = live(move || {
        let now = edition_id(app)?;
        let catalog = app.derived.catalog.get()?;
        let one = |(at, edition): (usize, &kuayu::catalog::document::Edition)| {
            let id = edition.id.clone();
            let checked = id == now;
            let choose = move |_| choose_edition(app, id.clone());
            let default = if at == 0 { format!(" ({})", words.default) } else { String::new() };
            let name = format!("{} · {}{default}", edition.id, audit::text(lang, &edition.title));
            view! {
                <label class="choice">
                    <input type="radio" name="edition" checked=checked on:change=choose/>
                    <span>{name}</span>
                </label>
            }
            .into_any()
        };
        let all: Vec<AnyView> = catalog.editions().iter().enumerate().map(one).collect();
        (all.len() > 1).then(|| {
            view! {
                <fieldset class="card choices"><legend>{words.title}</legend>{all}<p class="note">{words.hint}</p></fieldset>
            }
            .into_any()
        })
    });
    view! { {choice} }.into_any()
}
