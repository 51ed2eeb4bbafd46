//! Adding a course that no list knows, or one with more detail than a tick.

use kuayu::credits::Credits;
use kuayu::i18n;
use kuayu::names::fold_width;
use kuayu::saved::ticks;
use kuayu::term::Term;
use kuayu::transcript::{Completion, Grade, Record};
use leptos::prelude::*;

use crate::platform::dom;
use crate::ui::components::{Icon, icon, status_select};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// What is typed so far.
#[derive(Clone, Copy)]
struct Form {
    name: RwSignal<String>,
    code: RwSignal<String>,
    credits: RwSignal<String>,
    term: RwSignal<String>,
    grade: RwSignal<String>,
    status: RwSignal<Completion>,
    /// Which field cannot be taken as it is, and why.
    refused: RwSignal<Option<(&'static str, &'static str)>>,
}

/// More credits than any course has.
const MOST_CREDITS: Credits = Credits::whole(20);

/// The form, folded away until it is wanted.
pub fn add(app: AppState) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Courses::of(lang);
    let form = Form {
        name: RwSignal::default(),
        code: RwSignal::default(),
        credits: RwSignal::default(),
        term: RwSignal::default(),
        grade: RwSignal::default(),
        status: RwSignal::new(Completion::Passed),
        refused: RwSignal::new(None),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        store(app, form);
    };
    let status = status_select(lang, words.status.to_owned(), move || form.status.get(), move |to| form.status.set(to));
    let field = |label, value: RwSignal<String>, id: &'static str, class: &'static str, mode: &'static str| {
        let write = move |event| {
            value.set(event_target_value(&event));
            form.refused.set(None);
        };
        let why = Memo::new(move |_| form.refused.get().filter(|(field, _)| *field == id).map(|(_, why)| why));
        let told = live(move || why.get().map(|why| view! { {icon(Icon::Warning)}<span>{why}</span> }));
        let why_id = format!("{id}-refused");
        view! {
            <div class=class>
                <label for=id>{label}</label>
                <input class="input" id=id inputmode=mode autocomplete="off" aria-describedby=why_id.clone()
                    aria-invalid=move || why.get().is_some().to_string() prop:value=value on:input=write/>
                <p class="field-refused" id=why_id role="alert">{told}</p>
            </div>
        }
        .into_any()
    };
    view! {
        <details class="add">
            <summary class="quiet accent">{icon(Icon::Plus)}{words.add_own}</summary>
            <form class="form" on:submit=submit>
                {field(words.name, form.name, "add-name", "field field-wide", "text")}
                {field(words.code, form.code, "add-code", "field", "text")}
                {field(words.credit_number, form.credits, "add-credits", "field", "decimal")}
                {field(words.term, form.term, "add-term", "field", "text")}
                {field(words.grade, form.grade, "add-grade", "field", "text")}
                <label class="field field-wide"><span>{words.status}</span>{status}</label>
                <div class="field-wide"><button class="button primary">{icon(Icon::Plus)}{words.add}</button></div>
            </form>
        </details>
    }
    .into_any()
}

fn store(app: AppState, form: Form) {
    let lang = app.lang.get_untracked();
    let words = i18n::Courses::of(lang);
    let name = form.name.with_untracked(|name| name.trim().to_owned());
    let folded = |signal: RwSignal<String>| signal.with_untracked(|text| fold_width(text).trim().to_owned());
    let (credits, term, grade) = (folded(form.credits), folded(form.term), folded(form.grade));
    let counts = |credits: &Credits| credits.tenths() > 0 && *credits <= MOST_CREDITS;
    let refused = if name.is_empty() {
        Some(("add-name", words.name_missing))
    } else if !credits.is_empty() && Credits::parse(&credits).filter(counts).is_none() {
        Some(("add-credits", words.credits_refused))
    } else if !term.is_empty() && Term::parse(&term).is_none() {
        Some(("add-term", words.term_refused))
    } else if Grade::parse(&grade).is_none() {
        Some(("add-grade", words.grade_refused))
    } else {
        None
    };
    form.refused.set(refused);
    if let Some((field, _)) = refused {
        dom::focus(field);
        return;
    }
    let code = form.code.with_untracked(|code| fold_width(code).trim().to_uppercase());
    let mut record = Record {
        code: (!code.is_empty()).then_some(code),
        name: name.clone(),
        credits: Credits::parse(&credits),
        term: Term::parse(&term),
        grade: Grade::parse(&grade).unwrap_or_default(),
        ..Record::default()
    };
    let pass_mark = app.profile.with_untracked(|profile| profile.pass_mark());
    if record.grade == Grade::None {
        ticks::declare(&mut record, form.status.get_untracked(), pass_mark);
    }
    app.saved.edit_with_undo(i18n::courses::added(lang, &name), |document| document.records.push(record));
    for field in [form.name, form.code, form.credits, form.grade] {
        field.set(String::new());
    }
    dom::focus("add-name");
}
