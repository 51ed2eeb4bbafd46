//! One saved page taken into the catalog: it changes one program and nothing else, and what only a person can know is
//! asked. Nothing changes before everything is answered; no number of the rules changes without a yes.

use std::collections::{BTreeMap, BTreeSet};

use super::page::{Page, PageRow};
use super::rules::{Rule, recognise};
use super::{Remark, RemarkKind, address, courses, empty};
use crate::catalog::document::{Document, Edition, Program, Text};
use crate::credits::Credits;
use crate::hash::{ShortHash, hash};
use crate::names::normalise;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The program's code by the name of the file; empty where it is none.
    pub code: &'a str,
    /// The day of the page, `2026-11-30`, for an edition that is new.
    pub today: &'a str,
    /// Sentences of the program's rules that somebody has read, by their hashes.
    pub read: &'a BTreeSet<String>,
    /// What was answered to questions, by their ids.
    pub answers: &'a BTreeMap<String, String>,
}

/// What becomes of a page.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// The catalog with the program; `None` while something is asked, or where the page is left.
    pub document: Option<Document>,
    /// The edition and the code of the program, once it is known.
    pub program: Option<(String, String)>,
    /// What to look at.
    pub remarks: Vec<Remark>,
    /// Everything that is asked, answered or not.
    pub questions: Vec<Asked>,
    /// The sentences of its rules, by their hashes.
    pub sentences: Vec<String>,
}

/// A question with what was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// By what the answer is told.
    pub id: String,
    /// What is asked.
    pub question: Question,
    /// What was answered, if it is one of what may be answered.
    pub answer: Option<String>,
}

/// What may be asked of a page.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the names say it
pub enum Question {
    /// The catalog has no edition of that academic year: is it to have one? `yes` or `no`.
    NewEdition { year: u16 },
    /// The page's name is another program's than the file's. A code, or `no`.
    WhichProgram { page: String, codes: Vec<(String, String)> },
    /// No program has that name: its code, or `no`.
    NewProgram { name: String },
    /// A number of the rules is another one: `take` or `keep`.
    Number { rule: Rule, was: Option<String>, sentence: String },
    /// A sentence that nobody has read yet: `seen`.
    Sentence { sentence: String },
    /// Credits that cannot be read: the number.
    Credits { code: Option<String>, name: String, text: String },
    /// A known course has other credits: `take` or `keep`.
    OtherCredits { code: String, name: String, page: Credits, catalog: Credits },
    /// The page names no category where the catalog had one: `keep` or `open`.
    Category { code: Option<String>, name: String, was: String },
    /// A row that is no course: `leave`.
    OtherRow { text: String },
}

impl Question {
    /// Whether that may be answered.
    fn takes(&self, answer: &str) -> bool {
        match self {
            Question::NewEdition { .. } => matches!(answer, "yes" | "no"),
            Question::WhichProgram { codes, .. } => answer == "no" || codes.iter().any(|(code, _)| code == answer),
            Question::NewProgram { .. } => {
                answer == "no" || (!answer.is_empty() && !answer.contains(char::is_whitespace))
            }
            Question::Number { .. } | Question::OtherCredits { .. } => matches!(answer, "take" | "keep"),
            Question::Sentence { .. } => answer == "seen",
            Question::Credits { .. } => Credits::parse(answer).is_some(),
            Question::Category { .. } => matches!(answer, "keep" | "open"),
            Question::OtherRow { .. } => answer == "leave",
        }
    }
}

/// The questions of one page while it is read.
struct Asking<'a> {
    answers: &'a BTreeMap<String, String>,
    asked: Vec<Asked>,
}

impl Asking<'_> {
    /// Asks, and gives what was answered.
    fn ask(&mut self, id: String, question: Question) -> Option<String> {
        let answer = self.answers.get(&id).map(|answer| answer.trim().to_owned()).filter(|one| question.takes(one));
        self.asked.push(Asked { id, question, answer: answer.clone() });
        answer
    }
}

/// By what a sentence is remembered: eight hexadecimal digits.
fn hash_of(sentence: &str) -> String {
    ShortHash::of(&hash(normalise(sentence).as_bytes())).unwrap_or_default().to_string()
}

/// Takes a page into the catalog.
pub fn take(document: &Document, page: &Page, wish: Wish<'_>) -> Taken {
    let mut asking = Asking { answers: wish.answers, asked: Vec::new() };
    let mut taken = Taken::default();
    let document = one(document, page, wish, &mut asking, &mut taken);
    taken.document = document.filter(|_| asking.asked.iter().all(|asked| asked.answer.is_some()));
    taken.questions = asking.asked;
    taken
}

