//! What to do next, in a sentence; and the deadlines.

use super::{Lang, units};
use crate::catalog::calendar::Act;
use crate::day::Day;
use crate::deadlines::{Deadline, When};
use crate::next_step::NextStep;
use crate::procedure::Registration;
use crate::term::Term;

words! {
    /// What to do next.
    Next {
        title: "下一步", "Next step";
        choose: "選一個微學程", "Choose a program";
        routes: "看其他路與問誰", "Other routes, and whom to ask";
        plan: "排接下來的課", "Plan the next courses";
        how_register: "怎麼登記", "How to register";
        how_apply: "怎麼申請、要交什麼", "How to apply, what to hand in";
        look: "看這個微學程", "See this program";
        deadlines: "你的期限", "Your deadlines";
        none: "目前沒有期限。", "No deadline at present.";
        form: "官方網頁與申請表", "Official page and form";
        attach: "要交：申請書（表一到表四，填好並簽名）與歷年成績單。", "Hand in: the application form (tables 1 to 4, filled in and signed) and the full transcript.";
        to_whom: "交給開設這個微學程的單位。", "To the unit that runs the program.";
    }
}

/// The step in a sentence. `name` is that of the program which it is about, where it is about one; `marks_below` says
/// that the marks stand below, on the program's page.
pub fn sentence(lang: Lang, step: &NextStep, name: &str, marks_below: bool) -> String {
    let of = if name.is_empty() { String::new() } else { lang.pick(format!("「{name}」"), name.to_owned()) };
    match step {
        NextStep::SayWho => lang
            .pick(
                "先說你是哪個系、哪年入學，才知道你的期限與跨域課程。",
                "First say your department and entry year: your deadlines and cross-domain courses follow from them.",
            )
            .to_owned(),
        NextStep::Register { when, .. } => register(lang, when, &of),
        NextStep::TooLate { latest, required } => too_late(lang, *latest, *required) + mark_it(lang, marks_below),
        NextStep::AskFirst => lang
            .pick(
                "跨域畢業條件是日間部大學部的，你不需要。想拿微學程證書，先問教務處你能不能登記。",
                "The cross-domain requirement is for day-school undergraduates, not for you. For a certificate ask Academic Affairs first whether you can register.",
            )
            .to_owned(),
        NextStep::Select { window, .. } => select(lang, window.as_ref(), &of),
        NextStep::Apply { registered, if_passed, window, last, .. } => {
            let mut text = reached(lang, *if_passed, &of);
            text.push_str(&apply(lang, window.as_ref(), *last));
            if *if_passed {
                text.push_str(lang.pick("成績出來前能不能先申請，問主辦單位。", " Ask the unit whether you may apply before the grades are out."));
            }
            if !registered {
                text.push_str(lang.pick("要先登記過才能申請：登記過就標記，沒登記請先問教務處。", " Only a registered student can apply: mark it if you are, else ask Academic Affairs first."));
            }
            text
        }
        NextStep::Wait { applied, .. } => match lang {
            Lang::ZhTw => format!("{of}已在 {applied} 申請：等審查。順序是微學程聯絡人、微學程負責人、你的系辦、你的系主任，最後教務處發證書。"),
            Lang::En => format!("You applied for {of} in {applied}: wait for the review. Program contact, program head, your department office, your department chair; then Academic Affairs issues the certificate."),
        },
        NextStep::Certified { fulfils, .. } => certified(lang, *fulfils, &of),
    }
}

