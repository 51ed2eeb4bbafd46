//! What the engine found, in sentences. Every number and reason of a verdict is told here and nowhere else.

pub use super::not_counted::{not_counted, not_listed};

use super::Lang;
use crate::audit::{
    Amount, Ask, Block, Closed, Condition, ConditionSource, CourseRef, CrossDomainDoubt, Fact, Missing, Of, Standing,
    Status, View,
};
use crate::catalog::document::{Program, Text};
use crate::rules::Kind;

/// A text of the catalog.
pub fn text(lang: Lang, text: &Text) -> &str {
    lang.pick(&text.zh, &text.en)
}

/// `3 學分`, `2 courses`.
pub fn amount(lang: Lang, amount: Amount) -> String {
    match (amount, lang) {
        (Amount::Credits(credits), Lang::ZhTw) => format!("{credits} 學分"),
        (Amount::Courses(courses), Lang::ZhTw) => format!("{courses} 門課"),
        (Amount::Credits(credits), Lang::En) => {
            format!("{credits} {}", if credits.tenths() == 10 { "credit" } else { "credits" })
        }
        (Amount::Courses(1), Lang::En) => "1 course".to_owned(),
        (Amount::Courses(courses), Lang::En) => format!("{courses} courses"),
    }
}

/// A course with its code.
pub fn course(course: &CourseRef) -> String {
    match &course.code {
        Some(code) => format!("{} {code}", course.name),
        None => course.name.clone(),
    }
}

fn list(lang: Lang, items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect::<Vec<_>>().join(lang.pick("、", ", "))
}

/// A condition without its amount: "跨領域專業課程（基礎以外）".
pub fn condition_subject(lang: Lang, condition: &Condition) -> String {
    let within = list(lang, condition.categories.iter().map(|name| super::units::category(lang, name).to_owned()));
    let named = !condition.categories.is_empty();
    let all = |zh: &str, en: &str| lang.pick(zh, en).to_owned();
    match &condition.of {
        Of::Any if named => match lang {
            Lang::ZhTw => format!("{within}類"),
            Lang::En => format!("category {within}"),
        },
        Of::Any if matches!(condition.need, Amount::Courses(_)) => all("合計門數", "courses in all"),
        Of::Any => all("合計學分", "credits in all"),
        Of::CrossDomain if named => match lang {
            Lang::ZhTw => format!("跨領域專業課程（{within}類）"),
            Lang::En => format!("cross-domain professional courses ({within})"),
        },
        Of::CrossDomain => all("跨領域專業課程（基礎以外）", "cross-domain professional courses (outside Basic)"),
        Of::OutsideDepartment if named => match lang {
            Lang::ZhTw => format!("外系所開課程（{within}類）"),
            Lang::En => format!("courses of other departments ({within})"),
        },
        Of::OutsideDepartment => all("外系所開課程", "courses of other departments"),
        Of::InPerson => match lang {
            Lang::ZhTw => format!("{within}類實體課程"),
            Lang::En => format!("courses taught in person in {within}"),
        },
        Of::Listed(courses) if courses.is_empty() => all("須另外確認的條件", "a condition to be confirmed"),
        Of::Listed(courses) => {
            let courses = list(lang, courses.iter().map(course));
            match lang {
                Lang::ZhTw => format!("指定課程（{courses}）"),
                Lang::En => format!("named courses ({courses})"),
            }
        }
        Of::Track(track) => match lang {
            Lang::ZhTw => format!("{within}類「{track}」課程"),
            Lang::En => format!("courses of {track} in {within}"),
        },
        Of::OneTrackOf(tracks) => {
            let tracks = tracks.join(lang.pick("或", " or "));
            match lang {
                Lang::ZhTw => format!("{within}類同一領域課程（{tracks}擇一）"),
                Lang::En => format!("courses of one track in {within} (either {tracks})"),
            }
        }
    }
}

/// A condition in full: "基礎類至少 1 門課".
pub fn condition(lang: Lang, condition: &Condition) -> String {
    let (subject, need) = (condition_subject(lang, condition), amount(lang, condition.need));
    match lang {
        Lang::ZhTw => format!("{subject}至少 {need}"),
        Lang::En => format!("At least {need}: {subject}"),
    }
}

