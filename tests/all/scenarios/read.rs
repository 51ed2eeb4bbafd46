//! Reading a scenario file. A mistake in how it is written is told with its line; nothing is passed over.

use kuayu::audit::{Degree, Profile};
use kuayu::credits::Credits;
use kuayu::i18n::{Lang, badge};
use kuayu::names::fold_width;
use kuayu::term::Term;
use kuayu::transcript::{Completion, Grade, Record, Stage};

/// A mistake in how a file is written: line, and what is wrong.
pub type Mistake = (usize, String);

/// One case: a student, and what comes out.
#[derive(Debug, Default)]
pub struct Case {
    pub line: usize,
    pub title: String,
    pub profile: Profile,
    pub edition: Option<String>,
    /// A file of `tests/scenarios/catalogs`, in place of the real catalog.
    pub catalog: Option<String>,
    /// Sentences that the student had confirmed, or denied.
    pub decided: Vec<(usize, String, bool)>,
    /// What an office said of a course, unasked: line, program, code or name, the category it counts in (`None`: that of
    /// the list), yes or no.
    pub said: Vec<(usize, [String; 2], Option<String>, bool)>,
    pub records: Vec<Record>,
    /// The line of each record.
    pub record_lines: Vec<usize>,
    pub sections: Vec<Section>,
}

/// What a section is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One program, by its code.
    Program(String),
    /// Several programs together.
    Together(Vec<String>),
    /// The credits for graduation.
    Graduation,
}

/// What comes out for one subject.
#[derive(Debug)]
pub struct Section {
    pub line: usize,
    pub title: String,
    pub subject: Subject,
    pub written: Vec<Written>,
    /// The first line after the section.
    pub end: usize,
}

/// One statement of a section: a list item or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub line: usize,
    pub key: String,
    pub value: String,
}

/// The columns of the table of courses.
const COURSES: [&str; 6] = ["課號", "課名", "學分", "階段", "學期", "成績"];

/// The tables of a section: the first heading names them.
pub const TABLES: [(&str, &[&str]); 4] = [
    ("採計", &["採計", "類別", "學分", "跨領域", "畢業學分"]),
    ("不採計", &["不採計", "原因"]),
    ("條件", &["條件", "已有", "依據"]),
    ("畢業學分", &["畢業學分", "應修", "已修"]),
];

/// The list items of a section; those of the second kind stand indented under an answer.
pub const ANSWERS: [&str; 2] = ["證書", "跨域畢業條件"];
pub const DETAILS: [&str; 6] = ["還差", "要確認", "原因", "建議", "學分最少", "也可以"];
const TOGETHER: [&str; 2] = ["提醒", "建議"];

/// Cells of one row are joined by this.
pub const CELLS: &str = "｜";

/// Reads a file.
pub fn read(text: &str) -> Result<Vec<Case>, Vec<Mistake>> {
    let mut reader = Reader::default();
    for (at, line) in text.lines().enumerate() {
        if let Err(what) = reader.line(at + 1, line) {
            reader.mistakes.push((at + 1, what));
        }
    }
    reader.end(text.lines().count() + 1);
    if reader.mistakes.is_empty() { Ok(reader.cases) } else { Err(reader.mistakes) }
}

#[derive(Default)]
struct Reader {
    cases: Vec<Case>,
    /// The headings of the table that is being read.
    table: Option<Vec<String>>,
    /// The answer under which details stand.
    answer: Option<String>,
    mistakes: Vec<Mistake>,
}

