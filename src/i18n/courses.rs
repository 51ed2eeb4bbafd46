//! Words of the page of courses.

words! {
    /// My courses.
    Courses {
        title: "我的修課紀錄", "My courses";
        import: "匯入", "Import";
        export: "匯出 CSV", "Export CSV";
        template: "下載空白範本", "Download a template";
        credits: "畢業學分", "Graduation credits";
        search: "找課程：課名或課程編碼", "Course name or code";
        search_hint: "輸入課名的一部分或編碼，例如「測量」「3401007」", "Type part of an English or Chinese name, or a code: for example surveying, 測量 or 3401007";
        in_programs: "微學程裡的課", "Listed by a program";
        elsewhere: "其他課程", "Other courses";
        searching: "正在載入全校課程…", "Loading all courses…";
        search_failed: "全校課程清單載入失敗；微學程裡的課仍可搜尋。", "The list of all courses did not load; courses of the programs can still be found.";
        nothing: "找不到符合的課程", "No course found";
        add_own: "自己新增這門課", "Add this course yourself";
        name: "課名", "Course name";
        code: "課程編碼（七碼，可不填）", "Code (seven characters, optional)";
        credit_number: "學分", "Credits";
        term: "學期", "Term";
        grade: "成績", "Grade";
        status: "狀態", "Status";
        add: "加入", "Add";
        name_missing: "請先填課名", "Please fill in the course name";
        credits_refused: "學分請填數字，例如 3", "Credits are a number, for example 3";
        term_refused: "學期請寫成 112-1", "Please write the semester as 112-1";
        grade_refused: "成績請填 0 到 100，或 P、F、W、抵免", "The grade is 0 to 100, or P, F, W, 抵免";
        empty: "還沒有課程", "No courses yet";
        empty_hint: "貼上校務系統的歷年成績最快；也可以用上面的搜尋一門一門加。", "Pasting the portal's score page is quickest. You can also search above and add one by one.";
        from_curriculum: "從我的課程科目表勾選", "Tick from my curriculum";
        curriculum_need: "先填系所與入學年度，就能從課程科目表直接勾選。", "Fill in department and entry year to tick from your curriculum.";
        curriculum_none: "資料裡沒有你的課程科目表。", "Your curriculum is not in the data.";
        year_1: "一年級", "Year 1";
        year_2: "二年級", "Year 2";
        year_3: "三年級", "Year 3";
        year_4: "四年級", "Year 4";
        year_other: "其他", "Other";
        no_term: "未註明學期", "No term given";
        remove_all: "全部清空", "Remove all";
        removed_all: "已清空修課紀錄", "All courses removed";
        not_listed: "不在任何微學程", "In no program";
    }
}

/// Says that a course is there.
pub fn added(lang: super::Lang, name: &str) -> String {
    match lang {
        super::Lang::ZhTw => format!("已加入「{name}」"),
        super::Lang::En => format!("{name} added"),
    }
}

/// Says that a course is gone.
pub fn removed(lang: super::Lang, name: &str) -> String {
    match lang {
        super::Lang::ZhTw => format!("已移除「{name}」"),
        super::Lang::En => format!("{name} removed"),
    }
}

/// Names the choice of a course's status.
pub fn status_of(lang: super::Lang, name: &str) -> String {
    match lang {
        super::Lang::ZhTw => format!("{name}的狀態"),
        super::Lang::En => format!("Status of {name}"),
    }
}
