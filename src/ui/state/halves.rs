//! Halves of year courses, by the catalog and the student's own curriculum.

use kuayu::catalog;
use kuayu::i18n::{self, names};
use kuayu::saved::{Document, PlannedCourse};
use kuayu::transcript::{Record, Stage};
use leptos::prelude::*;

use super::AppState;

/// How many parts a course has; 1 where nothing says more.
pub fn parts(app: AppState, code: Option<&str>, name: &str) -> u8 {
    app.derived.catalog.with(|known| {
        let Some(known) = known.as_deref() else { return 1 };
        app.derived.curriculum.with(|own| catalog::parts(known, own.as_deref(), code, name))
    })
}

/// A record's name with its half, in words that go where no part can say its language: `物理（下）`.
pub fn record_named(app: AppState, record: &Record) -> String {
    let name = names::course(app.lang.get_untracked(), record.code.as_deref(), &record.name);
    format!("{name}{}", half(app, record.code.as_deref(), &record.name, record.stage))
}

/// What stands behind the name; mostly nothing.
pub fn half(app: AppState, code: Option<&str>, name: &str, stage: Stage) -> String {
    if stage.is_only() {
        return String::new();
    }
    i18n::halves::half(app.lang.get_untracked(), stage, parts(app, code, name))
}

/// A planned course's name with its half, in words as a record's.
pub fn planned_named(app: AppState, document: &Document, course: &PlannedCourse) -> String {
    let name = names::course(app.lang.get_untracked(), course.code.as_deref(), &course.name);
    format!("{name}{}", planned_half(app, document, course))
}

/// What stands behind a planned course's name. Beside a record that does not say which half it is, it is the other one.
pub fn planned_half(app: AppState, document: &Document, course: &PlannedCourse) -> String {
    let unsaid = PlannedCourse { stage: Stage::Only, ..course.clone() };
    match course.stage {
        Stage::Part(part) if document.records.iter().any(|record| unsaid.is_record(record)) => {
            i18n::halves::advised(app.lang.get_untracked(), &[part], true)
        }
        _ => half(app, course.code.as_deref(), &course.name, course.stage),
    }
}
