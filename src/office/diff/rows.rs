//! What changed in the tables that all editions share: courses, departments, sources, the change log, and the file itself.

use serde_json::Value;

use super::Named;
use crate::catalog::document::{Course, Department, Document, LoggedChange, Source};
use crate::credits::Credits;

/// One change of a shared table.
#[derive(Clone, Debug, PartialEq)]
pub struct RowChange {
    /// Of what, as the newer catalog names it.
    pub row: Row,
    /// What changed.
    pub what: RowWhat,
}

/// What a row of a shared table is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A course.
    Course(Named),
    /// A department, by its name.
    Department(String),
    /// A source: its Chinese title and its address.
    Source(String, String),
    /// An entry of the change log.
    Logged(LoggedChange),
    /// The file as a whole.
    File,
}

/// What can change in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum RowWhat {
    /// The row is new.
    Added,
    /// The row is gone.
    Removed,
    /// A value; the keys are those of the catalog.
    Value { key: &'static str, from: String, to: String },
    /// A list: what is new in it, and what is gone.
    Values { key: &'static str, added: Vec<String>, removed: Vec<String> },
}

/// A row as it is compared: what it is about, its values, and its lists.
struct Told {
    row: Row,
    values: Vec<(&'static str, String)>,
    lists: Vec<(&'static str, Vec<String>)>,
}

/// What the shared tables say otherwise: the file, sources, departments, courses; what is gone at the end of each.
pub fn rows(old: &Document, new: &Document) -> Vec<RowChange> {
    let Document { schema_url, schema, sources, changes, calendar: _, departments, courses, editions: _ } = new;
    let file = |url: &Option<String>, schema: u32| Told {
        row: Row::File,
        values: vec![("$schema", url.clone().unwrap_or_default()), ("schema", schema.to_string())],
        lists: Vec::new(),
    };
    let mut found = Vec::new();
    compare(vec![file(&old.schema_url, old.schema)], vec![file(schema_url, *schema)], &mut found);
    compare(old.changes.iter().map(logged).collect(), changes.iter().map(logged).collect(), &mut found);
    compare(old.sources.iter().map(source).collect(), sources.iter().map(source).collect(), &mut found);
    compare(old.departments.iter().map(department).collect(), departments.iter().map(department).collect(), &mut found);
    compare(old.courses.iter().map(course).collect(), courses.iter().map(course).collect(), &mut found);
    found
}

fn compare(old: Vec<Told>, new: Vec<Told>, found: &mut Vec<RowChange>) {
    let mut gone = old;
    for now in new {
        let mut add = |what: RowWhat| found.push(RowChange { row: now.row.clone(), what });
        let Some(at) = gone.iter().position(|then| then.row.is(&now.row)) else {
            add(RowWhat::Added);
            continue;
        };
        let then = gone.remove(at);
        for ((key, from), (_, to)) in then.values.into_iter().zip(now.values) {
            if from != to {
                add(RowWhat::Value { key, from, to });
            }
        }
        for ((key, from), (_, to)) in then.lists.into_iter().zip(now.lists) {
            let (removed, added) = super::only(&from, &to);
            if !(removed.is_empty() && added.is_empty()) {
                add(RowWhat::Values { key, added, removed });
            }
        }
    }
    found.extend(gone.into_iter().map(|then| RowChange { row: then.row, what: RowWhat::Removed }));
}

impl Row {
    /// Whether two rows are about the same: of courses the code decides, without one the name; of sources the address.
    fn is(&self, other: &Row) -> bool {
        match (self, other) {
            (Row::Course(one), Row::Course(other)) => {
                one.code == other.code && (one.code.is_some() || one.name == other.name)
            }
            (Row::Source(_, one), Row::Source(_, other)) => one == other,
            _ => self == other,
        }
    }
}

fn logged(change: &LoggedChange) -> Told {
    Told { row: Row::Logged(change.clone()), values: Vec::new(), lists: Vec::new() }
}

fn source(source: &Source) -> Told {
    let Source { title, url, date, licence } = source;
    Told {
        row: Row::Source(title.zh.clone(), url.clone()),
        values: vec![
            ("title.zh", title.zh.clone()),
            ("title.en", title.en.clone()),
            ("date", date.clone().unwrap_or_default()),
            ("licence", licence.clone().unwrap_or_default()),
        ],
        lists: Vec::new(),
    }
}

fn department(department: &Department) -> Told {
    let Department { name, college, aliases, groups, classes, units, related_units } = department;
    Told {
        row: Row::Department(name.clone()),
        values: vec![("college", college.clone().unwrap_or_default())],
        lists: vec![
            ("aliases", aliases.clone()),
            ("groups", groups.clone()),
            ("classes", classes.clone()),
            ("units", units.clone()),
            ("related_units", related_units.clone()),
        ],
    }
}

fn course(course: &Course) -> Told {
    let Course { code, name, credits, unit, school, common, stages, levels, offered } = course;
    let number = |credits: &Option<Credits>| credits.map(|c| c.to_string()).unwrap_or_default();
    let word = |level: Value| level.as_str().unwrap_or_default().to_owned();
    let levels = levels.iter().filter_map(|level| Some(word(serde_json::to_value(level).ok()?)));
    Told {
        row: Row::Course(Named { code: code.clone(), name: name.clone() }),
        values: vec![
            ("name", name.clone()),
            ("credits", number(credits)),
            ("unit", unit.clone().unwrap_or_default()),
            ("school", school.clone().unwrap_or_default()),
            ("common", common.to_string()),
            ("stages", stages.map(|stages| stages.to_string()).unwrap_or_default()),
        ],
        lists: vec![("levels", levels.collect()), ("offered", offered.iter().map(ToString::to_string).collect())],
    }
}