/// Which rule a condition comes from.
pub fn source(lang: Lang, source: ConditionSource, program: &Program) -> String {
    let words = match source {
        ConditionSource::ProgramCredits => lang.pick("本學程修畢學分", "the program's credits"),
        ConditionSource::CategoryMinimum => lang.pick("本學程類別規定", "the program's category minimum"),
        ConditionSource::GeneralMinimum => lang.pick(
            "學校通則：每類至少一門（本學程未載明，請向學程確認）",
            "the university's general rule, one course each category (the program states none: confirm with it)",
        ),
        ConditionSource::Requirement => lang.pick(
            "跨域畢業條件：微學程中基礎以外至少 6 學分為跨領域專業課程（112 學年度起入學）",
            "cross-domain graduation requirement: 6 credits outside Basic (entry year 112 on)",
        ),
        ConditionSource::Restriction(at) => {
            let own = program.restrictions.get(usize::from(at)).and_then(|restriction| restriction.source.as_ref());
            return match (own, lang) {
                (Some(source), Lang::ZhTw) => format!("本學程修讀限制（{source}）"),
                (Some(source), Lang::En) => format!("the program's restrictions ({source})"),
                (None, _) => lang.pick("本學程修讀限制", "the program's restrictions").to_owned(),
            };
        }
    };
    words.to_owned()
}

/// What is missing of a condition: "總整類還差 1 門課（0／1）".
pub fn missing(lang: Lang, missing: &Missing) -> String {
    if missing.condition.of == Of::Listed(Vec::new()) {
        return lang.pick("有一項條件，你註記為不成立", "you noted that a condition does not hold").to_owned();
    }
    let subject = condition_subject(lang, &missing.condition);
    let need = missing.condition.need;
    if missing.only_jointly {
        return match lang {
            Lang::ZhTw => format!("{subject}：已修的課另有用途，無法同時滿足"),
            Lang::En => format!("{subject}: fits, but the same course is needed elsewhere"),
        };
    }
    let left = need.number().saturating_sub(missing.have.number());
    let left = amount(lang, need.with(left));
    let (have, need) = (number(missing.have), number(need));
    match lang {
        Lang::ZhTw => format!("{subject}還差 {left}（{have}／{need}）"),
        Lang::En => format!("{left} short: {subject} ({have} of {need})"),
    }
}

/// The bare number of an amount.
pub fn number(amount: Amount) -> String {
    match amount {
        Amount::Credits(credits) => credits.to_string(),
        Amount::Courses(courses) => courses.to_string(),
    }
}

/// Who can answer.
pub fn ask(lang: Lang, ask: Ask) -> &'static str {
    match ask {
        Ask::Student => lang.pick("請你自己填寫", "you can tell"),
        Ask::Program => lang.pick("請洽微學程聯絡窗口", "ask the program's contact"),
        Ask::OwnDepartment => lang.pick("請洽你的系所辦公室", "ask your department office"),
        Ask::AcademicAffairs => lang.pick("請洽教務處", "ask Academic Affairs"),
    }
}

/// Who can answer a fact about a program: conditions in words name their own authority.
pub fn who_to_ask(fact: &Fact, program: &Program) -> Ask {
    let confirm = |id: &str| {
        program.restrictions.iter().find_map(|restriction| match &restriction.kind {
            Kind::Confirm(confirm) if confirm.id == id => Some(confirm.ask),
            _ => None,
        })
    };
    match fact {
        Fact::Confirmed { id } => confirm(id).unwrap_or(fact.ask()),
        _ => fact.ask(),
    }
}

