//! The score page (歷年成績), pasted or saved.
//!
//! Pasted, each course is two physical lines, because the cell for required/elective holds a line break, and the
//! semester headings are missing, because they are buttons. What remains marks the borders: the header row of each
//! table, and its footer of totals. The columns are found by the course code and not by counting, so that the page with
//! eight columns, the page with nine and a half-selected page are read alike.

use super::blocks::Blocks;
use super::cells;
use super::columns::{self, Column};
use super::guess;
use super::line::{Line, clean};
use super::whose;
use super::{Import, Issue, IssueKind, Row};
use crate::transcript::{Grade, Record, Stage};

/// 課號, 修, 課程名稱, 課程編碼, 階段, 學分, 成績, 備註: the older layout; the newer one has an English name more.
const COLUMNS: std::ops::RangeInclusive<usize> = 8..=9;

/// How the remarks of a transferred course begin.
const TRANSFER_NOTE: &str = "原修讀課程";

/// Whether only a score page has this header row. A table of one's own with the same headings has them in another
/// order, or one for the semester.
pub(super) fn is_page_header(line: &Line) -> bool {
    is_first_of_header(line) || is_header(line) && columns::of_header(line).contains(&Column::Class)
}

/// Whether a line is the header row of a semester's table, or a part of it where it holds line breaks.
pub(super) fn is_header(line: &Line) -> bool {
    const ORDER: [Column; 4] = [Column::Code, Column::Stage, Column::Credits, Column::Grade];
    let columns = columns::of_header(line);
    is_first_of_header(line)
        || columns.windows(ORDER.len()).any(|window| window == ORDER) && !columns.contains(&Column::Term)
}

fn is_first_of_header(line: &Line) -> bool {
    line.cell(0) == "課號" && (line.cells.len() == 1 || line.cells.len() == 2 && line.cell(1).starts_with('修'))
}

/// Whether two physical lines are one course: the second has a code, or all the cells that a row should have.
pub(super) fn is_pair(first: &Line, second: &Line) -> bool {
    let full = || {
        let at = second.cells.len().checked_sub(5);
        COLUMNS.contains(&(second.cells.len() + 1))
            && cells::is_requirement(second.cell(0))
            && at.is_some_and(|at| cells::credits(second.cell(at + 2)).is_some())
    };
    is_head(first) && (anchor(second).is_some_and(|at| (1..=3).contains(&at)) || full())
}

/// The first line of a course: class number and requirement, or two blanks.
fn is_head(line: &Line) -> bool {
    let (class, requirement) = (line.cell(0), line.cell(1));
    line.cells.len() == 2
        && (class.is_empty() || cells::class_number(class).is_some())
        && cells::is_requirement(requirement)
}

/// Where the course code stands: a code with credits in the next but one cell.
fn anchor(line: &Line) -> Option<usize> {
    (0..line.cells.len()).find(|&at| {
        cells::course_code(line.cell(at)).is_some()
            && Stage::parse(line.cell(at + 1)).is_some()
            && cells::credits(line.cell(at + 2)).is_some()
    })
}

