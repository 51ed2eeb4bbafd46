//! One saved page: its title, its table of courses, its rules.

use crate::credits::Credits;
use crate::import::page_rows;
use crate::names::fold_width;

/// What a page says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Academic year of entry, ROC.
    pub year: u16,
    /// Name of the program, as between 【 and 】.
    pub name: String,
    /// Courses, in the order of the page.
    pub rows: Vec<PageRow>,
    /// Rows of the table that are no courses.
    pub others: Vec<String>,
    /// The rules, as text.
    pub rules: String,
}

/// A row of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageRow {
    /// Course code.
    pub code: Option<String>,
    /// Chinese name.
    pub name: String,
    /// Credits, where they can be read.
    pub credits: Option<Credits>,
    /// What stands in their place and cannot be read.
    pub unread_credits: Option<String>,
    /// Marked ▲ or ●.
    pub required: bool,
    /// Number of stages of a year course.
    pub stages: Option<u8>,
    /// Category that the remark names.
    pub category: Option<String>,
    /// The remark marks it as an online course (e).
    pub online: bool,
}

/// Category names that programs use.
pub(super) const CATEGORIES: [&str; 5] = ["基礎", "核心", "總整", "進階", "應用"];

/// Columns of the table.
#[derive(Default)]
struct Columns {
    symbol: Option<usize>,
    code: usize,
    name: usize,
    credits: Option<usize>,
    stages: Option<usize>,
    remark: Option<usize>,
}

/// Reads a page; `None` when it is no standard of a program.
pub fn read_page(html: &str) -> Option<Page> {
    let rows = page_rows(html);
    let mut page = Page::default();
    let mut columns: Option<Columns> = None;
    for row in &rows {
        let text = row.join(" ");
        if page.name.is_empty() && text.contains("學年度") && text.contains("課程科目表") {
            page.year = year(&text)?;
            page.name = text.split_once('【')?.1.split_once('】')?.0.trim().to_owned();
            continue;
        }
        if let Some(found) = headings(row) {
            columns = Some(found);
            continue;
        }
        let Some(columns) = &columns else { continue };
        match course(row, columns) {
            Some(course) => page.rows.push(course),
            // One cell across the table: the rules.
            None if row.iter().filter(|cell| !cell.is_empty()).count() == 1 => {
                page.rules.push_str(text.trim());
                page.rules.push('\n');
            }
            None => page.others.extend((!text.trim().is_empty()).then(|| one_line(&text))),
        }
    }
    (!page.name.is_empty() && columns.is_some()).then_some(page)
}

/// The academic year that stands before 學年度.
pub(in crate::office) fn year(text: &str) -> Option<u16> {
    let before = fold_width(text.split_once("學年度")?.0);
    let digits: String = before.trim_end().chars().rev().take_while(char::is_ascii_digit).collect();
    digits.chars().rev().collect::<String>().parse().ok()
}

/// The column whose heading begins with that word, whatever white space is in it.
pub(in crate::office) fn column(row: &[String], word: &str) -> Option<usize> {
    row.iter().position(|cell| cell.replace(char::is_whitespace, "").starts_with(word))
}

fn headings(row: &[String]) -> Option<Columns> {
    let at = |word: &str| column(row, word);
    Some(Columns {
        code: at("課程編碼")?,
        name: at("課程名稱")?,
        symbol: at("類別"),
        credits: at("學分"),
        stages: at("階段別"),
        remark: at("備註"),
    })
}

fn course(row: &[String], columns: &Columns) -> Option<PageRow> {
    let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map(|cell| cell.trim()).unwrap_or_default();
    let name = cell(Some(columns.name));
    let read = credits(&fold_width(cell(columns.credits)));
    let code = fold_width(cell(Some(columns.code)));
    let code = code.trim();
    // The rules stand in one cell across the table: as the name of a course they would be one without code and credits.
    if name.is_empty() || (code.is_empty() && columns.credits.is_some() && !matches!(read, Ok(Some(_)))) {
        return None;
    }
    let remark = fold_width(cell(columns.remark));
    let stages = fold_width(cell(columns.stages));
    let stages = stages.split_once('/').and_then(|(_, all)| all.trim().parse::<u8>().ok());
    Some(PageRow {
        code: (!code.is_empty()).then(|| code.to_owned()),
        name: name.lines().next().unwrap_or_default().trim().to_owned(),
        credits: read.as_ref().ok().copied().flatten(),
        unread_credits: read.err(),
        required: cell(columns.symbol).contains(['▲', '●']),
        stages: stages.filter(|stages| *stages > 1),
        category: category(&remark),
        online: remark.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word.eq_ignore_ascii_case("e")),
    })
}

/// The category that a remark names, also where only its first character stands there: 「核e」, 「e基」.
fn category(remark: &str) -> Option<String> {
    let whole = CATEGORIES.iter().find(|category| remark.contains(**category));
    let bare: String = remark.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).collect();
    let short = || CATEGORIES.iter().find(|category| bare.chars().count() == 1 && category.starts_with(bare.as_str()));
    whole.or_else(short).map(|name| (*name).to_owned())
}

/// `2.0`; with a mark behind it, `2.0#`; for each half of a year course, `2.0/2.0`. Nothing is no error here.
///
/// # Errors
///
/// What stands there, where it cannot be read.
pub(in crate::office) fn credits(text: &str) -> Result<Option<Credits>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let plain = text.trim_end_matches("學分").trim_end_matches(['#', '*', '＊', '※', ' ']);
    let mut parts = plain.split('/').map(|part| Credits::parse(part.trim()));
    match parts.next().flatten() {
        Some(first) if parts.all(|part| part == Some(first)) => Ok(Some(first)),
        _ => Err(text.to_owned()),
    }
}

/// A text on one line.
pub(in crate::office) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
