//! One source under review: format, what it says of the student, the newest semester, rows, issues.

use kuayu::i18n::{self, Lang};
use kuayu::import::{Change, Format, Issue, Merge, Severity};
use kuayu::term::Term;
use leptos::prelude::*;

use crate::ui::components::{Icon, icon, status_select};
use crate::ui::state::{App, Shared, Source};

type Merges = Memo<Shared<Vec<Merge>>>;

/// The source at that place of the review.
pub fn source(app: App, at: usize, source: Source, merges: Merges) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let title = source.name.clone().unwrap_or_else(|| words.paste.to_owned());
    let counts = source.import.with_untracked(|import| {
        i18n::import::counts(import.rows.len(), import.skipped().count(), import.ignored.len(), lang)
    });
    let id = source.id;
    let drop = move |_| app.importing.drop_source(id);
    let drop_label = format!("{}: {title}", words.discard);
    let rows = rows(app, at, &source, merges);
    view! {
        <article class="card source">
            <header class="card-head">
                <h3>{title}</h3>
                <button class="icon-button" aria-label=drop_label on:click=drop>{icon(Icon::Close)}</button>
            </header>
            <p class="note">{counts}</p>
            {issues(lang, &source, true)}
            {format(app, &source)}
            {profile(app, &source)}
            {newest(app, &source)}
            {rows}
            {issues(lang, &source, false)}
        </article>
    }
    .into_any()
}

fn format(app: App, source: &Source) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    const ALL: [(Format, &str); 4] = [
        (Format::PortalText, "text"),
        (Format::PortalHtml, "html"),
        (Format::Review, "review"),
        (Format::Table, "table"),
    ];
    let now = source.import.with_untracked(|import| import.format);
    let options: Vec<AnyView> = ALL
        .iter()
        .map(|(one, key)| {
            let selected = now == Some(*one);
            view! { <option value=*key selected=selected>{i18n::import::format(*one, lang)}</option> }.into_any()
        })
        .collect();
    let id = source.id;
    let choose = move |event| {
        let value = event_target_value(&event);
        let format = ALL.iter().find(|(_, key)| *key == value).map(|(format, _)| *format);
        app.importing.read_again(id, format, super::pass_mark(app));
    };
    let empty = now.is_none().then(|| view! { <option value="" selected=true>{words.format_auto}</option> });
    view! {
        <label class="field"><span>{words.format}</span><select on:change=choose>{empty}{options}</select></label>
    }
    .into_any()
}

/// What the source says of the student: offered, never taken over unasked.
fn profile(app: App, source: &Source) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let found = source.import.with_untracked(|import| import.profile.clone())?;
    let catalog = app.derived.catalog.get_untracked()?;
    let groups = catalog.groups_named(found.group.as_deref().unwrap_or_default());
    let group = groups.first().map(|group| (*group).to_owned());
    let text = i18n::import::profile(
        &found.entry.map(|entry| entry.to_string()).unwrap_or_default(),
        found.group.as_deref().unwrap_or_default(),
        lang,
    );
    let entry = found.entry;
    let act = move |_| {
        let group = group.clone();
        app.saved.edit_with_undo(words.profile_used, |document| {
            document.profile.group = group.or(document.profile.group.take());
            document.profile.entry = entry.or(document.profile.entry);
        });
    };
    Some(
        view! {
            <div class="notice">
                <p>{words.profile_found}": "{text}</p>
                <button class="button small" on:click=act>{words.profile_use}</button>
            </div>
        }
        .into_any(),
    )
}

/// Asks for the newest semester where the source lost its semesters.
fn newest(app: App, source: &Source) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    if !source.import.with_untracked(|import| import.needs_newest_term()) {
        return None;
    }
    let catalog = app.derived.catalog.get_untracked();
    let offered = |code: &str| {
        let course = catalog.as_ref().and_then(|catalog| catalog.course(catalog.by_code(code)?));
        course.map(|course| course.offered.clone()).unwrap_or_default()
    };
    let guess = source.import.with_untracked(|import| import.guess_newest_term(&offered));
    let mut terms: Vec<Term> = vec![app.today.term()];
    while terms.len() < 12 {
        terms.extend(terms.last().map(|term| term.previous()));
    }
    let options: Vec<AnyView> = terms
        .into_iter()
        .map(|term| {
            let selected = guess == Some(term);
            view! { <option value=term.to_string() selected=selected>{i18n::units::term(lang, term)}</option> }
                .into_any()
        })
        .collect();
    if let Some(term) = guess {
        source.assign_terms(term);
    }
    let source = source.clone();
    let choose = move |event| {
        if let Some(term) = Term::parse(&event_target_value(&event)) {
            source.assign_terms(term);
        }
    };
    Some(
        view! {
            <label class="field">
                <span>{words.newest}</span>
                <select on:change=choose><option value="">{words.newest_none}</option>{options}</select>
                <span class="note">{words.newest_why}</span>
            </label>
        }
        .into_any(),
    )
}

