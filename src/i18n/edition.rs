//! Words for the editions of the catalog: which one judges, and what another one says.

use super::{Lang, badge};
use crate::audit::Answer;
use crate::hash::DataHashes;

words! {
    /// Editions.
    Edition {
        title: "依哪一版規定判斷", "Which edition of the rules judges";
        hint: "不同學年度的微學程規定與清單會不同。哪一版適用於你，目前的資料沒有寫明：預設是這個學年度的版本，請向微學程聯絡窗口或教務處確認。", "Rules and lists differ from year to year. The data do not say which edition applies to you: the default is that of this academic year. Ask the program's contact or Academic Affairs.";
        what: "「版」是什麼？", "What is an edition?";
        default: "預設", "default";
        changed: "另一版規定的不同", "What another edition of the rules says";
        rules: "修讀限制不同", "other restrictions";
        same: "內容相同", "the same";
        more: "清單多了", "also lists";
        fewer: "清單少了", "does not list";
    }
}

/// `114-1 版`.
pub fn name(lang: Lang, id: &str) -> String {
    match lang {
        Lang::ZhTw => format!("{id} 版"),
        Lang::En => format!("Edition {id}"),
    }
}

/// Beside verdicts: which edition they are of, and that it can be changed.
pub fn judged_by(lang: Lang, id: &str) -> String {
    match lang {
        Lang::ZhTw => format!("依 {id} 版規定判斷"),
        Lang::En => format!("Judged by the rules of {id}"),
    }
}

/// `115-1 · 49 個`.
pub fn with_count(lang: Lang, id: &str, programs: usize) -> String {
    match lang {
        Lang::ZhTw => format!("{id} 版 · {programs} 個"),
        Lang::En => format!("{id} · {programs} programs"),
    }
}

/// What another edition says of the certificate.
pub fn certificate_otherwise(lang: Lang, id: &str, status: &Answer) -> String {
    match lang {
        Lang::ZhTw => format!("依 {id} 版：證書{}。適用哪一版請向微學程確認。", badge::status(lang, status)),
        Lang::En => format!(
            "By edition {id} the certificate is: {}. Ask the program which applies.",
            badge::status(lang, status)
        ),
    }
}

/// What another edition says of the requirement, where the certificate is alike.
pub fn requirement_otherwise(lang: Lang, id: &str, status: &Answer) -> String {
    match lang {
        Lang::ZhTw => format!("依 {id} 版：跨域畢業條件{}。適用哪一版請向微學程確認。", badge::status(lang, status)),
        Lang::En => format!(
            "By edition {id} the requirement is: {}. Ask the program which applies.",
            badge::status(lang, status)
        ),
    }
}

/// As of when the standards of an edition are told, and whether that is long ago.
pub fn as_of(lang: Lang, date: &str, old: bool) -> String {
    let text = match lang {
        Lang::ZhTw => format!("科目表為 {date} 的內容"),
        Lang::En => format!("standards as of {date}"),
    };
    if old {
        format!("{text}{}", lang.pick("（超過一年，可能已修訂）", " (over a year old; perhaps amended since)"))
    } else {
        text
    }
}

/// As of when the curriculum of an entry year is told, and whether that is long ago.
pub fn curriculum_as_of(lang: Lang, entry: u16, date: &str, old: bool) -> String {
    let text = match lang {
        Lang::ZhTw => format!("{entry} 入學課程科目表為 {date} 的內容"),
        Lang::En => format!("curriculum of entry year {entry} as of {date}"),
    };
    let later =
        lang.pick("（超過一年，之後增列的選修可能不在內）", " (over a year old; electives added since may be missing)");
    if old { format!("{text}{later}") } else { text }
}

/// The hashes of the data that judge.
pub fn data_hashes(lang: Lang, data: &DataHashes) -> String {
    let curricula = data.curricula.map(|hash| match lang {
        Lang::ZhTw => format!("、科目表 {hash}"),
        Lang::En => format!(", curricula {hash}"),
    });
    let (catalog, curricula) = (data.catalog, curricula.unwrap_or_default());
    match lang {
        Lang::ZhTw => format!("雜湊值：課程資料 {catalog}{curricula}"),
        Lang::En => format!("Hashes: program data {catalog}{curricula}"),
    }
}

/// A program that the present edition does not have.
pub fn only_in(lang: Lang, ids: &[String]) -> String {
    match lang {
        Lang::ZhTw => format!("只在 {} 版", ids.join("、")),
        Lang::En => format!("Only in edition {}", ids.join(", ")),
    }
}

/// The button that judges by another edition.
pub fn change_to(lang: Lang, id: &str) -> String {
    match lang {
        Lang::ZhTw => format!("改依 {id} 版規定判斷"),
        Lang::En => format!("Judge by the rules of {id}"),
    }
}

/// How many programs only another edition has.
pub fn more_programs(lang: Lang, id: &str, count: usize) -> String {
    match (lang, count) {
        (Lang::ZhTw, _) => format!("{id} 版另有 {count} 個微學程："),
        (Lang::En, 1) => format!("Edition {id} has one more program: "),
        (Lang::En, _) => format!("Edition {id} has {count} more programs: "),
    }
}