/// Reads the lines of a score page.
pub(super) fn read(lines: Vec<Line>) -> Import {
    let head = lines.iter().position(|line| is_header(line) || anchor(line).is_some()).unwrap_or(0);
    let profile = whose::profile(lines.get(..head).unwrap_or_default());
    let mut import = Import { profile, ..Import::default() };
    let mut blocks = Blocks::default();
    let mut width = 0;
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let line = match lines.next_if(|next| is_pair(&line, next)) {
            Some(second) => join(line, second),
            None => with_cells(line),
        };
        if let Some(term) = heading(&line) {
            blocks.heading(line.no, term);
            import.ignored.push(line.no);
        } else if is_header(&line) {
            // A header row that holds line breaks ends with a part of it.
            width = if line.cell(0) == "課號" { line.cells.len() } else { 0 };
            blocks.header(line.no);
            import.ignored.push(line.no);
        } else if let Some(at) = anchor(&line).or_else(|| by_count(&line)) {
            let block = blocks.course(line.no);
            course(&mut import, &line, at, block);
            // More cells than headings: the name, which stands before the code, may be in two of them.
            if COLUMNS.contains(&width) && line.cells.len() > width {
                import.issues.push(Issue::at(line.no, IssueKind::CellsUnsure, &line.text()));
            }
        } else if blocks.footer(&line) {
            import.ignored.push(line.no);
        } else if line.text().contains("查無本學期成績") {
            blocks.no_results(line.no);
            import.issues.push(Issue::at(line.no, IssueKind::EmptyTerm, ""));
        } else if looks_like_course(&line) {
            import.issues.push(Issue::at(line.no, IssueKind::WrongColumns, &line.text()));
        } else {
            import.ignored.push(line.no);
        }
    }
    import.blocks = blocks.done();
    without_heading(&mut import);
    import
}

/// Where other semesters have a heading, one without has lost it.
fn without_heading(import: &mut Import) {
    let stated = |block: usize| import.blocks.get(block).is_some_and(|block| block.stated);
    if import.blocks.iter().any(|block| block.stated) {
        let lost = import.rows.iter().filter(|row| !row.block.is_some_and(stated));
        let doubts: Vec<Issue> =
            lost.map(|row| Issue::at(row.line, IssueKind::TermUnreadable, &row.record.name)).collect();
        import.issues.extend(doubts);
    }
}

/// The two physical lines of one course as the one line that the page shows.
fn join(mut first: Line, second: Line) -> Line {
    let mut rest = second.cells.into_iter();
    if let (Some(last), Some(next)) = (first.cells.last_mut(), rest.next())
        && !next.is_empty()
    {
        last.push('\n');
        last.push_str(&next);
    }
    first.cells.extend(rest);
    first
}

/// A line whose tabs became spaces on the way (notes and chat programs do that), cut at the words that can only be code,
/// stage, credits and score. Other lines stay as they are.
fn with_cells(line: Line) -> Line {
    if line.cells.len() > 1 {
        return line;
    }
    let words: Vec<&str> = line.cell(0).split_whitespace().collect();
    let is_header = words.first() == Some(&"課號") && words.contains(&"課程編碼");
    if is_header {
        return Line { no: line.no, cells: words.into_iter().map(str::to_owned).collect(), ..Line::default() };
    }
    let fits = |[code, stage, credits, grade]: [&str; 4]| {
        cells::course_code(code).is_some()
            && Stage::parse(stage).is_some()
            && cells::credits(credits).is_some()
            && Grade::parse(grade).is_some()
    };
    let at = words.array_windows().position(|window| fits(*window));
    let Some((before, after)) = at.and_then(|at| words.split_at_checked(at)) else { return line };
    let Some((row, note)) = after.split_at_checked(4) else { return line };
    // The Chinese name ends at the last Chinese word; after it comes the English name.
    let start =
        before.iter().take(2).take_while(|word| cells::class_number(word).is_some() || cells::is_requirement(word));
    let names = before.get(start.count()..).unwrap_or_default();
    let chinese = names.iter().rposition(|word| cells::has_chinese(word)).map_or(names.len(), |last| last + 1);
    let mut cells = vec![names.get(..chinese).unwrap_or_default().join(" ")];
    cells.extend(row.iter().map(|cell| (*cell).to_owned()));
    cells.push(note.join(" "));
    Line { no: line.no, cells, ..Line::default() }
}

/// A heading is a line of its own; a course's remarks may name a semester too.
fn heading(line: &Line) -> Option<crate::term::Term> {
    let filled = line.cells.iter().filter(|cell| !cell.is_empty()).count();
    if filled == 1 { cells::heading_term(&line.text()) } else { None }
}

