//! Why a record does not count, in sentences.

use super::audit::fact;
use super::{Lang, names};
use crate::audit::NotCountedReason;
use crate::catalog::document::{NotListedReason, Program};

/// Why a record does not count. `counted_by` names the record counted instead.
pub fn not_counted(
    lang: Lang,
    reason: &NotCountedReason,
    program: &Program,
    counted_by: &dyn Fn(usize) -> String,
) -> String {
    match (reason, lang) {
        (NotCountedReason::NotPassed, _) => lang.pick("未通過或停修", "failed or withdrawn").to_owned(),
        (NotCountedReason::NotPassedYet, _) => {
            lang.pick("還沒通過；證書不靠它也夠", "not passed, not needed").to_owned()
        }
        (NotCountedReason::NotRecognised, _) => lang.pick("你註記為不認列", "not recognised, as you noted").to_owned(),
        (NotCountedReason::CountedAlready { by }, Lang::ZhTw) => format!("同一課程已採計：{}", counted_by(*by)),
        (NotCountedReason::CountedAlready { by }, Lang::En) => {
            format!("the same course is counted already: {}", counted_by(*by))
        }
        (NotCountedReason::ToConfirm(facts), Lang::ZhTw) => {
            format!("待確認：{}", joined(lang, facts.iter().map(|f| fact(lang, f, program))))
        }
        (NotCountedReason::ToConfirm(facts), Lang::En) => {
            format!("to be confirmed: {}", joined(lang, facts.iter().map(|f| fact(lang, f, program))))
        }
        (NotCountedReason::NotListed(why), _) => not_listed(lang, *why).to_owned(),
        (NotCountedReason::ExcludedForDepartment(department), Lang::ZhTw) => {
            format!("本學程不採計{department}學生修習此課")
        }
        (NotCountedReason::ExcludedForDepartment(department), Lang::En) => {
            format!("the program does not count this course for students of {}", names::unit(lang, department))
        }
        (NotCountedReason::OwnDepartmentCourse { symbol }, Lang::ZhTw) => {
            format!("本系課程（{}），本學程對本系學生不採計", symbol.sign())
        }
        (NotCountedReason::OwnDepartmentCourse { symbol }, Lang::En) => {
            format!("your department's own course ({}): the program does not count it for you", symbol.sign())
        }
        (NotCountedReason::LimitReached, _) => lang.pick("已達採計上限", "such courses are capped").to_owned(),
    }
}

/// Why a course near an edition is not in it.
pub fn not_listed(lang: Lang, why: NotListedReason) -> &'static str {
    match why {
        NotListedReason::LaterEdition => lang.pick("較晚的版本才列入", "listed only in a later edition"),
        NotListedReason::EarlierEdition => lang.pick(
            "在較早的清單，不在這一版：是否採計請洽本微學程",
            "on an earlier list, not on this one: ask the program whether it counts",
        ),
    }
}

fn joined(lang: Lang, items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect::<Vec<_>>().join(lang.pick("、", ", "))
}