fn register(lang: Lang, when: &Registration, of: &str) -> String {
    let of = if of.is_empty() {
        lang.pick("微學程", "for a program").to_owned()
    } else {
        lang.pick(of.to_owned(), format!("for {of}"))
    };
    let chance =
        |last: bool| if last { lang.pick("這是你最後一次機會。", " It is your last chance.") } else { "" };
    match (lang, when) {
        (Lang::ZhTw, Registration::Open { to, last, .. }) => {
            format!("現在登記修讀{of}，到 {to} 為止。{}", chance(*last))
        }
        (Lang::En, Registration::Open { to, last, .. }) => format!("Register {of} now, until {to}.{}", chance(*last)),
        (Lang::ZhTw, Registration::Coming { term, from, to, last }) => {
            format!("登記修讀{of}：{}加退選，{from} 到 {to}。{}", units::term(lang, *term), chance(*last))
        }
        (Lang::En, Registration::Coming { term, from, to, last }) => {
            format!(
                "Register {of} in the add/drop weeks of {}, {from} to {to}.{}",
                units::term(lang, *term),
                chance(*last)
            )
        }
        (Lang::ZhTw, Registration::Until(term)) => {
            format!("登記修讀{of}：下次加退選的日期還沒公布，最晚 {}。", units::term(lang, *term))
        }
        (Lang::En, Registration::Until(term)) => {
            format!(
                "Register {of} in the next add/drop weeks, whose days are not published yet; at the latest those of {}.",
                units::term(lang, *term)
            )
        }
        // These are no time to register.
        (_, Registration::Past(_) | Registration::Unknown | Registration::NotSaid) => String::new(),
    }
}

fn too_late(lang: Lang, latest: Term, required: bool) -> String {
    let term = units::term(lang, latest);
    let rest = match required {
        true => lang.pick(
            "畢業條件還可以走學程、第二專長、輔系或雙主修。",
            " The requirement has other routes: program, second specialty, minor, double major.",
        ),
        false => lang.pick("你不需要跨域畢業條件。", " You do not need the cross-domain requirement."),
    };
    match lang {
        Lang::ZhTw => format!("微學程的登記期限（{term}加退選）已過。{rest}"),
        Lang::En => format!("Registration for programs ended with the add/drop weeks of {term}.{rest}"),
    }
}

/// Where somebody who is registered says so.
fn mark_it(lang: Lang, below: bool) -> &'static str {
    match below {
        true => lang.pick("已經登記了，就在下面標記。", " If you are registered, mark it below."),
        false => lang.pick("已經登記了，就到微學程頁標記。", " If you are registered, mark it on the program's page."),
    }
}

fn select(lang: Lang, window: Option<&Deadline>, of: &str) -> String {
    let Some(window) = window else {
        return match lang {
            Lang::ZhTw => format!("選{of}接下來的課。"),
            Lang::En => format!("Select the next courses of {of}."),
        };
    };
    let (act, term) = (act(lang, window.act), units::term(lang, window.term));
    match (lang, window.when) {
        (Lang::ZhTw, When::Open { to, .. }) => format!("選{of}接下來的課：{term}{act}，到 {to} 為止。"),
        (Lang::En, When::Open { to, .. }) => format!("Select the next courses of {of}: {act} of {term}, until {to}."),
        (Lang::ZhTw, When::Coming { from, to, days }) => {
            format!("選{of}接下來的課：{term}{act} {from} 到 {to}（{}）。", in_days(lang, days))
        }
        (Lang::En, When::Coming { from, to, days }) => {
            format!("Select the next courses of {of}: {act} of {term}, {from} to {to} ({}).", in_days(lang, days))
        }
        (Lang::ZhTw, When::NotPublished) => format!("選{of}接下來的課：{term}{act}的日期還沒公布。"),
        (Lang::En, When::NotPublished) => {
            format!("Select the next courses of {of}; the days of {act} of {term} are not published yet.")
        }
    }
}

fn reached(lang: Lang, if_passed: bool, of: &str) -> String {
    match (lang, if_passed) {
        (Lang::ZhTw, false) => format!("{of}學分已修滿："),
        (Lang::En, false) => format!("Credits of {of} reached: "),
        (Lang::ZhTw, true) => format!("這學期的課都通過，{of}就修滿："),
        (Lang::En, true) => format!("Pass the courses you are taking and {of} is complete: "),
    }
}

