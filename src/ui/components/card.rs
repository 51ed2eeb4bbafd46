//! A program as a card: what it is, the answer for the student, how far, what is left.

use kuayu::audit::{Answer, ProgramAudit};
use kuayu::catalog::document::Program;
use kuayu::i18n::{self, Lang, names, units};
use leptos::prelude::*;

use super::{bars, certificate_badge, otherwise, spoken};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, next};

/// What never changes of a card.
#[derive(Clone)]
pub struct ProgramCard {
    /// Program code.
    pub code: String,
    name: String,
    about: String,
    english: bool,
}

impl ProgramCard {
    /// From the catalog.
    pub fn new(lang: Lang, program: &Program) -> ProgramCard {
        let credits = units::credits(lang, program.min_credits);
        ProgramCard {
            code: program.code.clone(),
            name: program.name.trim_end_matches("微學程").to_owned(),
            about: format!("{} · {credits} · {}", names::unit_listed(lang, &program.department), program.code),
            english: program.taught_in_english,
        }
    }

    /// What it is called on the card.
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The card, following the verdict.
pub fn program_card(app: AppState, card: ProgramCard) -> AnyView {
    program_card_with(app, card, ().into_any())
}

/// The card with something of the page's own at its end.
pub fn program_card_with(app: AppState, card: ProgramCard, own: AnyView) -> AnyView {
    let lang = app.lang.get_untracked();
    let code = card.code.clone();
    let audit = Memo::new(move |_| app.derived.audits.get().and_then(|audits| audits.program(&code).cloned()));
    let verdict = live(move || audit.with(|audit| audit.as_ref().map(|audit| certificate_badge(app, audit))));
    // While a file is on its way the card keeps its size.
    let wait = || view! { <div class="skeleton card-wait"></div> }.into_any();
    let others = live(move || audit.with(|audit| audit.as_ref().map(|audit| otherwise(app, audit))));
    let noted = live(move || {
        let noted = audit.with(|audit| audit.as_ref().is_some_and(|audit| !audit.decided.is_empty()));
        noted.then(|| view! { <span class="tag tag-ask">{i18n::Said::of(lang).noted}</span> })
    });
    let progress = live(move || audit.with(|audit| audit.as_ref().map_or_else(wait, |audit| rest(app, audit))));
    let href = Route::Program(card.code).hash();
    let english = card.english.then(|| view! { <span class="tag">{i18n::Programs::of(lang).english}</span> });
    view! {
        <article class="card program-card">
            <div class="card-head">
                <h3><a href=href lang="zh-Hant-TW">{card.name}</a></h3>
                {verdict}
            </div>
            <p class="card-about">{spoken(lang, &card.about)}{english}{noted}</p>
            {progress}{others}{own}
        </article>
    }
    .into_any()
}

fn rest(app: AppState, audit: &ProgramAudit) -> AnyView {
    let lang = app.lang.get_untracked();
    let left = match &audit.certificate.answer {
        Answer::NotOpen(closed) => i18n::audit::closed(lang, closed),
        Answer::Met | Answer::NotRequired => {
            let step = next::step_of(app, &audit.code);
            let requirement = match &audit.cross_domain.answer {
                Answer::Met => i18n::marks::fulfilled(lang, step),
                other => i18n::badge::besides(lang, other),
            };
            format!("{}{}{requirement}", i18n::marks::reached(lang, step), lang.pick("", " "))
        }
        Answer::NotYet { reachable: false, missing } => {
            missing.iter().map(|one| i18n::audit::missing(lang, one)).collect::<Vec<_>>().join(lang.pick("；", "; "))
        }
        _ => match audit.certificate.advice.as_ref().map(|advice| advice.first()) {
            Some(advice) => {
                let names = units::list(lang, advice.courses.iter().map(|one| i18n::halves::name(lang, one)));
                let colon = if names.is_empty() { "" } else { lang.pick("：", ": ") };
                format!("{}{colon}{names}", i18n::badge::left_of(lang, &audit.certificate.answer, advice))
            }
            None => i18n::badge::sentence(lang, &audit.certificate.answer, false),
        },
    };
    let bars = (!matches!(audit.certificate.answer, Answer::NotOpen(_))).then(|| bars(lang, audit));
    view! { {bars}<p class="card-left">{spoken(lang, &left)}</p> }.into_any()
}
