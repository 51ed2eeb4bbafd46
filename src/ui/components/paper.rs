//! The review sheet on paper: one A4 page, drawn from its words.

use kuayu::i18n::sheet::{Head, Paper, Part, Row};
use kuayu::i18n::{self, Lang, desk};
use leptos::prelude::*;

use super::{TITLE, badge, course_name, spoken};

/// The head, with what it was made by: the version of the app and the data. What is known of the student's name and number stands there; else they are written by hand.
pub fn paper_head(lang: Lang, head: Head, number: Option<String>, made: AnyView) -> AnyView {
    let words = i18n::Sheet::of(lang);
    let field = |label: &'static str, id: &'static str| {
        view! {
            <label class="sheet-field"><span>{label}</span><input id=id autocomplete="off" maxlength="30"/></label>
        }
        .into_any()
    };
    let fact = |label: &'static str, value: String| {
        view! { <p class="sheet-field"><span>{label}</span><b>{spoken(lang, &value)}</b></p> }.into_any()
    };
    // A student's own sheet is a page; of several, none is.
    let is_page = number.is_none();
    let (id, focusable) = (is_page.then_some(TITLE), is_page.then_some("-1"));
    let who = match number {
        Some(number) => [fact(words.student, String::new()), fact(words.number, number)],
        None => [field(words.student, "sheet-name"), field(words.number, "sheet-number")],
    };
    view! {
        <header class="sheet-head">
            <p class="sheet-kind">{words.title}" "<span class="sheet-small">{made}</span></p>
            <h1 id=id tabindex=focusable lang="zh-Hant-TW">{head.name}</h1>
            <p>{spoken(lang, &head.about)}</p>
            <p class="sheet-unofficial">{words.unofficial}</p>
        </header>
        <div class="sheet-who">
            {who}
            {fact(words.group, head.group)}
            {fact(words.entry, head.entry)}
            {fact(words.date, head.date)}
        </div>
    }
    .into_any()
}

/// What follows the head.
pub fn paper_body(lang: Lang, paper: &Paper) -> AnyView {
    let words = i18n::Sheet::of(lang);
    let head = [words.code, words.course, words.credits, words.term, words.grade, words.cross];
    let head = head.map(|word| view! { <th scope="col">{word}</th> });
    let parts: Vec<AnyView> = paper.parts.iter().map(|one| part(lang, one)).collect();
    let basic = paper.basic.then(|| view! { <p class="sheet-small">{spoken(lang, words.basic_note)}</p> });
    let class = if paper.full { "sheet-body sheet-full" } else { "sheet-body" };
    view! {
        <div class=class>
            <table class="sheet-courses">
                <thead><tr>{head}</tr></thead>
                {parts}
                <tfoot><tr><th scope="row" colspan="2">{words.total}</th><td colspan="4">{paper.total.clone()}</td></tr></tfoot>
            </table>
            {basic}
            {result(lang, paper)}
            {facts(lang, paper)}
            {hand_in(lang)}
            {signatures(lang)}
        </div>
    }
    .into_any()
}

fn part(lang: Lang, part: &Part) -> AnyView {
    let title = spoken(lang, &part.title);
    let rows: Vec<AnyView> = part.rows.iter().map(|one| row(lang, one)).collect();
    view! { <tbody><tr class="sheet-group"><th scope="rowgroup" colspan="6">{title}</th></tr>{rows}</tbody> }.into_any()
}

fn row(lang: Lang, row: &Row) -> AnyView {
    view! {
        <tr>
            <td class="num">{row.code.clone()}</td>
            <td class="sheet-name">{course_name(lang, row.code.as_deref(), &row.name, row.more.clone())}</td>
            <td class="num">{row.credits.to_string()}</td>
            <td class="num">{row.term.clone()}</td>
            <td class="num">{row.grade.clone()}</td>
            <td>{row.cross.clone()}</td>
        </tr>
    }
    .into_any()
}

/// Both answers, and every condition with how far it is.
fn result(lang: Lang, paper: &Paper) -> AnyView {
    let words = i18n::Sheet::of(lang);
    let rows: Vec<AnyView> = paper
        .conditions
        .iter()
        .map(|one| {
            let sign = if one.done { "✓" } else { "" };
            view! {
                <tr>
                    <th scope="row">{spoken(lang, &one.text)}</th>
                    <td class="num">{one.need.clone()}</td>
                    <td class="num"><span class="sheet-sign-met">{sign}</span>{one.have.clone()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="sheet-result">
            <dl>
                <dt>{words.certificate}</dt><dd>{badge(lang, &desk::answer(paper.certificate))}</dd>
                <dt>{words.requirement}</dt><dd>{badge(lang, &desk::answer(paper.requirement))}</dd>
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
fn facts(lang: Lang, paper: &Paper) -> Option<AnyView> {
    if paper.facts.is_empty() {
        return None;
    }
    let words = i18n::Sheet::of(lang);
    let items: Vec<AnyView> = paper
        .facts
        .iter()
        .map(|text| {
            view! { <li>{spoken(lang, text)}<span class="sheet-ticks">"☐ "{words.yes}"  ☐ "{words.no}</span></li> }
                .into_any()
        })
        .collect();
    let more = paper.more.clone().map(|text| view! { <li>{text}</li> });
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
