//! What an address shows that leads nowhere.

use kuayu::i18n;
use leptos::prelude::*;

use crate::ui::state::FirstState;

/// "There is no such page."
#[component]
pub fn Missing() -> impl IntoView {
    let words = i18n::App::of(FirstState::get().lang.get_untracked());
    view! {
        <section class="empty">
            <h1>{words.not_found}</h1>
            <p>{words.not_found_hint}</p>
            <a class="button primary" href="#/">{words.to_home}</a>
        </section>
    }
}
