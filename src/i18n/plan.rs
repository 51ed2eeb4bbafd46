//! Words and sentences of the plan page.

use super::halves::half;
use super::{Lang, units};
use crate::audit::{Degree, Profile};
use crate::credits::Credits;
use crate::planning::Warning;
use crate::procedure;
use crate::saved::{Outcome, Plan as SavedPlan};
use crate::term::Term;

words! {
    /// Plans.
    Plan {
        title: "修課規劃", "Plan";
        first: "我的規劃", "My plan";
        choose: "規劃", "Plan";
        new: "新增規劃", "New plan";
        duplicate: "複製", "Duplicate";
        rename: "改名", "Rename";
        delete: "刪除", "Delete";
        name: "規劃名稱", "Name of the plan";
        unnamed: "未命名的規劃", "Unnamed plan";
        copy_of: "（複本）", " (copy)";
        targets: "目標微學程", "Target programs";
        add_target: "加入目標微學程…", "Add a target program…";
        added_target: "已加入目標", "Target added";
        no_targets: "選一個想修完的微學程，這裡會即時顯示照這個規劃修完沒有、還差什麼。", "Choose a program you want to finish: this shows at once whether the plan finishes it, and what is still missing.";
        remove_target: "不再作為目標", "No longer a target";
        add_advice: "把這些課加入規劃", "Add these courses";
        together: "一起修最省", "Together";
        compare: "並排比較", "Side by side";
        status: "證書", "Certificate";
        requirement: "跨域畢業條件", "Cross-domain requirement";
        needed: "應修學分", "Credits asked";
        had: "已修採計", "Passed and counted";
        with_plan: "照規劃採計", "Counted with the plan";
        left: "還要修", "Still to take";
        only_here: "只有它列的課", "Courses only it lists";
        college: "學院", "College";
        board: "各學期的課", "Courses by semester";
        undecided: "還沒決定學期", "No semester yet";
        empty: "這學期還沒有課", "Nothing here yet";
        move_to: "移到", "Move to";
        remove: "移出規劃", "Take out of the plan";
        taking: "修習中", "Being taken";
        marked: "「修課」裡標為計畫中", "Marked planned in Courses";
        add: "加一門課", "Add a course";
        search: "課名或編碼", "Course name or code";
        nothing: "找不到這門課", "No such course";
        add_one: "加入", "Add";
        over: "這學期過了，修得怎麼樣？", "That semester is over. How did it go?";
        mind: "要留意的事", "To mind";
        other_edition: "這個規劃上次是依另一版規定判斷：", "This plan was last judged by another edition: ";
        judged_by: "改依現在這一版", "Judge by the present one";
        drag_hint: "用「移到」換學期；在電腦上也可以用拖的。", "Use “Move to” to change the semester, or drag on a computer.";
    }
}

/// `如果下面的事都確認為是，只要 2 門 · 7 學分`.
pub fn if_confirmed(lang: Lang, courses: usize, credits: Credits) -> String {
    let about = format!("{} · {}", units::courses(lang, courses), units::credits(lang, credits));
    match lang {
        Lang::ZhTw => format!("如果下面的事都確認為是，只要 {about}"),
        Lang::En => format!("With all of this confirmed, {about} will do"),
    }
}

/// The name of a plan.
pub fn name(lang: Lang, plan: &SavedPlan) -> String {
    if plan.name.is_empty() { Plan::of(lang).unnamed.to_owned() } else { plan.name.clone() }
}

/// Years of study that have a name.
const YEARS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "七"];

/// `114-2（大三下）`, for a graduate `114-2（研一下）`.
pub fn semester(lang: Lang, term: Option<Term>, profile: &Profile) -> String {
    let Some(term) = term else { return Plan::of(lang).undecided.to_owned() };
    let number = profile.entry.and_then(|entry| procedure::semester_of(entry, term));
    let graduate = profile.degree == Degree::Graduate;
    match (lang, number.filter(|n| (1..=YEARS.len() as u16 * 2).contains(n))) {
        (_, None) => units::term(lang, term),
        (Lang::ZhTw, Some(n)) => {
            let year = YEARS.get(usize::from(n - 1) / 2).unwrap_or(&"");
            let school = if graduate { "研" } else { "大" };
            format!("{term}（{school}{year}{}）", if n % 2 == 1 { "上" } else { "下" })
        }
        (Lang::En, Some(n)) if graduate => format!("{term} (graduate semester {n})"),
        (Lang::En, Some(n)) => format!("{term} (semester {n})"),
    }
}

/// A change told: what happened to which course or plan.
pub fn done(lang: Lang, what: PlanChange, name: &str) -> String {
    match (lang, what) {
        (Lang::ZhTw, PlanChange::Added) => format!("已把「{name}」加入規劃"),
        (Lang::En, PlanChange::Added) => format!("{name} added to the plan"),
        (Lang::ZhTw, PlanChange::Removed) => format!("已把「{name}」移出規劃"),
        (Lang::En, PlanChange::Removed) => format!("{name} taken out of the plan"),
        (Lang::ZhTw, PlanChange::Deleted) => format!("已刪除規劃「{name}」"),
        (Lang::En, PlanChange::Deleted) => format!("Plan {name} deleted"),
        (Lang::ZhTw, PlanChange::Renamed) => format!("規劃已改名為「{name}」"),
        (Lang::En, PlanChange::Renamed) => format!("Plan renamed to {name}"),
        (Lang::ZhTw, PlanChange::Copied) => format!("已建立「{name}」"),
        (Lang::En, PlanChange::Copied) => format!("{name} made"),
    }
}

