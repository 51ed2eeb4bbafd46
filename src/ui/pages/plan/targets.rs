//! The programs aimed at, each with what the plan does for it and what would finish it.

use kuayu::audit::{Answer, CourseRef, Fact, Hindrance, ProgramAudit, Together};
use kuayu::i18n::{self, Lang, units};
use kuayu::rules::Purpose;
use kuayu::sorting;
use leptos::prelude::*;

use super::ActivePlan;
use crate::platform::dom;
use crate::ui::components::{
    Icon, bars, certificate_badge, deadline_list, elsewhere, icon, legend, name_elsewhere, requirement_badge, spoken,
};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::plans::{self, Take};
use crate::ui::state::{AppState, edition};

/// The targets.
pub fn targets(app: AppState, plan: ActivePlan) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let codes = Memo::new(move |_| plan.with(|plan| plan.targets.clone()));
    let cards = live(move || {
        let cards: Vec<AnyView> = codes.get().into_iter().map(|code| target(app, code)).collect();
        (!cards.is_empty()).then(|| view! { <ul class="target-list">{cards}</ul> })
    });
    let none = live(move || codes.with(Vec::is_empty).then(|| view! { <p class="note">{words.no_targets}</p> }));
    view! {
        <section class="card targets">
            <h2>{words.targets}</h2>
            {none}
            {cards}
            {live(move || (!codes.with(Vec::is_empty)).then(|| legend(lang)))}
            {live(move || (!codes.with(Vec::is_empty)).then(|| deadline_list(app, None)))}
            {live(move || together(app, codes.get()))}
            {live(move || choice(app, codes.get()))}
        </section>
    }
    .into_any()
}

/// All programs that are no target yet, nearest first.
fn choice(app: AppState, chosen: Vec<String>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let options = app.derived.catalog.with(|catalog| {
        let id = app.derived.edition_id.get();
        let edition = edition(catalog.as_deref()?, id.as_deref())?;
        let audits = app.derived.audits.get_untracked();
        let rank = |code: &str| {
            audits.as_ref().and_then(|audits| audits.ranked().position(|audit| audit.code == code)).unwrap_or_default()
        };
        let mut programs: Vec<_> = edition.programs.iter().filter(|one| !chosen.contains(&one.code)).collect();
        sorting::sort_by_key(&mut programs, |program| rank(&program.code));
        let option = |code: &str, name: &str| {
            view! { <option value=code.to_owned() lang="zh-Hant-TW">{format!("{name} · {code}")}</option> }.into_any()
        };
        Some(programs.iter().map(|program| option(&program.code, &program.name)).collect::<Vec<_>>())
    });
    // Arrow keys choose one after the other on the way to what is meant, so for keys there is a button. A finger or a
    // mouse has chosen when the list closes.
    let keyed = StoredValue::new(false);
    let chosen = RwSignal::new(String::new());
    let aim = move |code: &str| {
        let by_keys = keyed.get_value();
        plans::edit(app, |plan| plan.aim(code, true));
        let name = app.derived.with_program(code, |_, _, program| program.name.clone()).unwrap_or_default();
        app.said.set(i18n::units::of(lang, words.added_target, &name));
        dom::show_first(ADD);
        if by_keys {
            // The list was built anew.
            dom::focus_soon(ADD);
        }
    };
    let choose = move |event| {
        let code = event_target_value(&event);
        if keyed.get_value() {
            chosen.set(code);
        } else if !code.is_empty() {
            aim(&code);
        }
    };
    let add = live(move || {
        let code = chosen.get();
        (!code.is_empty()).then(|| {
            let name = app.derived.with_program(&code, |_, _, program| program.name.clone()).unwrap_or_default();
            let label = i18n::units::of(lang, words.add_one, &name);
            let act = move |_| aim(&code);
            view! {
                <button class="button small no-print" aria-label=label on:click=act>{icon(Icon::Plus)}{words.add_one}</button>
            }
        })
    });
    view! {
        <select id=ADD class="no-print" aria-label=words.add_target on:change=choose
            on:keydown=move |_| keyed.set_value(true) on:pointerdown=move |_| keyed.set_value(false)>
            <option value="" selected=true>{words.add_target}</option>
            {options}
        </select>
        {add}
    }
    .into_any()
}

