//! The procedure as a timeline, with this student's own terms and dates, and as a calendar file.

use kuayu::audit::{Degree, Profile};
use kuayu::day::Day;
use kuayu::i18n::{self, units};
use kuayu::ics::{self, Event};
use kuayu::planning;
use kuayu::procedure::{self, Registration};
use kuayu::regulation::APPLICATION_WEEKS;
use leptos::prelude::*;

use crate::platform::download;
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::{App, edition};

/// The timeline.
pub fn timeline(app: App) -> AnyView {
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
            {calendar(app)}
        </section>
    }
    .into_any()
}

fn registration(app: App) -> Registration {
    let catalog = app.derived.catalog.get();
    let id = app.derived.edition_id.get();
    let edition = catalog.as_ref().and_then(|catalog| edition(catalog, id.as_deref()));
    let calendar = edition.map(|edition| edition.calendar.as_slice()).unwrap_or_default();
    let look = |profile: &Profile| procedure::registration(profile, calendar, &app.today.iso(), app.today.term());
    app.profile.with(look)
}

fn own(text: impl Fn() -> Option<String> + Send + 'static) -> AnyView {
    let line =
        live(move || text().map(|text| view! { <p class="own-date">{icon(Icon::Calendar)}<span>{text}</span></p> }));
    view! { {line} }.into_any()
}

fn registration_dates(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    own(move || Some(i18n::badge::registration(lang, &registration(app))))
}

fn application_dates(app: App) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Guide::of(lang);
    let last = move || {
        let term = app.profile.with(planning::last_term)?;
        Some(format!("{}: {}", words.last_apply, units::term(lang, term)))
    };
    let weeks = move || {
        let (from, to) = weeks(app)?;
        Some(format!("{} ({}): {from} – {to}", words.this_term, app.today.term()))
    };
    let write = move |event| {
        let day = Some(event_target_value(&event)).filter(|day| Day::parse(day).is_some());
        app.saved.edit_settings(|settings| settings.first_monday = day.clone());
    };
    let value = move || app.saved.with(|document| document.settings.first_monday.clone().unwrap_or_default());
    view! {
        {own(last)}{own(weeks)}
        <label class="field first-monday">
            <span>{words.first_monday}</span>
            <input class="input" type="date" prop:value=value on:change=write/>
            <span class="note">{words.first_monday_why}</span>
        </label>
    }
    .into_any()
}

/// The weeks of application of this term, once its first Monday is known.
fn weeks(app: App) -> Option<(Day, Day)> {
    let monday = app.saved.with(|document| document.settings.first_monday.clone())?;
    let (from, to) = APPLICATION_WEEKS;
    Some(Day::parse(&monday)?.weeks(from, to))
}

fn events(app: App) -> Vec<Event> {
    let lang = app.lang.get_untracked();
    let words = i18n::Guide::of(lang);
    let event = |id: &str, days: (Day, Day), title: &str, text: &str| Event {
        id: format!("{id}-{}", days.0),
        from: days.0,
        to: days.1,
        title: i18n::guide::event(lang, title),
        text: text.to_owned(),
    };
    let days = match registration(app) {
        Registration::Open { to, .. } => Day::parse(&app.today.iso()).zip(Day::parse(&to)),
        Registration::Coming { from, to, .. } => Day::parse(&from).zip(Day::parse(&to)),
        Registration::Until(_) | Registration::Past(_) | Registration::Unknown | Registration::NotSaid => None,
    };
    let register = days.map(|days| event("register", days, words.register, words.register_text));
    let apply = weeks(app).map(|days| event("apply", days, words.apply, words.apply_text));
    register.into_iter().chain(apply).collect()
}

fn calendar(app: App) -> AnyView {
    let words = i18n::Guide::of(app.lang.get_untracked());
    let any = Memo::new(move |_| !events(app).is_empty());
    let save = move |_| {
        if let Some(today) = Day::parse(&app.today.iso()) {
            let text = untrack(|| ics::write(&events(app), today));
            download::save("kuayu.ics", "text/calendar;charset=utf-8", &text);
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
