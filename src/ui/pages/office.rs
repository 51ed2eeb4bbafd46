//! The office's page: many students judged by a roster and their transcripts. It shows; workers work (`office/`).

mod answers;
mod data;
mod filter;
mod one;
mod problems;
mod programs;
mod results;
mod run;
mod sheets;
mod sources;
mod students;
mod tables;

use kuayu::i18n;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::data::{Office, Stage};
use crate::platform::office as desk;
use crate::ui::components::{page_title, panel, skeletons};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// The page.
#[component]
pub fn Page() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::Desk::of(app.lang.get_untracked());
    let office = Office::kept();
    let here = RwSignal::new(None::<bool>);
    let fetch = move || {
        here.set(None);
        spawn_local(async move {
            let came = desk::is_here().await;
            here.try_set(Some(came));
        });
    };
    fetch();
    let body = live(move || match here.get() {
        None => skeletons(*app),
        Some(false) => {
            let retry = i18n::App::of(app.lang.get_untracked()).later_why;
            panel(words.not_here, retry, None, words.try_again, fetch)
        }
        Some(true) => body(app, office.clone()),
    });
    view! { <div class="office">{body}</div> }
}

fn body(app: AppState, office: Office) -> AnyView {
    sources::keep_looked(app, office.clone());
    let looked = office.clone();
    let stage = Memo::new(move |_| looked.stage());
    let printed = office.clone();
    let whole = live(move || match printed.printing.get() {
        Some(printing) => sheets::sheets(app, printed.clone(), printing),
        None => desk_of(app, printed.clone(), stage),
    });
    view! { {whole} }.into_any()
}

/// The page but for sheets.
fn desk_of(app: AppState, office: Office, stage: Memo<Stage>) -> AnyView {
    let words = i18n::Desk::of(app.lang.get_untracked());
    let below = {
        let office = office.clone();
        live(move || match stage.get() {
            Stage::Choosing => ().into_any(),
            Stage::Ready => run::start(app, office.clone()),
            Stage::Running => run::running(app, office.clone()),
            Stage::Done => {
                view! { {run::start(app, office.clone())}{results::results(app, office.clone())} }.into_any()
            }
        })
    };
    view! {
        {page_title(app.lang.get_untracked(), words.title)}
        <p class="note">{words.lead}</p>
        <p><a href=Route::Editor.hash()>{i18n::Editor::of(app.lang.get_untracked()).title}</a></p>
        <p><a href=Route::Share(String::new()).hash()>{i18n::Propose::of(app.lang.get_untracked()).desk}</a></p>
        {sources::sources(app, office.clone())}
        {below}
        <p class="note">{words.unofficial}</p>
    }
    .into_any()
}
