//! My courses: find and tick, add what no list knows, tick from the own curriculum, and everything recorded so far.

mod add;
mod curriculum;
mod find;
mod mine;

use kuayu::export;
use kuayu::i18n;
use leptos::prelude::*;

use crate::ui::components::{Icon, hand_over, icon, page_title, waiting};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// The page.
#[component]
pub fn Courses() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::Courses::of(app.lang.get_untracked());
    let save = move |_| {
        let text = app.saved.with_untracked(|document| export::to_csv(&document.records));
        hand_over(app, "kuayu-courses.csv", "text/csv;charset=utf-8", text);
    };
    // Blocks of graduation credits, and a curriculum to tick from: those of day-school bachelors are in the data.
    let own = Memo::new(move |_| app.profile.with(|profile| profile.degree.has_curricula()));
    let some = Memo::new(move |_| app.derived.records.with(|records| !records.is_empty()));
    let when_some = live(move || {
        some.get().then(|| {
            view! {
                <button class="button no-print" on:click=save>{icon(Icon::Download)}{words.export}</button>
                {own.get().then(|| view! { <a class="button" href=Route::Credits.hash()>{icon(Icon::Grid)}{words.credits}</a> })}
            }
        })
    });
    view! {
        {page_title(app.lang.get_untracked(), words.title)}
        <div class="buttons">
            <a class="button primary no-print" href=Route::Import.hash()>{icon(Icon::Paste)}{words.import}</a>
            {when_some}
        </div>
        {waiting(app, move || panes(app, own))}
    }
}

/// Finding and ticking at one side, what is recorded at the other; one under the other on a phone.
fn panes(app: AppState, own: Memo<bool>) -> AnyView {
    view! {
        <div class="two-panes">
            <div class="pane">{find::find(app)}{live(move || own.get().then(|| curriculum::curriculum(app)))}</div>
            <div class="pane">{mine::mine(app)}</div>
        </div>
    }
    .into_any()
}
