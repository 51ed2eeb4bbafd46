//! The headings of a table: which column each is, and which are wrong.

use super::columns::{Column, Table};
use super::problem::{SheetKind, SheetProblem};

/// The column of each heading, and what is wrong with them.
pub(super) fn columns<'h>(
    table: Table,
    headings: impl Iterator<Item = &'h str>,
) -> (Vec<Option<&'static Column>>, Vec<SheetProblem>) {
    let file = table.file();
    let mut columns: Vec<Option<&'static Column>> = Vec::new();
    let mut problems = Vec::new();
    for (at, heading) in headings.enumerate() {
        let name = heading.trim();
        let column = column(table, name);
        let kind = match column {
            None if name.is_empty() => None,
            None => Some(SheetKind::UnknownHeading),
            Some(column) if columns.iter().flatten().any(|known| known.key == column.key) => {
                Some(SheetKind::DoubleHeading)
            }
            Some(_) => None,
        };
        if let Some(kind) = kind {
            problems.push(SheetProblem { file, row: Some(1), column: Some((at, name.to_owned())), kind });
        }
        columns.push(column);
    }
    for column in table.columns().iter().filter(|_| table.is_whole()) {
        if !columns.iter().flatten().any(|found| found.key == column.key) {
            let kind = SheetKind::MissingColumn { heading: column.heading };
            problems.push(SheetProblem { file, row: None, column: None, kind });
        }
    }
    (columns, problems)
}

/// The column of that heading or key.
fn column(table: Table, name: &str) -> Option<&'static Column> {
    table.columns().iter().find(|column| column.key == name || column.heading == name)
}

/// Of which table these headings are, of those of the catalog and the curricula: the one that knows most of them, and more
/// than half of its own columns.
pub fn table_of(headings: &[String]) -> Option<Table> {
    let known = |table: &Table| headings.iter().filter(|name| column(*table, name.trim()).is_some()).count();
    let all = Table::ALL.into_iter().chain(Table::CURRICULA);
    let best = all.max_by_key(|table| (known(table), std::cmp::Reverse(table.columns().len())))?;
    (known(&best) * 2 > best.columns().len()).then_some(best)
}

/// The rows of a table that came from elsewhere, headings first, as cells in the order of its columns.
///
/// # Errors
///
/// What is wrong with its headings.
pub fn arranged(table: Table, rows: &[Vec<String>]) -> Result<Vec<Vec<String>>, Vec<SheetProblem>> {
    let headings = rows.first().map(Vec::as_slice).unwrap_or_default();
    let (columns, problems) = columns(table, headings.iter().map(String::as_str));
    if !problems.is_empty() {
        return Err(problems);
    }
    let place = |key: &str| columns.iter().position(|column| column.is_some_and(|column| column.key == key));
    let places: Vec<Option<usize>> = table.columns().iter().map(|column| place(column.key)).collect();
    let cell = |row: &Vec<String>, at: &Option<usize>| {
        let text = at.and_then(|at| row.get(at)).map(String::as_str).unwrap_or_default();
        // An apostrophe in front says "this is text".
        text.strip_prefix('\'').unwrap_or(text.trim()).to_owned()
    };
    let filled = rows.iter().skip(1).filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    Ok(filled.map(|row| places.iter().map(|at| cell(row, at)).collect()).collect())
}
