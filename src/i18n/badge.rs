//! The shortest words for an answer: on badges, on cards, in announcements. The full sentences are in [`super::audit`].

use super::{Lang, units};
use crate::audit::{Advice, Standing, Status};
use crate::catalog::curriculum::Symbol;
use crate::procedure::Registration;
use crate::transcript::Status as How;

/// An answer in a word or two.
pub fn status(lang: Lang, status: &Status) -> &'static str {
    match status {
        Status::Met => lang.pick("已完成", "Done"),
        Status::MetIfInProgress => lang.pick("修過就完成", "Done if you pass"),
        Status::MetIfPlanned => lang.pick("照計畫完成", "Done by plan"),
        Status::NotYet { reachable: true, .. } => lang.pick("未完成", "Not yet"),
        Status::NotYet { reachable: false, .. } => lang.pick("湊不齊", "Out of reach"),
        Status::DependsOn { .. } => lang.pick("待確認", "To confirm"),
        Status::NotOpen(_) => lang.pick("不開放", "Not open"),
        Status::NotRequired => lang.pick("不需要", "Not required"),
    }
}

/// Whether a course is cross-domain for the student, in a word.
pub fn standing(lang: Lang, standing: &Standing) -> &'static str {
    match standing {
        Standing::Cross => lang.pick("跨領域", "Cross-domain"),
        Standing::Own { .. } => lang.pick("本系課程", "Own department"),
        Standing::Doubt(_) | Standing::NoCurriculum => lang.pick("跨領域待確認", "Cross-domain?"),
    }
}

/// How far a course is.
pub fn how(lang: Lang, how: How) -> &'static str {
    match how {
        How::Passed => lang.pick("已通過", "Passed"),
        How::InProgress => lang.pick("修習中", "In progress"),
        How::Planned => lang.pick("計畫修", "Planned"),
        How::NotPassed => lang.pick("未通過", "Not passed"),
    }
}

/// What is left, in one line: `再修 2 門（5 學分）`.
pub fn left(lang: Lang, advice: &Advice) -> String {
    let credits = units::credits(lang, advice.credits);
    let n = advice.courses.len();
    let sure = advice.facts.is_empty();
    match (lang, n, sure) {
        (Lang::ZhTw, 0, _) => "確認後就完成".to_owned(),
        (Lang::En, 0, _) => "Done once confirmed".to_owned(),
        (Lang::ZhTw, _, true) => format!("再修 {n} 門（{credits}）就完成"),
        (Lang::ZhTw, _, false) => format!("再修 {n} 門（{credits}），確認後完成"),
        (Lang::En, _, true) => format!("{} finish it ({credits})", more(n)),
        (Lang::En, _, false) => format!("{} ({credits}), once confirmed", more(n)),
    }
}

fn more(n: usize) -> String {
    if n == 1 { "1 more course".to_owned() } else { format!("{n} more courses") }
}

/// What a symbol of a curriculum means.
pub fn symbol(lang: Lang, symbol: Symbol) -> &'static str {
    match symbol {
        Symbol::RequiredProfessional => lang.pick("▲ 專業必修", "▲ required professional"),
        Symbol::MinistryProfessional => lang.pick("● 部訂專業必修", "● required professional (ministry)"),
        Symbol::ElectiveProfessional => lang.pick("★ 專業選修", "★ elective professional"),
        Symbol::RequiredCommon => lang.pick("△ 共同必修", "△ required common"),
        Symbol::MinistryCommon => lang.pick("○ 部訂共同必修", "○ required common (ministry)"),
        Symbol::ElectiveCommon => lang.pick("☆ 共同選修", "☆ elective common"),
    }
}

/// Where the student stands with registering for a program.
pub fn registration(lang: Lang, registration: &Registration) -> String {
    match (lang, registration) {
        (Lang::ZhTw, Registration::Open { to, last }) => {
            format!("現在可以登記修讀，到 {to} 為止{}", if *last { "（最後一次機會）" } else { "" })
        }
        (Lang::En, Registration::Open { to, last }) => {
            format!("Registration is open until {to}{}", if *last { " (your last chance)" } else { "" })
        }
        (Lang::ZhTw, Registration::Coming { from, to, last }) => {
            format!("{from} 到 {to} 登記修讀{}", if *last { "（最後一次機會）" } else { "" })
        }
        (Lang::En, Registration::Coming { from, to, last }) => {
            format!("Register from {from} to {to}{}", if *last { " (your last chance)" } else { "" })
        }
        (Lang::ZhTw, Registration::Until(term)) => format!("最晚在 {} 的加退選期間登記修讀", units::term(lang, *term)),
        (Lang::En, Registration::Until(term)) => {
            format!("Register in the add/drop weeks of {} at the latest", units::term(lang, *term))
        }
        (Lang::ZhTw, Registration::Past(term)) => {
            format!("登記期限（{}加退選）已過；還沒登記請洽教務處", units::term(lang, *term))
        }
        (Lang::En, Registration::Past(term)) => format!(
            "The last registration (add/drop of {}) is over; not registered? Ask Academic Affairs",
            units::term(lang, *term)
        ),
        (Lang::ZhTw, Registration::Unknown) => "填入學年度，就知道登記期限".to_owned(),
        (Lang::En, Registration::Unknown) => "Fill in your entry year to see your deadline".to_owned(),
    }
}
