//! Links of timetable apps that name the classes of a semester: `?term=115-1&plan=360744.360745`.
//!
//! Such a link says class numbers (課號) and nothing else, and a class number is of one semester. So a link is only taken
//! apart here; [`Import::place_classes`] makes courses of its numbers, by the classes of just that semester. What these do
//! not tell is named, number by number.

use std::borrow::Cow;

use super::{Import, Issue, IssueKind, Row, cells};
use crate::catalog::Catalog;
use crate::sorting;
use crate::term::Term;
use crate::transcript::{Completion, Record};

/// One link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlanLink {
    /// The line that it stands in, from 1.
    line: usize,
    /// Its semester.
    term: Term,
    /// What stands for its classes, in its order.
    numbers: Vec<String>,
}

/// In more lines than this nobody breaks a link.
const MOST_WRAPPED: usize = 20;

/// What is known of a class number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassFound {
    /// The code of its course.
    Course(String),
    /// The classes of that semester are known, and it is none of them.
    Unknown,
    /// No classes are known of that semester.
    NoList,
    /// They are known, and could not be fetched.
    NotHere,
}

/// Whether a text has such a link in it.
pub fn has_plan_link(text: &str) -> bool {
    let taken = take(text);
    !taken.links.is_empty() || !taken.issues.is_empty()
}

/// A text and the links in it.
#[derive(Default)]
pub(super) struct Taken<'t> {
    /// What is left of the text, line by line.
    pub rest: Cow<'t, str>,
    pub links: Vec<PlanLink>,
    /// The classes of links that do not say one semester.
    pub issues: Vec<Issue>,
}

/// Takes the links out of a text.
pub(super) fn take(text: &str) -> Taken<'_> {
    let mut taken = Taken { rest: text.into(), ..Taken::default() };
    if !text.contains("plan") {
        return taken;
    }
    let newline = if text.contains('\n') { '\n' } else { '\r' };
    let mut rest: Vec<String> = Vec::new();
    let mut lines = (1..).zip(text.split(newline)).peekable();
    while let Some((no, line)) = lines.next() {
        let mut left = String::new();
        let mut line = Cow::Borrowed(line);
        let mut wrapped = 0;
        // A link may have been broken by whoever sent it: what goes on with digits and points is the rest of it.
        while wrapped < MOST_WRAPPED
            && ends_in_link(&line)
            && let Some((_, more)) = lines.next_if(|(_, next)| is_numbers(next))
        {
            line = format!("{}{}", line.trim_end(), more.trim()).into();
            wrapped += 1;
        }
        for word in words(&line) {
            match word.strip_prefix(before_link(word)).and_then(|link| read(link, no)) {
                Some(link) => {
                    left.push_str(before_link(word));
                    match link {
                        Ok(link) => taken.links.push(link),
                        Err(issues) => taken.issues.extend(issues),
                    }
                }
                None => left.push_str(word),
            }
        }
        rest.push(left);
        rest.extend((0..wrapped).map(|_| String::new()));
    }
    if !taken.links.is_empty() || !taken.issues.is_empty() {
        taken.rest = rest.join(&newline.to_string()).into();
    }
    taken
}

fn is_of_link(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '`' | ',')
}

/// A line cut where what a link can hold begins and ends.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_of_link(c) != is_of_link(first)).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(word)
    })
}

/// What stands before the address in a word, without a space between.
fn before_link(word: &str) -> &str {
    word.find("http").and_then(|at| word.get(..at)).unwrap_or("")
}

