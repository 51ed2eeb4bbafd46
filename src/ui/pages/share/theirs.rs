//! Somebody's plan and courses: shown read only, and taken over only on purpose.

use kuayu::audit::Decision;
use kuayu::catalog::document::Program;
use kuayu::i18n::{self, names, units};
use kuayu::saved::{Document, Plan, PlannedCourse, backup};
use kuayu::term::Term;
use kuayu::transcript::{Grade, Record};
use leptos::prelude::*;

use crate::platform::location;
use crate::ui::components::{
    Icon, ProgramCard, about, differences, icon, page_title, planned_name, program_card, record_name, spoken,
};
use crate::ui::route::Route;
use crate::ui::state::{AppState, Shared, edition};

/// The page.
pub fn page(app: AppState, document: &Document, made: AnyView) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Share::of(lang);
    let plan = document.plans.first().cloned().unwrap_or_default();
    let group = document.profile.group.as_deref().map(|group| names::unit_listed(lang, group)).unwrap_or_default();
    let entry = document.profile.entry.map(|year| i18n::home::entered(lang, year)).unwrap_or_default();
    let grades = document.records.iter().any(|record| record.grade != Grade::None);
    let holds = i18n::share::holds(lang, document.records.len(), plan.courses.len(), grades);
    let title = match plan.name.as_str() {
        "" => words.theirs.to_owned(),
        name => format!("{}{}{name}", words.theirs, lang.pick("：", ": ")),
    };
    view! {
        {page_title(lang, &title)}
        <p class="note">{spoken(lang, &group)}" "{entry}" · "{holds}</p>
        {made}
        <div class="two-panes">
            <div class="pane">
                {targets(app, &plan)}
                {planned(app, document, &plan, words.planned)}
                {taken(app, document)}
            </div>
            <div class="pane">
                {beside_mine(app, document, &plan)}
                {adopt(app, document)}
                {answers(app, &document.decisions)}
            </div>
        </div>
    }
    .into_any()
}

fn targets(app: AppState, plan: &Plan) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Share::of(lang);
    let card = |code: &String| app.derived.with_program(code, |_, _, program| ProgramCard::new(lang, program));
    let cards: Vec<AnyView> = plan.targets.iter().filter_map(card).map(|card| program_card(app, card)).collect();
    let all = Route::Programs(Default::default()).hash();
    Some(
        view! {
            <section class="share-part">
                <h2>{words.targets}</h2>
                <div class="cards">{cards}</div>
                <a class="button" href=all>{words.look}</a>
            </section>
        }
        .into_any(),
    )
}

/// What offices said to them, where the link holds it; else that it may hold less than they know.
fn answers(app: AppState, decisions: &[Decision]) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Share::of(lang);
    if decisions.is_empty() {
        return view! { <p class="note">{words.no_answers}</p> }.into_any();
    }
    let line = |decision: &Decision| {
        let own = decision.program.as_deref();
        let told = app.derived.catalog.with(|catalog| {
            let edition = edition(catalog.as_deref()?, app.derived.edition_id.get().as_deref())?;
            let of = |program: &&Program| own.is_none_or(|code| program.code == code);
            edition.programs.iter().find(of).map(|program| i18n::said::line(lang, decision, program))
        });
        told.map(|told| view! { <li>{spoken(lang, &told)}</li> }.into_any())
    };
    let lines: Vec<AnyView> = decisions.iter().filter_map(line).collect();
    view! {
        <section class="card" id="their-answers">
            <h2>{words.answers}</h2>
            <p class="note">{words.answers_note}</p>
            <ul class="course-list">{lines}</ul>
        </section>
    }
    .into_any()
}

/// When a course is taken, its name, and what else is said of it.
type Line = (Option<Term>, (AnyView, String));

/// The courses of a plan, folded.
pub fn planned(app: AppState, document: &Document, plan: &Plan, title: &'static str) -> AnyView {
    let lang = app.lang.get_untracked();
    let line = |one: &PlannedCourse| {
        (one.term, (planned_name(app, document, one), about(lang, one.code.as_deref(), one.credits)))
    };
    folded(app, title, plan.courses.iter().map(line).collect())
}

fn taken(app: AppState, document: &Document) -> AnyView {
    let lang = app.lang.get_untracked();
    let line = |one: &Record| (one.term, (record_name(app, one), about(lang, one.code.as_deref(), one.credits)));
    folded(app, i18n::Share::of(lang).taken, document.records.iter().map(line).collect())
}

fn folded(app: AppState, title: &'static str, rows: Vec<Line>) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let count = units::courses(app.lang.get_untracked(), rows.len());
    let row = |(term, (name, about)): Line| {
        let term = term.map(|term| format!("{term} · ")).unwrap_or_default();
        view! { <li>{name}<span class="course-about num">{term}{about}</span></li> }.into_any()
    };
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    view! { <details class="card"><summary>{title}" · "{count}</summary><ul class="course-list">{rows}</ul></details> }
        .into_any()
}

/// How the plan differs from the viewer's own, where they have one.
fn beside_mine(app: AppState, document: &Document, plan: &Plan) -> Option<AnyView> {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let own = app.saved.own();
    let mine = own.active_plan().filter(|mine| !mine.courses.is_empty() || !mine.targets.is_empty())?;
    Some(
        view! {
            <details class="card" id="beside-mine">
                <summary>{words.beside_mine}</summary>
                {differences(app, document, mine, plan)}
            </details>
        }
        .into_any(),
    )
}

/// What can be taken over, each with what it would do.
fn adopt(app: AppState, document: &Document) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Share::of(lang);
    let done = move |message: &'static str, change: &dyn Fn(&mut Document)| {
        app.saved.look_at_own();
        app.saved.edit_with_undo(message, change);
        location::go(&Route::Plan.hash());
    };
    let plan = document.plans.first().cloned().map(|mut plan| {
        if plan.name.is_empty() {
            plan.name = words.plan_name.to_owned();
        }
        let take = move |_| {
            done(words.adopted, &|own| match own.plan_mut(plan.id) {
                // Taken over before: what became of it since stays.
                Some(known) => own.active_plan = Some(known.id),
                None => own.add_plan(plan.clone()),
            });
        };
        view! { <button class="button primary" on:click=take>{icon(Icon::Plus)}{words.adopt_plan}</button> }.into_any()
    });
    let shared = Shared::new(document.clone());
    let preview = backup::merge(&app.saved.own(), &shared);
    let merging = i18n::settings::merging(lang, preview.new_records, preview.new_plans, preview.kept);
    let take = move |_| done(words.merged, &|own| *own = backup::merge(own, &shared).document);
    view! {
        <section class="card adopt no-print">
            <h2>{words.adopt}</h2>
            <div class="buttons">{plan}</div>
            <p class="note" id="merging">{merging}</p>
            <div class="buttons"><button class="button" on:click=take>{words.adopt_all}</button></div>
        </section>
    }
    .into_any()
}
