//! Words of the frame that every page stands in.

words! {
    /// Navigation, notices, and words that several pages use.
    App {
        name: "跨域", "Kuayu";
        skip: "跳到內容", "Skip to content";
        home: "首頁", "Home";
        courses: "修課", "Courses";
        programs: "微學程", "Programs";
        plan: "規劃", "Plan";
        guide: "指南", "Guide";
        settings: "設定", "Settings";
        navigation: "主選單", "Main menu";
        undo: "復原", "Undo";
        undone: "已復原", "Undone";
        close: "關閉", "Close";
        cancel: "取消", "Cancel";
        save: "儲存", "Save";
        remove: "移除", "Remove";
        read_only: "這是別人分享的資料，不能修改。按「用我自己的資料」回到你的。", "This was shared by someone else and cannot be changed. “Use my own data” takes you back.";
        only_plans: "這是給學生的建議，只能改規劃；修課紀錄等其他資料是學生的。", "This is a suggestion for a student: only the plan can be changed; everything else is the student's.";
        edit: "編輯", "Edit";
        retry: "再試一次", "Try again";
        loading: "載入中…", "Loading…";
        notifications: "通知", "Notifications";
        not_found: "找不到這一頁", "There is no such page";
        not_found_hint: "網址可能打錯了，或這一頁已經搬走。", "The address may be mistyped, or the page has moved.";
        to_home: "回首頁", "Go to the home page";
        later_failed: "這個網頁沒有載入完整", "This page did not load completely";
        later_why: "網路中斷了，或網站剛更新。再試一次；還是不行就重新整理。你輸入的資料都還在。", "The network failed, or the site was just updated. Try again; if that does not help, reload. Everything you entered is still here.";
        catalog_failed: "課程資料讀不到", "The program data could not be read";
        catalog_offline: "網路沒有回應。連上網路後再試一次；你輸入的資料都還在。", "The network did not answer. Try again once you are online; everything you entered is still here.";
        catalog_broken: "網站上的 programs.json 有錯誤，請告知教務處。你輸入的資料都還在，也可以繼續編輯。", "The programs.json on this site has an error; please tell Academic Affairs. Everything you entered is still here and can be edited.";
        storage_unavailable: "這個瀏覽器不允許網頁儲存資料（例如私密瀏覽）。現在輸入的內容，關掉分頁就會消失；離開前請先匯出。", "This browser does not let pages store data (private browsing, for example). What you enter now is gone when the tab closes; export it before you leave.";
        storage_full: "瀏覽器的儲存空間滿了，最近的修改還沒存下來。請先匯出，再清出空間。", "The browser's storage is full and your latest changes are not stored. Export them first, then free some space.";
        storage_broken: "先前存的資料有一部分讀不懂。原文已另外保存，可以在「設定」匯出；讀得懂的部分都在這裡。", "Part of what was stored could not be read. The original is kept aside and can be exported in Settings; everything readable is here.";
        catalog_refused: "網站上的課程資料檔有錯，沒有採用。現在顯示的是先前的版本：", "The program data on the site has mistakes and was not taken. Shown is an earlier version: ";
        update_ready: "有新版本。更新只要一下子，你的資料都會留著。", "A new version is ready. Updating takes a moment; your data stays.";
        update_take: "更新", "Update";
        update_later: "稍後再說", "Later";
        storage_newer: "這些資料是由較新的版本存下的。為了不弄壞它，現在的修改不會存檔。請重新整理以取得新版。", "This data was stored by a newer version. So as not to damage it, changes are not stored now. Reload to get the new version.";
        names_failed: "英文名稱沒有載入，暫時只顯示中文名稱。", "The English names did not load; names are in Chinese for now.";
        translated: "（譯名）", "(transl.)";
        translated_why: "同名課程的英文名稱，不是這門課的正式名稱", "English title of another course of the same Chinese name, not this course's own";
        export_now: "匯出我的資料", "Export my data";
        demo_banner: "這是示範學生，修改不會存檔", "This is the demo student; changes are not stored";
        demo_leave: "用我自己的資料", "Use my own data";
        shared_banner: "這是別人分享的資料，只能看", "Shared by someone else; read only";
        unofficial: "這是自我檢核，不是正式結果。認定以主辦單位、就讀系所與教務處為準。", "This is a self-check, not an official result. The program, your department and Academic Affairs decide.";
    }
}
