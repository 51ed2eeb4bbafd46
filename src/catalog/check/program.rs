//! One program: its courses exist, stand once, and its categories can be filled.

use std::collections::{HashMap, HashSet};

use super::{Findings, Names, feasible, restriction};
use crate::audit::{Ask, MOST_NARROWING};
use crate::catalog::document::{Edition, Listing, MAX_RESTRICTIONS, Program, Text};
use crate::catalog::parse::nearest;
use crate::catalog::problem::ProblemKind;
use crate::names::normalise;
use crate::rules::Kind;

pub(super) fn check(program: &Program, edition: &Edition, path: &str, names: &Names, found: &mut Findings) {
    found.text(&format!("{path}.code"), &program.code);
    found.text(&format!("{path}.name"), &program.name);
    found.address(&format!("{path}.standard_url"), &program.standard_url);
    if let Some(url) = &program.plan_url {
        found.address(&format!("{path}.plan_url"), url);
    }
    if !names.departments.contains(program.department.as_str()) {
        found.add(&format!("{path}.department"), names.unknown_department(&program.department));
    }
    if !names.colleges.contains(program.college.as_str()) {
        found.add(&format!("{path}.college"), names.unknown_college(&program.college));
    }

    let tracks = tracks(program);
    let mut seen = HashSet::new();
    let mut categories = HashSet::new();
    for (at, category) in program.categories.iter().enumerate() {
        let path = format!("{path}.categories[{at}]");
        found.text(&format!("{path}.name"), &category.name);
        if !categories.insert(category.name.as_str()) {
            found.add(&format!("{path}.name"), ProblemKind::DuplicateCategory { name: category.name.clone() });
        }
        for (at, listing) in category.courses.iter().enumerate() {
            listed(listing, &format!("{path}.courses[{at}]"), names, &tracks, &mut seen, found);
        }
    }
    for (at, listing) in program.uncategorised.iter().enumerate() {
        listed(listing, &format!("{path}.uncategorised[{at}]"), names, &tracks, &mut seen, found);
    }
    for (at, course) in program.not_listed.iter().enumerate() {
        let path = format!("{path}.not_listed[{at}]");
        found.text(&format!("{path}.name"), &course.name);
        let Some(code) = &course.code else { continue };
        if seen.contains(code) {
            found.add(&format!("{path}.code"), ProblemKind::ListedTwice { course: code.clone() });
        }
        if let Some(known) = names.courses.get(code.as_str()) {
            same_name(code, &course.name, &known.name, &path, found);
        }
    }

    if program.restrictions.len() > MAX_RESTRICTIONS {
        let kind = ProblemKind::TooManyRestrictions { count: program.restrictions.len(), most: MAX_RESTRICTIONS };
        found.add(&format!("{path}.restrictions"), kind);
    }
    // A student is of one department. Who has not said of which hangs on that in each of them, and so on no more.
    let of = |department: &str| {
        let rules = program.restrictions.iter().filter(|one| one.kind.rule().departments().contains(&department));
        rules.map(|one| one.kind.rule().narrows()).sum::<usize>()
    };
    let departments = program.restrictions.iter().flat_map(|one| one.kind.rule().departments());
    let narrowing = departments.map(of).max().unwrap_or_default();
    if narrowing > MOST_NARROWING {
        let kind = ProblemKind::TooManyNarrowing { count: narrowing, most: MOST_NARROWING };
        found.add(&format!("{path}.restrictions"), kind);
    }
    let mut questions: HashMap<&str, (&Text, Ask)> = HashMap::new();
    let mut confirms = HashSet::new();
    for (at, restriction) in program.restrictions.iter().enumerate() {
        let path = format!("{path}.restrictions[{at}]");
        let confirm = match &restriction.kind {
            Kind::Confirm(confirm) => Some(&confirm.id),
            _ => None,
        };
        let twice = confirm.filter(|id| !confirms.insert(id.as_str()));
        if let Some(id) = twice {
            found.add(&format!("{path}.id"), ProblemKind::DuplicateConfirm { id: id.clone() });
        }
        for (id, text, ask) in restriction.questions().filter(|(id, ..)| twice.is_none_or(|told| told != id)) {
            if questions.insert(id, (text, ask)).is_some_and(|known| known != (text, ask)) {
                found.add(&path, ProblemKind::QuestionsDiffer { id: id.to_owned() });
            }
        }
        restriction::check(restriction, program, edition, &path, names, found);
    }
    feasible::check(program, path, names, found);
}

/// The tracks that the program's restrictions name.
fn tracks(program: &Program) -> HashSet<&str> {
    let mut tracks = HashSet::new();
    for restriction in &program.restrictions {
        match &restriction.kind {
            Kind::SingleTrack(rule) => tracks.extend(rule.tracks.iter().map(String::as_str)),
            Kind::OneFromEachTrack(rule) => tracks.extend(rule.tracks.iter().map(String::as_str)),
            Kind::DepartmentLimitedToTrack(rule) => _ = tracks.insert(rule.track.as_str()),
            _ => {}
        }
    }
    tracks
}

fn listed(
    listing: &Listing,
    path: &str,
    names: &Names,
    tracks: &HashSet<&str>,
    seen: &mut HashSet<String>,
    found: &mut Findings,
) {
    let key = match &listing.code {
        Some(code) => {
            match names.courses.get(code.as_str()) {
                None => found.add(&format!("{path}.code"), names.unknown_course(code, Some(&listing.name))),
                Some(course) => same_name(code, &listing.name, &course.name, path, found),
            }
            code.clone()
        }
        None => {
            let name = normalise(&listing.name);
            if !names.without_code.contains_key(&name) {
                let coded = names.by_name.get(&name).map(|code| (*code).to_owned());
                let near = || nearest(&listing.name, names.without_code.values().map(|course| course.name.as_str()));
                let suggestion = coded.or_else(near);
                let kind = ProblemKind::UnknownName { name: listing.name.clone(), suggestion };
                found.add(&format!("{path}.name"), kind);
            }
            name
        }
    };
    if !seen.insert(key) {
        let course = listing.code.clone().unwrap_or_else(|| listing.name.clone());
        found.add(path, ProblemKind::ListedTwice { course });
    }
    if let Some(track) = &listing.track_hint
        && !tracks.contains(track.as_str())
    {
        let suggestion = nearest(track, tracks.iter().copied());
        found.add(&format!("{path}.track_hint"), ProblemKind::UnknownTrack { name: track.clone(), suggestion });
    }
}

fn same_name(code: &str, name: &str, expected: &str, path: &str, found: &mut Findings) {
    if name != expected {
        let kind =
            ProblemKind::NameMismatch { code: code.to_owned(), name: name.to_owned(), expected: expected.to_owned() };
        found.add(&format!("{path}.name"), kind);
    }
}
