//! Adding a course by name or code: courses of the programs first, then all of the university's.

use kuayu::audit::{CourseRef, course_ref};
use kuayu::credits::Credits;
use kuayu::i18n::{self, names};
use kuayu::search::Needle;
use leptos::prelude::*;

use crate::ui::components::{Icon, about, called, course_name, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;
use crate::ui::state::plans::{self, Take};

/// How many are shown.
const SHOWN: usize = 12;

/// The box and what it found.
pub fn add(app: AppState) -> AnyView {
    let words = i18n::Plan::of(app.lang.get_untracked());
    let text = RwSignal::new(String::new());
    let write = move |event| {
        text.set(event_target_value(&event));
        app.files.load_courses();
    };
    let found = Memo::new(move |_| text.with(|text| find(app, text)));
    let rows = live(move || {
        let rows: Vec<AnyView> = found.get().into_iter().map(|one| row(app, one)).collect();
        (!rows.is_empty()).then(|| view! { <ul class="course-list">{rows}</ul> })
    });
    let nothing = live(move || {
        let none = found.with(Vec::is_empty) && !text.with(|text| text.trim().is_empty());
        none.then(|| view! { <p class="note" role="status">{words.nothing}</p> })
    });
    view! {
        <section class="card find no-print">
            <h2>{words.add}</h2>
            <div class="search">
                {icon(Icon::Search)}
                <input class="input" id="plan-search" type="search" aria-label=words.search placeholder=words.search
                    prop:value=text on:input=write/>
            </div>
            {rows}
            {nothing}
        </section>
    }
    .into_any()
}

type FoundCourse = (CourseRef, Option<Credits>);

fn row(app: AppState, (course, credits): FoundCourse) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let about = about(lang, course.code.as_deref(), credits);
    let shown = course_name(lang, course.code.as_deref(), &course.name, String::new());
    let label = format!("{} {}", words.add_one, called(lang, &course));
    let act = move |_| plans::add(app, &[Take::of(lang, &course, credits)], None);
    view! {
        <li class="course">
            <span class="course-main"><span class="course-text">
                {shown}
                <span class="course-about num">{about}</span>
            </span></span>
            <button class="button small" aria-label=label on:click=act>{icon(Icon::Plus)}{words.add_one}</button>
        </li>
    }
    .into_any()
}

fn find(app: AppState, text: &str) -> Vec<FoundCourse> {
    let needle = Needle::new(text);
    let Some(catalog) = app.derived.catalog.get().filter(|_| !needle.is_empty()) else { return Vec::new() };
    let listed = needle.courses(&catalog, &names::title).into_iter().take(SHOWN);
    let mut found: Vec<FoundCourse> = listed.map(|course| (course_ref(course), course.credits)).collect();
    app.files.courses.with(|load| {
        let Some(list) = load.ready() else { return };
        for known in list.search(text, SHOWN, &names::title) {
            if found.len() < SHOWN && !found.iter().any(|(one, _)| one.code.as_deref() == Some(&known.code)) {
                let course = CourseRef { code: Some(known.code.clone()), name: known.name.clone() };
                found.push((course, Some(known.credits)));
            }
        }
    });
    found
}
