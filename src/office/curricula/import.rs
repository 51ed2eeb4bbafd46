//! A group's curriculum from a saved page into its year's file. Nothing else in the file changes, and nothing at all
//! where the page is another's or cannot be read whole.

use super::check::check;
use super::diff::{Change, diff};
use super::{Finding, List, Page, PageRow, RowFault, ValuePlace, latest};
use crate::catalog::curriculum::CurriculumRow;
use crate::catalog::{Catalog, Curricula, Group};
use crate::office::problem::date;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Entry year, ROC.
    pub year: u16,
    /// Group, as the departments of the catalog name it.
    pub group: &'a str,
    /// The day on which the page was saved, `YYYY-MM-DD`.
    pub as_of: &'a str,
    /// Whether somebody looked, and is sure.
    pub sure: bool,
}

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The page is of another entry year; which.
    OtherYear(u16),
    /// The page is another group's; whose.
    OtherGroup(String),
    /// The page is of another system of study; which.
    OtherDegree(String),
    /// The table has no course.
    NoCourse,
    /// Rows that cannot be read.
    Row(PageRow),
    /// The list would not pass the check.
    Check(Finding),
    /// Somebody has to say that it is right.
    Ask(Doubt),
}

/// What only people can decide.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// The heading does not say the entry year.
    NoYear,
    /// The heading does not say the group.
    NoGroup,
    /// What the file has is newer; its day.
    Older(String),
    /// More than half of what the file has would go.
    MostGone {
        /// Rows that would go.
        gone: usize,
        /// Rows that are there.
        had: usize,
    },
}

/// The file with the page's curriculum, and what is different.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The whole year's curricula.
    pub curricula: Curricula,
    /// What changed in the group.
    pub changes: Vec<Change>,
    /// Rows whose credits were kept, as the page has none.
    pub credits_kept: Vec<CurriculumRow>,
    /// Rows that the page has twice.
    pub twice: Vec<CurriculumRow>,
}

/// Puts the page's curriculum in the place of the group's.
pub fn import(
    curricula: &Curricula,
    catalog: &Catalog,
    page: &Page,
    wanted: &Wanted<'_>,
) -> Result<Imported, Vec<Refusal>> {
    let mut refusals = foreign(page, catalog, wanted);
    if let Some(kind) = date(wanted.as_of, latest(wanted.year)) {
        refusals.push(Refusal::Check(Finding { place: ValuePlace::default(), kind }));
    }
    let old = curricula.groups.0.iter().find(|(name, _)| name == wanted.group).map(|(_, group)| group);
    let had = old.map(|group| group.courses.as_slice()).unwrap_or_default();
    let (mut courses, mut twice, mut credits_kept) = (Vec::new(), Vec::new(), Vec::new());
    for row in &page.rows {
        match complete(row, had) {
            Ok((row, _)) if courses.contains(&row) => twice.push(row),
            Ok((row, kept)) => {
                credits_kept.extend(kept.then(|| row.clone()));
                courses.push(row);
            }
            Err(row) => refusals.push(Refusal::Row(row)),
        }
    }
    if page.rows.is_empty() {
        refusals.push(Refusal::NoCourse);
    }
    let mut changes = diff(had, &courses);
    let day = old.map(|group| group.as_of.clone().unwrap_or_else(|| curricula.as_of.clone()));
    if refusals.is_empty() && !wanted.sure {
        let gone = changes.iter().filter(|change| matches!(change, Change::Removed(_))).count();
        if gone * 2 > had.len() {
            refusals.push(Refusal::Ask(Doubt::MostGone { gone, had: had.len() }));
        }
        if let Some(day) = day.clone().filter(|day| day.as_str() > wanted.as_of) {
            refusals.push(Refusal::Ask(Doubt::Older(day)));
        }
    }
    if let Some(from) = day.filter(|day| day != wanted.as_of) {
        changes.insert(0, Change::Day { from, to: wanted.as_of.to_owned() });
    }
    let mut curricula = curricula.clone();
    put(&mut curricula, catalog, wanted, courses);
    let own = Some((List::Own, wanted.group.to_owned()));
    // Mistakes elsewhere in the file are no reason to keep this group's old state.
    let concerns = |finding: &Finding| finding.place.list == own;
    if refusals.is_empty() {
        refusals.extend(check(&curricula, Some(catalog)).into_iter().filter(concerns).map(Refusal::Check));
    }
    if refusals.is_empty() { Ok(Imported { curricula, changes, credits_kept, twice }) } else { Err(refusals) }
}

/// Whether the page says that it is another's, or does not say whose it is.
fn foreign(page: &Page, catalog: &Catalog, wanted: &Wanted<'_>) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut ask = |doubt| {
        if !wanted.sure {
            refusals.push(Refusal::Ask(doubt));
        }
    };
    if page.heading.year.is_none() {
        ask(Doubt::NoYear);
    }
    if page.heading.group.is_none() {
        ask(Doubt::NoGroup);
    }
    if let Some(year) = page.heading.year.filter(|year| *year != wanted.year) {
        refusals.push(Refusal::OtherYear(year));
    }
    // The curricula are those of the day school's bachelors.
    if let Some(degree) = page.heading.degree.clone().filter(|degree| degree != "四技") {
        refusals.push(Refusal::OtherDegree(degree));
    }
    if let Some(group) = page.heading.group.clone().filter(|group| catalog.groups_named(group) != [wanted.group]) {
        refusals.push(Refusal::OtherGroup(group));
    }
    refusals
}

/// The row as the file keeps it. Where the page has no credits, those of the same course that is there are kept, which
/// is said; else the row is handed back with what is wrong.
fn complete(row: &PageRow, had: &[CurriculumRow]) -> Result<(CurriculumRow, bool), PageRow> {
    let known = had.iter().find(|old| match &row.code {
        Some(_) => old.code == row.code,
        None => old.name == row.name,
    });
    let credits = row.credits.or(known.map(|old| old.credits));
    match (row.symbol, credits) {
        (Some(symbol), Some(credits)) if row.faults.is_empty() => {
            let PageRow { code, name, year, semester, stage, .. } = row.clone();
            Ok((CurriculumRow { symbol, code, name, credits, year, semester, stage }, row.credits.is_none()))
        }
        _ => {
            let mut row = row.clone();
            if credits.is_none() && !row.faults.iter().any(|fault| matches!(fault, RowFault::Credits(_))) {
                row.faults.push(RowFault::NoCredits);
            }
            Err(row)
        }
    }
}

/// A new group goes where the catalog's order of departments has it. The day is the group's own where the file's other
/// lists are of another.
fn put(curricula: &mut Curricula, catalog: &Catalog, wanted: &Wanted<'_>, courses: Vec<CurriculumRow>) {
    let as_of = (wanted.as_of != curricula.as_of).then(|| wanted.as_of.to_owned());
    let order = |name: &str| catalog.groups().position(|(group, ..)| group == name);
    let groups = &mut curricula.groups.0;
    match groups.iter_mut().find(|(name, _)| name == wanted.group) {
        Some((_, group)) => (group.courses, group.as_of) = (courses, as_of),
        None => {
            let own = order(wanted.group);
            let at = groups.iter().position(|(name, _)| order(name) > own).unwrap_or(groups.len());
            groups.insert(at, (wanted.group.to_owned(), Group { as_of, credits: None, courses }));
        }
    }
}
