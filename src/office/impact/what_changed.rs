//! Whether the facts that answers about a program hang on are others.

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::catalog::document::{Course, Program};
use crate::names::normalise;
use crate::rules::Kind;

/// Whether an answer about the program can be another: what only people read, and when courses had classes, is left out.
pub(super) fn facts_differ(old: &Catalog, before: &Program, new: &Catalog, now: &Program) -> bool {
    bare(before) != bare(now)
        || old.document().departments != new.document().departments
        || courses(old, before) != courses(new, now)
}

/// The program without what no answer hangs on.
fn bare(program: &Program) -> Program {
    let mut bare = program.clone();
    (bare.name, bare.college, bare.standard_url) = Default::default();
    (bare.plan_url, bare.table_credits, bare.taught_in_english) = Default::default();
    (bare.not_listed, bare.notes) = Default::default();
    bare.restrictions.retain(|restriction| !matches!(restriction.kind, Kind::Notice(_)));
    for restriction in &mut bare.restrictions {
        restriction.source = None;
    }
    bare
}

/// The courses on which answers about a program hang, each with the unit that offers it: those that it lists or that count
/// for one of them, by code or name; all where courses count that it does not list.
fn courses(catalog: &Catalog, program: &Program) -> Vec<(Course, Option<String>)> {
    let names: BTreeSet<String> = program.listings().map(|(_, listing)| normalise(&listing.name)).collect();
    let codes: BTreeSet<&str> = program.restrictions.iter().flat_map(|one| one.kind.rule().codes()).collect();
    let open = program.restrictions.iter().any(|one| matches!(one.kind, Kind::AcceptsUnlisted(_)));
    let matters = |course: &Course| {
        open || course.code.as_deref().is_some_and(|code| codes.contains(code))
            || names.contains(&normalise(&course.name))
    };
    let all = catalog.courses().map(|(_, course)| course).filter(|course| matters(course));
    let mut found: Vec<(Course, Option<String>)> = all
        .map(|course| {
            let bare = Course { levels: Vec::new(), offered: Vec::new(), ..course.clone() };
            (bare, catalog.offered_by(course).map(str::to_owned))
        })
        .collect();
    // The order of the table matters to nobody.
    crate::sorting::sort_by_cached_key(&mut found, |(course, _)| (course.code.clone(), course.name.clone()));
    found
}
