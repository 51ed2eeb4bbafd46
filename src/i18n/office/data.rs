//! What can be wrong with the curricula and the course list, and what to do about it.

use crate::i18n::Lang;
use crate::i18n::catalog::{Words, placed, problem};
use crate::office::problem::{DataKind, DataProblem};

/// A mistake as compilers print one: `115.json:12:34: what`, and the hint indented below.
pub fn report(file: &str, mistake: &DataProblem, lang: Lang) -> String {
    placed(file, mistake.at, &words(&mistake.kind, lang), lang)
}

/// The words for one mistake.
pub fn words(kind: &DataKind, lang: Lang) -> Words {
    if let DataKind::File(kind) = kind {
        return problem(kind, lang);
    }
    let (what, hint) = match lang {
        Lang::ZhTw => zh_tw(kind),
        Lang::En => en(kind),
    };
    Words { what, hint }
}

fn zh_tw(kind: &DataKind) -> (String, String) {
    let s = str::to_owned;
    match kind {
        DataKind::File(kind) => {
            let words = problem(kind, Lang::ZhTw);
            (words.what, words.hint)
        }
        DataKind::OtherYear { file, year } => {
            (format!("檔名是 {file}，內容卻是 {year} 學年度入學"), s("請更正檔名或 year，一個檔案只放一個入學年度"))
        }
        DataKind::DateOutOfRange { text, from, to: u16::MAX } => {
            (format!("資料日期 {text} 早於 {from} 年"), s("請填資料取得的那一天"))
        }
        DataKind::DateOutOfRange { text, from, to } => {
            (format!("資料日期 {text} 不在 {from} 到 {to} 年之間"), s("請填資料取得的那一天"))
        }
        DataKind::UnknownGroup { name, suggestion } => (
            format!("departments 沒有班組「{name}」"),
            match suggestion {
                Some(known) => format!("是不是「{known}」？"),
                None => s("請先把它加進所屬系所的 groups 或 classes"),
            },
        ),
        DataKind::DuplicateList { name } => (format!("「{name}」出現兩次"), s("請留下一列")),
        DataKind::EmptyList { name } => (format!("「{name}」沒有任何課程"), s("請匯入它的課程科目表，或刪掉這個班組")),
        DataKind::DuplicateRow { course } => (format!("同一列課程 {course} 出現兩次"), s("請留下一列")),
        DataKind::TwoNames { code, first, name } => (
            format!("{code} 在同一份課程科目表有兩個名稱：「{first}」和「{name}」"),
            s("編碼或名稱有一個打錯了，請對照課程系統"),
        ),
        DataKind::TwoCredits { code, first, credits } => {
            (format!("{code} 在同一份課程科目表有兩種學分：{first} 和 {credits}"), s("請對照課程系統"))
        }
        DataKind::BadCode { code } => {
            (format!("「{code}」不是課程編碼"), s("課程編碼是 7 個數字或大寫字母；沒有編碼就留空"))
        }
        DataKind::BadStage { stage } => (format!("「{stage}」不是階段"), s("請寫成 1，或第幾階段／共幾階段，例如 1/2")),
        DataKind::BadTime { year, semester } => {
            (format!("沒有第 {year} 學年第 {semester} 學期"), s("學年是 1 到 5，學期是 1 或 2"))
        }
        DataKind::BadTerm { text } => (format!("「{text}」不是學期"), s("請寫成 114-1 的樣子")),
        DataKind::OtherTerm { file, term } => {
            (format!("檔名是 {file}，內容卻是 {term}"), s("請更正檔名或 term，一個檔案只放一個學期"))
        }
        DataKind::NoDay { text } => {
            (format!("「{text}」看不出星期幾第幾節"), s("請寫成 1:34,3:5：星期（1 到 7）、冒號、節次，逗號隔開"))
        }
        DataKind::NoPeriod { period } => (format!("沒有第 {period} 節"), s("節次是 1 到 9、N 與 A 到 D")),
        DataKind::DuplicateClass { id } => (format!("課號 {id} 在同一門課出現兩次"), s("請留下一列")),
        DataKind::NoLanguage { text } => (format!("「{text}」不是授課語言"), s("請寫 en 或 bi；以中文授課就留空")),
        DataKind::NoTermRow { term } => {
            (format!("class_terms 沒有學期 {term}"), s("請先在 class_terms 加上這個學期的資料日期與來源"))
        }
        DataKind::TermsDiffer => {
            (s("學期或資料日期與各學期的檔案不符"), s("請執行 kuayu catalog classes-to-csv，再 classes-from-csv 匯回"))
        }
    }
}

