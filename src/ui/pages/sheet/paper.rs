//! The paper of the student's own data, made anew when what is on it changes.

use kuayu::catalog::document::{Edition, Program};
use kuayu::i18n::edition;
use kuayu::i18n::sheet::{self, Audited, Of};
use leptos::prelude::*;

use super::SheetPage;
use crate::ui::components::{paper_body, paper_head, spoken, version};
use crate::ui::live::live;
use crate::ui::state::{basis, halves};

/// The paper. What is written by hand stays when the courses change, so its head is made once.
pub fn paper(here: SheetPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let basis = basis(here.app);
    let made = live(move || {
        let data = basis.get().map(|basis| format!(" · {}", edition::data_hashes(lang, &basis.data)));
        let text = version(here.app) + &data.unwrap_or_default();
        view! { {spoken(lang, &text)} }.into_any()
    });
    let head = of(here, &sheet::head).map(|head| paper_head(lang, head, None, view! { {made} }.into_any()));
    let shown = live(move || {
        let audits = here.app.derived.audits.get()?;
        let passed = here.passed.get()?;
        let audit = here.audit.get()?;
        let parts = |code: Option<&str>, name: &str| halves::parts(here.app, code, name);
        here.app.saved.with(|document| {
            let audited = Audited {
                records: &audits.records,
                decisions: &document.decisions,
                audit: &audit,
                passed: &passed,
                parts: &parts,
            };
            of(here, &|of| paper_body(lang, &sheet::paper(of, &audited)))
        })
    });
    view! { <article class="sheet" lang=lang.tag()>{head}{shown}</article> }.into_any()
}

/// What the sheet is of.
fn of<T>(here: SheetPage, make: &dyn Fn(&Of) -> T) -> Option<T> {
    let lang = here.app.lang.get_untracked();
    let today = here.app.today.iso();
    here.app.derived.with_program(&here.code.get_value(), |_, edition: &Edition, program: &Program| {
        here.app.profile.with(|profile| make(&Of { lang, today: &today, edition, program, profile }))
    })
}
