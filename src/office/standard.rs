//! The course system's public standards (課程科目表), saved as pages, read into a proposal for a new edition.
//!
//! A proposal, never the truth: what the rule text says is recognised only where it is said plainly, everything else is
//! handed to a person, sentence by sentence. What the previous edition knew of a program (restrictions, notes) is kept
//! until somebody decides otherwise.

mod one;
mod page;
mod rules;

pub use one::{Asked, Question, Taken, Wish, take};
pub use page::{Page, PageRow, read_page};
pub(in crate::office) use page::{column, credits, one_line, year};
pub use rules::{Rule, recognise};

use crate::catalog::document::{
    Category, Course, Document, Edition, Listing, NotListed, NotListedReason, Program, Text,
};
use crate::credits::Credits;
use crate::names::normalise;

/// A proposed edition, and what a person has to look at.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The catalog with the edition added at the end (or replaced, where one of that id was there).
    pub document: Document,
    /// What to look at, by page.
    pub remarks: Vec<Remark>,
}

/// Something a person has to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Code of the program.
    pub program: String,
    /// What.
    pub kind: RemarkKind,
}

/// What there is to look at.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the names say it
pub enum RemarkKind {
    /// The program is new: college and department are not on the page.
    NewProgram { name: String },
    /// A number taken from this sentence of the rules.
    Taken { rule: Rule, sentence: String },
    /// A sentence of the rules that was not understood.
    NotUnderstood { sentence: String },
    /// Restrictions taken over from the previous edition.
    Kept { restrictions: usize, edition: String },
    /// A course that the catalog did not know.
    NewCourse { code: String, name: String },
    /// The page calls a known course otherwise.
    OtherName { code: String, page: String, catalog: String },
    /// A course whose remark names no category.
    NoCategory { code: Option<String>, name: String },
    /// A course whose credits cannot be read: what stands there, or nothing.
    NoCredits { code: Option<String>, name: String, text: String },
    /// The page has other credits for a known course; the catalog's were kept.
    OtherCredits { code: String, name: String, page: Credits, catalog: Credits },
    /// A row of the table that is no course.
    OtherRow { text: String },
}

/// Which edition is proposed.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its id, for example `116-1`.
    pub id: String,
    /// Academic year, ROC.
    pub year: u16,
    /// Date of the pages, `YYYY-MM-DD`.
    pub as_of: String,
}

/// Proposes an edition from pages, each with the code of its program.
pub fn propose(document: &Document, wanted: &Wanted, pages: &[(String, Page)]) -> Proposal {
    let mut document = document.clone();
    let mut remarks = Vec::new();
    let base = document.editions.iter().filter(|edition| edition.id != wanted.id).max_by_key(|edition| edition.year);
    let base = base.cloned();
    let mut programs: Vec<Program> = Vec::new();
    for (code, page) in pages {
        let known = base.as_ref().and_then(|edition| {
            let by_code = edition.programs.iter().find(|program| program.code == *code);
            by_code.or_else(|| edition.programs.iter().find(|p| normalise(&p.name) == normalise(&page.name)))
        });
        let code = known.map_or(code, |program| &program.code).clone();
        let mut remark = |kind: RemarkKind| remarks.push(Remark { program: code.clone(), kind });
        let mut program = match (known, &base) {
            (Some(known), Some(edition)) => {
                let restrictions = known.restrictions.len();
                if restrictions > 0 {
                    remark(RemarkKind::Kept { restrictions, edition: edition.id.clone() });
                }
                known.clone()
            }
            _ => {
                remark(RemarkKind::NewProgram { name: page.name.clone() });
                empty(&code, &page.name)
            }
        };
        program.standard_url = address(&program.code, wanted.year);
        program.table_credits = None;
        page.others.iter().for_each(|text| remark(RemarkKind::OtherRow { text: text.clone() }));
        courses(&mut document, &mut program, page, &mut remark);
        for (sentence, found) in recognise(&page.rules, &program) {
            if found.is_empty() {
                remark(RemarkKind::NotUnderstood { sentence });
                continue;
            }
            for rule in found {
                match &rule {
                    Rule::MinCredits(credits) => program.min_credits = *credits,
                    Rule::Minimum { category, courses } => {
                        if let Some(category) = program.categories.iter_mut().find(|c| c.name == *category) {
                            category.min_courses = Some(*courses);
                        }
                    }
                }
                remark(RemarkKind::Taken { rule, sentence: sentence.clone() });
            }
        }
        programs.push(program);
    }
    // In the order of the previous edition; new ones at the end.
    let order = |program: &Program| {
        base.iter().flat_map(|edition| &edition.programs).position(|known| known.code == program.code)
    };
    programs.sort_by_key(|program| order(program).unwrap_or(usize::MAX));
    let edition = Edition {
        id: wanted.id.clone(),
        year: wanted.year,
        title: Text { zh: format!("{} 學年度", wanted.year), en: format!("Academic year {}", wanted.year) },
        standard_as_of: wanted.as_of.clone(),
        programs,
    };
    match document.editions.iter_mut().find(|known| known.id == wanted.id) {
        Some(known) => *known = edition,
        None => document.editions.push(edition),
    }
    Proposal { document, remarks }
}

