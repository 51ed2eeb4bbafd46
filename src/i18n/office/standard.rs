//! What a person has to look at in a proposed edition.

use crate::i18n::Lang;
use crate::office::standard::{Remark, RemarkKind, Rule};

/// The page is of another year than the one asked for.
pub fn other_year(found: u16, wanted: u16, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("這一頁是 {found} 學年度，不是 {wanted}，沒有採用"),
        Lang::En => format!("the page is of {found}, not {wanted}; it was left out"),
    }
}

/// The page is no standard of a program.
pub fn no_standard(lang: Lang) -> &'static str {
    lang.pick("不是微學程的課程科目表，沒有採用", "not the standard of a micro-program; it was left out")
}

/// One thing to look at.
pub fn remark(remark: &Remark, lang: Lang) -> String {
    let code = &remark.program;
    match lang {
        Lang::ZhTw => format!("{code}：{}", zh_tw(&remark.kind)),
        Lang::En => format!("{code}: {}", en(&remark.kind)),
    }
}

fn zh_tw(kind: &RemarkKind) -> String {
    match kind {
        RemarkKind::NewProgram { name } => format!("新的微學程「{name}」：請填學院、系所與限制"),
        RemarkKind::Taken { rule: Rule::MinCredits(credits), sentence } => {
            format!("應修 {credits} 學分，取自「{sentence}」")
        }
        RemarkKind::Taken { rule: Rule::Minimum { category, courses }, sentence } => {
            format!("{category}至少 {courses} 門，取自「{sentence}」")
        }
        RemarkKind::NotUnderstood { sentence } => format!("請人工判讀：「{sentence}」"),
        RemarkKind::Kept { restrictions, edition } => {
            format!("沿用 {edition} 的 {restrictions} 項限制，請對照規定文字")
        }
        RemarkKind::NewCourse { code, name } => format!("新課程 {code} {name}：請補開課單位"),
        RemarkKind::OtherName { code, page, catalog } => {
            format!("{code} 在這一頁叫「{page}」，目錄裡叫「{catalog}」（沿用目錄）")
        }
        RemarkKind::NoCategory { code, name } => {
            format!("{} {name} 的備註沒有類別", code.as_deref().unwrap_or_default())
        }
        RemarkKind::NoCredits { code, name, text } => {
            format!("{} {name} 的學分看不懂（「{text}」）：請補上", code.as_deref().unwrap_or_default())
        }
        RemarkKind::OtherCredits { code, name, page, catalog } => {
            format!("{code} {name} 在這一頁是 {page} 學分，目錄裡是 {catalog} 學分（沿用目錄）")
        }
        RemarkKind::OtherRow { text } => format!("不是課程，沒有採用：「{text}」"),
    }
}

fn en(kind: &RemarkKind) -> String {
    match kind {
        RemarkKind::NewProgram { name } => format!("new program 「{name}」: college, department, restrictions needed"),
        RemarkKind::Taken { rule: Rule::MinCredits(credits), sentence } => {
            format!("{credits} credits, taken from 「{sentence}」")
        }
        RemarkKind::Taken { rule: Rule::Minimum { category, courses }, sentence } => {
            format!("{category}: at least {courses}, taken from 「{sentence}」")
        }
        RemarkKind::NotUnderstood { sentence } => format!("to be read by a person: 「{sentence}」"),
        RemarkKind::Kept { restrictions, edition } => {
            format!("{restrictions} restrictions kept from {edition}; compare with the rule text")
        }
        RemarkKind::NewCourse { code, name } => format!("new course {code} {name}: its unit is needed"),
        RemarkKind::OtherName { code, page, catalog } => {
            format!("{code} is called 「{page}」 on the page, 「{catalog}」 in the catalog (kept)")
        }
        RemarkKind::NoCategory { code, name } => {
            format!("{} {name}: the remark names no category", code.as_deref().unwrap_or_default())
        }
        RemarkKind::NoCredits { code, name, text } => {
            format!("{} {name}: its credits cannot be read (「{text}」)", code.as_deref().unwrap_or_default())
        }
        RemarkKind::OtherCredits { code, name, page, catalog } => {
            format!("{code} {name} has {page} credits on the page, {catalog} in the catalog (kept)")
        }
        RemarkKind::OtherRow { text } => format!("no course, left out: 「{text}」"),
    }
}
