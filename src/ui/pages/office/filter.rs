//! Which students the filter leaves.

use leptos::prelude::*;

use super::answers;
use super::data::{Judgement, Listed, Office};

/// The students that the filter leaves, by their places.
pub fn listed(office: &Office) -> Vec<usize> {
    let filter = office.filter.get();
    let text = filter.text.trim().to_lowercase();
    let numbers = office.with_roster(|roster| {
        let number = |one: &Listed| text.is_empty() || one.student.to_lowercase().contains(&text);
        roster.students.iter().map(number).collect::<Vec<bool>>()
    });
    let numbers = numbers.unwrap_or_default();
    let fits = |at: &usize, one: &Judgement| {
        let Some(kind) = filter.kind else { return true };
        let of_kind = |letter: char| answers::kind(letter) == kind;
        let fits = match filter.program {
            Some(program) => one.certificates.chars().nth(program).is_some_and(of_kind),
            None => one.certificates.chars().any(of_kind),
        };
        // Whoever can apply was checked, where there is anything to check.
        fits && !(kind == 'm' && office.to_check(*at))
    };
    office.judged.with(|all| {
        let some = all.iter().enumerate().filter_map(|(at, one)| Some((at, one.as_ref()?)));
        some.filter(|(at, one)| numbers.get(*at) == Some(&true) && fits(at, one)).map(|(at, _)| at).collect()
    })
}

/// The code of the program that the filter names.
pub fn program_code(office: &Office) -> Option<String> {
    let program = office.filter.with(|filter| filter.program)?;
    office.programs().into_iter().nth(program).map(|(code, _)| code)
}
