//! Choosing two or three programs of the list, and those side by side. What is chosen stands in the address, so that it is
//! still there for whoever comes back.

use kuayu::i18n::{self, units};
use leptos::prelude::*;

use super::address::change;
use crate::ui::components::{
    Icon, MOST, ProgramCard, comparison, edition_tag, icon, page_title, program_card_with, waiting,
};
use crate::ui::live::live;
use crate::ui::route::{ProgramQuery, Route};
use crate::ui::state::AppState;

/// The button that begins and ends the choice.
pub fn switch(app: AppState, query: Memo<ProgramQuery>, choosing: RwSignal<bool>) -> AnyView {
    let words = i18n::Programs::of(app.lang.get_untracked());
    let turn = move |_| {
        choosing.update(|on| *on = !*on);
        change(app, query, |query| query.compared.clear());
    };
    let pressed = move || choosing.get().to_string();
    view! { <button class="button small" aria-pressed=pressed on:click=turn>{icon(Icon::Board)}{words.compare}</button> }
        .into_any()
}

/// A card of the list, with a box to tick while programs are chosen.
pub fn card(app: AppState, query: Memo<ProgramQuery>, choosing: RwSignal<bool>, card: ProgramCard) -> AnyView {
    let words = i18n::Programs::of(app.lang.get_untracked());
    let code = StoredValue::new(card.code.clone());
    let label = units::of(app.lang.get_untracked(), words.compare, card.name());
    let chosen = Memo::new(move |_| query.with(|query| code.with_value(|code| query.compared.contains(code))));
    let full = Memo::new(move |_| query.with(|query| query.compared.len() >= MOST) && !chosen.get());
    let tick = move |_| {
        change(app, query, |query| {
            code.with_value(|code| match query.compared.iter().position(|known| known == code) {
                Some(at) => drop(query.compared.remove(at)),
                None => query.compared.push(code.clone()),
            });
        });
    };
    let own = live(move || {
        let label = label.clone();
        choosing.get().then(|| {
            view! {
                <label class="check card-tick">
                    <input type="checkbox" aria-label=label prop:checked=chosen prop:disabled=full on:change=tick/>
                    <span aria-hidden="true">{words.compare}</span>
                </label>
            }
        })
    });
    program_card_with(app, card, view! { {own} }.into_any())
}

/// Where the choice leads, at the foot of the screen while programs are chosen.
pub fn bar(app: AppState, query: Memo<ProgramQuery>, choosing: RwSignal<bool>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let bar = live(move || {
        let count = move || query.with(|query| query.compared.len());
        let link = live(move || {
            let codes = query.with(|query| query.compared.clone());
            (codes.len() > 1).then(|| {
                let href = Route::Compare(codes).hash();
                view! { <a class="button primary" href=href>{icon(Icon::Board)}{i18n::Plan::of(lang).compare}</a> }
            })
        });
        choosing.get().then(|| {
            view! {
                <div class="review-bar compare-bar">
                    <p role="status">{words.compare_hint}" · "{count}"/"{MOST}</p>
                    {link}
                </div>
            }
        })
    });
    view! { {bar} }.into_any()
}

/// The page with the programs of these codes side by side.
pub fn side_by_side(codes: Vec<String>) -> AnyView {
    let app = AppState::get();
    let lang = app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let back = Route::Programs(ProgramQuery { compared: codes.clone(), ..ProgramQuery::default() }).hash();
    let codes = StoredValue::new(codes);
    let table = move || {
        let table = live(move || match codes.with_value(|codes| comparison(app, codes)) {
            Some(table) => view! { <section class="card compare">{table}</section> }.into_any(),
            None => view! { <p class="note">{words.compare_too_few}</p> }.into_any(),
        });
        view! { {table} }.into_any()
    };
    view! {
        <header class="program-head">
            <a class="back" href=back>{icon(Icon::Back)}{words.back}</a>
            {page_title(lang, i18n::Plan::of(lang).compare)}
            <p class="tags">{edition_tag(app)}</p>
        </header>
        {waiting(app, table)}
    }
    .into_any()
}
