//! Why a course may be hard to take, and the way of the least credits beside an easier one.

use super::{Lang, units};
use crate::audit::Hindrance;
use crate::credits::Credits;

/// Why a course may be hard to take, in a few words.
pub fn why(lang: Lang, why: &Hindrance) -> String {
    match why {
        Hindrance::NoClass => lang.pick("最近五個學期沒有開課", "no class in the last five terms").to_owned(),
        Hindrance::GraduatesOnly => lang.pick("近年只開給研究生", "lately for graduate students only").to_owned(),
        Hindrance::OthersProject => lang
            .pick(
                "外系自己的專題或實習，通常只收該系學生",
                "another department's own project or internship, usually for its students",
            )
            .to_owned(),
        Hindrance::Continues(name) => match lang {
            Lang::ZhTw => format!("接在「{name}」之後，你還沒有修"),
            Lang::En => format!("comes after {name}, which you have not taken"),
        },
    }
}

/// `學分最少的走法：再修 2 門（5 學分），但有的課不容易修到`.
pub fn least(lang: Lang, courses: usize, credits: Credits) -> String {
    let (n, credits) = (courses, units::credits(lang, credits));
    match lang {
        Lang::ZhTw => format!("學分最少的走法：再修 {n} 門（{credits}），但有的課不容易修到"),
        Lang::En => {
            format!("The fewest credits: {} ({credits}), but some may be hard to take", units::courses(lang, n))
        }
    }
}
