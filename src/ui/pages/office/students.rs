//! By student: who they are, and how far they are in the chosen program, or how many certificates they can apply for.

use kuayu::i18n::{self, Desk, Lang, badge, desk as words_of};
use leptos::prelude::*;

use super::answers::{self, KINDS};
use super::data::{Filter, Judgement, Office};
use super::{filter, sheets, tables};
use crate::ui::live::live;
use crate::ui::state::AppState;

/// The filters and the list.
pub fn students(app: AppState, office: Office) -> AnyView {
    let lang = app.lang.get_untracked();
    let listed_now = {
        let office = office.clone();
        Memo::new(move |_| (filter::listed(&office), office.filter.with(|filter| filter.program)))
    };
    let (filters, printed) = (filters(lang, &office), office.clone());
    let list = live(move || listed_now.with(|(listed, program)| list(lang, office.clone(), listed, *program)));
    view! { {filters}{sheets::of_list(app, printed)}{list} }.into_any()
}

fn filters(lang: Lang, office: &Office) -> AnyView {
    let words = Desk::of(lang);
    let now = office.filter.get_untracked();
    let change = |change: fn(&mut Filter, String)| {
        let filter = office.filter.clone();
        move |event| filter.update(|filter| change(filter, event_target_value(&event)))
    };
    let programs: Vec<AnyView> = office
        .programs()
        .into_iter()
        .enumerate()
        .map(|(at, (code, name))| {
            let selected = now.program == Some(at);
            view! { <option value=at.to_string() selected=selected>{code}" "{name}</option> }.into_any()
        })
        .collect();
    let kinds: Vec<AnyView> = KINDS
        .iter()
        .map(|kind| {
            let selected = now.kind == Some(*kind);
            let word = if *kind == 'm' { words.can_apply } else { answers::word(words, *kind) };
            view! { <option value=kind.to_string() selected=selected>{word}</option> }.into_any()
        })
        .collect();
    let by_program = change(|filter, value| filter.program = value.parse().ok());
    let by_kind = change(|filter, value| filter.kind = value.chars().next());
    let by_text = change(|filter, value| filter.text = value);
    view! {
        <div class="office-filters">
            <label class="field"><span>{words.program}</span>
                <select id="by-program" on:change=by_program><option value="">{words.all_programs}</option>{programs}</select></label>
            <label class="field"><span>{words.certificate}</span>
                <select id="by-kind" on:change=by_kind><option value="">{words.any_answer}</option>{kinds}</select></label>
            <label class="field"><span>{words.search}</span>
                <input class="input" id="by-number" type="search" inputmode="numeric" autocomplete="off" prop:value=now.text on:input=by_text/></label>
        </div>
    }
    .into_any()
}

fn list(lang: Lang, office: Office, listed: &[usize], program: Option<usize>) -> AnyView {
    let words = Desk::of(lang);
    if listed.is_empty() {
        return view! { <p class="note">{words.nobody}</p> }.into_any();
    }
    let mut heads = vec![words.student, words.group, words.entry];
    match program {
        Some(_) => heads.extend([words.certificate, words.requirement]),
        None => heads.extend(KINDS.iter().take(4).map(|kind| answers::word(words, *kind))),
    }
    heads.push(words.problems);
    let count = words_of::shown(lang, listed.len());
    let places = listed.to_vec();
    let row = move |at: usize| {
        let Some(student) = places.get(at).copied() else { return ().into_any() };
        row(lang, &office, student, program)
    };
    view! {
        <p class="note" role="status" id="shown">{count}</p>
        {tables::table(heads, listed.len(), words.show_more, row)}
    }
    .into_any()
}

fn row(lang: Lang, office: &Office, student: usize, program: Option<usize>) -> AnyView {
    let words = Desk::of(lang);
    let number = office.with_roster(|roster| roster.students.get(student).map(|one| one.student.clone()));
    let number = number.flatten().unwrap_or_default();
    let one = office.judged.with(|all| all.get(student).cloned().flatten());
    let Some(one) = one else { return ().into_any() };
    let group = one.group.clone().map(|group| i18n::names::unit_listed(lang, &group)).unwrap_or_default();
    let entry = one.entry.map(|year| year.to_string()).unwrap_or_default();
    let answers = if one.judged {
        cells(lang, &one, program)
    } else {
        let span = if program.is_some() { "2" } else { "4" };
        view! { <td colspan=span><span class="tag tag-bad">{words.not_judged}</span></td> }.into_any()
    };
    let tags = [
        (office.to_check(student), words.check_first, "tag tag-ask"),
        (one.left_out > 0, words.partial, "tag tag-ask"),
    ];
    let tags: Vec<AnyView> = tags
        .into_iter()
        .filter(|(is, ..)| *is)
        .map(|(_, word, class)| view! { <span class=class>{word}</span> }.into_any())
        .collect();
    let opening = office.clone();
    let open = move |_| opening.open.set(Some(student));
    view! {
        <tr>
            <th scope="row"><button class="office-number" on:click=open>{number}</button></th>
            <td>{group}</td>
            <td class="num">{entry}</td>
            {answers}
            <td>{tags}</td>
        </tr>
    }
    .into_any()
}

fn cells(lang: Lang, one: &Judgement, program: Option<usize>) -> AnyView {
    let Some(program) = program else {
        let count = |kind: char| one.certificates.chars().filter(|letter| answers::kind(*letter) == kind).count();
        let cells: Vec<AnyView> =
            KINDS.iter().take(4).map(|kind| view! { <td class="num">{count(*kind)}</td> }.into_any()).collect();
        return cells.into_any();
    };
    let cells: Vec<AnyView> = [&one.certificates, &one.requirements]
        .into_iter()
        .map(|letters| {
            let letter = letters.chars().nth(program).unwrap_or('c');
            let class = match answers::kind(letter) {
                'm' => "tag tag-met",
                'p' => "tag tag-coming",
                'd' => "tag tag-ask",
                _ => "tag",
            };
            view! { <td><span class=class>{badge::status(lang, &words_of::answer(letter))}</span></td> }.into_any()
        })
        .collect();
    cells.into_any()
}
