//! The first steps: department and entry year, then courses. Each shrinks to a line once it is done.

use kuayu::audit::{Degree, Profile};
use kuayu::i18n::{self, Lang, names, units};
use kuayu::saved::Document;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform;
use crate::ui::components::{Icon, ProfileForm, icon, page_title, spoken};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{FirstState, Lens};

/// What this is, for whoever has not used it; else only a heading for the ears. It needs no file, so it stands at once,
/// where the static shell showed the same.
pub fn hero(front: FirstState) -> AnyView {
    let lang = front.lang.get_untracked();
    let words = i18n::Home::of(lang);
    let fresh = |document: &Document| document.is_empty() && !document.settings.profile_skipped;
    if !front.saved.with_untracked(fresh) {
        return view! { <div class="visually-hidden">{page_title(lang, words.glance)}</div> }.into_any();
    }
    view! {
        <div class="hero">
            {page_title(lang, words.hero)}
            <p>{words.lead}</p>
            <p class="hero-private">
                {icon(Icon::Lock)}<span>{words.private}<span class="offline">{words.offline}</span>{words.stop}</span>
            </p>
        </div>
    }
    .into_any()
}

/// The steps.
#[component]
pub fn Start() -> impl IntoView {
    let front = FirstState::get();
    view! { {profile(front)}{courses(front)} }
}

/// Where reading goes on when the questions open or close: the button that did it is gone then.
const ASK: &str = "who-asked";
const WHO: &str = "who";

fn profile(front: FirstState) -> AnyView {
    let lang = front.lang.get_untracked();
    let words = i18n::Home::of(lang);
    let complete = |profile: &Profile| profile.group.is_some() && profile.entry.is_some();
    let asked =
        front.saved.with_untracked(|document| !complete(&document.profile) && !document.settings.profile_skipped);
    let open = RwSignal::new(asked);
    let done = move |_| {
        front.saved.edit_settings(|settings| settings.profile_skipped = true);
        open.set(false);
        platform::dom::focus_soon(WHO);
    };
    let is_complete = Memo::new(move |_| front.profile.with(complete));
    let own = move || front.profile.with(|profile| profile.degree.has_curricula());
    let why = move || if own() { words.step_profile_why } else { words.step_profile_why_other };
    let form = move || {
        let button = live(move || {
            if is_complete.get() {
                view! { <button class="button primary" on:click=done>{words.done}</button> }.into_any()
            } else {
                view! { <button class="button" on:click=done>{words.skip}</button> }.into_any()
            }
        });
        view! {
            <section class="card step">
                <h2 id=ASK tabindex="-1">{words.step_profile}</h2>
                <p class="note">{live(why)}</p>
                <ProfileForm/>
                <div class="buttons">{button}</div>
            </section>
        }
        .into_any()
    };
    let line = move || {
        front.units_named.track();
        let text = front.profile.with(|profile| who(lang, profile));
        let (text, button) = match text {
            Some(text) => (text, words.change),
            None if own() => (words.profile_open.to_owned(), words.fill_in),
            None => (words.profile_open_other.to_owned(), words.fill_in),
        };
        let who = spoken(lang, &text);
        let ask = move |_| {
            open.set(true);
            platform::dom::focus_soon(ASK);
        };
        view! {
            <section class="line">
                <p id=WHO tabindex="-1">{who}</p>
                <button class="quiet accent" on:click=ask>{button}</button>
            </section>
        }
        .into_any()
    };
    live(move || if open.get() { form() } else { line() })
}

/// `土木系 · 112 入學`, as far as it is known.
fn who(lang: Lang, profile: &Profile) -> Option<String> {
    let entry = profile.entry.map(|year| i18n::home::entered(lang, year));
    let words = i18n::Home::of(lang);
    let degree = match profile.degree {
        Degree::Bachelor => None,
        Degree::BachelorEvening => Some(words.evening.to_owned()),
        Degree::Graduate => Some(words.graduate.to_owned()),
    };
    let known = profile.group.is_some() || entry.is_some();
    let group = profile.group.as_deref().map(|group| names::unit_listed(lang, group));
    let parts: Vec<String> = [group, entry, degree].into_iter().flatten().collect();
    known.then(|| parts.join(" · "))
}

fn courses(front: FirstState) -> AnyView {
    let lang = front.lang.get_untracked();
    let words = i18n::Home::of(lang);
    let none = Memo::new(move |_| front.saved.with(|document| document.records.is_empty()));
    let show_demo = move |_| {
        spawn_local(async move {
            // Where it cannot be had, the page says so itself.
            let Some(entrances) = front.second_part().await else { return };
            front.saved.look_at(Lens::Demo, (entrances.demo)());
            platform::scroll::to_top();
            platform::dom::focus("main");
        });
    };
    let step = move || {
        let demo = front.saved.with(Document::is_empty).then(|| {
            view! { <button class="quiet accent" on:click=show_demo>{words.demo}</button> }
        });
        view! {
            <section class="card step">
                <h2>{words.step_courses}</h2>
                <p class="note">{words.import_why}</p>
                <div class="buttons">
                    <a class="button primary" href=Route::Import.hash()>{icon(Icon::Paste)}{words.import}</a>
                    <a class="button" href=Route::Courses.hash()>{icon(Icon::Check)}{words.tick}</a>
                    {demo}
                </div>
            </section>
        }
        .into_any()
    };
    let line = move || {
        let count = front.saved.with(|document| document.records.len());
        view! {
            <section class="line">
                <p>{words.courses_of}" · "{units::courses(lang, count)}</p>
                <a class="quiet accent" href=Route::Courses.hash()>{words.change}</a>
            </section>
        }
        .into_any()
    };
    live(move || if none.get() { step() } else { line() })
}
