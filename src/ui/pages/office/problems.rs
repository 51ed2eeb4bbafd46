//! Everything that has to be looked at, as a table.

use kuayu::i18n::{self, Lang};
use kuayu::sorting;
use leptos::prelude::*;

use super::data::{Office, Told};
use super::tables;
use crate::ui::state::AppState;

/// The problems of roster and students.
pub fn problems(app: AppState, office: &Office) -> AnyView {
    let lang = app.lang.get_untracked();
    let mut all: Vec<Told> = office.with_roster(|roster| roster.remarks.clone()).unwrap_or_default();
    office.judged.with(|judged| {
        all.extend(judged.iter().flatten().flat_map(|one| one.remarks.iter().cloned()));
    });
    if all.is_empty() {
        return view! { <p class="note">{i18n::Desk::of(lang).no_problem}</p> }.into_any();
    }
    // What keeps a student from being judged comes first.
    let weight = |told: &Told| match told.kind.as_str() {
        "not_judged" => 0,
        "contradiction" => 1,
        "left_out" => 2,
        _ => 3,
    };
    sorting::sort_by_key(&mut all, weight);
    table(lang, &all)
}

/// Problems as a table.
pub fn table(lang: Lang, all: &[Told]) -> AnyView {
    let words = i18n::Desk::of(lang);
    let heads = vec![words.row, words.student, words.effect, words.what, words.hint, words.file, words.line];
    let rows: Vec<Told> = all.to_vec();
    tables::table(heads, rows.len(), words.show_more, move |at| rows.get(at).map_or_else(|| ().into_any(), row))
}

fn row(told: &Told) -> AnyView {
    let tone = match told.kind.as_str() {
        "not_judged" => "tag tag-bad",
        "left_out" | "contradiction" => "tag tag-ask",
        _ => "tag",
    };
    let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    view! {
        <tr>
            <td class="num">{number(told.row)}</td>
            <td class="num">{told.student.clone()}</td>
            <td><span class=tone>{told.weight.clone()}</span></td>
            <td>{told.what.clone()}</td>
            <td>{told.hint.clone()}</td>
            <td class="num">{told.file.clone()}</td>
            <td class="num">{number(told.line)}</td>
        </tr>
    }
    .into_any()
}
