//! Two or three target programs side by side.

use std::collections::HashSet;

use kuayu::audit::ProgramAudit;
use kuayu::catalog::document::Program;
use kuayu::i18n::{self, Lang, names, units};
use leptos::prelude::*;

use super::ActivePlan;
use crate::ui::components::{certificate_badge, counted, requirement_badge, spoken};
use crate::ui::live::live;
use crate::ui::state::{AppState, edition, program};

/// So many fit beside each other.
const MOST: usize = 3;

/// The table; nothing for fewer than two targets.
pub fn compare(app: AppState, plan: ActivePlan) -> AnyView {
    let words = i18n::Plan::of(app.lang.get_untracked());
    let shown = live(move || {
        let codes = plan.with(|plan| plan.targets.iter().take(MOST).cloned().collect::<Vec<_>>());
        if codes.len() < 2 {
            return None;
        }
        let (catalog, audits) = (app.derived.catalog.get()?, app.derived.audits.get()?);
        let id = app.derived.edition_id.get();
        let edition = edition(&catalog, id.as_deref())?;
        let both = |code: &String| Some((program(edition, code)?, audits.program(code)?.as_ref()));
        let all: Vec<(&Program, &ProgramAudit)> = codes.iter().filter_map(both).collect();
        Some(
            view! {
                <section class="card compare">
                    <h2>{words.compare}</h2>
                    <div class="scroll" tabindex="0" role="region" aria-label=words.compare>{table(app, &all)}</div>
                </section>
            }
            .into_any(),
        )
    });
    view! { {shown} }.into_any()
}

fn table(app: AppState, all: &[(&Program, &ProgramAudit)]) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let row = |title: &'static str, cell: &dyn Fn(&Program, &ProgramAudit) -> AnyView| {
        let cells: Vec<AnyView> = all
            .iter()
            .map(|(program, audit)| {
                let cell = cell(program, audit);
                view! { <td>{cell}</td> }.into_any()
            })
            .collect();
        view! { <tr><th scope="row">{title}</th>{cells}</tr> }.into_any()
    };
    let rows = [
        row(words.college, &|program, _| {
            text(
                lang,
                format!(
                    "{} · {}",
                    units::college(lang, &program.college),
                    names::unit_listed(lang, &program.department)
                ),
            )
        }),
        row(words.needed, &|program, _| text(lang, units::credits(lang, program.min_credits))),
        row(words.status, &|_, audit| certificate_badge(app, audit)),
        row(words.requirement, &|_, audit| requirement_badge(app, audit)),
        row(words.had, &|_, audit| text(lang, counted(lang, audit, &|progress| i18n::audit::number(progress.passed)))),
        row(words.with_plan, &|_, audit| {
            text(lang, counted(lang, audit, &|progress| i18n::audit::number(progress.planned)))
        }),
        row(words.left, &|_, audit| text(lang, left(lang, audit))),
        row(words.only_here, &|program, _| text(lang, units::courses(lang, alone(program, all)))),
    ];
    let heads: Vec<AnyView> = all
        .iter()
        .map(|(program, _)| view! { <th scope="col" lang="zh-Hant-TW">{program.name.clone()}</th> }.into_any())
        .collect();
    view! { <table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table> }.into_any()
}

fn text(lang: Lang, text: String) -> AnyView {
    view! { <span>{spoken(lang, &text)}</span> }.into_any()
}

fn left(lang: Lang, audit: &ProgramAudit) -> String {
    let advice = audit.cross_domain.advice.as_ref().or(audit.certificate.advice.as_ref()).map(|advice| advice.first());
    match advice {
        Some(advice) => {
            let names = units::list(lang, advice.courses.iter().map(|one| i18n::halves::name(lang, one)));
            format!("{} {names}", units::credits(lang, advice.credits))
        }
        None => lang.pick("－", "–").to_owned(),
    }
}

/// How many of the program's courses none of the others lists.
fn alone(program: &Program, all: &[(&Program, &ProgramAudit)]) -> usize {
    let others: HashSet<_> = all
        .iter()
        .filter(|(other, _)| other.code != program.code)
        .flat_map(|(other, _)| other.listings().map(|(_, one)| (&one.code, &one.name)))
        .collect();
    program.listings().filter(|(_, one)| !others.contains(&(&one.code, &one.name))).count()
}
