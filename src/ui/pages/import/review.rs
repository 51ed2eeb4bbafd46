//! The review: every source with its rows, and the one button that stores them.

use kuayu::i18n;
use kuayu::import::Merge;
use kuayu::saved::Busy;
use leptos::prelude::*;

use super::{Outcome, Outcomes, REVIEW, source};
use crate::platform::location;
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Shared};

/// All sources under review.
pub fn review(app: AppState) -> AnyView {
    let words = i18n::Importing::of(app.lang.get_untracked());
    let outcomes: Outcomes = Memo::new(move |_| {
        let pass_mark = app.profile.with(|profile| profile.pass_mark());
        Shared::new(app.derived.records.with(|stored| app.importing.outcomes(stored, pass_mark)))
    });
    let keep_hours = RwSignal::new(false);
    let ids = Memo::new(move |_| app.importing.ids());
    view! {
        <section class="section review">
            <h2 id=REVIEW tabindex="-1">{words.review}</h2>
            <For each=move || ids.get() key=|id| *id children=move |id| untrack(|| source::source(app, id, outcomes))/>
            {live(move || store(app, &outcomes.get(), keep_hours))}
        </section>
    }
    .into_any()
}

fn total(outcomes: &[Outcome], count: fn(&Merge) -> usize) -> usize {
    outcomes.iter().map(|outcome| count(&outcome.merge)).sum()
}

/// What storing would do, and doing it.
fn store(app: AppState, outcomes: &Shared<Vec<Outcome>>, keep_hours: RwSignal<bool>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let (added, updated) = (total(outcomes, Merge::added), total(outcomes, Merge::updated));
    let rows = total(outcomes, |merge| merge.changes.len());
    let discard = move |_| app.importing.clear();
    if rows == 0 {
        return view! {
            <div class="review-bar">
                <p>{words.nothing_read}</p>
                <button class="button" on:click=discard>{words.discard}</button>
            </div>
        }
        .into_any();
    }
    let outcomes = outcomes.clone();
    // The hours of a timetable are kept only where the student says so.
    let hours = app.importing.hours(app.today.term());
    let keep = (!hours.is_empty()).then(|| {
        let tick = move |event| keep_hours.set(event_target_checked(&event));
        view! {
            <label class="share-tick">
                <input type="checkbox" id="keep-hours" prop:checked=keep_hours on:change=tick/>
                <span>{i18n::Week::of(lang).keep_hours}</span>
            </label>
        }
    });
    let act = move |_| {
        let Some(last) = outcomes.last() else { return };
        let records = last.merge.records.clone();
        let hours = if keep_hours.get_untracked() { hours.clone() } else { Vec::new() };
        app.saved.edit_with_undo(i18n::importing::stored(lang, added, updated), |document| {
            document.records = records;
            for (term, timetable) in hours {
                let own = document.busy_in(term).own;
                document.set_busy(term, Busy { own, timetable });
            }
        });
        app.importing.clear();
        location::go(&Route::Home.hash());
    };
    let sum = i18n::importing::summary(lang, added, updated, rows - added - updated);
    view! {
        {keep}
        <div class="review-bar">
            <p role="status">{sum}</p>
            <div class="buttons">
                <button class="button primary" on:click=act>{icon(Icon::Check)}{words.store}</button>
                <button class="quiet" on:click=discard>{words.discard}</button>
            </div>
        </div>
        <p class="note">{words.current_courses}</p>
    }
    .into_any()
}
