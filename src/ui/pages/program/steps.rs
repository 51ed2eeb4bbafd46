//! What to do next for this program, and the marks of what the student has done.

use kuayu::i18n::{self, marks as words};
use kuayu::next_step::NextStep;
use kuayu::procedure::semester;
use kuayu::saved::{Step, marks};
use kuayu::term::Term;
use leptos::prelude::*;

use super::ProgramPage;
use super::about::FAQ;
use crate::ui::components::{deadline_list, next_memo, next_sentence, spoken};
use crate::ui::live::live;

/// How many terms may be marked where the entry year is not known.
const TERMS: usize = 8;

/// The card.
pub fn steps(here: ProgramPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let (texts, next) = (i18n::Marks::of(lang), i18n::Next::of(lang));
    let now = next_memo(here.app, Some(here.code.get_value()));
    let sentence = live(move || now.get().map(|step| next_sentence(here.app, &step, true)));
    let attach = live(move || {
        let applies = matches!(now.get(), Some(NextStep::Apply { .. } | NextStep::Register { .. }));
        let hand_in = matches!(now.get(), Some(NextStep::Apply { .. }));
        let hand_in = hand_in.then(|| view! { <p>{next.attach}" "{next.to_whom}</p> });
        applies.then(|| view! { {hand_in}<p><a href=FAQ rel="noreferrer">{next.form}</a></p> })
    });
    let judged = live(move || judged_by(here).map(|text| view! { <p class="note">{spoken(lang, &text)}</p> }));
    let rows: Vec<AnyView> = Step::ALL
        .into_iter()
        .zip([texts.registered, texts.applied, texts.certified])
        .map(|(step, word)| row(here, step, word))
        .collect();
    // What was marked is in sight; who has marked nothing sees what to do and what is missing first.
    let code = here.code.get_value();
    let marked = here.app.saved.with_untracked(|document| document.marks.iter().any(|mark| mark.program == code));
    view! {
        <section class="card next" id="steps">
            <h2>{next.title}</h2>
            {sentence}{attach}
            {deadline_list(here.app, Some(here.code.get_value()))}
            {judged}
            <details class="marks-fold no-print" open=marked>
                <summary>{texts.title}</summary>
                <div class="marks">
                    <p class="note">{texts.lead}</p>
                    {rows}
                </div>
            </details>
        </section>
    }
    .into_any()
}

/// By which edition the program is judged because it is registered.
fn judged_by(here: ProgramPage) -> Option<String> {
    let lang = here.app.lang.get_untracked();
    let code = here.code.get_value();
    let term = here.app.saved.with(|document| marks::marked(&document.marks, &code, Step::Registered))?;
    let judged = here.app.derived.with_program(&code, |_, edition, _| (edition.id.clone(), edition.year))?;
    Some(words::judged_by(lang, term, &judged.0, judged.1 == term.year))
}

/// A step with the term in which it was taken.
fn row(here: ProgramPage, step: Step, word: &'static str) -> AnyView {
    let app = here.app;
    let texts = i18n::Marks::of(app.lang.get_untracked());
    let code = here.code.get_value();
    let marked = {
        let code = code.clone();
        Memo::new(move |_| app.saved.with(|document| marks::marked(&document.marks, &code, step)))
    };
    let options = live(move || {
        let mut terms = terms(app.profile.with(|profile| profile.entry), app.today.term());
        let now = marked.get();
        if let Some(other) = now.filter(|now| !terms.contains(now)) {
            terms.push(other);
        }
        let option = |term: Term| {
            let (value, text) = (term.to_string(), term.to_string());
            view! { <option value=value selected=now == Some(term)>{text}</option> }.into_any()
        };
        let options: Vec<AnyView> = terms.into_iter().map(option).collect();
        view! { <option value="" selected=now.is_none()>{texts.not_yet}</option>{options} }.into_any()
    });
    let choose = move |event| {
        let term = Term::parse(&event_target_value(&event));
        let message = if term.is_some() { texts.marked } else { texts.taken_back };
        app.saved.edit_with_undo(message, |document| document.mark(&code, step, term));
    };
    view! {
        <label class="field"><span>{word}</span><select class="input" on:change=choose>{options}</select></label>
    }
    .into_any()
}

/// The terms of studies up to now, the latest first.
fn terms(entry: Option<u16>, now: Term) -> Vec<Term> {
    let first = entry.map(|entry| semester(entry, 1));
    let back = std::iter::successors(Some(now), |term| Some(term.previous()));
    match first {
        Some(first) => back.take_while(|term| *term >= first).take(2 * TERMS).collect(),
        None => back.take(TERMS).collect(),
    }
}
