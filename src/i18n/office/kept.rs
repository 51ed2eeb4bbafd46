//! What is not overwritten, what is kept, and what is asked before something is replaced.

use crate::i18n::{Lang, units};

/// Tables that hold something else than would be written: nothing was.
pub fn edited(dir: &str, files: &[&str], lang: Lang) -> String {
    let files = units::list(lang, files);
    match lang {
        Lang::ZhTw => format!(
            "{dir} 裡的 {files} 和現在的資料不同，可能有人改過：什麼都沒寫\n  \
             建議：匯出到別的資料夾，或先匯回改過的表；確定不要了就加 --overwrite"
        ),
        Lang::En => format!(
            "{files} in {dir} differ from the data as they are now, and may have been edited: nothing was written\n  \
             hint: write to another folder, or take the edited tables back first; --overwrite gives them up"
        ),
    }
}

/// Where the file as it was is kept.
pub fn kept(file: &str, former: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{file} 已更新；原來的內容留在 {former}"),
        Lang::En => format!("{file} is renewed; what it was is kept in {former}"),
    }
}

/// Something was asked, and nothing written.
pub fn asked(lang: Lang) -> &'static str {
    lang.pick(
        "什麼都沒寫：請改正上面的地方；確定都沒錯，就加 --sure 再做一次",
        "nothing was written: mend what stands above; if all of it is meant, do it again with --sure",
    )
}
