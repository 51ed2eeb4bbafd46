//! Words of sharing: making a link, and looking at somebody's.

use super::Lang;
use super::{edition, units};
use crate::day::Day;
use crate::saved::share::{Basis, Unreadable};

words! {
    /// Sharing by link and QR code.
    Share {
        title: "分享", "Share";
        open: "做一個分享連結", "Make a link to share";
        lead: "資料全在連結裡，不經過任何伺服器。拿到連結的人只能看，不會動到他自己的資料。", "Everything is in the link itself; no server is involved. Whoever has the link can look at it; their own data stays as it is.";
        what: "連結裡放什麼", "What the link holds";
        records: "我的修課（不含成績與未通過的課）", "My courses (without grades and courses not passed)";
        grades: "成績與未通過的課", "Grades and courses not passed";
        name: "規劃的名稱", "The name of the plan";
        marks: "登記、申請與證書的標記", "What I marked: registered, applied, certified";
        decisions: "系辦的答覆（誰說的、哪一天、備註）", "What the offices said (who, when, and your note of it)";
        never: "系所、入學年度、目前的規劃、日期與課程資料的版本一定會放；修課的備註一定不放。", "Department, entry year, the present plan, the day and which program data were used are always in it; remarks on courses never are.";
        link: "分享連結", "Link to share";
        copy: "複製連結", "Copy the link";
        copied: "已複製連結", "Link copied";
        copy_failed: "瀏覽器不讓網頁複製，請長按連結自行複製。", "The browser did not allow copying. Select the link and copy it yourself.";
        qr: "這個連結的 QR code", "QR code of this link";
        too_long: "內容太多，做不成 QR code；連結仍可使用。", "Too much for a QR code; the link still works.";
        theirs: "別人的規劃", "Someone else's plan";
        advisor: "給導師看", "For your advisor";
        advisor_text: "導師打開連結或掃 QR code，就能在副本上提建議，再傳一個連結給你；要不要採用由你決定。", "Your advisor opens the link or scans the code, suggests changes in a copy, and sends you a link back; you decide whether to take them.";
        advisor_how: "導師怎麼看", "How advisors open it";
        no_answers: "對方問到的答案不在連結裡，所以這裡的「待確認」可能比他自己看到的多。", "Answers that they obtained are not in the link, so more may be to confirm here than in their own view.";
        answers: "系辦的答覆", "What offices said";
        answers_note: "這裡的結果依對方記下的這些答覆判斷；不是官方文件。", "The answers here go by what they recorded below; it is no official document.";
        targets: "目標微學程", "Target programs";
        planned: "規劃的課", "Planned";
        taken: "修過與修習中的課", "Taken or being taken";
        look: "看全部微學程的進度", "See all programs";
        adopt: "放進我的資料", "Take it over";
        adopt_plan: "加成我的一個新規劃", "Add as a new plan of mine";
        adopt_all: "合併到我的資料", "Merge into my data";
        adopted: "已加入別人分享的規劃", "The shared plan is now among yours";
        merged: "已合併分享的資料", "The shared data is merged into yours";
        plan_name: "分享的規劃", "Shared plan";
        damaged: "這個連結不完整", "This link is incomplete";
        damaged_text: "可能複製時少了一段，或被通訊軟體截斷。請對方重新傳一次，或改掃 QR code。", "Part of it may have been lost in copying, or an app cut it short. Ask for it again, or scan the QR code.";
        newer: "這個連結由較新的版本做成", "This link was made by a newer version";
        newer_text: "請先重新整理網頁，取得新版後再開一次。", "Reload the page to get the new version, then open it again.";
        mine_safe: "你自己的資料都還在，沒有變動。", "Your own data is all here and unchanged.";
        to_mine: "回到我的資料", "Back to my data";
    }
}

/// By what a link was made, beside what is `here`. Where the data differ, so may the answers.
pub fn basis(lang: Lang, link: &Basis, here: &Basis) -> String {
    let mut text = match (lang, link.day) {
        (Lang::ZhTw, Some(day)) => format!("連結做於 {day}。"),
        (Lang::En, Some(day)) => format!("The link was made on {day}. "),
        (_, None) => String::new(),
    };
    if link.data == here.data {
        text += lang.pick("當時的課程資料與這裡的相同。", "The program data then were the same as here.");
    } else {
        let (then, now) = (edition::data_hashes(lang, &link.data), edition::data_hashes(lang, &here.data));
        text += &match lang {
            Lang::ZhTw => {
                format!("當時的課程資料與這裡的不同，這裡的結果可能與對方看到的不一樣。當時{then}；這裡{now}。")
            }
            Lang::En => format!(
                "The program data then were others than here, so the answers here may differ from what the sender saw. \
                 Then: {then}. Here: {now}."
            ),
        };
    }
    if let Some(build) = link.build.filter(|build| here.build != Some(*build)) {
        text += &match lang {
            Lang::ZhTw => format!("當時的網頁是另一次建置（{build}）。"),
            Lang::En => format!(" The page then was of another build ({build})."),
        };
    }
    text
}

/// When a link was made: `連結做於 2026-11-30`.
pub fn linked(lang: Lang, day: Day) -> String {
    match lang {
        Lang::ZhTw => format!("連結做於 {day}"),
        Lang::En => format!("link made on {day}"),
    }
}

/// Why a link cannot be read: a heading and what to do.
pub fn unreadable(lang: Lang, why: Unreadable) -> (&'static str, &'static str) {
    let words = Share::of(lang);
    match why {
        Unreadable::Damaged => (words.damaged, words.damaged_text),
        Unreadable::Newer => (words.newer, words.newer_text),
    }
}

/// How long the link is, and how large its QR code.
pub fn length(lang: Lang, letters: usize, modules: Option<usize>) -> String {
    match (lang, modules) {
        (Lang::ZhTw, Some(modules)) => format!("連結長 {letters} 個字元，QR code {modules}×{modules} 格。"),
        (Lang::ZhTw, None) => format!("連結長 {letters} 個字元。"),
        (Lang::En, Some(modules)) => {
            format!("The link has {letters} characters, the QR code {modules}×{modules} modules.")
        }
        (Lang::En, None) => format!("The link has {letters} characters."),
    }
}

/// What a link holds.
pub fn holds(lang: Lang, taken: usize, planned: usize, grades: bool) -> String {
    let (taken, planned) = (units::courses(lang, taken), units::courses(lang, planned));
    match lang {
        Lang::ZhTw => format!("{taken}修課、{planned}規劃，{}成績。", if grades { "含" } else { "不含" }),
        Lang::En => format!("{taken} taken, {planned} planned, {} grades.", if grades { "with" } else { "without" }),
    }
}
