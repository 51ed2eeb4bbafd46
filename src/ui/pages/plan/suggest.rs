//! A suggestion for a student, ready to be sent: what it changes and gains, a note, and the link.

use kuayu::day::Day;
use kuayu::i18n;
use kuayu::saved::share::{self, NOTE_MOST, Proposal};
use leptos::prelude::*;

use super::{ActivePlan, link};
use crate::ui::components::{differences, gains};
use crate::ui::live::live;
use crate::ui::state::{AppState, basis, known};

/// The section.
pub fn suggest(app: AppState, plan: ActivePlan) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    // Names that everybody can look up need not be in the link.
    app.files.load_courses();
    let base = Memo::new(move |_| app.drafts.get().map(|draft| draft.base).unwrap_or_default());
    let note = Memo::new(move |_| app.drafts.get().map(|draft| draft.note).unwrap_or_default());
    let basis = basis(app);
    let link = Memo::new(move |_| {
        let proposal = Proposal {
            profile: app.profile.get(),
            plan: plan.get(),
            base: base.get(),
            note: note.get(),
            day: Day::parse(&app.today.iso()),
        };
        share::propose(&proposal, &|code| known(app, code)).map(|data| link::address(data, basis.get()))
    });
    let changes = live(move || app.saved.with(|document| differences(app, document, &base.get(), &plan.get())));
    let answers = live(move || {
        let prepared = app.derived.prepared.get()?;
        Some(app.saved.with(|document| gains(app, &prepared, document, &base.get(), &plan.get())))
    });
    let too_large =
        live(move || link.with(Option::is_none).then(|| view! { <p class="note" role="alert">{words.too_large}</p> }));
    let write = move |event| app.drafts.say(event_target_value(&event));
    view! {
        <section class="card share no-print" id="suggest" tabindex="-1">
            <h2>{words.title}</h2>
            <p class="note">{words.lead}</p>
            <h3>{words.changes}</h3>
            {changes}
            {answers}
            <label class="field"><span>{words.note}</span>
                <textarea class="input" id="suggest-note" rows="4" maxlength=NOTE_MOST.to_string()
                    aria-describedby="suggest-hint" prop:value=note on:input=write></textarea>
            </label>
            <p class="note" id="suggest-hint">{words.note_hint}</p>
            {too_large}
            {link::link(app, words.link, link, move || app.drafts.sent())}
        </section>
    }
    .into_any()
}
