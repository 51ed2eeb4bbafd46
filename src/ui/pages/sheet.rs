//! The review sheet of a program: one A4 page for the units that review it.

mod chosen;
mod paper;

use std::sync::Arc;

use kuayu::audit::ProgramAudit;
use kuayu::transcript::{Completion, Record};
use kuayu::{i18n, sheet};
use leptos::prelude::*;

use crate::platform::dom;
use crate::ui::components::{Icon, begin_here, icon, page_title, spoken, waiting};
use crate::ui::route::Route;
use crate::ui::state::{AppState, Audits};

/// What both parts of the page need.
#[derive(Clone, Copy)]
struct SheetPage {
    app: AppState,
    code: StoredValue<String>,
    /// Records, by position, whose presence on the sheet the student turned round: planned courses are off at first,
    /// all others on.
    turned: RwSignal<Vec<usize>>,
    /// The verdict by what is on the sheet alone.
    audit: Memo<Option<Arc<ProgramAudit>>>,
    /// The same once all of it is passed.
    passed: Memo<Option<Arc<ProgramAudit>>>,
}

/// The page.
#[component]
pub fn Sheet(code: String) -> impl IntoView {
    let app = AppState::get();
    waiting(app, move || page(here(app, code.clone())))
}

fn here(app: AppState, code: String) -> SheetPage {
    let turned = RwSignal::new(Vec::new());
    let code = StoredValue::new(code);
    let audit = move |look: &dyn Fn(Vec<Record>) -> Vec<Record>| {
        let (prepared, audits) = (app.derived.prepared.get()?, app.derived.audits.get()?);
        let records = look(sheet::only(&audits.records, &|at| is_on(app, turned, &audits, at)));
        prepared.audit_program(&records, &code.get_value(), &[]).map(Arc::new)
    };
    let pass_mark = move || app.profile.with(|profile| profile.pass_mark());
    SheetPage {
        app,
        code,
        turned,
        audit: Memo::new(move |_| audit(&|records| records)),
        passed: Memo::new(move |_| audit(&|records| sheet::all_passed(&records, pass_mark()))),
    }
}

/// Whether a record is on the sheet.
fn is_on(app: AppState, turned: RwSignal<Vec<usize>>, audits: &Audits, at: usize) -> bool {
    let pass_mark = app.profile.with(|profile| profile.pass_mark());
    let planned = audits.records.get(at).is_some_and(|record| record.completion(pass_mark) == Completion::Planned);
    planned == turned.with(|turned| turned.contains(&at))
}

impl SheetPage {
    /// Turns a record on or off.
    fn turn(self, at: usize) {
        self.turned.update(|turned| match turned.iter().position(|known| *known == at) {
            Some(known) => drop(turned.swap_remove(known)),
            None => turned.push(at),
        });
    }
}

fn page(here: SheetPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let (words, programs) = (i18n::Sheet::of(lang), i18n::Programs::of(lang));
    let code = here.code.get_value();
    let Some(name) = here.app.derived.with_program(&code, |_, _, program| program.name.clone()) else {
        let all = Route::Programs(Default::default()).hash();
        return view! {
            <section class="empty">
                {page_title(lang, programs.unknown)}
                <a class="button primary" href=all>{programs.title}</a>
            </section>
        }
        .into_any();
    };
    // The browser proposes the title as the name of the PDF.
    dom::set_title(&format!("{} {name} {code}", words.title));
    begin_here();
    view! {
        <div class="sheet-tools no-print">
            <a class="back" href=Route::Program(code).hash()>{icon(Icon::Back)}{spoken(lang, &name)}</a>
            <p class="note">{words.hint}</p>
            <div class="buttons">
                <button class="button primary" on:click=move |_| dom::print()>{icon(Icon::Print)}{words.print}</button>
            </div>
            {chosen::chosen(here)}
        </div>
        {paper::paper(here)}
    }
    .into_any()
}
