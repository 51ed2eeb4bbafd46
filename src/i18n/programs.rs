//! Words of the list of programs and of a program's page.

words! {
    /// Programs.
    Programs {
        title: "微學程", "Programs";
        list: "清單", "The list";
        search: "找微學程、課名或編碼", "Find a program, course or code";
        filter: "篩選", "Filter";
        sort: "排序", "Sort";
        sort_nearest: "離我最近", "Nearest to me";
        sort_college: "學院", "College";
        sort_credits: "學分少到多", "Fewest credits";
        sort_name: "名稱", "Name";
        college: "學院", "College";
        all_colleges: "全部學院", "All colleges";
        verdict: "進度", "Progress";
        any: "全部", "All";
        met: "學分已修滿", "Credits reached";
        coming: "修過就完成", "Done if you pass";
        near: "差一兩門", "1–2 courses left";
        confirm: "待確認", "To confirm";
        not_yet: "未完成", "Not yet";
        open_only: "只看開放給我的", "Open to me only";
        english: "英語授課", "Taught in English";
        max_credits: "應修學分", "Credits";
        any_credits: "不限", "Any";
        clear: "清除條件", "Clear";
        compare: "比較", "Compare";
        compare_hint: "勾選兩到三個微學程", "Tick two or three programs";
        compare_too_few: "要比較，先從清單勾選兩到三個微學程。", "To compare, tick two or three programs in the list.";
        alike: "都一樣", "the same for all";
        nothing: "沒有符合的微學程", "No program fits";
        nothing_hint: "換個關鍵字，或清除篩選條件。", "Try another word, or clear the filters.";
        certificate: "微學程證書", "Certificate";
        requirement: "跨域畢業條件", "Cross-domain requirement";
        required_credits: "應修", "Requires";
        department: "開設單位", "Run by";
        conditions: "條件與進度", "Conditions and progress";
        courses: "課程", "Courses";
        category_open: "清單沒寫類別的課", "Category not stated";
        category_open_why: "學分照算；能不能算進某一類，要問微學程。", "Their credits count; whether they count in a category, ask the program.";
        minimum_open: "清單沒寫至少要幾門；依學校通則是 1 門", "Minimum not stated; by the general rule at least 1";
        counted: "採計", "Counts";
        counted_if: "通過後採計", "Counts once passed";
        not_counted: "不採計", "Does not count";
        online: "線上課程", "Online";
        required: "必修", "Required";
        category_not_printed: "這版清單未印類別", "Category not printed in this edition";
        rarely: "近期沒開", "Not offered lately";
        last_offered: "開課", "Offered";
        ways: "怎麼修完最快", "Shortest way to finish";
        ways_certificate: "完成證書", "For the certificate";
        ways_requirement: "同時符合跨域畢業條件", "And for the cross-domain requirement";
        instead: "也可以換成", "Or instead";
        alternatives: "其他同樣省的修法", "Other ways just as short";
        plan_these: "全部加入規劃", "Add all to my plan";
        if_confirmed: "前提是確認：", "Provided this is confirmed:";
        to_confirm: "要確認的事", "Things to confirm";
        to_confirm_hint: "問到答案後記在這裡。這是你自己的紀錄，不是正式認定。", "Record the answer here once you have it. It is your own note, not an official decision.";
        answer_yes: "是", "Yes";
        answer_no: "不是", "No";
        answer_open: "還沒問", "Not asked yet";
        decided: "你記下的答案", "Your recorded answers";
        legend_passed: "已修過", "passed";
        legend_soon: "修習中", "in progress";
        legend_plan: "規劃中", "planned";
        legend_ask: "待確認", "to confirm";
        congratulations: "恭喜，這個微學程的學分都修滿了！", "Congratulations: all credits of this program are done!";
        unofficial: "以下結果用到你自己記的答案，不是正式認定。", "These results use answers you recorded yourself; they are not official.";
        restrictions: "修讀限制", "Restrictions";
        notes: "資料來源的出入", "Where the sources differ";
        sources: "來源", "Sources";
        edition: "規定的版本", "Edition of the rules";
        standard: "課程系統：本微學程的課程標準", "Course system: this program's standard";
        plan_pdf: "微學程規劃書（PDF）", "Program plan (PDF)";
        faq: "教務處：微學程說明與常見問題", "Academic Affairs: micro-programs and FAQ";
        plans: "教務處：各微學程規劃書", "Academic Affairs: plans of all programs";
        print: "列印", "Print";
        sheet: "檢核表", "Review sheet";
        back: "微學程", "Programs";
        unknown: "沒有這個微學程", "There is no such program";
        table_differs: "學分表寫的是另一個數字；這裡依規定文字。", "The credit table states another number; the rule text is used here.";
        own_department_only: "只含開設系的課程", "Holds only its own department's courses";
        more_courses: "你修過、但不採計的課", "Courses you took that do not count";
    }
}

/// The least number of courses of a category: `至少 1 門`.
pub fn at_least(lang: super::Lang, n: usize) -> String {
    let courses = super::units::courses(lang, n);
    match lang {
        super::Lang::ZhTw => format!("至少 {courses}"),
        super::Lang::En => format!("at least {courses}"),
    }
}
