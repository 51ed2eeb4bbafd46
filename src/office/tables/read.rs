//! From tables back to the catalog, every mistake with its table, row and column.

use std::collections::{HashMap, HashSet};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::cell::{at, is_nested, put};
use super::columns::{Column, Table};
use super::emptied::emptied;
use super::headings;
use super::problem::{SheetKind, SheetProblem};
use crate::catalog::calendar::TermDates;
use crate::catalog::document::{
    Course, Department, Document, Edition, Listing, LoggedChange, NotListed, Program, SCHEMA, Source,
};
use crate::catalog::{ProblemKind, check, shape_problem};
use crate::office::odd::odd;
use crate::rules::Restriction;

/// What tables hold, and what somebody has to look at before it takes the place of what was.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadTables {
    /// The catalog.
    pub document: Document,
    /// What may be meant, but looks like a slip.
    pub doubts: Vec<SheetProblem>,
}

/// Reads the catalog from its tables, given as (file name, content).
pub fn from_tables(tables: &HashMap<String, Vec<u8>>) -> Result<Document, Vec<SheetProblem>> {
    from_tables_over(tables, None).map(|read| read.document)
}

/// The same for tables that are to take the place of a catalog, with everything that looks like a slip beside it.
pub fn from_tables_over(
    tables: &HashMap<String, Vec<u8>>,
    before: Option<&Document>,
) -> Result<ReadTables, Vec<SheetProblem>> {
    let mut reader = Reader::default();
    let changes = reader.table(tables, Table::Changes);
    let sources = reader.table(tables, Table::Sources);
    let departments = reader.table(tables, Table::Departments);
    let courses = reader.table(tables, Table::Courses);
    let calendar = reader.table(tables, Table::Calendar);
    let editions = reader.table(tables, Table::Editions);
    let programs = reader.table(tables, Table::Programs);
    let listings = reader.table(tables, Table::Listings);
    let restrictions = reader.table(tables, Table::Restrictions);
    let mut document = Document {
        schema_url: Some("./programs.schema.json".to_owned()),
        schema: SCHEMA,
        sources: reader.all::<Source>(sources, "sources"),
        changes: reader.all::<LoggedChange>(changes, "changes"),
        calendar: reader.all::<TermDates>(calendar, "calendar"),
        departments: reader.all::<Department>(departments, "departments"),
        courses: reader.all::<Course>(courses, "courses"),
        editions: Vec::new(),
    };
    for mut row in editions {
        row.object.insert("programs".to_owned(), json!([]));
        let path = format!("editions[{}]", document.editions.len());
        let id = text(&row, "id");
        match reader.one::<Edition>(row, path) {
            Some(edition) => document.editions.push(edition),
            None => reader.give_up(id),
        }
    }
    for mut row in programs {
        let Some((at, edition)) = reader.edition(&mut document, &mut row) else { continue };
        reader.notes(&mut row);
        let path = format!("editions[{at}].programs[{}]", edition.programs.len());
        let name = format!("{}/{}", edition.id, text(&row, "code"));
        match reader.one::<Program>(row, path) {
            Some(program) => edition.programs.push(program),
            None => reader.give_up(name),
        }
    }
    for mut row in listings {
        let Some((path, program)) = reader.program(&mut document, &mut row) else { continue };
        let category = row.object.remove("category");
        if row.object.contains_key("why") {
            let path = format!("{path}.not_listed[{}]", program.not_listed.len());
            program.not_listed.extend(reader.one::<NotListed>(row, path));
        } else if let Some(name) = category.as_ref().and_then(Value::as_str) {
            match program.category(name).and_then(|at| Some((at, program.categories.get_mut(at)?))) {
                Some((at, category)) => {
                    let path = format!("{path}.categories[{at}].courses[{}]", category.courses.len());
                    category.courses.extend(reader.one::<Listing>(row, path));
                }
                None => {
                    let known = program.categories.iter().map(|category| category.name.as_str());
                    let suggestion = crate::catalog::nearest(name, known);
                    let kind = ProblemKind::UnknownCategory { name: name.to_owned(), suggestion };
                    reader.problem(&row.place, Some("category"), SheetKind::Catalog(kind));
                }
            }
        } else {
            let path = format!("{path}.uncategorised[{}]", program.uncategorised.len());
            program.uncategorised.extend(reader.one::<Listing>(row, path));
        }
    }
    for mut row in restrictions {
        let Some((path, program)) = reader.program(&mut document, &mut row) else { continue };
        for (column, key) in [("codes", "courses"), ("other_program", "program")] {
            if let Some(value) = row.object.remove(column) {
                row.object.insert(key.to_owned(), value);
            }
        }
        let path = format!("{path}.restrictions[{}]", program.restrictions.len());
        program.restrictions.extend(reader.one::<Restriction>(row, path));
    }
    if reader.problems.is_empty() {
        for finding in check(&document) {
            reader.found(&finding.path, SheetKind::Catalog(finding.kind));
        }
    }
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    let (refused, asked): (Vec<_>, Vec<_>) = odd(&document, before).into_iter().partition(|one| one.kind.is_refused());
    refused.into_iter().for_each(|one| reader.found(&one.path, SheetKind::Odd(one.kind)));
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    for (table, key, filled) in before.map(|before| emptied(before, &document)).unwrap_or_default() {
        reader.problem(&RowPlace { table, row: 1 }, Some(key), SheetKind::EmptiedColumn { filled });
    }
    asked.into_iter().for_each(|one| reader.found(&one.path, SheetKind::Odd(one.kind)));
    Ok(ReadTables { document, doubts: reader.problems })
}

