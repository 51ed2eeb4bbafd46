//! Words for the editions of the catalog: which one judges, and what another one says.

use super::Lang;

words! {
    /// Editions.
    Edition {
        title: "判斷依據的版本", "Edition to judge by";
        hint: "不同學年度的微學程規定與清單會不同。哪一版適用於你，目前的資料沒有寫明：預設是目錄排在最前面的版本，請向微學程聯絡窗口或教務處確認。", "Rules and lists differ from year to year. The data do not say which edition applies to you: the default is the one that the catalog puts first. Ask the program's contact or Academic Affairs.";
        default: "預設", "default";
        changed: "另一個版本的不同", "What another edition says";
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
        Lang::ZhTw => format!("依 {id} 版判斷"),
        Lang::En => format!("Judged by edition {id}"),
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
        Lang::ZhTw => format!("改依 {id} 版判斷"),
        Lang::En => format!("Judge by edition {id}"),
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