/// Whether a line ends among the numbers of a link.
fn ends_in_link(line: &str) -> bool {
    let Some(word) = words(line.trim_end()).last() else { return false };
    let last = plain(word).rsplit(BETWEEN).next().map(str::to_ascii_lowercase);
    let of_numbers = last.is_some_and(|last| last.starts_with("plan="));
    of_numbers && parse(word).1.pop().is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_numbers(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Reads a link; `None` where it is another one. Of one that does not say one semester, its numbers as they are told.
fn read(link: &str, line: usize) -> Option<Result<PlanLink, Vec<Issue>>> {
    let (mut terms, numbers) = parse(link);
    terms.dedup();
    if !numbers.iter().any(|number| cells::class_number(number).is_some()) {
        return None;
    }
    Some(match terms.as_slice() {
        [Some(term)] => Ok(PlanLink { line, term: *term, numbers }),
        _ => Err(numbers.iter().map(|number| Issue::at(line, IssueKind::LinkWithoutTerm, number)).collect()),
    })
}

/// The semesters that a link says, `None` for one that cannot be read, and what it has in the place of class numbers.
fn parse(link: &str) -> (Vec<Option<Term>>, Vec<String>) {
    let text = plain(link);
    let values = |name: &'static str| {
        let pair = |part: &str| {
            let (key, value) = part.split_once('=')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        };
        text.split(BETWEEN).filter_map(pair).collect::<Vec<String>>()
    };
    let terms = values("term").iter().map(|term| Term::parse(term)).collect();
    let numbers = values("plan")
        .iter()
        .flat_map(|plan| plan.trim_end_matches(|c: char| c.is_ascii_punctuation()).split(['.', ',', '+', ' ']))
        .filter(|number| !number.is_empty())
        .map(str::to_owned)
        .collect();
    (terms, numbers)
}

/// What stands between the parts of a link.
const BETWEEN: [char; 4] = ['?', '#', '&', ';'];

/// A link without what encodes it; one in another link, as chats hand them on, is encoded once more.
fn plain(link: &str) -> String {
    let mut text = link.replace("&amp;", "&");
    for _ in 0..3 {
        text = decoded(&text);
    }
    text
}

/// `%2E` is a point. What is no such mark stays as it is.
fn decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let byte = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(u8::is_ascii);
        match (byte, part.get(2..)) {
            (Some(byte), Some(rest)) => {
                out.push(char::from(byte));
                out.push_str(rest);
            }
            _ => {
                out.push('%');
                out.push_str(part);
            }
        }
    }
    out
}

impl Import {
    /// The semesters whose classes are needed before all links are read.
    pub fn linked_terms(&self) -> Vec<Term> {
        let mut terms: Vec<Term> = self.links.iter().map(|link| link.term).collect();
        sorting::sort(&mut terms);
        terms.dedup();
        terms
    }

    /// Makes courses of the class numbers in links. `find` says what is known of a number in a semester, `None` where that
    /// is on its way: then its link waits for another call. `now` is the semester of this day: courses of a later one are
    /// planned, others in progress. Names and credits are the catalog's.
    pub fn place_classes(
        &mut self,
        now: Term,
        catalog: Option<&Catalog>,
        find: &dyn Fn(Term, &str) -> Option<ClassFound>,
    ) {
        let mut placed: Vec<(Term, String)> = Vec::new();
        for link in std::mem::take(&mut self.links) {
            let mut rows = Vec::new();
            let mut issues = Vec::new();
            let mut waits = false;
            for number in &link.numbers {
                let mut skip = |kind: IssueKind, text: &str| issues.push(Issue::at(link.line, kind, text));
                let Some(class) = cells::class_number(number) else {
                    skip(IssueKind::NoClassNumber, number);
                    continue;
                };
                match find(link.term, &class) {
                    None => waits = true,
                    Some(ClassFound::Unknown) => skip(IssueKind::ClassUnknown, number),
                    Some(ClassFound::NoList) => skip(IssueKind::ClassesUnknown, number),
                    Some(ClassFound::NotHere) => skip(IssueKind::ClassesNotHere, number),
                    Some(ClassFound::Course(code)) => {
                        let row = row(link.line, class, code, link.term, now, catalog);
                        let course = (link.term, row.record.code.clone().unwrap_or_default());
                        if placed.contains(&course) {
                            skip(IssueKind::ClassAgain, &format!("{number} {}", row.record.name));
                            continue;
                        }
                        placed.push(course);
                        rows.push(row);
                    }
                }
            }
            if waits {
                self.links.push(link);
                continue;
            }
            if link.term < now && !rows.is_empty() {
                issues.push(Issue::at(link.line, IssueKind::TermOver, ""));
            }
            self.rows.extend(rows);
            self.issues.extend(issues);
        }
        sorting::sort_by_key(&mut self.rows, |row| row.line);
        sorting::sort_by_key(&mut self.issues, |issue| issue.line);
    }
}

fn row(line: usize, class: String, code: String, term: Term, now: Term, catalog: Option<&Catalog>) -> Row {
    let course = catalog.and_then(|catalog| catalog.course(catalog.by_code(&code)?));
    let status = if term > now { Completion::Planned } else { Completion::InProgress };
    Row {
        line,
        class: Some(class),
        record: Record {
            name: course.map(|course| course.name.clone()).unwrap_or_default(),
            credits: course.and_then(|course| course.credits),
            code: Some(code),
            term: Some(term),
            declared: Some(status),
            ..Record::default()
        },
        ..Row::default()
    }
}
