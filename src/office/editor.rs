//! The catalog while somebody edits it: its tables, the check beside, and what has become different.
//!
//! Whoever keeps the catalog edits cells, as a spreadsheet shows them; what is read back from the cells is the catalog, so
//! that what the tables of `kuayu catalog from-csv` refuse or ask is refused or asked here, in the same words.

mod choices;
mod sections;
mod taken;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use serde::Deserialize;

use super::curricula::text as curricula_text;
use super::tables::{
    Cells, SheetProblem, Table, curricula_from_tables, curricula_to_cells, from_tables_over, text, to_cells,
};
use crate::catalog::document::{Document, LoggedChange};
use crate::catalog::{Catalog, Curricula, layout, read_document};

pub use choices::{Choices, choices};
pub use sections::{Row, Section, View};
pub use taken::{Taken, take};

/// The catalog, as it was opened and as it is now.
pub struct Editor {
    former: Former,
    now: State,
    /// How it was before each edit, the last at the end.
    past: Vec<State>,
    /// What was undone, the last at the end.
    undone: Vec<State>,
}

/// What the edited catalog is to take the place of.
struct Former {
    text: String,
    document: Document,
    years: Vec<Curricula>,
    cells: State,
    /// The rows of each table, to tell which ones are new.
    rows: BTreeMap<Table, HashSet<Vec<String>>>,
}

type State = BTreeMap<Table, Rc<Cells>>;

/// How many edits can be undone.
const MOST_PAST: usize = 200;

/// One edit. Rows are numbered from 0, columns as [`Table::columns`] has them.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Edit {
    /// A cell has another text.
    Cell {
        /// The table, by its file's name.
        table: String,
        /// The row.
        row: usize,
        /// The column's key.
        key: String,
        /// The text.
        text: String,
    },
    /// A row is new.
    Add {
        /// The table, by its file's name.
        table: String,
        /// The row after which it stands; at the end where none is named.
        after: Option<usize>,
        /// What stands in it: keys of columns with texts.
        cells: Vec<(String, String)>,
    },
    /// A row is gone.
    Remove {
        /// The table, by its file's name.
        table: String,
        /// The row.
        row: usize,
    },
    /// The last edit is taken back.
    Undo,
    /// What was taken back last is done again.
    Redo,
}

/// What the tables hold, as far as they can be read.
#[derive(Default)]
pub struct Checked {
    /// The catalog, where nothing is refused.
    pub document: Option<Document>,
    /// The curricula, where nothing is refused.
    pub years: Option<Vec<Curricula>>,
    /// What is wrong.
    pub refused: Vec<SheetProblem>,
    /// What looks like a slip, and needs somebody's word.
    pub asked: Vec<SheetProblem>,
}

impl Editor {
    /// Opens a catalog by its text, with the curricula beside it.
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    pub fn open(text: &str, years: Vec<Curricula>) -> Result<Editor, Vec<crate::catalog::Problem>> {
        let document = read_document(text)?;
        let former = Former::new(text.to_owned(), document, years);
        Ok(Editor { now: former.cells.clone(), former, past: Vec::new(), undone: Vec::new() })
    }

    /// The catalog as it was opened, or stored last.
    pub fn former(&self) -> &Document {
        &self.former.document
    }

    /// The curricula as they were opened, or stored last.
    pub fn former_years(&self) -> &[Curricula] {
        &self.former.years
    }

    /// A table's cells.
    pub fn cells(&self, table: Table) -> &[Vec<String>] {
        self.now.get(&table).map(|cells| cells.as_slice()).unwrap_or_default()
    }

