//! What holds where a row contradicts the course data: whose credits, and code or name.

use kuayu::credits::Credits;
use kuayu::i18n;
use kuayu::import::{IssueKind, Row};
use leptos::prelude::*;

use crate::ui::state::{AppState, Source};

/// The choices of a row; nothing where it contradicts nothing.
pub fn which(app: AppState, source: &Source, at: usize, row: &Row) -> Vec<AnyView> {
    let here = source.import.issues.iter().filter(|issue| issue.line == Some(row.line));
    here.filter_map(|issue| match issue.kind {
        IssueKind::CreditsDiffer => issue.totals.map(|(known, read)| credits(app, source.id, at, known, read)),
        IssueKind::CodeOfAnother => Some(course(app, source.id, at)),
        _ => None,
    })
    .collect()
}

fn credits(app: AppState, id: u32, at: usize, known: Credits, read: Credits) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let now = Memo::new(move |_| app.importing.choice(id, at).credits.is_some());
    let choose = move |event| {
        let credits = (event_target_value(&event) == "known").then_some(known);
        app.importing.choose(id, at, |choice| choice.credits = credits);
    };
    view! {
        <label class="field">
            <span>{words.which_credits}</span>
            <select prop:value=move || if now.get() { "known" } else { "read" } on:change=choose>
                <option value="read">{i18n::importing::credits_of(lang, read, true)}</option>
                <option value="known">{i18n::importing::credits_of(lang, known, false)}</option>
            </select>
        </label>
    }
    .into_any()
}

fn course(app: AppState, id: u32, at: usize) -> AnyView {
    let words = i18n::Importing::of(app.lang.get_untracked());
    let now = Memo::new(move |_| app.importing.choice(id, at).by_name);
    let choose = move |event| {
        let by_name = event_target_value(&event) == "name";
        app.importing.choose(id, at, |choice| choice.by_name = by_name);
    };
    view! {
        <label class="field">
            <span>{words.which_course}</span>
            <select prop:value=move || if now.get() { "name" } else { "code" } on:change=choose>
                <option value="code">{words.by_code}</option>
                <option value="name">{words.by_name}</option>
            </select>
        </label>
    }
    .into_any()
}
