//! One program: both answers with their reasons, the shortest way, the courses, what to confirm, where it all comes from.

mod about;
mod ahead;
mod answers;
mod confirm;
mod editions;
mod list;
mod said;
mod steps;
mod ways;

pub use about::links;

use std::collections::HashMap;
use std::sync::Arc;

use kuayu::audit::{CourseRef, ProgramAudit, Standing, Student, course_ref};
use kuayu::i18n::{self, names, units};
use kuayu::names::normalise;
use leptos::prelude::*;

use crate::platform;
use crate::ui::components::{
    Icon, edition_tag, elsewhere, icon, name_elsewhere, page_title, page_title_chinese, spoken, waiting,
};
use crate::ui::route::Route;
use crate::ui::state::{AppState, Shared};

/// What every part of the page needs.
#[derive(Clone, Copy)]
pub struct ProgramPage {
    app: AppState,
    code: StoredValue<String>,
    /// The verdict; `None` while a file it needs is on its way.
    audit: Memo<Option<Arc<ProgramAudit>>>,
    /// Whether each listed course is cross-domain for the student, taken or not.
    standings: Memo<Shared<HashMap<CourseRef, Standing>>>,
}

/// The page.
#[component]
pub fn Program(code: String) -> impl IntoView {
    let app = AppState::get();
    waiting(app, move || page(here(app, code.clone())))
}

fn here(app: AppState, code: String) -> ProgramPage {
    let wanted = code.clone();
    let audit = Memo::new(move |_| app.derived.audits.get().and_then(|audits| audits.program(&wanted).cloned()));
    let code = StoredValue::new(code);
    let standings = Memo::new(move |_| {
        let curriculum = app.derived.curriculum.get();
        let found = app.derived.with_program(&code.get_value(), |catalog, _, program| {
            app.profile.with(|profile| {
                let student = Student::new(catalog, profile, curriculum.as_deref());
                let courses = program.listings().filter_map(|(_, one)| catalog.course(catalog.listed(one)?));
                let standing = courses.map(|course| {
                    let name = normalise(&course.name);
                    (course_ref(course), student.standing(course, &name))
                });
                standing.collect()
            })
        });
        Shared::new(found.unwrap_or_default())
    });
    ProgramPage { app, code, audit, standings }
}

fn page(here: ProgramPage) -> AnyView {
    let known = here.app.derived.with_program(&here.code.get_value(), |_, _, _| ()).is_some();
    if !known {
        let lang = here.app.lang.get_untracked();
        let words = i18n::Programs::of(lang);
        let all = Route::Programs(Default::default()).hash();
        let other = elsewhere(here.app, &here.code.get_value());
        let title = name_elsewhere(here.app, &here.code.get_value()).unwrap_or_else(|| words.unknown.to_owned());
        return view! {
            <section class="empty">{page_title(lang, &title)}{other}<a class="button primary" href=all>{words.title}</a></section>
        }
        .into_any();
    }
    view! {
        {head(here)}
        <div class="two-panes">
            <div class="pane">{steps::steps(here)}{answers::answers(here)}{ways::ways(here)}{confirm::confirm(here)}</div>
            <div class="pane">{list::list(here)}{about::about(here)}{editions::editions(here)}</div>
        </div>
    }
    .into_any()
}

fn head(here: ProgramPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Programs::of(lang);
    let content = here.app.derived.with_program(&here.code.get_value(), |_, _, program| {
        let credits = units::credits(lang, program.min_credits);
        let about = format!("{} · {}", units::college(lang, &program.college), names::unit(lang, &program.department));
        let title = program.name.clone();
        let mut tags = vec![format!("{} {credits}", words.required_credits), program.code.clone()];
        if program.taught_in_english {
            tags.push(words.english.to_owned());
        }
        if program.own_department_only {
            tags.push(words.own_department_only.to_owned());
        }
        (title, about, tags)
    });
    let (title, about, tags) = content.unwrap_or_default();
    let tags: Vec<AnyView> = tags.into_iter().map(|tag| view! { <span class="tag">{tag}</span> }.into_any()).collect();
    let sheet = Route::Sheet(here.code.get_value()).hash();
    let print = move |_| platform::dom::print();
    view! {
        <header class="program-head">
            <a class="back" href=Route::Programs(Default::default()).hash()>{icon(Icon::Back)}{words.back}</a>
            {page_title_chinese(lang, &title)}
            <p class="note">{spoken(lang, &about)}</p>
            <p class="tags">{tags}{edition_tag(here.app)}</p>
            <div class="buttons no-print">
                <a class="button small" href=sheet>{icon(Icon::File)}{words.sheet}</a>
                <button class="button small" on:click=print>{icon(Icon::Print)}{words.print}</button>
            </div>
        </header>
    }
    .into_any()
}
