//! Which courses are on the sheet: everything that could be, to be ticked.

use kuayu::audit::NotCountedReason;
use kuayu::{i18n, sheet};
use leptos::prelude::*;

use super::{SheetPage, is_on};
use crate::ui::components::{about, record_name};
use crate::ui::live::live;

/// The list of ticks. Not printed.
pub fn chosen(here: SheetPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Sheet::of(lang);
    // Everything that could count, whether it is on the sheet or not.
    let could = Memo::new(move |_| {
        let (prepared, audits) = (here.app.derived.prepared.get()?, here.app.derived.audits.get()?);
        let pass_mark = here.app.profile.with(|profile| profile.pass_mark());
        prepared.audit_program(&sheet::all_passed(&audits.records, pass_mark), &here.code.get_value(), &[])
    });
    let rows = move || {
        let Some((audits, audit)) = here.app.derived.audits.get().zip(could.get()) else { return Vec::new() };
        let to_confirm = audit.not_counted.iter().filter(|out| matches!(out.reason, NotCountedReason::ToConfirm(_)));
        let mut all: Vec<usize> = audit.counted.iter().map(|counted| counted.record).collect();
        all.extend(to_confirm.map(|out| out.record));
        let row = |at: usize| {
            let record = audits.records.get(at)?;
            let name = record_name(here.app, record);
            let about = about(lang, record.code.as_deref(), record.credits);
            let on = is_on(here.app, here.turned, &audits, at);
            Some(
                view! {
                    <li><label class="course-main">
                        <input type="checkbox" checked=on on:change=move |_| here.turn(at)/>
                        <span class="course-text">
                            {name}
                            <span class="course-about num">{about}</span>
                        </span>
                    </label></li>
                }
                .into_any(),
            )
        };
        all.into_iter().filter_map(row).collect::<Vec<_>>()
    };
    let list = live(move || {
        let rows = rows();
        match rows.is_empty() {
            true => view! { <p class="note">{words.nothing}</p> }.into_any(),
            false => view! { <ul class="course-list">{rows}</ul> }.into_any(),
        }
    });
    view! {
        <details class="card">
            <summary>{words.choose}</summary>
            <p class="note">{words.choose_hint}</p>
            {list}
        </details>
    }
    .into_any()
}
