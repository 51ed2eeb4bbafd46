//! The list of all courses for the search (`public/courses.json`), made from a table and checked.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Deserialize;
use serde_json::{Value, json};

use super::problem::{DataKind, DataProblem, common_era, date, is_code};
use super::tables::{Reader, SheetKind, SheetProblem, Table};
use crate::catalog::layout::inline;
use crate::catalog::{Catalog, CourseList, ProblemKind, locate};
use crate::credits::Credits;
use crate::term::Term;

/// A row of the table. What the list does not hold may stand in the table all the same.
#[derive(Debug, Deserialize)]
struct Cells {
    code: String,
    name: String,
    credits: Credits,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    terms: Vec<String>,
}

/// The file's text, from a table with one row a course and the semesters of its classes: one course a line, by unit and
/// code, `[code, name, credits, lately]`. Lately (1) is a class in the newest academic year of the table, or the one
/// before it.
pub fn from_table(table: Vec<u8>, as_of: &str) -> Result<String, Vec<SheetProblem>> {
    let mut reader = Reader::default();
    let rows = reader.table(&HashMap::from([(Table::Terms.file().to_owned(), table)]), Table::Terms);
    let (mut courses, mut codes) = (Vec::new(), HashSet::new());
    for row in rows {
        let place = row.place.clone();
        let Some(cells) = reader.one::<Cells>(row, String::new()) else { continue };
        let mut terms = Vec::new();
        for text in cells.terms.iter().flat_map(|terms| terms.split([' ', ',', '、'])).filter(|text| !text.is_empty())
        {
            match Term::parse(text) {
                Some(term) => terms.push(term),
                None => {
                    let kind = DataKind::BadTerm { text: text.to_owned() };
                    reader.problem(&place, Some("terms"), SheetKind::Data(kind));
                }
            }
        }
        if !is_code(&cells.code) {
            let kind = DataKind::BadCode { code: cells.code.clone() };
            reader.problem(&place, Some("code"), SheetKind::Data(kind));
        } else if !codes.insert(cells.code.clone()) {
            let kind = ProblemKind::DuplicateCourse { code: cells.code.clone() };
            reader.problem(&place, Some("code"), SheetKind::Catalog(kind));
        }
        courses.push((cells, terms));
    }
    if reader.problems.is_empty() { Ok(text(&courses, as_of)) } else { Err(reader.problems) }
}

fn text(courses: &[(Cells, Vec<Term>)], as_of: &str) -> String {
    let newest = courses.iter().flat_map(|(_, terms)| terms).map(|term| term.year).max().unwrap_or_default();
    let mut units: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    for (Cells { code, name, credits, unit, .. }, terms) in courses {
        let lately = terms.iter().any(|term| term.year + 1 >= newest);
        // The sources write some names with and some without a space before the bracket.
        let row = json!([code, name.replace(" (", "("), credits, u8::from(lately)]);
        units.entry(unit).or_default().insert(code, row.to_string());
    }
    let mut out = String::from("{\n\"schema\": 1,\n\"as_of\": ");
    inline(&mut out, &json!(as_of));
    out.push_str(",\n\"units\": [\n");
    let units: Vec<String> = units
        .into_iter()
        .map(|(unit, rows)| {
            let mut text = String::from("{\"unit\": ");
            inline(&mut text, &if unit.is_empty() { Value::Null } else { json!(unit) });
            text.push_str(", \"courses\": [\n");
            text.push_str(&rows.into_values().collect::<Vec<_>>().join(",\n"));
            text.push_str("\n]}");
            text
        })
        .collect();
    out.push_str(&units.join(",\n"));
    out.push_str("\n]\n}\n");
    out
}

/// Reads the list and checks it. Its day is compared with the years of `catalog`'s editions.
pub fn read(text: &str, catalog: Option<&Catalog>) -> Result<CourseList, Vec<DataProblem>> {
    /// Years after the newest edition in which its list may still be the newest.
    const LONGEST: u16 = 3;
    let list = CourseList::read(text).map_err(|problems| {
        problems
            .into_iter()
            .map(|problem| DataProblem { at: problem.at, kind: DataKind::File(problem.kind) })
            .collect::<Vec<_>>()
    })?;
    let newest = catalog.and_then(|catalog| catalog.editions().iter().map(|edition| edition.year).max());
    let to = newest.map_or(u16::MAX, |year| common_era(year).saturating_add(LONGEST));
    let mut found: Vec<(String, DataKind)> = Vec::new();
    found.extend(date(&list.as_of, to).map(|kind| ("as_of".to_owned(), kind)));
    let mut codes = HashSet::new();
    for (unit, (_, courses)) in list.by_unit().enumerate() {
        for (at, course) in courses.enumerate() {
            let row = format!("units[{unit}].courses[{at}]");
            if !is_code(&course.code) {
                found.push((format!("{row}[0]"), DataKind::BadCode { code: course.code.clone() }));
            } else if !codes.insert(&course.code) {
                let kind = ProblemKind::DuplicateCourse { code: course.code.clone() };
                found.push((format!("{row}[0]"), DataKind::File(kind)));
            }
            if course.name.trim().is_empty() {
                found.push((format!("{row}[1]"), DataKind::File(ProblemKind::EmptyText)));
            }
        }
    }
    if found.is_empty() {
        return Ok(list);
    }
    Err(found.into_iter().map(|(path, kind)| DataProblem { at: locate(text, &path, None), kind }).collect())
}