/// What became of a planned course, as an answer to choose.
pub fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => lang.pick("通過了", "Passed"),
        Outcome::NotPassed => lang.pick("沒通過", "Not passed"),
        Outcome::NotTaken => lang.pick("沒有修", "Not taken"),
    }
}

/// What saying so did.
pub fn settled(lang: Lang, outcome: Outcome, name: &str) -> String {
    match (lang, outcome) {
        (Lang::ZhTw, Outcome::Passed) => format!("「{name}」已記為通過，移到「修課」"),
        (Lang::En, Outcome::Passed) => format!("{name} is recorded as passed, in Courses"),
        (Lang::ZhTw, Outcome::NotPassed) => format!("「{name}」已記為沒通過，留在規劃裡，學期再選"),
        (Lang::En, Outcome::NotPassed) => {
            format!("{name} is recorded as not passed; it stays in the plan, without a semester")
        }
        (Lang::ZhTw, Outcome::NotTaken) => format!("「{name}」留在規劃裡，學期再選"),
        (Lang::En, Outcome::NotTaken) => format!("{name} stays in the plan, without a semester"),
    }
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// A course came in.
    Added,
    /// A course went out.
    Removed,
    /// A plan was deleted.
    Deleted,
    /// A plan was renamed.
    Renamed,
    /// A plan was made or copied.
    Copied,
}

/// Something to mind; `course` and `program` name what it means.
pub fn warning(
    lang: Lang,
    warning: &Warning,
    course: &dyn Fn(usize) -> String,
    program: &dyn Fn(&str) -> String,
) -> String {
    match (warning, lang) {
        (Warning::RegistrationPast(term), Lang::ZhTw) => {
            format!("登記修讀的最後期限（{term} 加退選期間，大二下學期）已過。還沒登記的話，請先問教務處。")
        }
        (Warning::RegistrationPast(term), Lang::En) => {
            format!(
                "The last time to register for a program was the add/drop weeks of {term} (second year, second semester). If you have not, ask Academic Affairs first."
            )
        }
        (Warning::RegistrationNow(term), Lang::ZhTw) => {
            format!("最晚要在 {term}的加退選期間登記修讀目標微學程（大二下學期），之後就不能登記。")
        }
        (Warning::RegistrationNow(term), Lang::En) => {
            format!(
                "Register for the target programs in the add/drop weeks of {term} at the latest (second year, second semester)."
            )
        }
        (Warning::Apply(term), Lang::ZhTw) => {
            format!("規劃的最後一學期是 {term}：在該學期第 13 到 18 週申請證書（修畢學分），而且要在畢業之前。")
        }
        (Warning::Apply(term), Lang::En) => {
            format!(
                "The plan ends in {term}: apply for the certificate in weeks 13 to 18 of that semester, before graduating."
            )
        }
        (Warning::Exclusive(a, b), Lang::ZhTw) => format!("「{}」與「{}」不能同時取得證書。", program(a), program(b)),
        (Warning::Exclusive(a, b), Lang::En) => {
            format!("{} and {} exclude each other: only one certificate can be had.", program(a), program(b))
        }
        (Warning::Past { at }, Lang::ZhTw) => format!("「{}」排在已經過去的學期。", course(*at)),
        (Warning::Past { at }, Lang::En) => format!("{} stands in a semester that is over.", course(*at)),
        (Warning::AfterGraduation { at }, Lang::ZhTw) => format!("「{}」排在第八學期之後。", course(*at)),
        (Warning::AfterGraduation { at }, Lang::En) => format!("{} stands after the eighth semester.", course(*at)),
        (Warning::NoClass { at }, Lang::ZhTw) => {
            format!("「{}」自 114-1 起沒有開課紀錄，請先問開課單位。", course(*at))
        }
        (Warning::NoClass { at }, Lang::En) => {
            format!("{}: no class is known since 114-1; ask the unit that offers it.", course(*at))
        }
        (Warning::OtherHalf { at, offered }, Lang::ZhTw) => {
            format!("「{}」近年只在另一個學期開課（最近一次 {offered}）。", course(*at))
        }
        (Warning::OtherHalf { at, offered }, Lang::En) => {
            format!("{} was lately offered only in the other half of the year (last in {offered}).", course(*at))
        }
        (Warning::Online { at }, Lang::ZhTw) => {
            format!("「{}」是線上平台課程，校內不開班，請先確認修法。", course(*at))
        }
        (Warning::Online { at }, Lang::En) => {
            format!("{} is taken on an outside platform; no class is offered on campus.", course(*at))
        }
        (Warning::CountsOnce { at, other }, Lang::ZhTw) => {
            format!("「{}」與「{other}」是同一門課，只採計一次。", course(*at))
        }
        (Warning::CountsOnce { at, other }, Lang::En) => {
            format!("{} is the same course as {other}: it counts once.", course(*at))
        }
        (Warning::Order { at, before, stage }, Lang::ZhTw) => {
            format!("「{}」前面應該先修「{before}{}」。", course(*at), half(lang, *stage, 2))
        }
        (Warning::Order { at, before, stage }, Lang::En) => {
            format!("{before}{} should come before {}.", half(lang, *stage, 2), course(*at))
        }
    }
}
