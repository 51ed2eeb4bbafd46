//! Notices that stay until they no longer hold: storage in trouble, a refused catalog, somebody else's document.

use kuayu::i18n::{self, Lang};
use leptos::prelude::*;

use super::surroundings::{hand_over, surroundings};
use super::{Icon, icon, refused::refused};
use crate::platform;
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Lens, Load, Notice};

/// All notices that hold now.
#[component]
pub fn Notices() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::App::of(app.lang.get_untracked());
    let storage = live(move || {
        app.saved.notice().map(|notice| {
            let text = match notice {
                Notice::Unavailable => words.storage_unavailable,
                Notice::Full => words.storage_full,
                Notice::Broken => words.storage_broken,
                Notice::Newer => words.storage_newer,
            };
            let export = move |_| export(app);
            let close = move |_| app.saved.dismiss_notice();
            view! {
                <div class="notice notice-warn" role="alert">
                    {icon(Icon::Warning)}
                    <p>{text}</p>
                    <button class="button small" on:click=export>{words.export_now}</button>
                    <button class="icon-button" aria-label=words.close on:click=close>{icon(Icon::Close)}</button>
                </div>
            }
            .into_any()
        })
    });
    let lens = live(move || {
        let text = match app.saved.lens() {
            Lens::Own => return None,
            Lens::Demo => words.demo_banner,
            Lens::Shared => words.shared_banner,
        };
        let leave = move |_| {
            app.saved.look_at_own();
            // The page of a link shows nothing of one's own.
            if matches!(app.route.get_untracked(), Route::Share(_)) {
                platform::location::go(&Route::Home.hash());
            }
        };
        Some(
            view! {
                <div class="notice" role="status">
                    {icon(Icon::Info)}
                    <p>{text}</p>
                    <button class="button small" on:click=leave>{words.demo_leave}</button>
                </div>
            }
            .into_any(),
        )
    });
    let unnamed = live(move || {
        let failed = app.files.names.with(|load| matches!(load, Load::Failed | Load::Broken(_)));
        let english = app.lang.get_untracked() == Lang::En;
        (failed && english).then(|| {
            view! { <div class="notice" role="status">{icon(Icon::Info)}<p>{words.names_failed}</p></div> }.into_any()
        })
    });
    view! { {storage}{surroundings(app)}{refused(app)}{lens}{unnamed} }
}

/// Hands the student the document as a file.
pub fn export(app: AppState) {
    let text = kuayu::saved::backup::write(&app.saved.own());
    hand_over(app, "kuayu-backup.json", "application/json", text);
}
