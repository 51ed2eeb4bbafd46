//! Finding a course by name or code: courses of the programs first, then all of the university's.

use kuayu::audit::{CourseRef, course_ref};
use kuayu::catalog::Catalog;
use kuayu::credits::Credits;
use kuayu::i18n::{self, Lang, names, units};
use kuayu::search::Needle;
use leptos::prelude::*;

use super::add;
use crate::ui::components::{CourseLine, Icon, course_row, icon, spoken};
use crate::ui::live::live;
use crate::ui::state::{AppState, Load, halves};

/// How many are shown of each kind.
const SHOWN: usize = 15;

/// The box and what it found.
pub fn find(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Courses::of(lang);
    let text = RwSignal::new(String::new());
    let write = move |event| {
        text.set(event_target_value(&event));
        // The long list is worth its 80 kB only to somebody who searches.
        app.files.load_courses();
    };
    let listed = Memo::new(move |_| text.with(|text| in_catalog(app, text)));
    let others = Memo::new(move |_| text.with(|text| elsewhere(app, text)));
    let searching = Memo::new(move |_| text.with(|text| !Needle::new(text).is_empty()));
    let results = live(move || {
        searching.get().then(|| {
            view! {
                <div class="results">
                    {live(move || section(app, words.in_programs, listed.get()))}
                    {live(move || section(app, words.elsewhere, others.get()))}
                    {live(move || state(app, listed.with(Vec::is_empty) && others.with(Vec::is_empty)))}
                </div>
            }
            .into_any()
        })
    });
    view! {
        <section class="card find">
            <div class="search">
                {icon(Icon::Search)}
                <input class="input" type="search" enterkeyhint="search" aria-label=words.search
                    placeholder=words.search prop:value=text on:input=write/>
            </div>
            <p class="note">{spoken(lang, words.search_hint)}</p>
            {results}
            {add::add(app)}
        </section>
    }
    .into_any()
}

/// A course found.
type FoundCourse = (CourseRef, Option<Credits>, String);

fn section(app: AppState, title: &'static str, found: Vec<FoundCourse>) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let rows: Vec<AnyView> = found
        .into_iter()
        .flat_map(|(course, credits, about)| {
            let parts = halves::parts(app, course.code.as_deref(), &course.name);
            let row = move |stage| {
                let (course, marks) = (course.clone(), view! { <span>{spoken(lang, &about)}</span> }.into_any());
                course_row(app, CourseLine { course, stage, credits, marks, act: ().into_any(), note: ().into_any() })
            };
            kuayu::catalog::stages(parts).map(row)
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <h3>{title}</h3><ul class="course-list">{rows}</ul> }.into_any())
}

fn state(app: AppState, nothing: bool) -> Option<AnyView> {
    let words = i18n::Courses::of(app.lang.get_untracked());
    let text = app.files.courses.with(|load| match load {
        Load::Waiting => Some(words.searching),
        Load::Failed | Load::Broken(_) => Some(words.search_failed),
        Load::Idle | Load::Ready(_) => nothing.then_some(words.nothing),
    })?;
    Some(view! { <p class="note" role="status">{text}</p> }.into_any())
}

fn in_catalog(app: AppState, text: &str) -> Vec<FoundCourse> {
    let Some(catalog) = app.derived.catalog.get() else { return Vec::new() };
    let lang = app.lang.get_untracked();
    let found = Needle::new(text).courses(&catalog, &names::title).into_iter().take(SHOWN);
    found
        .map(|course| {
            let about = about(lang, app, &catalog, &course_ref(course), course.unit.as_deref());
            (course_ref(course), course.credits, about)
        })
        .collect()
}

/// The unit and how many programs list the course.
fn about(lang: Lang, app: AppState, catalog: &Catalog, course: &CourseRef, unit: Option<&str>) -> String {
    let id = app.derived.edition_id.get();
    let edition = crate::ui::state::edition(catalog, id.as_deref());
    let programs = edition.map(|edition| edition.programs.as_slice()).unwrap_or_default();
    let listing = |program: &&kuayu::catalog::document::Program| {
        program.listings().any(|(_, one)| one.code == course.code && one.name == course.name)
    };
    let n = programs.iter().filter(listing).count();
    let unit = unit.map(|unit| names::unit_listed(lang, unit)).unwrap_or_default();
    if n == 0 { unit } else { format!("{unit} · {}", units::programs(lang, n)) }
}

fn elsewhere(app: AppState, text: &str) -> Vec<FoundCourse> {
    let lang = app.lang.get_untracked();
    let catalog = app.derived.catalog.get();
    app.files.courses.with(|load| {
        let Some(list) = load.ready() else { return Vec::new() };
        let unlisted = |code: &str| catalog.as_ref().is_none_or(|catalog| catalog.by_code(code).is_none());
        let found =
            list.search(text, 3 * SHOWN, &names::title).into_iter().filter(|course| unlisted(&course.code)).take(SHOWN);
        found
            .map(|course| {
                let named = CourseRef { code: Some(course.code.clone()), name: course.name.clone() };
                let unit = list.unit(course).map(|unit| names::unit_listed(lang, unit));
                (named, Some(course.credits), unit.unwrap_or_default())
            })
            .collect()
    })
}