fn one(
    document: &Document,
    page: &Page,
    wish: Wish<'_>,
    asking: &mut Asking<'_>,
    taken: &mut Taken,
) -> Option<Document> {
    let mut document = document.clone();
    let mut at = document.editions.iter().position(|edition| edition.year == page.year);
    if at.is_none() && asking.ask("edition".to_owned(), Question::NewEdition { year: page.year })? == "yes" {
        document.editions.push(Edition {
            id: format!("{}-1", page.year),
            year: page.year,
            title: Text { zh: format!("{} 學年度", page.year), en: format!("Academic year {}", page.year) },
            standard_as_of: wish.today.to_owned(),
            programs: Vec::new(),
        });
        at = Some(document.editions.len() - 1);
    }
    let edition = document.editions.get(at?)?;
    let id = edition.id.clone();
    let (code, known) = program(&document, edition, page, wish.code, asking)?;
    taken.program = Some((id, code.clone()));
    let is_new = !document.editions.get(at?)?.programs.iter().any(|program| program.code == code);
    let mut program = known.unwrap_or_else(|| empty(&code, &page.name));
    if is_new {
        (program.standard_url, program.table_credits) = (address(&code, page.year), None);
    }
    let rows = rows(&mut document, &program, page, asking)?;
    let before = program.clone();
    let mut remarks = Vec::new();
    let mut remark = |kind: RemarkKind| remarks.push(Remark { program: code.clone(), kind });
    // What is asked here is no remark.
    let mut worth = |kind: RemarkKind| {
        if !matches!(kind, RemarkKind::OtherCredits { .. } | RemarkKind::NoCredits { .. }) {
            remark(kind);
        }
    };
    let read = Page { rows: rows.iter().map(|(row, _)| row.clone()).collect(), ..page.clone() };
    courses(&mut document, &mut program, &read, &mut worth);
    unprinted(&mut program, &rows);
    let listed: BTreeSet<(Option<String>, String)> =
        program.listings().map(|(_, one)| (one.code.clone(), one.name.clone())).collect();
    let still = before.not_listed.iter().filter(|one| !listed.contains(&(one.code.clone(), one.name.clone())));
    let mut not_listed: Vec<_> = still.cloned().collect();
    not_listed.extend(program.not_listed.iter().filter(|one| !before.not_listed.contains(one)).cloned());
    program.not_listed = not_listed;
    taken.remarks = remarks;
    rules(&mut program, page, wish, asking, taken);
    for (at, text) in page.others.iter().enumerate() {
        asking.ask(format!("row:{at}"), Question::OtherRow { text: text.clone() });
    }
    let programs = &mut document.editions.get_mut(at?)?.programs;
    match programs.iter_mut().find(|known| known.code == code) {
        Some(known) => *known = program,
        None => programs.push(program),
    }
    Some(document)
}

/// Of which program the page is: its code, and what is known of it in this edition or another.
fn program(
    document: &Document,
    edition: &Edition,
    page: &Page,
    code: &str,
    asking: &mut Asking<'_>,
) -> Option<(String, Option<Program>)> {
    let others = document.editions.iter().filter(|other| other.id != edition.id);
    let all = || [edition].into_iter().chain(others.clone()).flat_map(|edition| &edition.programs);
    let named = all().find(|program| normalise(&program.name) == normalise(&page.name));
    let coded = all().find(|program| program.code == code);
    let chosen = match (named, coded) {
        (Some(named), Some(coded)) if named.code == coded.code => named,
        (Some(named), None) => named,
        (None, None) => {
            let answer = asking.ask("program".to_owned(), Question::NewProgram { name: page.name.clone() })?;
            return (answer != "no").then(|| (answer.to_uppercase(), None));
        }
        (named, coded) => {
            let codes = named.into_iter().chain(coded).map(|one| (one.code.clone(), one.name.clone())).collect();
            let question = Question::WhichProgram { page: page.name.clone(), codes };
            let answer = asking.ask("program".to_owned(), question)?;
            all().find(|program| program.code == answer)?
        }
    };
    Some((chosen.code.clone(), Some(chosen.clone())))
}

