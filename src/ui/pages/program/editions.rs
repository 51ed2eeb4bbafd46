//! What the other editions say of a program: in short, so that nobody plans by the wrong one.

use kuayu::catalog::document::{Listing, Program};
use kuayu::i18n::{self, Lang, edition as words, names, units};
use leptos::prelude::*;

use super::ProgramPage;
use crate::ui::components::{choose_edition, spoken};
use crate::ui::live::live;
use crate::ui::state::{next, program as program_of};

/// One line for each other edition; nothing where there is none.
pub fn editions(here: ProgramPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let code = here.code.get_value();
    // A registered program goes by its registration, whatever is chosen. In a memo, so that the page is not built anew
    // whenever something is stored.
    let free = Memo::new(move |_| next::step_of(here.app, &here.code.get_value()).is_none());
    let shown = here.app.derived.with_program(&code, |catalog, present, program| {
        let others = catalog.editions().iter().filter(|edition| edition.id != present.id);
        let line = |edition: &kuayu::catalog::document::Edition| {
            let id = edition.id.clone();
            let (text, button) = match program_of(edition, &code) {
                None => (words::only_in(lang, std::slice::from_ref(&present.id)), None),
                Some(other) => {
                    let text =
                        format!("{}{}{}", words::name(lang, &id), lang.pick("：", ": "), differs(lang, program, other));
                    let label = words::change_to(lang, &id);
                    let button = live(move || {
                        let (id, label) = (id.clone(), label.clone());
                        let choose = move |_| choose_edition(here.app, id.clone());
                        free.get().then(|| {
                            view! { <button class="button small no-print" on:click=choose>{label}</button> }.into_any()
                        })
                    });
                    (text, Some(button))
                }
            };
            view! { <li><p>{spoken(lang, &text)}</p>{button}</li> }.into_any()
        };
        let lines: Vec<AnyView> = others.map(line).collect();
        let title = i18n::Edition::of(lang).changed;
        (!lines.is_empty()).then(|| {
            view! { <section class="card"><h2>{title}</h2><ul class="reasons">{lines}</ul></section> }.into_any()
        })
    });
    view! { {shown.flatten()} }.into_any()
}

/// Credits, minimums and courses that differ.
fn differs(lang: Lang, program: &Program, other: &Program) -> String {
    let terms = i18n::Edition::of(lang);
    let mut parts = Vec::new();
    if program.min_credits != other.min_credits {
        let (now, then) = (program.min_credits.to_string(), units::credits(lang, other.min_credits));
        let change = units::from_to(lang, &now, &then);
        parts.push(units::of(lang, i18n::Programs::of(lang).required_credits, &change));
    }
    for category in &other.categories {
        let before = program.categories.iter().find(|known| known.name == category.name);
        let count = |courses: Option<u16>| courses.map_or("?".to_owned(), |n| n.to_string());
        if let Some(before) = before.filter(|before| before.min_courses != category.min_courses) {
            let (from, to) = (count(before.min_courses), count(category.min_courses));
            let change = units::from_to(lang, &from, &to);
            parts.push(units::of(lang, units::category(lang, &category.name), &change));
        }
    }
    for (word, names) in [(terms.more, only(lang, other, program)), (terms.fewer, only(lang, program, other))] {
        if !names.is_empty() {
            parts.push(format!("{word} {}", units::list(lang, names)));
        }
    }
    if program.restrictions != other.restrictions {
        parts.push(terms.rules.to_owned());
    }
    if parts.is_empty() { terms.same.to_owned() } else { parts.join(lang.pick("；", "; ")) }
}

/// Names of the courses that only one of two lists has.
fn only(lang: Lang, one: &Program, other: &Program) -> Vec<String> {
    let listed = |name: &str| other.listings().any(|(_, listing)| listing.name == name);
    let mut only: Vec<&Listing> = one.listings().map(|(_, listing)| listing).collect();
    only.retain(|listing| !listed(&listing.name));
    only.dedup_by(|a, b| a.name == b.name);
    only.into_iter().map(|listing| names::course(lang, listing.code.as_deref(), &listing.name)).collect()
}
