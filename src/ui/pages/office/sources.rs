//! Choosing the roster and the transcripts, and what both say before anything is judged.

use std::sync::Arc;

use kuayu::i18n::{self, desk as words_of};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::data::{Looked, Office};
use super::problems;
use crate::platform::files::{self, Picked};
use crate::platform::office as desk;
use crate::ui::components::{Icon, hand_over, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// How many problems of the roster are shown at once.
const MOST: usize = 20;

/// Reads catalog and roster again when the edition, the transcripts or the language are others.
pub fn keep_looked(app: AppState, office: Office) {
    Effect::new(move |before: Option<()>| {
        office.edition.track();
        office.chosen.track();
        app.lang.track();
        // What was judged before the page was left stands as it is.
        if before.is_some() || office.looked.with_untracked(Option::is_none) {
            look(app, office.clone(), None);
        }
    });
}

fn look(app: AppState, office: Office, roster: Option<Picked>) {
    let wanted = serde_json::json!({
        "lang": app.lang.get_untracked().tag(),
        "today": app.today.iso(),
        "edition": office.edition.get_untracked(),
        "advice": false,
        "programs": [],
    });
    office.forget();
    office.looking.set(true);
    spawn_local(async move {
        let said = desk::look(roster.as_ref(), &wanted.to_string()).await;
        let looked = said.and_then(|said| serde_json::from_str::<Looked>(&said).ok());
        // Something else was chosen meanwhile: that is being looked at.
        if looked.as_ref().is_some_and(|looked| looked.superseded) {
            return;
        }
        let failed = || Looked { failed: Some(String::new()), ..Looked::default() };
        office.looked.set(Some(Arc::new(looked.unwrap_or_else(failed))));
        office.looking.set(false);
    });
}

/// Both places to choose or to drop files, and what they hold.
pub fn sources(app: AppState, office: Office) -> AnyView {
    view! {
        <div class="office-sources">
            {roster(app, office.clone())}
            {transcripts(app, office.clone())}
        </div>
        {found(app, office)}
    }
    .into_any()
}

fn roster(app: AppState, office: Office) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Desk::of(lang);
    let take = {
        let office = office.clone();
        move |files: Vec<Picked>| {
            let Some(file) = files.into_iter().next() else { return };
            office.roster.set(Some(file.name()));
            look(app, office.clone(), Some(file));
        }
    };
    let chosen = {
        let take = take.clone();
        move |event| take(files::chosen(&event))
    };
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        take(files::dropped(&event));
    };
    let name =
        live(move || office.roster.get().map(|name| view! { <p class="office-chosen">{icon(Icon::File)}{name}</p> }));
    let template =
        move |_| hand_over(app, "kuayu-roster.csv", "text/csv;charset=utf-8", words_of::roster_template(lang));
    view! {
        <section class="card entrance" on:dragover=|event| event.prevent_default() on:drop=drop>
            <h2>"1. "{words.roster}</h2>
            <p class="note">{words.roster_hint}</p>
            {name}
            <div class="buttons">
                <label class="button file-button">
                    {icon(Icon::File)}{words.roster_choose}
                    <input id="roster" class="visually-hidden" type="file" accept=".xlsx,.xls,.ods,.csv,.tsv,.txt,text/*" on:change=chosen/>
                </label>
                <button class="quiet" on:click=template>{icon(Icon::Download)}{words.roster_template}</button>
            </div>
        </section>
    }
    .into_any()
}

fn transcripts(app: AppState, office: Office) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Desk::of(lang);
    let said = {
        let office = office.clone();
        move |said: Option<String>| office.chosen.set(said.and_then(|said| serde_json::from_str(&said).ok()))
    };
    let choose = {
        let said = said.clone();
        move |event| {
            let (files, said) = (files::chosen(&event), said.clone());
            if !files.is_empty() {
                spawn_local(async move { said(desk::transcripts(&files).await) });
            }
        }
    };
    let choose_folder = choose.clone();
    let drop = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        let said = said.clone();
        // What is dropped can be asked only while the event lasts.
        let coming = desk::dropped(&event);
        spawn_local(async move { said(coming.await) });
    };
    let count = live(move || {
        office.chosen.with(|chosen| {
            let chosen = chosen.as_ref()?;
            let failed = (!chosen.failed.is_empty())
                .then(|| view! { <p class="notice" role="alert">{words_of::bad_zip(lang, &chosen.failed)}</p> });
            Some(view! { <p class="office-chosen">{icon(Icon::File)}{words_of::files(lang, chosen.count)}</p>{failed} })
        })
    });
    view! {
        <section class="card entrance" on:dragover=|event| event.prevent_default() on:drop=drop>
            <h2>"2. "{words.transcripts}</h2>
            <p class="note">{words.transcripts_hint}</p>
            {count}
            <div class="buttons">
                <label class="button file-button">
                    {icon(Icon::File)}{words.folder_choose}
                    <input id="folder" class="visually-hidden" type="file" prop:webkitdirectory=true multiple on:change=choose_folder/>
                </label>
                <label class="button file-button">
                    {icon(Icon::File)}{words.files_choose}
                    <input id="transcripts" class="visually-hidden" type="file" multiple on:change=choose/>
                </label>
            </div>
        </section>
    }
    .into_any()
}

/// What roster and transcripts make together, and what is wrong with the roster.
fn found(app: AppState, office: Office) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Desk::of(lang);
    let told = live(move || {
        if office.roster.with(Option::is_none) {
            return None;
        }
        let looked = office.looked.get()?;
        if looked.failed.is_some() {
            return Some(view! { <p class="notice" role="alert">{words.failed}</p> }.into_any());
        }
        let roster = looked.roster.as_ref()?;
        let known = |one: &&super::data::Listed| one.files.iter().any(serde_json::Value::is_number);
        let text = if roster.students.is_empty() {
            words.no_students.to_owned()
        } else {
            words_of::found(lang, roster.students.len(), roster.students.iter().filter(known).count())
        };
        let some: Vec<_> = roster.remarks.iter().take(MOST).cloned().collect();
        let remarks = (!some.is_empty()).then(|| problems::table(lang, &some));
        let more = roster.remarks.len().saturating_sub(MOST);
        let more = (more > 0).then(|| view! { <p class="note">"+ "{more}</p> });
        Some(view! { <section class="card"><p role="status" id="found">{text}</p>{remarks}{more}</section> }.into_any())
    });
    view! { {told} }.into_any()
}
