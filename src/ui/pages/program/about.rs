//! Restrictions, contradictions of the sources, where the facts come from, official pages.

use kuayu::catalog::Catalog;
use kuayu::catalog::document::{Edition, Program};
use kuayu::day::is_old;
use kuayu::i18n::{self, Lang, names, restriction};
use leptos::prelude::*;

use super::ProgramPage;
use crate::ui::components::{Icon, icon, spoken};
use crate::ui::state::program as program_of;

/// Academic Affairs' page with the FAQ, and the page with all plans.
pub(super) const FAQ: &str = "https://oaa.ntut.edu.tw/p/412-1008-15588.php?Lang=zh-tw";
/// See [`FAQ`].
const PLANS: &str = "https://oaa.ntut.edu.tw/p/412-1008-13057.php?Lang=zh-tw";

/// The sections.
pub fn about(here: ProgramPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let code = here.code.get_value();
    let sections = here.app.derived.with_program(&code, |catalog, edition, program| {
        view! { {restrictions(lang, catalog, edition, program)}{sources(here, edition, program)} }.into_any()
    });
    view! { {sections} }.into_any()
}

fn items(lang: Lang, texts: impl Iterator<Item = String>) -> Option<AnyView> {
    let items: Vec<AnyView> = texts.map(|text| view! { <li>{spoken(lang, &text)}</li> }.into_any()).collect();
    (!items.is_empty()).then(|| view! { <ul class="reasons">{items}</ul> }.into_any())
}

fn restrictions(lang: Lang, catalog: &Catalog, edition: &Edition, program: &Program) -> AnyView {
    let words = i18n::Programs::of(lang);
    let name = |code: &str| {
        let course = catalog.by_code(code).and_then(|id| catalog.course(id));
        let course = course.map(|course| names::course(lang, Some(code), &course.name));
        let course = course.or_else(|| program_of(edition, code).map(|program| program.name.clone()));
        course.unwrap_or_else(|| code.to_owned())
    };
    let text = |one| restriction::restriction(lang, one, &name);
    let list = items(lang, program.restrictions.iter().map(text));
    let rules = list.map(|list| view! { <section class="card"><h2>{words.restrictions}</h2>{list}</section> });
    let mut notes: Vec<String> = program.notes.iter().map(|note| i18n::audit::text(lang, note).to_owned()).collect();
    if let Some(credits) = program.table_credits {
        notes.push(format!("{} ({} / {credits})", words.table_differs, program.min_credits));
    }
    let notes = items(lang, notes.into_iter());
    let notes = notes.map(|list| view! { <section class="card"><h2>{words.notes}</h2>{list}</section> });
    view! { {rules}{notes} }.into_any()
}

fn sources(here: ProgramPage, edition: &Edition, program: &Program) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let today = here.app.today.iso();
    let as_of = i18n::edition::as_of(lang, &edition.standard_as_of, is_old(&edition.standard_as_of, &today));
    let curriculum = here.app.derived.curriculum.get().and_then(|curriculum| {
        let (entry, date) = (here.app.profile.with(|profile| profile.entry)?, curriculum.as_of()?.to_owned());
        Some(i18n::edition::curriculum_as_of(lang, entry, &date, is_old(&date, &today)))
    });
    let curriculum = curriculum.map(|text| view! { <p class="note">{text}</p> });
    let words = i18n::Programs::of(lang);
    let own = [(Some(program.standard_url.as_str()), words.standard), (program.plan_url.as_deref(), words.plan_pdf)];
    let own = own.into_iter().filter_map(|(url, text)| Some((url?.to_owned(), text))).collect();
    let title = i18n::audit::text(lang, &edition.title).to_owned();
    view! {
        <section class="card">
            <h2>{words.sources}</h2>
            <p class="note">{words.edition}": "{title}" · "{as_of}</p>
            {curriculum}
            <p class="note">{names::source(lang)}</p>
            {links(lang, own)}
        </section>
    }
    .into_any()
}

/// Links to official pages: those given, then Academic Affairs'.
pub fn links(lang: Lang, own: Vec<(String, &'static str)>) -> AnyView {
    let words = i18n::Programs::of(lang);
    let common = [(FAQ.to_owned(), words.faq), (PLANS.to_owned(), words.plans)];
    let link = |(url, text): (String, &'static str)| {
        view! { <li><a href=url target="_blank" rel="noopener noreferrer">{icon(Icon::Link)}{text}</a></li> }.into_any()
    };
    let links: Vec<AnyView> = own.into_iter().chain(common).map(link).collect();
    view! { <ul class="links">{links}</ul> }.into_any()
}
