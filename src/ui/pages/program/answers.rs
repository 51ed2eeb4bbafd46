//! The two answers, each with what is missing or open, and every condition with how far it is.

use kuayu::audit::{Answer, Progress, Verdict};
use kuayu::catalog::document::Program;
use kuayu::i18n::{self, Lang};
use kuayu::saved::Step;
use leptos::prelude::*;

use super::Here;
use crate::ui::components::{certificate_badge, meter, otherwise, requirement_badge, spoken, tone};
use crate::ui::live::live;
use crate::ui::state::next;

/// The answers.
pub fn answers(here: Here) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let unofficial = live(move || {
        let decided = here.audit.with(|audit| audit.as_ref().is_some_and(|audit| !audit.decided.is_empty()));
        decided.then(|| view! { <p class="note">{words.unofficial}</p> })
    });
    let exclusive = live(move || {
        let others =
            here.audit.with(|audit| audit.as_ref().map(|audit| audit.exclusive_with.clone())).unwrap_or_default();
        let name = |code: &String| here.app.derived.with_program(code, |_, _, program| program.name.clone());
        let line = |code: &String| {
            let text = i18n::audit::exclusive(lang, &name(code).unwrap_or_else(|| code.clone()));
            view! { <p class="note">{text}</p> }.into_any()
        };
        others.iter().map(line).collect::<Vec<_>>()
    });
    let others = live(move || here.audit.with(|audit| audit.as_ref().map(|audit| otherwise(here.app, audit))));
    let certificate = live(move || answer(here, false));
    let requirement = live(move || answer(here, true));
    view! { <section class="answers">{unofficial}{exclusive}{others}{certificate}{requirement}</section> }.into_any()
}

fn answer(here: Here, requirement: bool) -> Option<AnyView> {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    here.audit.with(|audit| {
        let audit = audit.as_ref()?;
        let verdict = if requirement { &audit.cross_domain } else { &audit.certificate };
        let title = if requirement { words.requirement } else { words.certificate };
        here.app.derived.with_program(&audit.code, |_, _, program| {
            let class = format!("card answer answer-{}", tone(&verdict.answer).class());
            let badge =
                if requirement { requirement_badge(here.app, audit) } else { certificate_badge(here.app, audit) };
            let step = next::step_of(here.app, &audit.code);
            let progress: Vec<&Progress> = match requirement {
                // What the requirement asks besides; the rest stands above it, with the certificate.
                true => verdict.progress.iter().filter(|one| !audit.certificate.progress.contains(one)).collect(),
                false => verdict.progress.iter().collect(),
            };
            view! {
                <article class=class>
                    <div class="card-head"><h2>{title}</h2>{badge}</div>
                    {reasons(lang, verdict, program, requirement, step)}
                    {conditions(lang, &progress, program, &verdict.answer)}
                </article>
            }
            .into_any()
        })
    })
}

fn reasons(lang: Lang, verdict: &Verdict, program: &Program, requirement: bool, step: Option<Step>) -> AnyView {
    let items: Vec<String> = match &verdict.answer {
        Answer::NotYet { missing, .. } => missing.iter().map(|one| i18n::audit::missing(lang, one)).collect(),
        Answer::DependsOn { facts, .. } => facts.iter().map(|one| i18n::audit::fact(lang, one, program)).collect(),
        Answer::NotOpen(closed) => vec![i18n::audit::closed(lang, closed)],
        Answer::Met | Answer::MetIfInProgress | Answer::MetIfPlanned | Answer::NotRequired => Vec::new(),
    };
    let items: Vec<AnyView> = items.iter().map(|item| view! { <li>{spoken(lang, item)}</li> }.into_any()).collect();
    let list = (!items.is_empty()).then(|| view! { <ul class="reasons">{items}</ul> });
    let sentence = match (&verdict.answer, requirement) {
        (Answer::Met, false) => i18n::marks::reached(lang, step).to_owned(),
        (Answer::Met, true) => i18n::marks::fulfilled(lang, step).to_owned(),
        (status, _) => i18n::badge::sentence(lang, status, requirement),
    };
    let sentence = (!sentence.is_empty()).then(|| view! { <p>{sentence}</p> });
    view! { {sentence}{list} }.into_any()
}

fn conditions(lang: Lang, progress: &[&Progress], program: &Program, status: &Answer) -> Option<AnyView> {
    if progress.is_empty() || matches!(status, Answer::NotRequired) {
        return None;
    }
    let words = i18n::Programs::of(lang);
    let rows: Vec<AnyView> = progress.iter().map(|one| condition(lang, one, program)).collect();
    Some(view! { <ul class="conditions" aria-label=words.conditions>{rows}</ul> }.into_any())
}

fn condition(lang: Lang, progress: &Progress, program: &Program) -> AnyView {
    let done = progress.passed.number() >= progress.condition.need.number();
    let text = i18n::audit::condition(lang, &progress.condition);
    let source = i18n::audit::source(lang, progress.condition.source, program);
    let coming = i18n::badge::coming(lang, progress);
    let coming = (!coming.is_empty()).then(|| view! { <b class="condition-coming">{coming}</b> });
    let unless = progress.unless.iter().map(|fact| {
        let text = i18n::audit::fact(lang, fact, program);
        view! { <p class="condition-source">{spoken(lang, &text)}</p> }.into_any()
    });
    let unless: Vec<AnyView> = unless.collect();
    view! {
        <li class="condition" class:done=done>
            <div class="condition-text"><span>{spoken(lang, &text)}</span></div>
            {meter(progress)}
            <p class="condition-source">{coming}{spoken(lang, &source)}</p>
            {unless}
        </li>
    }
    .into_any()
}
