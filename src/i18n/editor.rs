//! Words of the page on which the catalog is edited.

use super::Lang;

words! {
    /// The page.
    Editor {
        title: "維護目錄", "Keep the catalog";
        lead: "給承辦人：像試算表一樣改微學程、課程與限制，旁邊隨時檢查；存檔前先看改了什麼、對學生有什麼影響。檔案只在這台電腦上，不會上傳。", "For those who keep the catalog: edit programs, courses and restrictions like a spreadsheet, checked all the while; before saving, see what is different and what it does to students. Nothing is sent anywhere.";
        students: "審查學生", "Judge students";
        opening: "正在開啟目錄", "Opening the catalog";
        cannot_open: "目錄打不開", "The catalog cannot be opened";
        open_file: "開啟檔案", "Open a file";
        open_hint: "programs.json、Excel 或 CSV 表格，或課程系統另存的網頁（微學程或系組的課程科目表）；也可以拖進來。", "programs.json, a workbook or CSV tables, or saved pages of the course system (a program's or a group's curriculum); dropping them here works, too.";
        undo: "復原", "Undo";
        redo: "重做", "Redo";
        workbook: "下載 Excel", "Download as workbook";
        csv: "下載 CSV（zip）", "Download CSV (zip)";
        edition: "版本", "Edition";
        find_program: "找微學程", "Find a program";
        programs: "微學程", "Programs";
        tables: "所有表格", "All tables";
        begin: "從清單選一個微學程，改它的基本資料、課程與限制；或選一個表格。", "Choose a program to edit its facts, courses and restrictions, or a table.";
        find_row: "在這個表裡找", "Find in this table";
        all_columns: "顯示所有欄位", "Show all columns";
        remove: "刪除", "Remove";
        change: "修改", "Change";
        done: "收起", "Fold";
        add_course: "新增課程", "Add a course";
        add_restriction: "新增限制", "Add a restriction";
        add_row: "新增一列", "Add a row";
        course_code: "課程編碼", "Course code";
        category: "類別", "Category";
        kind: "種類", "Kind";
        choose: "請選", "Choose";
        is_new: "改過", "changed";
        no_rows: "沒有符合的列。", "No row matches.";
        previous: "上一頁", "Previous";
        next: "下一頁", "Next";
        list_hint: "用分號隔開", "with semicolons between them";
        add_to_list: "加入", "Add";
        added_to_list: "已加入", "Added";
        check: "檢查", "Check";
        all_good: "沒有錯誤。", "No mistakes.";
        asked: "請確認", "Is it meant so?";
        sure: "都看過了，確定沒錯", "I have looked: all of it is meant so";
        see: "去改", "Go there";
        differences: "改了什麼", "What is different";
        nothing: "還沒有修改。", "Nothing is different yet.";
        mend_first: "先改好上面的錯誤，才看得到改了什麼。", "Mend the mistakes above to see what is different.";
        effect: "這樣改，學生會怎樣", "What it does to students";
        effect_hint: "每個規定或課程改過的微學程，虛構一萬位學生，各用原來和現在的目錄判定。", "For each program whose facts changed, ten thousand invented students are judged by the catalog as it was and as it is.";
        trying: "正在試算", "Trying";
        effect_failed: "沒有試完。再改一次就會重新開始。", "It did not come to its end; it begins anew with the next edit.";
        save: "存檔", "Save";
        save_hint: "下載一個 zip：新的檔案、原來的檔案（.before）與修改說明。解開後放到網站上，取代同名的檔案。", "Downloads a zip: the new files, those before (.before), and what was changed. Unpack it and put the files in their place on the site.";
        by: "承辦單位（不寫姓名）", "Unit (no person's name)";
        why: "為什麼改", "Why";
        save_button: "存檔並下載", "Save and download";
        save_catalog: "只要 programs.json", "Only programs.json";
        saved: "已存檔：", "Saved:";
        wait: "試算完就可以存檔。", "It can be saved once the trial is done.";
        need_words: "請寫承辦單位與原因。", "Say which unit, and why.";
        crashed: "剛才那一步做不到，已回到那一步之前。", "That step could not be done; everything is as it was before it.";
        answer: "照回答採用", "Take it by these answers";
        told: "剛才的檔案", "The files just now";
    }
}

/// How many problems there are.
pub fn problems(lang: Lang, refused: usize, asked: usize) -> String {
    match (lang, refused, asked) {
        (Lang::ZhTw, 0, asked) => format!("{asked} 件請確認"),
        (Lang::ZhTw, refused, 0) => format!("{refused} 個錯誤"),
        (Lang::ZhTw, refused, asked) => format!("{refused} 個錯誤，{asked} 件請確認"),
        (Lang::En, 0, asked) => format!("{asked} to confirm"),
        (Lang::En, refused, 0) => format!("{refused} mistakes"),
        (Lang::En, refused, asked) => format!("{refused} mistakes, {asked} to confirm"),
    }
}

/// Which rows of how many are shown.
pub fn rows(lang: Lang, from: usize, to: usize, all: usize) -> String {
    match lang {
        Lang::ZhTw if all <= to => format!("{all} 列"),
        Lang::ZhTw => format!("第 {} 到 {to} 列，共 {all} 列", from + 1),
        Lang::En if all <= to => format!("{all} rows"),
        Lang::En => format!("rows {} to {to} of {all}", from + 1),
    }
}

/// What a cell is, for screen readers: its row and column.
pub fn cell(lang: Lang, heading: &str, row: usize) -> String {
    match lang {
        Lang::ZhTw => format!("{heading}，第 {row} 列"),
        Lang::En => format!("{heading}, row {row}"),
    }
}
