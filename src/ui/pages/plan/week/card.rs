//! A semester: each course with its classes, how they go together, and what to choose.

use kuayu::classes::{Clash, Class, Classes, Fit};
use kuayu::i18n::week::{Of, clash, class, class_in_words, no_class, none_known, not_judged, source, taught_in};
use kuayu::i18n::{self, Lang};
use kuayu::planning::{self, BoardItem, Item, Week};
use kuayu::saved::{Document, Plan};
use kuayu::term::Term;
use leptos::prelude::*;

use super::super::ActivePlan;
use super::busy;
use crate::platform::dom;
use crate::ui::components::{Icon, class_line, hours, hours_of_several, icon, planned_name, record_name, spoken};
use crate::ui::live::live;
use crate::ui::state::{AppState, Shared, halves, plans};

/// The card of a semester.
pub fn card(app: AppState, plan: ActivePlan, term: Term) -> AnyView {
    let lang = app.lang.get_untracked();
    let title = app.saved.with_untracked(|document| i18n::plan::semester(lang, Some(term), &document.profile));
    let courses = live(move || match app.files.classes_of(term) {
        Some(None) => view! { <p class="note">{none_known(lang, term)}</p> }.into_any(),
        Some(Some(classes)) => courses(app, &plan.get(), term, &classes),
        None => view! { <div class="skeleton"></div> }.into_any(),
    });
    view! {
        <section class="card week" data-week=term.to_string()>
            <h3>{title}</h3>
            {courses}
            {busy::busy(app, term)}
        </section>
    }
    .into_any()
}

fn courses(app: AppState, plan: &Plan, term: Term, classes: &Shared<Classes>) -> AnyView {
    let lang = app.lang.get_untracked();
    let now = app.today.term();
    app.saved
        .with(|document| {
            let columns = planning::board(document, plan, now);
            let column = columns.iter().find(|column| column.term == Some(term))?;
            let week = planning::week(document, plan, column, term, classes);
            let rows: Vec<AnyView> =
                week.items.iter().filter_map(|item| row(app, document, plan, item, classes.term)).collect();
            let said = answer(app, document, plan, &week);
            let note = source(lang, term, classes.term, &classes.as_of);
            Some(
                view! { <p class="note">{spoken(lang, &note)}</p><ul class="week-courses">{rows}</ul>{said} }
                    .into_any(),
            )
        })
        .into_any()
}

/// What a course is called in a sentence.
fn named(app: AppState, document: &Document, plan: &Plan, place: BoardItem) -> String {
    match place {
        BoardItem::Record(at) => document.records.get(at).map(|record| halves::record_named(app, record)),
        BoardItem::Planned(at) => plan.courses.get(at).map(|course| halves::planned_named(app, document, course)),
    }
    .unwrap_or_default()
}

fn row(app: AppState, document: &Document, plan: &Plan, item: &Item, known: Term) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Week::of(lang);
    let (shown, code, planned) = match item.place {
        BoardItem::Record(at) => {
            let record = document.records.get(at)?;
            (record_name(app, record), record.code.clone(), None)
        }
        BoardItem::Planned(at) => {
            let course = plan.courses.get(at)?;
            (planned_name(app, document, course), course.code.clone(), Some((at, course)))
        }
    };
    let of = match (item.classes.as_slice(), planned) {
        ([], _) if code.is_none() => view! { <span class="tag tag-ask">{words.no_code}</span> }.into_any(),
        ([], _) => view! { <span class="tag tag-ask">{no_class(lang, known)}</span> }.into_any(),
        ([only], _) => one(lang, only),
        (several, Some((at, course))) => {
            let id = format!("class-{}-{}", course.identity().key(), course.stage);
            let name = halves::planned_named(app, document, course);
            choice(app, at, several, item.chosen, (id, name))
        }
        (several, None) => several.iter().map(|class| one(lang, class)).collect::<Vec<_>>().into_any(),
    };
    Some(view! { <li class="week-course">{shown}{of}</li> }.into_any())
}

/// A class: its hours, for whom, in which language.
fn one(lang: Lang, class: &Class) -> AnyView {
    let words = i18n::Week::of(lang);
    let when = match class.times.is_empty() {
        true => view! { <span class="tag tag-ask">{words.untimed}</span> }.into_any(),
        false => view! { <span class="num">{hours(lang, class.times)}</span> }.into_any(),
    };
    let groups = class.groups.join(lang.pick("、", ", "));
    let language =
        class.language.map(|language| view! { <span class="tag tag-accent">{taught_in(lang, language)}</span> });
    view! { <span class="course-about">{when}<span>{spoken(lang, &groups)}</span>{language}</span> }.into_any()
}

