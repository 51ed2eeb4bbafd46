//! What stands in the place of what is not here yet: the rest of the program, or a file. Skeletons, or what went wrong
//! and a way out.

use kuayu::i18n;
use leptos::prelude::*;

use super::{Icon, icon};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Arrival, Entrances, FirstState, Part};

/// Draws by the rest of the program, once that is here; `meanwhile` until then.
pub fn later(
    front: FirstState,
    meanwhile: impl Fn(FirstState) -> AnyView + Send + 'static,
    draw: impl Fn(Entrances) -> AnyView + Send + 'static,
) -> AnyView {
    live(move || match front.later.get() {
        Arrival::Arrived(entrances) => draw(entrances),
        Arrival::Absent | Arrival::Waiting => meanwhile(front),
        Arrival::Failed => failed(front, move || front.load_later()),
    })
}

/// Draws a page by the part of the program that has it, fetched where it is not here.
pub fn by_part(app: AppState, part: Part, route: Route) -> AnyView {
    app.parts.ask(part);
    live(move || match app.parts.get(part) {
        Arrival::Arrived(draw) => draw(route.clone()),
        Arrival::Absent | Arrival::Waiting => skeletons(*app),
        Arrival::Failed => failed(*app, move || app.parts.ask(part)),
    })
}

/// Says that a part of the program did not come.
fn failed(front: FirstState, again: impl Fn() + 'static) -> AnyView {
    let words = i18n::App::of(front.lang.get_untracked());
    panel(words.later_failed, words.later_why, None, words.retry, again)
}

/// The outline of a page.
pub fn skeletons(front: FirstState) -> AnyView {
    let words = i18n::App::of(front.lang.get_untracked());
    view! {
        <div role="status" aria-label=words.loading class="skeletons">
            <div class="skeleton tall"></div>
            <div class="skeleton"></div>
            <div class="skeleton"></div>
        </div>
    }
    .into_any()
}

/// Says what failed and why, with details for whoever mends it, and a button to try again.
pub fn panel(
    what: &'static str,
    why: &'static str,
    details: Option<String>,
    button: &'static str,
    act: impl Fn() + 'static,
) -> AnyView {
    let details = details.map(|details| view! { <pre class="details">{details}</pre> });
    view! {
        <section class="empty" role="alert">
            {icon(Icon::Warning)}
            <h2>{what}</h2>
            <p>{why}</p>
            {details}
            <button class="button primary" on:click=move |_| act()>{button}</button>
        </section>
    }
    .into_any()
}
