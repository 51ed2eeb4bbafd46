//! Which plan is shown; new, copy, rename, delete.

use kuayu::i18n::{self, plan::PlanChange};
use kuayu::saved::Plan;
use leptos::prelude::*;

use crate::platform::{clock, dom};
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::{AppState, plans};

/// The choice of plans and what can be done to them.
pub fn picker(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Plan::of(lang);
    // The plan being renamed: the form belongs to it, whichever is shown.
    let renaming = RwSignal::new(None::<u32>);
    let list = Memo::new(move |_| {
        app.saved.with(|document| {
            let active = document.active_plan().map(|plan| plan.id);
            let one = |plan: &Plan| (plan.id, i18n::plan::name(lang, plan), Some(plan.id) == active);
            document.plans.iter().map(one).collect::<Vec<_>>()
        })
    });
    let tabs = live(move || {
        let tab = |(id, name, active): (u32, String, bool)| {
            let choose = move |_| {
                renaming.set(None);
                app.saved.edit(|document| document.active_plan = Some(id));
            };
            view! { <button class="chip" aria-pressed=active.to_string() on:click=choose>{name}</button> }.into_any()
        };
        list.get().into_iter().map(tab).collect::<Vec<_>>()
    });
    let some = Memo::new(move |_| list.with(|list| !list.is_empty()));
    let create = move |_| {
        let name = match list.with_untracked(Vec::len) {
            0 => words.first.to_owned(),
            n => format!("{} {}", words.first, n + 1),
        };
        let plan = plans::made(app, &name);
        app.saved.edit_with_undo(i18n::plan::done(lang, PlanChange::Copied, &name), |document| document.add_plan(plan));
    };
    let rename = move |_| {
        renaming.set(app.saved.with_untracked(|document| document.active_plan().map(|plan| plan.id)));
        dom::focus_soon("plan-name");
    };
    let tools = live(move || {
        some.get().then(|| {
            view! {
                <button class="button small" on:click=rename>{words.rename}</button>
                <button class="button small" on:click=move |_| copy(app)>{words.duplicate}</button>
                <button class="quiet danger" on:click=move |_| delete(app)>{words.delete}</button>
            }
        })
    });
    let shown = Memo::new(move |_| {
        let active = app.saved.with(|document| document.active_plan().map(|plan| plan.id));
        active.filter(|active| renaming.get() == Some(*active))
    });
    let form = live(move || shown.get().map(|id| name_form(app, id, renaming)));
    view! {
        <section class="picker no-print">
            <div class="chips" role="group" aria-label=words.choose>{tabs}</div>
            <div class="buttons">
                <button class="button small" on:click=create>{icon(Icon::Plus)}{words.new}</button>
                {tools}
            </div>
            {form}
        </section>
    }
    .into_any()
}

fn name_form(app: AppState, id: u32, renaming: RwSignal<Option<u32>>) -> AnyView {
    let lang = app.lang.get_untracked();
    let (words, common) = (i18n::Plan::of(lang), i18n::App::of(lang));
    let now = app.saved.with_untracked(|document| document.active_plan().map(|plan| plan.name.clone()));
    let text = RwSignal::new(now.unwrap_or_default());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = text.with_untracked(|text| text.trim().to_owned());
        renaming.set(None);
        app.saved.edit_with_undo(i18n::plan::done(lang, PlanChange::Renamed, &name), |document| {
            document.plans.iter_mut().filter(|plan| plan.id == id).for_each(|plan| plan.name = name.clone());
        });
    };
    let write = move |event| text.set(event_target_value(&event));
    view! {
        <form class="rename" on:submit=submit>
            <label class="field"><span>{words.name}</span>
                <input class="input" id="plan-name" maxlength="60" autocomplete="off" prop:value=text on:input=write/>
            </label>
            <div class="buttons">
                <button class="button small primary">{common.save}</button>
                <button type="button" class="quiet" on:click=move |_| renaming.set(None)>{common.cancel}</button>
            </div>
        </form>
    }
    .into_any()
}

fn copy(app: AppState) {
    let lang = app.lang.get_untracked();
    let Some(mut plan) = app.saved.with_untracked(|document| document.active_plan().cloned()) else { return };
    plan.name = format!("{}{}", i18n::plan::name(lang, &plan), i18n::Plan::of(lang).copy_of);
    plan.id = clock::random();
    let message = i18n::plan::done(lang, PlanChange::Copied, &plan.name);
    app.saved.edit_with_undo(message, |document| document.add_plan(plan));
}

fn delete(app: AppState) {
    let lang = app.lang.get_untracked();
    let Some(plan) = app.saved.with_untracked(|document| document.active_plan().cloned()) else { return };
    let message = i18n::plan::done(lang, PlanChange::Deleted, &i18n::plan::name(lang, &plan));
    app.saved.edit_with_undo(message, |document| document.remove_plan(plan.id));
}
