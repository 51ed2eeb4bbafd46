//! One student in full: both answers of every program with reasons, and the courses that count.

use kuayu::i18n::{self, Desk, Lang};
use kuayu::saved::backup;
use kuayu::sorting;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Deserialize;

use super::answers;
use super::data::{Office, Printing, Told};
use super::problems;
use crate::platform::location;
use crate::platform::office as desk;
use crate::ui::components::{Icon, icon, skeletons};
use crate::ui::live::live;
use crate::ui::route::Route;
use crate::ui::state::{AppState, Lens};

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Details {
    student: String,
    group: Option<String>,
    entry: Option<u16>,
    curriculum_as_of: Option<String>,
    remarks: Vec<Told>,
    programs: Vec<OfProgram>,
    document: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct OfProgram {
    code: String,
    name: String,
    certificate: OfQuestion,
    requirement: OfQuestion,
    counted: Vec<Course>,
    credits: kuayu::credits::Credits,
    required: kuayu::credits::Credits,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct OfQuestion {
    letter: char,
    status: String,
    reasons: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Course {
    category: Option<String>,
    code: Option<String>,
    name: String,
    term: String,
    credits: kuayu::credits::Credits,
    grade: String,
    cross_domain: String,
}

/// The student, asked of a worker.
pub fn student(app: AppState, office: Office, student: usize) -> AnyView {
    let words = Desk::of(app.lang.get_untracked());
    let details = RwSignal::new(None::<Option<Details>>);
    spawn_local(async move {
        let said = desk::details(student).await;
        details.try_set(Some(said.and_then(|said| serde_json::from_str(&said).ok())));
    });
    let close = office.open.clone();
    let back = move |_| close.set(None);
    let body = live(move || match details.get() {
        None => skeletons(*app),
        Some(None) => view! { <p class="notice" role="alert">{words.failed}</p> }.into_any(),
        Some(Some(details)) => body(app, &office, student, &details),
    });
    view! {
        <button class="quiet office-back" on:click=back>{icon(Icon::Back)}{words.back}</button>
        {body}
    }
    .into_any()
}

fn body(app: AppState, office: &Office, student: usize, details: &Details) -> AnyView {
    let lang = app.lang.get_untracked();
    let words = Desk::of(lang);
    let group = details.group.as_deref().map(|group| i18n::names::unit_listed(lang, group)).unwrap_or_default();
    let entry = details.entry.map(|year| year.to_string()).unwrap_or_default();
    let as_of = details.curriculum_as_of.as_ref().map(|day| format!("{} {day}", words.curriculum));
    let remarks = (!details.remarks.is_empty()).then(|| problems::table(lang, &details.remarks));
    let document = details.document.clone();
    let look = document.map(|document| {
        let look = move |_| {
            let Ok(read) = backup::read(&document) else { return };
            app.saved.look_at(Lens::Shared, read.document);
            location::go(&Route::Programs(Default::default()).hash());
        };
        view! { <button class="button" on:click=look>{words.in_app}</button> }.into_any()
    });
    // What is reached or nearly so comes first, within that what has the most credits.
    let mut programs: Vec<&OfProgram> = details.programs.iter().collect();
    let place = |one: &&OfProgram| answers::place(one.certificate.letter);
    sorting::sort_by_key(&mut programs, |one| (place(one), std::cmp::Reverse(one.credits)));
    let programs: Vec<AnyView> = programs.into_iter().map(|one| program(lang, office, student, one)).collect();
    view! {
        <h2 class="num">{details.student.clone()}</h2>
        <p class="note">{group}" · "{entry}" · "{as_of}</p>
        {check(lang, office, student)}
        {remarks}
        <div class="buttons">{look}</div>
        {programs}
    }
    .into_any()
}

/// Where transcript and roster contradict: a person says that the roster is right.
fn check(lang: Lang, office: &Office, student: usize) -> AnyView {
    let words = Desk::of(lang);
    let contradicts = office
        .judged
        .with_untracked(|all| all.get(student).and_then(Option::as_ref).is_some_and(|one| one.contradicts));
    if !contradicts {
        return ().into_any();
    }
    let office = office.clone();
    let shown = live(move || {
        let is_checked = office.checked.with(|checked| checked.contains(&student));
        let checked = office.checked.clone();
        let turn = move |_| {
            checked.update(|checked| {
                if !checked.remove(&student) {
                    checked.insert(student);
                }
            });
        };
        let label = if is_checked { words.uncheck } else { words.checked };
        view! { <div class="notice"><p>{words.check_why}</p><button class="button small" on:click=turn>{label}</button></div> }
    });
    view! { {shown} }.into_any()
}

fn program(lang: Lang, office: &Office, student: usize, one: &OfProgram) -> AnyView {
    let words = Desk::of(lang);
    let (printing, code) = (office.printing.clone(), one.code.clone());
    let print = move |_| printing.set(Some(Printing { program: code.clone(), students: vec![student] }));
    let open = matches!(answers::kind(one.certificate.letter), 'm' | 'p');
    let question = |word: &'static str, of: &OfQuestion| {
        let reasons: Vec<AnyView> =
            of.reasons.iter().map(|reason| view! { <li>{reason.clone()}</li> }.into_any()).collect();
        view! { <div><dt>{word}</dt><dd><b>{of.status.clone()}</b><ul>{reasons}</ul></dd></div> }.into_any()
    };
    let heads = [words.category, words.course, words.term, words.credits, words.grade, words.cross];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    let rows: Vec<AnyView> = one.counted.iter().map(|course| row(words, course)).collect();
    let counted = if rows.is_empty() {
        view! { <p class="note">{words.none_counted}</p> }.into_any()
    } else {
        view! { <div class="office-table" tabindex="0"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div> }
            .into_any()
    };
    let credits = i18n::desk::of_required(lang, one.credits, one.required);
    view! {
        <details class="office-program" open=open>
            <summary><span class="num">{one.code.clone()}</span>" "{one.name.clone()}" · "{one.certificate.status.clone()}" · "{credits}</summary>
            <dl class="office-answers">{question(words.certificate, &one.certificate)}{question(words.requirement, &one.requirement)}</dl>
            {counted}
            <button class="quiet office-back" on:click=print>{icon(Icon::Print)}{words.print_one}</button>
        </details>
    }
    .into_any()
}

fn row(words: &Desk, course: &Course) -> AnyView {
    let category = course.category.clone().unwrap_or_else(|| words.open_category.to_owned());
    let name = [course.code.clone().unwrap_or_default(), course.name.clone()].join(" ");
    view! {
        <tr>
            <td>{category}</td>
            <td>{name.trim().to_owned()}</td>
            <td class="num">{course.term.clone()}</td>
            <td class="num">{course.credits.to_string()}</td>
            <td class="num">{course.grade.clone()}</td>
            <td>{course.cross_domain.clone()}</td>
        </tr>
    }
    .into_any()
}
