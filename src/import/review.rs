//! The graduation-review page (畢業資格審查), pasted or saved.
//!
//! It is no full transcript: it lists the passed courses that the office has not placed in the student's own curriculum
//! (尚待確定之所有修習及格課程), which is the office's own view of what is cross-domain, and it says who the student is.
//! Courses still missing are listed too, without grades; they are no records.

use super::cells;
use super::columns::{self, Column};
use super::line::Line;
use super::table::Reader;
use super::{Import, ImportedProfile, Issue, IssueKind, ReviewCredits};
use crate::credits::Credits;
use crate::names::fold_width;

/// Begins the title of the table of courses not placed.
const UNPLACED: &str = "尚待確定";

/// Reads the lines of a review page; `chosen` are columns of the table of courses not placed that a person named.
pub(super) fn read(lines: Vec<Line>, chosen: &[(usize, Column)]) -> Import {
    let mut import = Import { profile: profile(&lines), ..Import::default() };
    import.review_credits = credits(&lines);
    let mut table: Option<Table> = None;
    let mut unplaced = false;
    for (at, line) in lines.iter().enumerate() {
        let filled = line.cells.iter().filter(|cell| !cell.is_empty()).count();
        if columns::is_header(line) {
            let mut columns = columns::of_header(line);
            // A second table under the same title is another matter.
            unplaced &= table.is_none();
            if unplaced {
                columns::choose(&mut columns, chosen);
                import.columns = columns::columns_read(&columns, Some(line), lines.get(at + 1..).unwrap_or_default());
            }
            table = Table::new(columns, unplaced);
            import.ignored.push(line.no);
        } else if line.text().contains(UNPLACED) && filled <= 2 {
            (table, unplaced) = (None, true);
            import.ignored.push(line.no);
        } else if let (Some(table), true) = (&mut table, filled >= 4) {
            table.row(&mut import, line, unplaced);
        } else {
            // Text under the rows ends a table; text between title and header does not.
            if table.take().is_some() {
                unplaced = false;
            }
            import.ignored.push(line.no);
        }
    }
    if !import.rows.is_empty() {
        import.issues.push(Issue::whole(IssueKind::NotFullTranscript));
    }
    import
}

/// A table of courses, whose header row has been read.
struct Table {
    reader: Reader,
    /// Where the code stands.
    code: usize,
    /// Whether a column of grades was found.
    grades: bool,
    /// The cells of the row before.
    above: Vec<String>,
}

impl Table {
    /// `None` for a table that lists no courses passed: without grades, unless its title says that they are passed.
    fn new(columns: Vec<Column>, unplaced: bool) -> Option<Table> {
        let code = columns.iter().position(|column| *column == Column::Code)?;
        let grades = columns.contains(&Column::Grade);
        (grades || unplaced).then(|| Table { reader: Reader::new(columns), code, grades, above: Vec::new() })
    }

    /// A row. The cells on its left may be given once for several rows: pasted, such a row has fewer cells.
    fn row(&mut self, import: &mut Import, line: &Line, unplaced: bool) {
        let mut line = line.clone();
        if let Some(at) = line.cells.iter().position(|cell| cells::course_code(cell).is_some())
            && let Some(lacking) = self.code.checked_sub(at)
            && let Some(carried) = self.above.get(..lacking)
        {
            line.cells.splice(0..0, carried.iter().cloned());
        }
        self.above.clone_from(&line.cells);
        if !self.grades {
            import.issues.push(Issue::at(line.no, IssueKind::GradeColumnUnknown, &line.text()));
            return;
        }
        let before = import.rows.len();
        self.reader.row(import, &line);
        for row in import.rows.iter_mut().skip(before) {
            row.unplaced = unplaced;
        }
    }
}

/// Entry year, degree system and group, from the head of the page: `label | value` side by side, one under the other,
/// or `label：value` in one cell.
fn profile(lines: &[Line]) -> Option<ImportedProfile> {
    let head: Vec<&Line> = lines.iter().take_while(|line| !columns::is_header(line)).collect();
    let mut profile = ImportedProfile::default();
    for (row, line) in head.iter().enumerate() {
        for (at, cell) in line.cells.iter().enumerate() {
            if profile.entry.is_none() && cell.contains("學年度") && !cell.contains("學期") {
                let below = head.get(row + 1).map_or("", |next| next.cell(at));
                profile.entry = [cell.as_str(), line.cell(at + 1), below].into_iter().find_map(entry_year);
            }
            let folded = fold_width(cell);
            let value = folded.rsplit(':').next().unwrap_or("").trim();
            let Some((number, name)) = value.split_once(char::is_whitespace) else { continue };
            let name = name.trim();
            let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
            match number.len() {
                1 if is_number && (name.contains('制') || name.ends_with('部')) && profile.degree.is_none() => {
                    profile.degree = Some(name.to_owned());
                }
                2..=4 if is_number && is_group(name) && profile.group.is_none() => {
                    profile.group = Some(name.to_owned());
                    profile.group_code = Some(number.to_owned());
                }
                _ => {}
            }
        }
    }
    (profile != ImportedProfile::default()).then_some(profile)
}

/// The only number of a cell, when it can be an entry year.
fn entry_year(cell: &str) -> Option<u16> {
    let text = fold_width(cell);
    let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
    digits.parse().ok().filter(|year| (90..=199).contains(year))
}

/// Whether a text names a department, an institute, a class or a group of one.
fn is_group(name: &str) -> bool {
    ["系", "所", "班", "組", "學程", "科", "院", "】", ")"].iter().any(|end| name.ends_with(end))
}

/// The classes of credits, where a header row says which column is required and which is earned.
fn credits(lines: &[Line]) -> Vec<ReviewCredits> {
    let mut found = Vec::new();
    let mut columns: Option<(usize, usize)> = None;
    for line in lines {
        let column = |words: &[&str]| line.cells.iter().position(|cell| words.iter().any(|word| cell.contains(word)));
        if let (Some(required), Some(earned)) =
            (column(&["應修", "規定", "最低", "標準"]), column(&["已修", "實得", "已得", "及格", "通過"]))
        {
            columns = (required != earned).then_some((required, earned));
            continue;
        }
        let Some((required, earned)) = columns else { continue };
        let number = |at: usize| cells::credits(line.cell(at)).map(|(credits, _)| credits);
        match (line.cell(0), number(required), number(earned)) {
            (label, Some(required), Some(earned)) if !label.is_empty() && Credits::parse(label).is_none() => {
                found.push(ReviewCredits { label: label.to_owned(), required, earned });
            }
            _ => columns = None,
        }
    }
    found
}
