//! Who the invented students are.

use super::random::Random;
use crate::audit::{Degree, Profile};
use crate::catalog::{Catalog, Curricula};
use crate::regulation::CROSS_DOMAIN_FROM_ENTRY;

/// Every group in every entry year, evening and graduate students, and who said nothing, in an order that the seed
/// decides.
pub(super) fn profiles(old: &Catalog, new: &Catalog, curricula: &[Curricula], seed: u64) -> Vec<Profile> {
    let mut years: Vec<u16> = curricula.iter().map(|year| year.year).collect();
    // Whom the requirement does not concern yet.
    years.insert(0, CROSS_DOMAIN_FROM_ENTRY - 1);
    let last = years.iter().max().copied();
    let mut groups: Vec<&str> = new.groups().map(|(group, ..)| group).collect();
    for (group, ..) in old.groups() {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let student = |group: &str, entry: Option<u16>, degree| Profile { group: Some(group.to_owned()), entry, degree };
    let mut all = vec![Profile::default(), Profile { entry: last, ..Profile::default() }];
    for group in &groups {
        all.extend(years.iter().map(|year| student(group, Some(*year), Degree::Bachelor)));
        all.push(student(group, last, Degree::BachelorEvening));
    }
    all.extend(groups.iter().take(3).map(|group| student(group, None, Degree::Bachelor)));
    all.extend(new.graduate_units().into_iter().map(|(unit, _)| student(unit, last, Degree::Graduate)));
    let random = &mut Random::of(seed, [u64::MAX, 0]);
    for left in (1..all.len()).rev() {
        all.swap(left, random.below(left + 1));
    }
    all
}
