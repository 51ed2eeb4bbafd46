//! What only the command line says.

pub mod help;
pub mod refused;
pub mod wrong;

use super::Lang;

words! {
    /// Words of the reports.
    Report {
        certificate: "證書", "certificate";
        requirement: "跨域畢業條件", "requirement";
        not_offered: "（近年沒開）", " (not offered of late)";
        not_together: "清單內的課程無法同時修成", "cannot be finished together with the listed courses";
        at_least: "最少再修", "at least";
        easier: "好修的走法", "easier to take";
        if_confirmed: "如果下面的事都確認為是，最少再修", "if what follows is confirmed, at least";
    }
}

/// A course that was taken under another code, after its name.
pub fn taken_as(lang: Lang, code: &str) -> String {
    match lang {
        Lang::ZhTw => format!("（修的是 {code}）"),
        Lang::En => format!(" (taken as {code})"),
    }
}
