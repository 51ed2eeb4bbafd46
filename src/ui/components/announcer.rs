//! Tells screen readers what a change of the records (not of the profile) changed: which programs have another answer
//! now. One sentence, politely; the page itself is not read out again.

use kuayu::audit::{Profile, ProgramAudit};
use kuayu::i18n::{self, Lang};
use leptos::prelude::*;

use crate::ui::route::Route;
use crate::ui::state::{AppState, Audits, Shared};

/// So many programs are named; of more, only the number is told.
const NAMED: usize = 2;

/// Speaks in the frame's live region from now on.
pub fn announce(app: AppState) {
    Effect::new(move |before: Option<Option<(Shared<Audits>, Profile)>>| {
        let before = before.flatten();
        // The first answers are made in pieces, and this must not ask for them in one. While a file is on its way there
        // are no answers to compare with; then the last ones wait.
        if !app.derived.settled.get() {
            return before;
        }
        let Some(now) = app.derived.audits.get() else { return before };
        // Who says who they are changes nearly every answer, with every department that arrow keys come by.
        let profile = app.profile.get_untracked();
        if let Some((before, _)) = before.filter(|(_, said)| *said == profile) {
            let text = untrack(|| changes(app, &before, &now));
            if !text.is_empty() {
                app.said.set(text);
            }
        }
        Some((now, profile))
    });
}

/// What changed, in a sentence; empty when nothing worth saying did.
fn changes(app: AppState, before: &Audits, now: &Audits) -> String {
    let lang = app.lang.get();
    let shown = app.route.with(|route| match route {
        Route::Program(code) => Some(code.clone()),
        _ => None,
    });
    let mut told = Vec::new();
    let mut others = 0;
    for audit in now.ranked() {
        let Some(old) = before.program(&audit.code) else { continue };
        // Of the program that is open every step counts, of the others only another answer.
        let is_shown = shown.as_ref() == Some(&audit.code);
        let word = |audit: &ProgramAudit| i18n::badge::status(lang, &audit.certificate.answer);
        if word(old) == word(audit) && !(is_shown && state(lang, old) != state(lang, audit)) {
            continue;
        }
        if !is_shown && told.len() >= NAMED {
            others += 1;
            continue;
        }
        let name = app.derived.with_program(&audit.code, |_, _, program| program.name.clone()).unwrap_or_default();
        told.push(i18n::badge::changed(lang, &name, &state(lang, old), &state(lang, audit)));
    }
    i18n::badge::changes(lang, &told, others)
}

/// An answer with what is left of it.
fn state(lang: Lang, audit: &ProgramAudit) -> String {
    let left = audit
        .certificate
        .advice
        .as_ref()
        .map(|advice| i18n::badge::left_of(lang, &audit.certificate.answer, advice.first()));
    left.unwrap_or_else(|| i18n::marks::certificate(lang, &audit.certificate.answer, None).to_owned())
}
