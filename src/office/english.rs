//! English names from a table with the columns code, name_en, term: a course code with the semester in which a class last
//! bore the name; without a semester where the name is another code's of the same Chinese name; or, in the place of the
//! code, the Chinese name of a unit.
//!
//! A row that cannot be trusted is told, never guessed at: one name under a wrong code sends somebody to another course.

use std::collections::{BTreeMap, HashMap};

use super::problem::is_code;
use crate::catalog::document::{Source, Text};
use crate::catalog::{EnglishFile, EnglishTerm};
use crate::import::{IssueKind, table_rows};
use crate::names::fold_width;
use crate::sorting;
use crate::term::Term;

/// How many Latin letters a name has at least: the course system is full of `-`, `N` and `II`.
const LETTERS: usize = 3;

/// A row that cannot be taken, or the whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct EnglishProblem {
    /// Row of the file, from 1; `None` for the file as a whole.
    pub row: Option<usize>,
    /// What is wrong.
    pub kind: EnglishProblemKind,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum EnglishProblemKind {
    /// The file cannot be read as a table.
    Unreadable(IssueKind),
    /// A column is not there.
    NoColumn {
        /// Its heading.
        heading: &'static str,
    },
    /// Neither a course code nor the Chinese name of a unit.
    NoCode {
        /// What stands there.
        text: String,
    },
    /// No English name.
    NoName {
        /// What stands there.
        text: String,
    },
    /// No semester; or one beside a unit.
    NoTerm {
        /// What stands there.
        text: String,
    },
    /// The code or unit stands in an earlier row already.
    Twice {
        /// That row.
        first: usize,
    },
}

/// The columns.
const HEADINGS: [&str; 3] = ["code", "name_en", "term"];

