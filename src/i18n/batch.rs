//! The tables of a batch, and what went wrong in it.

use super::Lang;
use super::import;
use crate::audit::View;
use crate::credits::Credits;
use crate::import::IssueKind;
use crate::office::remark::{Weight, What};
use crate::office::roster::RosterProblemKind;
use crate::transcript::Grade;

/// Headings of the answers, in Chinese and English.
pub const ANSWERS: [(&str, &str); 15] = [
    ("學號", "student"),
    ("系組", "group"),
    ("入學年度", "entry year"),
    ("版本", "edition"),
    ("微學程代碼", "program code"),
    ("微學程", "program"),
    ("證書", "certificate"),
    ("證書：還差", "certificate: missing"),
    ("證書：須確認", "certificate: to confirm"),
    ("跨域畢業條件", "requirement"),
    ("跨域畢業條件：還差", "requirement: missing"),
    ("跨域畢業條件：須確認", "requirement: to confirm"),
    ("採計學分", "credits counted"),
    ("應修學分", "credits required"),
    ("採計課程", "courses counted"),
];

/// Which of these is the program's code, from 0.
pub const PROGRAM_COLUMN: usize = 4;

/// Which hold numbers, from 0. A student number is none.
pub const NUMBERS: [usize; 3] = [2, 12, 13];

/// And those of the advice.
pub const ADVICE: [(&str, &str); 5] = [
    ("名次", "rank"),
    ("證書：最少再修學分", "certificate: least credits"),
    ("證書：建議修習", "certificate: courses"),
    ("跨域畢業條件：最少再修學分", "requirement: least credits"),
    ("跨域畢業條件：建議修習", "requirement: courses"),
];

/// The last columns: remarks, as of when the edition's lists and the student's curriculum are true, and what offices said
/// by the student's own record.
pub const REMARKS: [(&str, &str); 4] = [
    ("備註", "remarks"),
    ("微學程科目表日期", "lists as of"),
    ("系所科目表日期", "curriculum as of"),
    ("依學生記下的答覆", "by answers the student recorded"),
];

/// Headings of the table of problems.
pub const PROBLEMS: [(&str, &str); 7] = [
    ("名冊列", "roster row"),
    ("學號", "student"),
    ("檔案", "file"),
    ("行", "line"),
    ("影響", "effect"),
    ("問題", "problem"),
    ("建議", "hint"),
];

/// Which of these hold numbers, from 0.
pub const PROBLEM_NUMBERS: [usize; 2] = [0, 3];

/// The sheets of a workbook with both tables.
pub const SHEETS: [(&str, &str); 2] = [("結果", "Answers"), ("問題", "Problems")];

/// A problem in words.
pub struct Told {
    /// Line of the transcript.
    pub line: Option<usize>,
    /// What it is.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

/// What a problem means for the student's verdicts.
pub fn weight(weight: Weight, lang: Lang) -> &'static str {
    match weight {
        Weight::NotJudged => lang.pick("未審查", "not judged"),
        Weight::LeftOut => lang.pick("部分未計入", "left out"),
        Weight::Check => lang.pick("先核對", "check first"),
        Weight::Note => lang.pick("提醒", "note"),
    }
}

/// Beside verdicts that do without something.
pub fn left_out(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (_, Lang::ZhTw) => format!("有 {count} 筆未計入，見問題表"),
        (1, Lang::En) => "1 file or line left out; see the table of problems".to_owned(),
        (_, Lang::En) => format!("{count} files or lines left out; see the table of problems"),
    }
}

/// Beside answers by a transcript that says something else of the student than the roster. `what` are its sentences.
pub fn contradicts(what: &[&str], lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("請先核對：{}", what.join("、")),
        Lang::En => format!("check first: {}", what.join(", ")),
    }
}

/// A course that counts: its category, its name, and what it counts by.
pub fn counted(
    category: Option<&str>,
    course: &str,
    credits: Credits,
    grade: &Grade,
    view: View,
    lang: Lang,
) -> String {
    let category = category.unwrap_or(lang.pick("類別未載明", "category not stated"));
    let by = match grade {
        Grade::None => super::sheet::ungraded(lang, view).to_owned(),
        grade => grade.to_string(),
    };
    format!("[{category}] {course} {} {by}", super::units::credits(lang, credits)).trim_end().to_owned()
}

