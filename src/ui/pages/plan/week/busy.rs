//! The student's own busy hours: a week as a table of toggle buttons.

use kuayu::classes::{Hour, PERIODS, Times, clock};
use kuayu::i18n;
use kuayu::i18n::week::{busy as count, busy_as, day, hour, period};
use kuayu::saved::Busy;
use kuayu::term::Term;
use leptos::prelude::*;

use crate::platform::dom;
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// Monday to Sunday.
const DAYS: u8 = 7;

/// The button, and behind it the week.
pub fn busy(app: AppState, term: Term) -> AnyView {
    let lang = app.lang.get_untracked();
    let stored = Memo::new(move |_| app.saved.with(|document| document.busy_in(term)));
    let open = RwSignal::new(false);
    let id = format!("busy-{term}");
    let title = move || count(lang, stored.get().all().len());
    let grid = live(move || open.get().then(|| grid(app, term, stored)));
    view! {
        <div class="busy no-print">
            <button class="button small" aria-expanded=move || open.get().to_string() aria-controls=id.clone()
                on:click=move |_| open.update(|open| *open = !*open)>{icon(Icon::Clock)}{title}</button>
            <div id=id>{grid}</div>
        </div>
    }
    .into_any()
}

fn grid(app: AppState, term: Term, stored: Memo<Busy>) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Week::of(lang);
    // The one hour that the Tab key reaches; arrow keys go on from there.
    let at = RwSignal::new(Hour { day: 1, period: 0 });
    let heads: Vec<AnyView> = (1..=DAYS).map(|of| view! { <th scope="col">{day(lang, of)}</th> }.into_any()).collect();
    let rows: Vec<AnyView> = (0..PERIODS.len() as u8)
        .map(|of| {
            let cells: Vec<AnyView> =
                (1..=DAYS).map(|day| cell(app, term, stored, at, Hour { day, period: of })).collect();
            let from = clock(of).0;
            view! { <tr><th scope="row">{period(of)}<small class="num">{from}</small></th>{cells}</tr> }.into_any()
        })
        .collect();
    let go = move |event: leptos::ev::KeyboardEvent| {
        let now = at.get_untracked();
        let (day, period) = (now.day, now.period);
        let next = match event.key().as_str() {
            "ArrowLeft" => Hour { day: day.saturating_sub(1).max(1), period },
            "ArrowRight" => Hour { day: (day + 1).min(DAYS), period },
            "ArrowUp" => Hour { day, period: period.saturating_sub(1) },
            "ArrowDown" => Hour { day, period: (period + 1).min(PERIODS.len() as u8 - 1) },
            _ => return,
        };
        event.prevent_default();
        at.set(next);
        dom::focus(&cell_id(term, next));
    };
    let before = app.saved.with_untracked(|document| document.busy_before(term));
    let tools = live(move || {
        let Busy { own, timetable } = stored.get();
        let copy = before.filter(|_| own.is_empty() && timetable.is_empty()).map(|before| {
            let act = move |_| {
                app.saved.edit(|document| {
                    let own = document.busy_in(before).own;
                    document.set_busy(term, Busy { own, timetable: Times::default() });
                });
            };
            view! { <button class="button small" on:click=act>{busy_as(lang, before)}</button> }
        });
        let some = !own.is_empty() || !timetable.is_empty();
        let clear = some.then(|| {
            let act = move |_| {
                let none = |document: &mut kuayu::saved::Document| document.set_busy(term, Busy::default());
                app.saved.edit_with_undo(words.cleared, none);
            };
            view! { <button class="quiet danger" on:click=act>{icon(Icon::Trash)}{words.clear}</button> }
        });
        let taught = (!timetable.is_empty()).then(|| view! { <span class="note">{words.busy_timetable}</span> });
        view! { <div class="buttons">{copy}{clear}{taught}</div> }
    });
    view! {
        <p class="note">{words.busy_hint}</p>
        <table class="hours" aria-label=words.busy on:keydown=go>
            <thead><tr><th scope="col"><span class="visually-hidden">{words.period}</span></th>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {tools}
        <p class="note">{words.busy_kept}</p>
    }
    .into_any()
}

fn cell_id(term: Term, hour: Hour) -> String {
    format!("hour-{term}-{}-{}", hour.day, hour.period)
}

fn cell(app: AppState, term: Term, stored: Memo<Busy>, at: RwSignal<Hour>, of: Hour) -> AnyView {
    let pressed = move || stored.get().all().has(of).to_string();
    let reached = move || if at.get() == of { "0" } else { "-1" };
    let toggle = move |_| {
        at.set(of);
        app.saved.edit(|document| {
            let mut one = Times::default();
            one.insert(of);
            let mut busy = document.busy_in(term);
            match busy.all().has(of) {
                true => busy = Busy { own: busy.own.without(one), timetable: busy.timetable.without(one) },
                false => busy.own.insert(of),
            }
            document.set_busy(term, busy);
        });
    };
    let label = hour(app.lang.get_untracked(), of);
    view! {
        <td><button type="button" class="hour" id=cell_id(term, of) aria-label=label aria-pressed=pressed
            tabindex=reached on:click=toggle></button></td>
    }
    .into_any()
}