/// The choice of another target.
const ADD: &str = "add-target";

fn target(app: AppState, code: String) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let name = app.derived.with_program(&code, |_, _, program| program.name.clone());
    // One of another edition is called as it is called there.
    let name = name.or_else(|| name_elsewhere(app, &code)).unwrap_or_else(|| code.clone());
    let wanted = code.clone();
    let audit = Memo::new(move |_| app.derived.audits.get().and_then(|audits| audits.program(&wanted).cloned()));
    let href = Route::Program(code.clone()).hash();
    let drop = code.clone();
    let remove = move |_| {
        plans::edit(app, |plan| plan.aim(&drop, false));
        dom::focus_soon(ADD);
    };
    let label = i18n::units::of(lang, words.remove_target, &name);
    let gone = code.clone();
    let shown = live(move || {
        let known = app.derived.with_program(&gone, |_, _, _| ()).is_some();
        audit
            .with(|audit| audit.as_ref().map(|audit| verdict(app, audit)))
            .or_else(|| elsewhere(app, &gone).filter(|_| !known))
    });
    view! {
        <li class="target" data-program=code>
            <div class="target-head">
                <a href=href lang="zh-Hant-TW">{name}</a>
                <button class="icon-button no-print" aria-label=label on:click=remove>{icon(Icon::Close)}</button>
            </div>
            {shown}
        </li>
    }
    .into_any()
}

fn verdict(app: AppState, audit: &ProgramAudit) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let missing = match &audit.certificate.answer {
        Answer::NotYet { missing, .. } => missing.iter().map(|one| i18n::audit::missing(lang, one)).collect(),
        _ => Vec::new(),
    };
    let missing: Vec<AnyView> =
        missing.into_iter().map(|text| view! { <li>{spoken(lang, &text)}</li> }.into_any()).collect();
    // The requirement asks for everything that the certificate does.
    let asked = if audit.cross_domain.advice.is_some() { &audit.cross_domain } else { &audit.certificate };
    let advice = asked.advice.as_ref().map(|advice| advice.first());
    let advice = advice.filter(|advice| !advice.courses.is_empty()).map(|advice| {
        let courses: Vec<Take> = advice.courses.iter().map(|one| Take::advised(lang, one)).collect();
        let text = i18n::badge::left_of(lang, &asked.answer, advice);
        let names = plans::names(lang, &courses);
        let code = audit.code.clone();
        let act = move |_| plans::add(app, &courses, Some(&code));
        view! {
            <p>{spoken(lang, &units::of(lang, &text, &names))}</p>
            <button class="button small no-print" on:click=act>{icon(Icon::Plus)}{words.add_advice}</button>
        }
        .into_any()
    });
    view! {
        <dl class="answers-two">
            <dt>{words.status}</dt><dd>{certificate_badge(app, audit)}</dd>
            <dt>{words.requirement}</dt><dd>{requirement_badge(app, audit)}</dd>
        </dl>
        {bars(lang, audit)}
        <ul class="reasons">{missing}</ul>
        {advice}
    }
    .into_any()
}

