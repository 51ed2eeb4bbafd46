//! Words of the review sheet. English ones carry the official Chinese terms where an office signs or looks for them.

mod paper;

pub use paper::{Audited, Condition, Head, Of, Paper, Part, Row, head, paper};

use super::{Lang, units};
use crate::audit::{Progress, Standing, View};
use crate::credits::Credits;

words! {
    /// The review sheet of a program.
    Sheet {
        title: "微學程修畢學分自我檢核表", "Micro-program self-check sheet";
        unofficial: "自我檢核，非正式結果：採計與否由下列各審查單位認定。", "A self-check, not an official result: the units below decide what counts.";
        hint: "印出來或存成 PDF（A4 一頁），申請證書時給審查單位對照。姓名與學號只印在紙上，不會儲存。", "Print it or save it as a PDF (one A4 page) and bring it along when you apply. Name and student number go on the paper only; they are not stored.";
        print: "列印／存成 PDF", "Print or save as PDF";
        choose: "選擇要列的課", "Choose the courses to list";
        choose_hint: "計畫中的課預設不列。", "Planned courses are left off at first.";
        nothing: "這個微學程還沒有能列的課。", "There is no course to list for this program yet.";
        program: "微學程", "Program";
        student: "姓名", "Name";
        number: "學號", "Student no.";
        group: "系所", "Department";
        entry: "入學年度", "Entry year";
        date: "列印日期", "Printed on";
        edition: "課程版本", "Edition";
        code: "課程編碼", "Code";
        course: "課程名稱", "Course";
        credits: "學分", "Credits";
        term: "學期", "Term";
        grade: "成績", "Grade";
        cross: "跨領域", "Cross-domain";
        category_open: "類別未載明", "Category not stated";
        to_confirm: "須微學程聯絡人認列（未計入合計）", "To be recognised by the program's contact (in no total)";
        listed_as: "課表列為", "listed as";
        total: "合計", "Total";
        yes: "是", "Yes";
        no: "否", "No";
        open: "待確認", "To confirm";
        basic_note: "基礎類不計入跨領域 6 學分。", "Courses in 基礎 (Basic) do not count toward the 6 cross-domain credits.";
        conditions: "條件", "Condition";
        have: "已有", "Have";
        need: "應達", "Need";
        answers: "自我檢核結果", "Result of the self-check";
        certificate: "微學程證書", "Certificate";
        requirement: "跨域畢業條件", "Cross-domain requirement";
        facts: "待確認事項（請審查單位勾選）", "To be confirmed (for the reviewing unit to tick)";
        attach: "應附文件", "Attach";
        attach_form: "微學程修畢學分申請書（表一至表四，填妥並簽名）", "Application form for completed credits (微學程修畢學分申請書, tables 1 to 4, filled in and signed)";
        attach_transcript: "歷年成績單", "Full transcript (歷年成績單)";
        attach_when: "第 13 至 18 週、畢業之前，送微學程主辦單位", "Hand in during weeks 13 to 18, before graduating, at the unit that runs the program";
        review: "審查順序與簽章", "Review, in this order";
        sign_contact: "微學程聯絡人", "Program contact (微學程聯絡人)";
        sign_head: "微學程負責人（開設系主任）", "Program head: chair of the offering department (微學程負責人)";
        sign_office: "就讀系系辦", "Your department office (就讀系系辦)";
        sign_chair: "就讀系系主任", "Your department chair (就讀系系主任)";
        sign_student: "學生簽名", "Student's signature";
        issued: "審畢後由教務處核發證書", "Academic Affairs (教務處) then issues the certificate";
    }
}

/// Head of a category: `核心：2 門 5 學分`.
pub fn group(lang: Lang, category: Option<&str>, courses: usize, credits: Credits) -> String {
    let name = category.map_or(Sheet::of(lang).category_open.to_owned(), |name| match lang {
        Lang::ZhTw => name.to_owned(),
        Lang::En => format!("{name} {}", units::category(lang, name)),
    });
    let (courses, credits) = (units::courses(lang, courses), units::credits(lang, credits));
    match lang {
        Lang::ZhTw => format!("{name}：{courses} {credits}"),
        Lang::En => format!("{name}: {courses}, {credits}"),
    }
}

/// Whether a course is cross-domain; a dash where the student is not `asked`.
pub fn cross(lang: Lang, standing: Option<&Standing>, asked: bool) -> &'static str {
    let words = Sheet::of(lang);
    match standing.and_then(Standing::known).filter(|_| asked) {
        None if !asked => "–",
        Some(true) => words.yes,
        Some(false) => words.no,
        None => words.open,
    }
}

/// What stands in the grade's place where there is none.
pub fn ungraded(lang: Lang, view: View) -> &'static str {
    match view {
        View::Passed => lang.pick("通過", "passed"),
        View::InProgress => lang.pick("修習中", "in progress"),
        View::Planned => lang.pick("計畫修", "planned"),
    }
}

/// What is had of a condition: `8`, `5（修過 8）`.
pub fn have(lang: Lang, progress: &Progress) -> String {
    let passed = super::audit::number(progress.passed);
    let later = super::audit::number(progress.planned);
    match lang {
        _ if passed == later => passed,
        Lang::ZhTw => format!("{passed}（都通過：{later}）"),
        Lang::En => format!("{passed} ({later} if all are passed)"),
    }
}

/// Behind a fact: what the student noted down as its answer.
pub fn answered(lang: Lang, holds: bool, note: &str) -> String {
    let words = Sheet::of(lang);
    let answer = if holds { words.yes } else { words.no };
    match (lang, note.trim()) {
        (Lang::ZhTw, "") => format!("（學生自記：{answer}）"),
        (Lang::ZhTw, note) => format!("（學生自記：{answer}，{note}）"),
        (Lang::En, "") => format!(" (the student's own note: {answer})"),
        (Lang::En, note) => format!(" (the student's own note: {answer}, {note})"),
    }
}

/// Facts that did not fit on the page.
pub fn more_facts(lang: Lang, n: usize) -> String {
    match lang {
        Lang::ZhTw => format!("另有 {n} 項，見本微學程頁面。"),
        Lang::En => format!("{n} more: see the program's page."),
    }
}
