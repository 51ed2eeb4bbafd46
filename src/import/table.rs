//! Tables kept by hand: CSV, TSV, semicolons, cells pasted from a spreadsheet; with or without a header row, the
//! columns in any order.

use super::cells;
use super::columns::{self, Column};
use super::guess;
use super::line::Line;
use super::{Import, Issue, IssueKind, Row};
use crate::names::fold_width;
use crate::regulation::PASS_MARK_BACHELOR;
use crate::sorting;
use crate::term::Term;
use crate::transcript::{Completion, Grade, Record, Stage, own_table};

/// How far down a header row may stand: under a title and a few remarks.
const HEADER_WITHIN: usize = 15;

/// Reads the lines of a table; `chosen` are columns that a person named.
pub(super) fn read(lines: Vec<Line>, chosen: &[(usize, Column)]) -> Import {
    let mut import = Import::default();
    let header = lines.iter().take(HEADER_WITHIN).position(columns::is_header).map(|at| lowest_heading(&lines, at));
    // Headings of which none is known: they hold no number and no grade, and the rows under them do.
    let unknown = header.is_none() && lines.first().is_some_and(says_no_data) && lines.iter().any(has_number);
    let data = lines.get(header.map_or(usize::from(unknown), |at| at + 1)..).unwrap_or_default();
    let mut columns = match header.and_then(|at| lines.get(at)) {
        Some(line) => columns::of_header(line),
        None => {
            let guess = guess::of_content(data);
            if let Some(text) = guess.doubtful {
                import.issues.push(Issue { text, ..Issue::whole(IssueKind::ColumnsDoubtful) });
            }
            guess.columns
        }
    };
    columns = class_or_code(columns, data);
    columns::choose(&mut columns, chosen);
    let headings = header.or(unknown.then_some(0)).and_then(|at| lines.get(at));
    import.columns = columns::columns_read(&columns, headings, data);
    if header.is_some() {
        let unknown = import.columns.iter().filter(|column| column.unknown);
        let unknown =
            unknown.map(|column| Issue { text: column.shown.clone(), ..Issue::whole(IssueKind::UnknownHeading) });
        import.issues.extend(unknown);
    }
    let width = header.and_then(|at| lines.get(at)).map_or_else(|| usual_width(&lines), |line| line.cells.len());
    // In a table that this app wrote, a status beside the grade is what the student said of it on purpose.
    let own = header_is_ours(&lines);
    let reader = Reader { columns, width, own };
    if header.is_none() && !reader.is_evident(unknown && chosen.is_empty()) {
        import.issues.clear();
        for line in &lines {
            match (only_codes(&mut import, line), cells::holds_code(line)) {
                (true, _) => {}
                (false, true) => import.issues.push(Issue::at(line.no, IssueKind::WrongColumns, &line.text())),
                (false, false) => import.ignored.push(line.no),
            }
        }
        return import;
    }
    let header_cells = header.and_then(|at| lines.get(at)).map(|line| &line.cells);
    // A course may be called 課程名稱; the same headings again are no course.
    let repeats_header = |line: &Line| header_cells == Some(&line.cells);
    for (at, line) in lines.iter().enumerate() {
        let before_data = header.map_or(unknown && at == 0, |header| at <= header);
        // A line with a code in its place is a course; only others are looked at more closely.
        let plain = cells::course_code(reader.cell(line, Column::Code)).is_some();
        if before_data || !plain && (line.is_blank() || repeats_header(line) || is_total(line)) {
            import.ignored.push(line.no);
        } else if !only_codes(&mut import, line) {
            reader.row(&mut import, line);
        }
    }
    if !import.rows.is_empty() && reader.at(Column::Grade).is_none() && reader.at(Column::Status).is_none() {
        import.issues.push(Issue::whole(IssueKind::NoGradeColumn));
    }
    import
}

/// Headings may stand in two rows, the upper ones merged over several of the lower. The lower row is the exact one.
fn lowest_heading(lines: &[Line], first: usize) -> usize {
    let known = |at: usize| {
        let line = lines.get(at).filter(|line| columns::is_header(line))?;
        Some(columns::of_header(line).iter().filter(|column| **column != Column::Other).count())
    };
    match (known(first), known(first + 1)) {
        (Some(upper), Some(lower)) if lower >= upper && lines.get(first) != lines.get(first + 1) => first + 1,
        _ => first,
    }
}

/// Reads a link that names courses: each of its codes is a course. Says whether the line was one.
fn only_codes(import: &mut Import, line: &Line) -> bool {
    if !line.cell(0).contains("://") {
        return false;
    }
    // What cut the link was no delimiter.
    let codes = cells::several_codes(&format!("://{}", line.cells.join(",")));
    let row = |code: String| Row {
        line: line.no,
        record: Record { code: Some(code), ..Record::default() },
        ..Row::default()
    };
    import.rows.extend(codes.iter().cloned().map(row));
    !codes.is_empty()
}

