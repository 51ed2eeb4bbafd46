//! Whether an advised way fits into the next semester, and the cheapest one that does. Worked out when it is asked for.

use kuayu::audit::{Advice, AdvisedCourse, ProgramAudit};
use kuayu::catalog::Catalog;
use kuayu::catalog::document::Program;
use kuayu::classes::{Class, Classes, Fit};
use kuayu::credits::Credits;
use kuayu::i18n::ahead::{WayFound, found, none};
use kuayu::i18n::week::{Of, clash, no_class, none_known, not_judged, source};
use kuayu::i18n::{self, Lang, halves, units};
use kuayu::planning::{Ahead, BoardItem, Free, without_clash};
use kuayu::saved::Document;
use kuayu::term::Term;
use leptos::prelude::*;

use super::ProgramPage;
use crate::ui::components::{Icon, class_line, course_name, icon, spoken};
use crate::ui::live::live;
use crate::ui::state::AppState;
use crate::ui::state::halves as halves_of;
use crate::ui::state::plans::{self, Take};

/// Which of the two answers is meant.
pub type Question = fn(&ProgramAudit) -> Option<&Advice>;

/// The question, and once it is opened its answer.
pub fn ahead(here: ProgramPage, question: Question) -> AnyView {
    let app = here.app;
    let words = i18n::Ahead::of(app.lang.get_untracked());
    let open = RwSignal::new(false);
    let term = app.today.term().next();
    // Asking for files is talking to the outside world.
    Effect::new(move |_| {
        if open.get() {
            app.files.want_classes(term);
        }
    });
    let answer = live(move || {
        if !open.get() {
            return None;
        }
        let lang = app.lang.get_untracked();
        if app.files.classes_lost() {
            let words = i18n::Week::of(lang);
            let retry = move |_| app.files.classes_again();
            let again = view! { <button class="quiet accent" on:click=retry>{words.again}</button> };
            return Some(view! { <p class="note" role="status">{words.missing}" "{again}</p> }.into_any());
        }
        let Some(classes) = app.files.classes_of(term)? else {
            return Some(view! { <p class="note">{none_known(lang, term)}</p> }.into_any());
        };
        let catalog = app.derived.catalog.get()?;
        app.saved.with(|document| Some(answer(here, question, (document, &catalog, &classes), term)))
    });
    view! {
        <details class="ahead">
            <summary on:click=move |_| open.set(true)>{words.asks}</summary>
            <div class="ahead-answer">{answer}</div>
        </details>
    }
    .into_any()
}

fn answer(
    here: ProgramPage,
    question: Question,
    (document, catalog, classes): (&Document, &Catalog, &Classes),
    term: Term,
) -> AnyView {
    let app = here.app;
    let lang = app.lang.get_untracked();
    let words = i18n::Ahead::of(lang);
    let scene = Ahead::new(document, catalog, classes, app.today.term(), term);
    let note = spoken(lang, &source(lang, term, classes.term, &classes.as_of));
    let note = view! { <p class="note">{note}</p> };
    if !scene.stands() {
        return view! { {note}<p class="clash">{icon(Icon::Warning)}{words.standing}</p> }.into_any();
    }
    let (Some(prepared), Some(audits)) = (app.derived.prepared.get(), app.derived.audits.get()) else {
        return ().into_any();
    };
    let code = here.code.get_value();
    let least = here.audit.with(|audit| audit.as_ref().and_then(|audit| question(audit).cloned()));
    let Some(least) = least else { return ().into_any() };
    let mut ask = |without: &[String]| match without {
        [] => Some(least.clone()),
        _ => prepared.audit_program(&audits.records, &code, without).and_then(|audit| question(&audit).cloned()),
    };
    match without_clash(&mut ask, &|way| scene.clash(way)) {
        Free::Undecided => view! { {note}<p>{words.undecided}</p> }.into_any(),
        Free::None => {
            let told = way_card(app, document, &scene, &least.courses);
            view! { {note}<p>{spoken(lang, &none(lang, term))}</p>{told} }.into_any()
        }
        Free::Way { advice, courses, .. } => {
            let same = courses == least.courses;
            let more = Credits::from_tenths(advice.credits.tenths().saturating_sub(least.credits.tenths()));
            let here_now = scene.of(&courses);
            let open = matches!(scene.fit(&here_now), Fit::Open(_));
            let unknown = open || here_now.iter().any(|one| scene.unknown(one));
            let (count, credits) = (courses.len(), advice.credits);
            let title = found(lang, term, &WayFound { courses: count, credits, more, same, unknown });
            let told = way_card(app, document, &scene, &courses);
            let list = (!same).then(|| {
                let names: Vec<AnyView> = courses.iter().map(|one| named(app, one)).collect();
                let items = here.app.derived.with_program(&code, |_, _, program| facts(lang, &advice, program));
                let facts = (!advice.facts.is_empty()).then(|| {
                    let lead = i18n::Programs::of(lang).if_confirmed;
                    view! { <p class="note">{lead}</p><ul class="reasons">{items}</ul> }
                });
                let take: Vec<Take> = courses.iter().map(|one| Take::advised(lang, one)).collect();
                let act = move |_| plans::add(app, &take, Some(&here.code.get_value()));
                let plan = i18n::Programs::of(lang).plan_these;
                view! {
                    <ol class="way-courses">{names}</ol>
                    {facts}
                    <button class="button small no-print" on:click=act>{icon(Icon::Calendar)}{plan}</button>
                }
            });
            view! { {note}<p class="fits">{icon(Icon::Check)}{spoken(lang, &title)}</p>{list}{told} }.into_any()
        }
    }
}

