//! Scanning the QR code of a link, where the browser can.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kuayu::i18n;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::open;
use crate::platform::files;
use crate::platform::scan::{self, Reader};
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The video that shows what the camera sees.
const VIDEO: &str = "scan-video";

/// What is said of the last try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Refused,
    Unread,
}

/// The section.
pub fn scan(app: AppState) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let reader = RwSignal::new_local(None::<Option<Reader>>);
    spawn_local(async move {
        let found = scan::reader().await;
        reader.try_set(Some(found));
    });
    let body = live(move || match reader.get() {
        None => ().into_any(),
        Some(None) => view! { <p>{words.scan_none}</p> }.into_any(),
        Some(Some(reader)) => tools(app, reader),
    });
    view! { <section class="card" id="scan"><h2>{words.scan}</h2>{body}</section> }.into_any()
}

fn tools(app: AppState, reader: Reader) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let said = RwSignal::new(Said::Nothing);
    let filming = RwSignal::new(false);
    // Outlives the page by a moment, which is when the camera is closed.
    let wanted = Arc::new(AtomicBool::new(false));
    let gone = wanted.clone();
    on_cleanup(move || gone.store(false, Ordering::Relaxed));
    let stop = {
        let wanted = wanted.clone();
        move |_| {
            wanted.store(false, Ordering::Relaxed);
            filming.set(false);
        }
    };
    let filmer = StoredValue::new_local(reader.clone());
    let start = move |_| {
        said.set(Said::Nothing);
        filming.set(true);
        wanted.store(true, Ordering::Relaxed);
        let (reader, wanted) = (filmer.get_value(), wanted.clone());
        spawn_local(async move {
            let opened = reader.film(VIDEO, || wanted.load(Ordering::Relaxed), open).await;
            filming.try_set(false);
            if !opened {
                said.try_set(Said::Refused);
            }
        });
    };
    let camera = scan::has_camera().then(|| {
        let button = live(move || {
            let (start, stop) = (start.clone(), stop.clone());
            match filming.get() {
                true => view! { <button class="button" on:click=stop>{icon(Icon::Close)}{words.scan_stop}</button> }.into_any(),
                false => {
                    view! { <button class="button primary" on:click=start>{icon(Icon::Search)}{words.scan_camera}</button> }
                        .into_any()
                }
            }
        });
        view! { {button} }
    });
    let choose = move |event| {
        let Some(file) = files::chosen(&event).into_iter().next() else { return };
        said.set(Said::Nothing);
        let reader = filmer.get_value();
        spawn_local(async move {
            if !reader.picture(&file).await.iter().any(|text| open(text)) {
                said.try_set(Said::Unread);
            }
        });
    };
    let told = live(move || {
        let text = match said.get() {
            Said::Nothing => return None,
            Said::Refused => words.scan_refused,
            Said::Unread => words.scan_unread,
        };
        Some(view! { <p class="notice notice-warn">{text}</p> })
    });
    let hint = live(move || filming.get().then(|| view! { <p class="note">{words.looking}</p> }));
    view! {
        <video id=VIDEO class="scan-video" hidden=move || !filming.get() autoplay muted playsinline></video>
        {hint}
        <div class="buttons">
            {camera}
            <label class="button file-button">{icon(Icon::File)}<span>{words.scan_picture}</span>
                <input type="file" accept="image/*" class="visually-hidden" on:change=choose/>
            </label>
        </div>
        <div role="alert">{told}</div>
    }
    .into_any()
}
