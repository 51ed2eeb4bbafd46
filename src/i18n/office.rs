//! Words for those who keep the catalog: tables and differences.

mod cells;
pub mod classes;
pub mod curricula;
pub mod data;
pub mod diff;
pub mod editor;
pub mod english;
mod headings;
pub mod impact;
pub mod kept;
pub mod odd;
pub mod pages;
pub mod renew;
#[cfg(feature = "office")]
pub mod schema;
pub mod standard;

use super::Lang;
use super::catalog::Words;
use crate::office::tables::{CellProblem, SheetKind, SheetProblem};

/// A mistake in a table: where a spreadsheet shows it, what, and what to do.
pub fn report(mistake: &SheetProblem, lang: Lang) -> String {
    report_in(mistake.file, mistake, lang)
}

/// The same for a table whose file has a name of its own.
pub fn report_in(file: &str, mistake: &SheetProblem, lang: Lang) -> String {
    let mut place = file.to_owned();
    if let Some(row) = mistake.row {
        place.push_str(&match lang {
            Lang::ZhTw => format!(" 第 {row} 列"),
            Lang::En => format!(" row {row}"),
        });
    }
    if let Some((at, heading)) = &mistake.column {
        let letters = letters(*at);
        place.push_str(&match lang {
            Lang::ZhTw => format!(" {letters} 欄「{heading}」"),
            Lang::En => format!(" column {letters} ({heading})"),
        });
    }
    let (what, hint) = words(mistake, lang);
    match (hint.as_str(), lang) {
        ("", Lang::ZhTw) => format!("{place}：{what}"),
        (hint, Lang::ZhTw) => format!("{place}：{what}\n  建議：{hint}"),
        ("", Lang::En) => format!("{place}: {what}"),
        (hint, Lang::En) => format!("{place}: {what}\n  hint: {hint}"),
    }
}

/// What a mistake in a table is, and what to do about it.
pub fn told(mistake: &SheetProblem, lang: Lang) -> Words {
    let (what, hint) = words(mistake, lang);
    Words { what, hint }
}

/// A column as spreadsheets call it, by its number from 0: A, B, ... Z, AA.
pub fn letters(at: usize) -> String {
    let mut text = String::new();
    let mut rest = at + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        text.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    text
}

