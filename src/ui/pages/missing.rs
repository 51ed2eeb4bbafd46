//! What an address shows that leads nowhere.

use kuayu::i18n;
use leptos::prelude::*;

use crate::ui::components::page_title;
use crate::ui::state::FirstState;

/// "There is no such page."
#[component]
pub fn Missing() -> impl IntoView {
    let lang = FirstState::get().lang.get_untracked();
    let words = i18n::App::of(lang);
    view! {
        <section class="empty">
            {page_title(lang, words.not_found)}
            <p>{words.not_found_hint}</p>
            <a class="button primary" href="#/">{words.to_home}</a>
        </section>
    }
}
