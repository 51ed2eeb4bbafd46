//! Ticking from the student's own curriculum, year by year.

use kuayu::audit::CourseRef;
use kuayu::catalog::curriculum::CurriculumRow;
use kuayu::i18n;
use leptos::prelude::*;

use crate::ui::components::{CourseLine, ProfileForm, course_row};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The curriculum, folded away; or what is needed to have one.
pub fn curriculum(app: AppState) -> AnyView {
    let words = i18n::Courses::of(app.lang.get_untracked());
    let known = Memo::new(move |_| app.profile.with(|profile| profile.group.is_some() && profile.entry.is_some()));
    let body = move || {
        if !known.get() {
            return view! { <p class="note">{words.curriculum_need}</p><ProfileForm/> }.into_any();
        }
        match app.derived.curriculum.get() {
            Some(curriculum) => years(app, curriculum.rows()),
            None => view! { <p class="note">{words.curriculum_none}</p> }.into_any(),
        }
    };
    // A hundred rows are built only when somebody opens them.
    let open = RwSignal::new(false);
    let toggle = move |_| open.set(true);
    let body = live(move || open.get().then(body));
    view! {
        <details class="card curriculum" on:toggle=toggle>
            <summary>{words.from_curriculum}</summary>
            {body}
        </details>
    }
    .into_any()
}

fn years(app: AppState, rows: &[CurriculumRow]) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Courses::of(lang);
    let title = |year| match year {
        1 => words.year_1,
        2 => words.year_2,
        3 => words.year_3,
        4 => words.year_4,
        _ => words.year_other,
    };
    let mut sections: Vec<AnyView> = Vec::new();
    for year in 1..=5u8 {
        let of_year = rows.iter().filter(|row| row.year == year);
        let lines: Vec<AnyView> = of_year.map(|row| line(app, row)).collect();
        if !lines.is_empty() {
            let title = title(year);
            sections.push(view! { <h3>{title}</h3><ul class="course-list">{lines}</ul> }.into_any());
        }
    }
    view! { {sections} }.into_any()
}

fn line(app: AppState, row: &CurriculumRow) -> AnyView {
    let lang = app.lang.get_untracked();
    let course = CourseRef { code: row.code.clone(), name: row.name.clone() };
    let marks = view! { <span class="tag">{i18n::badge::symbol(lang, row.symbol)}</span> }.into_any();
    course_row(
        app,
        CourseLine {
            course,
            stage: row.stage_ticked(),
            credits: Some(row.credits),
            marks,
            act: ().into_any(),
            note: ().into_any(),
        },
    )
}
