//! Which edition the verdicts are of, and how to change it.

use kuayu::catalog::Catalog;
use kuayu::catalog::document::Edition;
use kuayu::i18n::edition as words;
use kuayu::sorting;
use leptos::prelude::*;

use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Otherwise, program};

/// The id of the edition that judges, once the catalog is here.
pub fn edition_id(app: AppState) -> Option<String> {
    app.derived.edition_id.get()
}

/// "Judged by edition 114-1", leading to where it is changed. Nothing where there is only one.
pub fn edition_tag(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let tag = live(move || {
        let several = app.derived.catalog.with(|catalog| catalog.as_ref().is_some_and(|c| c.editions().len() > 1));
        let text = words::judged_by(lang, &edition_id(app).filter(|_| several)?);
        Some(view! { <a class="tag edition" href=Route::Settings.hash()>{text}</a> }.into_any())
    });
    view! { {tag} }.into_any()
}

/// A plain switch between the editions, each with the number of its programs. Nothing where there is only one.
pub fn edition_switch(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let switch = live(move || {
        let rows = edition_rows(app, "edition-shown", &|edition| {
            words::with_count(lang, &edition.id, edition.programs.len())
        })?;
        let texts = kuayu::i18n::Edition::of(lang);
        Some(
            view! {
                <div role="radiogroup" class="choices edition-switch" aria-label=texts.title>{rows}</div>
                <details class="instead"><summary>{texts.what}</summary><p>{texts.hint}</p></details>
            }
            .into_any(),
        )
    });
    view! { {switch} }.into_any()
}

/// A choice of every edition, the newest first, each named by `text`, in the radio group `group`. `None` where there is
/// only one.
pub fn edition_rows(app: AppState, group: &'static str, text: &dyn Fn(&Edition) -> String) -> Option<Vec<AnyView>> {
    let (catalog, now) = (app.derived.catalog.get()?, edition_id(app)?);
    let mut editions: Vec<&Edition> = catalog.editions().iter().collect();
    sorting::sort_by_key(&mut editions, |edition| std::cmp::Reverse(edition.year));
    let row = |edition: &Edition| {
        let id = edition.id.clone();
        let checked = id == now;
        let choose = move |_| choose_edition(app, id.clone());
        view! {
            <label class="choice">
                <input type="radio" name=group checked=checked on:change=choose/>
                <span>{text(edition)}</span>
            </label>
        }
        .into_any()
    };
    (editions.len() > 1).then(|| editions.into_iter().map(row).collect())
}

/// One line for each other edition that answers otherwise for this student.
pub fn otherwise(app: AppState, audit: &kuayu::audit::ProgramAudit) -> Vec<AnyView> {
    let lang = app.lang.get_untracked();
    let line = |other: &crate::ui::state::OtherEdition| {
        let text = match other.otherwise(audit)? {
            Otherwise::Certificate(status) => words::certificate_otherwise(lang, &other.id, &status),
            Otherwise::Requirement(status) => words::requirement_otherwise(lang, &other.id, &status),
        };
        Some(view! { <p class="note otherwise">{text}</p> }.into_any())
    };
    app.others.get().iter().filter_map(line).collect()
}

/// Judges by another edition from now on.
pub fn choose_edition(app: AppState, id: String) {
    app.saved.edit(|document| document.edition = Some(id));
}

/// Editions that have a program, by id, and the program's name there.
fn editions_with(catalog: &Catalog, code: &str) -> Vec<(String, String)> {
    let having = |edition: &Edition| program(edition, code).map(|program| (edition.id.clone(), program.name.clone()));
    catalog.editions().iter().filter_map(having).collect()
}

/// What a program is called in another edition, where the present one does not have it.
pub fn name_elsewhere(app: AppState, code: &str) -> Option<String> {
    let found = app.derived.catalog.with(|catalog| catalog.as_deref().map(|catalog| editions_with(catalog, code)))?;
    found.into_iter().next().map(|(_, name)| name)
}

/// What is said of a program that the present edition does not have, with a button for each edition that has it.
/// Nothing where no edition does.
pub fn elsewhere(app: AppState, code: &str) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let found = app.derived.catalog.with(|catalog| catalog.as_deref().map(|catalog| editions_with(catalog, code)))?;
    let (_, name) = found.first()?.clone();
    let ids: Vec<String> = found.into_iter().map(|(id, _)| id).collect();
    let text = words::only_in(lang, &ids);
    let buttons: Vec<AnyView> = ids
        .into_iter()
        .map(|id| {
            let label = words::change_to(lang, &id);
            let choose = move |_| choose_edition(app, id.clone());
            view! { <button class="button small" on:click=choose>{label}</button> }.into_any()
        })
        .collect();
    Some(view! { <p><span lang="zh-Hant-TW">{name}</span>" · "{text}</p>{buttons} }.into_any())
}
