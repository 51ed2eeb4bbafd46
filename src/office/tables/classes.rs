//! The classes of several semesters as two tables, and back again without loss.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::json;

use super::columns::Table;
use super::problem::{SheetKind, SheetProblem};
use super::read::Reader;
use super::write;
use crate::catalog::document::{Source, Text};
use crate::catalog::{CLASSES_SCHEMA, ClassFile, ClassRow};
use crate::office::classes::check;
use crate::office::problem::DataKind;

/// The tables as (file name, content).
pub fn classes_to_tables(files: &[ClassFile]) -> Result<Vec<(&'static str, String)>, serde_json::Error> {
    let (mut of_term, mut of_class) = (Vec::new(), Vec::new());
    for file in files {
        let Source { title, url, date, licence } = &file.source;
        of_term.push(json!({
            "term": file.term, "as_of": file.as_of, "title": title, "url": url, "date": date, "licence": licence,
        }));
        of_class.extend(file.classes.iter().map(|row| {
            let ClassRow { code, id, groups, times, language } = row;
            json!({
                "term": file.term, "code": code, "class_code": id, "groups": groups, "times": times,
                "language": language,
            })
        }));
    }
    let rows = [of_term, of_class];
    Table::CLASSES
        .into_iter()
        .zip(rows)
        .map(|(table, rows)| Ok((table.file(), write::text(table, &write::cells(table, &rows))?)))
        .collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermCells {
    term: String,
    as_of: String,
    title: Text,
    url: String,
    date: Option<String>,
    licence: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassCells {
    term: String,
    code: String,
    class_code: String,
    #[serde(default)]
    groups: Vec<String>,
    #[serde(default)]
    times: String,
    #[serde(default)]
    language: String,
}

/// Reads the classes from their tables, given as (file name, content), in the order of `class_terms`.
pub fn classes_from_tables(tables: &HashMap<String, Vec<u8>>) -> Result<Vec<ClassFile>, Vec<SheetProblem>> {
    let mut reader = Reader::default();
    let [of_term, of_class] = Table::CLASSES.map(|table| reader.table(tables, table));
    let mut files: Vec<ClassFile> = Vec::new();
    for row in of_term {
        let place = row.place.clone();
        let path = format!("terms[{}]", files.len());
        let Some(TermCells { term, as_of, title, url, date, licence }) = reader.one(row, path) else { continue };
        if files.iter().any(|file| file.term == term) {
            reader.problem(&place, Some("term"), SheetKind::Data(DataKind::DuplicateList { name: term }));
            continue;
        }
        let source = Source { title, url, date, licence };
        files.push(ClassFile { schema: CLASSES_SCHEMA, term, as_of, source, classes: Vec::new() });
    }
    for (count, row) in of_class.into_iter().enumerate() {
        let place = row.place.clone();
        let Some(cells) = reader.one::<ClassCells>(row, format!("rows[{count}]")) else { continue };
        let ClassCells { term, code, class_code: id, groups, times, language } = cells;
        let Some((at, file)) = files.iter_mut().enumerate().find(|(_, file)| file.term == term) else {
            reader.problem(&place, Some("term"), SheetKind::Data(DataKind::NoTermRow { term }));
            continue;
        };
        reader.remember(format!("terms[{at}].classes[{}]", file.classes.len()), place);
        file.classes.push(ClassRow { code, id, groups, times, language });
    }
    if reader.problems.is_empty() {
        for (at, file) in files.iter().enumerate() {
            for finding in check(file) {
                let row = finding.row.map(|row| format!(".classes[{row}]")).unwrap_or_default();
                let key = if finding.key == "id" { "class_code" } else { finding.key };
                reader.found(&format!("terms[{at}]{row}.{key}"), SheetKind::Data(finding.kind));
            }
        }
    }
    if reader.problems.is_empty() { Ok(files) } else { Err(reader.problems) }
}
