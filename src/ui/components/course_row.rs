//! A course that can be ticked, wherever it is listed.

use kuayu::audit::CourseRef;
use kuayu::credits::Credits;
use kuayu::i18n::{self, Lang, names, units};
use kuayu::saved::ticks;
use kuayu::transcript::Status;
use leptos::prelude::*;

use super::{course_name, status_select};
use crate::ui::live::live;
use crate::ui::state::App;

/// A course to show.
pub struct CourseLine {
    /// Which.
    pub course: CourseRef,
    /// Its credits, when known.
    pub credits: Option<Credits>,
    /// Marks beside the code and credits.
    pub marks: AnyView,
    /// What is said below, for example why it does not count.
    pub note: AnyView,
}

/// The row: tick, name, code, credits, marks, and how far it is once ticked.
pub fn course_row(app: App, line: CourseLine) -> AnyView {
    let lang = app.lang.get_untracked();
    let CourseLine { course, credits, marks, note } = line;
    let key = ticks::key(course.code.as_deref(), &course.name);
    let taken = Memo::new(move |_| app.derived.taken.with(|taken| taken.get(&key).copied()));
    let shown = course_name(lang, course.code.as_deref(), &course.name, String::new());
    let name = called(lang, &course);
    let about = about(lang, course.code.as_deref(), credits);
    let course = StoredValue::new(course);
    let tick = move |event: leptos::ev::Event| {
        let course = course.get_value();
        if event_target_checked(&event) {
            app.saved.edit(|document| document.set_status(&course, credits, Some(Status::Passed)));
        } else {
            let message = i18n::courses::removed(lang, &called(lang, &course));
            app.saved.edit_with_undo(message, |document| document.set_status(&course, credits, None));
        }
    };
    let label = i18n::courses::status_of(lang, &name);
    let choice = live(move || {
        taken.with(Option::is_some).then(|| {
            let choose = move |status| {
                app.saved.edit(|document| document.set_status(&course.get_value(), credits, Some(status)));
            };
            status_select(lang, label.clone(), move || taken.get().unwrap_or(Status::Passed), choose)
        })
    });
    let is_taken = Memo::new(move |_| taken.with(Option::is_some));
    view! {
        <li class="course" class:taken=is_taken>
            <label class="course-main">
                <input type="checkbox" prop:checked=is_taken on:change=tick/>
                <span class="course-text">
                    {shown}
                    <span class="course-about"><span class="num">{about}</span>{marks}</span>
                </span>
            </label>
            {choice}
            {note}
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