impl Reader {
    fn line(&mut self, at: usize, line: &str) -> Result<(), String> {
        let trimmed = line.trim();
        if !trimmed.starts_with('|') {
            self.table = None;
        }
        if let Some(title) = line.strip_prefix("### ") {
            self.end(at);
            self.answer = None;
            let subject = subject(title)?;
            let case = self.cases.last_mut().ok_or("a program (###) before the first case (##)")?;
            let title = title.trim().to_owned();
            case.sections.push(Section { line: at, title, subject, written: Vec::new(), end: usize::MAX });
        } else if let Some(title) = line.strip_prefix("## ") {
            self.end(at);
            self.answer = None;
            self.cases.push(Case { line: at, title: title.trim().to_owned(), ..Case::default() });
        } else if trimmed.starts_with('|') {
            self.row(at, trimmed)?;
        } else if let Some(item) = trimmed.strip_prefix("- ") {
            let (key, value) = item.split_once(['：', ':']).ok_or("a list item reads `- 名稱：內容`")?;
            self.item(at, key.trim(), value.trim(), line.starts_with(' '))?;
        }
        Ok(())
    }

    fn end(&mut self, at: usize) {
        if let Some(section) = self.cases.last_mut().and_then(|case| case.sections.last_mut()) {
            section.end = section.end.min(at);
        }
    }

    fn item(&mut self, at: usize, key: &str, value: &str, indented: bool) -> Result<(), String> {
        let case = self.cases.last_mut().ok_or("a list item before the first case (##)")?;
        let Some(section) = case.sections.last_mut() else { return about_student(case, at, key, value) };
        let known: &[&str] = match (&section.subject, indented) {
            (Subject::Program(_), false) => &ANSWERS,
            (Subject::Program(_), true) => &DETAILS,
            (Subject::Together(_), false) => &TOGETHER,
            _ => &[],
        };
        if !known.contains(&key) {
            return Err(format!("unknown `{key}`, known here: {}", known.join("、")));
        }
        let key = if indented {
            let answer = self.answer.as_ref().ok_or("an indented item stands under 證書 or 跨域畢業條件")?;
            format!("{answer} {key}")
        } else {
            self.answer = Some(key.to_owned());
            key.to_owned()
        };
        section.written.push(Written { line: at, key, value: value.to_owned() });
        Ok(())
    }

    fn row(&mut self, at: usize, line: &str) -> Result<(), String> {
        let inner = line.trim_matches('|');
        let cells: Vec<String> = inner.split('|').map(|cell| cell.trim().to_owned()).collect();
        let Some(headings) = &self.table else {
            self.table = Some(cells);
            return Ok(());
        };
        if cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':'))) {
            return Ok(());
        }
        if cells.len() != headings.len() {
            return Err(format!("{} cells, but {} headings", cells.len(), headings.len()));
        }
        let case = self.cases.last_mut().ok_or("a table before the first case (##)")?;
        let Some(section) = case.sections.last_mut() else {
            case.records.push(record(headings, &cells)?);
            case.record_lines.push(at);
            return Ok(());
        };
        let known = TABLES.iter().find(|(name, _)| headings.first().is_some_and(|first| first == name));
        let names: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
        let (name, columns) = known.ok_or_else(|| format!("the first heading is one of: {}", names.join("、")))?;
        if *columns != headings.as_slice() {
            return Err(format!("the headings of this table are: {}", columns.join("、")));
        }
        section.written.push(Written { line: at, key: (*name).to_owned(), value: cells.join(CELLS) });
        Ok(())
    }
}

fn subject(title: &str) -> Result<Subject, String> {
    if title.trim() == "畢業學分" {
        return Ok(Subject::Graduation);
    }
    if let Some(codes) = title.strip_prefix("一起完成") {
        let codes: Vec<String> = codes.split_whitespace().map(str::to_owned).collect();
        return if codes.len() > 1 {
            Ok(Subject::Together(codes))
        } else {
            Err("`### 一起完成 AAA BBB`".to_owned())
        };
    }
    let code = title.split_whitespace().next().unwrap_or_default();
    let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    if is_code {
        Ok(Subject::Program(code.to_owned()))
    } else {
        Err("`### AVM 綠建築微學程`: code first".to_owned())
    }
}

