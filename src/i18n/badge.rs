//! The words for an answer, the same on pages, in tables and on the command line. The full sentences are in
//! [`super::audit`].

use super::{Lang, units};
use crate::audit::{Advice, Amount, Answer, Progress, Standing, View};
use crate::catalog::curriculum::Symbol;
use crate::procedure::Registration;
use crate::transcript::Completion;

/// An answer in a word or two.
pub fn status(lang: Lang, status: &Answer) -> &'static str {
    match status {
        Answer::Met => lang.pick("學分已修滿", "Credits reached"),
        Answer::MetIfInProgress => lang.pick("修過就完成", "Done if you pass"),
        Answer::MetIfPlanned => lang.pick("照計畫完成", "Done by plan"),
        Answer::NotYet { reachable: true, .. } => lang.pick("未完成", "Not yet"),
        Answer::NotYet { reachable: false, .. } => lang.pick("湊不齊", "Out of reach"),
        Answer::DependsOn { .. } => lang.pick("待確認", "To confirm"),
        Answer::NotOpen(_) => lang.pick("不開放", "Not open"),
        Answer::NotRequired => lang.pick("不需要", "Not required"),
    }
}

/// Whether a course is cross-domain for the student, in a word.
pub fn standing(lang: Lang, standing: &Standing) -> &'static str {
    match standing {
        Standing::Cross | Standing::Decided(true) => lang.pick("跨領域", "Cross-domain"),
        Standing::Decided(false) => lang.pick("非跨領域", "Not cross-domain"),
        Standing::Own { .. } => lang.pick("本系課程", "Own department"),
        Standing::Doubt(_) | Standing::NoCurriculum => lang.pick("跨領域待確認", "Cross-domain?"),
    }
}

/// How far a course is.
pub fn how(lang: Lang, how: Completion) -> &'static str {
    match how {
        Completion::Passed => lang.pick("已通過", "Passed"),
        Completion::InProgress => lang.pick("修習中", "In progress"),
        Completion::Planned => lang.pick("計畫修", "Planned"),
        Completion::NotPassed => lang.pick("未通過", "Not passed"),
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
        (Lang::En, 1, true) => format!("{} finishes it ({credits})", more(n)),
        (Lang::En, _, true) => format!("{} finish it ({credits})", more(n)),
        (Lang::En, _, false) => format!("{} ({credits}), once confirmed", more(n)),
    }
}

/// The same of a way of one course, where others would do as well: `這 7 門任修一門（3 學分）就完成`.
pub fn any_of(lang: Lang, n: usize, advice: &Advice) -> String {
    let credits = units::credits(lang, advice.credits);
    match lang {
        Lang::ZhTw => format!("這 {n} 門任修一門（{credits}）就完成"),
        Lang::En => format!("any one of these {n} courses finishes it ({credits})"),
    }
}

/// The same of an answer: where facts alone can finish it, asking comes first, and the courses are for when they do not
/// hold.
pub fn left_of(lang: Lang, status: &Answer, advice: &Advice) -> String {
    let left = left(lang, advice);
    match (lang, status) {
        _ if advice.courses.is_empty() => left,
        (Lang::ZhTw, Answer::DependsOn { .. }) => format!("先去確認，答案都是「是」就完成；不是的話，{left}"),
        (Lang::En, Answer::DependsOn { .. }) => {
            format!("Ask first: a yes finishes it. If it is a no: {}", lower(&left))
        }
        _ => left,
    }
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
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
        (Lang::ZhTw, Registration::Open { to, last, .. }) => {
            format!("現在可以登記修讀，到 {to} 為止{}", if *last { "（最後一次機會）" } else { "" })
        }
        (Lang::En, Registration::Open { to, last, .. }) => {
            format!("Registration is open until {to}{}", if *last { " (your last chance)" } else { "" })
        }
        (Lang::ZhTw, Registration::Coming { from, to, last, .. }) => {
            format!("{from} 到 {to} 登記修讀{}", if *last { "（最後一次機會）" } else { "" })
        }
        (Lang::En, Registration::Coming { from, to, last, .. }) => {
            format!("Register from {from} to {to}{}", if *last { " (your last chance)" } else { "" })
        }
        (Lang::ZhTw, Registration::Until(term)) => format!("最晚在 {}的加退選期間登記修讀", units::term(lang, *term)),
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
        (Lang::ZhTw, Registration::NotSaid) => "在加退選期間登記；期限訂的是大學部的學期，研究生請先問教務處".to_owned(),
        (Lang::En, Registration::NotSaid) => "In the add/drop weeks; the last term is set for undergraduates only: as a graduate student ask Academic Affairs".to_owned(),
        (Lang::ZhTw, Registration::Unknown) => "填入學年度，就知道登記期限".to_owned(),
        (Lang::En, Registration::Unknown) => "Fill in your entry year to see your deadline".to_owned(),
    }
}

