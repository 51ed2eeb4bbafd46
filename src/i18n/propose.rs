//! Words of suggestions: an advisor looks at a student's link, changes a copy of the plan, and sends it back.

use super::Lang;
use crate::day::Day;

words! {
    /// Suggesting changes of somebody's plan, and what comes of it.
    Propose {
        begin: "提建議", "Suggest changes";
        begun: "這個分頁裡的建議", "The suggestion in this tab";
        resume: "繼續提建議", "Go on suggesting";
        discard: "丟掉這份建議", "Discard the suggestion";
        banner: "你正在學生的規劃上提建議。這是副本，不會動到學生的資料，也不會動到你自己的", "You are suggesting changes in a copy of a student's plan; neither their data nor yours is touched";
        waiting: "你有一份還沒傳回學生的建議，關掉這個分頁就沒了", "You have a suggestion that is not sent yet; it is gone when this tab closes";
        paused: "已回到你自己的資料；建議還留在這個分頁", "Back to your own data; the suggestion stays in this tab";
        discarded: "已丟掉這份建議", "The suggestion is discarded";
        replaced: "開始了新的建議，前一份還沒傳回", "A new suggestion is begun; the one before was not sent";
        send: "寫留言、傳回學生", "Add a note and send";
        title: "傳回給學生", "Send it back to the student";
        lead: "在這一頁加課、移出、換學期、改目標。改好後寫幾句話，把連結傳給學生；要不要採用由學生決定。連結裡沒有修課紀錄與成績。", "Add, remove and move courses and change targets on this page. Then write a few words and send the student the link; they decide whether to take it. No course taken and no grade is in it.";
        note: "給學生的留言", "Note to the student";
        note_hint: "只有文字，最多 500 字。請寫上你是誰。", "Plain text, at most 500 characters. Say who you are.";
        link: "要傳給學生的連結", "Link for the student";
        too_large: "內容太多，做不成學生讀得到的連結。請移出一些課。", "Too much for a link that can be read. Take some courses out.";
        changes: "改了什麼", "What changes";
        none: "和原本的規劃一樣，沒有改動。", "Nothing: it is the same as the plan before.";
        added: "加上", "Added";
        removed: "移出", "Taken out";
        moved: "換時間", "Moved";
        aimed: "加入目標", "New target";
        dropped: "不再作為目標", "Target no longer";
        class: "班號", "class";
        gains: "目標微學程的結果", "Answers for the target programs";
        before: "原本的規劃", "Plan before";
        after: "照建議", "As suggested";
        certificate: "證書", "Certificate";
        requirement: "跨域畢業條件", "Requirement";
        counted: "採計學分", "Credits counted";
        theirs: "給你的規劃建議", "A suggestion for your plan";
        note_title: "留言", "Note";
        unproven: "連結不能證明是誰寫的；不確定時，請問傳給你的人。", "A link does not prove who wrote it. If in doubt, ask whoever sent it.";
        not_yours: "這份建議不是照你的資料寫的：學制、系所或入學年度不同。請先確認是不是給你的。", "This suggestion is for other data than yours: another degree, department or entry year. Make sure that it is meant for you.";
        no_data: "這台裝置上沒有你的資料，所以算不出你的結果；下面和你分享時的規劃相比。請在你平常使用的裝置開啟這個連結。", "There is no data of yours on this device, so your answers cannot be told; below, the suggestion stands beside the plan as you shared it. Open the link on the device that you usually use.";
        changed: "你分享之後，自己的規劃也改過；下面和你現在的規劃相比。", "Your plan has changed since you shared it; below, the suggestion stands beside your plan as it is now.";
        whole: "建議的整份規劃", "The whole plan as suggested";
        adopt: "要採用嗎？", "Take it over?";
        adopt_text: "採用後會多一個新規劃；你原本的規劃還在，修課紀錄不會變。", "It becomes a new plan of yours. The plan you have stays, and so do the courses you took.";
        adopt_plan: "採用，加成新規劃", "Take it over as a new plan";
        decline: "先不採用", "Not now";
        adopted: "已加成新規劃，原本的規劃還在", "It is a new plan of yours; the plan before is still there";
        plan_name: "給我的建議", "Suggested plan";
        suggested: "（建議）", " (suggested)";
        beside_mine: "和我目前的規劃比", "Beside my own plan";
        desk: "看學生的規劃、提建議", "Look at a student's plan";
        desk_lead: "給導師與系辦：學生在「規劃」頁做出分享連結給你。打開後只能看；按「提建議」就在副本上改，改好傳回一個連結，由學生決定要不要採用。資料全在連結裡，不經過伺服器。", "For advisors and offices: the student makes a link on the Plan page. Opened, it can only be looked at; “Suggest changes” lets you change a copy and send a link back, and the student decides. Everything is in the links; no server is involved.";
        paste: "貼上學生給的連結", "Paste the student's link";
        open: "開啟", "Open";
        no_link: "這裡面沒有分享連結。請把整段連結複製後再貼一次。", "There is no shared link in this. Copy the whole link and paste it again.";
        scan: "掃學生的 QR code", "Scan the student's QR code";
        scan_camera: "用相機掃", "Scan with the camera";
        scan_stop: "停止相機", "Stop the camera";
        scan_picture: "選 QR code 的圖片", "Choose a picture of the code";
        scan_none: "這個瀏覽器不會讀 QR code。用手機內建的相機掃，點出現的網址就會開啟；或者請學生傳連結，貼在上面。", "This browser cannot read QR codes. Point your phone's own camera app at the code and follow the address it shows; or ask for the link and paste it above.";
        scan_refused: "相機打不開：可能沒有允許，或正被別的程式使用。也可以請學生傳連結，貼在上面。", "The camera did not open: it may not be allowed, or another program has it. You can also ask for the link and paste it above.";
        scan_unread: "這張圖片裡讀不到分享連結。", "No shared link could be read in this picture.";
        looking: "對準 QR code，讀到就會開啟。畫面不會儲存，也不會傳出去。", "Point it at the code; it opens when it is read. Nothing of the picture is stored or sent.";
        for_advisors: "給導師", "For advisors";
        for_advisors_text: "學生給你連結或 QR code，就能看到他的規劃與結果，並在副本上提建議、傳回給他。", "With a student's link or QR code you see their plan and answers, and can suggest changes in a copy and send it back.";
    }
}

/// When a suggestion was made.
pub fn made(lang: Lang, day: Day) -> String {
    match lang {
        Lang::ZhTw => format!("{day} 寫的"),
        Lang::En => format!("made on {day}"),
    }
}