/// A fact as the statement that has to be confirmed.
pub fn fact(lang: Lang, fact: &Fact, program: &Program) -> String {
    let c = course;
    match (fact, lang) {
        (Fact::Group, _) => {
            lang.pick("尚未選擇你的系所組別", "you have not said which department group is yours").into()
        }
        (Fact::EntryYear, _) => lang.pick("尚未選擇你的入學年度", "you have not said when you entered").into(),
        (Fact::Curriculum, _) => lang
            .pick(
                "沒有你入學年度的課程科目表，無法判定跨領域專業課程",
                "your group's curriculum for the entry year is not in the data, so cross-domain cannot be decided",
            )
            .into(),
        (Fact::NotOfDepartment { department }, Lang::ZhTw) => format!("你的學士班是否不受「{department}」的限制"),
        (Fact::NotOfDepartment { department }, Lang::En) => {
            format!("that your class is not meant by the rule for {department}")
        }
        (Fact::OfDepartment { department }, Lang::ZhTw) => format!("你的學士班是否視同「{department}」"),
        (Fact::OfDepartment { department }, Lang::En) => format!("that your class counts as {department}"),
        (Fact::CrossDomain { course, doubt }, _) => {
            let why = self::doubt(lang, doubt);
            match lang {
                Lang::ZhTw => format!("「{}」是否認列為你的跨領域專業課程（{why}）", c(course)),
                Lang::En => format!("that {} is a cross-domain professional course for you ({why})", c(course)),
            }
        }
        (Fact::Outside { course }, Lang::ZhTw) => format!("「{}」是否算外系所開課程", c(course)),
        (Fact::Outside { course }, Lang::En) => format!("that {} counts as from outside your department", c(course)),
        (Fact::Recognised { course, taken }, Lang::ZhTw) => match taken {
            Some(taken) => format!("你修的 {taken} 與「{}」同名不同碼，是否認列", c(course)),
            None => format!("你修的課（沒有課程編碼）是否就是「{}」", c(course)),
        },
        (Fact::Recognised { course, taken }, Lang::En) => match taken {
            Some(taken) => {
                format!("that your {taken}, of the same name but another code, is recognised as {}", c(course))
            }
            None => format!("that your course without a code is {}", c(course)),
        },
        (Fact::Category { course, category }, Lang::ZhTw) => {
            format!("「{}」（課程系統未載明類別）是否屬於{category}類", c(course))
        }
        (Fact::Category { course, category }, Lang::En) => {
            format!("that {} (no category stated) belongs to {category}", c(course))
        }
        (Fact::Track { course, track }, Lang::ZhTw) => format!("「{}」是否屬於「{track}」", c(course)),
        (Fact::Track { course, track }, Lang::En) => format!("that {} belongs to {track}", c(course)),
        (Fact::NotSimilar { course, near }, Lang::ZhTw) => {
            format!("「{}」與本系「{near}」名稱相近，是否不算性質相同", c(course))
        }
        (Fact::NotSimilar { course, near }, Lang::En) => {
            format!("that {} is not like your department's {near}, although the names are near", c(course))
        }
        (Fact::Equivalent { course, category }, Lang::ZhTw) => {
            format!("「{}」是否認可為{category}類指定課程的同等課程", c(course))
        }
        (Fact::Equivalent { course, category }, Lang::En) => {
            format!("that {} is accepted as an equivalent of the course asked for in {category}", c(course))
        }
        (Fact::Accepted { course, category }, Lang::ZhTw) => {
            format!("「{}」（不在清單）是否可認列為{category}類", c(course))
        }
        (Fact::Accepted { course, category }, Lang::En) => {
            format!("that {} (not listed) is accepted in {category}", c(course))
        }
        (Fact::GeneralMinimum { category }, Lang::ZhTw) => {
            format!("{category}類應修門數未載明於課程系統，是否以學校通則一門為準")
        }
        (Fact::GeneralMinimum { category }, Lang::En) => {
            format!("that one course of {category} is enough (the program's minimum is not stated)")
        }
        (Fact::DifferentSubclasses { category }, Lang::ZhTw) => format!("你的{category}類課程是否屬於不同的次分類"),
        (Fact::DifferentSubclasses { category }, Lang::En) => {
            format!("that your courses of {category} are of different subclasses")
        }
        (Fact::RequiredAndElective, _) => lang
            .pick(
                "所修課程是否含專業必修與專業選修各一門（清單未標示必修）",
                "that your courses include one required and one elective professional course (the list marks none)",
            )
            .into(),
        (Fact::FewerRequired, _) => lang
            .pick(
                "標示必修的課程是否不必全修（資料來源互相矛盾）",
                "that not all courses marked required are required (the sources contradict each other)",
            )
            .into(),
        (Fact::Confirmed { id }, _) => {
            let found = program.restrictions.iter().find_map(|restriction| match &restriction.kind {
                Kind::Confirm(confirm) if confirm.id == *id => Some(text(lang, &confirm.text).to_owned()),
                _ => None,
            });
            found.unwrap_or_else(|| id.clone())
        }
    }
}

/// Why the cross-domain standing of a course is open.
pub fn doubt(lang: Lang, doubt: &CrossDomainDoubt) -> String {
    match (doubt, lang) {
        (CrossDomainDoubt::CommonCourse, _) => {
            lang.pick("通識或共同課程，不一定是專業課程", "a general-education or common course").to_owned()
        }
        (CrossDomainDoubt::NearName(name), Lang::ZhTw) => format!("與你系上的「{name}」名稱相近"),
        (CrossDomainDoubt::NearName(name), Lang::En) => format!("its name is near your department's {name}"),
        (CrossDomainDoubt::OwnCommon, _) => {
            lang.pick("在你系上課程科目表列為共同課程", "a common course in your own curriculum").to_owned()
        }
    }
}