/// An answer in a sentence. What is missing or open is listed beside it. `requirement` tells the two questions apart.
pub fn sentence(lang: Lang, status: &Answer, requirement: bool) -> String {
    let text = match (status, requirement) {
        (Answer::Met, false) => {
            lang.pick("條件都滿足了，可以申請證書。", "All conditions are met. You can apply for the certificate.")
        }
        (Answer::Met, true) => lang.pick(
            "拿到這張證書，就符合跨域畢業條件。",
            "With this certificate you satisfy the cross-domain requirement.",
        ),
        (Answer::MetIfInProgress, _) => {
            lang.pick("正在修的課都通過，就滿足條件。", "Pass the courses you are taking, and it is met.")
        }
        (Answer::MetIfPlanned, _) => {
            lang.pick("照計畫修完並通過，就滿足條件。", "Carry out your plan and pass, and it is met.")
        }
        (Answer::NotYet { reachable: true, .. }, _) => lang.pick("還差這些：", "Still missing:"),
        (Answer::NotYet { reachable: false, .. }, _) => lang.pick(
            "只靠本微學程的課程清單，你湊不齊這些條件：",
            "This program's own list cannot satisfy these for you:",
        ),
        (Answer::NotOpen(_), _) => "",
        (Answer::NotRequired, _) => lang.pick(
            "這項條件只適用 112 學年度起入學的日間部大學生。",
            "This requirement is only for day-school undergraduates who entered in 112 or later.",
        ),
        (Answer::DependsOn { facts, view }, _) => return depends(lang, facts.len(), *view),
    };
    text.to_owned()
}

/// What to say of the requirement, by its own status, where the certificate's credits are reached and the requirement's
/// are not. Empty where the student needs none.
pub fn besides(lang: Lang, requirement: &Answer) -> &'static str {
    match requirement {
        Answer::Met | Answer::NotRequired => "",
        Answer::DependsOn { .. } => {
            lang.pick("跨域畢業條件還有事要確認", "Something to confirm for the cross-domain requirement")
        }
        _ => lang.pick("但還不符合跨域畢業條件", "The cross-domain requirement is not satisfied yet"),
    }
}

fn depends(lang: Lang, facts: usize, view: View) -> String {
    let then = match view {
        View::Passed => "",
        View::InProgress => lang.pick("，而且正在修的課都通過", ", and you pass the courses you are taking"),
        View::Planned => lang.pick("，而且照計畫修完", ", and you carry out your plan"),
    };
    match (lang, facts) {
        (Lang::ZhTw, _) => format!("下面 {facts} 件事確認為「是」{then}，就滿足條件："),
        (Lang::En, 1) => format!("It is met if this is confirmed{then}:"),
        (Lang::En, _) => format!("It is met if these are confirmed{then}:"),
    }
}

/// What may still come toward a condition: `修習中 +2 · 計畫 +3`. Empty when nothing is on its way.
pub fn coming(lang: Lang, progress: &Progress) -> String {
    let mut parts = Vec::new();
    let mut more = |from: Amount, to: Amount, word: &str| {
        let gain = to.number().saturating_sub(from.number());
        if gain > 0 {
            parts.push(format!("{word} +{}", super::audit::number(from.with(gain))));
        }
    };
    more(progress.passed, progress.in_progress, lang.pick("修習中", "in progress"));
    more(progress.in_progress, progress.planned, lang.pick("計畫", "planned"));
    more(progress.planned, progress.possible, lang.pick("待確認", "to confirm"));
    parts.join(" · ")
}

/// How much there is of what a condition asks, where no bar is seen: `核心：已有 1 門，應有 2 門`. Without a category, in all.
pub fn so_far(lang: Lang, category: Option<&str>, have: Amount, need: Amount) -> String {
    let (have, number) = (units::amount(lang, have), super::audit::number(need));
    match (lang, category) {
        (Lang::ZhTw, name) => format!("{}：已有 {have}，應有 {}", name.unwrap_or("總共"), units::amount(lang, need)),
        (Lang::En, name) => format!("{}: {have} so far, {number} needed", name.unwrap_or("In all")),
    }
}

/// How much there is, beside the sentence of the condition: `已有 1 門`.
pub fn have(lang: Lang, have: Amount) -> String {
    let have = units::amount(lang, have);
    match lang {
        Lang::ZhTw => format!("已有 {have}"),
        Lang::En => format!("{have} so far"),
    }
}

/// What became of a program's answer, as it is read out: `綠建築微學程：原本再修 1 門（2 學分）就完成，現在學分已修滿`.
pub fn changed(lang: Lang, program: &str, before: &str, now: &str) -> String {
    match lang {
        Lang::ZhTw => format!("{program}：原本{before}，現在{now}"),
        Lang::En => format!("{program}: before: {before}; now: {now}"),
    }
}

/// Several such, and how many more have another answer.
pub fn changes(lang: Lang, told: &[String], others: usize) -> String {
    let mut text = told.join(lang.pick("；", "; "));
    if others > 0 {
        text.push_str(&match lang {
            Lang::ZhTw => format!("；另有 {} 的結果變了", units::programs(lang, others)),
            Lang::En => format!("; {} more changed", units::programs(lang, others)),
        });
    }
    text
}
