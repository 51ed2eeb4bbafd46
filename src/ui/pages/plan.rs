//! Plans: targets with their verdicts, courses by semester, what to mind, programs side by side.

mod add;
mod board;
mod compare;
mod link;
mod mind;
mod picker;
mod share;
mod suggest;
mod targets;
mod week;

use kuayu::i18n;
use kuayu::saved::Plan as SavedPlan;
use leptos::prelude::*;

use crate::ui::components::{edition_tag, waiting};
use crate::ui::live::live;
use crate::ui::state::{AppState, Lens};

/// The page.
#[component]
pub fn Plan() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::Plan::of(app.lang.get_untracked());
    let body = move || {
        let plan = Memo::new(move |_| app.saved.with(|document| document.active_plan().cloned().unwrap_or_default()));
        let last = live(move || match app.saved.lens() {
            Lens::Proposal => suggest::suggest(app, plan),
            Lens::Own | Lens::Demo | Lens::Shared => share::share(app),
        });
        view! {
            <p class="tags">{edition_tag(app)}</p>
            {targets::targets(app, plan)}
            {mind::mind(app, plan)}
            {board::board(app, plan)}
            {week::weeks(app, plan)}
            {add::add(app)}
            {compare::compare(app, plan)}
            {last}
        }
        .into_any()
    };
    view! {
        <h1>{words.title}</h1>
        {picker::picker(app)}
        {waiting(app, body)}
    }
}

/// The active plan, as the parts of the page look at it.
type ActivePlan = Memo<SavedPlan>;
