//! The two answers, each with what is missing or open, and every condition with how far it is.

use kuayu::audit::{Answer, ProgramAudit, Progress, Verdict};
use kuayu::catalog::document::Program;
use kuayu::i18n::{self, Lang, names};
use kuayu::rules::Purpose;
use kuayu::saved::Step;
use leptos::prelude::*;

use super::ProgramPage;
use crate::ui::components::{certificate_badge, meter, otherwise, requirement_badge, spoken, tone};
use crate::ui::live::live;
use crate::ui::state::next;

/// The answers.
pub fn answers(here: ProgramPage) -> AnyView {
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
    let reached = StoredValue::new(None::<bool>);
    let certificate = live(move || {
        let is = here.audit.with(|audit| audit.as_ref().map(|audit| audit.certificate.answer == Answer::Met));
        // Whoever ticks the last course of a program while looking at it has just finished it.
        let just = reached.get_value() == Some(false) && is == Some(true);
        if is.is_some() {
            reached.set_value(is);
        }
        answer(here, false, just)
    });
    let requirement = live(move || answer(here, true, false));
    view! { <section class="answers">{unofficial}{exclusive}{others}{certificate}{requirement}</section> }.into_any()
}

fn answer(here: ProgramPage, requirement: bool, just_reached: bool) -> Option<AnyView> {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    here.audit.with(|audit| {
        let audit = audit.as_ref()?;
        let verdict = if requirement { &audit.cross_domain } else { &audit.certificate };
        let title = if requirement { words.requirement } else { words.certificate };
        here.app.derived.with_program(&audit.code, |_, _, program| {
            let joy = if just_reached { " answer-joy" } else { "" };
            let class = format!("card answer answer-{}{joy}", tone(&verdict.answer).class());
            let congratulations = just_reached.then(|| view! { <p class="joy">{words.congratulations}</p> });
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
                    {congratulations}
                    {reasons(lang, verdict, program, requirement, step, &progress)}
                    {even_if(here, audit, requirement)}
                    {conditions(lang, &progress, program, &verdict.answer)}
                </article>
            }
            .into_any()
        })
    })
}

/// Which courses not passed yet may fail, and it is met all the same.
fn even_if(here: ProgramPage, audit: &ProgramAudit, requirement: bool) -> Option<AnyView> {
    let lang = here.app.lang.get_untracked();
    let purpose = if requirement { Purpose::CrossDomainRequirement } else { Purpose::Certificate };
    let audits = here.app.derived.audits.get_untracked()?;
    let found = audits.even_if(audit, purpose);
    let name = |at: &usize| audit.counted.iter().find(|one| one.record == *at).map(|one| one.course.clone());
    let names: Vec<String> = found
        .any_one
        .iter()
        .filter_map(name)
        .map(|course| names::course(lang, course.code.as_deref(), &course.name))
        .collect();
    (!names.is_empty()).then(|| {
        let text = i18n::audit::even_if(lang, &names, found.all);
        view! { <p class="note">{spoken(lang, &text)}</p> }.into_any()
    })
}

fn reasons(
    lang: Lang,
    verdict: &Verdict,
    program: &Program,
    requirement: bool,
    step: Option<Step>,
    progress: &[&Progress],
) -> AnyView {
    let items: Vec<String> = match &verdict.answer {
        // What is missing stands below, each condition with how far it is. Only what they cannot be together is told here.
        Answer::NotYet { missing, .. } => {
            let together = missing.iter().filter(|one| one.only_jointly);
            together.map(|one| i18n::audit::missing(lang, one)).collect()
        }
        Answer::DependsOn { facts, .. } => facts.iter().map(|one| i18n::audit::fact(lang, one, program)).collect(),
        Answer::NotOpen(closed) => vec![i18n::audit::closed(lang, closed)],
        Answer::Met | Answer::MetIfInProgress | Answer::MetIfPlanned | Answer::NotRequired => Vec::new(),
    };
    let none_told = items.is_empty();
    let items: Vec<AnyView> = items.iter().map(|item| view! { <li>{spoken(lang, item)}</li> }.into_any()).collect();
    let list = (!items.is_empty()).then(|| view! { <ul class="reasons">{items}</ul> });
    let sentence = match (&verdict.answer, requirement) {
        (Answer::Met, false) => i18n::marks::reached(lang, step).to_owned(),
        (Answer::Met, true) => i18n::marks::fulfilled(lang, step).to_owned(),
        (Answer::NotYet { .. }, true) if progress.iter().all(|one| is_met(one)) && none_told => {
            i18n::audit::as_above(lang).to_owned()
        }
        (status, _) => i18n::badge::sentence(lang, status, requirement),
    };
    let sentence = (!sentence.is_empty()).then(|| view! { <p>{sentence}</p> });
    view! { {sentence}{list} }.into_any()
}

/// The conditions: what is not met yet, and, folded, what is.
fn conditions(lang: Lang, progress: &[&Progress], program: &Program, status: &Answer) -> Option<AnyView> {
    if progress.is_empty() || matches!(status, Answer::NotRequired) {
        return None;
    }
    let words = i18n::Programs::of(lang);
    let draw = |rows: &[&Progress], name: Option<&'static str>| {
        let rows: Vec<AnyView> = rows.iter().map(|one| condition(lang, one, program)).collect();
        view! { <ul class="conditions" aria-label=name>{rows}</ul> }.into_any()
    };
    let (met, left): (Vec<&Progress>, Vec<&Progress>) = progress.iter().partition(|one| is_met(one));
    let left = (!left.is_empty()).then(|| draw(&left, Some(words.conditions)));
    let met = (!met.is_empty()).then(|| {
        let title = i18n::audit::conditions_met(lang, met.len());
        // Its summary names the list.
        view! { <details class="conditions-met"><summary>{title}</summary>{draw(&met, None)}</details> }.into_any()
    });
    Some(view! { {left}{met} }.into_any())
}

fn is_met(progress: &Progress) -> bool {
    progress.passed.number() >= progress.condition.need.number()
}

fn condition(lang: Lang, progress: &Progress, program: &Program) -> AnyView {
    let done = is_met(progress);
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
            {meter(lang, progress)}
            <p class="condition-source">{coming}{spoken(lang, &source)}</p>
            {unless}
        </li>
    }
    .into_any()
}