/// Several targets finished by the fewest credits at once.
fn together(app: AppState, codes: Vec<String>) -> Option<AnyView> {
    if !(2..=3).contains(&codes.len()) {
        return None;
    }
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let prepared = app.derived.prepared.get()?;
    let audits = app.derived.audits.get()?;
    let wanted: Vec<&str> = codes.iter().map(String::as_str).collect();
    let found = prepared.advise_together(&audits.records, &wanted, Purpose::Certificate, &[])?;
    let first = found.first();
    if first.courses.is_empty() {
        return None;
    }
    let about = format!("{} · {}", units::courses(lang, first.courses.len()), units::credits(lang, first.credits));
    let courses: Vec<Take> = first.courses.iter().map(|one| Take::shared(lang, one)).collect();
    let names = plans::names(lang, &courses);
    let act = move |_| plans::add(app, &courses, None);
    Some(
        view! {
            <div class="panel together">
                <h3>{words.together}" "<span class="num">{about}</span></h3>
                <p>{spoken(lang, &names)}</p>
                {hard(lang, first)}
                {open(app, &first.facts)}
                <button class="button small no-print" on:click=act>{icon(Icon::Plus)}{words.add_advice}</button>
                {found.easier.is_some().then(|| least(app, &found))}
                {found.if_confirmed.as_deref().map(|shared| if_confirmed(app, shared))}
            </div>
        }
        .into_any(),
    )
}

/// Which courses of a way may be hard to take, and why.
fn hard(lang: Lang, way: &Together) -> AnyView {
    let one = |(course, why): &(CourseRef, Hindrance)| {
        let name = i18n::names::course(lang, course.code.as_deref(), &course.name);
        let text = format!("{name}{}{}", lang.pick("：", ": "), i18n::hindrance::why(lang, why));
        view! { <li>{spoken(lang, &text)}</li> }.into_any()
    };
    let all: Vec<AnyView> = way.hindered.iter().map(one).collect();
    (!all.is_empty()).then(|| view! { <ul class="reasons">{all}</ul> }).into_any()
}

/// The way of the least credits, where it is not the one told first.
fn least(app: AppState, found: &Together) -> AnyView {
    let lang = app.lang.get_untracked();
    let courses: Vec<Take> = found.courses.iter().map(|one| Take::shared(lang, one)).collect();
    view! {
        <details>
            <summary>{i18n::hindrance::least(lang, found.courses.len(), found.credits)}</summary>
            <p>{spoken(lang, &plans::names(lang, &courses))}</p>
            {hard(lang, found)}
            {open(app, &found.facts)}
        </details>
    }
    .into_any()
}

/// What joint advice still hangs on, each question once with the programs that ask it.
fn open(app: AppState, facts: &[(String, Vec<Fact>)]) -> AnyView {
    let lang = app.lang.get_untracked();
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for (code, facts) in facts {
        let said = app.derived.with_program(code, |_, _, program| {
            let said = |fact| {
                let ask = i18n::audit::ask(lang, i18n::audit::who_to_ask(fact, program));
                format!("{} · {ask}", i18n::audit::fact(lang, fact, program))
            };
            (program.name.clone(), facts.iter().map(said).collect::<Vec<_>>())
        });
        let Some((name, said)) = said else { continue };
        for text in said {
            match texts.iter_mut().find(|(known, _)| *known == text) {
                Some((_, names)) => names.push(name.clone()),
                None => texts.push((text, vec![name.clone()])),
            }
        }
    }
    let one = |(text, names): (String, Vec<String>)| {
        view! { <li>{spoken(lang, &text)}" "<span class="note" lang="zh-Hant-TW">{names.join("、")}</span></li> }
            .into_any()
    };
    let all: Vec<AnyView> = texts.into_iter().map(one).collect();
    (!all.is_empty()).then(|| view! { <ul class="reasons">{all}</ul> }).into_any()
}

/// The cheaper way that answers of the department would open, and which answers.
fn if_confirmed(app: AppState, shared: &Together) -> AnyView {
    let lang = app.lang.get_untracked();
    let courses: Vec<Take> = shared.courses.iter().map(|one| Take::shared(lang, one)).collect();
    let about = i18n::plan::if_confirmed(lang, shared.courses.len(), shared.credits);
    view! {
        <details>
            <summary>{about}</summary>
            <p>{spoken(lang, &plans::names(lang, &courses))}</p>
            {open(app, &shared.facts)}
        </details>
    }
    .into_any()
}
