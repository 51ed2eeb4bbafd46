//! Long lists are drawn in parts.

use kuayu::i18n;
use leptos::prelude::*;

use crate::ui::live::live;
use crate::ui::state::AppState;

/// So many rows are drawn at once, and so many more when they are asked for: more than anybody takes courses for a degree.
pub const AT_ONCE: usize = 200;

/// The way to the rows that are not drawn: of `all`, `most` are.
pub fn more(app: AppState, all: Memo<usize>, most: RwSignal<usize>) -> AnyView {
    let lang = app.lang.get_untracked();
    let show = move |_| most.update(|most| *most += AT_ONCE);
    live(move || {
        let hidden = all.get().saturating_sub(most.get());
        (hidden > 0).then(|| {
            let text = i18n::courses::more(lang, hidden.min(AT_ONCE), hidden);
            view! { <button class="button more" on:click=show>{text}</button> }
        })
    })
}
