//! What a file says of a student: at its head for all its cases, or in a case, over what the head says.

use std::collections::BTreeMap;

use kuayu::audit::{Degree, Profile};
use kuayu::transcript::Record;

use super::read::Mistake;
use super::taken;

/// The keys that say one thing of a student.
const KEYS: [&str; 5] = ["系組", "入學", "學制", "版本", "目錄"];
/// What leaves out a key that the head has.
const LEFT_OUT: &str = "未填";

/// A student as declared.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    pub profile: Profile,
    pub edition: Option<String>,
    /// A file of `tests/scenarios/catalogs`, in place of the real catalog.
    pub catalog: Option<String>,
    /// Sentences that the student had confirmed, or denied.
    pub decided: Vec<Confirmed>,
    /// What an office said of a course, unasked.
    pub said: Vec<OfficeSaid>,
    pub records: Vec<Record>,
    /// The line of each record.
    pub record_lines: Vec<usize>,
    /// What stands here, not at the head: line and value of each key.
    pub here: BTreeMap<String, (usize, String)>,
    /// What stands at the head, the same way; `None` is the head itself.
    head: Option<BTreeMap<String, (usize, String)>>,
    /// How many of the records are the head's, and what they are.
    inherited: Vec<Record>,
    courses: Courses,
}

/// A sentence that somebody confirmed or denied.
#[derive(Clone, Debug)]
pub struct Confirmed {
    pub line: usize,
    pub sentence: String,
    pub holds: bool,
}

/// What an office said of a course: program, code or name, and the category it counts in (`None`: that of the list).
#[derive(Clone, Debug)]
pub struct OfficeSaid {
    pub line: usize,
    pub program: String,
    pub course: String,
    pub category: Option<String>,
    pub holds: bool,
}

/// What a case says of the courses taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Courses {
    /// Those of the head, until it has a table of its own, which takes their place.
    #[default]
    Heads,
    /// Its own alone.
    Own,
    /// Those of the head, and its own.
    More,
    /// None.
    Nothing,
}

impl Declared {
    /// A case's student, as far as the head declares one.
    pub fn after(head: &Declared) -> Declared {
        let (above, inherited) = (Some(head.here.clone()), head.records.clone());
        Declared { here: BTreeMap::new(), head: above, inherited, courses: Courses::Heads, ..head.clone() }
    }

    /// The line in which something is said, here or at the head.
    pub fn line(&self, key: &str) -> Option<usize> {
        let above = || self.head.as_ref().and_then(|head| head.get(key));
        self.here.get(key).or_else(above).map(|(line, _)| *line)
    }

    /// Takes a list item.
    pub fn item(&mut self, at: usize, key: &str, value: &str) -> Result<(), String> {
        match key {
            "已確認" => {
                let (sentence, holds) = yes_or_no(value).ok_or("`- 已確認：事項＝是` or `＝否`")?;
                self.say_once(at, &format!("已確認：{sentence}"), if holds { "是" } else { "否" })?;
                self.decided.retain(|known| known.sentence != sentence);
                self.decided.push(Confirmed { line: at, sentence: sentence.to_owned(), holds });
            }
            "系辦說" => {
                let said = OfficeSaid::read(at, value)?;
                let OfficeSaid { program, course, category, holds, .. } = &said;
                let what = format!("系辦說：{program} {course} {}", category.as_deref().unwrap_or_default());
                self.say_once(at, &what, if *holds { "是" } else { "否" })?;
                let same = |one: &OfficeSaid| (&one.program, &one.course, &one.category) == (program, course, category);
                self.said.retain(|known| !same(known));
                self.said.push(said);
            }
            "修課" => self.about_courses(at, value)?,
            _ if KEYS.contains(&key) => {
                self.say_once(at, key, value)?;
                self.key(key, value)?;
            }
            _ => return Err(format!("unknown `{key}`, known here: {}、已確認、系辦說、修課", KEYS.join("、"))),
        }
        Ok(())
    }

    /// Each thing is said once: in a case nothing twice, and nothing that the head says.
    fn say_once(&mut self, at: usize, what: &str, value: &str) -> Result<(), String> {
        if let Some((line, _)) = self.here.get(what) {
            return Err(format!("`{what}` stands in line {line} already"));
        }
        let above = self.head.as_ref().and_then(|head| head.get(what));
        if let Some((line, _)) = above.filter(|(_, known)| known == value) {
            return Err(format!("line {line}, at the head, says so already"));
        }
        if value == LEFT_OUT && above.is_none() {
            return Err(format!("{LEFT_OUT} leaves out what the head says, and it does not say `{what}`"));
        }
        self.here.insert(what.to_owned(), (at, value.to_owned()));
        Ok(())
    }