fn words(mistake: &SheetProblem, lang: Lang) -> (String, String) {
    let pair = |zh: (String, &str), en: (String, &str)| match lang {
        Lang::ZhTw => (zh.0, zh.1.to_owned()),
        Lang::En => (en.0, en.1.to_owned()),
    };
    match &mistake.kind {
        SheetKind::MissingTable => pair(
            ("資料夾裡沒有這個表".to_owned(), "請從 to-csv 產生的檔案開始改"),
            ("the folder has no such table".to_owned(), "start from the files that to-csv writes"),
        ),
        SheetKind::NotATable { message } => pair(
            (format!("不是正確的 CSV：{message}"), "請用試算表另存為 CSV UTF-8"),
            (format!("not a CSV table: {message}"), "save it as CSV UTF-8 in the spreadsheet"),
        ),
        SheetKind::UnknownHeading => pair(
            ("沒有這個欄名".to_owned(), "請檢查欄名，或刪掉這一欄"),
            ("no column has this heading".to_owned(), "check the heading, or take the column out"),
        ),
        SheetKind::DoubleHeading => {
            pair(("這個欄名出現兩次".to_owned(), "請留下一欄"), ("this heading stands twice".to_owned(), "keep one"))
        }
        SheetKind::MissingColumn { heading } => pair(
            (format!("少了「{heading}」這一欄"), "沒有內容也要保留欄位；請從 to-csv 重新匯出，或補上這一欄"),
            (
                format!("the column {heading} is missing"),
                "keep columns even where they are empty; take the tables out anew with to-csv, or put it back",
            ),
        ),
        SheetKind::EmptiedColumn { filled } => pair(
            (format!("整欄變成空的，原來有 {filled} 列有內容"), "請檢查試算表是否弄丟了這一欄"),
            (
                format!("the whole column is empty now, {filled} rows of it were filled"),
                "see whether the spreadsheet lost it",
            ),
        ),
        SheetKind::Odd(kind) => {
            let words = odd::words(kind, lang);
            (words.what, words.hint)
        }
        SheetKind::NoSuchEdition { id } => pair(
            (format!("版本表（editions.csv）沒有版本「{id}」"), "請檢查版本，或先在版本表加一列"),
            (format!("editions.csv has no edition `{id}`"), "check it, or add a row to editions.csv first"),
        ),
        SheetKind::NoSuchProgram { code } => pair(
            (format!("微學程表（programs.csv）沒有微學程「{code}」"), "請檢查代碼，或先在微學程表加一列"),
            (format!("programs.csv has no program `{code}`"), "check it, or add a row to programs.csv first"),
        ),
        SheetKind::NotesDiffer => pair(
            ("中文說明與英文說明的行數不同".to_owned(), "每一行中文要有一行英文"),
            ("the notes have different numbers of lines".to_owned(), "each Chinese line needs an English one"),
        ),
        SheetKind::Cell { text, problem } => {
            let (zh, en) = cell(problem);
            pair((format!("「{text}」{}", zh.0), zh.1.as_str()), (format!("`{text}` {}", en.0), en.1.as_str()))
        }
        SheetKind::NoSuchYear { year } => pair(
            (format!("年度表（years.csv）沒有入學年度「{year}」"), "請檢查年度，或先在年度表加一列"),
            (format!("years.csv has no entry year `{year}`"), "check it, or add a row to years.csv first"),
        ),
        SheetKind::NoSuchList { name } => pair(
            (format!("系組表（groups.csv）這一年度沒有「{name}」"), "請檢查名稱，或先在系組表加一列"),
            (format!("groups.csv has no `{name}` for this year"), "check it, or add a row to groups.csv first"),
        ),
        SheetKind::Catalog(kind) => {
            let words = cells::words(mistake.file, kind, lang);
            (words.what, words.hint)
        }
        SheetKind::Data(kind) => {
            let words = data::words(kind, lang);
            (words.what, words.hint)
        }
    }
}

/// (what, hint) in Chinese and in English.
fn cell(problem: &CellProblem) -> ((String, String), (String, String)) {
    let both =
        |zh: (&str, &str), en: (&str, &str)| ((zh.0.to_owned(), zh.1.to_owned()), (en.0.to_owned(), en.1.to_owned()));
    match problem {
        CellProblem::NotANumber => both(("不是數字", ""), ("is no number", "")),
        CellProblem::NotAFlag => both(
            ("不是「是」或空白", "是就寫「是」，否就留空"),
            ("is neither yes nor empty", "write 是 or leave it empty"),
        ),
        CellProblem::NotADate => {
            both(("不是日期", "請寫成 2025-09-15 的樣子"), ("is no date", "write it like 2025-09-15"))
        }
        CellProblem::RepublicDate { meant } => (
            ("看起來是民國年".to_owned(), format!("這裡用西元年：是不是 {meant}？")),
            ("looks like a date of the Republic".to_owned(), format!("years are of the common era: is it {meant}?")),
        ),
        CellProblem::NotAWord { allowed } => {
            let list = allowed.join("、");
            (
                ("不能寫在這裡".to_owned(), format!("可以寫：{list}")),
                ("is not allowed here".to_owned(), format!("write one of {list}")),
            )
        }
        CellProblem::CodeBecameNumber => both(
            ("不是課程編碼，看起來被試算表變成數字了", "請把整欄設成「文字」格式後重新填上編碼"),
            (
                "is no course code; a spreadsheet seems to have made a number of it",
                "format the column as text and type the code again",
            ),
        ),
        CellProblem::StageBecameDate => both(
            ("不是階段，看起來被試算表變成日期了", "請把整欄設成「文字」格式後重新填上，例如 1/2"),
            (
                "is no stage; a spreadsheet seems to have made a date of it",
                "format the column as text and type it again, for example 1/2",
            ),
        ),
        CellProblem::NoCount => both(
            ("缺少門數", "請寫成「基礎 1; 核心 2」的樣子，不知道門數就寫 ?"),
            ("has no number of courses", "write it like 基礎 1; 核心 2, with ? where the number is not known"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_in_spreadsheets() {
        for (at, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(at), name);
        }
    }
}
