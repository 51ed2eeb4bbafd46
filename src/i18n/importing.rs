//! Words of the import page. Everything that can be wrong with a source is in [`super::import`].

use super::{Lang, units};

words! {
    /// Import.
    Importing {
        title: "匯入修課紀錄", "Import courses";
        lead: "貼上或選檔後會先給你看過，按下「存起來」才算數，也能一次復原。", "You review everything first; nothing is stored until you say so, and one tap undoes it.";
        where_portal: "在校園入口網站點「學業成績」，再點「歷年成績」", "In the portal open 學業成績 (grades), then 歷年成績 (all semesters)";
        where_copy: "在那一頁全選（Ctrl+A）、複製（Ctrl+C）", "On that page select all (Ctrl+A) and copy (Ctrl+C)";
        where_paste: "貼到下面的框，馬上會讀", "Paste into the box below; it is read at once";
        where_phone: "用手機：在頁面上長按，點「全選」，再點「複製」；或把那一頁存成網頁檔（.html）再選檔。畢業資格審查頁也可以貼。", "On a phone: long-press the page, select all, copy; or save the page as .html and choose the file. The graduation review page works too.";
        where_title: "成績頁在哪裡？", "Where is the score page?";
        paste: "貼在這裡", "Paste here";
        pasted: "貼上的內容", "What was pasted";
        paste_hint: "歷年成績、畢業審查頁、選課表、排課網站的連結，或試算表的儲存格", "The score page, the graduation review, a timetable, a link of a timetable app, or cells of a spreadsheet";
        read: "讀取", "Read";
        choose_files: "選擇檔案", "Choose files";
        drop: "或把檔案拖進來（試算表、PDF、網頁檔、.csv，可多個）", "or drop files here (workbooks, PDF, saved pages, .csv; several are fine)";
        drop_here: "放開就讀取", "Drop to read";
        classes_coming: "正在取得開課資料，好知道連結裡的課號是哪些課…", "Fetching the classes of that semester to tell the courses of the link…";
        opening: "正在打開檔案…", "Opening the file…";
        table: "工作表", "Sheet";
        format: "格式", "Format";
        format_auto: "自動判斷", "Recognise";
        review: "請看一下對不對", "Please check";
        nothing_read: "沒有讀到課程", "No courses were read";
        store: "存起來", "Store them";
        discard: "不要了", "Discard";
        newest: "最近的一個學期是？", "Which is the newest semester?";
        newest_why: "貼上的內容沒有學期。選成績頁最上面的那一個（寫著查無成績的也算），其餘往前推；不影響判斷。", "The paste has no semesters. Choose the one at the top of the page (one without results counts too); the others follow. It does not affect the verdicts.";
        newest_none: "不指定", "Leave open";
        profile_found: "這份資料寫著：", "The source says: ";
        profile_same: "和你的資料相同", "Same as your profile";
        profile_use: "用這個填我的資料", "Use it for my profile";
        profile_used: "已填入", "Filled in";
        change_added: "新增", "New";
        change_updated: "更新", "Updated";
        change_unchanged: "已有", "Known";
        change_kept: "不同，保留原本的", "Differs; yours is kept";
        show_all: "全部列出", "Show them all";
        office: "和畢業資格審查頁比對", "Compared with the graduation review";
        office_why: "審查頁的「尚待確定」是系統還沒放進你系課程的及格課，也就是校方眼中可能的跨領域課程。和本站的判斷比一比；不同的，拿這一列去問系辦。", "The review lists passed courses that it has not placed in your own curriculum: the office's view of what may be cross-domain. Here it is beside the answers of this app; where they differ, ask your department office.";
        office_no_profile: "填好系所與入學年度才比得出來；可以用上面審查頁寫的資料。", "Fill in department and entry year first; the review above names them.";
        office_no_curriculum: "本站沒有你這個入學年度的課程科目表，無法比對。", "The curriculum of your entry year is not in the data, so there is nothing to compare with.";
        differs: "不同", "Differs";
        open: "待確認", "To confirm";
        agrees: "一致", "Agrees";
        columns: "每一欄是什麼", "What each column holds";
        columns_why: "不對就改，改了會重讀一次。", "Change what is wrong; the source is read again.";
        which_credits: "學分以哪個為準？", "Which credits hold?";
        which_course: "以哪個為準？", "Which holds?";
        by_code: "課程編碼", "The code";
        by_name: "課名（不用這個編碼）", "The name (without this code)";
        doubtful: "請先看這幾列", "Look at these first";
        no_term: "沒有學期", "Without a semester";
        grade: "成績 ", "grade ";
        issues: "略過與提醒", "Skipped and doubtful rows";
        source: "來源", "Source";
        current_courses: "這學期正在修的課通常不在成績頁上，記得自己勾。", "Courses of the present term are usually not on the score page; remember to tick them.";
    }
}