fn has_number(line: &Line) -> bool {
    line.cells.iter().any(|cell| cell.contains(|c: char| c.is_numeric()))
}

/// A line without number, grade or status: it can be no course of a table.
fn says_no_data(line: &Line) -> bool {
    let word = |cell: &String| !cell.is_empty() && (Grade::parse(cell).is_some() || cells::status(cell).is_some());
    !has_number(line) && !line.cells.iter().any(word)
}

/// Whether the table is one that this app exported.
pub(super) fn header_is_ours(lines: &[Line]) -> bool {
    lines.first().is_some_and(is_our_header)
}

/// Whether a line is the header row of such a table.
pub(super) fn is_our_header(line: &Line) -> bool {
    line.cells == own_table::HEADER
}

/// A column headed 課號 with codes in it is the code, when there is no other; one headed as code with class numbers in
/// it stays what its heading says.
fn class_or_code(mut columns: Vec<Column>, data: &[Line]) -> Vec<Column> {
    if columns.contains(&Column::Code) {
        return columns;
    }
    if let Some(at) = columns.iter().position(|column| *column == Column::Class) {
        let filled = data.iter().filter(|line| !line.cell(at).is_empty()).count();
        let classes = data.iter().filter(|line| cells::class_number(line.cell(at)).is_some()).count();
        if classes * 2 < filled
            && let Some(column) = columns.get_mut(at)
        {
            *column = Column::Code;
        }
    }
    columns
}

/// The number of cells that most lines have.
fn usual_width(lines: &[Line]) -> usize {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.cells.len()).collect();
    sorting::sort(&mut widths);
    widths.chunk_by(|a, b| a == b).max_by_key(|same| same.len()).and_then(|same| same.first().copied()).unwrap_or(0)
}

/// A line of totals under the table.
fn is_total(line: &Line) -> bool {
    const WORDS: [&str; 9] =
        ["合計", "總計", "小計", "總學分", "修習總學分數", "實得學分數", "總平均", "操行成績", "total"];
    let first = line.cells.iter().find(|cell| !cell.is_empty()).map(|cell| fold_width(cell).to_lowercase());
    first.is_some_and(|first| WORDS.iter().any(|word| first.starts_with(word)))
        && !line.cells.iter().any(|cell| cells::course_code(cell).is_some())
}

/// Reads lines whose columns are known.
pub(super) struct Reader {
    columns: Vec<Column>,
    /// Cells that a line should have.
    width: usize,
    /// It is a table of this app's own.
    own: bool,
}

impl Reader {
    /// A reader for the lines under a header row.
    pub fn new(columns: Vec<Column>) -> Reader {
        Reader { width: columns.len(), columns, own: false }
    }

    /// Whether it is plain without a header that these are courses, and not prose with commas in it.
    ///
    /// Under headings that say nothing to us (`foreign`) only codes are evident: goods have names and numbers, too.
    fn is_evident(&self, foreign: bool) -> bool {
        let has = |column: Column| self.at(column).is_some();
        has(Column::Code)
            || !foreign
                && has(Column::Name)
                && [Column::Credits, Column::Grade, Column::Status, Column::Term].into_iter().any(has)
    }

