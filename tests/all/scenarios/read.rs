//! Reading a scenario file. A mistake in how it is written is told with its line; nothing is passed over.

use super::declared::Declared;

/// A mistake in how a file is written: line, and what is wrong.
pub type Mistake = (usize, String);

/// One case: a student, and what comes out.
#[derive(Debug, Default)]
pub struct Case {
    pub line: usize,
    pub title: String,
    pub student: Declared,
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
    /// The student whom the file declares for all its cases.
    head: Declared,
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
            let student = Declared::after(&self.head);
            self.cases.push(Case { line: at, title: title.trim().to_owned(), student, sections: Vec::new() });
        } else if trimmed.starts_with('|') {
            self.row(at, trimmed)?;
        } else if let Some(item) = trimmed.strip_prefix("- ") {
            let (key, value) = item.split_once(['：', ':']).ok_or("a list item reads `- 名稱：內容`")?;
            self.item(at, key.trim(), value.trim(), line.starts_with(' '))?;
        }
        Ok(())
    }

    /// Ends the section, or the student of a case without one.
    fn end(&mut self, at: usize) {
        match self.cases.last_mut().and_then(|case| case.sections.last_mut()) {
            Some(section) => section.end = section.end.min(at),
            None => self.close(),
        }
    }

    /// What a case says of its student ends with its first section.
    fn close(&mut self) {
        let case = self.cases.last().filter(|case| case.sections.is_empty());
        self.mistakes.extend(case.and_then(|case| case.student.mistake()));
    }

    /// The student of whom the text now speaks.
    fn student(&mut self) -> &mut Declared {
        self.cases.last_mut().map_or(&mut self.head, |case| &mut case.student)
    }

    fn item(&mut self, at: usize, key: &str, value: &str, indented: bool) -> Result<(), String> {
        let Some(section) = self.cases.last_mut().and_then(|case| case.sections.last_mut()) else {
            return self.student().item(at, key, value);
        };
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
        let Some(section) = self.cases.last_mut().and_then(|case| case.sections.last_mut()) else {
            let headings = headings.clone();
            return self.student().row(at, &headings, &cells);
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
