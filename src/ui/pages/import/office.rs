//! The graduation review's table of courses not placed, beside our cross-domain answers.

use kuayu::audit::{Agreement, Standing, Student, compare_unplaced};
use kuayu::i18n::{self, Lang};
use kuayu::sorting;
use kuayu::transcript::Record;
use leptos::prelude::*;

use crate::ui::components::{course_name, spoken};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// One course of the table.
type Compared = (Agreement, Standing, Record);

/// The comparison, following the profile. Nothing where the source has no such table.
pub fn office(app: AppState, id: u32) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let unplaced = untrack(|| {
        app.importing.look(id, |source| {
            let rows = source.import.rows.iter().filter(|row| row.unplaced);
            rows.map(|row| row.record.clone()).collect::<Vec<_>>()
        })
    });
    let unplaced = unplaced.unwrap_or_default();
    if unplaced.is_empty() {
        return ().into_any();
    }
    let found = move || compare(app, &unplaced);
    let body = live(move || match found() {
        None => {
            let known = app.profile.with(|profile| profile.group.is_some() && profile.entry.is_some());
            let text = if known { words.office_no_curriculum } else { words.office_no_profile };
            view! { <p class="notice">{text}</p> }.into_any()
        }
        Some(found) => {
            let count = |wanted: Agreement| found.iter().filter(|(agreement, ..)| *agreement == wanted).count();
            let (differ, open) = (count(Agreement::Differs), count(Agreement::Open));
            let sum = i18n::importing::compared(lang, count(Agreement::Agrees), differ, open);
            let entry = app.profile.with(|profile| profile.entry);
            let rows: Vec<AnyView> = found.into_iter().map(|one| row(lang, entry, one)).collect();
            view! { <p role="status"><b>{sum}</b></p><ul class="office-rows">{rows}</ul> }.into_any()
        }
    });
    view! {
        <details class="panel office" open=true>
            <summary>{words.office}</summary>
            <p class="note">{words.office_why}</p>
            {body}
        </details>
    }
    .into_any()
}

/// The courses of the table, differences first. `None` while the own curriculum is not known.
fn compare(app: AppState, unplaced: &[Record]) -> Option<Vec<Compared>> {
    let catalog = app.derived.catalog.get()?;
    let curriculum = app.derived.curriculum.get()?;
    let mut found: Vec<Compared> = app.profile.with(|profile| {
        let student = Student::new(&*catalog, profile, Some(&curriculum));
        let one = |record: &Record| {
            let (agreement, standing) = compare_unplaced(&catalog, &student, record);
            (agreement, standing, record.clone())
        };
        unplaced.iter().map(one).collect()
    });
    sorting::sort_by_key(&mut found, |(agreement, ..)| *agreement);
    Some(found)
}

fn row(lang: Lang, entry: Option<u16>, (agreement, standing, record): Compared) -> AnyView {
    let words = i18n::Importing::of(lang);
    let (word, class) = match agreement {
        Agreement::Agrees => (words.agrees, "tag tag-met"),
        Agreement::Differs => (words.differs, "tag tag-bad"),
        Agreement::Open => (words.open, "tag tag-ask"),
    };
    let why = i18n::audit::standing(lang, &standing, entry);
    view! {
        <li>
            {course_name(lang, record.code.as_deref(), &record.name, String::new())}" "<span class=class>{word}</span>
            <p class="note">{spoken(lang, &why)}</p>
        </li>
    }
    .into_any()
}
