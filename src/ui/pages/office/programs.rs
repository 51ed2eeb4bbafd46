//! By program: how many students can apply, and how many are how far.

use kuayu::i18n;
use kuayu::sorting;
use leptos::prelude::*;

use super::answers::{self, KINDS};
use super::data::{Filter, Office, Shown};
use crate::ui::state::AppState;

/// A row a program; a number leads to its students.
pub fn programs(app: AppState, office: &Office) -> AnyView {
    let words = i18n::Desk::of(app.lang.get_untracked());
    let programs = office.programs();
    let mut counts = vec![[0usize; KINDS.len()]; programs.len()];
    office.judged.with(|all| {
        let judged = all.iter().enumerate().filter_map(|(at, one)| Some((at, one.as_ref()?)));
        for (student, one) in judged {
            // Whoever is to be checked first is not among those who can apply, neither here nor in the list.
            let to_check = office.to_check(student);
            for (letter, counts) in one.certificates.chars().zip(&mut counts) {
                let place = answers::place(letter);
                if let Some(count) = counts.get_mut(place).filter(|_| place > 0 || !to_check) {
                    *count += 1;
                }
            }
        }
    });
    let heads: Vec<AnyView> = KINDS
        .iter()
        .map(|kind| view! { <th scope="col" class="num">{answers::word(words, *kind)}</th> }.into_any())
        .collect();
    // Those for whose certificate most students can apply come first.
    let mut rows: Vec<(usize, (String, String), [usize; KINDS.len()])> =
        programs.into_iter().zip(counts).enumerate().map(|(at, (program, counts))| (at, program, counts)).collect();
    sorting::sort_by_key(&mut rows, |(at, _, counts)| (std::cmp::Reverse(*counts), *at));
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|(at, (code, name), counts)| {
            let cells: Vec<AnyView> =
                KINDS.iter().zip(counts).map(|(kind, count)| cell(office, at, *kind, count)).collect();
            view! { <tr><th scope="row"><span class="num">{code}</span>" "{name}</th>{cells}</tr> }.into_any()
        })
        .collect();
    view! {
        <div class="office-table office-counts" tabindex="0">
            <table><thead><tr><th scope="col">{words.program}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

fn cell(office: &Office, program: usize, kind: char, count: usize) -> AnyView {
    if count == 0 {
        return view! { <td class="num office-none">"0"</td> }.into_any();
    }
    let office = office.clone();
    let go = move |_| {
        office.filter.set(Filter { program: Some(program), kind: Some(kind), ..Filter::default() });
        office.shown.set(Shown::Students);
    };
    view! { <td class="num"><button class="office-number" on:click=go>{count}</button></td> }.into_any()
}
