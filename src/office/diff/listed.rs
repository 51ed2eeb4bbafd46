//! What a program's list says otherwise of its courses.

use std::collections::BTreeMap;

use super::{Mark, Named, What, only};
use crate::catalog::document::{Listing, NotListed, Program, Text};

/// What a program's list says of one course.
struct ListedPlace<'a> {
    category: Option<String>,
    listing: &'a Listing,
}

fn places(program: &Program) -> BTreeMap<String, ListedPlace<'_>> {
    let name = |at: Option<usize>| Some(program.categories.get(at?)?.name.clone());
    let key = |listing: &Listing| listing.code.clone().unwrap_or_else(|| listing.name.clone());
    program.listings().map(|(at, listing)| (key(listing), ListedPlace { category: name(at), listing })).collect()
}

pub(super) fn courses(old: &Program, new: &Program, found: &mut Vec<What>) {
    let named = |listing: &Listing| Named { code: listing.code.clone(), name: listing.name.clone() };
    let (before, after) = (places(old), places(new));
    for (key, now) in &after {
        let course = named(now.listing);
        match before.get(key) {
            None => found.push(What::CourseAdded { course, category: now.category.clone() }),
            Some(then) => {
                if then.category != now.category {
                    let (from, to) = (then.category.clone(), now.category.clone());
                    found.push(What::CourseMoved { course: course.clone(), from, to });
                }
                said(&course, then.listing, now.listing, found);
            }
        }
    }
    for (key, then) in &before {
        if !after.contains_key(key) {
            let category = then.category.clone();
            found.push(What::CourseRemoved { course: named(then.listing), category });
        }
    }
}

/// What one row says, but for its category.
fn said(course: &Named, old: &Listing, new: &Listing, found: &mut Vec<What>) {
    let Listing { code: _, name, required, online, category_not_printed, track_hint, category_hint } = new;
    for (mark, was, set) in [
        (Mark::Required, old.required, *required),
        (Mark::Online, old.online, *online),
        (Mark::CategoryNotPrinted, old.category_not_printed, *category_not_printed),
    ] {
        if was != set {
            found.push(What::CourseMarked { course: course.clone(), mark, set });
        }
    }
    let zh = |hint: &Option<Text>| hint.as_ref().map(|text| text.zh.clone()).unwrap_or_default();
    let en = |hint: &Option<Text>| hint.as_ref().map(|text| text.en.clone()).unwrap_or_default();
    for (key, from, to) in [
        ("name", old.name.clone(), name.clone()),
        ("track_hint", old.track_hint.clone().unwrap_or_default(), track_hint.clone().unwrap_or_default()),
        ("category_hint.zh", zh(&old.category_hint), zh(category_hint)),
        ("category_hint.en", en(&old.category_hint), en(category_hint)),
    ] {
        if from != to {
            found.push(What::CourseField { course: course.clone(), key, from, to });
        }
    }
}

pub(super) fn not_listed(old: &[NotListed], new: &[NotListed], found: &mut Vec<What>) {
    let (mut gone, come) = only(old, new);
    for NotListed { code, name, why } in come {
        let same = |before: &NotListed| before.code == code && (code.is_some() || before.name == name);
        let course = Named { code: code.clone(), name: name.clone() };
        let Some(before) = gone.iter().position(same).map(|at| gone.remove(at)) else {
            found.push(What::NotListedAdded { course, why });
            continue;
        };
        if before.name != name {
            let (from, to) = (before.name, name);
            found.push(What::CourseField { course: course.clone(), key: "name", from, to });
        }
        if before.why != why {
            found.push(What::NotListedWhy { course, from: before.why, to: why });
        }
    }
    let removed = gone.into_iter().map(|one| Named { code: one.code, name: one.name });
    found.extend(removed.map(|course| What::NotListedRemoved { course }));
}
