//! What to mind in the plan.

use kuayu::i18n;
use kuayu::planning;
use leptos::prelude::*;

use super::ActivePlan;
use crate::ui::components::{Icon, icon, spoken};
use crate::ui::live::live;
use crate::ui::state::{AppState, edition, halves, next, plans, program};

/// The warnings; nothing while there are none.
pub fn mind(app: AppState, plan: ActivePlan) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    let shown = live(move || {
        let catalog = app.derived.catalog.get()?;
        let id = app.derived.edition_id.get();
        let edition = edition(&catalog, id.as_deref())?;
        let plan = plan.get();
        let found = next::with_dates(app, |dates| {
            app.saved.with(|document| planning::warnings(document, &plan, &catalog, edition, dates))
        })?;
        let named = |course| app.saved.with(|document| halves::planned_named(app, document, course));
        let course = |at: usize| plan.courses.get(at).map(named).unwrap_or_default();
        let name = |code: &str| program(edition, code).map_or(code, |program| &program.name).to_owned();
        let mut items: Vec<AnyView> = found
            .iter()
            .map(|one| view! { <li>{spoken(lang, &i18n::plan::warning(lang, one, &course, &name))}</li> }.into_any())
            .collect();
        if let Some(other) = plan.edition.as_ref().filter(|judged| **judged != edition.id) {
            let present = edition.id.clone();
            let judge = move |_| plans::edit(app, |plan| plan.edition = Some(present.clone()));
            let text = format!("{}{other}", words.other_edition);
            items.push(
                view! { <li>{text}" "<button class="quiet accent" on:click=judge>{words.judged_by}</button></li> }
                    .into_any(),
            );
        }
        (!items.is_empty()).then(|| {
            view! {
                <section class="card mind">
                    <h2>{icon(Icon::Warning)}{words.mind}</h2>
                    <ul class="reasons">{items}</ul>
                </section>
            }
            .into_any()
        })
    });
    view! { {shown} }.into_any()
}
