//! Where links are opened: pasted, scanned, or read from a picture. And the suggestion of this tab that is not sent.

use kuayu::i18n::{self, names};
use leptos::prelude::*;

use super::{open, scan};
use crate::platform::location;
use crate::ui::components::{Icon, icon, page_title, spoken};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// The page.
pub fn desk(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Propose::of(lang);
    view! {
        {page_title(lang, words.desk)}
        <p class="note">{words.desk_lead}</p>
        {live(move || unfinished(app))}
        {paste(app)}
        {scan::scan(app)}
    }
    .into_any()
}

fn paste(app: AppState) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let text = RwSignal::new(String::new());
    let failed = RwSignal::new(false);
    let write = move |event| text.set(event_target_value(&event));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        failed.set(!text.with_untracked(|text| open(text)));
    };
    let told = live(move || failed.get().then(|| view! { <p class="notice notice-warn">{words.no_link}</p> }));
    view! {
        <form class="card" on:submit=submit>
            <label class="field"><span>{words.paste}</span>
                <input class="input" id="paste-link" autocomplete="off" spellcheck="false" prop:value=text on:input=write/>
            </label>
            <div role="alert">{told}</div>
            <div class="buttons"><button class="button primary">{icon(Icon::Link)}{words.open}</button></div>
        </form>
    }
    .into_any()
}

/// The suggestion that is not open.
fn unfinished(app: AppState) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Propose::of(lang);
    let profile = app.drafts.get()?.document.profile;
    let group = profile.group.as_deref().map(|group| names::unit_listed(lang, group)).unwrap_or_default();
    let entry = profile.entry.map(|year| year.to_string()).unwrap_or_default();
    let resume = move |_| {
        app.drafts.resume();
        location::go(&Route::Plan.hash());
    };
    let discard = move |_| app.drafts.discard(words.discarded);
    Some(
        view! {
            <section class="card" id="unfinished">
                <h2>{words.begun}</h2>
                <p>{spoken(lang, &format!("{group} · {entry}"))}</p>
                <div class="buttons">
                    <button class="button primary" on:click=resume>{words.resume}</button>
                    <button class="quiet danger" on:click=discard>{icon(Icon::Trash)}{words.discard}</button>
                </div>
            </section>
        }
        .into_any(),
    )
}
