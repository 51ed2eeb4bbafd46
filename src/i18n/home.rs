//! Words of the home page and of the profile step.

words! {
    /// Home.
    Home {
        hero: "跨域微學程，你離哪個最近？", "Micro-programs: which one are you closest to?";
        lead: "說你是哪個系、哪年入學，再貼上或勾選修過的課，馬上知道每個微學程修完沒、還差什麼、怎麼修最省。", "Say your department and entry year, paste or tick your courses, and see for every program whether you are done, what is missing, and the shortest way.";
        private: "全部在你的裝置上計算，不上傳、不用登入", "Computed on your device: nothing uploaded, no login";
        offline: "、離線也能用", ", works offline";
        stop: "。", ".";
        step_profile: "你是哪個系？", "Which department are you in?";
        step_profile_why: "用來判斷哪些課對你算跨領域，以及你適用的規定。", "Needed to tell which courses are cross-domain for you and which rules apply.";
        department: "系所", "Department";
        department_graduate: "系所／研究所", "Department or institute";
        step_profile_why_other: "用來判斷哪些微學程開放給你、適用哪些規定。跨域畢業條件只是日間部大學部的，不是你的。", "Needed to tell which programs are open to you and which rules apply. The cross-domain graduation requirement is for day-school undergraduates, not for you.";
        profile_open_other: "還沒填系所與入學年度。", "Department and entry year are not filled in.";
        group: "組別／班別", "Group or class";
        entry: "入學年度", "Entry year";
        degree: "學制", "Degree system";
        bachelor: "日間部大學部", "Day-school undergraduate";
        evening: "進修部大學部", "Evening-school undergraduate";
        graduate: "研究所", "Graduate school";
        choose: "請選擇", "Choose";
        other_department: "不在清單上", "Not on the list";
        done: "完成", "Done";
        skip: "先逛逛", "Look around first";
        change: "修改", "Change";
        profile_open: "還沒填系所與入學年度，跨領域判斷都是「待確認」。", "Without department and entry year, cross-domain answers stay open.";
        fill_in: "現在填", "Fill in";
        step_courses: "修過哪些課？", "Which courses have you taken?";
        import: "貼上成績或選檔案", "Paste scores or choose a file";
        import_why: "支援校務系統的歷年成績、畢業審查頁、CSV。", "Takes the portal's score page, the graduation review, or CSV.";
        tick: "自己勾選", "Tick them yourself";
        demo: "用示範學生看看", "Try the demo student";
        glance: "我的進度", "My progress";
        figure_done: "學分修滿", "Credits reached";
        figure_near: "差一兩門", "1–2 courses left";
        figure_confirm: "待確認", "To confirm";
        requirement: "跨域畢業條件", "Cross-domain requirement";
        requirement_not: "還沒符合", "Not yet satisfied";
        requirement_none: "你不需要（112 學年度起入學的日間部大學生才需要）", "Not yours (only day-school undergraduates who entered in 112 or later)";
        requirement_unknown: "填入學年度才知道適不適用", "Fill in your entry year to know whether it applies";
        nearest: "離你最近的微學程", "Your nearest programs";
        nearest_empty: "還沒有修課紀錄，先照應修學分排。", "No courses yet, so these are simply the smallest.";
        all_programs: "看全部微學程", "See all programs";
        deadline: "你的期限", "Your deadlines";
        deadline_more: "看完整流程", "See the whole procedure";
        courses_of: "我的修課紀錄", "My courses";
    }
}

/// When a student entered.
pub fn entered(lang: super::Lang, year: u16) -> String {
    match lang {
        super::Lang::ZhTw => format!("{year} 學年度入學"),
        super::Lang::En => format!("entered in {year}"),
    }
}
