//! Notices that stay until they no longer hold: storage in trouble, somebody else's document, a new version.

use kuayu::i18n;
use leptos::prelude::*;

use super::{Icon, icon, refused::refused};
use crate::platform;
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{App, Lens, Notice};

/// All notices that hold now.
#[component]
pub fn Notices() -> impl IntoView {
    let app = App::get();
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
    view! { <div class="notices">{storage}{refused(app)}{update(app)}{lens}</div> }
}

/// A newer version of the app lies ready. It is taken when the student says so, never under their hands.
fn update(app: App) -> AnyView {
    let words = i18n::App::of(app.lang.get_untracked());
    let ready = RwSignal::new(false);
    platform::service_worker::on_update(move || {
        // The page may have been built anew, in another language: then this notice is gone.
        ready.try_set(true);
    });
    live(move || {
        ready.get().then(|| {
            let take = move |_| platform::service_worker::take_update();
            let later = move |_| ready.set(false);
            view! {
                <div class="notice" role="status">
                    {icon(Icon::Info)}
                    <p>{words.update_ready}</p>
                    <button class="button small" on:click=take>{words.update_take}</button>
                    <button class="icon-button" aria-label=words.update_later on:click=later>{icon(Icon::Close)}</button>
                </div>
            }
            .into_any()
        })
    })
}

/// Hands the student the document as a file.
pub fn export(app: App) {
    let text = kuayu::saved::backup::write(&app.saved.own());
    platform::download::save("kuayu-backup.json", "application/json", &text);
}
