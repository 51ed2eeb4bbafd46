//! Words for what an office said of a course.

use super::{Lang, audit};
use crate::audit::{Ask, Decision, ProgramAudit};
use crate::catalog::document::Program;

words! {
    /// What an office said.
    Said {
        title: "為什麼，或系辦說不一樣", "Why, or the office says otherwise";
        counts: "這個微學程採計嗎？", "Does this program count it?";
        does_count: "採計", "It counts";
        does_not_count: "不採計", "It does not";
        cross_domain: "算跨領域專業課程嗎？", "Is it a cross-domain professional course?";
        is_cross: "算", "It is";
        is_not_cross: "不算", "It is not";
        as_worked_out: "照本站的判斷", "As worked out here";
        who: "誰說的", "Who said so";
        nobody: "誰說的？", "Who said so?";
        program: "微學程主辦單位", "The program's unit";
        department: "我的系辦", "My department office";
        affairs: "教務處", "Academic Affairs";
        own: "學生自己", "The student";
        when: "哪天說的", "When";
        note: "說了什麼", "What was said";
        own_note: "這是你自己的紀錄，判定會照它走，並標出來；不是正式認定。", "It is your own note: answers follow it and say so; it is no official decision.";
        noted: "照你記的", "As you noted";
        recorded: "已記下", "Recorded";
        taken_back: "改回本站的判斷", "Back to what is worked out here";
        unlisted: "清單以外的課，主辦單位說可以算？", "A course that is not listed, and the unit counts it?";
        unlisted_why: "問過主辦單位再記；判定會照它走，並標出來。", "Ask the program's unit first; answers follow what you record, and say so.";
        unlisted_course: "你的哪一門課", "Which of your courses";
        unlisted_category: "算在哪一類", "In which category";
        choose: "請選擇", "Choose";
        record: "記下來", "Record it";
        where_to_ask: "去哪裡問", "Where to ask";
        copy: "複製問題", "Copy the question";
        copied: "已複製，貼到信裡就能寄", "Copied: paste it into a mail";
        not_copied: "這個瀏覽器不給複製，請自己選取：", "This browser does not copy; select it yourself: ";
    }
}

/// What an office said, in one line: the question, the answer, and, where they were noted, who said so, when, and what
/// besides. `program` is the one that the question is of; of a question that serves all programs, any.
pub fn line(lang: Lang, decision: &Decision, program: &Program) -> String {
    let words = Said::of(lang);
    let question = audit::fact(lang, &decision.fact, program);
    let answer = if decision.holds { lang.pick("是", "Yes") } else { lang.pick("否", "No") };
    let by = decision.by.map(|by| match by {
        Ask::Program => words.program,
        Ask::OwnDepartment => words.department,
        Ask::AcademicAffairs => words.affairs,
        Ask::Student => words.own,
    });
    let of = decision.program.as_ref().map(|_| program.name.as_str());
    let note = Some(decision.note.as_str()).filter(|note| !note.is_empty());
    let about: Vec<&str> = [of, by, decision.date.as_deref(), note].into_iter().flatten().collect();
    let told = match lang {
        Lang::ZhTw => format!("{question}：{answer}"),
        // The question is "that the program counts it".
        Lang::En => format!("{answer}: {question}"),
    };
    match (lang, about.as_slice()) {
        (_, []) => told,
        (Lang::ZhTw, about) => format!("{told}（{}）", about.join("，")),
        (Lang::En, about) => format!("{told} ({})", about.join(", ")),
    }
}

/// The decisions that a program's answers made use of, each in one line.
pub fn used(lang: Lang, decisions: &[Decision], audit: &ProgramAudit, program: &Program) -> Vec<String> {
    let made_use_of = |decision: &&Decision| audit.decided.iter().any(|fact| decision.answers(&program.code, fact));
    decisions.iter().filter(made_use_of).map(|decision| line(lang, decision, program)).collect()
}