/// Replaces a program's lists by those of the page.
fn courses(document: &mut Document, program: &mut Program, page: &Page, remark: &mut impl FnMut(RemarkKind)) {
    let before: Vec<(Option<String>, Listing)> = program
        .listings()
        .map(|(at, listing)| (at.and_then(|at| program.categories.get(at)).map(|c| c.name.clone()), listing.clone()))
        .collect();
    program.uncategorised.clear();
    program.categories.iter_mut().for_each(|category| category.courses.clear());
    for row in &page.rows {
        let name = enter(document, row, remark);
        let then = before.iter().find(|(_, listing)| match &row.code {
            Some(code) => listing.code.as_ref() == Some(code),
            None => listing.code.is_none() && listing.name == name,
        });
        let listing = Listing {
            code: row.code.clone(),
            name,
            required: row.required,
            online: row.online,
            category_not_printed: false,
            track_hint: then.and_then(|(_, listing)| listing.track_hint.clone()),
            category_hint: None,
        };
        let already = program.listings().any(|(_, known)| known.code == listing.code && known.name == listing.name);
        if already {
            continue; // the second stage of a year course
        }
        let Some(category) = &row.category else {
            remark(RemarkKind::NoCategory { code: row.code.clone(), name: listing.name.clone() });
            program.uncategorised.push(listing);
            continue;
        };
        match program.categories.iter_mut().find(|known| known.name == *category) {
            Some(known) => known.courses.push(listing),
            None => {
                let category = Category { name: category.clone(), min_courses: None, courses: vec![listing] };
                program.categories.push(category);
            }
        }
    }
    let gone = |(_, listing): &(Option<String>, Listing)| {
        let here = program.listings().any(|(_, now)| (&now.code, &now.name) == (&listing.code, &listing.name));
        let why = NotListedReason::EarlierEdition;
        (!here).then(|| NotListed { code: listing.code.clone(), name: listing.name.clone(), why })
    };
    program.not_listed = before.iter().filter_map(gone).collect();
}

/// Makes sure that the catalog has the course, and gives the name it has there.
fn enter(document: &mut Document, row: &PageRow, remark: &mut impl FnMut(RemarkKind)) -> String {
    let known = document.courses.iter().find(|course| match &row.code {
        Some(code) => course.code.as_ref() == Some(code),
        None => course.code.is_none() && normalise(&course.name) == normalise(&row.name),
    });
    if let Some(known) = known {
        if known.name != row.name
            && let Some(code) = &row.code
        {
            let (page, catalog) = (row.name.clone(), known.name.clone());
            remark(RemarkKind::OtherName { code: code.clone(), page, catalog });
        }
        if let (Some(page), Some(catalog), Some(code)) = (row.credits, known.credits, &row.code)
            && page != catalog
        {
            let (code, name) = (code.clone(), known.name.clone());
            remark(RemarkKind::OtherCredits { code, name, page, catalog });
        }
        return known.name.clone();
    }
    if row.credits.is_none() {
        let text = row.unread_credits.clone().unwrap_or_default();
        remark(RemarkKind::NoCredits { code: row.code.clone(), name: row.name.clone(), text });
    }
    remark(RemarkKind::NewCourse { code: row.code.clone().unwrap_or_default(), name: row.name.clone() });
    document.courses.push(Course {
        code: row.code.clone(),
        name: row.name.clone(),
        credits: row.credits,
        unit: None,
        school: None,
        common: false,
        stages: row.stages,
        levels: Vec::new(),
        offered: Vec::new(),
    });
    row.name.clone()
}

fn empty(code: &str, name: &str) -> Program {
    Program {
        code: code.to_owned(),
        name: name.to_owned(),
        college: String::new(),
        department: String::new(),
        min_credits: Credits::ZERO,
        table_credits: None,
        own_department_only: false,
        taught_in_english: false,
        standard_url: String::new(),
        plan_url: None,
        categories: Vec::new(),
        uncategorised: Vec::new(),
        not_listed: Vec::new(),
        restrictions: Vec::new(),
        notes: Vec::new(),
    }
}

fn address(code: &str, year: u16) -> String {
    format!("https://aps.ntut.edu.tw/course/tw/Cprog.jsp?format=-4&year={year}&matric=H&division={code}")
}
