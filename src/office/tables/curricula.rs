//! The curricula of several entry years as three tables, and back again without loss.

use std::collections::HashMap;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use serde_json::{Value, json};

use super::columns::Table;
use super::problem::{SheetKind, SheetProblem};
use super::read::{Reader, TableRow, text};
use super::write::{self, Cells};
use crate::catalog::curriculum::{CreditTable, CurriculumRow, Symbol};
use crate::catalog::document::{Source, Text};
use crate::catalog::{Catalog, Curricula, Group};
use crate::credits::Credits;
use crate::office::curricula::{List, check, empty, renew};
use crate::office::problem::DataKind;

/// The tables as (file name, content).
pub fn curricula_to_tables(years: &[Curricula]) -> Result<Vec<(&'static str, String)>, serde_json::Error> {
    curricula_to_cells(years)
        .into_iter()
        .map(|(table, cells)| Ok((table.file(), write::text(table, &cells)?)))
        .collect()
}

/// Every table with its cells, without its headings.
pub fn curricula_to_cells(years: &[Curricula]) -> Vec<(Table, Cells)> {
    let (mut of_year, mut of_group, mut of_course) = (Vec::new(), Vec::new(), Vec::new());
    for file in years {
        let entry = file.year;
        let Source { title, url, date, licence } = &file.source;
        of_year.push(json!({
            "entry": entry, "as_of": file.as_of, "title": title, "url": url, "date": date, "licence": licence,
        }));
        for list in List::ALL {
            for (name, group) in &list.of(file).0 {
                of_group.push(json!({
                    "entry": entry, "list": list.key(), "group": name, "as_of": group.as_of, "credits": group.credits,
                }));
                of_course.extend(group.courses.iter().map(|row| {
                    json!({
                        "entry": entry, "group": name, "symbol": row.symbol.sign(), "code": row.code, "name": row.name,
                        "credits": row.credits, "year": row.year, "semester": row.semester, "stage": row.stage,
                    })
                }));
            }
        }
    }
    let rows = [of_year, of_group, of_course];
    Table::CURRICULA.into_iter().zip(rows).map(|(table, rows)| (table, write::cells(table, &rows))).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearCells {
    entry: u16,
    as_of: String,
    title: Text,
    url: String,
    date: Option<String>,
    licence: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupCells {
    list: String,
    group: String,
    as_of: Option<String>,
    credits: Option<CreditTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CourseCells {
    #[serde(deserialize_with = "symbol")]
    symbol: Symbol,
    code: Option<String>,
    name: String,
    credits: Credits,
    year: u8,
    semester: u8,
    stage: String,
}

fn symbol<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Symbol, D::Error> {
    let text = String::deserialize(deserializer)?;
    Symbol::parse(&text).ok_or_else(|| D::Error::custom("no symbol"))
}

/// Reads the curricula from their tables, given as (file name, content), in the order of `years`; groups are looked for
/// in the departments of `catalog`.
pub fn curricula_from_tables(
    tables: &HashMap<String, Vec<u8>>,
    catalog: Option<&Catalog>,
) -> Result<Vec<Curricula>, Vec<SheetProblem>> {
    let mut reader = Reader::default();
    let [of_year, of_group, of_course] = Table::CURRICULA.map(|table| reader.table(tables, table));
    let mut years: Vec<Curricula> = Vec::new();
    for row in of_year {
        let (place, entry) = (row.place.clone(), number(&row));
        let year = format!("years[{entry}]");
        let Some(YearCells { entry, as_of, title, url, date, licence }) = reader.one(row, year.clone()) else {
            reader.give_up(year);
            continue;
        };
        if years.iter().any(|file| file.year == entry) {
            let kind = DataKind::DuplicateList { name: entry.to_string() };
            reader.problem(&place, Some("entry"), SheetKind::Data(kind));
            continue;
        }
        years.push(Curricula { source: Source { title, url, date, licence }, ..empty(entry, &as_of) });
    }
    for mut row in of_group {
        let place = row.place.clone();
        let Some(file) = year(&mut reader, &mut years, &mut row) else { continue };
        let (entry, name) = (file.year, text(&row, "group"));
        let path = path(entry, &text(&row, "list"), &name);
        let Some(GroupCells { list, group: name, as_of, credits }) = reader.one(row, path) else {
            reader.give_up(group_of(entry, &name));
            continue;
        };
        let Some(list) = List::ALL.into_iter().find(|known| known.key() == list) else { continue };
        if List::ALL.iter().any(|list| list.of(file).0.iter().any(|(known, _)| *known == name)) {
            reader.problem(&place, Some("group"), SheetKind::Data(DataKind::DuplicateList { name }));
            continue;
        }
        list.of_mut(file).0.push((name, Group { as_of, credits, courses: Vec::new() }));
    }
    for mut row in of_course {
        let place = row.place.clone();
        let Some(file) = year(&mut reader, &mut years, &mut row) else { continue };
        let name = text(&row, "group");
        row.object.remove("group");
        let year = file.year;
        let mut lists = [
            (List::Own, &mut file.groups),
            (List::GeneralEducation, &mut file.general_education),
            (List::Common, &mut file.common),
        ]
        .into_iter()
        .flat_map(|(list, groups)| groups.0.iter_mut().map(move |(known, group)| (list, known, group)));
        let Some((list, _, group)) = lists.find(|(_, known, _)| **known == name) else {
            if !reader.gave_up(&group_of(year, &name)) {
                reader.problem(&place, Some("group"), SheetKind::NoSuchList { name });
            }
            continue;
        };
        let path = format!("{}.courses[{}]", path(year, list.key(), &name), group.courses.len());
        let Some(cells) = reader.one::<CourseCells>(row, path) else { continue };
        let CourseCells { symbol, code, name, credits, year, semester, stage } = cells;
        group.courses.push(CurriculumRow { symbol, code, name, credits, year, semester, stage });
    }
    if reader.problems.is_empty() {
        for file in &years {
            for finding in check(file, catalog) {
                let place = &finding.place;
                let list = place.list.as_ref().map(|(list, name)| path(file.year, list.key(), name));
                let list = list.unwrap_or_else(|| format!("years[{}]", file.year));
                let row = place.row.map(|row| format!(".courses[{row}]")).unwrap_or_default();
                reader.found(&format!("{list}{row}.{}", place.key), SheetKind::Data(finding.kind));
            }
        }
    }
    renew(&mut years);
    if reader.problems.is_empty() { Ok(years) } else { Err(reader.problems) }
}

/// What stands for a list among the places that the reader remembers.
fn path(year: u16, list: &str, name: &str) -> String {
    format!("years[{year}].{list}[{name}]")
}

/// What stands for a group whose row cannot be read.
fn group_of(year: u16, name: &str) -> String {
    format!("years[{year}][{name}]")
}

fn number(row: &TableRow) -> String {
    row.object.get("entry").map(Value::to_string).unwrap_or_default()
}

/// Takes the entry year out of a row and finds its curricula.
fn year<'y>(reader: &mut Reader, years: &'y mut [Curricula], row: &mut TableRow) -> Option<&'y mut Curricula> {
    let year = number(row);
    row.object.remove("entry");
    let found = years.iter_mut().find(|file| file.year.to_string() == year);
    if found.is_none() && !reader.gave_up(&format!("years[{year}]")) {
        reader.problem(&row.place, Some("entry"), SheetKind::NoSuchYear { year });
    }
    found
}
