//! Words of what surrounds the page: other apps, other sites, home screens, clocks.

use super::Lang;

words! {
    /// What surrounds the page, and what to do about it.
    Around {
        framed: "這個網頁在別的網站裡面：在這裡輸入的資料只留在這台裝置，和直接開啟網址時的資料是分開的。", "This page stands inside another site: what you enter here stays on this device, apart from what you enter at its own address.";
        open_directly: "直接開啟", "Open it directly";
        open_outside: "用瀏覽器開啟", "Open in the browser";
        handed: "這裡不能下載檔案。請複製下面的文字，貼到備忘錄或信件裡存好：", "Files cannot be downloaded here. Copy the text below and keep it in a note or a mail:";
        copy: "複製", "Copy";
        copied: "已複製", "Copied";
        copy_failed: "瀏覽器不讓網頁複製，請長按文字自行複製。", "The browser did not allow copying. Select the text and copy it yourself.";
        share: "傳給別人", "Send";
        install: "放到主畫面", "Put it on the home screen";
        install_why: "像 App 一樣直接開啟，離線也能用。", "It opens like an app, and works offline.";
        install_now: "安裝", "Install";
        install_ios: "在 Safari 按「分享」，再按「加入主畫面」。主畫面上的資料和 Safari 裡的是分開的：先匯出備份檔，再到那裡還原。", "In Safari tap Share, then Add to Home Screen. Its data is apart from Safari's: export a backup file first, and restore it there.";
        install_menu: "在瀏覽器的選單裡選「安裝」或「加到主畫面」。", "Choose Install or Add to Home screen in the browser's menu.";
        forgets: "七天沒有開啟這個網頁，Safari 可能會清掉資料。請匯出備份檔，或把網頁放到主畫面。", "After seven days without a visit Safari may clear the data. Export a backup file, or put the page on the home screen.";
    }
}

/// What is different in a browser inside another app, which may say its name.
pub fn in_app(lang: Lang, app: Option<&str>) -> String {
    match lang {
        Lang::ZhTw => {
            let app = app.map_or("別的 App ".to_owned(), |app| format!(" {app} "));
            format!("這是{app}裡的瀏覽器：資料可能留不住，也不能列印或下載。請從選單選「用瀏覽器開啟」。")
        }
        Lang::En => {
            let app = app.unwrap_or("another app");
            format!(
                "This is the browser inside {app}: your data may not last, and it cannot print or download. Choose “open in browser” in its menu."
            )
        }
    }
}

/// That the device's date cannot be right.
pub fn wrong_clock(lang: Lang, date: &str) -> String {
    match lang {
        Lang::ZhTw => format!("這台裝置的日期是 {date}，應該不對。學期與期限會跟著算錯，請先校正日期再重新整理。"),
        Lang::En => {
            format!(
                "This device says it is {date}, which cannot be right. Semesters and deadlines go by it: set the date, then reload."
            )
        }
    }
}
