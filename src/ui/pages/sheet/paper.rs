//! The paper itself.

use kuayu::audit::{Fact, ProgramAudit, Progress};
use kuayu::catalog::document::Program;
use kuayu::day::is_old;
use kuayu::i18n::{self, Lang, names, units};
use kuayu::regulation::BASIC;
use kuayu::sheet::{self, Group, SheetRow};
use kuayu::transcript::{Grade, Record};
use leptos::prelude::*;

use super::SheetPage;
use crate::ui::components::{badge, course_name, spoken};
use crate::ui::live::live;
use crate::ui::state::{AppState, halves};

/// So many facts fit beside the largest list of courses.
const FACTS: usize = 6;
/// With more lines than this the paper is set in smaller type.
const FULL: usize = 18;

/// The paper, made anew when what is on it changes.
pub fn paper(here: SheetPage) -> AnyView {
    let shown = live(move || {
        let audits = here.app.derived.audits.get()?;
        let passed = here.passed.get()?;
        here.audit.with(|audit| {
            let audit = audit.as_ref()?;
            let code = here.code.get_value();
            here.app.derived.with_program(&code, |_, _, program| body(here, program, audit, &passed, &audits.records))
        })
    });
    let lang = here.app.lang.get_untracked();
    view! { <article class="sheet" lang=lang.tag()>{head(here)}{shown}</article> }.into_any()
}

/// What is written by hand stays when the courses change, so it is made once.
fn head(here: SheetPage) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Sheet::of(lang);
    let about = here.app.derived.with_program(&here.code.get_value(), |_, edition, program| {
        let parts = [
            program.code.clone(),
            format!("{} · {}", units::college(lang, &program.college), names::unit_listed(lang, &program.department)),
            format!("{} {}", words.edition, edition.id),
            i18n::edition::as_of(lang, &edition.standard_as_of, is_old(&edition.standard_as_of, &here.app.today.iso())),
        ];
        (program.name.clone(), parts.join(" · "))
    });
    let (name, about) = about.unwrap_or_default();
    let profile = here.app.profile.get_untracked();
    let field = |label: &'static str, id: &'static str| {
        view! {
            <label class="sheet-field"><span>{label}</span><input id=id autocomplete="off" maxlength="30"/></label>
        }
        .into_any()
    };
    let fact = |label: &'static str, value: String| {
        view! { <p class="sheet-field"><span>{label}</span><b>{spoken(lang, &value)}</b></p> }.into_any()
    };
    view! {
        <header class="sheet-head">
            <p class="sheet-kind">{words.title}</p>
            <h1 lang="zh-Hant-TW">{name}</h1>
            <p>{spoken(lang, &about)}</p>
            <p class="sheet-unofficial">{words.unofficial}</p>
        </header>
        <div class="sheet-who">
            {field(words.student, "sheet-name")}
            {field(words.number, "sheet-number")}
            {fact(words.group, profile.group.map(|group| names::unit_listed(lang, &group)).unwrap_or_default())}
            {fact(words.entry, profile.entry.map(|year| year.to_string()).unwrap_or_default())}
            {fact(words.date, here.app.today.iso())}
        </div>
    }
    .into_any()
}

fn body(
    here: SheetPage,
    program: &Program,
    audit: &ProgramAudit,
    passed: &ProgramAudit,
    records: &[Record],
) -> AnyView {
    let lang = here.app.lang.get_untracked();
    let words = i18n::Sheet::of(lang);
    let pass_mark = here.app.profile.with(|profile| profile.pass_mark());
    let made = sheet::sheet(program, audit, passed, records, pass_mark);
    let mut groups: Vec<AnyView> = made.groups.iter().map(|one| group(here.app, one, records)).collect();
    if !made.to_confirm.is_empty() {
        groups.push(rows(here.app, words.to_confirm.to_owned(), &made.to_confirm, records));
    }
    let total = units::credits(lang, made.credits);
    let asked = format!("{} {}", words.need, units::credits(lang, program.min_credits));
    let head = [words.code, words.course, words.credits, words.term, words.grade, words.cross];
    let head = head.map(|word| view! { <th scope="col">{word}</th> });
    let basic = made.groups.iter().any(|group| group.category.as_deref() == Some(BASIC));
    let basic = basic && here.app.profile.with(|profile| profile.degree.has_curricula());
    let basic = basic.then(|| view! { <p class="sheet-small">{spoken(lang, words.basic_note)}</p> });
    let listed: usize = made.groups.iter().map(|group| group.rows.len() + 1).sum();
    // A fact may take two lines.
    let lines = listed
        + made.to_confirm.len()
        + made.conditions.len()
        + 2 * (audit.decided.len() + made.facts.len()).min(FACTS);
    let class = if lines > FULL { "sheet-body sheet-full" } else { "sheet-body" };
    view! {
        <div class=class>
            <table class="sheet-courses">
                <thead><tr>{head}</tr></thead>
                {groups}
                <tfoot><tr>
                    <th scope="row" colspan="2">{words.total}</th><td colspan="4">{total}" · "{asked}</td>
                </tr></tfoot>
            </table>
            {basic}
            {result(lang, audit, &made.conditions)}
            {facts(here, audit, &made.facts, program)}
            {hand_in(lang)}
            {signatures(lang)}
        </div>
    }
    .into_any()
}

fn group(app: AppState, group: &Group, records: &[Record]) -> AnyView {
    let lang = app.lang.get_untracked();
    let title = i18n::sheet::group(lang, group.category.as_deref(), group.rows.len(), group.credits);
    rows(app, title, &group.rows, records)
}

