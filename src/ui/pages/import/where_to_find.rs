//! Where the score page is, in three small pictures. Drawn, not photographed: the portal's own pages show people's data.

use kuayu::i18n;
use leptos::prelude::*;

use crate::ui::components::spoken;
use crate::ui::state::AppState;

/// The pictures with their words; open for somebody who has no courses yet.
pub fn where_to_find(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let open = app.derived.records.with_untracked(|records| records.is_empty());
    view! {
        <details class="where" open=open>
            <summary>{words.where_title}</summary>
            <ol class="where-steps">
                <li>{portal()}<p>{spoken(lang, words.where_portal)}</p></li>
                <li>{scores()}<p>{words.where_copy}</p></li>
                <li>{paste()}<p>{words.where_paste}</p></li>
            </ol>
            <p class="note">{words.where_phone}</p>
        </details>
    }
    .into_any()
}

/// A menu with one entry chosen.
fn portal() -> AnyView {
    view! {
        <svg class="where-picture" viewBox="0 0 120 84" aria-hidden="true">
            <rect class="paper" x="1" y="1" width="118" height="82" rx="6"></rect>
            <path class="bar" d="M1 15h118V7a6 6 0 0 0-6-6H7a6 6 0 0 0-6 6z"></path>
            <path class="ink" d="M10 27h34M10 39h28M10 71h30"></path>
            <rect class="chosen" x="6" y="47" width="62" height="15" rx="4"></rect>
            <path class="on-chosen" d="M12 54.5h36"></path>
            <path class="hand" d="M60 56l14 6-6 2-2 6z"></path>
        </svg>
    }
    .into_any()
}

/// A table, all of it selected.
fn scores() -> AnyView {
    view! {
        <svg class="where-picture" viewBox="0 0 120 84" aria-hidden="true">
            <rect class="paper" x="1" y="1" width="118" height="82" rx="6"></rect>
            <path class="bar" d="M1 15h118V7a6 6 0 0 0-6-6H7a6 6 0 0 0-6 6z"></path>
            <rect class="selected" x="8" y="21" width="104" height="56" rx="3"></rect>
            <path class="ink" d="M14 30h22M44 30h34M86 30h8M14 42h22M44 42h40M86 42h8M14 54h22M44 54h28M86 54h8M14 66h22M44 66h36M86 66h8"></path>
        </svg>
    }
    .into_any()
}

/// A box with an arrow into it.
fn paste() -> AnyView {
    view! {
        <svg class="where-picture" viewBox="0 0 120 84" aria-hidden="true">
            <rect class="paper" x="1" y="1" width="118" height="82" rx="6"></rect>
            <circle class="brand-a" cx="16" cy="13" r="5"></circle>
            <circle class="brand-b" cx="22" cy="13" r="5"></circle>
            <rect class="box" x="14" y="28" width="92" height="44" rx="4"></rect>
            <path class="arrow" d="M60 20v30M50 41l10 10 10-10"></path>
        </svg>
    }
    .into_any()
}
