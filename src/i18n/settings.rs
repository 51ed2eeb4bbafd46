//! Words of the settings page.

words! {
    /// Settings: language, theme, data.
    Settings {
        title: "設定", "Settings";
        language: "語言", "Language";
        theme: "外觀", "Appearance";
        theme_auto: "跟隨系統", "Same as system";
        theme_light: "淺色", "Light";
        theme_dark: "深色", "Dark";
        data: "我的資料", "My data";
        data_where: "所有資料只存在這台裝置的這個瀏覽器裡，不會上傳。", "All data stays in this browser on this device. Nothing is uploaded.";
        export: "匯出備份檔", "Export a backup file";
        export_aside: "匯出讀不懂的舊資料", "Export old data that could not be read";
        restore: "從備份檔還原", "Restore from a backup file";
        restore_title: "備份檔的內容", "What the backup holds";
        restore_merge: "合併到現有資料", "Merge into my data";
        restore_replace: "取代現有資料", "Replace my data";
        restored: "已還原備份", "Backup restored";
        backup_other: "這不是跨域的備份檔。", "This is not a backup file of Kuayu.";
        backup_newer: "這個備份檔由較新的版本寫成。請先重新整理以取得新版，再還原。", "This backup was written by a newer version. Reload to get it, then restore.";
        backup_empty: "這個備份檔是空的。", "This backup file is empty.";
        clear: "清除全部資料", "Clear all my data";
        clear_once: "這會刪除這個瀏覽器裡的修課、規劃與確認紀錄，所有開著的分頁都會清空。建議先匯出備份檔。", "This deletes your courses, plans and confirmations in this browser, in every open tab. Export a backup first.";
        clear_next: "繼續清除", "Continue";
        clear_twice: "真的要全部清除嗎？清除後無法復原。", "Really clear everything? This cannot be undone.";
        clear_now: "是，全部清除", "Yes, clear everything";
        cleared: "資料已全部清除", "All data is cleared";
        about: "關於", "About";
        about_text: "跨域幫你看每個跨域微學程各修了多少、還差什麼，以及怎麼修最省力。", "Kuayu shows how far you are in each cross-domain micro-program, what is missing, and the shortest way to finish.";
    }
}

/// Which program this is: "版本 0.1.0（建置 0123456789abcdef）".
pub fn version(lang: super::Lang, version: &str, build: &str) -> String {
    match lang {
        super::Lang::ZhTw => format!("版本 {version}（建置 {build}）"),
        super::Lang::En => format!("Version {version} (build {build})"),
    }
}

/// `1 plan`, `2 plans`.
fn english(n: usize, what: &str) -> String {
    let plural = if n == 1 { "" } else { "s" };
    format!("{n} {what}{plural}")
}

/// What a document holds: "12 門課、2 個規劃".
pub fn holds(lang: super::Lang, records: usize, plans: usize) -> String {
    match lang {
        super::Lang::ZhTw => format!("{records} 門課、{plans} 個規劃"),
        super::Lang::En => format!("{}, {}", english(records, "course"), english(plans, "plan")),
    }
}

/// What merging a backup would do.
pub fn merging(lang: super::Lang, records: usize, plans: usize, kept: usize) -> String {
    match lang {
        super::Lang::ZhTw => {
            format!("合併：新增 {records} 門課、{plans} 個規劃；{kept} 項與現有的不同，保留現有的。")
        }
        super::Lang::En => {
            let kept = match kept {
                1 => "1 entry differs and stays as it is here".to_owned(),
                _ => format!("{kept} entries differ and stay as they are here"),
            };
            format!("Merging adds {} and {}; {kept}.", english(records, "course"), english(plans, "plan"))
        }
    }
}

/// What replacing would do.
pub fn replacing(lang: super::Lang, records: usize, plans: usize) -> String {
    match lang {
        super::Lang::ZhTw => format!("取代：現有的 {records} 門課、{plans} 個規劃會換成備份的內容。"),
        super::Lang::En => format!(
            "Replacing puts the backup in place of your {} and {}.",
            english(records, "course"),
            english(plans, "plan")
        ),
    }
}

/// Parts of a backup that could not be read.
pub fn unreadable(lang: super::Lang, parts: usize) -> String {
    match lang {
        super::Lang::ZhTw => format!("備份檔有 {parts} 筆讀不懂，不會還原。"),
        super::Lang::En => format!("{parts} entries of the backup could not be read and are left out."),
    }
}