fn about_student(case: &mut Case, at: usize, key: &str, value: &str) -> Result<(), String> {
    match key {
        "系組" => case.profile.group = Some(value.to_owned()),
        "入學" => case.profile.entry = Some(value.parse().map_err(|_| "an entry year, for example 112")?),
        "學制" => {
            case.profile.degree = match value {
                "日間部大學部" => Degree::Bachelor,
                "進修部大學部" => Degree::BachelorEvening,
                "研究所" => Degree::Graduate,
                _ => return Err("one of 日間部大學部、進修部大學部、研究所".to_owned()),
            }
        }
        "版本" => case.edition = Some(value.to_owned()),
        "目錄" => case.catalog = Some(value.to_owned()),
        "已確認" => {
            let (fact, holds) = value.rsplit_once('＝').ok_or("`- 已確認：事項＝是` or `＝否`")?;
            let holds = match holds.trim() {
                "是" => true,
                "否" => false,
                _ => return Err("是 or 否 after ＝".to_owned()),
            };
            case.decided.push((at, fact.trim().to_owned(), holds));
        }
        "系辦說" => {
            const FORM: &str =
                "`- 系辦說：AVM 3902019 採計＝是`、`＝否`，或清單以外的課 `- 系辦說：AVM 某課名 算核心＝是`";
            let (said, holds) = value.rsplit_once('＝').ok_or(FORM)?;
            let holds = match holds.trim() {
                "是" => true,
                "否" => false,
                _ => return Err(FORM.to_owned()),
            };
            let words: Vec<&str> = said.split_whitespace().collect();
            let [program, course, what] = words.as_slice() else { return Err(FORM.to_owned()) };
            let category = match what.strip_prefix('算') {
                Some(category) => Some(category.to_owned()),
                None if *what == "採計" => None,
                None => return Err(FORM.to_owned()),
            };
            case.said.push((at, [(*program).to_owned(), (*course).to_owned()], category, holds));
        }
        _ => return Err(format!("unknown `{key}`, known here: 系組、入學、學制、版本、目錄、已確認、系辦說")),
    }
    Ok(())
}

fn record(headings: &[String], cells: &[String]) -> Result<Record, String> {
    if let Some(unknown) = headings.iter().find(|heading| !COURSES.contains(&heading.as_str())) {
        return Err(format!("unknown column `{unknown}`, known: {}", COURSES.join("、")));
    }
    let cell = |name: &str| {
        let at = headings.iter().position(|heading| heading == name);
        at.and_then(|at| cells.get(at)).map_or("", String::as_str)
    };
    let filled = |name: &str| Some(cell(name)).filter(|text| !text.is_empty());
    let name = filled("課名").ok_or("a course needs its name (課名)")?;
    let grade = filled("成績").ok_or("a course needs a grade or a status (成績)")?;
    let how = [Completion::Passed, Completion::InProgress, Completion::Planned, Completion::NotPassed];
    let declared = how.into_iter().find(|how| badge::how(Lang::ZhTw, *how) == grade);
    let unread = || format!("`{grade}` is neither a grade nor 已通過、修習中、計畫修、未通過");
    let grade = match declared {
        Some(_) => Grade::None,
        None => Grade::parse(grade).ok_or_else(unread)?,
    };
    let credits = match filled("學分") {
        Some(text) => Some(Credits::parse(text).ok_or_else(|| format!("`{text}` is no number of credits"))?),
        None => None,
    };
    let term = match filled("學期") {
        Some(text) => Some(Term::parse(text).ok_or_else(|| format!("`{text}` is no semester (112-1)"))?),
        None => None,
    };
    let stage = Stage::parse(cell("階段")).ok_or_else(|| format!("`{}` is no stage (1, 2, 全)", cell("階段")))?;
    let code = filled("課號").map(fold_width);
    Ok(Record { code, name: name.to_owned(), credits, stage, term, grade, declared, note: String::new() })
}
