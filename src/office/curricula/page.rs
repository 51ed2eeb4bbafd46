//! One saved page of the course system (課程科目表 of a group): its heading and its table.
//!
//! Every row that looks like a course is read or named with what is wrong; nothing is guessed.

use super::check::is_stage;
use crate::catalog::curriculum::Symbol;
use crate::credits::Credits;
use crate::import::page_rows;
use crate::names::fold_width;
use crate::office::problem::is_code;
use crate::office::standard::{column, credits, one_line, year};

/// What a page says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// What its heading says.
    pub heading: Heading,
    /// Courses, in the order of the page.
    pub rows: Vec<PageRow>,
    /// Rows of the table that are no courses.
    pub others: Vec<String>,
}

/// What the heading says: 「115 學年度入學 四技 材資系 【材料組】 課程科目表」.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Academic year of entry, ROC.
    pub year: Option<u16>,
    /// System of study (學制), for example 四技.
    pub degree: Option<String>,
    /// Group, without spaces, for example 材資系【材料組】.
    pub group: Option<String>,
}

/// A row of the table, with what could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageRow {
    /// Its number in the table, from 1, without the headings.
    pub number: usize,
    /// Symbol.
    pub symbol: Option<Symbol>,
    /// Course code.
    pub code: Option<String>,
    /// Chinese name.
    pub name: String,
    /// Credits; `None` where the page has none.
    pub credits: Option<Credits>,
    /// Year of study.
    pub year: u8,
    /// Semester.
    pub semester: u8,
    /// Stage, for example `1/2`.
    pub stage: String,
    /// What could not be read.
    pub faults: Vec<RowFault>,
}

/// What can be wrong with a row; the text is what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum RowFault {
    /// None of the six symbols.
    Symbol(String),
    /// No course code.
    Code(String),
    /// No name.
    Name,
    /// Nothing in the place of the credits, and nothing to take them from.
    NoCredits,
    /// Credits that cannot be read, or that differ.
    Credits(String),
    /// No year of study or semester.
    Time(String),
    /// No stage.
    Stage(String),
}

/// Columns of the table.
struct Columns {
    year: usize,
    semester: usize,
    symbol: usize,
    code: usize,
    name: usize,
    credits: usize,
    stage: usize,
}

/// Systems of study, as the course system lists them.
const DEGREES: [&str; 10] =
    ["四技", "進修部四技", "五專", "碩士班", "碩士在職班", "博士班", "EMBA", "學程", "第二專長", "微學程"];

/// What every such page calls itself.
const TITLE: &str = "課程科目表";

/// What stands above the rules, below the table.
const RULES: &str = "相關規定事項";

/// Reads a page; `None` when no table of it is a curriculum's.
pub fn read_page(html: &str) -> Option<Page> {
    let mut page = Page::default();
    let mut columns: Option<Columns> = None;
    let mut number = 0;
    for row in page_rows(html) {
        let text = row.join(" ");
        if columns.is_none() && (text.contains(TITLE) || page.heading == Heading::default()) {
            page.heading = heading(&text);
        }
        if let Some(found) = headings(&row) {
            columns = Some(found);
            continue;
        }
        let Some(columns) = &columns else { continue };
        if text.starts_with(RULES) {
            break;
        }
        number += 1;
        match course(&row, columns, number) {
            Some(course) => page.rows.push(course),
            // One cell across the table is its rules; several are something to look at.
            None if row.iter().filter(|cell| !cell.is_empty()).count() > 1 => page.others.push(one_line(&text)),
            None => {}
        }
    }
    columns.map(|_| page)
}

fn heading(text: &str) -> Heading {
    let titled = text.contains(TITLE);
    let after = match text.split_once("學年度") {
        Some((_, after)) if titled || after.trim_start().starts_with("入學") => after,
        None if titled && DEGREES.iter().any(|degree| text.trim_start().starts_with(degree)) => text,
        _ => return Heading::default(),
    };
    let after = after.trim_start().trim_start_matches("入學");
    let mut words: Vec<&str> = after.split(TITLE).next().unwrap_or_default().split_whitespace().collect();
    let degree = words.first().map(|word| fold_width(word)).filter(|word| DEGREES.contains(&word.as_str()));
    if degree.is_some() {
        words.remove(0);
    }
    let group: String = words.concat();
    Heading { year: year(text), degree, group: (!group.is_empty()).then_some(group) }
}

fn headings(row: &[String]) -> Option<Columns> {
    Some(Columns {
        year: column(row, "學年")?,
        semester: column(row, "學期")?,
        symbol: column(row, "類別")?,
        code: column(row, "課程編碼")?,
        name: column(row, "課程名稱")?,
        credits: column(row, "學分")?,
        stage: column(row, "階段別")?,
    })
}

/// A row that has a symbol or a code is meant as a course.
fn course(row: &[String], columns: &Columns, number: usize) -> Option<PageRow> {
    let cell = |at: usize| fold_width(row.get(at).map(String::as_str).unwrap_or_default()).trim().to_owned();
    let (symbol, code) = (cell(columns.symbol), cell(columns.code));
    if row.iter().filter(|cell| !cell.is_empty()).count() < 2 || symbol.is_empty() && !is_code(&code) {
        return None;
    }
    let mut found = PageRow { number, symbol: sign(&symbol), ..PageRow::default() };
    if found.symbol.is_none() {
        found.faults.push(RowFault::Symbol(symbol));
    }
    if is_code(&code) {
        found.code = Some(code);
    } else if !code.is_empty() {
        found.faults.push(RowFault::Code(code));
    }
    // Not folded: a name is kept as it is printed.
    found.name = one_line(row.get(columns.name).map(String::as_str).unwrap_or_default());
    if found.name.is_empty() {
        found.faults.push(RowFault::Name);
    }
    match credits(&cell(columns.credits)) {
        Ok(credits) => found.credits = credits,
        Err(text) => found.faults.push(RowFault::Credits(text)),
    }
    let (year, semester) = (cell(columns.year), cell(columns.semester));
    match (year.parse(), semester.parse()) {
        (Ok(year), Ok(semester)) if (1..=5).contains(&year) && (1..=2).contains(&semester) => {
            (found.year, found.semester) = (year, semester);
        }
        _ => found.faults.push(RowFault::Time(format!("{year} {semester}"))),
    }
    let stage: String = cell(columns.stage).split_whitespace().collect();
    if is_stage(&stage) {
        found.stage = stage;
    } else {
        found.faults.push(RowFault::Stage(stage));
    }
    Some(found)
}

/// The one symbol in a cell, whatever stands around it.
fn sign(text: &str) -> Option<Symbol> {
    let mut signs = text.chars().filter_map(|c| Symbol::parse(c.encode_utf8(&mut [0; 4])));
    signs.next().filter(|first| signs.all(|other| other == *first))
}
