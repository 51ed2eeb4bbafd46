//! The student's data: where it is, backup, restore, clear.

use kuayu::i18n;
use kuayu::saved::backup::{self, Backup, NoBackup};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::{around, dom, files};
use crate::ui::components::{Icon, export, hand_over, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// Where the data is, and how to take it along.
#[component]
pub fn Data() -> impl IntoView {
    let app = AppState::get();
    let words = i18n::Settings::of(app.lang.get_untracked());
    let asides = app.saved.asides();
    let aside = (!asides.is_empty()).then(|| {
        let text = asides.join("\n");
        let save = move |_| hand_over(app, "kuayu-aside.json", "application/json", text.clone());
        view! { <button class="button" on:click=save>{icon(Icon::Download)}{words.export_aside}</button> }
    });
    let save = move |_| export(app);
    let forgets = around::forgets()
        .then(|| view! { <p class="note">{i18n::Around::of(app.lang.get_untracked()).forgets}</p> }.into_any());
    let read = RwSignal::new(None::<Result<Backup, NoBackup>>);
    let choose = move |event: leptos::ev::Event| {
        for file in files::chosen(&event).into_iter().take(1) {
            spawn_local(async move {
                let bytes = file.bytes().await.unwrap_or_default();
                read.set(Some(backup::read(&String::from_utf8_lossy(&bytes))));
                // What it holds stands further down, where nobody hears of it unasked.
                dom::focus_soon(TITLE);
            });
        }
    };
    view! {
        <section class="card" id="data">
            <h2>{words.data}</h2>
            <p>{words.data_where}</p>
            {forgets}
            <div class="buttons">
                <button class="button" on:click=save>{icon(Icon::Download)}{words.export}</button>
                <label class="button file-button">
                    {icon(Icon::File)}<span>{words.restore}</span>
                    <input type="file" class="visually-hidden" accept=".json,application/json" on:change=choose/>
                </label>
                {aside}
            </div>
            {live(move || read.get().map(|result| restore(app, read, result)))}
            <Clear/>
        </section>
    }
}

/// Where what a backup holds begins.
const TITLE: &str = "restore-title";

/// What the backup holds, and what to do with it.
fn restore(
    app: AppState,
    read: RwSignal<Option<Result<Backup, NoBackup>>>,
    result: Result<Backup, NoBackup>,
) -> AnyView {
    let lang = app.lang.get_untracked();
    let (words, common) = (i18n::Settings::of(lang), i18n::App::of(lang));
    let backup = match result {
        Ok(backup) => backup,
        Err(why) => {
            let text = match why {
                NoBackup::Other => words.backup_other,
                NoBackup::Newer => words.backup_newer,
                NoBackup::Empty => words.backup_empty,
            };
            return view! { <div class="notice notice-bad" role="alert">{icon(Icon::Warning)}<p>{text}</p></div> }
                .into_any();
        }
    };
    let held = &backup.document;
    let holds = i18n::settings::holds(lang, held.records.len(), held.plans.len());
    let who = held.profile.group.clone().map(|group| format!("{group} {}", held.profile.entry.unwrap_or_default()));
    let now = app.saved.own();
    let merged = backup::merge(&now, held);
    let merging = i18n::settings::merging(lang, merged.new_records, merged.new_plans, merged.kept);
    let replacing = i18n::settings::replacing(lang, now.records.len(), now.plans.len());
    let unreadable = (backup.unreadable > 0).then(|| i18n::settings::unreadable(lang, backup.unreadable));
    let take = move |merge: bool| {
        app.saved.leave_demo();
        app.saved.edit_with_undo(words.restored, |document| {
            *document = match merge {
                true => backup::merge(document, &backup.document).document,
                false => backup::replace(document, &backup.document),
            };
        });
        read.set(None);
    };
    let replace = {
        let take = take.clone();
        move |_| take(false)
    };
    view! {
        <div class="panel" id="restore">
            <h3 id=TITLE tabindex="-1">{words.restore_title}</h3>
            <p>{who}" "{holds}</p>
            {unreadable.map(|text| view! { <p>{text}</p> })}
            <p class="note">{merging}</p>
            <p class="note">{replacing}</p>
            <div class="buttons">
                <button class="button primary" on:click=move |_| take(true)>{words.restore_merge}</button>
                <button class="button" on:click=replace>{words.restore_replace}</button>
                <button class="quiet" on:click=move |_| read.set(None)>{common.cancel}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Clearing, asked twice.
#[component]
fn Clear() -> impl IntoView {
    let app = AppState::get();
    let lang = app.lang.get_untracked();
    let (words, common) = (i18n::Settings::of(lang), i18n::App::of(lang));
    let asked = RwSignal::new(0_u8);
    let clear = move |_| {
        asked.set(0);
        if app.saved.clear() {
            app.toasts.show(words.cleared, None);
        }
    };
    move || {
        let (text, next) = match asked.get() {
            0 => {
                let start = move |_| asked.set(1);
                return view! {
                    <button class="quiet danger" on:click=start>{icon(Icon::Trash)}{words.clear}</button>
                }
                .into_any();
            }
            1 => {
                let next = view! { <button class="button" on:click=move |_| asked.set(2)>{words.clear_next}</button> };
                (words.clear_once, next.into_any())
            }
            _ => (
                words.clear_twice,
                view! { <button class="button" on:click=clear>{words.clear_now}</button> }.into_any(),
            ),
        };
        view! {
            <div class="notice notice-bad" role="alert">
                {icon(Icon::Warning)}
                <p>{text}</p>
                {next}
                <button class="quiet" on:click=move |_| asked.set(0)>{common.cancel}</button>
            </div>
        }
        .into_any()
    }
}
