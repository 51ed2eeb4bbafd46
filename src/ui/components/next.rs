//! What comes next, in a sentence, and the deadlines.

use kuayu::i18n::{self, next as words};
use kuayu::next_step::{NextStep, Situation, deadlines, next_of, next_step};
use leptos::prelude::*;

use super::{Icon, icon, spoken};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, next};

/// The step of one program, or of the student as a whole.
fn step(here: &Situation, program: Option<&str>) -> NextStep {
    program.map_or_else(|| next_step(here), |program| next_of(here, program))
}

/// The step now, and whenever something changes; `None` until it can be said.
pub fn next_memo(app: AppState, program: Option<String>) -> Memo<Option<NextStep>> {
    Memo::new(move |_| next::with_situation(app, |here| step(here, program.as_deref())))
}

/// The sentence that says it; `marks_below` as in [`words::sentence`].
pub fn next_sentence(app: AppState, step: &NextStep, marks_below: bool) -> AnyView {
    let lang = app.lang.get_untracked();
    let of = |code: &str| app.derived.with_program(code, |_, _, program| program.name.clone()).unwrap_or_default();
    let name = step.program().map(of).unwrap_or_default();
    let text = words::sentence(lang, step, &name, marks_below);
    view! { <p class="next-sentence">{spoken(lang, &text)}</p> }.into_any()
}

/// Home's one sentence with one button.
pub fn next_card(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let texts = i18n::Next::of(lang);
    let now = next_memo(app, None);
    let shown = live(move || {
        now.get().map(|step| {
            let button = button(app, &step).map(|(route, word)| {
                view! { <div class="buttons"><a class="button primary" href=route.hash()>{word}</a></div> }.into_any()
            });
            view! {
                <section class="card next" id="next">
                    <h2>{texts.title}</h2>
                    {next_sentence(app, &step, false)}
                    {button}
                </section>
            }
            .into_any()
        })
    });
    view! { {shown} }.into_any()
}

/// Where the step is taken. Who the student is, is asked right below.
fn button(app: AppState, step: &NextStep) -> Option<(Route, &'static str)> {
    let texts = i18n::Next::of(app.lang.get_untracked());
    let of = |program: &str| Route::Program(program.to_owned());
    Some(match step {
        NextStep::SayWho => return None,
        NextStep::Register { program: None, .. } => (Route::Programs(Default::default()), texts.choose),
        NextStep::Register { program: Some(program), .. } => (of(program), texts.how_register),
        NextStep::TooLate { .. } | NextStep::AskFirst => (Route::Guide, texts.routes),
        NextStep::Select { .. } => (Route::Plan, texts.plan),
        NextStep::Apply { program, .. } => (of(program), texts.how_apply),
        NextStep::Wait { program, .. } | NextStep::Certified { program, .. } => (of(program), texts.look),
    })
}

/// The deadlines that the step leaves, of one program or of all. Of a program, whose step stands above them, those that
/// its sentence does not tell.
pub fn deadline_list(app: AppState, program: Option<String>) -> AnyView {
    let lang = app.lang.get_untracked();
    let texts = i18n::Next::of(lang);
    let alone = program.is_none();
    let found = Memo::new(move |_| {
        next::with_situation(app, |here| {
            let step = step(here, program.as_deref());
            let mut found = deadlines(here, &step);
            if let (Some(told), true) = (step.tells(), program.is_some()) {
                let first = found.iter().position(|one| one.act == told);
                first.map(|at| found.remove(at));
            }
            found
        })
        .unwrap_or_default()
    });
    let rows = live(move || {
        let row = |one: &kuayu::deadlines::Deadline| {
            let (what, when) = (words::what(lang, one), words::when(lang, one));
            view! { <li class="own-date">{icon(Icon::Calendar)}<span>{what}<br/>{spoken(lang, &when)}</span></li> }
                .into_any()
        };
        let rows: Vec<AnyView> = found.get().iter().map(row).collect();
        match rows.is_empty() {
            true if alone => view! { <p class="note">{texts.none}</p> }.into_any(),
            true => ().into_any(),
            false => view! { <ul class="deadlines">{rows}</ul> }.into_any(),
        }
    });
    view! { {rows} }.into_any()
}