/// The chooser for one column, by what stands in it.
pub fn column_is(lang: Lang, shown: &str) -> String {
    match lang {
        Lang::ZhTw => format!("「{shown}」這一欄是"),
        Lang::En => format!("The column \u{201c}{shown}\u{201d} is"),
    }
}

/// A choice of credits: the row's, or the course data's.
pub fn credits_of(lang: Lang, credits: crate::credits::Credits, own: bool) -> String {
    match (lang, own) {
        (Lang::ZhTw, true) => format!("{credits}（這份資料）"),
        (Lang::ZhTw, false) => format!("{credits}（課程資料）"),
        (Lang::En, true) => format!("{credits} (this source)"),
        (Lang::En, false) => format!("{credits} (course data)"),
    }
}

/// The tick for all rows of a group.
pub fn keep_all(lang: Lang, title: &str) -> String {
    match lang {
        Lang::ZhTw => format!("存入全部：{title}"),
        Lang::En => format!("Store all: {title}"),
    }
}

/// The code of a row is another course's.
pub fn misnamed(lang: Lang, known: &str) -> String {
    match lang {
        Lang::ZhTw => format!("這個課程編碼是「{known}」的，會算成那一門，除非你選以課名為準。"),
        Lang::En => {
            format!("This code is that of {known}, and the row counts as that course unless you choose the name.")
        }
    }
}

/// How the table of the graduation review and our answers go together, in numbers.
pub fn compared(lang: Lang, agree: usize, differ: usize, open: usize) -> String {
    let all = agree + differ + open;
    match lang {
        Lang::ZhTw => format!("{all} 門：{agree} 門一致、{differ} 門不同、{open} 門待確認"),
        Lang::En => format!("{}: {agree} agree, {differ} differ, {open} to confirm", units::courses(lang, all)),
    }
}

/// Says that rows are not drawn yet.
pub fn more(lang: Lang, n: usize) -> String {
    match lang {
        Lang::ZhTw => format!("還有 {n} 列沒有畫出來，也會一起存。"),
        Lang::En => format!("{n} more rows are not drawn; they will be stored too."),
    }
}

/// What storing would do: courses new, changed, and known already.
pub fn summary(lang: super::Lang, added: usize, updated: usize, unchanged: usize) -> String {
    match lang {
        super::Lang::ZhTw => format!("新增 {added} 門、更新 {updated} 門、已有 {unchanged} 門"),
        super::Lang::En => format!("{added} new, {updated} updated, {unchanged} known already"),
    }
}

/// What storing did.
pub fn stored(lang: super::Lang, added: usize, updated: usize) -> String {
    match lang {
        super::Lang::ZhTw => format!("已存好：新增 {added} 門、更新 {updated} 門"),
        super::Lang::En => format!("Stored: {} added, {updated} updated", super::units::courses(lang, added)),
    }
}

/// Where in a source: `第 3 行：`.
pub fn at_line(lang: super::Lang, line: usize) -> String {
    match lang {
        super::Lang::ZhTw => format!("第 {line} 行："),
        super::Lang::En => format!("Line {line}: "),
    }
}
