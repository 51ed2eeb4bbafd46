//! What is not known: each question with whom to ask, and a place for the answer, visibly the student's own note.

use kuayu::audit::{Decision, Fact, ProgramAudit};
use kuayu::i18n;
use kuayu::sorting;
use leptos::prelude::*;

use super::Here;
use crate::ui::components::spoken;
use crate::ui::live::live;
use crate::ui::route::Route;

/// The questions, open and answered.
pub fn confirm(here: Here) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let facts = Memo::new(move |_| here.audit.with(|audit| audit.as_deref().map(facts_of).unwrap_or_default()));
    let none = Memo::new(move |_| facts.with(Vec::is_empty));
    let list = move || {
        view! { <For each=move || facts.get() key=Clone::clone children=move |fact| question(here, fact)/> }.into_any()
    };
    let section = live(move || {
        (!none.get()).then(|| {
            view! {
                <section class="card confirm">
                    <h2>{words.to_confirm}</h2>
                    <p class="note">{words.to_confirm_hint}</p>
                    <ul class="questions">{list()}</ul>
                </section>
            }
            .into_any()
        })
    });
    view! { {section} }.into_any()
}

/// Every fact that the verdicts hang on, and those already answered; each once, in a fixed order.
fn facts_of(audit: &ProgramAudit) -> Vec<Fact> {
    let mut facts = audit.decided.clone();
    facts.extend(audit.open_facts());
    for verdict in [&audit.certificate, &audit.cross_domain] {
        facts.extend(
            verdict
                .advice
                .iter()
                .flat_map(|advice| advice.first().facts.iter().chain(&advice.facts).cloned().collect::<Vec<_>>()),
        );
        facts.extend(verdict.progress.iter().flat_map(|one| one.unless.clone()));
    }
    sorting::sort(&mut facts);
    facts.dedup();
    facts
}

fn question(here: Here, fact: Fact) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let told = here.app.derived.with_program(&here.code.get_value(), |_, _, program| {
        let ask = i18n::audit::ask(lang, i18n::audit::who_to_ask(&fact, program));
        (i18n::audit::fact(lang, &fact, program), ask)
    });
    let (text, ask) = told.unwrap_or_default();
    let answer = match fact {
        Fact::Group | Fact::EntryYear | Fact::Curriculum => {
            let words = i18n::Home::of(lang);
            view! { <a class="button small" href=Route::Home.hash()>{words.fill_in}</a> }.into_any()
        }
        _ => answer(here, fact, text.clone()),
    };
    view! { <li class="question"><p>{spoken(lang, &text)}</p><p class="question-ask">{ask}</p>{answer}</li> }.into_any()
}

/// The choice of answers and the note.
fn answer(here: Here, fact: Fact, label: String) -> AnyView {
    let words = i18n::Programs::of(here.app.lang.get_untracked());
    let program = (!fact.is_global()).then(|| here.code.get_value());
    let key = StoredValue::new((program, fact));
    let decision = move || {
        key.with_value(|(program, fact)| {
            here.app.saved.with(|document| {
                document.decisions.iter().find(|one| one.fact == *fact && one.program == *program).cloned()
            })
        })
    };
    let decision = Memo::new(move |_| decision());
    // Who said so is kept while the answer is changed, even by way of none.
    let said = StoredValue::new(String::new());
    let decide = move |holds: Option<bool>| {
        let (program, fact) = key.get_value();
        if let Some(before) = decision.get_untracked() {
            said.set_value(before.note);
        }
        here.app.saved.edit(|document| {
            document.decide(program.clone(), fact.clone(), holds);
            document.note_decision(program.as_deref(), &fact, said.get_value());
        });
    };
    let value = move || match decision.with(|decision| decision.as_ref().map(|decision| decision.holds)) {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let choose = move |event| {
        decide(match event_target_value(&event).as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
    };
    let answered = Memo::new(move |_| decision.with(Option::is_some));
    let note = live(move || {
        answered.get().then(|| {
            let text = decision.with_untracked(|decision: &Option<Decision>| decision.as_ref().map(|d| d.note.clone()));
            let write = move |event| {
                let text = event_target_value(&event);
                let (program, fact) = key.get_value();
                here.app.saved.edit(|document| document.note_decision(program.as_deref(), &fact, text));
            };
            view! {
                <input class="input" type="text" aria-label=words.answer_note placeholder=words.answer_note
                    value=text.unwrap_or_default() on:change=write/>
            }
        })
    });
    view! {
        <div class="question-answer">
            <select aria-label=label prop:value=value on:change=choose>
                <option value="">{words.answer_open}</option>
                <option value="yes">{words.answer_yes}</option>
                <option value="no">{words.answer_no}</option>
            </select>
            {note}
        </div>
    }
    .into_any()
}
