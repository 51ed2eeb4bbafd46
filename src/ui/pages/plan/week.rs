//! When the planned courses are taught, semester by semester: their classes, whether they go together, busy hours.

mod busy;
mod card;

use kuayu::i18n;
use kuayu::planning;
use kuayu::term::Term;
use leptos::prelude::*;

use super::ActivePlan;
use crate::ui::live::live;
use crate::ui::state::AppState;

/// A card for each semester from now on that has courses; nothing while there are none.
pub fn weeks(app: AppState, plan: ActivePlan) -> AnyView {
    let terms = Memo::new(move |_| {
        let plan = plan.get();
        let now = app.today.term();
        let columns = app.saved.with(|document| planning::board(document, &plan, now));
        let some = columns.into_iter().filter(|column| !column.places.is_empty());
        some.filter_map(|column| column.term.filter(|term| *term >= now)).collect::<Vec<Term>>()
    });
    // Asking for files is talking to the outside world.
    Effect::new(move |_| terms.with(|terms| terms.iter().for_each(|term| app.files.want_classes(*term))));
    let any = Memo::new(move |_| terms.with(|terms| !terms.is_empty()));
    // While there are none, the heading is not there: alone, it would name nothing.
    let shown = live(move || any.get().then(|| all(app, plan, terms)));
    view! { {shown} }.into_any()
}

fn all(app: AppState, plan: ActivePlan, terms: Memo<Vec<Term>>) -> AnyView {
    let words = i18n::Week::of(app.lang.get_untracked());
    let missing = live(move || {
        let retry = move |_| app.files.classes_again();
        app.files.classes_lost().then(|| {
            view! {
                <p class="note" role="status">{words.missing}" "
                    <button class="quiet accent" on:click=retry>{words.again}</button>
                </p>
            }
        })
    });
    let cards = live(move || terms.get().into_iter().map(|term| card::card(app, plan, term)).collect::<Vec<_>>());
    view! {
        <section class="weeks">
            <h2>{words.title}</h2>
            {missing}
            {cards}
        </section>
    }
    .into_any()
}