/// A course with several classes: which one, if the student knows already.
fn choice(
    app: AppState,
    at: usize,
    classes: &[&Class],
    chosen: Option<usize>,
    (id, name): (String, String),
) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Week::of(lang);
    let option = |(position, one): (usize, &&Class)| {
        // No part of an option can be for hearing only.
        let (value, text, said) = (one.id.clone(), class(lang, one), class_in_words(lang, one));
        view! { <option value=value aria-label=said selected=chosen == Some(position)>{text}</option> }.into_any()
    };
    let options: Vec<AnyView> = classes.iter().enumerate().map(option).collect();
    let english = chosen.and_then(|at| classes.get(at)).and_then(|class| class.language);
    let english = english.map(|language| view! { <span class="tag tag-accent">{taught_in(lang, language)}</span> });
    let when = chosen.is_none().then(|| {
        let all = hours_of_several(lang, classes);
        view! { <span class="course-about num">{all}</span> }
    });
    let focus = id.clone();
    let choose = move |event| {
        let class = Some(event_target_value(&event)).filter(|id| !id.is_empty());
        plans::edit(app, |plan| plan.choose(at, class));
        // The card was built anew; the keyboard stays at the course.
        dom::focus_soon(&focus);
    };
    let label = format!("{} {name}", words.class_of);
    view! {
        <span class="week-choice">
            <select id=id aria-label=label on:change=choose>
                <option value="" selected=chosen.is_none()>{words.any_class}</option>
                {options}
            </select>
            {english}{when}
        </span>
    }
    .into_any()
}

/// Whether the courses go together, and what to choose so that they do.
fn answer(app: AppState, document: &Document, plan: &Plan, week: &Week) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Week::of(lang);
    let name = |at: &usize| week.items.get(*at).map(|item| named(app, document, plan, item.place)).unwrap_or_default();
    let told = |one: &Clash, of: Of| {
        let names: Vec<String> = one.courses.iter().map(name).collect();
        let text = clash(lang, one, &names, of);
        view! { <p class="clash">{icon(Icon::Warning)}{spoken(lang, &text)}</p> }.into_any()
    };
    let mut parts: Vec<AnyView> = Vec::new();
    let of = if week.as_chosen.is_some() { Of::Chosen } else { Of::Every };
    match (week.as_chosen.as_ref().unwrap_or(&week.any), &week.any) {
        (Fit::Free(choice), _) => {
            let judged = choice.iter().flatten().count();
            if judged > 1 || judged == 1 && !week.busy.is_empty() {
                parts.push(view! { <p class="fits">{icon(Icon::Check)}{words.free}</p> }.into_any());
            }
            // Where a class of each is chosen, there is nothing to suggest.
            let open = week.items.iter().any(|item| item.chosen.is_none() && item.classes.len() > 1 && !item.unknown());
            if open && judged > 1 {
                let whole: Vec<Option<usize>> =
                    choice.iter().zip(&week.items).map(|(at, item)| at.map(|at| item.chosen.unwrap_or(at))).collect();
                parts.push(suggestion(app, document, plan, week, &whole, words.one_way));
            }
        }
        (Fit::Clash(one) | Fit::Open(one), Fit::Free(choice)) => {
            parts.push(told(one, of));
            parts.push(suggestion(app, document, plan, week, choice, words.others_do));
        }
        (_, Fit::Clash(one)) => parts.push(told(one, Of::Every)),
        (_, Fit::Open(one)) => parts.push(told(one, Of::Known)),
    }
    let unknown: Vec<String> =
        (0..week.items.len()).filter(|at| week.items.get(*at).is_some_and(Item::unknown)).map(|at| name(&at)).collect();
    if !unknown.is_empty() {
        parts.push(view! { <p class="note">{spoken(lang, &not_judged(lang, &unknown))}</p> }.into_any());
    }
    view! { <div class="week-answer" role="status">{parts}</div> }.into_any()
}

/// A choice of classes without a clash, and the button that takes it.
fn suggestion(
    app: AppState,
    document: &Document,
    plan: &Plan,
    week: &Week,
    choice: &[Option<usize>],
    lead: &'static str,
) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Week::of(lang);
    let (mut lines, mut take): (Vec<AnyView>, Vec<(usize, String)>) = (Vec::new(), Vec::new());
    for (item, at) in week.items.iter().zip(choice) {
        let Some(one) = at.and_then(|at| item.classes.get(at)).filter(|_| item.classes.len() > 1) else { continue };
        let name = named(app, document, plan, item.place);
        let name = format!("{name}{}", lang.pick("：", ": "));
        lines.push(view! { <li>{spoken(lang, &name)}{class_line(lang, one)}</li> }.into_any());
        if let BoardItem::Planned(at) = item.place {
            take.push((at, one.id.clone()));
        }
    }
    let button = (!take.is_empty()).then(|| {
        let act = move |_| {
            plans::edit_with_undo(app, words.taken.to_owned(), |plan| {
                take.iter().for_each(|(at, id)| plan.choose(*at, Some(id.clone())));
            });
        };
        view! { <button class="button small no-print" on:click=act>{icon(Icon::Check)}{words.take}</button> }
    });
    view! { <div class="panel"><p>{lead}</p><ul class="reasons">{lines}</ul><p class="note">{words.ask}</p>{button}</div> }
        .into_any()
}