/// That a transcript says otherwise of the student than the roster; `None` for any other issue.
pub fn other(kind: IssueKind, lang: Lang) -> Option<&'static str> {
    Some(match kind {
        IssueKind::OtherStudent => lang.pick("成績檔是另一個學號的", "the transcript bears another student number"),
        IssueKind::OtherGroup => {
            lang.pick("成績檔寫的系所和名冊不同", "the transcript names another department than the roster")
        }
        IssueKind::OtherEntry => {
            lang.pick("成績檔寫的入學年度和名冊不同", "the transcript says another entry year than the roster")
        }
        _ => return None,
    })
}

/// A problem in words.
pub fn remark(what: &What, lang: Lang) -> Told {
    let told = |what: &str, hint: &str| Told { line: None, what: what.to_owned(), hint: hint.to_owned() };
    let pair = |zh: (&str, &str), en: (&str, &str)| match lang {
        Lang::ZhTw => told(zh.0, zh.1),
        Lang::En => told(en.0, en.1),
    };
    match what {
        What::Roster(kind) => roster(kind, lang),
        What::NoTranscript => pair(
            ("沒有可用的成績檔", "檔名要以學號開頭，或在名冊的「檔案」欄寫檔名"),
            (
                "no transcript could be used",
                "let its name begin with the student number, or name it in the column `file`",
            ),
        ),
        What::CannotOpen(why) => {
            let hint = lang.pick("請檢查檔名與權限", "check its name and that it may be read");
            told(&format!("{}{why}", lang.pick("檔案打不開：", "cannot be opened: ")), hint)
        }
        What::OutsideFolder => pair(
            ("檔案不在成績資料夾裡", "只寫檔名，並把檔案放進資料夾"),
            ("the file is not in the folder", "write only its name, and put it into the folder"),
        ),
        What::Import(issue) => {
            let words = import::issue_in_file(issue.kind, lang);
            let other = other(issue.kind, lang);
            let check = lang.pick(
                "核對是不是這位學生的檔，或名冊填錯；結果依名冊",
                "check whose file it is, or mend the roster, by which the answers go",
            );
            let mut told = other.map_or_else(|| told(words.what, words.hint), |other| told(other, check));
            if !issue.text.is_empty() {
                told.what = format!("{}{}{}", told.what, lang.pick("：", ": "), issue.text);
            }
            told.what.extend(import::totals(issue, lang));
            Told { line: issue.line, ..told }
        }
        What::Crashed => pair(
            ("程式處理這位學生時發生錯誤", "請保留檔案並回報"),
            ("the program failed at this student", "keep the files and report it"),
        ),
        What::Nobodys => pair(
            ("名冊裡沒有人對應這個檔案", "檔名要以學號開頭"),
            ("nobody in the roster has this file", "its name has to begin with the student number"),
        ),
        What::ProfileOpen => pair(
            ("名冊與成績檔都沒有系組或入學年度，跨域部分只能待確認", "請在名冊補上"),
            (
                "neither roster nor transcript says group and entry year, so what is cross-domain stays open",
                "add them to the roster",
            ),
        ),
        What::Broken(why) => told(why, lang.pick("請用 kuayu check 檢查", "`kuayu check` tells the mistakes")),
    }
}

