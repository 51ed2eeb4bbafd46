//! Review sheets of many students, one page each, to be printed together.

use kuayu::i18n::sheet::{Head, Paper};
use kuayu::i18n::{self, Desk, desk as words_of};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;

use super::data::{Office, Printing};
use super::filter;
use crate::platform::office as desk;
use crate::platform::{self, dom};
use crate::ui::components::{Icon, icon, paper_body, paper_head, spoken, version};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// So many at once: a class with some to spare.
const MOST: usize = 200;

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Made {
    student: String,
    head: Head,
    paper: Paper,
    /// The hashes of the data that judged, in words.
    data: String,
}

/// The way to the sheets of the list as it is filtered, where it is of one program.
pub fn of_list(app: AppState, office: Office) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = Desk::of(lang);
    let shown = live(move || {
        let listed = filter::listed(&office);
        let Some(program) = filter::program_code(&office) else {
            return view! { <p class="note">{words.print_choose}</p> }.into_any();
        };
        if listed.is_empty() {
            return ().into_any();
        }
        if listed.len() > MOST {
            return view! { <p class="note">{words_of::most_sheets(lang, MOST)}</p> }.into_any();
        }
        let printing = office.printing.clone();
        let show = move |_| printing.set(Some(Printing { program: program.clone(), students: listed.clone() }));
        view! { <button class="button" id="print-list" on:click=show>{icon(Icon::Print)}{words.print}</button> }
            .into_any()
    });
    view! { <div class="office-print">{shown}</div> }.into_any()
}

/// The sheets, drawn one after the other.
pub fn sheets(app: AppState, office: Office, printing: Printing) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = Desk::of(lang);
    let all = printing.students.len();
    let count = RwSignal::new(0);
    let made = StoredValue::new(Vec::<Made>::new());
    spawn_local(async move {
        for student in printing.students {
            let said = desk::sheet(student, &printing.program).await;
            // A student who was not judged has none.
            if let Some(one) = said.and_then(|said| serde_json::from_str::<Made>(&said).ok()) {
                made.try_update_value(|made| made.push(one));
            }
            if count.try_update(|count| *count += 1).is_none() {
                return;
            }
            platform::breath().await;
        }
    });
    let papers = live(move || {
        (count.get() == all).then(|| {
            let paper = |one: &Made| {
                let made = spoken(lang, &format!("{} · {}", version(app), one.data));
                view! {
                    <article class="sheet" lang=lang.tag()>
                        {paper_head(lang, one.head.clone(), Some(one.student.clone()), made)}
                        {paper_body(lang, &one.paper)}
                    </article>
                }
                .into_any()
            };
            made.with_value(|made| made.iter().map(paper).collect::<Vec<AnyView>>())
        })
    });
    let back = move |_| office.printing.set(None);
    let tools = live(move || {
        if count.get() < all {
            return view! { <p role="status" class="num">{words_of::progress(lang, count.get(), all, None)}</p> }
                .into_any();
        }
        view! { <button class="button primary" id="print-now" on:click=|_| dom::print()>{icon(Icon::Print)}{words.print_now}</button> }
            .into_any()
    });
    view! {
        <div class="sheet-tools no-print">
            <button class="quiet office-back" on:click=back>{icon(Icon::Back)}{words.back}</button>
            <p class="note">{i18n::Sheet::of(lang).unofficial}</p>
            <div class="buttons">{tools}</div>
        </div>
        {papers}
    }
    .into_any()
}
