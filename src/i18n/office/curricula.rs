//! What changed in a curriculum, and why a page was not taken.

use super::data;
use super::diff::{count, or_nothing};
use crate::catalog::curriculum::CurriculumRow;
use crate::i18n::Lang;
use crate::i18n::catalog::Words;
use crate::office::curricula::{Change, Doubt, PageRow, Refusal, RowFault};

/// Where a year's curricula come from, in Chinese and English.
pub fn source(year: u16) -> (String, String) {
    (
        format!("臺北科技大學課程系統：{year} 學年度入學課程科目表"),
        format!("Course system: curricula for entry year {year}"),
    )
}

/// A list and the number of its changes.
pub fn heading(year: u16, name: &str, changes: usize, lang: Lang) -> String {
    let mark = lang.pick("：", ": ");
    format!("{year} {name}{mark}{}", count(changes, lang))
}

/// A year's file that is new.
pub fn new_year(year: u16, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("新增 {year} 學年度的檔案"),
        Lang::En => format!("the file of {year} is new"),
    }
}

/// One change.
pub fn change(change: &Change, lang: Lang) -> String {
    match (change, lang) {
        (Change::Day { from, to }, Lang::ZhTw) => format!("資料日期 {} → {to}", or_nothing(from, lang)),
        (Change::Day { from, to }, Lang::En) => format!("as of {} → {to}", or_nothing(from, lang)),
        (Change::Credits, _) => lang.pick("畢業學分數有改", "the credits for graduation changed").to_owned(),
        (Change::Order, _) => lang.pick("只有順序不同", "only the order changed").to_owned(),
        (Change::Added(row), Lang::ZhTw) => format!("新增 {}", described(row, lang)),
        (Change::Added(row), Lang::En) => format!("added: {}", described(row, lang)),
        (Change::Removed(row), Lang::ZhTw) => format!("刪除 {}", described(row, lang)),
        (Change::Removed(row), Lang::En) => format!("removed: {}", described(row, lang)),
        (Change::Changed { from, to }, _) => {
            let mark = lang.pick("：", ": ");
            format!("{}{mark}{}", named(to), differences(from, to, lang))
        }
    }
}

/// A row whose credits were kept, as the page has none.
pub fn credits_kept(row: &CurriculumRow, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{}：頁面沒有學分，沿用 {} 學分", named(row), row.credits),
        Lang::En => format!("{}: the page has no credits; {} were kept", named(row), row.credits),
    }
}

/// A row that the page has twice.
pub fn twice(row: &CurriculumRow, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{}：頁面列了兩次，只留一列", named(row)),
        Lang::En => format!("{}: the page has the row twice; one was kept", named(row)),
    }
}

/// A row of the table that is no course.
pub fn left_out(text: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("不是課程，沒有採用：「{text}」"),
        Lang::En => format!("no course, left out: 「{text}」"),
    }
}

/// The page has no table of a curriculum.
pub fn no_table(lang: Lang) -> Words {
    let (what, hint) = (
        lang.pick("這一頁沒有課程科目表", "the page has no table of a curriculum"),
        lang.pick(
            "請在課程系統打開該系的課程科目表後另存網頁",
            "open the curriculum in the course system and save that page",
        ),
    );
    Words { what: what.to_owned(), hint: hint.to_owned() }
}

/// The last line: nothing was changed.
pub fn unchanged(file: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file} 沒有變更"),
        Lang::En => format!("{file} was not changed"),
    }
}

/// Why a page was not taken. `year` and `group` are what was asked for.
pub fn refusal(refusal: &Refusal, year: u16, group: &str, lang: Lang) -> Words {
    let hint = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    let (zh, en, hint) = match refusal {
        Refusal::OtherYear(found) => (
            format!("這一頁是 {found} 學年度入學，不是 {year}"),
            format!("the page is of entry year {found}, not {year}"),
            hint("請存對的那一頁，或更正 --year", "save the right page, or mend --year"),
        ),
        Refusal::OtherGroup(found) => (
            format!("這一頁是「{found}」的，不是「{group}」"),
            format!("the page is that of `{found}`, not of `{group}`"),
            hint("請存對的那一頁，或更正 --group", "save the right page, or mend --group"),
        ),
        Refusal::OtherDegree(found) => (
            format!("這一頁是「{found}」的課程科目表"),
            format!("the page is a curriculum of {found}"),
            hint("這裡只放日間部四技", "only the day school's bachelors (四技) are kept here"),
        ),
        Refusal::NoCourse => (
            "課程科目表裡沒有課程".to_owned(),
            "the table has no course".to_owned(),
            hint("網頁可能沒有存完整，請再存一次", "the page may not be complete; save it again"),
        ),
        Refusal::Row(row) => return row_words(row, lang),
        Refusal::Check(finding) => return data::words(&finding.kind, lang),
        Refusal::Ask(doubt) => {
            let (zh, en) = doubt_words(doubt);
            (zh, en, hint("看過確定沒錯，就加上 --sure 再執行一次", "if it is right, run it again with --sure"))
        }
    };
    Words { what: lang.pick(zh.as_str(), en.as_str()).to_owned(), hint }
}

