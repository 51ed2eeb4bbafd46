//! The shortest way to finish, with what would do as well.

use kuayu::audit::{Advice, AdvisedCourse, Answer, CourseRef, Hindrance, Instead, Verdict};
use kuayu::i18n::{self, halves, units};
use leptos::prelude::*;
use std::sync::Arc;

use super::ProgramPage;
use super::ahead::{Question, ahead, facts};
use crate::ui::components::{Icon, course_name, icon, spoken};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::plans::{self, Take};

/// The ways: for the certificate, and for the requirement where that takes more.
pub fn ways(here: ProgramPage) -> AnyView {
    let words = i18n::Programs::of(here.app.lang.get_untracked());
    let found = live(move || {
        here.audit.with(|audit| {
            let audit = audit.as_ref()?;
            let certificate = audit.certificate.advice.as_ref();
            let requirement = audit.cross_domain.advice.as_ref().filter(|advice| Some(*advice) != certificate);
            let of = |title, verdict: &Verdict, advice: Option<&Advice>, question| {
                Some(way(here, title, &verdict.answer, advice?, question))
            };
            let parts = [
                of(words.ways_certificate, &audit.certificate, certificate, |audit| audit.certificate.advice.as_ref()),
                of(words.ways_requirement, &audit.cross_domain, requirement, |audit| {
                    audit.cross_domain.advice.as_ref()
                }),
            ];
            let parts: Vec<AnyView> = parts.into_iter().flatten().collect();
            let any = !parts.is_empty();
            any.then(|| view! { <section class="card ways"><h2>{words.ways}</h2>{parts}</section> }.into_any())
        })
    });
    view! { {found} }.into_any()
}

/// The way to tell first, and where it goes round something, the one of the least credits one tap away.
fn way(here: ProgramPage, title: &'static str, status: &Answer, advice: &Advice, question: Question) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let least = advice.easier.is_some().then(|| least(here, advice));
    let left = match (advice.first().courses.as_slice(), status) {
        // One region rather than one point: whichever of them is taken, it is done.
        ([only], Answer::NotYet { .. }) if !only.instead.is_empty() && advice.first().facts.is_empty() => {
            i18n::badge::any_of(lang, 1 + only.instead.len(), advice.first())
        }
        _ => i18n::badge::left_of(lang, status, advice.first()),
    };
    let title = format!("{title}{}{left}", lang.pick("：", ": "));
    let fits = (!advice.courses.is_empty()).then(|| ahead(here, question));
    view! { {one_way(here, title, advice.first(), least)}{fits} }.into_any()
}

/// The least credits, and why they are not told first.
fn least(here: ProgramPage, advice: &Advice) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let courses: Vec<AnyView> = advice.courses.iter().map(|one| course(here, one, &advice.hindered)).collect();
    view! {
        <details>
            <summary>{i18n::hindrance::least(lang, advice.courses.len(), advice.credits)}</summary>
            <ol class="way-courses">{courses}</ol>
        </details>
    }
    .into_any()
}

fn one_way(here: ProgramPage, title: String, advice: &Advice, least: Option<AnyView>) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let courses: Vec<AnyView> = advice.courses.iter().map(|one| course(here, one, &advice.hindered)).collect();
    let facts = (!advice.facts.is_empty()).then(|| {
        let items = here.app.derived.with_program(&here.code.get_value(), |_, _, program| facts(lang, advice, program));
        view! { <p class="note">{words.if_confirmed}</p><ul class="reasons">{items}</ul> }
    });
    let others = (!advice.alternatives.is_empty()).then(|| {
        let items: Vec<AnyView> = advice
            .alternatives
            .iter()
            .map(|set| {
                let names = units::list(lang, set.iter().map(|one| halves::name(lang, one)));
                view! { <li>{spoken(lang, &names)}</li> }.into_any()
            })
            .collect();
        view! { <details><summary>{words.alternatives}</summary><ul class="reasons">{items}</ul></details> }
    });
    let take: Vec<Take> = advice.courses.iter().map(|one| Take::advised(lang, one)).collect();
    let plan = (!take.is_empty()).then(|| {
        // As on the plan page: the courses go where they fit, and the plan aims at this program.
        let act = move |_| plans::add(here.app, &take, Some(&here.code.get_value()));
        view! { <button class="button small no-print" on:click=act>{icon(Icon::Calendar)}{words.plan_these}</button> }
    });
    view! {
        <div class="way">
            <h3>{title}</h3>
            <ol class="way-courses">{courses}</ol>
            {facts}
            <div class="buttons">{plan}</div>
            {others}{least}
        </div>
    }
    .into_any()
}

fn course(here: ProgramPage, one: &AdvisedCourse, hindered: &[(Arc<CourseRef>, Hindrance)]) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let when = here.app.derived.catalog.with_untracked(|catalog| {
        let catalog = catalog.as_deref()?;
        let course = catalog.course(catalog.by_code(one.course.code.as_deref()?)?)?;
        (!one.online).then(|| catalog.chances(course).map(|chances| i18n::likelihood::reason(lang, &chances)))?
    });
    let when = when.map(|text| view! { <span class="course-about">{spoken(lang, &text)}</span> });
    let category = one.category.as_deref().map(|name| units::category(lang, name).to_owned());
    let parts = [category, one.course.code.clone(), Some(units::credits(lang, one.credits))];
    let about = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let why = hindered.iter().find(|(course, _)| *course == one.course).map(|(_, why)| why);
    let mark = match (one.online, why) {
        (_, Some(why)) => {
            let why = i18n::hindrance::why(lang, why);
            Some(view! { <span class="tag tag-ask">{spoken(lang, &why)}</span> }.into_any())
        }
        (true, None) => Some(view! { <span class="tag">{words.online}</span> }.into_any()),
        (false, None) => None,
    };
    let instead = (!one.instead.is_empty()).then(|| {
        let named = |one: &Instead| halves::named(lang, &one.course, &one.stages, false);
        let names = units::list(lang, one.instead.iter().map(named));
        view! { <details class="instead"><summary>{words.instead}</summary><p>{spoken(lang, &names)}</p></details> }
    });
    // Nobody takes a half again that they have: which one that is has to be said.
    let say_first = one.unsaid.then(|| {
        let say = halves::Halves::of(lang).say_first;
        view! { <a class="quiet accent" href=Route::Courses.hash()>{say}</a> }
    });
    let half = halves::advised(lang, &one.stages, one.unsaid);
    view! {
        <li>
            {course_name(lang, one.course.code.as_deref(), &one.course.name, half)}
            <span class="course-about"><span class="num">{about}</span>{mark}</span>
            {when}{say_first}{instead}
        </li>
    }
    .into_any()
}