/// The page's courses with what was answered about them, and whether the category is the catalog's own.
fn rows(
    document: &mut Document,
    program: &Program,
    page: &Page,
    asking: &mut Asking<'_>,
) -> Option<Vec<(PageRow, bool)>> {
    let mut all = Vec::new();
    for row in &page.rows {
        let mut row = row.clone();
        let key = row.code.clone().unwrap_or_else(|| row.name.clone());
        let known = document.courses.iter_mut().find(|course| match &row.code {
            Some(_) => course.code == row.code,
            None => course.code.is_none() && normalise(&course.name) == normalise(&row.name),
        });
        match known {
            Some(course) => {
                // The stages of a year course are asked of once.
                let asked = asking.asked.iter().any(|one| one.id == format!("credits:{key}"));
                if let (Some(page), Some(catalog), Some(code), false) = (row.credits, course.credits, &row.code, asked)
                    && page != catalog
                {
                    let question =
                        Question::OtherCredits { code: code.clone(), name: course.name.clone(), page, catalog };
                    if asking.ask(format!("credits:{key}"), question).as_deref() == Some("take") {
                        course.credits = Some(page);
                    }
                }
                if let (Some(text), false) = (&row.unread_credits, asked) {
                    let question =
                        Question::Credits { code: row.code.clone(), name: row.name.clone(), text: text.clone() };
                    if let Some(answer) = asking.ask(format!("credits:{key}"), question) {
                        course.credits = Credits::parse(&answer);
                    }
                }
            }
            None if row.credits.is_none() => {
                let text = row.unread_credits.clone().unwrap_or_default();
                let question = Question::Credits { code: row.code.clone(), name: row.name.clone(), text };
                if !asking.asked.iter().any(|one| one.id == format!("credits:{key}")) {
                    row.credits = asking.ask(format!("credits:{key}"), question).and_then(|one| Credits::parse(&one));
                }
            }
            None => {}
        }
        let was = program.listings().find(|(_, listing)| match &row.code {
            Some(_) => listing.code == row.code,
            None => listing.code.is_none() && normalise(&listing.name) == normalise(&row.name),
        });
        let was = was.and_then(|(at, listing)| Some((program.categories.get(at?)?.name.clone(), listing)));
        let mut kept = false;
        if let (None, Some((was, listing))) = (&row.category, was) {
            // What stood there as not printed is not printed again.
            let answer = if listing.category_not_printed {
                Some("keep".to_owned())
            } else {
                let (code, name) = (row.code.clone(), row.name.clone());
                asking.ask(format!("category:{key}"), Question::Category { code, name, was: was.clone() })
            };
            if answer.as_deref() == Some("keep") {
                (row.category, kept) = (Some(was), true);
            }
        }
        all.push((row, kept));
    }
    Some(all)
}

/// Marks listings whose category is not the page's.
fn unprinted(program: &mut Program, rows: &[(PageRow, bool)]) {
    let kept: BTreeSet<&Option<String>> =
        rows.iter().filter(|(row, kept)| *kept && row.code.is_some()).map(|(row, _)| &row.code).collect();
    for listing in program.categories.iter_mut().flat_map(|category| &mut category.courses) {
        if kept.contains(&listing.code) {
            listing.category_not_printed = true;
        }
    }
}

fn rules(program: &mut Program, page: &Page, wish: Wish<'_>, asking: &mut Asking<'_>, taken: &mut Taken) {
    for (sentence, found) in recognise(&page.rules, program) {
        let hash = hash_of(&sentence);
        taken.sentences.push(hash.clone());
        let mut differs = false;
        for rule in &found {
            let (was, id) = match rule {
                Rule::MinCredits(credits) if program.min_credits == *credits => continue,
                Rule::MinCredits(_) => {
                    let known = (program.min_credits != Credits::ZERO).then(|| program.min_credits.to_string());
                    (known, "number:credits".to_owned())
                }
                Rule::Minimum { category, courses } => {
                    let known =
                        program.categories.iter().find(|one| one.name == *category).and_then(|one| one.min_courses);
                    if known == Some(*courses) {
                        continue;
                    }
                    (known.map(|courses| courses.to_string()), format!("number:{category}"))
                }
            };
            differs = true;
            let question = Question::Number { rule: rule.clone(), was, sentence: sentence.clone() };
            if asking.ask(id, question).as_deref() == Some("take") {
                match rule {
                    Rule::MinCredits(credits) => program.min_credits = *credits,
                    Rule::Minimum { category, courses } => {
                        if let Some(one) = program.categories.iter_mut().find(|one| one.name == *category) {
                            one.min_courses = Some(*courses);
                        }
                    }
                }
            }
        }
        // What says a number that stands in the catalog needs no reader.
        if !differs && found.is_empty() && !wish.read.contains(&hash) {
            asking.ask(format!("sentence:{hash}"), Question::Sentence { sentence });
        }
    }
}
