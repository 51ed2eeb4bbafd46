//! The board: a column a semester. Courses move by the choice on each, which serves fingers and keyboards, or by
//! dragging.

use kuayu::i18n::{self, plan::PlanChange, units};
use kuayu::planning::{self, BoardItem, Column};
use kuayu::saved::{Document, Outcome, Plan, PlannedCourse};
use kuayu::term::Term;
use kuayu::transcript::Completion;
use leptos::prelude::*;

use super::ActivePlan;
use crate::platform::dom;
use crate::ui::components::{Icon, about, icon, planned_name, record_name};
use crate::ui::live::live;
use crate::ui::state::{AppState, halves, plans};

/// The board.
pub fn board(app: AppState, plan: ActivePlan) -> AnyView {
    let words = i18n::Plan::of(app.lang.get_untracked());
    let dragged = RwSignal::new(None::<usize>);
    let columns = live(move || {
        let plan = plan.get();
        app.saved.with(|document| {
            let columns = planning::board(document, &plan, app.today.term());
            let choices = planning::choices(&document.profile, &plan, app.today.term());
            let one = |column: &Column| column_view(app, document, &plan, column, &choices, dragged);
            columns.iter().map(one).collect::<Vec<_>>()
        })
    });
    view! {
        <section class="board-section">
            <h2 id="board-title" tabindex="-1">{words.board}</h2>
            <p class="note no-print">{words.drag_hint}</p>
            <div class="board">{columns}</div>
        </section>
    }
    .into_any()
}

fn column_view(
    app: AppState,
    document: &Document,
    plan: &Plan,
    column: &Column,
    choices: &[Term],
    dragged: RwSignal<Option<usize>>,
) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let term = column.term;
    let title = i18n::plan::semester(lang, term, &document.profile);
    let items: Vec<AnyView> = column
        .places
        .iter()
        .filter_map(|place| match place {
            BoardItem::Record(at) => record(app, document, *at),
            BoardItem::Planned(at) => Some(planned(app, plan.courses.get(*at)?, *at, choices, document, dragged)),
        })
        .collect();
    let empty = items.is_empty().then(|| view! { <p class="note">{words.empty}</p> });
    let list = (!items.is_empty()).then(|| view! { <ul>{items}</ul> });
    let over = move |event: leptos::ev::DragEvent| {
        if dragged.get_untracked().is_some() {
            event.prevent_default();
        }
    };
    let drop = move |event: leptos::ev::DragEvent| {
        if let Some(at) = dragged.get_untracked() {
            event.prevent_default();
            dragged.set(None);
            plans::edit(app, |plan| plan.shift(at, term));
        }
    };
    let key = term.map_or("none".to_owned(), |term| term.to_string());
    view! {
        <section class="column" data-term=key on:dragover=over on:drop=drop>
            <h3>{title}<span class="num">{units::credits(lang, column.credits)}</span></h3>
            {empty}{list}
        </section>
    }
    .into_any()
}

fn record(app: AppState, document: &Document, at: usize) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let record = document.records.get(at)?;
    let about = about(lang, record.code.as_deref(), record.credits);
    let being = record.completion(document.profile.pass_mark()) == Completion::InProgress;
    let tag = if being { words.taking } else { words.marked };
    let class = if being { "tag tag-coming" } else { "tag" };
    let name = record_name(app, record);
    Some(
        view! {
            <li class="slot fixed">
                {name}
                <span class="course-about"><span class="num">{about}</span><span class=class>{tag}</span></span>
            </li>
        }
        .into_any(),
    )
}

fn planned(
    app: AppState,
    course: &PlannedCourse,
    at: usize,
    choices: &[Term],
    document: &Document,
    dragged: RwSignal<Option<usize>>,
) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let shown = planned_name(app, document, course);
    let name = halves::planned_named(app, document, course);
    let id = format!("move-{}-{}", course.identity().key(), course.stage);
    let about = about(lang, course.code.as_deref(), course.credits);
    let option = |term: Option<Term>| {
        let value = term.map(|term| term.to_string()).unwrap_or_default();
        let word = i18n::plan::semester(lang, term, &document.profile);
        view! { <option value=value selected=term == course.term>{word}</option> }.into_any()
    };
    let options: Vec<AnyView> = choices.iter().copied().map(Some).chain([None]).map(option).collect();
    let focus = id.clone();
    let shift = move |event| {
        let term = Term::parse(&event_target_value(&event));
        plans::edit(app, |plan| plan.shift(at, term));
        // The board was built anew; the keyboard stays at the course.
        dom::focus_soon(&focus);
    };
    let message = i18n::plan::done(lang, PlanChange::Removed, &name);
    let remove = move |_| {
        plans::edit_with_undo(app, message.clone(), |plan| plan.remove(at));
        // The button is gone with the course.
        dom::focus_soon("board-title");
    };
    let start = move |event: leptos::ev::DragEvent| {
        dom::drag_text(&event, "kuayu");
        dragged.set(Some(at));
    };
    let label = format!("{} {name}", words.move_to);
    let removal = units::of(lang, words.remove, &name);
    let over = course.term.is_some_and(|term| term < app.today.term()).then(|| how_it_went(app, at, &name));
    view! {
        <li class="slot" draggable="true" on:dragstart=start on:dragend=move |_| dragged.set(None)>
            {shown}
            <span class="course-about"><span class="num">{about}</span></span>
            {over}
            <span class="slot-tools no-print">
                <select id=id aria-label=label on:change=shift>{options}</select>
                <button class="icon-button" aria-label=removal on:click=remove>{icon(Icon::Close)}</button>
            </span>
        </li>
    }
    .into_any()
}

/// Asks what became of a planned course whose semester is over.
fn how_it_went(app: AppState, at: usize, name: &str) -> AnyView {
    let lang = app.lang.get_untracked();
    let question = i18n::Plan::of(lang).over;
    let answers = Outcome::ALL.map(|outcome| {
        let message = i18n::plan::settled(lang, outcome, name);
        let settle = move |_| {
            app.saved.edit_with_undo(message.clone(), |document| document.settle(at, outcome));
            // The board was built anew, and the course may be gone.
            dom::focus_soon("board-title");
        };
        view! { <button class="button small" on:click=settle>{i18n::plan::outcome(lang, outcome)}</button> }.into_any()
    });
    let label = units::of(lang, name, question);
    view! {
        <div class="slot-over no-print" role="group" aria-label=label>
            <p class="note">{question}</p>
            {Vec::from(answers)}
        </div>
    }
    .into_any()
}
