//! Home: who the student is, how far they are, what is nearest, what comes next.

mod glance;
mod start;

use kuayu::i18n;
use leptos::prelude::*;

use crate::ui::components::{ProgramCard, program_card, waiting};
use crate::ui::route::Route;
use crate::ui::state::App;

/// How many of the nearest programs are shown.
const NEAREST: usize = 3;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let app = App::get();
    waiting(app, move || view! { <start::Start/><glance::Glance/>{nearest(app)} }.into_any())
}

fn nearest(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Home::of(lang);
    let codes = Memo::new(move |_| {
        let audits = app.derived.audits.get();
        audits.map(|audits| audits.ranked().take(NEAREST).map(|audit| audit.code.clone()).collect::<Vec<_>>())
    });
    let card = move |code: String| {
        let card = app.derived.with_program(&code, |_, _, program| ProgramCard::new(lang, program));
        card.map(|card| program_card(app, card))
    };
    let cards = move || codes.get().map(|codes| codes.into_iter().map(card).collect::<Vec<_>>());
    let hint = move || {
        let nothing = app.derived.records.with(|records| records.is_empty());
        nothing.then(|| view! { <p class="note">{words.nearest_empty}</p> })
    };
    let all = Route::Programs(Default::default()).hash();
    view! {
        <section class="section">
            <h2>{words.nearest}</h2>
            {hint}
            <div class="cards">{cards}</div>
            <a class="button" href=all>{words.all_programs}</a>
        </section>
    }
    .into_any()
}
