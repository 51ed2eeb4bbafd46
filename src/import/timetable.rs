//! The timetable page of a term (選課表), pasted or saved: the courses that a student takes now.
//!
//! A week grid stands above the list and is passed over. The list has one row a course; the course's code stands only
//! in the link of its name, so that pasted as plain text a course is known by its name. There, too, a row is several
//! lines, because cells with several teachers or classes hold line breaks.

use super::blocks::Blocks;
use super::cells;
use super::line::Line;
use super::whose;
use super::{Import, Issue, IssueKind, Meeting, Row};
use crate::names::fold_width;
use crate::sorting;
use crate::transcript::{Completion, Grade, Record, Stage};

/// Headings of the weekdays, Monday first.
const DAYS: [&[&str]; 7] = [
    &["一", "mon", "monday", "星期一"],
    &["二", "tue", "tuesday", "星期二"],
    &["三", "wed", "wednesday", "星期三"],
    &["四", "thu", "thursday", "星期四"],
    &["五", "fri", "friday", "星期五"],
    &["六", "sat", "saturday", "星期六"],
    &["日", "sun", "sunday", "星期日"],
];

/// Headings of the column that says whether a course was given up.
const STATE: [&str; 4] = ["選課狀況", "選課狀態", "coursestatus", "selectionstatus"];

fn key(cell: &str) -> String {
    fold_width(cell).to_lowercase().chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '_')).collect()
}

/// The day of the week that a heading names.
fn day(cell: &str) -> Option<u8> {
    let key = key(cell);
    (1..).zip(DAYS).find(|(_, names)| names.contains(&key.as_str())).map(|(day, _)| day)
}

fn position(line: &Line, names: &[&str]) -> Option<usize> {
    line.cells.iter().position(|cell| names.contains(&key(cell).as_str()))
}

/// Whether a header row has the weekdays as columns: a list of classes, of somebody or of nobody.
pub(super) fn is_week(line: &Line) -> bool {
    line.cells.iter().filter_map(|cell| day(cell)).count() >= 5
}

/// Whether a line is the header row of a student's own list: other lists of classes have no column of that kind.
pub(super) fn is_header(line: &Line) -> bool {
    Columns::of(line).is_some_and(|columns| columns.state.is_some()) && is_week(line)
}

/// Where the columns stand.
struct Columns {
    class: usize,
    name: usize,
    stage: Option<usize>,
    credits: Option<usize>,
    state: Option<usize>,
    days: Vec<(usize, u8)>,
    width: usize,
}

impl Columns {
    fn of(line: &Line) -> Option<Columns> {
        let days = line.cells.iter().enumerate().filter_map(|(at, cell)| Some((at, day(cell)?)));
        Some(Columns {
            class: position(line, &["課號", "courseno", "coursenumber", "no", "number", "classno"])?,
            name: position(line, &["課程名稱", "課名", "coursename", "coursetitle", "course", "name"])?,
            stage: position(line, &["階段", "stage", "phase"]),
            credits: position(line, &["學分", "學分數", "credit", "credits"]),
            state: position(line, &STATE),
            days: days.collect(),
            width: line.cells.len(),
        })
    }
}

/// Reads the lines of a timetable page.
pub(super) fn read(lines: Vec<Line>) -> Import {
    let mut import = Import::default();
    let mut blocks = Blocks::default();
    let header = lines.iter().position(is_header);
    let columns = header.and_then(|at| lines.get(at)).and_then(Columns::of);
    let (Some(header), Some(columns)) = (header, columns) else {
        import.ignored = lines.iter().map(|line| line.no).collect();
        return import;
    };
    let (before, rows) = lines.split_at_checked(header + 1).unwrap_or_default();
    import.ignored = before.iter().map(|line| line.no).collect();
    import.profile = whose::profile(before.get(..header).unwrap_or_default());
    match before.iter().find_map(|line| cells::heading_term(&line.text())) {
        Some(term) => blocks.heading(before.first().map_or(1, |line| line.no), term),
        None => blocks.header(before.last().map_or(1, |line| line.no)),
    }
    let mut rows = rows.iter().peekable();
    while let Some(line) = rows.next() {
        let mut line = line.clone();
        // A line break in a cell has cut the row.
        while line.cells.len() < columns.width
            && (cells::class_number(line.cell(0)).is_some() || line.cells.len() > 2)
            && let Some(more) = rows.next_if(|next| continues(next, line.cells.len(), &columns))
        {
            join(&mut line, more);
        }
        let Some(class) = cells::class_number(line.cell(columns.class)) else {
            import.ignored.push(line.no);
            continue;
        };
        if import.rows.iter().any(|row| row.class.as_ref() == Some(&class)) {
            // The row to choose an instructor in says the course again.
            import.ignored.push(line.no);
            continue;
        }
        let block = blocks.course(line.no);
        course(&mut import, &line, &columns, class, block);
    }
    import.blocks = blocks.done();
    import
}