    /// Whether anything can be undone, and done again.
    pub fn can(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.undone.is_empty())
    }

    /// The tables of which something is different.
    pub fn touched(&self) -> BTreeSet<Table> {
        let differs = |(table, cells): (&Table, &Rc<Cells>)| {
            (self.former.cells.get(table).is_none_or(|former| former != cells)).then_some(*table)
        };
        self.now.iter().filter_map(differs).collect()
    }

    /// Whether that row stands nowhere in the table as it was.
    pub fn is_new(&self, table: Table, row: &[String]) -> bool {
        self.former.rows.get(&table).is_none_or(|rows| !rows.contains(row))
    }

    /// Does an edit. One that names what is not there changes nothing.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Undo => {
                let Some(before) = self.past.pop() else { return };
                self.undone.push(std::mem::replace(&mut self.now, before));
            }
            Edit::Redo => {
                let Some(after) = self.undone.pop() else { return };
                self.past.push(std::mem::replace(&mut self.now, after));
            }
            other => {
                let mut next = self.now.clone();
                if done(&mut next, other).is_some() {
                    self.go_to(next);
                }
            }
        }
    }

    /// Puts these tables in the place of those that are there, as one edit.
    pub fn replace(&mut self, tables: Vec<(Table, Cells)>) {
        let mut next = self.now.clone();
        next.extend(tables.into_iter().map(|(table, cells)| (table, Rc::new(cells))));
        self.go_to(next);
    }

    fn go_to(&mut self, next: State) {
        if next == self.now {
            return;
        }
        self.past.push(std::mem::replace(&mut self.now, next));
        self.undone.clear();
        if self.past.len() > MOST_PAST {
            self.past.remove(0);
        }
    }

    /// Reads the catalog back from the tables; the curricula only where they or the departments are different.
    pub fn check(&self) -> Checked {
        let mut checked = Checked::default();
        let tables = self.texts(&Table::ALL);
        match from_tables_over(&tables, Some(&self.former.document)) {
            Ok(read) => (checked.document, checked.asked) = (Some(read.document), read.doubts),
            Err(problems) => checked.refused = problems,
        }
        let touched = self.touched();
        let concerned = Table::CURRICULA.iter().chain([&Table::Departments]).any(|table| touched.contains(table));
        let catalog = checked.document.clone().map(Catalog::new);
        checked.years = match (concerned, catalog) {
            (false, _) => Some(self.former.years.clone()),
            (true, None) => None,
            (true, Some(catalog)) => match curricula_from_tables(&self.texts(&Table::CURRICULA), Some(&catalog)) {
                Ok(years) => Some(years),
                Err(problems) => {
                    checked.refused.extend(problems);
                    checked.document = None;
                    None
                }
            },
        };
        checked
    }

    fn texts(&self, tables: &[Table]) -> HashMap<String, Vec<u8>> {
        let of = |table: &Table| Some((table.file().to_owned(), text(*table, self.cells(*table)).ok()?.into_bytes()));
        tables.iter().filter_map(of).collect()
    }

    /// What was checked becomes what is kept, with an entry in the change log where the catalog is different. Gives the
    /// files that are to be written: path and text, and the text that stood there before.
    ///
    /// # Errors
    ///
    /// As serde_json's: never of what the types are.
    pub fn store(
        &mut self,
        document: Document,
        years: Vec<Curricula>,
        logged: LoggedChange,
    ) -> Result<Vec<Stored>, serde_json::Error> {
        let mut document = document;
        let (mut stored, mut written_now) = (Vec::new(), self.former.text.clone());
        // A site may have the same catalog laid out otherwise.
        if document != self.former.document {
            document.changes.push(logged);
            written_now = written(&document)?;
            let before = Some(self.former.text.clone());
            stored.push(Stored { path: "programs.json".to_owned(), text: written_now.clone(), before });
        }
        for year in &years {
            let before = self.former.years.iter().find(|former| former.year == year.year).map(curricula_text);
            let text = curricula_text(year);
            if before.as_ref() != Some(&text) {
                stored.push(Stored { path: format!("curricula/{}.json", year.year), text, before });
            }
        }
        self.former = Former::new(written_now, document, years);
        self.now = self.former.cells.clone();
        self.past.clear();
        self.undone.clear();
        Ok(stored)
    }
}

/// A file that is to be written.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its path in the site.
    pub path: String,
    /// What it holds now.
    pub text: String,
    /// What it held before; `None` for a new file.
    pub before: Option<String>,
}

/// The catalog as text, laid out as it is kept.
///
/// # Errors
///
/// As serde_json's: never of what the types are.
pub fn written(document: &Document) -> Result<String, serde_json::Error> {
    Ok(layout::pretty(&serde_json::to_value(document)?))
}

impl Former {
    fn new(text: String, document: Document, years: Vec<Curricula>) -> Former {
        let cells = to_cells(&document).unwrap_or_default().into_iter().chain(curricula_to_cells(&years));
        let cells: State = cells.map(|(table, cells)| (table, Rc::new(cells))).collect();
        let rows = cells.iter().map(|(table, cells)| (*table, cells.iter().cloned().collect())).collect();
        Former { text, document, years, cells, rows }
    }
}

/// The table whose file has that name, with or without its ending.
pub fn table(name: &str) -> Option<Table> {
    let all = Table::ALL.into_iter().chain(Table::CURRICULA);
    all.into_iter().find(|table| table.file() == name || table.file().strip_suffix(".csv") == Some(name))
}

/// Where a column of that key stands in the table.
pub fn column(table: Table, key: &str) -> Option<usize> {
    table.columns().iter().position(|column| column.key == key)
}

/// Does an edit on the tables; `None` where it names what is not there.
fn done(state: &mut State, edit: Edit) -> Option<()> {
    match edit {
        Edit::Cell { table: name, row, key, text } => {
            let table = table(&name)?;
            let cells = Rc::make_mut(state.get_mut(&table)?);
            *cells.get_mut(row)?.get_mut(column(table, &key)?)? = text.trim().to_owned();
            Some(())
        }
        Edit::Add { table: name, after, cells: filled } => {
            let table = table(&name)?;
            let mut row = vec![String::new(); table.columns().len()];
            for (key, text) in filled {
                *row.get_mut(column(table, &key)?)? = text.trim().to_owned();
            }
            if table == Table::Listings {
                name_it(state, &mut row);
            }
            let cells = Rc::make_mut(state.get_mut(&table)?);
            let at = after.map_or(cells.len(), |after| (after + 1).min(cells.len()));
            cells.insert(at, row);
            Some(())
        }
        Edit::Remove { table: name, row } => {
            let cells = Rc::make_mut(state.get_mut(&table(&name)?)?);
            (row < cells.len()).then(|| drop(cells.remove(row)))
        }
        Edit::Undo | Edit::Redo => None,
    }
}

/// A listed course without a name gets the one that its code has.
fn name_it(state: &State, listing: &mut [String]) -> Option<()> {
    let (code, name) = (column(Table::Listings, "code")?, column(Table::Listings, "name")?);
    let (of_code, of_name) = (column(Table::Courses, "code")?, column(Table::Courses, "name")?);
    let wanted = listing.get(code)?.clone();
    let slot = listing.get_mut(name)?;
    let course = state.get(&Table::Courses)?.iter().find(|row| row.get(of_code) == Some(&wanted))?;
    if slot.is_empty() && !wanted.is_empty() {
        *slot = course.get(of_name)?.clone();
    }
    Some(())
}
