//! A choice of how far a course is, and one of which half of a year course.

use kuayu::i18n::{self, Lang};
use kuayu::transcript::{Completion, Stage};
use leptos::prelude::*;

use crate::ui::state::FirstState;

const ALL: [Completion; 4] = [Completion::Passed, Completion::InProgress, Completion::Planned, Completion::NotPassed];

/// The value of an option.
fn key(status: Completion) -> &'static str {
    match status {
        Completion::Passed => "passed",
        Completion::InProgress => "in_progress",
        Completion::Planned => "planned",
        Completion::NotPassed => "not_passed",
    }
}

/// Somebody else's courses are looked at, not changed.
fn read_only() -> impl Fn() -> bool + Send + 'static {
    let saved = FirstState::get().saved;
    move || saved.is_read_only()
}

/// The choice; `label` names the course for screen readers.
pub fn status_select(
    lang: Lang,
    label: String,
    status: impl Fn() -> Completion + Send + 'static,
    choose: impl Fn(Completion) + 'static,
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
    view! {
        <select class="status-select" aria-label=label prop:value=value prop:disabled=read_only()
            on:change=act>{options}</select>
    }
    .into_any()
}

/// The choice of which half a record is, for a course of `parts` parts; `label` names the course for screen readers.
/// Nothing for a course of one part.
pub fn half_select(
    lang: Lang,
    label: String,
    parts: u8,
    stage: impl Fn() -> Stage + Send + 'static,
    choose: impl Fn(Stage) + 'static,
) -> Option<AnyView> {
    if parts < 2 {
        return None;
    }
    let all = [Stage::Only].into_iter().chain(kuayu::catalog::stages(parts)).chain([Stage::Whole]);
    let option = |one: Stage| view! { <option value=one.to_string()>{i18n::halves::choice(lang, one, parts)}</option> };
    let options: Vec<AnyView> = all.map(|one| option(one).into_any()).collect();
    let value = move || stage().to_string();
    let act = move |event: leptos::ev::Event| {
        if let Some(one) = Stage::parse(&event_target_value(&event)) {
            choose(one);
        }
    };
    let select = view! {
        <select class="status-select half-select" aria-label=label prop:value=value prop:disabled=read_only()
            on:change=act>{options}</select>
    };
    Some(select.into_any())
}