/// Whether a line is the rest of a row that has `cells` cells so far.
fn continues(next: &Line, cells: usize, columns: &Columns) -> bool {
    let whole = next.cells.len() >= columns.width;
    !whole && cells::class_number(next.cell(0)).is_none() && cells + next.cells.len() <= columns.width + 1
}

fn join(line: &mut Line, more: &Line) {
    let mut rest = more.cells.iter();
    if let (Some(last), Some(first)) = (line.cells.last_mut(), rest.next()) {
        last.push('\n');
        last.push_str(first);
    }
    line.cells.extend(rest.cloned());
}

/// Reads one course.
fn course(import: &mut Import, line: &Line, columns: &Columns, class: String, block: usize) {
    let cell = |at: Option<usize>| at.map_or("", |at| line.cell(at));
    let name = line.cell(columns.name).lines().next().unwrap_or_default().trim();
    let codes: Vec<&String> = line.codes.iter().filter(|(at, _)| *at == columns.name).map(|(_, code)| code).collect();
    let mut doubt = |kind: IssueKind| import.issues.push(Issue::at(line.no, kind, name));
    if name.is_empty() && codes.is_empty() {
        doubt(IssueKind::NoCourse);
        return;
    }
    let credits_cell = cell(columns.credits);
    let (credits, english) = cells::credits(credits_cell).unzip();
    if credits.is_none() && !credits_cell.is_empty() {
        doubt(IssueKind::CreditsUnreadable);
    }
    let stage = Stage::parse(cell(columns.stage));
    if stage.is_none() {
        doubt(IssueKind::StageUnreadable);
    }
    match codes.len() {
        0 => doubt(IssueKind::CodeMissing),
        1 => {}
        _ => doubt(IssueKind::SeveralCodes),
    }
    let state = cell(columns.state);
    let withdrawn = ["撤", "退", "withdr", "drop"].iter().any(|word| state.to_lowercase().contains(word));
    if !withdrawn && !state.is_empty() {
        doubt(IssueKind::StatusUnreadable);
    }
    let mut meetings: Vec<Meeting> = Vec::new();
    for (at, day) in &columns.days {
        let words = line.cell(*at).split_whitespace();
        let periods = words.filter_map(|word| Some(word.chars().next()?).filter(|c| word.len() == 1 && is_period(*c)));
        meetings.extend(periods.map(|period| Meeting { day: *day, period }));
    }
    sorting::sort(&mut meetings);
    let row = |code: Option<&String>| Row {
        line: line.no,
        block: Some(block),
        class: Some(class.clone()),
        english: english == Some(true),
        meetings: meetings.clone(),
        record: Record {
            code: code.cloned(),
            name: name.to_owned(),
            credits,
            stage: stage.unwrap_or_default(),
            grade: if withdrawn { Grade::Withdrawn } else { Grade::None },
            declared: (!withdrawn).then_some(Completion::InProgress),
            ..Record::default()
        },
        ..Row::default()
    };
    match codes.is_empty() {
        true => import.rows.push(row(None)),
        false => import.rows.extend(codes.into_iter().map(|code| row(Some(code)))),
    }
}

/// Hours of the university's day: 1 to 4, N, 5 to 9, A to D.
fn is_period(c: char) -> bool {
    matches!(c, '1'..='9' | 'N' | 'A'..='D')
}
