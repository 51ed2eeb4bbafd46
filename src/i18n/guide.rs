//! Words of the guide and of the view of graduation credits.

words! {
    /// The guide.
    Guide {
        title: "跨域指南", "Cross-domain guide";
        routes: "跨域畢業條件的五條路", "Five routes to the requirement";
        routes_lead: "112 學年度起入學的日間部大學生，畢業前要完成其中一項：", "Day-school undergraduates who entered in 112 or later complete one of these before graduating:";
        route_micro: "微學程：拿到至少一張證書，而且其中基礎以外至少 6 學分是跨領域專業課程", "Micro-program: at least one certificate, with at least 6 credits of it outside Basic cross-domain";
        route_program: "學程", "Program";
        route_second: "第二專長", "Second specialty";
        route_minor: "輔系", "Minor";
        route_double: "雙主修", "Double major";
        here: "這個網頁算的是這一條", "This is the one computed here";
        steps: "流程與我的日期", "The procedure, with my dates";
        choose: "選一個微學程", "Choose a program";
        choose_text: "看哪個離你最近、清單裡有沒有你想修的課。還沒想法就問導師或系辦；有興趣的直接問該微學程聯絡人。", "See which is nearest and which courses you would like. No idea yet? Ask your tutor or department. Interested? Ask that program's contact.";
        register: "登記修讀", "Register";
        register_text: "在學期初的加退選期間登記；最晚大二下。下學期重新登記就是換微學程。登記不是選課，也還不是拿到證書。", "In the add/drop weeks at the start of a term; by the second semester of the second year at the latest. Registering again next term changes the program. Registering is neither course selection nor the certificate.";
        take: "選課、修課", "Select and take courses";
        take_text: "在初選與加退選期間選課。先看規劃書有沒有修課條件。登記前修過的課也算。", "Select courses in pre-selection and add/drop. Read the plan for entrance conditions. Courses passed before registering count too.";
        apply: "申請證書", "Apply for the certificate";
        apply_text: "修滿學分的那學期，第 13 到 18 週，向主辦單位提出；要在畢業前完成。", "In weeks 13 to 18 of the term in which you finish, at the unit that runs the program, before you graduate.";
        review: "審查", "Review";
        review_text: "依序：先是微學程聯絡人，再來是微學程負責人（開設系主任）、你的系辦，最後是你的系主任。", "In this order: program contact, program head (chair of the offering department), your department office, your department chair.";
        issued: "教務處發證書", "Academic Affairs issues the certificate";
        issued_text: "審完後由教務處製發。", "After the review, Academic Affairs makes it out.";
        hand_in: "要交什麼", "What to hand in";
        hand_in_form: "微學程修畢學分申請書（表一到表四，填好並簽名）", "Application form for completed credits (tables 1 to 4, filled in and signed)";
        hand_in_transcript: "歷年成績單正本", "The full transcript";
        ask: "問誰", "Whom to ask";
        ask_choose: "不知道選哪個", "Undecided";
        ask_choose_who: "導師、系辦", "Your tutor or department office";
        ask_course: "課程認列、同名不同碼、類別", "Recognition of a course, same name with another code, categories";
        ask_course_who: "該微學程聯絡人（規劃書上有）", "The program's contact (in its plan)";
        ask_cross: "哪門課算跨領域", "Whether a course is cross-domain";
        ask_cross_who: "你的系辦", "Your department office";
        ask_rule: "登記、證書、畢業條件", "Registration, certificate, requirement";
        ask_rule_who: "教務處", "Academic Affairs";
        links: "官方網頁", "Official pages";
        first_monday: "這學期第 1 週的星期一是哪天？", "Which Monday begins week 1 of this term?";
        first_monday_why: "學校行事曆上有。填了就能換算第 13–18 週的日期。", "It is in the university's calendar. With it, weeks 13 to 18 become dates.";
        calendar: "加到行事曆（.ics）", "Add to my calendar (.ics)";
        calendar_none: "填第 1 週的日期後，就能下載行事曆。", "Fill in week 1 to get a calendar file.";
        last_apply: "我的最後申請學期（四年畢業）", "My last term to apply (four years)";
        credits_title: "畢業學分", "Graduation credits";
        credits_lead: "每門課落在哪一塊，僅供參考；以系上審查為準。微學程的學分也算在畢業學分裡。", "Where each course falls, for orientation; your department decides. Credits of a program count toward graduation too.";
        credits_total: "最低畢業學分", "Credits for graduation";
        credits_other: "畢業學分的各區塊只有日間部大學部的課程科目表；進修部與研究所的不在資料裡，請看你系所的規定。", "The blocks of graduation credits are known for day-school undergraduates only. Those of the evening school and of graduate schools are not in the data: see your department's rules.";
        routes_other: "這項畢業條件是日間部大學部的，不是你的。微學程證書是另一回事；你能不能登記、怎麼認列，請先問教務處與微學程聯絡人。", "This requirement is for day-school undergraduates, not for you. A program's certificate is another matter: ask Academic Affairs and the program's contact whether you can register and what is recognised.";
        register_other: "在學期初的加退選期間登記。期限（大二下）訂的是大學部的學期，研究生請先問教務處。下學期重新登記就是換微學程。登記不是選課，也還不是拿到證書。", "In the add/drop weeks at the start of a term. The last term (second year, second semester) is set for undergraduates: as a graduate student ask Academic Affairs first. Registering again next term changes the program. Registering is neither course selection nor the certificate.";
        credits_need: "先填系所與入學年度，再看學分落在哪裡。", "Fill in department and entry year first.";
        credits_cap: "通識超修最多 4 學分可算自由選修", "At most 4 extra credits count as free electives";
        credits_empty: "還沒有", "None yet";
    }
}

/// The title of an event, as a calendar of everything shows it.
pub fn event(lang: super::Lang, title: &str) -> String {
    match lang {
        super::Lang::ZhTw => format!("微學程：{title}"),
        super::Lang::En => format!("Micro-program: {title}"),
    }
}