/// Reads the table. `big5` decodes Big5, as for [`crate::import::read_bytes`].
pub fn read(bytes: &[u8], big5: &dyn Fn(&[u8]) -> Option<String>) -> Result<EnglishFile, Vec<EnglishProblem>> {
    let whole = |kind| vec![EnglishProblem { row: None, kind }];
    let rows = table_rows(bytes, big5).map_err(|kind| whole(EnglishProblemKind::Unreadable(kind)))?;
    let mut rows = rows.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let headings = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    let mut columns = [0; HEADINGS.len()];
    for (column, heading) in columns.iter_mut().zip(HEADINGS) {
        let at = headings.iter().position(|cell| cell.trim().eq_ignore_ascii_case(heading));
        *column = at.ok_or_else(|| whole(EnglishProblemKind::NoColumn { heading }))?;
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let (mut units, mut terms) = (Vec::new(), BTreeMap::<Option<Term>, Vec<(String, String)>>::new());
    let mut problems = Vec::new();
    for (row, cells) in rows {
        let [code, name, term] = columns.map(|column| cells.get(column).map_or("", |cell| cell.trim()));
        let mut problem = |kind| problems.push(EnglishProblem { row: Some(row), kind });
        let code = fold_width(code.trim_start_matches('\'')).to_uppercase();
        let unit = code.chars().any(is_chinese);
        if !unit && !is_code(&code) {
            problem(EnglishProblemKind::NoCode { text: code.clone() });
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.chars().filter(char::is_ascii_alphabetic).count() < LETTERS || name.eq_ignore_ascii_case("nil") {
            problem(EnglishProblemKind::NoName { text: name.clone() });
        }
        let read = if term.is_empty() { Ok(None) } else { Term::parse(term).map(Some).ok_or(()) };
        let term = match read {
            Ok(term) if term.is_none() || !unit => term,
            _ => {
                problem(EnglishProblemKind::NoTerm { text: term.to_owned() });
                None
            }
        };
        if let Some(first) = seen.get(&code) {
            problem(EnglishProblemKind::Twice { first: *first });
            continue;
        }
        seen.insert(code.clone(), row);
        if unit { &mut units } else { terms.entry(term).or_default() }.push((code, name));
    }
    if problems.is_empty() { Ok(file(units, terms)) } else { Err(problems) }
}

/// The file, in an order that hangs on nothing but what is in it: newest semester first, codes ascending.
fn file(mut units: Vec<(String, String)>, terms: BTreeMap<Option<Term>, Vec<(String, String)>>) -> EnglishFile {
    sorting::sort(&mut units);
    let as_of = terms.keys().flatten().max().map(Term::to_string).unwrap_or_default();
    let of_term = |(term, mut names): (Option<Term>, Vec<(String, String)>)| {
        sorting::sort(&mut names);
        EnglishTerm { term: term.map(|term| term.to_string()), names }
    };
    let title = Text {
        zh: "臺北科技大學課程系統：開課資料".to_owned(),
        en: "National Taipei University of Technology, course system: classes".to_owned(),
    };
    let source =
        Source { title, url: "https://aps.ntut.edu.tw/course/tw/Cprog.jsp".to_owned(), date: None, licence: None };
    EnglishFile {
        schema: crate::catalog::ENGLISH_SCHEMA,
        source,
        as_of,
        units,
        courses: terms.into_iter().rev().map(of_term).collect(),
    }
}

/// The file as text, one name a line.
pub fn text(file: &EnglishFile) -> serde_json::Result<String> {
    let pairs = |pairs: &[(String, String)]| -> serde_json::Result<String> {
        let lines = pairs.iter().map(serde_json::to_string).collect::<serde_json::Result<Vec<_>>>()?;
        Ok(lines.join(",\n"))
    };
    let mut out = format!(
        "{{\n\"schema\": {},\n\"source\": {},\n\"as_of\": {},\n\"units\": [\n{}\n],\n\"courses\": [",
        file.schema,
        serde_json::to_string(&file.source)?,
        serde_json::to_string(&file.as_of)?,
        pairs(&file.units)?
    );
    for (at, of_term) in file.courses.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let term = serde_json::to_string(&of_term.term)?;
        out.push_str(&format!("{comma}\n{{\"term\": {term}, \"names\": [\n{}\n]}}", pairs(&of_term.names)?));
    }
    out.push_str("\n]\n}\n");
    Ok(out)
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<EnglishFile, Vec<EnglishProblem>> {
        read(text.as_bytes(), &|_| None)
    }

    #[test]
    fn the_file_hangs_on_the_names_alone() {
        let one = "code,name_en,term\n3401007,Surveying (1),113-2\n1401032,Calculus,114-1\n1401033,Calculus,\n\
                   土木系,Department of Civil Engineering,\n";
        let other = "\u{feff}name_en,term,code\r\nCalculus,,1401033\r\n\
                     Department of Civil  Engineering,,土木系\r\nCalculus,1141,'1401032\r\n\
                     Surveying (1),113-2,3401007\r\n\r\n";
        let file = table(one).unwrap();
        assert_eq!(table(other).unwrap(), file);
        assert_eq!(file.as_of, "114-1");
        let terms: Vec<_> = file.courses.iter().map(|one| (one.term.as_deref(), one.names.len())).collect();
        assert_eq!(terms, [(Some("114-1"), 1), (Some("113-2"), 1), (None, 1)]);
        // What is written is read again.
        assert_eq!(EnglishFile::read(&text(&file).unwrap()).unwrap(), file);
    }

    #[test]
    fn names_each_row_that_cannot_be_trusted() {
        use EnglishProblemKind::*;
        let problems = table(
            "code,name_en,term\n1401032,Calculus,114-1\n1.40E+6,Calculus,114-1\n1401034,-,114-1\n1401035,Nil,114-1\n\
             1401036,Calculus,2025\n1401032,Analysis,113-1\n土木系,Civil,114-1\n,Physics,114-1\n1401037,微積分,114-1\n",
        )
        .unwrap_err();
        let told: Vec<_> = problems.into_iter().map(|problem| (problem.row.unwrap(), problem.kind)).collect();
        let text = str::to_owned;
        assert_eq!(
            told,
            [
                (3, NoCode { text: text("1.40E+6") }),
                (4, NoName { text: text("-") }),
                (5, NoName { text: text("Nil") }),
                (6, NoTerm { text: text("2025") }),
                (7, Twice { first: 2 }),
                (8, NoTerm { text: text("114-1") }),
                (9, NoCode { text: String::new() }),
                (10, NoName { text: text("微積分") }),
            ]
        );
        let whole = |text: &str| table(text).unwrap_err().remove(0).kind;
        assert_eq!(whole("code,name_en\n1401032,Calculus\n"), NoColumn { heading: "term" });
        assert_eq!(whole(""), Unreadable(IssueKind::Empty));
    }
}
