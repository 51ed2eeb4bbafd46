//! Plans: targets with their verdicts, courses by semester, what to mind, programs side by side.

mod add;
mod board;
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

use crate::ui::components::{comparison, edition_tag, page_title, waiting};
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
            <div class="two-panes plan-panes">
                <div class="pane">{targets::targets(app, plan)}{mind::mind(app, plan)}</div>
                <div class="pane">
                    {board::board(app, plan)}
                    {add::add(app)}
                    {week::weeks(app, plan)}
                </div>
            </div>
            {compared(app, plan)}
            {last}
        }
        .into_any()
    };
    view! {
        {page_title(app.lang.get_untracked(), words.title)}
        {picker::picker(app)}
        {waiting(app, body)}
    }
}

/// The first targets side by side; nothing for fewer than two.
fn compared(app: AppState, plan: ActivePlan) -> AnyView {
    let words = i18n::Plan::of(app.lang.get_untracked());
    let shown = live(move || {
        let table = plan.with(|plan| comparison(app, &plan.targets))?;
        Some(view! { <section class="card compare"><h2>{words.compare}</h2>{table}</section> }.into_any())
    });
    view! { {shown} }.into_any()
}

/// The active plan, as the parts of the page look at it.
type ActivePlan = Memo<SavedPlan>;
