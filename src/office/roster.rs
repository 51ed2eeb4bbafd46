//! The list of students (名冊) whose transcripts are judged together: one row a student, whatever the spreadsheet.
//!
//! A row that cannot be trusted is left out and told, never guessed at: a wrong department would give wrong verdicts.
//! Columns that are not asked for, such as names, are not kept.

use std::collections::HashMap;

use crate::audit::{Degree, Profile};
use crate::catalog::Catalog;
use crate::import::IssueKind;
use crate::names::{fold_width, normalise};
use crate::office::opener::Opener;

/// A list of students as it was read.
#[derive(Debug, Default)]
pub struct Roster {
    /// The students, in the order of the file.
    pub students: Vec<RosterRow>,
    /// Rows that were left out, and why.
    pub problems: Vec<RosterProblem>,
}

/// One student.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterRow {
    /// Row of the file, from 1.
    pub row: usize,
    /// Student number (學號), or whatever tells the students apart.
    pub student: String,
    /// Who the student is. What the roster leaves empty is taken from the transcript, where that says it.
    pub profile: Profile,
    /// Names of the transcripts in the folder; empty: those that begin with the student number.
    pub files: Vec<String>,
}

/// A row that was left out, or the whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct RosterProblem {
    /// Row of the file, from 1; `None` for the file as a whole.
    pub row: Option<usize>,
    /// The student number, where the row has one.
    pub student: String,
    /// What is wrong.
    pub kind: RosterProblemKind,
}

/// What can be wrong with a roster.
#[derive(Clone, Debug, PartialEq)]
pub enum RosterProblemKind {
    /// The file cannot be read as a table.
    Unreadable(IssueKind),
    /// No row has a heading for the student number.
    NoHeadings,
    /// The row names no student.
    NoStudent,
    /// The student stands in an earlier row already.
    Twice {
        /// That row.
        first: usize,
    },
    /// No group or department is called that.
    UnknownGroup {
        /// What stands there.
        name: String,
    },
    /// The department has several groups.
    SeveralGroups {
        /// What stands there.
        name: String,
        /// The groups.
        groups: Vec<String>,
    },
    /// No entry year.
    NoYear {
        /// What stands there.
        text: String,
    },
    /// No degree system.
    NoDegree {
        /// What stands there.
        text: String,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Column {
    Student,
    Group,
    Entry,
    Degree,
    Files,
}

/// Reads a roster: of a workbook the first sheet with a heading for the student number.
pub fn read(bytes: &[u8], catalog: &Catalog, opener: Opener<'_>) -> Roster {
    let whole = |kind| Roster {
        problems: vec![RosterProblem { row: None, student: String::new(), kind }],
        ..Roster::default()
    };
    let heads = |(_, cells): &(usize, Vec<String>)| cells.iter().any(|cell| column(cell) == Some(Column::Student));
    let sheets = match opener.rows(bytes) {
        Ok(sheets) => sheets,
        Err(kind) => return whole(RosterProblemKind::Unreadable(kind)),
    };
    let found = sheets.iter().find_map(|rows| {
        let top = rows.iter().position(heads)?;
        let (_, cells) = rows.get(top)?;
        let columns: Vec<Option<Column>> = cells.iter().map(|cell| column(cell)).collect();
        Some((columns, rows.get(top + 1..).unwrap_or_default()))
    });
    match found {
        Some((columns, rows)) => read_rows(&columns, rows, catalog),
        None => whole(RosterProblemKind::NoHeadings),
    }
}

fn read_rows(columns: &[Option<Column>], rows: &[(usize, Vec<String>)], catalog: &Catalog) -> Roster {
    let mut roster = Roster::default();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (row, cells) in rows.iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())) {
        let cell = |wanted: Column| {
            let at = columns.iter().position(|column| *column == Some(wanted));
            at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim())
        };
        let name = fold_width(cell(Column::Student)).trim().to_owned();
        let read = student(*row, &name, cell, catalog).and_then(|student| match seen.get(&key(&name)) {
            Some(first) => Err(RosterProblemKind::Twice { first: *first }),
            None => Ok(student),
        });
        match read {
            Ok(student) => {
                seen.insert(key(&name), *row);
                roster.students.push(student);
            }
            Err(kind) => roster.problems.push(RosterProblem { row: Some(*row), student: name, kind }),
        }
    }
    roster
}

/// What two spellings of one student number have in common.
pub fn key(student: &str) -> String {
    fold_width(student).trim().to_lowercase()
}

fn student<'a>(
    row: usize,
    name: &str,
    cell: impl Fn(Column) -> &'a str,
    catalog: &Catalog,
) -> Result<RosterRow, RosterProblemKind> {
    if name.is_empty() {
        return Err(RosterProblemKind::NoStudent);
    }
    let mut profile = Profile { degree: degree(cell(Column::Degree))?, ..Profile::default() };
    let group = cell(Column::Group);
    if !group.is_empty() {
        profile.group = Some(match profile.degree.groups_named(catalog, group).as_slice() {
            [one] => (*one).to_owned(),
            [] => return Err(RosterProblemKind::UnknownGroup { name: group.to_owned() }),
            several => {
                let groups = several.iter().map(|group| (*group).to_owned()).collect();
                return Err(RosterProblemKind::SeveralGroups { name: group.to_owned(), groups });
            }
        });
    }
    let entry = fold_width(cell(Column::Entry));
    let digits = entry.trim().trim_end_matches("學年度").trim_end_matches("年度").trim_end_matches(['年', '級']).trim();
    if !entry.trim().is_empty() {
        let year = digits.parse().ok().filter(|year| (90..=199).contains(year));
        profile.entry = Some(year.ok_or_else(|| RosterProblemKind::NoYear { text: entry.trim().to_owned() })?);
    }
    let files = cell(Column::Files).split([';', '；', '\n', '|']).map(str::trim).filter(|file| !file.is_empty());
    Ok(RosterRow { row, student: name.to_owned(), profile, files: files.map(str::to_owned).collect() })
}

