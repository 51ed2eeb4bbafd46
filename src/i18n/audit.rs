//! What the engine found, in sentences. Every number and reason of a verdict is told here and nowhere else.

mod condition;
mod fact;
#[cfg(feature = "office")]
mod reasons;

pub use super::not_counted::{not_counted, not_listed};
pub use condition::{condition, condition_subject, missing, number, source};
pub use fact::{ask, doubt, fact, who_to_ask};
#[cfg(feature = "office")]
pub use reasons::{asked, reasons};

use super::{Lang, halves, names};
use crate::audit::{Amount, Block, Closed, CourseRef, Standing, View};
use crate::catalog::document::Text;

/// A text of the catalog.
pub fn text(lang: Lang, text: &Text) -> &str {
    lang.pick(&text.zh, &text.en)
}

/// `3 學分`, `2 courses`.
pub fn amount(lang: Lang, amount: Amount) -> String {
    match (amount, lang) {
        (Amount::Credits(credits), Lang::ZhTw) => format!("{credits} 學分"),
        (Amount::Courses(courses), Lang::ZhTw) => format!("{courses} 門課"),
        (Amount::Credits(credits), Lang::En) => {
            format!("{credits} {}", if credits.tenths() == 10 { "credit" } else { "credits" })
        }
        (Amount::Courses(1), Lang::En) => "1 course".to_owned(),
        (Amount::Courses(courses), Lang::En) => format!("{courses} courses"),
    }
}

/// A course with its code.
pub fn course(lang: Lang, course: &CourseRef) -> String {
    halves::course(lang, course, &[], false)
}

fn list(lang: Lang, items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect::<Vec<_>>().join(lang.pick("、", ", "))
}

/// Whether a course is cross-domain, with the reason. `entry` is the student's entry year.
pub fn standing(lang: Lang, standing: &Standing, entry: Option<u16>) -> String {
    let entry = entry.map(|year| year.to_string()).unwrap_or_default();
    match (standing, lang) {
        (Standing::Cross, Lang::ZhTw) => format!("跨領域：不在你系 {entry} 入學課程科目表的專業課程中"),
        (Standing::Cross, Lang::En) => format!("cross-domain: no professional course of your department ({entry})"),
        (Standing::Decided(true), _) => lang.pick("跨領域：你註記系所已認定", "cross-domain, as you noted").to_owned(),
        (Standing::Decided(false), _) => {
            lang.pick("你註記系所不認定為跨領域", "not cross-domain, as you noted").to_owned()
        }
        (Standing::Own { symbol, by_code: true, .. }, Lang::ZhTw) => {
            format!("本系專業課程：{entry} 入學課程科目表的 {}", symbol.sign())
        }
        (Standing::Own { symbol, by_code: true, .. }, Lang::En) => {
            format!("your department's own course: {} in the curriculum of entry {entry}", symbol.sign())
        }
        (Standing::Own { symbol, name, .. }, Lang::ZhTw) => {
            format!("與本系專業課程「{name}」同名（{entry} 入學 {}），視為同一課程", symbol.sign())
        }
        (Standing::Own { symbol, name, .. }, Lang::En) => {
            format!("same name as your department's {name} ({}, entry {entry}): the same course", symbol.sign())
        }
        (Standing::Doubt(doubt), Lang::ZhTw) => format!("待系所確認：{}", self::doubt(lang, doubt)),
        (Standing::Doubt(doubt), Lang::En) => {
            format!("to be confirmed by your department: {}", self::doubt(lang, doubt))
        }
        (Standing::NoCurriculum, _) => lang
            .pick("待確認：缺系組、入學年度或課程科目表", "to be confirmed: group, entry year or curriculum missing")
            .to_owned(),
    }
}

/// Why a program is closed to the student.
pub fn closed(lang: Lang, closed: &Closed) -> String {
    match (closed, lang) {
        (Closed::Department(department), Lang::ZhTw) => format!("{department}學生不得修讀"),
        (Closed::Department(department), Lang::En) => {
            format!("not open to students of {}", names::unit(lang, department))
        }
        (Closed::OnlyFor(departments), Lang::ZhTw) => {
            format!("僅限{}學生修讀", list(lang, departments.iter().cloned()))
        }
        (Closed::OnlyFor(departments), Lang::En) => {
            format!("only for students of {}", list(lang, departments.iter().map(|one| names::unit(lang, one))))
        }
        (Closed::OwnProgram, _) => lang
            .pick(
                "此微學程皆為本系課程，對本系學生不計入跨域畢業條件",
                "holds only your own department's courses, so it never counts as cross-domain for you",
            )
            .to_owned(),
    }
}

/// Which records a view looks at.
pub fn view(lang: Lang, view: View) -> &'static str {
    match view {
        View::Passed => lang.pick("已通過", "passed"),
        View::InProgress => lang.pick("修習中", "in progress"),
        View::Planned => lang.pick("計畫中", "planned"),
    }
}

/// A block of the graduation credits.
pub fn block(lang: Lang, block: Block) -> &'static str {
    match block {
        Block::Common => lang.pick("共同必修／選修", "Common courses"),
        Block::ProfessionalRequired => lang.pick("專業必修", "Professional required"),
        Block::ProfessionalElective => lang.pick("專業選修", "Professional elective"),
        Block::Free => lang.pick("跨域及自由選修", "Cross-domain and free electives"),
        Block::GeneralEducation => lang.pick("通識（計入自由選修有上限）", "General education (capped)"),
    }
}

/// That the certificate of another program cannot be had besides this one's. `other` is its name or code.
pub fn exclusive(lang: Lang, other: &str) -> String {
    match lang {
        Lang::ZhTw => format!("與「{other}」互斥：兩張證書只能取得一張"),
        Lang::En => format!("excludes {other}: only one of the two certificates can be had"),
    }
}

/// The heading over the conditions that are met.
pub fn conditions_met(lang: Lang, n: usize) -> String {
    match lang {
        Lang::ZhTw => format!("已符合的條件（{n} 項）"),
        Lang::En if n == 1 => "1 condition is met".to_owned(),
        Lang::En => format!("{n} conditions are met"),
    }
}

/// Courses, not passed yet, without any one of which it is met all the same; `all` together, too.
pub fn even_if(lang: Lang, names: &[String], all: bool) -> String {
    let list = list(lang, names.iter().cloned());
    match (lang, names.len(), all) {
        (Lang::ZhTw, 1, _) => format!("就算「{list}」沒過，也滿足條件。"),
        (Lang::ZhTw, _, true) => format!("就算這幾門都沒過，也滿足條件：{list}。"),
        (Lang::ZhTw, _, false) => format!("這幾門裡任何一門沒過（只少一門），也滿足條件：{list}。"),
        (Lang::En, 1, _) => format!("Even if you fail {list}, it is met."),
        (Lang::En, _, true) => format!("Even if you fail all of these, it is met: {list}."),
        (Lang::En, _, false) => format!("Even if you fail any one of these (only one), it is met: {list}."),
    }
}

/// What is missing for the requirement is what is missing for the certificate.
pub fn as_above(lang: Lang) -> &'static str {
    lang.pick("還差上面的證書條件。", "What is missing for the certificate above is missing here.")
}
