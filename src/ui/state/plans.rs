//! What the student does to plans. A plan is made with the first thing put into it.

use kuayu::audit::CourseRef;
use kuayu::credits::Credits;
use kuayu::i18n::{self, plan::Told};
use kuayu::planning;
use kuayu::saved::{Document, Plan};
use leptos::prelude::*;

use super::App;
use super::saved::once;
use crate::platform::clock;

/// A new plan of that name.
pub fn made(app: App, name: &str) -> Plan {
    let edition = app.derived.catalog.with_untracked(|catalog| {
        let id = app.derived.edition_id.get_untracked();
        super::edition(catalog.as_deref()?, id.as_deref()).map(|edition| edition.id.clone())
    });
    Plan { id: clock::random(), name: name.to_owned(), edition, ..Plan::default() }
}

fn ready(document: &mut Document, plan: Plan) {
    if document.plans.is_empty() {
        document.add_plan(plan);
    }
}

/// Changes the active plan.
pub fn edit(app: App, change: impl FnOnce(&mut Plan)) {
    let plan = made(app, i18n::Plan::of(app.lang.get_untracked()).first);
    app.saved.edit(|document| {
        ready(document, plan);
        document.active_plan_mut().into_iter().for_each(once(change));
    });
}

/// Changes the active plan, says so, and offers to undo it.
pub fn edit_with_undo(app: App, message: String, change: impl FnOnce(&mut Plan)) {
    let plan = made(app, i18n::Plan::of(app.lang.get_untracked()).first);
    app.saved.edit_with_undo(message, |document| {
        ready(document, plan);
        document.active_plan_mut().into_iter().for_each(once(change));
    });
}

/// Adds courses to the active plan, each where it fits, and aims at the program they were advised for.
pub fn add(app: App, courses: &[(CourseRef, Option<Credits>)], target: Option<&str>) {
    let Some(catalog) = app.derived.catalog.get_untracked() else { return };
    let lang = app.lang.get_untracked();
    let now = app.today.term();
    let planned: Vec<_> = app.saved.with_untracked(|document| {
        let one = |(course, credits): &(CourseRef, Option<Credits>)| {
            planning::planned(&catalog, course, *credits, document, now)
        };
        courses.iter().flat_map(one).collect()
    });
    let names = i18n::names::courses(lang, courses.iter().map(|(course, _)| course));
    edit_with_undo(app, i18n::plan::told(lang, Told::Added, &names), |plan| {
        planned.into_iter().for_each(|course| plan.add(course));
        if let Some(target) = target.filter(|target| !plan.targets.iter().any(|known| known == target)) {
            plan.aim(target, true);
        }
    });
}
