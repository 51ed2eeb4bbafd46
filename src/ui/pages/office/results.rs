//! What came out: in numbers, by program, by student, and as files.

use kuayu::i18n::{self, desk as words_of};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::data::{Office, Shown};
use super::{filter, one, problems, programs, students};
use crate::platform::office as desk;
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// Numbers, files, and one of the three views.
pub fn results(app: AppState, office: Office) -> AnyView {
    let words = i18n::Desk::of(app.lang.get_untracked());
    let shown = {
        let office = office.clone();
        live(move || match (office.open.get(), office.shown.get()) {
            (Some(student), _) => one::student(app, office.clone(), student),
            (None, Shown::Programs) => programs::programs(app, &office),
            (None, Shown::Students) => students::students(app, office.clone()),
            (None, Shown::Problems) => problems::problems(app, &office),
        })
    };
    let views =
        [(Shown::Programs, words.by_program), (Shown::Students, words.by_student), (Shown::Problems, words.problems)]
            .map(|(view, word)| choice(&office, view, word));
    view! {
        {summary(app, office.clone())}
        {files(app, office)}
        <section class="card">
            <fieldset class="choices office-views"><legend class="visually-hidden">{words.title}</legend>{views}</fieldset>
            {shown}
        </section>
    }
    .into_any()
}

fn choice(office: &Office, view: Shown, word: &'static str) -> AnyView {
    let now = office.shown.clone();
    let office = office.clone();
    let choose = move |_| {
        office.open.set(None);
        office.shown.set(view);
    };
    view! {
        <label class="choice">
            <input type="radio" name="office-view" prop:checked=move || now.get() == view on:change=choose/>
            <span>{word}</span>
        </label>
    }
    .into_any()
}

fn summary(app: AppState, office: Office) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Desk::of(lang);
    let text = live(move || {
        let (judged, all) =
            office.judged.with(|all| (all.iter().flatten().filter(|one| one.judged).count(), all.len()));
        let to_check = (0..all).filter(|student| office.to_check(*student)).count();
        // Rows of the roster that were left out are nobody's that was judged.
        let rows = office.with_roster(|roster| roster.remarks.iter().filter(|told| told.kind == "not_judged").count());
        let not_judged = all - judged + rows.unwrap_or_default();
        let ended = match (office.stopped.get(), office.cut.get()) {
            (true, _) => Some(words.stopped),
            (_, true) => Some(words.failed),
            _ => None,
        };
        let ended = ended.map(|text| view! { <p class="notice" role="alert">{text}</p> });
        view! { {ended}<p role="status" id="summary">{words_of::summary(lang, judged, not_judged, to_check)}</p> }
    });
    view! { {text} }.into_any()
}

fn files(app: AppState, office: Office) -> AnyView {
    let words = i18n::Desk::of(app.lang.get_untracked());
    let save = move |kind: &'static str, name: &'static str, chosen: Option<String>| {
        spawn_local(async move {
            match desk::table(kind, chosen.as_deref()).await {
                Some(made) => desk::save(name, &made),
                None => app.toasts.show(words.not_saved, None),
            }
        });
    };
    let answers = move |_| save("answers", "kuayu-results.csv", None);
    let problems = move |_| save("problems", "kuayu-results.problems.csv", None);
    let receipt = move |_| save("receipt", "kuayu-results.receipt.json", None);
    let workbook = move |_| {
        let listed = untrack(|| filter::listed(&office));
        let programs = untrack(|| filter::program_code(&office));
        let chosen = serde_json::json!({"students": listed, "programs": programs.into_iter().collect::<Vec<_>>()});
        save("workbook", "kuayu-results.xlsx", Some(chosen.to_string()));
    };
    view! {
        <section class="card">
            <div class="buttons">
                <button class="button" id="save-answers" on:click=answers>{icon(Icon::Download)}{words.save_answers}</button>
                <button class="button" id="save-problems" on:click=problems>{icon(Icon::Download)}{words.save_problems}</button>
                <button class="button" id="save-workbook" on:click=workbook>{icon(Icon::Download)}{words.save_workbook}</button>
                <button class="quiet" id="save-receipt" on:click=receipt>{icon(Icon::Download)}{words.save_receipt}</button>
            </div>
            <p class="note">{words.save_why}</p>
            <p class="note">{words.receipt_why}</p>
        </section>
    }
    .into_any()
}