    fn key(&mut self, key: &str, value: &str) -> Result<(), String> {
        let filled = Some(value).filter(|value| *value != LEFT_OUT);
        match key {
            "系組" => self.profile.group = filled.map(str::to_owned),
            "版本" => self.edition = filled.map(str::to_owned),
            "目錄" => self.catalog = filled.map(str::to_owned),
            "入學" => {
                let year = filled.map(str::parse).transpose();
                self.profile.entry = year.map_err(|_| "an entry year, for example 112")?;
            }
            _ => {
                self.profile.degree = match value {
                    "日間部大學部" | LEFT_OUT => Degree::Bachelor,
                    "進修部大學部" => Degree::BachelorEvening,
                    "研究所" => Degree::Graduate,
                    _ => return Err("one of 日間部大學部、進修部大學部、研究所".to_owned()),
                }
            }
        }
        Ok(())
    }

    fn about_courses(&mut self, at: usize, value: &str) -> Result<(), String> {
        if self.inherited.is_empty() {
            return Err("`修課` is about the table at the head, and there is none".to_owned());
        }
        if self.courses == Courses::Own {
            return Err("`修課` stands before the table of the case".to_owned());
        }
        self.say_once(at, "修課", value)?;
        self.courses = match value {
            "再加" => Courses::More,
            "沒有" => Courses::Nothing,
            _ => {
                return Err(
                    "`- 修課：再加` adds the table below to that of the head, `- 修課：沒有` is no course".to_owned()
                );
            }
        };
        if self.courses == Courses::Nothing {
            self.records.clear();
            self.record_lines.clear();
        }
        Ok(())
    }

    /// Takes a row of a table of courses.
    pub fn row(&mut self, at: usize, headings: &[String], cells: &[String]) -> Result<(), String> {
        match self.courses {
            Courses::Nothing => return Err("a course, but `修課：沒有` before it".to_owned()),
            Courses::Heads => {
                self.courses = Courses::Own;
                self.records.clear();
                self.record_lines.clear();
            }
            Courses::Own | Courses::More => {}
        }
        self.records.push(taken::record(headings, cells)?);
        self.record_lines.push(at);
        Ok(())
    }

    /// What is wrong with the whole, once all of it was read.
    pub fn mistake(&self) -> Option<Mistake> {
        match self.courses {
            Courses::Own if !self.inherited.is_empty() && self.records == self.inherited => {
                let line = *self.record_lines.first()?;
                Some((line, "this is the table of the head, which stands here without being written".to_owned()))
            }
            Courses::More if self.records.len() == self.inherited.len() => {
                Some((self.line("修課")?, "`修課：再加`, but no table below".to_owned()))
            }
            _ => None,
        }
    }

    /// Whether there is a table that stands here, not at the head.
    pub fn has_own_table(&self) -> bool {
        matches!(self.courses, Courses::Own | Courses::More)
    }
}

impl OfficeSaid {
    fn read(line: usize, value: &str) -> Result<OfficeSaid, String> {
        const FORM: &str = "`- 系辦說：AVM 3902019 採計＝是`、`＝否`，或清單以外的課 `- 系辦說：AVM 某課名 算核心＝是`";
        let (said, holds) = yes_or_no(value).ok_or(FORM)?;
        let words: Vec<&str> = said.split_whitespace().collect();
        let [program, course, what] = words.as_slice() else { return Err(FORM.to_owned()) };
        let category = match what.strip_prefix('算') {
            Some(category) => Some(category.to_owned()),
            None if *what == "採計" => None,
            None => return Err(FORM.to_owned()),
        };
        Ok(OfficeSaid { line, program: (*program).to_owned(), course: (*course).to_owned(), category, holds })
    }
}

/// `事項＝是` as the thing and whether it holds.
fn yes_or_no(value: &str) -> Option<(&str, bool)> {
    let (what, holds) = value.rsplit_once('＝')?;
    match holds.trim() {
        "是" => Some((what.trim(), true)),
        "否" => Some((what.trim(), false)),
        _ => None,
    }
}
