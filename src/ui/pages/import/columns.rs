//! What each column of a table was taken for, with a choice: what is chosen is read again.

use kuayu::i18n;
use kuayu::import::{Chosen, Column, ColumnRead, IssueKind};
use leptos::prelude::*;

use crate::ui::state::AppState;

/// The columns of a source; nothing for a page whose columns are known. Open where there is a doubt.
pub fn columns(app: AppState, id: u32) -> Option<AnyView> {
    use IssueKind::{ColumnsDoubtful, GradeColumnUnknown, NoGradeColumn, UnknownHeading};
    let words = i18n::Importing::of(app.lang.get_untracked());
    let (columns, chosen, doubtful) = app.importing.look(id, |source| {
        let doubts = [ColumnsDoubtful, GradeColumnUnknown, NoGradeColumn, UnknownHeading];
        let doubtful = source.import.issues.iter().any(|issue| doubts.contains(&issue.kind));
        (source.import.columns.clone(), source.chosen.clone(), doubtful || source.import.rows.is_empty())
    })?;
    if columns.is_empty() {
        return None;
    }
    let open = doubtful || !chosen.columns.is_empty();
    let choosers: Vec<AnyView> =
        columns.iter().enumerate().map(|(at, column)| chooser(app, id, at, column, chosen.clone())).collect();
    Some(
        view! {
            <details class="columns" open=open>
                <summary>{words.columns}</summary>
                <p class="note">{words.columns_why}</p>
                <div class="form">{choosers}</div>
            </details>
        }
        .into_any(),
    )
}

fn chooser(app: AppState, id: u32, at: usize, read: &ColumnRead, chosen: Chosen) -> AnyView {
    let lang = app.lang.get_untracked();
    let now = read.column;
    let options: Vec<AnyView> = Column::ALL
        .iter()
        .enumerate()
        .map(|(value, column)| {
            let selected = *column == now;
            view! { <option value=value.to_string() selected=selected>{i18n::import::column(*column, lang)}</option> }
                .into_any()
        })
        .collect();
    let choose = move |event| {
        let place = event_target_value(&event).parse().ok();
        let Some(column) = place.and_then(|place: usize| Column::ALL.get(place)) else { return };
        let mut chosen = chosen.clone();
        chosen.columns.retain(|(known, _)| *known != at);
        chosen.columns.push((at, *column));
        app.importing.read_again(id, chosen, super::pass_mark(app), &super::compare(app));
    };
    view! {
        <label class="field"><span>{i18n::importing::column_is(lang, &read.shown)}</span><select on:change=choose>{options}</select></label>
    }
    .into_any()
}