fn en(kind: &DataKind) -> (String, String) {
    let s = str::to_owned;
    match kind {
        DataKind::File(kind) => {
            let words = problem(kind, Lang::En);
            (words.what, words.hint)
        }
        DataKind::OtherYear { file, year } => (
            format!("the file is called {file}, but holds entry year {year}"),
            s("mend the name or the year; a file holds one entry year"),
        ),
        DataKind::DateOutOfRange { text, from, to: u16::MAX } => {
            (format!("the date {text} is before {from}"), s("give the day on which the data were taken"))
        }
        DataKind::DateOutOfRange { text, from, to } => {
            (format!("the date {text} is not within {from} to {to}"), s("give the day on which the data were taken"))
        }
        DataKind::UnknownGroup { name, suggestion } => (
            format!("`departments` has no group `{name}`"),
            match suggestion {
                Some(known) => format!("did you mean `{known}`?"),
                None => s("add it to the groups or classes of its department first"),
            },
        ),
        DataKind::DuplicateList { name } => (format!("`{name}` stands twice"), s("keep one row")),
        DataKind::EmptyList { name } => {
            (format!("`{name}` has no course"), s("import its curriculum, or take the group out"))
        }
        DataKind::DuplicateRow { course } => (format!("the same row of {course} stands twice"), s("keep one row")),
        DataKind::TwoNames { code, first, name } => (
            format!("{code} has two names in one curriculum: 「{first}」 and 「{name}」"),
            s("one of code and name is mistyped; compare with the course system"),
        ),
        DataKind::TwoCredits { code, first, credits } => (
            format!("{code} has two numbers of credits in one curriculum: {first} and {credits}"),
            s("compare with the course system"),
        ),
        DataKind::BadCode { code } => (
            format!("`{code}` is no course code"),
            s("a code is seven digits or capital letters; leave it empty where there is none"),
        ),
        DataKind::BadStage { stage } => {
            (format!("`{stage}` is no stage"), s("write 1, or which of how many, like 1/2"))
        }
        DataKind::BadTime { year, semester } => (
            format!("there is no year {year}, semester {semester}"),
            s("the year of study is 1 to 5, the semester 1 or 2"),
        ),
        DataKind::BadTerm { text } => (format!("`{text}` is no semester"), s("write it like 114-1")),
        DataKind::OtherTerm { file, term } => (
            format!("the file is called {file}, but holds {term}"),
            s("mend the name or the term; a file holds one semester"),
        ),
        DataKind::NoDay { text } => (
            format!("`{text}` does not say which periods of which weekday"),
            s("write 1:34,3:5: weekday (1 to 7), colon, periods, with a comma between days"),
        ),
        DataKind::NoPeriod { period } => {
            (format!("there is no period {period}"), s("periods are 1 to 9, N, and A to D"))
        }
        DataKind::DuplicateClass { id } => (format!("class {id} stands twice for one course"), s("keep one row")),
        DataKind::NoLanguage { text } => {
            (format!("`{text}` is no language of a class"), s("write en or bi; leave it empty for Chinese"))
        }
        DataKind::NoTermRow { term } => (
            format!("`class_terms` has no semester {term}"),
            s("add it to class_terms first, with its date and source"),
        ),
        DataKind::TermsDiffer => (
            s("the semesters or their dates are not those of the files"),
            s("run kuayu catalog classes-to-csv, then classes-from-csv"),
        ),
    }
}
