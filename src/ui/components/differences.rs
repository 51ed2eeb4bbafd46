//! What a plan changes of another, and what it gains: a suggestion beside the plan that it is for.

use kuayu::audit::{ConditionSource, Prepared, ProgramAudit, Progress};
use kuayu::i18n::{self, Lang};
use kuayu::planning::{self, Moved};
use kuayu::saved::{Document, Plan, PlannedCourse};
use leptos::prelude::*;

use super::{about, certificate_badge, planned_name, requirement_badge};
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// A list of all that is another in `after`. `document` is that of the student.
pub fn differences(app: AppState, document: &Document, before: &Plan, after: &Plan) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let found = planning::differences(before, after);
    if found.is_empty() {
        return view! { <p class="note">{words.none}</p> }.into_any();
    }
    let course = |tag: &'static str, class: &'static str, course: &PlannedCourse, when: String| {
        let lang = app.lang.get_untracked();
        let about = about(lang, course.code.as_deref(), course.credits);
        let name = planned_name(app, document, course);
        view! {
            <li><span class=class>{tag}</span>" "{name}<span class="course-about num">{when}" · "{about}</span></li>
        }
        .into_any()
    };
    let aim = |tag: &'static str, class: &'static str, code: &String| {
        let name = named(app, code);
        view! { <li><span class=class>{tag}</span>" "<span lang="zh-Hant-TW">{name}</span></li> }.into_any()
    };
    let (plus, minus, other) = ("tag tag-met", "tag tag-bad", "tag tag-coming");
    let when = |course: &PlannedCourse| time(app, document, course);
    let change = |from: &PlannedCourse, to: &PlannedCourse| {
        i18n::units::from_to(app.lang.get_untracked(), &when(from), &when(to))
    };
    let moved = |Moved { from, to }: &Moved| course(words.moved, other, to, change(from, to));
    let rows: Vec<AnyView> = found
        .aimed
        .iter()
        .map(|code| aim(words.aimed, plus, code))
        .chain(found.dropped.iter().map(|code| aim(words.dropped, minus, code)))
        .chain(found.added.iter().map(|one| course(words.added, plus, one, when(one))))
        .chain(found.removed.iter().map(|one| course(words.removed, minus, one, when(one))))
        .chain(found.moved.iter().map(moved))
        .collect();
    view! { <ul class="course-list differences">{rows}</ul> }.into_any()
}

/// The answers for every program that one of both plans aims at, with the one and with the other.
pub fn gains(app: AppState, prepared: &Prepared, document: &Document, before: &Plan, after: &Plan) -> AnyView {
    let words = i18n::Propose::of(app.lang.get_untracked());
    let mut codes = before.targets.clone();
    codes.extend(after.targets.iter().filter(|code| !before.targets.contains(code)).cloned());
    if codes.is_empty() {
        return ().into_any();
    }
    let judged = |plan: &Plan| prepared.audit(&document.records_with(plan));
    let (before, after) = (judged(before), judged(after));
    let of = |audits: &[ProgramAudit], code: &String| audits.iter().find(|audit| audit.code == *code).cloned();
    let tables: Vec<AnyView> =
        codes.iter().filter_map(|code| Some(table(app, &of(&before, code)?, &of(&after, code)?))).collect();
    view! { <h3>{words.gains}</h3><div class="gains">{tables}</div> }.into_any()
}

fn table(app: AppState, before: &ProgramAudit, after: &ProgramAudit) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Propose::of(lang);
    let name = named(app, &before.code);
    let href = Route::Program(before.code.clone()).hash();
    let row = |title: &'static str, cell: &dyn Fn(&ProgramAudit) -> AnyView| {
        view! { <tr><th scope="row">{title}</th><td>{cell(before)}</td><td>{cell(after)}</td></tr> }.into_any()
    };
    let counted = |audit: &ProgramAudit| {
        let text = counted(lang, audit, &|progress| i18n::audit::number(progress.planned));
        view! { <span class="num">{text}</span> }.into_any()
    };
    let rows = [
        row(words.certificate, &|audit| certificate_badge(app, audit)),
        row(words.requirement, &|audit| requirement_badge(app, audit)),
        row(words.counted, &counted),
    ];
    view! {
        <table data-program=before.code.clone()>
            <caption><a href=href lang="zh-Hant-TW">{name}</a></caption>
            <thead><tr><td></td><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Credits of a program by that number, and of how many: `6/10`.
pub fn counted(lang: Lang, audit: &ProgramAudit, number: &dyn Fn(&Progress) -> String) -> String {
    let of_credits = |progress: &&Progress| progress.condition.source == ConditionSource::ProgramCredits;
    let found = audit.certificate.progress.iter().find(of_credits);
    found
        .map(|progress| format!("{}/{}", number(progress), i18n::audit::number(progress.condition.need)))
        .unwrap_or_else(|| lang.pick("－", "–").to_owned())
}

/// A program by name; by its code where this edition has none of it.
fn named(app: AppState, code: &str) -> String {
    app.derived.with_program(code, |_, _, program| program.name.clone()).unwrap_or_else(|| code.to_owned())
}

/// When a course is taken, and in which class, where one is chosen.
fn time(app: AppState, document: &Document, course: &PlannedCourse) -> String {
    let lang = app.lang.get_untracked();
    let semester = i18n::plan::semester(lang, course.term, &document.profile);
    let class = course.class.as_ref().map(|class| format!(" · {} {class}", i18n::Propose::of(lang).class));
    semester + class.as_deref().unwrap_or_default()
}
