//! Tables of the page: headings, and rows of which the first are drawn and more on demand, since a list may be of ten
//! thousand students.

use leptos::prelude::*;

use crate::ui::live::live;

/// Rows drawn at first, and by every further step.
const STEP: usize = 100;

/// A table of `count` rows; `row` draws one.
pub fn table(
    heads: Vec<&'static str>,
    count: usize,
    more: &'static str,
    row: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let heads: Vec<AnyView> = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }.into_any()).collect();
    let steps = RwSignal::new(1);
    let row = StoredValue::new(row);
    // Rows that stand already stay: each step adds a body of its own.
    let bodies = live(move || {
        let body = |step: usize| {
            let rows = step * STEP..((step + 1) * STEP).min(count);
            let rows: Vec<AnyView> = rows.map(|at| row.with_value(|row| row(at))).collect();
            view! { <tbody>{rows}</tbody> }.into_any()
        };
        (0..steps.get()).map(body).collect::<Vec<_>>()
    });
    let button = live(move || {
        let left = count.saturating_sub(steps.get() * STEP);
        let next = left.min(STEP);
        (left > 0).then(|| {
            view! { <button class="button" on:click=move |_| steps.update(|steps| *steps += 1)>{more}" "{next}"／"{left}</button> }
        })
    });
    view! {
        <div class="office-table" tabindex="0"><table><thead><tr>{heads}</tr></thead>{bodies}</table></div>
        {button}
    }
    .into_any()
}
