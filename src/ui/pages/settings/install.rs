//! Putting the page on the home screen.

use kuayu::i18n;
use leptos::prelude::*;

use crate::platform::around::{Around, around, is_ios};
use crate::platform::install;
use crate::ui::live::live;
use crate::ui::state::AppState;

/// How, in an ordinary browser: a button where the browser has one to offer, else where in the browser it is.
pub fn install(app: AppState) -> Option<AnyView> {
    if around() != Around::Browser || !install::is_useful() {
        return None;
    }
    let words = i18n::Around::of(app.lang.get_untracked());
    let offered = RwSignal::new(false);
    install::on_offer(move || {
        // The page may be gone by then.
        offered.try_set(true);
    });
    let how = live(move || {
        if offered.get() {
            let ask = move |_| install::ask();
            return view! { <div class="buttons"><button class="button" on:click=ask>{words.install_now}</button></div> }
                .into_any();
        }
        let text = if is_ios() { words.install_ios } else { words.install_menu };
        view! { <p class="note">{text}</p> }.into_any()
    });
    Some(
        view! { <section class="card" id="install"><h2>{words.install}</h2><p>{words.install_why}</p>{how}</section> }
            .into_any(),
    )
}
