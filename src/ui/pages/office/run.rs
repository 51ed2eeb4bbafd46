//! Starting a run, and how far it is.

use kuayu::i18n::{self, desk as words_of};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::data::{Judgement, Office};
use crate::platform::clock;
use crate::platform::office as desk;
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The edition and the button.
pub fn start(app: AppState, office: Office) -> AnyView {
    let words = i18n::Desk::of(app.lang.get_untracked());
    let opened = office.looked.get_untracked().and_then(|looked| looked.opened.clone()).unwrap_or_default();
    let options: Vec<AnyView> = opened
        .editions
        .iter()
        .map(|id| {
            let selected = *id == opened.edition;
            view! { <option value=id.clone() selected=selected>{id.clone()}</option> }.into_any()
        })
        .collect();
    let choose = {
        let office = office.clone();
        move |event| office.edition.set(Some(event_target_value(&event)))
    };
    let label = if office.judged.with_untracked(Vec::is_empty) { words.start } else { words.again };
    let looking = office.looking.clone();
    let start = move |_| judge(office.clone());
    view! {
        <section class="card office-start">
            <label class="field"><span>{words.edition}</span><select id="office-edition" on:change=choose>{options}</select></label>
            <button id="judge" class="button primary" prop:disabled=move || looking.get() on:click=start>{label}</button>
        </section>
    }
    .into_any()
}

fn judge(office: Office) {
    office.forget();
    office.judged.set(vec![None; untrack(|| office.students())]);
    office.running.set(true);
    spawn_local(async move {
        let hearing = office.clone();
        let whole = desk::run(move |news| hear(&hearing, &news)).await;
        office.cut.set(!whole && !office.stopped.get_untracked());
        office.running.set(false);
    });
}

/// Takes in the students that were dealt with since the last news.
fn hear(office: &Office, news: &str) {
    let Ok(news) = serde_json::from_str::<Vec<(usize, Judgement)>>(news) else { return };
    let count = news.len();
    office.judged.update_untracked(|all| {
        for (student, judgement) in news {
            if let Some(place) = all.get_mut(student) {
                *place = Some(judgement);
            }
        }
    });
    office.done.update(|done| *done += count);
}

/// The bar, and the way to stop.
pub fn running(app: AppState, office: Office) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Desk::of(lang);
    let all = untrack(|| office.students());
    let begun = clock::now();
    let (bar, text) = (office.done.clone(), office.done.clone());
    let stop = move |_| {
        office.stopped.set(true);
        spawn_local(desk::cancel());
    };
    let text = live(move || {
        let done = text.get();
        let spent = clock::now() - begun;
        let left = (done > 0 && spent > 1_000.0).then(|| spent / 1_000.0 * (all - done.min(all)) as f64 / done as f64);
        words_of::progress(lang, done, all, left)
    });
    view! {
        <section class="card office-running">
            <progress max=all prop:value=move || bar.get() as f64 aria-labelledby="office-progress"></progress>
            <p id="office-progress" class="num">{text}</p>
            <button class="button" on:click=stop>{words.cancel}</button>
        </section>
    }
    .into_any()
}
