//! One source under review: format, what it says of the student, the newest semester, rows, issues.

use kuayu::i18n;
use kuayu::import::{Chosen, Format};
use kuayu::term::Term;
use leptos::prelude::*;

use super::{Outcomes, columns, issues, office, rows};
use crate::ui::components::{Icon, icon};
use crate::ui::live::live;
use crate::ui::state::{AppState, Source};

/// How many semesters back the newest one may be: a study, its extension and leaves of absence.
const TERMS: usize = 14;

/// That source of the review.
pub fn source(app: AppState, id: u32, outcomes: Outcomes) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let told = app.importing.look(id, |source| {
        let import = &source.import;
        let counts = i18n::import::counts(import.rows.len(), import.skipped().count(), import.ignored.len(), lang);
        // Nothing is counted before it is read.
        let counts = if import.linked_terms().is_empty() { counts } else { words.classes_coming.to_owned() };
        (source.name.clone(), counts)
    });
    let (name, counts) = told.unwrap_or_default();
    let title = name.unwrap_or_else(|| words.pasted.to_owned());
    let drop = move |_| app.importing.drop_source(id);
    let drop_label = i18n::units::of(lang, words.discard, &title);
    view! {
        <article class="card source">
            <header class="card-head">
                <h3>{title}</h3>
                <button class="icon-button" aria-label=drop_label on:click=drop>{icon(Icon::Close)}</button>
            </header>
            <p class="note" role="status">{counts}</p>
            {issues::of_source(app, id)}
            <div class="form">{table(app, id)}{format(app, id)}{newest(app, id)}</div>
            {columns::columns(app, id)}
            {profile(app, id)}
            {office::office(app, id)}
            {issues::of_rows(app, id)}
            {rows::rows(app, id, outcomes)}
        </article>
    }
    .into_any()
}

/// Which sheet of a workbook is read, where several have anything in them.
fn table(app: AppState, id: u32) -> Option<AnyView> {
    let words = i18n::Importing::of(app.lang.get_untracked());
    let look = |source: &Source| (source.import.tables.clone(), source.import.table);
    let (tables, now) = app.importing.look(id, look)?;
    if tables.len() < 2 {
        return None;
    }
    let option = |(at, name): (usize, String)| {
        view! { <option value=at.to_string() selected=at == now>{name}</option> }.into_any()
    };
    let options: Vec<AnyView> = tables.into_iter().enumerate().map(option).collect();
    let choose = move |event| {
        // Columns and format were said of another table.
        let chosen = Chosen { table: event_target_value(&event).parse().ok(), ..Chosen::default() };
        app.importing.read_again(id, chosen, super::pass_mark(app), &super::compare(app));
    };
    Some(
        view! { <label class="field"><span>{words.table}</span><select on:change=choose>{options}</select></label> }
            .into_any(),
    )
}

fn format(app: AppState, id: u32) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    const ALL: [(Format, &str); 6] = [
        (Format::PortalText, "text"),
        (Format::PortalHtml, "html"),
        (Format::Review, "review"),
        (Format::Timetable, "timetable"),
        (Format::PlanLink, "plan-link"),
        (Format::Table, "table"),
    ];
    let now = app.importing.look(id, |source| source.import.format).flatten();
    let options: Vec<AnyView> = ALL
        .iter()
        .map(|(one, key)| {
            let selected = now == Some(*one);
            view! { <option value=*key selected=selected>{i18n::import::format(*one, lang)}</option> }.into_any()
        })
        .collect();
    let choose = move |event| {
        let value = event_target_value(&event);
        let format = ALL.iter().find(|(_, key)| *key == value).map(|(format, _)| *format);
        let table = app.importing.look(id, |source| source.chosen.table).flatten();
        let chosen = Chosen { table, ..format.into() };
        app.importing.read_again(id, chosen, super::pass_mark(app), &super::compare(app));
    };
    let empty = now.is_none().then(|| view! { <option value="" selected=true>{words.format_auto}</option> });
    view! {
        <label class="field"><span>{words.format}</span><select on:change=choose>{empty}{options}</select></label>
    }
    .into_any()
}

/// What the source says of the student: offered, never taken over unasked.
fn profile(app: AppState, id: u32) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let found = app.importing.look(id, |source| source.import.profile.clone())??;
    if found.entry.is_none() && found.group.is_none() {
        return None;
    }
    let catalog = app.derived.catalog.get_untracked()?;
    let degree = app.profile.with_untracked(|profile| profile.degree);
    let groups = degree.groups_named(&catalog, found.group.as_deref().unwrap_or_default());
    let group = groups.first().map(|group| (*group).to_owned());
    let entry = found.entry;
    let text = i18n::import::profile(
        &entry.map(|entry| entry.to_string()).unwrap_or_default(),
        found.group.as_deref().unwrap_or_default(),
        lang,
    );
    let known = {
        let group = group.clone();
        Memo::new(move |_| {
            app.profile.with(|profile| {
                (group.is_none() || profile.group == group) && (entry.is_none() || profile.entry == entry)
            })
        })
    };
    let act = move |_| {
        let group = group.clone();
        app.saved.edit_with_undo(words.profile_used, |document| {
            document.profile.group = group.or(document.profile.group.take());
            document.profile.entry = entry.or(document.profile.entry);
        });
    };
    let act = StoredValue::new(act);
    let offer = live(move || {
        if known.get() {
            view! { <span class="tag tag-met">{words.profile_same}</span> }.into_any()
        } else {
            let act = move |event| act.with_value(|act| act(event));
            view! { <button class="button small" on:click=act>{words.profile_use}</button> }.into_any()
        }
    });
    Some(view! { <div class="notice"><p>{words.profile_found}{text}</p>{offer}</div> }.into_any())
}

/// Asks for the newest semester where the source lost its semesters.
fn newest(app: AppState, id: u32) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let catalog = app.derived.catalog.get_untracked();
    let offered = |code: &str| {
        let course = catalog.as_ref().and_then(|catalog| catalog.course(catalog.by_code(code)?));
        course.map(|course| course.offered.clone()).unwrap_or_default()
    };
    let now = app.today.term();
    let (asked, named, guess) = app.importing.look(id, |source| {
        let import = &source.import;
        let named = import.blocks.first().and_then(|block| block.term);
        (import.needs_newest_term(), named, import.guess_newest_term(&offered, now))
    })?;
    if !asked {
        return None;
    }
    // A guess is better than nothing, and stands in the box to be corrected.
    if let (None, Some(term)) = (named, guess) {
        app.importing.change(id, |source| source.assign_terms(term));
    }
    let mut terms: Vec<Term> = vec![now];
    while terms.len() < TERMS {
        terms.extend(terms.last().map(|term| term.previous()));
    }
    let option = |term: Term| {
        let selected = named.or(guess) == Some(term);
        view! { <option value=term.to_string() selected=selected>{i18n::units::term(lang, term)}</option> }.into_any()
    };
    let options: Vec<AnyView> = terms.into_iter().map(option).collect();
    let choose = move |event| {
        if let Some(term) = Term::parse(&event_target_value(&event)) {
            app.importing.change(id, |source| source.assign_terms(term));
        }
    };
    Some(
        view! {
            <label class="field">
                <span>{words.newest}</span>
                <select on:change=choose><option value="">{words.newest_none}</option>{options}</select>
            </label>
            <p class="note field-wide">{words.newest_why}</p>
        }
        .into_any(),
    )
}
