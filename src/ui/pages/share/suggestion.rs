//! A suggestion for one's own plan: what is said to it, what it changes and gains, and whether to take it over.

use kuayu::i18n::{self, names};
use kuayu::planning;
use kuayu::saved::share::Proposal;
use kuayu::saved::{Document, Plan};
use leptos::prelude::*;

use super::theirs;
use crate::platform::location;
use crate::ui::components::{Icon, differences, gains, icon, page_title, spoken};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Shared};

/// The page.
pub fn page(app: AppState, proposal: &Proposal, made: AnyView) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Propose::of(lang);
    let group = proposal.profile.group.as_deref().map(|group| names::unit_listed(lang, group));
    let entry = proposal.profile.entry.map(|year| year.to_string());
    let day = proposal.day.map(|day| i18n::propose::made(lang, day));
    let about: Vec<String> = [group, entry, day].into_iter().flatten().collect();
    let note = (!proposal.note.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{words.note_title}</h2>
                <p class="their-note" id="their-note" dir="auto">{proposal.note.clone()}</p>
                <p class="note">{words.unproven}</p>
            </section>
        }
    });
    let shared = Shared::new(proposal.clone());
    let beside = live(move || app.saved.with(|own| beside(app, own, &shared)));
    view! {
        {page_title(lang, words.theirs)}
        <p class="note">{spoken(lang, &about.join(" · "))}</p>
        {made}
        {note}
        {beside}
        {theirs::planned(app, &Document::default(), &proposal.plan, words.whole)}
        {adopt(app, proposal)}
    }
    .into_any()
}

/// The suggestion beside the own plan; where there is none on this device, beside the plan as it was shared.
fn beside(app: AppState, own: &Document, proposal: &Proposal) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let (plan, is_same) = planning::meant(own, &proposal.base);
    let warning = if own.is_empty() {
        Some(words.no_data)
    } else if !proposal.is_for(&own.profile) {
        Some(words.not_yours)
    } else {
        (!is_same).then_some(words.changed)
    };
    let warning = warning.map(|text| {
        view! { <div class="notice notice-warn" role="status" id="whose">{icon(Icon::Warning)}<p>{text}</p></div> }
    });
    let before = if own.is_empty() { &proposal.base } else { &plan };
    let prepared = app.derived.prepared.get().filter(|_| !own.is_empty());
    let answers = prepared.map(|prepared| gains(app, &prepared, own, before, &proposal.plan));
    view! {
        {warning}
        <section class="card" id="changes">
            <h2>{words.changes}</h2>
            {differences(app, own, before, &proposal.plan)}
            {answers}
        </section>
    }
    .into_any()
}

/// Whether to take it over: as a plan beside the one that is there.
fn adopt(app: AppState, proposal: &Proposal) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let proposal = Shared::new(proposal.clone());
    let take = move |_| {
        app.saved.edit_with_undo(words.adopted, |own| {
            let suggested = &proposal.plan;
            match own.plan_mut(suggested.id) {
                // Taken over before: what became of it since stays.
                Some(known) => own.active_plan = Some(known.id),
                None => {
                    let (plan, _) = planning::meant(own, &proposal.base);
                    let is_taken = own.plans.iter().any(|known| known.name == suggested.name);
                    let name = match suggested.name.as_str() {
                        "" => words.plan_name.to_owned(),
                        name if is_taken => format!("{name}{}", words.suggested),
                        name => name.to_owned(),
                    };
                    own.add_plan(Plan { name, ..planning::adopted(&plan, suggested) });
                }
            }
        });
        location::go(&Route::Plan.hash());
    };
    view! {
        <section class="card adopt">
            <h2>{words.adopt}</h2>
            <p class="note">{words.adopt_text}</p>
            <div class="buttons">
                <button class="button primary" on:click=take>{icon(Icon::Plus)}{words.adopt_plan}</button>
                <a class="button" href=Route::Plan.hash()>{words.decline}</a>
            </div>
        </section>
    }
    .into_any()
}
