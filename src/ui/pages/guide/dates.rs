//! The procedure as a timeline, with this student's own terms and dates, and as a calendar file.

use kuayu::audit::Degree;
use kuayu::catalog::calendar::Act;
use kuayu::day::Day;
use kuayu::deadlines::Deadline;
use kuayu::i18n::{self, units};
use kuayu::ics::{self, Event};
use kuayu::next_step::{NextStep, deadlines, next_step};
use kuayu::planning;
use kuayu::procedure::registration;
use kuayu::saved::Step;
use leptos::prelude::*;

use crate::ui::components::{Icon, deadline_list, hand_over, icon};
use crate::ui::live::live;
use crate::ui::state::{AppState, next};

/// The timeline.
pub fn timeline(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Guide::of(lang);
    let step = |title: &'static str, text: &'static str, own: AnyView| {
        view! { <li class="step-item"><h3>{title}</h3><p class="note">{text}</p>{own}</li> }.into_any()
    };
    let none = || ().into_any();
    let graduate = app.profile.with_untracked(|profile| profile.degree == Degree::Graduate);
    let register = if graduate { words.register_other } else { words.register_text };
    view! {
        <section class="card">
            <h2>{words.steps}</h2>
            <ol class="timeline">
                {step(words.choose, words.choose_text, none())}
                {step(words.register, register, registration_dates(app))}
                {step(words.take, words.take_text, none())}
                {step(words.apply, words.apply_text, application_dates(app))}
                {step(words.review, words.review_text, none())}
                {step(words.issued, words.issued_text, none())}
            </ol>
            <h3>{i18n::Next::of(lang).deadlines}</h3>
            {deadline_list(app, None)}
            {calendar(app)}
        </section>
    }
    .into_any()
}

fn own(text: impl Fn() -> Option<String> + Send + 'static) -> AnyView {
    let line =
        live(move || text().map(|text| view! { <p class="own-date">{icon(Icon::Calendar)}<span>{text}</span></p> }));
    view! { {line} }.into_any()
}

fn registration_dates(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let stands = move || app.profile.with(|profile| next::with_dates(app, |dates| registration(profile, dates)));
    // Whoever is registered, or has the credits, is past this step.
    let open = move || {
        let marked = app.saved.with(|document| document.marks.iter().any(|mark| mark.step == Step::Registered));
        let past =
            next::with_situation(app, |here| matches!(next_step(here), NextStep::Apply { .. } | NextStep::Wait { .. }));
        !marked && past == Some(false)
    };
    own(move || open().then(stands).flatten().map(|stands| i18n::badge::registration(lang, &stands)))
}

fn application_dates(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Guide::of(lang);
    let last = move || {
        let term = app.profile.with(planning::last_term)?;
        Some(units::of(lang, words.last_apply, &units::term(lang, term)))
    };
    let now = app.today.term();
    let weeks = move || {
        let found = next::with_dates(app, |dates| dates.next(Act::Apply, now, now.next()))??;
        Some(units::of(lang, &i18n::next::what(lang, &found), &i18n::next::when(lang, &found)))
    };
    let write = move |event| {
        let day = Some(event_target_value(&event)).filter(|day| Day::parse(day).is_some());
        app.saved.edit_settings(|settings| settings.first_monday = day.clone());
    };
    let value = move || app.saved.with(|document| document.settings.first_monday.clone().unwrap_or_default());
    // Where the calendar knows it, nobody is asked.
    let unknown = Memo::new(move |_| next::with_dates(app, |dates| !dates.knows_now()) == Some(true));
    let ask = live(move || {
        unknown.get().then(|| {
            view! {
                <label class="field first-monday">
                    <span>{words.first_monday}</span>
                    <input class="input" type="date" prop:value=value on:change=write/>
                    <span class="note">{words.first_monday_why}</span>
                </label>
            }
        })
    });
    view! { {own(last)}{own(weeks)}{ask} }.into_any()
}

/// Everything with known days that is to come for the student.
fn events(app: AppState) -> Vec<Event> {
    let lang = app.lang.get_untracked();
    let words = i18n::Guide::of(lang);
    let found = next::with_situation(app, |here| {
        let mut found = deadlines(here, &next_step(here));
        // Whoever looks this far ahead wants the end, too.
        let last = here.dates.next(Act::Apply, here.dates.now, here.dates.now.next());
        let left = !found.is_empty() && !found.iter().any(|one| one.act == Act::Apply);
        found.extend(last.filter(|_| left));
        found
    })
    .unwrap_or_default();
    let event = |one: &Deadline| {
        let (act, text) = match one.act {
            Act::Register => ("register", words.register_text),
            Act::Preselect => ("preselection", words.take_text),
            Act::AddDrop => ("add-drop", words.take_text),
            Act::Withdraw => ("withdrawal", ""),
            Act::Apply => ("apply", words.apply_text),
        };
        let (from, to) = one.when.days()?;
        let title = i18n::guide::event(lang, &i18n::next::what(lang, one));
        // Named by what it is, not by its days: a calendar that knows it moves it.
        Some(Event { id: format!("{act}-{}", one.term), from, to, title, text: text.to_owned() })
    };
    found.iter().filter_map(event).collect()
}

fn calendar(app: AppState) -> AnyView {
    let words = i18n::Guide::of(app.lang.get_untracked());
    let any = Memo::new(move |_| !events(app).is_empty());
    let save = move |_| {
        if let Some(today) = Day::parse(&app.today.iso()) {
            let text = untrack(|| ics::write(&events(app), today));
            hand_over(app, "kuayu.ics", "text/calendar;charset=utf-8", text);
        }
    };
    let button = live(move || {
        if any.get() {
            view! { <button class="button" on:click=save>{icon(Icon::Calendar)}{words.calendar}</button> }.into_any()
        } else {
            view! { <p class="note">{words.calendar_none}</p> }.into_any()
        }
    });
    view! { {button} }.into_any()
}