fn rows(app: AppState, title: String, rows: &[SheetRow], records: &[Record]) -> AnyView {
    let title = spoken(app.lang.get_untracked(), &title);
    let rows: Vec<AnyView> = rows.iter().filter_map(|one| row(app, one, records.get(one.record)?)).collect();
    view! { <tbody><tr class="sheet-group"><th scope="rowgroup" colspan="6">{title}</th></tr>{rows}</tbody> }.into_any()
}

fn row(app: AppState, row: &SheetRow, record: &Record) -> Option<AnyView> {
    let lang = app.lang.get_untracked();
    let words = i18n::Sheet::of(lang);
    let mut more = halves::half(app, record.code.as_deref(), &record.name, record.stage);
    if let Some(name) = &row.listed_as {
        more.push_str(&format!("（{} {name}）", words.listed_as));
    }
    let grade = match record.grade {
        Grade::None => i18n::sheet::ungraded(lang, row.view).to_owned(),
        grade => grade.to_string(),
    };
    let term = record.term.map(|term| term.to_string()).unwrap_or_default();
    let cross =
        i18n::sheet::cross(lang, row.standing.as_ref(), app.profile.with(|profile| profile.degree.has_curricula()));
    Some(
        view! {
            <tr>
                <td class="num">{record.code.clone()}</td>
                <td class="sheet-name">{course_name(lang, record.code.as_deref(), &record.name, more)}</td>
                <td class="num">{row.credits.to_string()}</td>
                <td class="num">{term}</td>
                <td class="num">{grade}</td>
                <td>{cross}</td>
            </tr>
        }
        .into_any(),
    )
}

/// Both answers, and every condition with how far it is.
fn result(lang: Lang, audit: &ProgramAudit, conditions: &[Progress]) -> AnyView {
    let words = i18n::Sheet::of(lang);
    let rows: Vec<AnyView> = conditions
        .iter()
        .map(|one| {
            let text = i18n::audit::condition_subject(lang, &one.condition);
            let need = i18n::audit::amount(lang, one.condition.need);
            let done = one.passed.number() >= one.condition.need.number();
            let sign = if done { "✓" } else { "" };
            view! {
                <tr>
                    <th scope="row">{spoken(lang, &text)}</th>
                    <td class="num">{need}</td>
                    <td class="num"><span class="sheet-sign-met">{sign}</span>{i18n::sheet::have(lang, one)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="sheet-result">
            <dl>
                <dt>{words.certificate}</dt><dd>{badge(lang, &audit.certificate.answer)}</dd>
                <dt>{words.requirement}</dt><dd>{badge(lang, &audit.cross_domain.answer)}</dd>
            </dl>
            <table>
                <thead><tr>
                    <th scope="col">{words.conditions}</th><th scope="col">{words.need}</th><th scope="col">{words.have}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// What the reviewing units have to say, each with a place for the answer.
/// Those that the student answered come first: the result stands on them, and nobody else has confirmed them.
fn facts(here: SheetPage, audit: &ProgramAudit, open: &[Fact], program: &Program) -> Option<AnyView> {
    let facts: Vec<&Fact> = audit.decided.iter().chain(open).collect();
    if facts.is_empty() {
        return None;
    }
    let lang = here.app.lang.get_untracked();
    let words = i18n::Sheet::of(lang);
    let answered = |fact: &Fact| {
        here.app.saved.with(|document| {
            let decision = document.decisions.iter().find(|decision| decision.answers(&program.code, fact))?;
            Some(i18n::sheet::answered(lang, decision.holds, &decision.note))
        })
    };
    let items: Vec<AnyView> = facts
        .iter()
        .take(FACTS)
        .map(|fact| {
            let text = format!("{}{}", i18n::audit::fact(lang, fact, program), answered(fact).unwrap_or_default());
            view! { <li>{spoken(lang, &text)}<span class="sheet-ticks">"☐ "{words.yes}"  ☐ "{words.no}</span></li> }
                .into_any()
        })
        .collect();
    let more = facts.len().checked_sub(FACTS + 1).map(|n| i18n::sheet::more_facts(lang, n + 1));
    let more = more.map(|text| view! { <li>{text}</li> });
    Some(view! { <section class="sheet-facts"><h2>{words.facts}</h2><ul>{items}{more}</ul></section> }.into_any())
}

fn hand_in(lang: Lang) -> AnyView {
    let words = i18n::Sheet::of(lang);
    view! {
        <section class="sheet-attach">
            <h2>{words.attach}</h2>
            <ul><li>"☐ "{spoken(lang, words.attach_form)}</li><li>"☐ "{spoken(lang, words.attach_transcript)}</li></ul>
            <p class="sheet-small">{words.attach_when}</p>
        </section>
    }
    .into_any()
}

/// A box for each signature, in the official order.
fn signatures(lang: Lang) -> AnyView {
    let words = i18n::Sheet::of(lang);
    let boxes = [words.sign_contact, words.sign_head, words.sign_office, words.sign_chair]
        .map(|who| view! { <li><span>{spoken(lang, who)}</span></li> }.into_any());
    view! {
        <section class="sheet-sign">
            <h2>{words.review}</h2>
            <ol>{boxes}</ol>
            <p class="sheet-small">{spoken(lang, words.issued)}<span class="sheet-student">{words.sign_student}"："</span></p>
        </section>
    }
    .into_any()
}
