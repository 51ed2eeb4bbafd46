//! Where the student stands on this day, for whatever says what comes next.

use kuayu::audit::Profile;
use kuayu::day::Day;
use kuayu::deadlines::Dates;
use kuayu::next_step::{Answers, Situation};
use kuayu::saved::{Step, marks};

use leptos::prelude::*;

use super::AppState;

/// Looks at the calendar as it is for the student today. `None` until the catalog is here.
pub fn with_dates<R>(app: AppState, look: impl FnOnce(&Dates) -> R) -> Option<R> {
    let catalog = app.derived.catalog.get()?;
    let first_monday = app.saved.with(|document| document.settings.first_monday.as_deref().and_then(Day::parse));
    let degree = app.profile.with(|profile: &Profile| profile.degree);
    let (today, now) = (Day::parse(&app.today.iso())?, app.today.term());
    Some(look(&Dates { calendar: &catalog.document().calendar, degree, today, now, first_monday }))
}

/// Looks at where the student stands. `None` until the verdicts are here.
pub fn with_situation<R>(app: AppState, look: impl FnOnce(&Situation) -> R) -> Option<R> {
    let audits = app.derived.audits.get()?;
    let answers: Vec<Answers> = audits
        .ranked()
        .map(|audit| Answers {
            program: &audit.code,
            certificate: &audit.certificate.answer,
            requirement: &audit.cross_domain.answer,
        })
        .collect();
    with_dates(app, |dates| {
        app.saved.with(|document| {
            let targets = document.active_plan().map(|plan| plan.targets.as_slice()).unwrap_or_default();
            let (profile, marks, answers) = (&document.profile, &document.marks, &answers);
            look(&Situation { profile, marks, answers, targets, dates: *dates })
        })
    })
}

/// The furthest step that the student has marked of a program.
pub fn step_of(app: AppState, program: &str) -> Option<Step> {
    app.saved.with(|document| marks::furthest(&document.marks, program))
}