/// Where a row stands.
#[derive(Clone, Debug)]
pub(in crate::office) struct RowPlace {
    table: Table,
    row: usize,
}

pub(in crate::office) struct TableRow {
    pub place: RowPlace,
    pub object: Map<String, Value>,
}

#[derive(Default)]
pub(in crate::office) struct Reader {
    pub problems: Vec<SheetProblem>,
    /// The headings as the files have them, with their columns.
    headings: HashMap<Table, Vec<(String, &'static Column)>>,
    /// Where each value of the document came from.
    places: HashMap<String, RowPlace>,
    /// Rows of editions and programs that could not be read, by what other rows call them: those are no mistakes then.
    unread: HashSet<String>,
}

impl Reader {
    pub(in crate::office) fn problem(&mut self, place: &RowPlace, key: Option<&str>, kind: SheetKind) {
        let headings = self.headings.get(&place.table);
        let column = key.and_then(|key| {
            // The column itself, or the first that is of the same object, or the one of that key in an object.
            let whole = headings?.iter().position(|(_, column)| column.key == key);
            let outer = |column: &Column| column.key.split('.').next() == key.split('.').next();
            let last = |column: &Column| column.key.rsplit('.').next() == Some(key);
            let of = |fits: &dyn Fn(&Column) -> bool| headings?.iter().position(|(_, column)| fits(column));
            let at = whole.or_else(|| of(&outer)).or_else(|| of(&last))?;
            Some((at, headings?.get(at)?.0.clone()))
        });
        self.problems.push(SheetProblem { file: place.table.file(), row: Some(place.row), column, kind });
    }

    /// A mistake that the check of the whole found: back to the row that the value came from.
    pub(in crate::office) fn found(&mut self, path: &str, kind: SheetKind) {
        let mut outer = path;
        loop {
            if let Some(place) = self.places.get(outer).cloned() {
                let inner = path.get(outer.len()..).unwrap_or_default().trim_start_matches('.');
                let key = inner.split('[').next().filter(|key| !key.is_empty());
                return self.problem(&place, key, kind);
            }
            let Some(at) = outer.rfind(['.', '[']) else { break };
            outer = outer.get(..at).unwrap_or_default();
        }
        let file = Table::Editions.file();
        self.problems.push(SheetProblem { file, row: None, column: None, kind });
    }

    /// The row as a value. Every column that lacks what it must have is told, not the first one alone.
    pub(in crate::office) fn one<T: DeserializeOwned>(&mut self, mut row: TableRow, path: String) -> Option<T> {
        let mut filled: Vec<String> = Vec::new();
        loop {
            let error = match serde_json::from_value(Value::Object(row.object.clone())) {
                Ok(value) if filled.is_empty() => {
                    self.places.insert(path, row.place);
                    return Some(value);
                }
                Ok(_) => return None,
                Err(error) => error,
            };
            let kind = shape_problem(&error.to_string());
            let key = match &kind {
                ProblemKind::MissingKey { key } | ProblemKind::UnknownKey { key, .. } => Some(key.clone()),
                ProblemKind::UnknownWord { .. } => Some("kind".to_owned()),
                _ => None,
            };
            let missing =
                key.clone().filter(|key| matches!(kind, ProblemKind::MissingKey { .. }) && !filled.contains(key));
            // Something else that is wrong may come of what was put in for a column that is empty.
            if missing.is_some() || filled.is_empty() {
                self.problem(&row.place, key.as_deref(), SheetKind::Catalog(kind));
            }
            let column = row.place.table.columns().iter().find(|column| missing.as_deref() == Some(column.key));
            let (Some(key), Some(column)) = (missing, column) else { return None };
            row.object.insert(key.clone(), column.cell.sample());
            filled.push(key);
        }
    }

    /// Remembers that a row could not be read, by what other rows call it.
    pub(in crate::office) fn give_up(&mut self, name: String) {
        self.unread.insert(name);
    }

    /// Whether such a row could not be read.
    pub(in crate::office) fn gave_up(&self, name: &str) -> bool {
        self.unread.contains(name)
    }

    /// Remembers that a value of the document came from that row.
    pub(in crate::office) fn remember(&mut self, path: String, place: RowPlace) {
        self.places.insert(path, place);
    }

    fn all<T: DeserializeOwned>(&mut self, rows: Vec<TableRow>, name: &str) -> Vec<T> {
        let mut values = Vec::new();
        for row in rows {
            let path = format!("{name}[{}]", values.len());
            values.extend(self.one(row, path));
        }
        values
    }

