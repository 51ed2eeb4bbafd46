//! When classes are taught: short for whoever sees the page, in words for whoever hears it. Heard alone, "三 3–4" is no
//! weekday and no periods.

use kuayu::classes::{Class, Times};
use kuayu::i18n::week::{class_about, different_times, how_many, times, times_in_words};
use kuayu::i18n::{self, Lang};
use leptos::prelude::*;

use super::spoken;

/// What is seen, and what is heard in its place.
fn heard(seen: String, said: String) -> AnyView {
    view! { <span><span aria-hidden="true">{seen}</span><span class="visually-hidden">{said}</span></span> }.into_any()
}

/// Hours of the week.
pub fn hours(lang: Lang, at: Times) -> AnyView {
    heard(times(lang, at), times_in_words(lang, at))
}

/// A class in one line: its hours, for whom it is, in which language.
pub fn class_line(lang: Lang, class: &Class) -> AnyView {
    let when = match class.times.is_empty() {
        true => i18n::Week::of(lang).untimed.into_any(),
        false => hours(lang, class.times),
    };
    view! { {when}{spoken(lang, &class_about(lang, class))} }.into_any()
}

/// The hours of several classes, and how many there are: `五 5–6／一 3–4 · 3 班`.
pub fn hours_of_several(lang: Lang, classes: &[&Class]) -> AnyView {
    let (found, more) = different_times(classes);
    let list = |one: fn(Lang, Times) -> String, between: &str| {
        let told: Vec<String> = found.iter().map(|at| one(lang, *at)).collect();
        told.join(between) + if more { "…" } else { "" }
    };
    let when = match found.is_empty() {
        true => i18n::Week::of(lang).untimed.into_any(),
        false => heard(list(times, lang.pick("／", " / ")), list(times_in_words, lang.pick("；", "; "))),
    };
    view! { <span>{when}{how_many(lang, classes.len())}</span> }.into_any()
}