/// Whether a course is cross-domain, with the reason. `entry` is the student's entry year.
pub fn standing(lang: Lang, standing: &Standing, entry: Option<u16>) -> String {
    let entry = entry.map(|year| year.to_string()).unwrap_or_default();
    match (standing, lang) {
        (Standing::Cross, Lang::ZhTw) => format!("跨領域：不在你系 {entry} 入學課程科目表的專業課程中"),
        (Standing::Cross, Lang::En) => format!("cross-domain: no professional course of your department ({entry})"),
        (Standing::Decided(true), _) => lang.pick("跨領域：你註記系所已認定", "cross-domain, as you noted").to_owned(),
        (Standing::Decided(false), _) => {
            lang.pick("你註記系所不認定為跨領域", "not cross-domain, as you noted").to_owned()
        }
        (Standing::Own { symbol, by_code: true, .. }, Lang::ZhTw) => {
            format!("本系專業課程：{entry} 入學課程科目表的 {}", symbol.sign())
        }
        (Standing::Own { symbol, by_code: true, .. }, Lang::En) => {
            format!("your department's own course: {} in the curriculum of entry {entry}", symbol.sign())
        }
        (Standing::Own { symbol, name, .. }, Lang::ZhTw) => {
            format!("與本系專業課程「{name}」同名（{entry} 入學 {}），視為同一課程", symbol.sign())
        }
        (Standing::Own { symbol, name, .. }, Lang::En) => {
            format!("same name as your department's {name} ({}, entry {entry}): the same course", symbol.sign())
        }
        (Standing::Doubt(doubt), Lang::ZhTw) => format!("待系所確認：{}", self::doubt(lang, doubt)),
        (Standing::Doubt(doubt), Lang::En) => {
            format!("to be confirmed by your department: {}", self::doubt(lang, doubt))
        }
        (Standing::NoCurriculum, _) => lang
            .pick("待確認：缺系組、入學年度或課程科目表", "to be confirmed: group, entry year or curriculum missing")
            .to_owned(),
    }
}

/// Why a program is closed to the student.
pub fn closed(lang: Lang, closed: &Closed) -> String {
    match (closed, lang) {
        (Closed::Department(department), Lang::ZhTw) => format!("{department}學生不得修讀"),
        (Closed::Department(department), Lang::En) => format!("not open to students of {department}"),
        (Closed::OnlyFor(departments), Lang::ZhTw) => {
            format!("僅限{}學生修讀", list(lang, departments.iter().cloned()))
        }
        (Closed::OnlyFor(departments), Lang::En) => {
            format!("only for students of {}", list(lang, departments.iter().cloned()))
        }
        (Closed::OwnProgram, _) => lang
            .pick(
                "此微學程皆為本系課程，對本系學生不計入跨域畢業條件",
                "holds only your own department's courses, so it never counts as cross-domain for you",
            )
            .to_owned(),
    }
}

/// A status in one or two words.
pub fn status(lang: Lang, status: &Status) -> &'static str {
    match status {
        Status::Met => lang.pick("已符合", "Met"),
        Status::MetIfInProgress => lang.pick("修習中課程通過即符合", "Met if courses in progress are passed"),
        Status::MetIfPlanned => lang.pick("完成計畫即符合", "Met if the plan is carried out"),
        Status::NotYet { reachable: true, .. } => lang.pick("尚未符合", "Not yet"),
        Status::NotYet { reachable: false, .. } => {
            lang.pick("清單內課程無法修成", "The listed courses cannot finish it")
        }
        Status::DependsOn { .. } => lang.pick("待確認", "To be confirmed"),
        Status::NotOpen(_) => lang.pick("不適用", "Not open to you"),
        Status::NotRequired => lang.pick("不需要", "Not required"),
    }
}

/// Which records a view looks at.
pub fn view(lang: Lang, view: View) -> &'static str {
    match view {
        View::Passed => lang.pick("已通過", "passed"),
        View::InProgress => lang.pick("修習中", "in progress"),
        View::Planned => lang.pick("計畫中", "planned"),
    }
}

/// A block of the graduation credits.
pub fn block(lang: Lang, block: Block) -> &'static str {
    match block {
        Block::Common => lang.pick("共同必修／選修", "Common courses"),
        Block::ProfessionalRequired => lang.pick("專業必修", "Professional required"),
        Block::ProfessionalElective => lang.pick("專業選修", "Professional elective"),
        Block::Free => lang.pick("跨域及自由選修", "Cross-domain and free electives"),
        Block::GeneralEducation => lang.pick("通識（計入自由選修有上限）", "General education (capped)"),
    }
}
