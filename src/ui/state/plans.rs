//! What the student does to plans. A plan is made with the first thing put into it.

use kuayu::audit::{AdvisedCourse, CourseRef, SharedCourse};
use kuayu::credits::Credits;
use kuayu::i18n::{self, Lang, plan::PlanChange};
use kuayu::planning;
use kuayu::saved::{Document, Plan};
use leptos::prelude::*;

use super::AppState;
use super::saved::once;
use crate::platform::clock;

/// A new plan of that name.
pub fn made(app: AppState, name: &str) -> Plan {
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
pub fn edit(app: AppState, change: impl FnOnce(&mut Plan)) {
    let plan = made(app, i18n::Plan::of(app.lang.get_untracked()).first);
    app.saved.edit(|document| {
        ready(document, plan);
        document.active_plan_mut().into_iter().for_each(once(change));
    });
}

/// Changes the active plan, says so, and offers to undo it.
pub fn edit_with_undo(app: AppState, message: String, change: impl FnOnce(&mut Plan)) {
    let plan = made(app, i18n::Plan::of(app.lang.get_untracked()).first);
    app.saved.edit_with_undo(message, |document| {
        ready(document, plan);
        document.active_plan_mut().into_iter().for_each(once(change));
    });
}

/// A course to plan.
pub struct Take {
    course: CourseRef,
    /// As it is told: with the half that is meant.
    name: String,
    credits: Option<Credits>,
    /// The halves of a year course that are meant; empty: all that are missing.
    stages: Vec<u8>,
}

impl Take {
    /// A course, all of it.
    pub fn of(lang: Lang, course: &CourseRef, credits: Option<Credits>) -> Take {
        let name = i18n::halves::named(lang, course, &[], false);
        Take { course: course.clone(), name, credits, stages: Vec::new() }
    }

    /// A course that is advised.
    pub fn advised(lang: Lang, one: &AdvisedCourse) -> Take {
        Take::half(lang, &one.course, one.credits, &one.stages, one.unsaid)
    }

    /// A course that is advised for several programs.
    pub fn shared(lang: Lang, one: &SharedCourse) -> Take {
        Take::half(lang, &one.course, one.credits, &one.stages, one.unsaid)
    }

    fn half(lang: Lang, course: &CourseRef, credits: Credits, stages: &[u8], unsaid: bool) -> Take {
        let name = i18n::halves::named(lang, course, stages, unsaid);
        Take { course: course.clone(), name, credits: Some(credits), stages: stages.to_vec() }
    }
}

/// The names of courses to plan, as they are told.
pub fn names(lang: Lang, courses: &[Take]) -> String {
    i18n::units::list(lang, courses.iter().map(|take| take.name.as_str()))
}

/// Adds courses to the active plan, each where it fits, and aims at the program they were advised for.
pub fn add(app: AppState, courses: &[Take], target: Option<&str>) {
    let Some(catalog) = app.derived.catalog.get_untracked() else { return };
    let lang = app.lang.get_untracked();
    let now = app.today.term();
    let planned: Vec<_> = app.saved.with_untracked(|document| {
        let one = |take: &Take| planning::planned(&catalog, &take.course, take.credits, &take.stages, document, now);
        courses.iter().flat_map(one).collect()
    });
    let names = names(lang, courses);
    edit_with_undo(app, i18n::plan::done(lang, PlanChange::Added, &names), |plan| {
        planned.into_iter().for_each(|course| plan.add(course));
        if let Some(target) = target.filter(|target| !plan.targets.iter().any(|known| known == target)) {
            plan.aim(target, true);
        }
    });
}
