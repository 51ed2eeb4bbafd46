//! Home: who the student is, how far they are, what is nearest, what comes next.

mod glance;
mod start;

use kuayu::i18n;
use kuayu::saved::Document;
use leptos::prelude::*;

use crate::ui::components::{
    ProgramCard, edition_tag, later, next_card, program_card, skeletons, waiting, waiting_for_catalog,
};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Begun, FirstState};

/// How many of the nearest programs are shown.
const NEAREST: usize = 3;

/// The home page: what the first part of the program can say, and a place for the rest.
#[component]
pub fn Home() -> impl IntoView {
    let front = FirstState::get();
    let asking = Memo::new(move |_| front.begun.get() == Begun::Questions);
    live(move || {
        // Another student's data, the demo's for one, has another beginning: what is asked and what is said of oneself.
        front.saved.lens();
        let newcomer = front.saved.with_untracked(Document::is_empty);
        // The first questions need no verdict; those follow below them once there is something to judge.
        let questions = newcomer.then(|| live(move || asking.get().then(|| view! { <start::Start/> })));
        let rest = later(front, move |front| meanwhile(front, newcomer), move |entrances| (entrances.home)(newcomer));
        view! { {start::hero(front)}{questions}{rest} }.into_any()
    })
}

/// What stands in the place of the rest while that is on its way.
pub fn meanwhile(front: FirstState, newcomer: bool) -> AnyView {
    if newcomer { all_programs(front) } else { skeletons(front) }
}

/// What follows the first questions; with them, where somebody has answered them already.
pub fn rest(app: AppState, newcomer: bool) -> AnyView {
    match newcomer {
        true => waiting_for_catalog(app, all_programs, move || first(app)),
        false => waiting(app, move || returning(app)),
    }
}

/// What comes next leads, and the programs follow; who the student is and how far they are stands beside both where
/// there is room, and between them on a phone.
fn returning(app: AppState) -> AnyView {
    view! {
        <div class="leading">
            {next_card(app)}
            <div class="pane"><start::Start/><glance::Glance/></div>
            {nearest(app)}
        </div>
    }
    .into_any()
}

fn first(app: AppState) -> AnyView {
    let judged = app.derived.settled;
    let unjudged = live(move || (!judged.get()).then(|| all_programs(*app)));
    let nearest = live(move || judged.get().then(|| view! { {next_card(app)}{nearest(app)} }.into_any()));
    view! { {unjudged}<glance::Glance/>{nearest} }.into_any()
}

fn all_programs(front: FirstState) -> AnyView {
    let words = i18n::Home::of(front.lang.get_untracked());
    view! { <a class="button" href=all()>{words.all_programs}</a> }.into_any()
}

fn all() -> String {
    Route::Programs(Default::default()).hash()
}

fn nearest(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Home::of(lang);
    let codes = Memo::new(move |before: Option<&Vec<String>>| match app.derived.audits.get() {
        Some(audits) => audits.ranked().take(NEAREST).map(|audit| audit.code.clone()).collect(),
        // A file is on its way: the cards keep their place.
        None => before.cloned().unwrap_or_default(),
    });
    let card = move |code: String| {
        let card = app.derived.with_program(&code, |_, _, program| ProgramCard::new(lang, program));
        card.map(|card| program_card(app, card))
    };
    let cards = move || codes.get().into_iter().map(card).collect::<Vec<_>>();
    let hint = live(move || {
        let nothing = app.derived.records.with(|records| records.is_empty());
        nothing.then(|| view! { <p class="note">{words.nearest_empty}</p> })
    });
    view! {
        <section class="section">
            <h2>{words.nearest}</h2>
            <p class="tags">{edition_tag(app)}</p>
            {hint}
            <div class="cards">{cards}</div>
            {all_programs(*app)}
        </section>
    }
    .into_any()
}
