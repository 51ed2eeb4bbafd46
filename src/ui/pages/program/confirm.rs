//! What is not known: each question with whom to ask, and a place for the answer, visibly the student's own note.

use kuayu::audit::{Ask, Fact, ProgramAudit};
use kuayu::i18n;
use kuayu::sorting;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::about::FAQ;
use super::{ProgramPage, said};
use crate::platform::clipboard;
use crate::ui::components::{Icon, icon, spoken};
use crate::ui::live::live;
use crate::ui::route::Route;

/// The questions, open and answered.
pub fn confirm(here: ProgramPage) -> AnyView {
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

fn question(here: ProgramPage, fact: Fact) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let told = here.app.derived.with_program(&here.code.get_value(), |_, edition, program| {
        let whom = i18n::audit::who_to_ask(&fact, program);
        let text = i18n::audit::fact(lang, &fact, program);
        let letter = here.app.profile.with(|profile| i18n::letter::letter(lang, profile, edition, program, &text));
        let page = match whom {
            Ask::Program => program.plan_url.clone().or_else(|| Some(program.standard_url.clone())),
            Ask::AcademicAffairs => Some(FAQ.to_owned()),
            // No source names the pages of the departments.
            Ask::OwnDepartment | Ask::Student => None,
        };
        (text, i18n::audit::ask(lang, whom), letter, page)
    });
    let (text, ask, letter, page) = told.unwrap_or_default();
    let whom = whom(here, letter, page);
    let answer = match fact {
        Fact::Group | Fact::EntryYear | Fact::Curriculum => {
            let words = i18n::Home::of(lang);
            view! { <a class="button small" href=Route::Home.hash()>{words.fill_in}</a> }.into_any()
        }
        _ => view! { {whom}{answer(here, fact, text.clone())} }.into_any(),
    };
    view! { <li class="question"><p>{spoken(lang, &text)}</p><p class="question-ask">{ask}</p>{answer}</li> }.into_any()
}

/// Where to ask, and the question ready to send.
fn whom(here: ProgramPage, letter: String, page: Option<String>) -> AnyView {
    let words = i18n::Said::of(here.app.lang.get_untracked());
    let page = page.map(|page| {
        view! { <a href=page target="_blank" rel="noopener noreferrer">{icon(Icon::Link)}{words.where_to_ask}</a> }
    });
    let by_hand = RwSignal::new(None::<String>);
    let copy = move |_| {
        let letter = letter.clone();
        spawn_local(async move {
            if clipboard::copy(&letter).await {
                here.app.toasts.show(words.copied, None);
            } else {
                by_hand.set(Some(letter));
            }
        });
    };
    let shown = live(move || {
        by_hand.get().map(|text| view! { <p class="note">{words.not_copied}</p><pre class="letter">{text}</pre> })
    });
    view! {
        <p class="links-line no-print">{page}<button class="quiet" on:click=copy>{icon(Icon::Paste)}{words.copy}</button></p>
        {shown}
    }
    .into_any()
}

/// The choice of answers, who gave it, and when.
fn answer(here: ProgramPage, fact: Fact, label: String) -> AnyView {
    let words = i18n::Programs::of(here.app.lang.get_untracked());
    let said = said::who_and_when(here, vec![fact.clone()]);
    let answers = [words.answer_open, words.answer_yes, words.answer_no];
    view! { <div class="question-answer">{said::answer_select(here, Some(label), answers, fact)}{said}</div> }
        .into_any()
}