fn rows(app: App, at: usize, source: &Source, merges: Merges) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let import = source.import;
    let kept = StoredValue::new(source.rows.iter().map(|choice| choice.keep).collect::<Vec<_>>());
    let rows: Vec<AnyView> = source
        .rows
        .iter()
        .map(|choice| {
            let (row, status, keep) = (choice.at, choice.status, choice.keep);
            let record = import.with_untracked(|import| import.rows.get(row).map(|row| row.record.clone()));
            let record = record.unwrap_or_default();
            let line = import.with_untracked(|import| import.rows.get(row).map(|row| row.line)).unwrap_or_default();
            let name =
                if record.name.is_empty() { record.code.clone().unwrap_or_default() } else { record.name.clone() };
            let about = crate::ui::components::about(lang, record.code.as_deref(), record.credits);
            let grade = record.grade.to_string();
            let term = move || {
                let term = import.with(|import| import.rows.get(row).and_then(|row| row.record.term));
                term.map(|term| format!(" · {term}"))
            };
            // A row's place among the changes is its place among the rows kept.
            let change = move || {
                if !keep.get() {
                    return None;
                }
                let place = kept.with_value(|kept| kept.iter().take(row).filter(|keep| keep.get()).count());
                merges
                    .with(|merges| merges.get(at).and_then(|merge| merge.changes.get(place)).map(|one| mark(lang, one)))
            };
            let doubts = doubts(lang, source, line);
            let label = i18n_label(lang, &name);
            let act = move |event| keep.set(event_target_checked(&event));
            view! {
                <li class="course taken" class:left-out=move || !keep.get()>
                    <label class="course-main">
                        <input type="checkbox" prop:checked=keep on:change=act/>
                        <span class="course-text">
                            <span class="course-name" lang="zh-Hant-TW">{name}</span>
                            <span class="course-about num">{about}{term}<b>{grade}</b>{change}</span>
                        </span>
                    </label>
                    {status_select(lang, label, move || status.get(), move |to| status.set(to))}
                    {doubts}
                </li>
            }
            .into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="course-list" aria-label=words.review>{rows}</ul> }).into_any()
}

fn i18n_label(lang: Lang, name: &str) -> String {
    crate::ui::components::status_label(lang, name)
}

fn mark(lang: Lang, change: &Change) -> AnyView {
    let words = i18n::Importing::of(lang);
    let (word, class) = match change {
        Change::Added { .. } => (words.change_added, "tag tag-met"),
        Change::Updated { .. } => (words.change_updated, "tag tag-coming"),
        Change::Unchanged { .. } => (words.change_unchanged, "tag"),
        Change::Kept { .. } => (words.change_kept, "tag tag-ask"),
    };
    view! { <span class=class>{word}</span> }.into_any()
}

/// What is doubtful about a row that was read.
fn doubts(lang: Lang, source: &Source, line: usize) -> Option<AnyView> {
    let texts: Vec<String> = source.import.with_untracked(|import| {
        let here = import.issues.iter().filter(|issue| issue.line == Some(line));
        let told = here.filter(|issue| matches!(issue.kind.severity(), Severity::Doubt | Severity::Info));
        told.map(|issue| tell(lang, issue)).collect()
    });
    (!texts.is_empty()).then(|| view! { <p class="course-note">{texts.join(" ")}</p> }.into_any())
}

fn tell(lang: Lang, issue: &Issue) -> String {
    let words = i18n::import::issue(issue.kind, lang);
    let totals = i18n::import::totals(issue, lang).map(|totals| format!("（{totals}）")).unwrap_or_default();
    format!("{}{totals}{}{}", words.what, lang.pick("。", ". "), words.hint)
}

/// What concerns the whole source (shown before the rows), or rows that were not read (after them).
fn issues(lang: Lang, source: &Source, whole: bool) -> Option<AnyView> {
    let words = i18n::Importing::of(lang);
    let read: Vec<usize> = source.import.with_untracked(|import| import.rows.iter().map(|row| row.line).collect());
    let items: Vec<AnyView> = source.import.with_untracked(|import| {
        let here = import.issues.iter().filter(|issue| match issue.line {
            None => whole,
            Some(line) => !whole && !read.contains(&line),
        });
        here.map(|issue| item(lang, words, issue)).collect()
    });
    if items.is_empty() {
        return None;
    }
    Some(if whole {
        view! { <ul class="issues">{items}</ul> }.into_any()
    } else {
        view! {
            <details open=true><summary>{words.issues}</summary><ul class="issues">{items}</ul></details>
        }
        .into_any()
    })
}

fn item(lang: Lang, words: &'static i18n::Importing, issue: &Issue) -> AnyView {
    let severity = issue.kind.severity();
    let class = match severity {
        Severity::Nothing => "notice notice-bad",
        Severity::Doubt | Severity::Skipped => "notice notice-warn",
        Severity::Info => "notice",
    };
    let place = issue.line.map(|line| match lang {
        Lang::ZhTw => format!("{} {line} 行：", words.line),
        Lang::En => format!("{} {line}: ", words.line),
    });
    let text = (!issue.text.is_empty()).then(|| view! { <code>{issue.text.clone()}</code> });
    view! { <li class=class><p>{place}{tell(lang, issue)}</p>{text}</li> }.into_any()
}
