//! All programs: searched, filtered, sorted, each with the verdict for the student. The query lives in the address.

mod address;
mod compare;
mod filters;
mod select;

pub use compare::side_by_side;

use kuayu::i18n::{self, units};
use leptos::prelude::*;

use crate::ui::components::{Icon, ProgramCard, edition_switch, icon, legend, page_title, waiting};
use crate::ui::live::live;
use crate::ui::route::{ProgramQuery, Route, Sort};
use crate::ui::state::{AppState, edition, program};

/// The page.
#[component]
pub fn Programs() -> impl IntoView {
    let app = AppState::get();
    let lang = app.lang.get_untracked();
    view! {
        {page_title(lang, i18n::Programs::of(lang).title)}
        {waiting(app, move || list(app))}
    }
}

/// The query of the address, kept while another page is on its way in.
fn query_of(app: AppState) -> Memo<ProgramQuery> {
    Memo::new(move |before: Option<&ProgramQuery>| match app.route.get() {
        Route::Programs(query) => query,
        _ => before.cloned().unwrap_or_default(),
    })
}

fn list(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let query = query_of(app);
    let hay = select::Hay::of(app);
    let codes = Memo::new(move |_| select::select(app, &hay.get(), &query.get()));
    let sort = Memo::new(move |_| query.with(|query| query.sort));
    let choosing = RwSignal::new(query.with_untracked(|query| !query.compared.is_empty()));
    let card = move |code: String| {
        let card = app.derived.with_program(&code, |_, _, program| ProgramCard::new(lang, program));
        card.map(|card| compare::card(app, query, choosing, card))
    };
    let count = live(move || units::programs(lang, codes.with(Vec::len)));
    let body = move || {
        if codes.with(Vec::is_empty) {
            nothing(app)
        } else if sort.get() == Sort::College {
            colleges(app, query, choosing, codes)
        } else {
            // The cards have headings of the third level: without colleges, this is the one above them.
            view! {
                <h2 class="visually-hidden">{words.list}</h2>
                <div class="cards"><For each=move || codes.get() key=Clone::clone children=card/></div>
            }
            .into_any()
        }
    };
    // The list is rebuilt when its shape changes; cards within one shape are only moved.
    let shape = Memo::new(move |_| (codes.with(Vec::is_empty), sort.get() == Sort::College));
    let body = live(move || {
        // Read, not only tracked: a memo that nobody reads is never computed, and so never tells of a change.
        shape.get();
        untrack(body)
    });
    view! {
        <filters::Filters query=query choosing=choosing/>
        <div class="filter-row"><p class="note" role="status">{count}</p>{legend(lang)}</div>
        {edition_switch(app)}
        {body}
        {compare::bar(app, query, choosing)}
        {elsewhere(app)}
    }
    .into_any()
}

/// Programs that only other editions have, so that nobody looks for them in vain.
fn elsewhere(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let lines = live(move || {
        let catalog = app.derived.catalog.get()?;
        let present = edition(&catalog, app.derived.edition_id.get().as_deref())?;
        let line = |other: &kuayu::catalog::document::Edition| {
            let missing = other.programs.iter().filter(|one| program(present, &one.code).is_none());
            let link = |program: &kuayu::catalog::document::Program| {
                let href = Route::Program(program.code.clone()).hash();
                let name = program.name.clone();
                view! { <a href=href lang="zh-Hant-TW">{name}</a>" " }.into_any()
            };
            let links: Vec<AnyView> = missing.map(link).collect();
            let text = i18n::edition::more_programs(lang, &other.id, links.len());
            (!links.is_empty()).then(|| view! { <p class="note">{text}{links}</p> }.into_any())
        };
        Some(catalog.editions().iter().filter_map(line).collect::<Vec<_>>())
    });
    view! { {lines} }.into_any()
}

/// Under headings by college, in the order of the official list.
fn colleges(app: AppState, query: Memo<ProgramQuery>, choosing: RwSignal<bool>, codes: Memo<Vec<String>>) -> AnyView {
    let lang = app.lang.get_untracked();
    let sections = live(move || {
        let mut sections: Vec<(String, Vec<AnyView>)> = Vec::new();
        for code in codes.get() {
            let found = app
                .derived
                .with_program(&code, |_, _, program| (program.college.clone(), ProgramCard::new(lang, program)));
            let Some((college, card)) = found else { continue };
            let card = compare::card(app, query, choosing, card);
            match sections.last_mut() {
                Some((name, cards)) if *name == college => cards.push(card),
                _ => sections.push((college, vec![card])),
            }
        }
        let section = |(name, cards): (String, Vec<AnyView>)| {
            let title = units::college(lang, &name).to_owned();
            view! { <section class="section"><h2>{title}</h2><div class="cards">{cards}</div></section> }.into_any()
        };
        sections.into_iter().map(section).collect::<Vec<_>>()
    });
    view! { {sections} }.into_any()
}

fn nothing(app: AppState) -> AnyView {
    let words = i18n::Programs::of(app.lang.get_untracked());
    let clear = move |_| address::go(app, ProgramQuery::default());
    view! {
        <section class="empty">
            {icon(Icon::Search)}
            <h2>{words.nothing}</h2>
            <p>{words.nothing_hint}</p>
            <button class="button primary" on:click=clear>{words.clear}</button>
        </section>
    }
    .into_any()
}