/// What an advised way hangs on.
pub fn facts(lang: Lang, advice: &Advice, program: &Program) -> Vec<AnyView> {
    let one = |fact| view! { <li>{spoken(lang, &i18n::audit::fact(lang, fact, program))}</li> }.into_any();
    advice.facts.iter().map(one).collect()
}

fn named(app: AppState, one: &AdvisedCourse) -> AnyView {
    let lang = app.lang.get_untracked();
    let half = halves::advised(lang, &one.stages, one.unsaid);
    let about = units::credits(lang, one.credits);
    view! {
        <li>
            {course_name(lang, one.course.code.as_deref(), &one.course.name, half)}
            <span class="course-about num">{about}</span>
        </li>
    }
    .into_any()
}

/// The courses of a way that stand in the semester, with a class of each; what clashes; what is not judged.
fn way_card(app: AppState, document: &Document, scene: &Ahead, way: &[AdvisedCourse]) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Ahead::of(lang);
    let courses = scene.of(way);
    if courses.is_empty() {
        return view! { <p class="note">{words.not_in_term}</p> }.into_any();
    }
    let standing = scene.week.items.len();
    let name = |at: &usize| match at.checked_sub(standing) {
        Some(at) => courses.get(at).map(|one| halves::name(lang, one)).unwrap_or_default(),
        None => scene.week.items.get(*at).map(|item| stands_as(app, document, item.place)).unwrap_or_default(),
    };
    let names = |of: &[usize]| of.iter().map(name).collect::<Vec<_>>();
    let fit = scene.fit(&courses);
    let (free, clashing) = match &fit {
        Fit::Free(choice) => (choice.get(standing..).unwrap_or_default(), None),
        Fit::Clash(one) => (&[][..], Some(clash(lang, one, &names(&one.courses), Of::Every))),
        Fit::Open(one) => (&[][..], Some(clash(lang, one, &names(&one.courses), Of::Known))),
    };
    let line = |(at, one): (usize, &&AdvisedCourse)| {
        let all = scene.classes(one);
        let chosen = free.get(at).copied().flatten();
        let when = match (chosen.and_then(|at| all.get(at)), all) {
            (Some(one), _) => class_line(lang, one),
            (None, []) => no_class(lang, scene.known()).into_any(),
            (None, several) => {
                let between = |at| (at > 0).then(|| lang.pick("；", "; "));
                let line = |(at, one): (usize, &Class)| view! { {between(at)}{class_line(lang, one)} }.into_any();
                several.iter().enumerate().map(line).collect::<Vec<_>>().into_any()
            }
        };
        let name = format!("{}{}", halves::name(lang, one), lang.pick("：", ": "));
        view! { <li>{spoken(lang, &name)}{when}</li> }.into_any()
    };
    let lines: Vec<AnyView> = courses.iter().enumerate().map(line).collect();
    let unknown: Vec<String> = (0..courses.len())
        .filter(|at| courses.get(*at).is_some_and(|one| scene.unknown(one)))
        .map(|at| name(&(standing + at)))
        .collect();
    let unknown =
        (!unknown.is_empty()).then(|| view! { <p class="note">{spoken(lang, &not_judged(lang, &unknown))}</p> });
    let clashing = clashing.map(|text| view! { <p class="clash">{icon(Icon::Warning)}{spoken(lang, &text)}</p> });
    let ask = i18n::Week::of(lang).ask;
    view! { <ul class="reasons">{lines}</ul>{clashing}{unknown}<p class="note">{ask}</p> }.into_any()
}

/// What a course that stands in the semester is called.
fn stands_as(app: AppState, document: &Document, place: BoardItem) -> String {
    match place {
        BoardItem::Record(at) => document.records.get(at).map(|record| halves_of::record_named(app, record)),
        BoardItem::Planned(at) => {
            let course = document.active_plan().and_then(|plan| plan.courses.get(at));
            course.map(|course| halves_of::planned_named(app, document, course))
        }
    }
    .unwrap_or_default()
}
