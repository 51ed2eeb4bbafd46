//! The heading that names a page: the title of the tab with it, and where reading begins after a change of page.

use kuayu::i18n::{self, Lang};
use leptos::prelude::*;

use crate::platform::dom;

/// The name by which the heading is found.
pub const TITLE: &str = "page-title";

/// The heading, in the page's language.
pub fn page_title(lang: Lang, title: &str) -> AnyView {
    entitle(lang, title);
    view! { <h1 id=TITLE tabindex="-1">{title.to_owned()}</h1> }.into_any()
}

/// The heading of what is called in Chinese whatever the page's language.
pub fn page_title_chinese(lang: Lang, title: &str) -> AnyView {
    entitle(lang, title);
    view! { <h1 id=TITLE tabindex="-1" lang="zh-Hant-TW">{title.to_owned()}</h1> }.into_any()
}

fn entitle(lang: Lang, title: &str) {
    dom::set_title(&format!("{title} · {}", i18n::App::of(lang).name));
    begin_here();
}

/// Where somebody has just come from another page, reading begins at the heading, which says where they are.
pub fn begin_here() {
    if dom::has_focus("main") {
        dom::focus_soon_in_place(TITLE);
    }
}