pub(super) fn doubt_words(doubt: &Doubt) -> (String, String) {
    match doubt {
        Doubt::NoYear => ("標題沒寫入學年度".to_owned(), "the heading does not say the entry year".to_owned()),
        Doubt::NoGroup => ("標題沒寫系所".to_owned(), "the heading does not say the department".to_owned()),
        Doubt::Older(day) => {
            (format!("現有的資料是 {day}，比這一頁新"), format!("what is there is of {day}, newer than this page"))
        }
        Doubt::MostGone { gone, had } => (
            format!("現有 {had} 列中有 {gone} 列會被刪除"),
            format!("{gone} of the {had} rows that are there would go"),
        ),
    }
}

fn row_words(row: &PageRow, lang: Lang) -> Words {
    let faults: Vec<&str> = row.faults.iter().map(|fault| fault_word(fault, lang)).collect();
    let seen: Vec<&str> = row
        .faults
        .iter()
        .filter_map(|fault| match fault {
            RowFault::Symbol(text) | RowFault::Code(text) | RowFault::Credits(text) => Some(text.as_str()),
            RowFault::Time(text) | RowFault::Stage(text) => Some(text.as_str()),
            RowFault::Name | RowFault::NoCredits => None,
        })
        .filter(|text| !text.trim().is_empty())
        .collect();
    let course = [row.code.as_deref().unwrap_or_default(), &row.name].join(" ");
    let (course, number) = (course.trim(), row.number);
    let what = match lang {
        Lang::ZhTw => format!("課程表第 {number} 列（{course}）：{}", faults.join("、")),
        Lang::En => format!("row {number} of the table ({course}): {}", faults.join(", ")),
    };
    let hint = match (seen.as_slice(), lang) {
        ([], Lang::ZhTw) => "請對照課程系統，必要時在表格裡補上".to_owned(),
        ([], Lang::En) => "compare with the course system; if need be, add the row in the tables".to_owned(),
        (seen, Lang::ZhTw) => format!("那裡寫的是「{}」，請對照課程系統", seen.join("」「")),
        (seen, Lang::En) => format!("there it says 「{}」; compare with the course system", seen.join("」 「")),
    };
    Words { what, hint }
}

fn fault_word(fault: &RowFault, lang: Lang) -> &'static str {
    match fault {
        RowFault::Symbol(_) => lang.pick("類別不是 ▲●★△○☆ 之一", "the symbol is none of ▲●★△○☆"),
        RowFault::Code(_) => lang.pick("課程編碼看不懂", "the code cannot be read"),
        RowFault::Name => lang.pick("沒有課程名稱", "it has no name"),
        RowFault::NoCredits => lang.pick("沒有學分", "it has no credits"),
        RowFault::Credits(_) => lang.pick("學分看不懂", "the credits cannot be read"),
        RowFault::Time(_) => lang.pick("學年或學期看不懂", "year or semester cannot be read"),
        RowFault::Stage(_) => lang.pick("階段看不懂", "the stage cannot be read"),
    }
}

fn named(row: &CurriculumRow) -> String {
    match &row.code {
        Some(code) => format!("{code} {}", row.name),
        None => format!("「{}」", row.name),
    }
}

fn described(row: &CurriculumRow, lang: Lang) -> String {
    let (sign, named, credits, time) = (row.symbol.sign(), named(row), row.credits, time(row, lang));
    match lang {
        Lang::ZhTw => format!("{sign} {named}（{credits} 學分，{time}）"),
        Lang::En => format!("{sign} {named} ({credits} credits, {time})"),
    }
}

/// `三下`, with the stage of a year course.
fn time(row: &CurriculumRow, lang: Lang) -> String {
    let stage = if row.stage == "1" { String::new() } else { row.stage.clone() };
    match lang {
        Lang::ZhTw => {
            let years = ["一", "二", "三", "四", "五"];
            let year = years.get(usize::from(row.year).wrapping_sub(1)).copied().unwrap_or_default();
            let stage = if stage.is_empty() { stage } else { format!("，階段 {stage}") };
            format!("{year}{}{stage}", if row.semester == 1 { "上" } else { "下" })
        }
        Lang::En => {
            let stage = if stage.is_empty() { stage } else { format!(", stage {stage}") };
            format!("year {} semester {}{stage}", row.year, row.semester)
        }
    }
}

fn differences(from: &CurriculumRow, to: &CurriculumRow, lang: Lang) -> String {
    let code = |row: &CurriculumRow| or_nothing(row.code.as_deref().unwrap_or_default(), lang).to_owned();
    let quoted = |name: &str| format!("「{name}」");
    let parts = [
        (lang.pick("編碼", "code"), code(from), code(to)),
        (lang.pick("名稱", "name"), quoted(&from.name), quoted(&to.name)),
        (lang.pick("類別", "symbol"), from.symbol.sign().to_owned(), to.symbol.sign().to_owned()),
        (lang.pick("學分", "credits"), from.credits.to_string(), to.credits.to_string()),
        ("", time(from, lang), time(to, lang)),
    ];
    let changed = parts.into_iter().filter(|(_, from, to)| from != to);
    let words: Vec<String> =
        changed.map(|(what, from, to)| format!("{what} {from} → {to}").trim().to_owned()).collect();
    words.join(lang.pick("；", "; "))
}
