//! Words for what each year's curricula say of the other years.

use crate::i18n::Lang;

/// A year whose file in that folder is out of date, with the command that mends it.
pub fn stale(year: u16, dir: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!(
            "{dir}：{year} 學年度的 other_years（其他入學年度另有的專業課程）與其他年度的檔案不符\n  建議：執行 kuayu catalog renew-curricula {dir}"
        ),
        Lang::En => format!(
            "{dir}: other_years of {year} (professional courses that other entry years have besides) is not what the other files say\n  hint: run kuayu catalog renew-curricula {dir}"
        ),
    }
}

/// A year whose file was written anew.
pub fn written(year: u16, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{year} 學年度：已更新其他入學年度另有的專業課程"),
        Lang::En => format!("entry year {year}: what other entry years have besides is up to date again"),
    }
}
