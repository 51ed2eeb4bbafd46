//! The cheapest way whose courses of the next semester do not clash, in words.

use super::{Lang, units};
use crate::credits::Credits;
use crate::term::Term;

words! {
    /// The next semester of an advised way.
    Ahead {
        asks: "下學期排得進去嗎？", "Does it fit into next semester?";
        standing: "這學期已經排的課本身就衝堂，請先在修課規劃處理，再看這裡。", "What stands in this semester clashes already; mend that on the plan page first.";
        undecided: "衝堂的組合太多，沒有全部看完，所以不說哪個走法最省。可以先在修課規劃選好其他課的班別。", "So many ways clash that not all were looked at; which is the cheapest is not said. Choose classes of other courses on the plan page first.";
        not_in_term: "這個走法沒有課在這學期。", "No course of this way is taken in that semester.";
    }
}

/// What was found, compared with the cheapest of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayFound {
    /// Courses of the way.
    pub courses: usize,
    /// Its credits.
    pub credits: Credits,
    /// How many more than the cheapest way asks.
    pub more: Credits,
    /// It is the cheapest way itself.
    pub same: bool,
    /// Times of some of its courses are not known.
    pub unknown: bool,
}

/// How the cheapest way without a clash compares with the cheapest of all.
pub fn found(lang: Lang, term: Term, found: &WayFound) -> String {
    let about = format!("{} · {}", units::courses(lang, found.courses), units::credits(lang, found.credits));
    let more = units::credits(lang, found.more);
    let text = match (lang, found.same, found.more == Credits::default()) {
        (Lang::ZhTw, true, _) => format!("最省的走法在 {term} 不衝堂。"),
        (Lang::En, true, _) => format!("The cheapest way does not clash in {term}."),
        (Lang::ZhTw, false, true) => format!("在 {term} 不衝堂的走法，學分一樣：{about}"),
        (Lang::En, false, true) => format!("Without a clash in {term}, for the same credits: {about}"),
        (Lang::ZhTw, false, false) => format!("在 {term} 不衝堂最省的走法：{about}，比最省的走法多 {more}"),
        (Lang::En, false, false) => {
            format!("Cheapest without a clash in {term}: {about}, {more} more than the cheapest way")
        }
    };
    match (lang, found.unknown) {
        (_, false) => text,
        (Lang::ZhTw, true) => format!("就已知的時間，{text}"),
        (Lang::En, true) => format!("As far as times are known: {text}"),
    }
}

/// That every way clashes.
pub fn none(lang: Lang, term: Term) -> String {
    match lang {
        Lang::ZhTw => format!("每一種走法在 {term} 都有衝堂。最省的走法："),
        Lang::En => format!("Every way clashes in {term}. The cheapest way:"),
    }
}