fn apply(lang: Lang, window: Option<&Deadline>, last: bool) -> String {
    let chance = if last {
        lang.pick("這是你四年級畢業前的最後一次。", " It is the last time before you graduate after four years.")
    } else {
        ""
    };
    let text = match (lang, window.map(|window| (window.when, window.term))) {
        (Lang::ZhTw, Some((When::Open { to, .. }, _))) => format!("現在申請證書，到 {to} 為止。"),
        (Lang::En, Some((When::Open { to, .. }, _))) => format!("apply for the certificate now, until {to}."),
        (Lang::ZhTw, Some((When::Coming { from, to, days }, _))) => {
            format!("{from} 到 {to} 申請證書（{}）。", in_days(lang, days))
        }
        (Lang::En, Some((When::Coming { from, to, days }, _))) => {
            format!("apply for the certificate from {from} to {to} ({}).", in_days(lang, days))
        }
        (Lang::ZhTw, Some((When::NotPublished, term))) => {
            format!("在 {} 第 13 到 18 週申請證書，日期還沒公布。", units::term(lang, term))
        }
        (Lang::En, Some((When::NotPublished, term))) => {
            format!(
                "apply for the certificate in weeks 13 to 18 of {}, whose days are not published yet.",
                units::term(lang, term)
            )
        }
        (Lang::ZhTw, None) => "在學期第 13 到 18 週申請證書。".to_owned(),
        (Lang::En, None) => "apply for the certificate in weeks 13 to 18 of a term.".to_owned(),
    };
    text + chance
}

fn certified(lang: Lang, fulfils: Option<bool>, of: &str) -> String {
    let rest = match fulfils {
        Some(true) => lang.pick("跨域畢業條件完成了。", " The cross-domain requirement is fulfilled."),
        Some(false) => lang.pick(
            "但它還不符合跨域畢業條件：看還差什麼，或走其他路。",
            " It does not fulfil the cross-domain requirement yet: see what is missing, or take another route.",
        ),
        None => lang.pick("你不需要跨域畢業條件。", " You do not need the cross-domain requirement."),
    };
    match lang {
        Lang::ZhTw => format!("拿到{of}證書了。{rest}"),
        Lang::En => format!("You have the certificate of {of}.{rest}"),
    }
}

fn in_days(lang: Lang, days: i32) -> String {
    match (lang, days) {
        (Lang::ZhTw, 1) => "明天開始".to_owned(),
        (Lang::ZhTw, _) => format!("{days} 天後開始"),
        (Lang::En, 1) => "opens tomorrow".to_owned(),
        (Lang::En, _) => format!("opens in {days} days"),
    }
}

/// What is done in a window.
pub fn act(lang: Lang, act: Act) -> &'static str {
    match act {
        Act::Register => lang.pick("登記修讀", "registration"),
        Act::Preselect => lang.pick("初選", "pre-selection"),
        Act::AddDrop => lang.pick("加退選", "add/drop"),
        Act::Withdraw => lang.pick("撤選", "withdrawal"),
        Act::Apply => lang.pick("申請證書", "certificate application"),
    }
}

/// `115 下學期初選`.
pub fn what(lang: Lang, deadline: &Deadline) -> String {
    let (act, term) = (act(lang, deadline.act), units::term(lang, deadline.term));
    lang.pick(format!("{term}{act}"), format!("{}, {term}", capital(act)))
}

/// An English word or two as a line begins with them.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// When: `2026-12-07 到 2026-12-18（13 天後開始）`.
pub fn when(lang: Lang, deadline: &Deadline) -> String {
    let span = |from: Day, to: Day| lang.pick(format!("{from} 到 {to}"), format!("{from} to {to}"));
    match deadline.when {
        When::Open { from, to } => {
            lang.pick(format!("{}（進行中）", span(from, to)), format!("{} (now)", span(from, to)))
        }
        When::Coming { from, to, days } => {
            let days = in_days(lang, days);
            lang.pick(format!("{}（{days}）", span(from, to)), format!("{} ({days})", span(from, to)))
        }
        When::NotPublished => lang.pick("日期還沒公布", "days not published yet").to_owned(),
    }
}
