//! What a group's curricula of other entry years have besides, in each year's file.
//!
//! Whether a course is cross-domain asks for it: an elective that came after the entry year is the department's all the
//! same. It is derived from the files of all years, so that tools write it and the check refuses one that is out of date.

use std::collections::{BTreeSet, HashMap};

use crate::catalog::{Curricula, OtherYear};

/// Brings what each year says of the others up to date.
pub fn renew(years: &mut [Curricula]) {
    let tables: Vec<_> = years.iter().map(|year| table(year, years)).collect();
    for (year, table) in years.iter_mut().zip(tables) {
        year.other_years = table;
    }
}

/// The entry years whose files say of the others what is not so.
pub fn stale(years: &[Curricula]) -> Vec<u16> {
    years.iter().filter(|year| year.other_years != table(year, years)).map(|year| year.year).collect()
}

/// Group by group what other years have besides, from the first such year. A group that this year lacks is in it, too:
/// a department's other groups may be newer than a student's own.
fn table(this: &Curricula, years: &[Curricula]) -> HashMap<String, Vec<OtherYear>> {
    let mut others: Vec<&Curricula> = years.iter().filter(|year| year.year != this.year).collect();
    others.sort_by_key(|year| year.year);
    let mut table = HashMap::new();
    for group in others.iter().flat_map(|year| year.groups()).collect::<BTreeSet<_>>() {
        let own: BTreeSet<&str> =
            professional(this, group).flat_map(|(code, name)| code.into_iter().chain([name])).collect();
        let (mut rows, mut seen) = (Vec::new(), BTreeSet::new());
        for other in &others {
            for (code, name) in professional(other, group) {
                let new = code.into_iter().chain([name]).any(|key| !own.contains(key));
                if new && seen.insert((code, name)) {
                    rows.push((code.map(str::to_owned), name.to_owned(), other.year));
                }
            }
        }
        if !rows.is_empty() {
            table.insert(group.to_owned(), rows);
        }
    }
    table
}

/// Codes and names of a group's professional courses.
fn professional<'a>(year: &'a Curricula, group: &'a str) -> impl Iterator<Item = (Option<&'a str>, &'a str)> {
    let rows = year.groups.0.iter().filter(move |(name, _)| name == group).flat_map(|(_, group)| &group.courses);
    rows.filter(|row| row.symbol.is_professional()).map(|row| (row.code.as_deref(), row.name.as_str()))
}