fn roster(kind: &RosterProblemKind, lang: Lang) -> Told {
    use RosterProblemKind::*;
    let (what, hint) = match lang {
        Lang::ZhTw => match kind {
            Unreadable(kind) => {
                let words = import::issue(*kind, lang);
                (format!("名冊讀不到：{}", words.what), words.hint)
            }
            NoHeadings => ("名冊沒有「學號」這個欄名".to_owned(), "第一列要有欄名：學號、系組、入學年度、學制、檔案"),
            NoStudent => ("沒有學號".to_owned(), "請補上學號，或刪除這一列"),
            Twice { first } => (format!("學號與第 {first} 列重複"), "每位學生一列；多個檔案用分號隔開"),
            UnknownGroup { name } => (format!("沒有系組「{name}」"), "請用課程科目表的系組名稱，例如 土木系"),
            SeveralGroups { name, groups } => (format!("「{name}」有好幾組：{}", groups.join("、")), "請寫出是哪一組"),
            NoYear { text } => (format!("「{text}」不是入學年度"), "請寫民國學年度，例如 112"),
            NoDegree { text } => (format!("不認得學制「{text}」"), "請寫 日間部、進修部 或 研究所；空白是日間部"),
        },
        Lang::En => match kind {
            Unreadable(kind) => {
                let words = import::issue(*kind, lang);
                (format!("the roster cannot be read: {}", words.what), words.hint)
            }
            NoHeadings => (
                "no column of the roster is headed `student`".to_owned(),
                "the first row has the headings: student, department, entry, degree, file",
            ),
            NoStudent => ("no student number".to_owned(), "add it, or delete the row"),
            Twice { first } => (
                format!("the student stands in row {first} already"),
                "one row a student; several files with semicolons",
            ),
            UnknownGroup { name } => {
                (format!("no group is called `{name}`"), "write it as the curriculum does, for example 土木系")
            }
            SeveralGroups { name, groups } => {
                (format!("`{name}` has several groups: {}", groups.join(", ")), "write which one")
            }
            NoYear { text } => (format!("`{text}` is no entry year"), "write the academic year, for example 112"),
            NoDegree { text } => (
                format!("`{text}` is no degree system"),
                "write bachelor, bachelor-evening or graduate; empty is bachelor",
            ),
        },
    };
    Told { line: None, what, hint: hint.to_owned() }
}

/// A problem in one line: where, what it means, what it is.
pub fn sentence(row: Option<usize>, student: &str, file: &str, told: &Told, weight: &str, lang: Lang) -> String {
    let row = row.map(|row| match lang {
        Lang::ZhTw => format!("名冊第 {row} 列"),
        Lang::En => format!("roster row {row}"),
    });
    let line = told.line.map(|line| match lang {
        Lang::ZhTw => format!("第 {line} 行"),
        Lang::En => format!("line {line}"),
    });
    let place = [row, Some(student.to_owned()), Some(file.to_owned()), line];
    let place: Vec<String> = place.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    let Told { what, hint, .. } = told;
    match lang {
        Lang::ZhTw => format!("{}：【{weight}】{what}。{hint}", place.join(" ")),
        Lang::En => format!("{}: [{weight}] {what}; {hint}", place.join(" ")),
    }
}

/// A file of the site with mistakes in it.
pub fn mistakes(file: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file}：{count} 個錯誤"),
        Lang::En => format!("{file}: {count} mistakes"),
    }
}

/// How far a batch is; `left` in seconds.
pub fn progress(done: usize, all: usize, left: f64, lang: Lang) -> String {
    let left = left.ceil();
    match lang {
        Lang::ZhTw => format!("{done}／{all} 位學生，約剩 {left} 秒"),
        Lang::En => format!("{done} of {all} students, about {left} s left"),
    }
}

/// The last line: students judged, students not judged, and remarks on the others.
pub fn summary(judged: usize, not_judged: usize, remarks: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("已審查 {judged} 位學生，未審查 {not_judged} 位，問題與提醒 {remarks} 筆"),
        Lang::En => format!("{judged} students judged, {not_judged} not judged, {remarks} problems and notes"),
    }
}

/// In place of problems that are not shown one by one.
pub fn more(count: usize, table: Option<&str>, lang: Lang) -> String {
    match (table, lang) {
        (Some(table), Lang::ZhTw) => format!("另有 {count} 筆，見 {table}"),
        (Some(table), Lang::En) => format!("{count} more in {table}"),
        (None, Lang::ZhTw) => format!("另有 {count} 筆；用 --problems 檔名 可存成表格"),
        (None, Lang::En) => format!("{count} more; --problems FILE writes all of them to a table"),
    }
}
