//! Words of the office's page: many students judged by their transcripts.

use super::{Lang, units};
use crate::audit::{Answer, Closed, View};
use crate::transcript::own_table::BYTE_ORDER_MARK;

words! {
    /// The office's page.
    Desk {
        title: "一次審查許多學生", "Many students at once";
        lead: "給系所與教務處：一份名冊加上成績檔，一次得到每位學生對每個微學程的兩個答案。檔案只在這台電腦上讀，不會上傳；關閉分頁或重新整理就忘記。", "For departments and Academic Affairs: a roster and a folder of transcripts give both answers of every student for every micro-program. Files are read on this computer only, never sent anywhere, and forgotten when the tab is closed or reloaded.";
        unofficial: "這是輔助，不是正式審查；認定以微學程、就讀系所與教務處為準。", "This is an aid and no official review: programs, departments and Academic Affairs decide.";
        roster: "名冊", "Roster";
        roster_hint: "Excel 或 CSV，第一列是欄名：學號、系組、入學年度（學制、檔案可有可無）。其他欄位不讀。", "Excel or CSV; the first row has the headings: student, department, entry (degree and file if you like). Other columns are not read.";
        roster_choose: "選名冊", "Choose the roster";
        roster_template: "下載空白名冊", "Download an empty roster";
        transcripts: "成績檔", "Transcripts";
        transcripts_hint: "檔名以學號開頭，例如 112310001.html、112310001-2.pdf；一位學生可以有好幾個檔。資料夾、多個檔或一個 zip 都可以，也可以拖進來。", "Names begin with the student number: 112310001.html, 112310001-2.pdf; a student may have several. A folder, several files or a zip file, chosen or dropped here.";
        folder_choose: "選資料夾", "Choose a folder";
        files_choose: "選檔案或 zip", "Choose files or a zip";
        edition: "用哪一年度的科目表", "Edition";
        all_programs: "全部微學程", "All programs";
        program: "微學程", "Program";
        start: "開始審查", "Judge all students";
        again: "重新審查", "Judge again";
        cancel: "停止", "Stop";
        stopped: "已停止，下面是停止前審查完的學生。", "Stopped; below are the students judged so far.";
        failed: "沒有做完。請重新整理網頁再試；檔案不受影響。", "It did not come to its end. Reload the page and try again; your files are untouched.";
        not_here: "這一部分的程式沒有載入。第一次使用需要網路。", "This part of the program did not load. It needs a network the first time.";
        try_again: "再試一次", "Try again";
        no_students: "名冊裡沒有可以審查的學生。", "The roster has no student who can be judged.";
        by_program: "依微學程", "By program";
        by_student: "依學生", "By student";
        problems: "問題與提醒", "Problems and notes";
        certificate: "證書", "Certificate";
        requirement: "跨域畢業條件", "Requirement";
        any_answer: "全部答案", "Every answer";
        can_apply: "可以申請證書", "Can apply for the certificate";
        search: "找學號", "Find a student number";
        students: "學生", "Students";
        student: "學號", "Student";
        group: "系組", "Department";
        entry: "入學年度", "Entry year";
        met: "學分已修滿", "Reached";
        coming: "修過就完成", "If passed";
        ask: "待確認", "To confirm";
        left: "未完成", "Not yet";
        closed: "不開放或湊不齊", "Closed or out of reach";
        check_first: "先核對", "Check first";
        check_why: "成績檔寫的學號、系組或入學年度和名冊不同。核對前不列入「可以申請」。", "The transcript says another student, department or entry year than the roster. Not listed as able to apply before somebody checked.";
        checked: "核對過了，以名冊為準", "Checked: the roster is right";
        uncheck: "取消核對", "Not checked after all";
        partial: "部分未計入", "Partly read";
        not_judged: "未審查", "Not judged";
        show_more: "再顯示", "Show more:";
        nobody: "沒有符合條件的學生。", "No student matches.";
        no_problem: "沒有問題。", "No problems.";
        row: "名冊列", "Roster row";
        file: "檔案", "File";
        line: "行", "Line";
        effect: "影響", "Effect";
        what: "問題", "Problem";
        hint: "建議", "Hint";
        counted: "採計的課", "Courses that count";
        none_counted: "沒有採計的課", "No course counts";
        course: "課程", "Course";
        curriculum: "系所科目表", "curriculum of";
        category: "類別", "Category";
        term: "學期", "Semester";
        credits: "學分", "Credits";
        grade: "成績", "Grade";
        cross: "跨領域", "Cross-domain";
        print: "列印這份名單的審查表", "Print the review sheets of this list";
        print_one: "列印審查表", "Print the review sheet";
        print_now: "列印／存成 PDF", "Print or save as PDF";
        print_choose: "先選一個微學程，再列印審查表。", "Choose a program to print review sheets.";
        in_app: "用學生的畫面看（可列印審查表）", "See it as the student does (review sheets can be printed)";
        back: "回到名單", "Back to the list";
        open_category: "類別未載明", "Category not stated";
        save_answers: "結果 CSV", "Answers (CSV)";
        save_problems: "問題 CSV", "Problems (CSV)";
        save_workbook: "Excel：下面這份名單", "Excel: the list below";
        save_receipt: "憑據", "Receipt";
        receipt_why: "憑據記下程式、版本、目錄、科目表、名冊與每個成績檔的雜湊值；用命令列 `kuayu replay` 可以重做並核對。", "The receipt holds the program, edition and hashes of catalog, curricula, roster and every transcript; `kuayu replay` makes the batch again and compares.";
        save_why: "CSV 是全部學生與微學程，內容與命令列程式相同；Excel 只有篩選後的學生。", "The CSV has all students and programs, as the command line writes it; Excel has the students of the list below.";
        not_saved: "檔案做不出來：太多列。請先篩選。", "The file could not be made: too many rows. Narrow the list first.";
        office: "系所與教務處", "For departments and Academic Affairs";
        office_why: "一次審查許多學生的成績檔，或維護微學程目錄。", "Judge the transcripts of many students at once, or keep the catalog.";
        office_open: "審查學生", "Judge students";
        office_catalog: "維護目錄", "Keep the catalog";
    }
}

