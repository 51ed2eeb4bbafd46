//! Words for the steps that a student marks, and for answers in their light: what is met by credits is fulfilled only by
//! a certificate.

use super::{Lang, badge};
use crate::audit::Answer;
use crate::saved::Step;
use crate::term::Term;

words! {
    /// The student's own marks.
    Marks {
        title: "我辦到哪一步", "How far I am";
        lead: "登記、申請、拿證書只有你知道：標記後，期限與說明跟著變。", "Only you know whether you are registered, have applied, have the certificate: deadlines and words follow what you mark.";
        registered: "登記修讀的學期", "Registered in";
        applied: "申請證書的學期", "Applied in";
        certified: "拿到證書的學期", "Certificate got in";
        not_yet: "還沒", "not yet";
        marked: "已標記", "Marked";
        taken_back: "已取消標記", "Mark taken back";
    }
}

/// The certificate in a word or two.
pub fn certificate(lang: Lang, status: &Answer, step: Option<Step>) -> &'static str {
    match (step, status) {
        (Some(Step::Certified), _) => lang.pick("已有證書", "Certified"),
        (Some(Step::Applied), Answer::Met) => lang.pick("已申請", "Applied"),
        (_, Answer::Met) => lang.pick("修滿，待申請", "Credits reached"),
        _ => badge::status(lang, status),
    }
}

/// The graduation requirement in a word or two.
pub fn requirement(lang: Lang, status: &Answer, step: Option<Step>) -> &'static str {
    match (step, status) {
        (Some(Step::Certified), Answer::Met) => lang.pick("已符合", "Fulfilled"),
        (Some(Step::Applied), Answer::Met) => lang.pick("等證書", "Awaits certificate"),
        (_, Answer::Met) => lang.pick("差證書", "Needs certificate"),
        _ => badge::status(lang, status),
    }
}

/// Where a student stands who has the credits.
pub fn reached(lang: Lang, step: Option<Step>) -> &'static str {
    match step {
        Some(Step::Certified) => lang.pick("已拿到證書。", "The certificate is there."),
        Some(Step::Applied) => {
            lang.pick("學分已修滿，已申請，等審查。", "Credits reached, applied for: wait for the review.")
        }
        _ => lang.pick("學分已修滿，還沒申請證書。", "Credits reached, not yet applied for."),
    }
}

/// Whether the graduation requirement is fulfilled, where its credits are.
pub fn fulfilled(lang: Lang, step: Option<Step>) -> &'static str {
    match step {
        Some(Step::Certified) => lang.pick("已符合跨域畢業條件。", "The cross-domain requirement is fulfilled."),
        Some(Step::Applied) => lang.pick(
            "證書發下來，就符合跨域畢業條件。",
            "Once the certificate is issued, the cross-domain requirement is fulfilled.",
        ),
        _ => lang.pick(
            "拿到這張證書，就符合跨域畢業條件。",
            "With this certificate you satisfy the cross-domain requirement.",
        ),
    }
}

/// What is said on home of the requirement, where a program's credits reach it: `學分已修滿，還沒申請 · 綠建築微學程`.
pub fn requirement_by(lang: Lang, step: Option<Step>, program: &str) -> String {
    let word = match step {
        Some(Step::Certified) => lang.pick("已符合", "Fulfilled"),
        Some(Step::Applied) => lang.pick("已申請證書，等審查", "Applied, waiting for the certificate"),
        _ => lang.pick("學分已修滿，還沒申請證書", "Credits reached, not yet applied for"),
    };
    format!("{word} · {program}")
}

/// By which edition a registered program is judged. `known` says whether the catalog has the edition of that year.
pub fn judged_by(lang: Lang, registered: Term, edition: &str, known: bool) -> String {
    match (lang, known) {
        (Lang::ZhTw, true) => format!("你在 {registered} 登記：依 {edition} 版規定判斷（待教務處確認）。"),
        (Lang::En, true) => {
            format!(
                "You registered in {registered}: judged by edition {edition} (to be confirmed with Academic Affairs)."
            )
        }
        (Lang::ZhTw, false) => {
            format!("你在 {registered} 登記，但資料裡沒有那個學年度的規定：先依 {edition} 版規定判斷，請向教務處確認。")
        }
        (Lang::En, false) => format!(
            "You registered in {registered}, an academic year whose edition is not in the data: judged by edition {edition} for now. Confirm with Academic Affairs."
        ),
    }
}
