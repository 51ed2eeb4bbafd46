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
        about: "關於", "About";
        about_text: "跨域幫你看 46 個跨域微學程各修了多少、還差什麼，以及怎麼修最省力。", "Kuayu shows how far you are in each of the 46 cross-domain micro-programs, what is missing, and the shortest way to finish.";
        sources: "資料來源", "Sources";
    }
}
