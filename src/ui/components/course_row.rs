//! A course that can be ticked, wherever it is listed.

use kuayu::audit::CourseRef;
use kuayu::credits::Credits;
use kuayu::i18n::{self, Lang, names, units};
use kuayu::saved::ticks::{self, Tick};
use kuayu::transcript::{Completion, Stage};
use leptos::prelude::*;

use super::{course_name, status_select};
use crate::ui::live::live;
use crate::ui::state::{AppState, halves};

/// A course to show.
pub struct CourseLine {
    /// Which.
    pub course: CourseRef,
    /// Which half of a year course; [`Stage::Only`] for a course of one part.
    pub stage: Stage,
    /// Its credits, when known.
    pub credits: Option<Credits>,
    /// Marks beside the code and credits.
    pub marks: AnyView,
    /// A button at its end.
    pub act: AnyView,
    /// What is said below, for example why it does not count.
    pub note: AnyView,
}

/// The row: tick, name, code, credits, marks, and how far it is once ticked.
pub fn course_row(app: AppState, line: CourseLine) -> AnyView {
    let lang = app.lang.get_untracked();
    let CourseLine { course, stage, credits, marks, act, note } = line;
    let ticked = StoredValue::new(course.clone());
    let taken = Memo::new(move |_| {
        let stages = app.derived.taken.with(|taken| ticked.with_value(|course| taken.of(course)));
        // Neither half is ticked by a record that does not say which one it is: that is asked.
        ticks::status_of(&stages, stage).map(Ok).or_else(|| ticks::unsaid(&stages, stage).then_some(Err(())))
    });
    let half = halves::half(app, course.code.as_deref(), &course.name, stage);
    let name = format!("{}{half}", called(lang, &course));
    let shown = course_name(lang, course.code.as_deref(), &course.name, half);
    let about = about(lang, course.code.as_deref(), credits);
    let to_tick = StoredValue::new(Tick { course, stage, credits });
    let removal = i18n::courses::removed(lang, &name);
    let tick = move |event: leptos::ev::Event| {
        let tick = to_tick.get_value();
        if event_target_checked(&event) {
            app.saved.tick(&tick);
        } else {
            app.saved.untick(removal.clone(), &tick);
        }
    };
    let is_taken = Memo::new(move |_| matches!(taken.get(), Some(Ok(_))));
    let label = i18n::courses::status_of(lang, &name);
    let choice = live(move || {
        is_taken.get().then(|| {
            let choose = move |status| {
                app.saved.edit(|document| to_tick.with_value(|tick| document.set_status(tick, status)));
            };
            status_select(
                lang,
                label.clone(),
                move || taken.get().and_then(Result::ok).unwrap_or(Completion::Passed),
                choose,
            )
        })
    });
    let unsaid = Memo::new(move |_| taken.get() == Some(Err(())));
    let ask =
        live(move || unsaid.get().then(|| view! { <p class="course-note">{i18n::halves::Halves::of(lang).say}</p> }));
    view! {
        <li class="course" class:taken=is_taken>
            <label class="course-main">
                <input type="checkbox" prop:checked=is_taken prop:disabled=move || app.saved.is_read_only()
                    on:change=tick/>
                <span class="course-text">
                    {shown}
                    <span class="course-about"><span class="num">{about}</span>{marks}</span>
                </span>
            </label>
            {choice}{act}
            {ask}{note}
        </li>
    }
    .into_any()
}

/// A course in words that go where no part can say its language: labels, short messages.
pub fn called(lang: Lang, course: &CourseRef) -> String {
    names::course(lang, course.code.as_deref(), &course.name)
}

/// `3401007 · 2 學分`
pub fn about(lang: Lang, code: Option<&str>, credits: Option<Credits>) -> String {
    let credits = credits.map(|credits| units::credits(lang, credits));
    [code.map(str::to_owned), credits].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
