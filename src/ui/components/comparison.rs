//! Two or three programs side by side: what differs first, what is alike below it.

use std::collections::HashSet;

use kuayu::audit::ProgramAudit;
use kuayu::catalog::document::Program;
use kuayu::i18n::{self, Lang, names, units};
use leptos::prelude::*;

use super::{certificate_badge, counted, requirement_badge, spoken};
use crate::ui::route::Route;
use crate::ui::state::{AppState, edition, next, program};

/// So many fit beside each other.
pub const MOST: usize = 3;

/// A program with the student's answer.
type Judged<'a> = (&'a Program, &'a ProgramAudit);

/// What is said of each program on one point.
struct Point {
    title: &'static str,
    told: Vec<String>,
    /// How it is shown, where that is more than the text.
    shown: Option<fn(AppState, &ProgramAudit) -> AnyView>,
}

/// The table of the first few; nothing for fewer than two.
pub fn comparison(app: AppState, codes: &[String]) -> Option<AnyView> {
    let (catalog, audits) = (app.derived.catalog.get()?, app.derived.audits.get()?);
    let id = app.derived.edition_id.get();
    let edition = edition(&catalog, id.as_deref())?;
    let both = |code: &String| Some((program(edition, code)?, audits.program(code)?.as_ref()));
    let all: Vec<Judged> = codes.iter().filter_map(both).take(MOST).collect();
    (all.len() > 1).then(|| table(app, &all))
}

fn table(app: AppState, all: &[Judged]) -> AnyView {
    let (alike, differing): (Vec<Point>, Vec<Point>) =
        points(app, all).into_iter().partition(|point| point.told.windows(2).all(|two| two.first() == two.last()));
    let differing: Vec<AnyView> = differing.iter().map(|point| each(app, all, point)).collect();
    let alike: Vec<AnyView> = alike.iter().map(|point| once(app, all, point)).collect();
    let head = |(program, _): &Judged| {
        let (href, name) = (Route::Program(program.code.clone()).hash(), program.name.clone());
        view! { <th scope="col" lang="zh-Hant-TW"><a href=href>{name}</a></th> }.into_any()
    };
    let heads: Vec<AnyView> = all.iter().map(head).collect();
    view! { <table><thead><tr>{heads}</tr></thead>{differing}{alike}</table> }.into_any()
}

/// Two lines: what it is about over the whole width, and under it each program's own. So three fit on a phone.
fn each(app: AppState, all: &[Judged], point: &Point) -> AnyView {
    let lang = app.lang.get_untracked();
    let cell = |((_, audit), text): (&Judged, &String)| {
        let shown = point
            .shown
            .map_or_else(|| view! { <span>{spoken(lang, text)}</span> }.into_any(), |shown| shown(app, audit));
        view! { <td>{shown}</td> }.into_any()
    };
    let cells: Vec<AnyView> = all.iter().zip(&point.told).map(cell).collect();
    let columns = all.len().to_string();
    view! {
        <tbody>
            <tr><th scope="rowgroup" colspan=columns>{point.title}</th></tr>
            <tr>{cells}</tr>
        </tbody>
    }
    .into_any()
}

/// What is the same of all is said once.
fn once(app: AppState, all: &[Judged], point: &Point) -> AnyView {
    let lang = app.lang.get_untracked();
    let text = point.told.first().cloned().unwrap_or_default();
    let columns = all.len().to_string();
    let title = units::of(lang, point.title, i18n::Programs::of(lang).alike);
    view! {
        <tbody class="alike">
            <tr><th scope="rowgroup" colspan=columns.clone()>{title}</th></tr>
            <tr><td colspan=columns>{spoken(lang, &text)}</td></tr>
        </tbody>
    }
    .into_any()
}

fn points(app: AppState, all: &[Judged]) -> Vec<Point> {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let point =
        |title, shown, tell: &dyn Fn(&Judged) -> String| Point { title, shown, told: all.iter().map(tell).collect() };
    let step = |audit: &ProgramAudit| next::step_of(app, &audit.code);
    vec![
        point(words.status, Some(certificate_badge), &|(_, audit)| {
            i18n::marks::certificate(lang, &audit.certificate.answer, step(audit)).to_owned()
        }),
        point(words.left, None, &|(_, audit)| left(lang, audit)),
        point(words.requirement, Some(requirement_badge), &|(_, audit)| {
            i18n::marks::requirement(lang, &audit.cross_domain.answer, step(audit)).to_owned()
        }),
        point(words.needed, None, &|(program, _)| units::credits(lang, program.min_credits)),
        point(words.had, None, &|(_, audit)| counted(lang, audit, &|progress| i18n::audit::number(progress.passed))),
        point(words.with_plan, None, &|(_, audit)| {
            counted(lang, audit, &|progress| i18n::audit::number(progress.planned))
        }),
        point(words.only_here, None, &|(program, _)| units::courses(lang, alone(program, all))),
        point(words.college, None, &|(program, _)| {
            let (college, unit) =
                (units::college(lang, &program.college), names::unit_listed(lang, &program.department));
            format!("{college} · {unit}")
        }),
    ]
}

fn left(lang: Lang, audit: &ProgramAudit) -> String {
    let advice = audit.cross_domain.advice.as_ref().or(audit.certificate.advice.as_ref()).map(|advice| advice.first());
    match advice {
        Some(advice) => {
            let names = units::list(lang, advice.courses.iter().map(|one| i18n::halves::name(lang, one)));
            let credits = units::credits(lang, advice.credits);
            if names.is_empty() { credits } else { units::of(lang, &credits, &names) }
        }
        None => lang.pick("－", "–").to_owned(),
    }
}

/// How many of the program's courses none of the others lists.
fn alone(program: &Program, all: &[Judged]) -> usize {
    let others: HashSet<_> = all
        .iter()
        .filter(|(other, _)| other.code != program.code)
        .flat_map(|(other, _)| other.listings().map(|(_, one)| (&one.code, &one.name)))
        .collect();
    program.listings().filter(|(_, one)| !others.contains(&(&one.code, &one.name))).count()
}