/// An answer as a letter: **m**et, met if what is in **p**rogress is passed, met by **b**oard (the plan), **n**ot yet,
/// **u**nreachable, **d**epends on facts, **c**losed, not **r**equired.
pub fn letter(answer: &Answer) -> char {
    match answer {
        Answer::Met => 'm',
        Answer::MetIfInProgress => 'p',
        Answer::MetIfPlanned => 'b',
        Answer::NotYet { reachable: true, .. } => 'n',
        Answer::NotYet { reachable: false, .. } => 'u',
        Answer::DependsOn { .. } => 'd',
        Answer::NotOpen(_) => 'c',
        Answer::NotRequired => 'r',
    }
}

/// An answer by its letter, without its reasons.
pub fn answer(letter: char) -> Answer {
    match letter {
        'm' => Answer::Met,
        'p' => Answer::MetIfInProgress,
        'b' => Answer::MetIfPlanned,
        'd' => Answer::DependsOn { facts: Vec::new(), view: View::Passed },
        'n' => Answer::NotYet { missing: Vec::new(), reachable: true },
        'r' => Answer::NotRequired,
        'c' => Answer::NotOpen(Closed::OwnProgram),
        _ => Answer::NotYet { missing: Vec::new(), reachable: false },
    }
}

/// An empty roster with one invented student, as CSV that spreadsheets open.
pub fn roster_template(lang: Lang) -> String {
    let rows = match lang {
        Lang::ZhTw => "學號,系組,入學年度,學制,檔案\r\n112990001,土木系,112,日間部,\r\n",
        Lang::En => "student,department,entry,degree,file\r\n112990001,土木系,112,bachelor,\r\n",
    };
    format!("{BYTE_ORDER_MARK}{rows}")
}

/// How many sheets there will be, where they are too many for one paper file.
pub fn most_sheets(lang: Lang, most: usize) -> String {
    match lang {
        Lang::ZhTw => format!("一次最多印 {most} 張；請先篩選。"),
        Lang::En => format!("At most {most} sheets at once; narrow the list first."),
    }
}

/// What was chosen as transcripts.
pub fn files(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::ZhTw, _) => format!("{count} 個成績檔"),
        (Lang::En, 1) => "1 transcript".to_owned(),
        (Lang::En, _) => format!("{count} transcripts"),
    }
}

/// Zip files that cannot be opened.
pub fn bad_zip(lang: Lang, names: &[String]) -> String {
    let names = names.join("、");
    match lang {
        Lang::ZhTw => format!("打不開的 zip：{names}。請解壓縮後選資料夾。"),
        Lang::En => format!("zip files that cannot be opened: {names}. Unpack them and choose the folder."),
    }
}

/// What roster and transcripts make together.
pub fn found(lang: Lang, students: usize, with_files: usize) -> String {
    let without = students.saturating_sub(with_files);
    match (lang, without) {
        (Lang::ZhTw, 0) => format!("名冊有 {students} 位學生，都有成績檔。"),
        (Lang::ZhTw, _) => format!("名冊有 {students} 位學生，{with_files} 位有成績檔，{without} 位沒有。"),
        (Lang::En, 0) => format!("The roster has {students} students, each with a transcript."),
        (Lang::En, _) => {
            format!("The roster has {students} students: {with_files} with a transcript, {without} without.")
        }
    }
}

/// How far it is; `left` in seconds, where it can be told.
pub fn progress(lang: Lang, done: usize, all: usize, left: Option<f64>) -> String {
    let left = left.map(|left| left.ceil());
    match (lang, left) {
        (Lang::ZhTw, Some(left)) => format!("{done}／{all} 位學生，約剩 {left} 秒"),
        (Lang::ZhTw, None) => format!("{done}／{all} 位學生"),
        (Lang::En, Some(left)) => format!("{done} of {all} students, about {left} s left"),
        (Lang::En, None) => format!("{done} of {all} students"),
    }
}

/// What came out, in numbers.
pub fn summary(lang: Lang, judged: usize, not_judged: usize, to_check: usize) -> String {
    match lang {
        Lang::ZhTw => format!("已審查 {judged} 位，未審查 {not_judged} 位，要先核對 {to_check} 位。"),
        Lang::En => format!("{judged} judged, {not_judged} not judged, {to_check} to check first."),
    }
}

/// How many are shown of how many.
pub fn shown(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::ZhTw, _) => format!("{count} 位學生"),
        (Lang::En, 1) => "1 student".to_owned(),
        (Lang::En, _) => format!("{count} students"),
    }
}

/// Credits that count of those asked.
pub fn of_required(lang: Lang, counted: crate::credits::Credits, required: crate::credits::Credits) -> String {
    format!("{}／{}", units::credits(lang, counted), required)
}
