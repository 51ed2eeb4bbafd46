//! What is the matter with a source and its rows, each with place, reason and what to do.

use kuayu::i18n::{self, Lang};
use kuayu::import::{Issue, IssueKind, Severity};
use leptos::prelude::*;

use crate::ui::live::live;
use crate::ui::state::{AppState, Source};

/// What concerns the whole source: shown before its rows. It may change with the profile.
pub fn of_source(app: AppState, id: u32) -> AnyView {
    let lang = app.lang.get_untracked();
    let whole = Memo::new(move |_| {
        let here = |source: &Source| {
            source.import.issues.iter().filter(|issue| issue.line.is_none()).cloned().collect::<Vec<Issue>>()
        };
        app.importing.look(id, here).unwrap_or_default()
    });
    live(move || {
        let items: Vec<AnyView> = whole.with(|issues| issues.iter().map(|issue| item(lang, issue)).collect());
        (!items.is_empty()).then(|| view! { <ul class="issues">{items}</ul> }.into_any())
    })
}

/// Lines that were not read: shown before the rows, so that nobody stores without having seen them.
pub fn of_rows(app: AppState, id: u32) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Importing::of(lang);
    let here = |source: &Source| {
        let read = |line: usize| source.import.rows.binary_search_by_key(&line, |row| row.line).is_ok();
        // Beside what was read, a line may hold what was not: classes of a link.
        let skipped =
            source.import.issues.iter().filter(|issue| {
                issue.line.is_some_and(|line| !read(line) || issue.kind.severity() == Severity::Skipped)
            });
        together(lang, skipped).iter().map(|issue| item(lang, issue)).collect::<Vec<_>>()
    };
    let items = untrack(|| app.importing.look(id, here)).unwrap_or_default();
    (!items.is_empty()).then(|| {
        view! { <details open=true><summary>{words.issues}</summary><ul class="issues">{items}</ul></details> }
            .into_any()
    })
}

/// What is doubtful about a row that was read.
pub fn doubts(lang: Lang, source: &Source, line: usize) -> Option<AnyView> {
    let here = source.import.issues.iter().filter(|issue| issue.line == Some(line));
    // Whose code it is, is told beside the choice.
    let here = here.filter(|issue| issue.kind != IssueKind::CodeOfAnother);
    let told = here.filter(|issue| matches!(issue.kind.severity(), Severity::Doubt | Severity::Info));
    let texts: Vec<String> = told.map(|issue| tell(lang, issue)).collect();
    (!texts.is_empty()).then(|| view! { <p class="course-note">{texts.join(" ")}</p> }.into_any())
}

/// What is the same of one line is said once, with all texts in question.
fn together<'i>(lang: Lang, issues: impl Iterator<Item = &'i Issue>) -> Vec<Issue> {
    let mut all: Vec<Issue> = Vec::new();
    for issue in issues {
        match all.iter_mut().find(|known| (known.line, known.kind) == (issue.line, issue.kind)) {
            Some(known) => {
                known.text.push_str(lang.pick("、", ", "));
                known.text.push_str(&issue.text);
            }
            None => all.push(issue.clone()),
        }
    }
    all
}

fn tell(lang: Lang, issue: &Issue) -> String {
    let words = i18n::import::issue(issue.kind, lang);
    let totals = i18n::import::totals(issue, lang);
    let totals = totals.map(|totals| format!("{}{totals}{}", lang.pick("（", " ("), lang.pick("）", ")")));
    format!("{}{}{}{}", words.what, totals.unwrap_or_default(), lang.pick("。", ". "), words.hint)
}

fn item(lang: Lang, issue: &Issue) -> AnyView {
    let class = match issue.kind.severity() {
        Severity::Nothing => "notice notice-bad",
        Severity::Doubt | Severity::Skipped => "notice notice-warn",
        Severity::Info => "notice",
    };
    let place = issue.line.map(|line| i18n::importing::at_line(lang, line));
    let text = (!issue.text.is_empty()).then(|| view! { <code>{issue.text.clone()}</code> });
    view! { <li class=class><p>{place}{tell(lang, issue)}</p>{text}</li> }.into_any()
}