/// Where the code should stand in a full row whose code is missing or odd.
fn by_count(line: &Line) -> Option<usize> {
    let at = line.cells.len().checked_sub(5)?;
    let full = COLUMNS.contains(&line.cells.len())
        && cells::is_requirement(line.cell(1))
        && (line.cell(0).is_empty() || cells::class_number(line.cell(0)).is_some());
    (full && !line.cell(2).is_empty() && cells::credits(line.cell(at + 2)).is_some()).then_some(at)
}

/// What must not be passed over in silence: a line with a code or a class number, or with a row's worth of cells.
fn looks_like_course(line: &Line) -> bool {
    line.cells.iter().filter(|cell| !cell.is_empty()).count() >= 5
        || cells::holds_code(line)
        || cells::class_number(line.cell(0)).is_some()
}

/// Reads one course, whose code stands in cell `at`.
fn course(import: &mut Import, line: &Line, at: usize, block: usize) {
    let mut row = Row { line: line.no, block: Some(block), ..Row::default() };
    let before = line.cells.get(..at).unwrap_or_default();
    row.class = before.first().and_then(|cell| cells::class_number(cell));
    let name = name_among(before);
    let note = line.cell(at + 4);
    let code_cell = line.cell(at);
    let code = cells::course_code(code_cell);
    if code.is_none() && name.is_empty() {
        import.issues.push(Issue::at(line.no, IssueKind::NoCourse, &line.text()));
        return;
    }
    let shown = format!("{} {name}", code.as_deref().unwrap_or(code_cell));
    let mut doubt = |kind: IssueKind| import.issues.push(Issue::at(line.no, kind, &shown));
    if code.is_none() {
        row.printed = code_cell.to_owned();
        doubt(if code_cell.is_empty() { IssueKind::CodeMissing } else { IssueKind::CodeUnreadable });
    }
    let (credits, english) = cells::credits(line.cell(at + 2)).unzip();
    if credits.is_none() {
        doubt(IssueKind::CreditsUnreadable);
    }
    if credits.is_some_and(|credits| credits.tenths() > guess::MOST_CREDITS_TENTHS) {
        doubt(IssueKind::CreditsImplausible);
    }
    row.english = english == Some(true);
    let stage = Stage::parse(line.cell(at + 1));
    if stage.is_none() {
        doubt(IssueKind::StageUnreadable);
    }
    let grade = match Grade::parse(line.cell(at + 3)) {
        _ if line.cells.len() <= at + 3 => {
            doubt(IssueKind::ShortRow);
            Grade::None
        }
        Some(grade) => grade,
        None => {
            doubt(IssueKind::GradeUnreadable);
            Grade::None
        }
    };
    match grade {
        Grade::Score(_)
            if note.starts_with(TRANSFER_NOTE) || row.class.is_none() && before.len() >= 3 && blank_head(before) =>
        {
            doubt(IssueKind::TransferWithScore);
        }
        Grade::Score(0) => doubt(IssueKind::ZeroScore),
        _ => {}
    }
    row.record = Record {
        code,
        name: name.to_owned(),
        credits,
        stage: stage.unwrap_or_default(),
        grade,
        // The remarks of an ordinary course only name the class it was taught to.
        note: if note.starts_with(TRANSFER_NOTE) { clean(note) } else { String::new() },
        ..Record::default()
    };
    import.rows.push(row);
}

/// Class number and requirement are both blank: credit was transferred.
fn blank_head(before: &[String]) -> bool {
    matches!(before, [class, requirement, ..] if class.is_empty() && requirement.is_empty())
}

/// The course's name among the cells before its code: the first in Chinese, else the first that is not the class
/// number or the requirement.
fn name_among(before: &[String]) -> &str {
    let mut names = before
        .iter()
        .enumerate()
        .filter(|(at, cell)| {
            !(*at == 0 && cells::class_number(cell).is_some() || *at <= 1 && cells::is_requirement(cell))
        })
        .map(|(_, cell)| cell.as_str())
        .filter(|cell| !cell.is_empty());
    let first = names.clone().next().unwrap_or("");
    names.find(|name| cells::has_chinese(name)).unwrap_or(first)
}
