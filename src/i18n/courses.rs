//! Words of the page of courses.

use super::{Lang, units};
use crate::credits::Credits;

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
        curriculum_find: "在科目表裡找課名或編碼", "Find a name or code in the curriculum";
        curriculum_required: "只看必修", "Required courses only";
        no_term: "未註明學期", "No term given";
        remove_all: "全部清空", "Remove all";
        removed_all: "已清空修課紀錄", "All courses removed";
        not_listed: "不在任何微學程", "In no program";
    }
}

/// A semester of a curriculum, by year of study and half.
pub fn semester(lang: Lang, year: u8, semester: u8) -> String {
    match lang {
        Lang::ZhTw => {
            let year = ["一", "二", "三", "四", "五"].get(usize::from(year.saturating_sub(1))).unwrap_or(&"");
            format!("{year}年級{}", if semester == 1 { "上學期" } else { "下學期" })
        }
        Lang::En => format!("Year {year}, {}", if semester == 1 { "autumn" } else { "spring" }),
    }
}

/// The button that ticks the required courses of a semester, so many.
pub fn tick_required(lang: Lang, missing: usize) -> String {
    match (lang, missing) {
        (Lang::ZhTw, _) => format!("必修 {missing} 門打勾"),
        (Lang::En, 1) => "Tick the required course".to_owned(),
        (Lang::En, _) => format!("Tick the {missing} required courses"),
    }
}

/// Says that they are ticked.
pub fn ticked_required(lang: Lang, semester: &str, missing: usize) -> String {
    match lang {
        Lang::ZhTw => format!("{semester}的必修 {missing} 門已打勾"),
        Lang::En => format!("{semester}: {} ticked", units::courses(lang, missing)),
    }
}

/// How many courses of the curriculum are ticked, and how many programs have their credits.
pub fn ticked(lang: Lang, courses: usize, credits: Credits, done: usize) -> String {
    let (courses, credits) = (units::courses(lang, courses), units::credits(lang, credits));
    match (lang, done) {
        (Lang::ZhTw, 0) => format!("科目表已勾 {courses}、{credits}"),
        (Lang::ZhTw, _) => format!("科目表已勾 {courses}、{credits}；學分修滿的微學程 {done} 個"),
        (Lang::En, 0) => format!("Ticked: {courses}, {credits}"),
        (Lang::En, _) => format!("Ticked: {courses}, {credits}; credits reached in {}", units::programs(lang, done)),
    }
}

/// Says that a course is there.
pub fn added(lang: Lang, name: &str) -> String {
    match lang {
        Lang::ZhTw => format!("已加入「{name}」"),
        Lang::En => format!("{name} added"),
    }
}

/// The button that draws more of a long list: so many more, of so many that are left.
pub fn more(lang: Lang, next: usize, left: usize) -> String {
    match lang {
        Lang::ZhTw => format!("再顯示 {next} 門（還有 {left} 門）"),
        Lang::En => format!("Show {next} more (of {left} left)"),
    }
}

/// Says that a course is gone.
pub fn removed(lang: Lang, name: &str) -> String {
    match lang {
        Lang::ZhTw => format!("已移除「{name}」"),
        Lang::En => format!("{name} removed"),
    }
}

/// Names the choice of a course's status.
pub fn status_of(lang: Lang, name: &str) -> String {
    match lang {
        Lang::ZhTw => format!("{name}的狀態"),
        Lang::En => format!("Status of {name}"),
    }
}
