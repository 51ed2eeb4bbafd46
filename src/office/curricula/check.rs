//! Whether a year's curricula make sense: everything that the shape alone cannot say, all mistakes at once.

use std::collections::HashMap;

use super::{List, latest};
use crate::catalog::curriculum::CurriculumRow;
use crate::catalog::{Catalog, Curricula, Group, Problem, ProblemKind, locate, nearest};
use crate::names::normalise;
use crate::office::problem::{DataKind, DataProblem, date, is_code};

/// A mistake, and what it concerns.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it concerns.
    pub place: ValuePlace,
    /// What is wrong.
    pub kind: DataKind,
}

/// A value of a year's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValuePlace {
    /// The list and its name; `None` for a value of the file as a whole.
    pub list: Option<(List, String)>,
    /// The row of the list, from 0; `None` for a value of the list as a whole.
    pub row: Option<usize>,
    /// The value.
    pub key: &'static str,
}

/// The values of a row, in the order of the file.
const ROW: [&str; 7] = ["symbol", "code", "name", "credits", "year", "semester", "stage"];

impl ValuePlace {
    /// Where it stands in the file, as [`locate`] reads it.
    fn path(&self) -> String {
        let Some((list, name)) = &self.list else { return self.key.to_owned() };
        match self.row {
            Some(row) => {
                let at = ROW.iter().position(|key| *key == self.key).unwrap_or_default();
                format!("{}.{name}.courses[{row}][{at}]", list.key())
            }
            None => format!("{}.{name}.{}", list.key(), self.key),
        }
    }
}

/// Reads a year's file and checks it. `named` is the year that the file's name says; groups are looked for in the
/// departments of `catalog`.
pub fn read(text: &str, named: Option<&str>, catalog: Option<&Catalog>) -> Result<Curricula, Vec<DataProblem>> {
    let shape = |problem: Problem| DataProblem { at: problem.at, kind: DataKind::File(problem.kind) };
    let curricula = Curricula::read(text).map_err(|problems| problems.into_iter().map(shape).collect::<Vec<_>>())?;
    let mut found = check(&curricula, catalog);
    if let Some(named) = named
        && named != curricula.year.to_string()
    {
        let kind = DataKind::OtherYear { file: named.to_owned(), year: curricula.year };
        found.insert(0, Finding { place: ValuePlace { key: "year", ..ValuePlace::default() }, kind });
    }
    if found.is_empty() {
        return Ok(curricula);
    }
    let place = |finding: Finding| DataProblem { at: locate(text, &finding.place.path(), None), kind: finding.kind };
    Err(found.into_iter().map(place).collect())
}

/// Every mistake, in the order of the file.
pub fn check(curricula: &Curricula, catalog: Option<&Catalog>) -> Vec<Finding> {
    let mut found = Vec::new();
    let to = latest(curricula.year);
    let whole = ValuePlace { key: "as_of", ..ValuePlace::default() };
    found.extend(date(&curricula.as_of, to).map(|kind| Finding { place: whole, kind }));
    for list in List::ALL {
        for (name, group) in &list.of(curricula).0 {
            let mut add = |row, key, kind| {
                let place = ValuePlace { list: Some((list, name.clone())), row, key };
                found.push(Finding { place, kind });
            };
            if let Some(kind) = group.as_of.as_ref().and_then(|as_of| date(as_of, to)) {
                add(None, "as_of", kind);
            }
            if let Some(catalog) = catalog.filter(|_| list == List::Own)
                && !catalog.groups().any(|(known, ..)| known == name)
            {
                let suggestion = nearest(name, catalog.groups().map(|(known, ..)| known));
                add(None, "group", DataKind::UnknownGroup { name: name.clone(), suggestion });
            }
            if group.courses.is_empty() {
                add(None, "courses", DataKind::EmptyList { name: name.clone() });
            }
            rows(group, &mut |row, key, kind| add(Some(row), key, kind));
        }
    }
    found
}

fn rows(group: &Group, add: &mut dyn FnMut(usize, &'static str, DataKind)) {
    let mut first: HashMap<&str, &CurriculumRow> = HashMap::new();
    let mut seen: HashMap<(Option<&str>, String), Vec<&CurriculumRow>> = HashMap::new();
    for (at, row) in group.courses.iter().enumerate() {
        let name = normalise(&row.name);
        if name.is_empty() {
            add(at, "name", DataKind::File(ProblemKind::EmptyText));
        }
        if !is_stage(&row.stage) {
            add(at, "stage", DataKind::BadStage { stage: row.stage.clone() });
        }
        if !(1..=5).contains(&row.year) || !(1..=2).contains(&row.semester) {
            add(at, "year", DataKind::BadTime { year: row.year, semester: row.semester });
        }
        if let Some(code) = &row.code {
            let before = *first.entry(code).or_insert(row);
            if !is_code(code) {
                add(at, "code", DataKind::BadCode { code: code.clone() });
            }
            if normalise(&before.name) != name {
                let (first, name) = (before.name.clone(), row.name.clone());
                add(at, "name", DataKind::TwoNames { code: code.clone(), first, name });
            }
            if before.credits != row.credits {
                let (first, credits) = (before.credits, row.credits);
                add(at, "credits", DataKind::TwoCredits { code: code.clone(), first, credits });
            }
        }
        let same = seen.entry((row.code.as_deref(), name)).or_default();
        if same.contains(&row) {
            let course = row.code.clone().unwrap_or_else(|| row.name.clone());
            add(at, "code", DataKind::DuplicateRow { course });
        }
        same.push(row);
    }
}

/// `1`, or `1/2`: a stage and how many there are.
pub(super) fn is_stage(stage: &str) -> bool {
    let number = |text: &str| text.parse::<u8>().ok().filter(|number| (1..=9).contains(number) && text.len() == 1);
    match stage.split_once('/') {
        None => number(stage).is_some(),
        Some((this, all)) => matches!((number(this), number(all)), (Some(this), Some(all)) if this <= all),
    }
}