fn column(heading: &str) -> Option<Column> {
    let folded = fold_width(heading).to_lowercase();
    let key: String = folded.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '*')).collect();
    Some(match key.as_str() {
        "學號" | "學生學號" | "student" | "studentid" | "studentno" | "studentnumber" | "id" => Column::Student,
        "系組" | "系所" | "系級" | "班組" | "系所組別" | "科系" | "學系" | "department" | "group" | "dept" => {
            Column::Group
        }
        "入學年度" | "入學年" | "入學學年度" | "入學學年" | "entry" | "entryyear" => Column::Entry,
        "學制" | "degree" => Column::Degree,
        "檔案" | "檔名" | "成績檔" | "成績檔案" | "file" | "files" | "filename" | "transcript" => {
            Column::Files
        }
        _ => return None,
    })
}

fn degree(text: &str) -> Result<Degree, RosterProblemKind> {
    Ok(match normalise(text).as_str() {
        "" | "bachelor" | "日間部" | "日間部大學部" | "大學部" | "四年制大學部" | "日四技" | "四技" => {
            Degree::Bachelor
        }
        "bachelorevening" | "bachelor-evening" | "進修部" | "進修部大學部" | "進修部四技" => {
            Degree::BachelorEvening
        }
        "graduate" | "研究所" | "碩士班" | "碩士" | "博士班" | "博士" => Degree::Graduate,
        _ => return Err(RosterProblemKind::NoDegree { text: text.to_owned() }),
    })
}

/// Whose transcript a file is by its name: the students whose number the name begins with, if the number ends there
/// (`1123400001-2.html` and `1123400001 (1).csv` are those of 1123400001; `11234000012.csv` is not). The name is cut
/// at each place where a number may end, the longest first.
pub fn owners(file: &str) -> Vec<String> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let name = key(stem);
    let ends = name.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(at, _)| at);
    let mut owners = vec![name.clone()];
    owners.extend(ends.collect::<Vec<_>>().into_iter().rev().filter_map(|at| name.get(..at)).map(str::to_owned));
    owners.retain(|owner| !owner.is_empty());
    owners
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        crate::catalog::read(include_str!("../../programs.json")).unwrap()
    }

    fn roster(text: &str) -> Roster {
        read(text.as_bytes(), &catalog(), Opener { big5: &|_| None, tables: &|_| String::new() })
    }

    #[test]
    fn reads_what_spreadsheets_write() {
        let read = roster(
            "\u{feff}名冊,,,,\r\n姓名,學號,系所,入學年度,學制,檔案\r\n甲,'0112001,土木系,112,,\r\n\r\n\
             乙,Ａ２,電資學士班【電機工程系】,１１３學年度,進修部,a.csv; b.html\r\n丙,3,,,研究所,\r\n",
        );
        assert_eq!(read.problems, []);
        let told: Vec<_> = read
            .students
            .iter()
            .map(|s| (s.row, s.student.as_str(), s.profile.group.as_deref(), s.profile.entry, s.profile.degree))
            .collect();
        let class = "電資學士班【電機工程系】";
        assert_eq!(
            told,
            [
                (3, "0112001", Some("土木系"), Some(112), Degree::Bachelor),
                (5, "A2", Some(class), Some(113), Degree::BachelorEvening),
                (6, "3", None, None, Degree::Graduate),
            ]
        );
        assert_eq!(read.students[1].files, ["a.csv", "b.html"]);
        // Tabs and English headings.
        let read = roster("student_id\tdepartment\tentry\n7\t土木工程系\t112\n");
        assert_eq!(read.students[0].profile.group.as_deref(), Some("土木系"));
    }

    #[test]
    fn tells_the_rows_that_cannot_be_trusted() {
        use RosterProblemKind::*;
        let read = roster(
            "學號,系組,入學年度,學制\n1,土木系,112,\n,土木系,112,\n1,電機系,112,\n2,土木糸,112,\n3,材資系,112,\n\
             4,土木系,2023,\n5,土木系,112,函授\n",
        );
        assert_eq!(read.students.len(), 1);
        let kinds: Vec<_> = read.problems.iter().map(|problem| (problem.row, &problem.kind)).collect();
        assert_eq!(kinds[0], (Some(3), &NoStudent));
        assert_eq!(kinds[1], (Some(4), &Twice { first: 2 }));
        assert_eq!(kinds[2], (Some(5), &UnknownGroup { name: "土木糸".to_owned() }));
        assert!(matches!(kinds[3], (Some(6), SeveralGroups { groups, .. }) if groups.len() > 1));
        assert_eq!(kinds[4], (Some(7), &NoYear { text: "2023".to_owned() }));
        assert_eq!(kinds[5], (Some(8), &NoDegree { text: "函授".to_owned() }));
        assert_eq!(roster("a,b\n1,2\n").problems[0].kind, NoHeadings);
        assert_eq!(roster("").problems[0].kind, Unreadable(IssueKind::Empty));
    }

    #[test]
    fn files_belong_to_the_number_they_begin_with() {
        assert_eq!(owners("1123400001.csv"), ["1123400001"]);
        let several = owners("1123400001-2 (1).html");
        assert_eq!((several[0].as_str(), several[4].as_str()), ("1123400001-2 (1)", "1123400001"));
        assert!(!owners("11234000012.csv").contains(&"1123400001".to_owned()));
        assert_eq!(owners("a_成績.txt").last().unwrap(), "a");
    }
}