    fn at(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|c| *c == column)
    }

    fn cell<'l>(&self, line: &'l Line, column: Column) -> &'l str {
        self.at(column).map_or("", |at| line.cell(at))
    }

    /// Reads one line as a row or as an issue.
    pub fn row(&self, import: &mut Import, line: &Line) {
        let mut doubts: Vec<IssueKind> = Vec::new();
        let filled = line.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
        if filled > self.width {
            // A comma inside a name has moved every cell after it.
            import.issues.push(Issue::at(line.no, IssueKind::WrongColumns, &line.text()));
            return;
        }
        let codes = self.codes(line, &mut doubts);
        let name = match self.cell(line, Column::Name) {
            "" => self.cell(line, Column::EnglishName),
            name => name,
        };
        let code_cell = self.cell(line, Column::Code);
        if codes.is_empty() && name.is_empty() {
            import.issues.push(Issue::at(line.no, IssueKind::NoCourse, &line.text()));
            return;
        }
        let credits_cell = self.cell(line, Column::Credits);
        let credits = cells::credits(credits_cell);
        if credits.is_none() && !credits_cell.is_empty() {
            doubts.push(IssueKind::CreditsUnreadable);
        }
        if credits.is_some_and(|(credits, _)| credits.tenths() > guess::MOST_CREDITS_TENTHS) {
            doubts.push(IssueKind::CreditsImplausible);
        }
        let (credits, english) = credits.unzip();
        let stage = Stage::parse(self.cell(line, Column::Stage));
        if stage.is_none() {
            doubts.push(IssueKind::StageUnreadable);
        }
        let term = self.term(line, &mut doubts);
        let (grade, declared) = self.grade(line, &mut doubts);
        let shown = match codes.first() {
            Some(code) => format!("{code} {name}"),
            None => name.to_owned(),
        };
        for kind in doubts {
            import.issues.push(Issue::at(line.no, kind, &shown));
        }
        let class = cells::class_number(self.cell(line, Column::Class)).or_else(|| cells::class_number(code_cell));
        let row = |code: Option<String>| Row {
            line: line.no,
            class: class.clone(),
            printed: if code.is_none() { code_cell.to_owned() } else { String::new() },
            english: english == Some(true),
            record: Record {
                code,
                name: name.to_owned(),
                credits,
                stage: stage.unwrap_or_default(),
                term,
                grade,
                declared,
                note: self.cell(line, Column::Note).to_owned(),
            },
            ..Row::default()
        };
        match codes.is_empty() {
            true => import.rows.push(row(None)),
            false => import.rows.extend(codes.into_iter().map(|code| row(Some(code)))),
        }
    }

    /// The code of a line, or the several that stand in its place; none, with a doubt that says why.
    fn codes(&self, line: &Line, doubts: &mut Vec<IssueKind>) -> Vec<String> {
        // A column of class numbers may hold a code here and there.
        let among_classes = if self.at(Column::Code).is_none() { self.cell(line, Column::Class) } else { "" };
        let cell = match self.cell(line, Column::Code) {
            "" if cells::course_code(among_classes).is_some() => among_classes,
            cell => cell,
        };
        if let Some(code) = cells::course_code(cell) {
            return vec![code];
        }
        let several = cells::several_codes(cell);
        if !several.is_empty() {
            doubts.push(IssueKind::SeveralCodes);
            return several;
        }
        if let (true, Some(code)) = (self.own, cells::foreign_code(cell)) {
            return vec![code];
        }
        let folded = fold_width(cell);
        doubts.push(match folded.trim() {
            "" => IssueKind::CodeMissing,
            _ if cells::class_number(cell).is_some() => IssueKind::ClassNotCode,
            text if is_scientific(text) => IssueKind::CodeMangled,
            _ => IssueKind::CodeUnreadable,
        });
        Vec::new()
    }

    fn term(&self, line: &Line, doubts: &mut Vec<IssueKind>) -> Option<Term> {
        let (year, part) = (self.cell(line, Column::Year), self.cell(line, Column::Term));
        let term = match cells::term(part) {
            Some(term) => Some(term),
            None => cells::term(&format!("{year} {part}")).or_else(|| cells::term(year)),
        };
        if term.is_none() && !part.is_empty() {
            doubts.push(IssueKind::TermUnreadable);
        }
        term
    }

    /// Grade and status; a word such as 修習中 in the grade's column is a status.
    fn grade(&self, line: &Line, doubts: &mut Vec<IssueKind>) -> (Grade, Option<Completion>) {
        let (grade_cell, status_cell) = (self.cell(line, Column::Grade), self.cell(line, Column::Status));
        let mut declared = cells::status(status_cell).unwrap_or_else(|| {
            doubts.push(IssueKind::StatusUnreadable);
            None
        });
        let grade = match (Grade::parse(grade_cell), cells::status(grade_cell)) {
            (Some(grade), _) => grade,
            (None, Some(status)) => {
                declared = declared.or(status);
                Grade::None
            }
            (None, None) => {
                doubts.push(IssueKind::GradeUnreadable);
                Grade::None
            }
        };
        // The transcript prints the grade, the student writes the status.
        match (declared, grade.completion(PASS_MARK_BACHELOR)) {
            _ if self.own => {}
            (Some(Completion::Passed), Completion::NotPassed) => {
                declared = None;
                doubts.push(IssueKind::StatusContradictsGrade);
            }
            (Some(Completion::NotPassed), Completion::Passed) => doubts.push(IssueKind::StatusContradictsGrade),
            _ => {}
        }
        if grade == Grade::Score(0) {
            doubts.push(IssueKind::ZeroScore);
        }
        let ends = line.cells.len();
        if [Column::Grade, Column::Status].iter().filter_map(|c| self.at(*c)).any(|at| at >= ends) {
            doubts.push(IssueKind::ShortRow);
        }
        (grade, declared)
    }
}

/// `1.4E+102`: what a spreadsheet makes of the code 14E0101.
fn is_scientific(text: &str) -> bool {
    let text = text.to_ascii_uppercase();
    text.split_once('E').is_some_and(|(mantissa, exponent)| {
        mantissa.parse::<f64>().is_ok() && exponent.trim_start_matches(['+', '-']).bytes().all(|b| b.is_ascii_digit())
    })
}
