//! A choice of how far a course is.

use kuayu::i18n::{self, Lang};
use kuayu::transcript::Status;
use leptos::prelude::*;

const ALL: [Status; 4] = [Status::Passed, Status::InProgress, Status::Planned, Status::NotPassed];

/// The value of an option.
fn key(status: Status) -> &'static str {
    match status {
        Status::Passed => "passed",
        Status::InProgress => "in_progress",
        Status::Planned => "planned",
        Status::NotPassed => "not_passed",
    }
}

/// The choice; `label` names the course for screen readers.
pub fn status_select(
    lang: Lang,
    label: String,
    status: impl Fn() -> Status + Send + 'static,
    choose: impl Fn(Status) + 'static,
) -> AnyView {
    let options: Vec<AnyView> = ALL
        .iter()
        .map(|one| view! { <option value=key(*one)>{i18n::badge::how(lang, *one)}</option> }.into_any())
        .collect();
    let value = move || key(status());
    let act = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        if let Some(one) = ALL.iter().find(|one| key(**one) == value) {
            choose(*one);
        }
    };
    view! { <select class="status-select" aria-label=label prop:value=value on:change=act>{options}</select> }
        .into_any()
}
