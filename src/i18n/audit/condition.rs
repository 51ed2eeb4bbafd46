//! Conditions in words: what a program asks, which rule asks it, and what is missing of it.

use super::{amount, course, list};
use crate::audit::{Amount, Condition, ConditionSource, Missing, Of};
use crate::catalog::document::Program;
use crate::i18n::{Lang, units};

/// A condition without its amount: "跨領域專業課程（基礎以外）".
pub fn condition_subject(lang: Lang, condition: &Condition) -> String {
    let within = list(lang, condition.categories.iter().map(|name| units::category(lang, name).to_owned()));
    let named = !condition.categories.is_empty();
    let all = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    match &condition.of {
        Of::Any if named => match lang {
            Lang::ZhTw => format!("{within}類"),
            Lang::En => format!("category {within}"),
        },
        Of::Any if matches!(condition.need, Amount::Courses(_)) => all("合計門數", "courses in all"),
        Of::Any => all("合計學分", "credits in all"),
        Of::CrossDomain if named => match lang {
            Lang::ZhTw => format!("跨領域專業課程（{within}類）"),
            Lang::En => format!("cross-domain professional courses ({within})"),
        },
        Of::CrossDomain => all("跨領域專業課程（基礎以外）", "cross-domain professional courses (outside Basic)"),
        Of::OutsideDepartment if named => match lang {
            Lang::ZhTw => format!("外系所開課程（{within}類）"),
            Lang::En => format!("courses of other departments ({within})"),
        },
        Of::OutsideDepartment => all("外系所開課程", "courses of other departments"),
        Of::InPerson => match lang {
            Lang::ZhTw => format!("{within}類實體課程"),
            Lang::En => format!("courses taught in person in {within}"),
        },
        Of::Listed(courses) if courses.is_empty() => all("須另外確認的條件", "a condition to be confirmed"),
        Of::Listed(courses) => {
            let courses = list(lang, courses.iter().map(|one| course(lang, one)));
            match lang {
                Lang::ZhTw => format!("指定課程（{courses}）"),
                Lang::En => format!("named courses ({courses})"),
            }
        }
        Of::Track(track) => match lang {
            Lang::ZhTw => format!("{within}類「{track}」課程"),
            Lang::En => format!("courses of {track} in {within}"),
        },
        Of::OneTrackOf(tracks) => {
            let tracks = tracks.join(lang.pick("或", " or "));
            match lang {
                Lang::ZhTw => format!("{within}類同一領域課程（{tracks}擇一）"),
                Lang::En => format!("courses of one track in {within} (either {tracks})"),
            }
        }
    }
}

/// A condition in full: "基礎類至少 1 門課".
pub fn condition(lang: Lang, condition: &Condition) -> String {
    let (subject, need) = (condition_subject(lang, condition), amount(lang, condition.need));
    match lang {
        Lang::ZhTw => format!("{subject}至少 {need}"),
        Lang::En => format!("At least {need}: {subject}"),
    }
}

/// Which rule a condition comes from.
pub fn source(lang: Lang, source: ConditionSource, program: &Program) -> String {
    let words = match source {
        ConditionSource::ProgramCredits => lang.pick("本學程修畢學分", "the program's credits"),
        ConditionSource::CategoryMinimum => lang.pick("本學程類別規定", "the program's category minimum"),
        ConditionSource::GeneralMinimum => lang.pick(
            "學校通則：每類至少一門（本學程未載明，請向學程確認）",
            "the university's general rule, one course each category (the program states none: confirm with it)",
        ),
        ConditionSource::Requirement => lang.pick(
            "跨域畢業條件：微學程中基礎以外至少 6 學分為跨領域專業課程（112 學年度起入學）",
            "cross-domain graduation requirement: 6 credits outside Basic (entry year 112 on)",
        ),
        ConditionSource::Restriction(at) => {
            let own = program.restrictions.get(usize::from(at)).and_then(|restriction| restriction.source.as_ref());
            return match (own, lang) {
                (Some(source), Lang::ZhTw) => format!("本學程修讀限制（{source}）"),
                (Some(source), Lang::En) => format!("the program's restrictions ({source})"),
                (None, _) => lang.pick("本學程修讀限制", "the program's restrictions").to_owned(),
            };
        }
    };
    words.to_owned()
}

/// What is missing of a condition: "總整類還差 1 門課（0／1）".
pub fn missing(lang: Lang, missing: &Missing) -> String {
    if missing.condition.of == Of::Listed(Vec::new()) {
        return lang.pick("有一項條件，你記下的答案是「不是」", "you noted that a condition does not hold").to_owned();
    }
    let subject = condition_subject(lang, &missing.condition);
    let need = missing.condition.need;
    if missing.only_jointly {
        return match lang {
            Lang::ZhTw => format!("{subject}：已修的課另有用途，無法同時滿足"),
            Lang::En => format!("{subject}: fits, but the same course is needed elsewhere"),
        };
    }
    let left = need.number().saturating_sub(missing.have.number());
    let left = amount(lang, need.with(left));
    let (have, need) = (number(missing.have), number(need));
    match lang {
        Lang::ZhTw => format!("{subject}還差 {left}（{have}／{need}）"),
        Lang::En => format!("{left} short: {subject} ({have} of {need})"),
    }
}

/// The bare number of an amount.
pub fn number(amount: Amount) -> String {
    match amount {
        Amount::Credits(credits) => credits.to_string(),
        Amount::Courses(courses) => courses.to_string(),
    }
}
