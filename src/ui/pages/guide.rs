//! The guide: five routes, the procedure with the student's own dates, what to hand in, whom to ask.

mod dates;

use kuayu::i18n;
use leptos::prelude::*;

use super::program::links;
use crate::ui::components::{page_title, waiting};
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// The page.
#[component]
pub fn Guide() -> impl IntoView {
    let app = AppState::get();
    let lang = app.lang.get_untracked();
    view! {
        {page_title(lang, i18n::Guide::of(lang).title)}
        {waiting(app, move || untrack(|| page(app)))}
    }
}

fn page(app: AppState) -> AnyView {
    let words = i18n::Guide::of(app.lang.get_untracked());
    let item = |text: &'static str| view! { <li>{text}</li> };
    view! {
        <div class="two-panes">
            <div class="pane">{dates::timeline(app)}</div>
            <div class="pane">
                {routes(app)}
                <section class="card">
                    <h2>{words.hand_in}</h2>
                    <ul class="reasons">{item(words.hand_in_form)}{item(words.hand_in_transcript)}</ul>
                </section>
                {asks(words)}
                {advisors(app)}
                <section class="card"><h2>{words.links}</h2>{links(app.lang.get_untracked(), Vec::new())}</section>
            </div>
        </div>
    }
    .into_any()
}

fn routes(app: AppState) -> AnyView {
    let words = i18n::Guide::of(app.lang.get_untracked());
    let other = app.profile.with_untracked(|profile| !profile.degree.has_curricula());
    let other = other.then(|| view! { <p class="panel">{words.routes_other}</p> });
    let others = [words.route_program, words.route_second, words.route_minor, words.route_double];
    let others: Vec<AnyView> = others.into_iter().map(|route| view! { <li>{route}</li> }.into_any()).collect();
    view! {
        <section class="card">
            <h2>{words.routes}</h2>
            {other}
            <p class="note">{words.routes_lead}</p>
            <ul class="reasons">
                <li><b>{words.route_micro}</b>" "<span class="tag tag-accent">{words.here}</span></li>
                {others}
            </ul>
        </section>
    }
    .into_any()
}

/// Who advises students finds the way to their links here.
fn advisors(app: AppState) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    view! {
        <section class="card">
            <h2>{words.for_advisors}</h2>
            <p>{words.for_advisors_text}</p>
            <div class="buttons"><a class="button" href=Route::Share(String::new()).hash()>{words.desk}</a></div>
        </section>
    }
    .into_any()
}

fn asks(words: &'static i18n::Guide) -> AnyView {
    let rows = [
        (words.ask_choose, words.ask_choose_who),
        (words.ask_course, words.ask_course_who),
        (words.ask_cross, words.ask_cross_who),
        (words.ask_rule, words.ask_rule_who),
    ];
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|(what, who)| view! { <div class="ask-row"><dt>{what}</dt><dd>{who}</dd></div> }.into_any())
        .collect();
    view! { <section class="card"><h2>{words.ask}</h2><dl class="asks">{rows}</dl></section> }.into_any()
}