    /// Takes the edition's id out of a row and finds the edition.
    fn edition<'d>(&mut self, document: &'d mut Document, row: &mut TableRow) -> Option<(usize, &'d mut Edition)> {
        let id = text(row, "edition");
        row.object.remove("edition");
        let Some(at) = document.editions.iter().position(|edition| edition.id == id) else {
            if !self.gave_up(&id) {
                self.problem(&row.place, Some("edition"), SheetKind::NoSuchEdition { id });
            }
            return None;
        };
        document.editions.get_mut(at).map(|edition| (at, edition))
    }

    /// Takes edition and program out of a row and finds the program, with its path.
    fn program<'d>(&mut self, document: &'d mut Document, row: &mut TableRow) -> Option<(String, &'d mut Program)> {
        let (edition_at, edition) = self.edition(document, row)?;
        let code = text(row, "program");
        row.object.remove("program");
        let Some(at) = edition.programs.iter().position(|program| program.code == code) else {
            if !self.gave_up(&format!("{}/{code}", edition.id)) {
                self.problem(&row.place, Some("program"), SheetKind::NoSuchProgram { code });
            }
            return None;
        };
        edition.programs.get_mut(at).map(|program| (format!("editions[{edition_at}].programs[{at}]"), program))
    }

    /// Joins the notes of both languages, line by line.
    fn notes(&mut self, row: &mut TableRow) {
        let Some(notes) = row.object.remove("notes") else { return };
        let lines = |language: &str| at(&notes, language).as_array().cloned().unwrap_or_default();
        let (zh, en) = (lines("zh"), lines("en"));
        if zh.len() != en.len() {
            self.problem(&row.place, Some("notes"), SheetKind::NotesDiffer);
            return;
        }
        let both: Value = zh.into_iter().zip(en).map(|(zh, en)| json!({"zh": zh, "en": en})).collect();
        row.object.insert("notes".to_owned(), both);
    }

    pub(in crate::office) fn table(&mut self, tables: &HashMap<String, Vec<u8>>, table: Table) -> Vec<TableRow> {
        let file = table.file();
        let whole = |kind: SheetKind| SheetProblem { file, row: None, column: None, kind };
        let Some(bytes) = tables.get(file) else {
            self.problems.push(whole(SheetKind::MissingTable));
            return Vec::new();
        };
        let text = decode(bytes);
        let first = text.lines().next().unwrap_or_default();
        let delimiter = [b'\t', b';'].into_iter().find(|d| first.contains(char::from(*d))).unwrap_or(b',');
        let mut csv = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut records = csv.records().enumerate();
        let headings = match records.next() {
            Some((_, Ok(record))) => record,
            Some((_, Err(error))) => {
                self.problems.push(whole(SheetKind::NotATable { message: error.to_string() }));
                return Vec::new();
            }
            None => csv::StringRecord::new(),
        };
        let (columns, problems) = headings::columns(table, headings.iter());
        self.problems.extend(problems);
        let known =
            headings.iter().zip(&columns).filter_map(|(name, column)| Some((name.trim().to_owned(), (*column)?)));
        self.headings.insert(table, known.collect());
        let mut rows = Vec::new();
        for (at, record) in records {
            let row = at + 1;
            match record {
                Ok(record) if record.iter().all(|cell| cell.trim().is_empty()) => {}
                Ok(record) => rows.push(self.row(table, row, &columns, &headings, &record)),
                Err(error) => {
                    let kind = SheetKind::NotATable { message: error.to_string() };
                    self.problems.push(SheetProblem { file, row: Some(row), column: None, kind });
                }
            }
        }
        rows
    }

    fn row(
        &mut self,
        table: Table,
        row: usize,
        columns: &[Option<&'static Column>],
        headings: &csv::StringRecord,
        record: &csv::StringRecord,
    ) -> TableRow {
        let mut object = Map::new();
        let kind_at = columns.iter().position(|column| column.is_some_and(|column| column.key == "kind"));
        let nested = kind_at.and_then(|at| record.get(at)).is_some_and(is_nested);
        for (at, column) in columns.iter().enumerate() {
            let (Some(column), Some(text)) = (column, record.get(at)) else { continue };
            // An apostrophe in front says "this is text", whatever follows, white space included.
            let text = match text.strip_prefix('\'') {
                Some(marked) => marked,
                None => text.trim(),
            };
            if text.is_empty() {
                continue;
            }
            match column.cell.read(text, nested) {
                Ok(Value::Null) => {}
                Ok(value) => put(&mut object, column.key, value),
                Err(problem) => {
                    let heading = headings.get(at).unwrap_or_default().trim().to_owned();
                    let kind = SheetKind::Cell { text: text.to_owned(), problem };
                    let column = Some((at, heading));
                    self.problems.push(SheetProblem { file: table.file(), row: Some(row), column, kind });
                }
            }
        }
        TableRow { place: RowPlace { table, row }, object }
    }
}

/// The text of a row under a key.
pub(in crate::office) fn text(row: &TableRow, key: &str) -> String {
    row.object.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// UTF-8, or Big5 as older spreadsheets write it.
fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
        Err(_) => encoding_rs::BIG5.decode(bytes).0.into_owned(),
    }
}
