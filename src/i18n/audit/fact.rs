//! Facts in words: what is to be confirmed, why, and whom to ask.

use super::{course, text};
use crate::audit::{Ask, CrossDomainDoubt, Fact};
use crate::catalog::document::{Program, Text};
use crate::i18n::{Lang, names, units};
use crate::rules::Restriction;

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
    match fact {
        Fact::Confirmed { id } => question(program, id).map_or(fact.ask(), |(_, ask)| ask),
        _ => fact.ask(),
    }
}

/// The question of a program's restrictions with that id, and who can answer it.
fn question<'p>(program: &'p Program, id: &str) -> Option<(&'p Text, Ask)> {
    let mut questions = program.restrictions.iter().flat_map(Restriction::questions);
    questions.find(|(known, ..)| *known == id).map(|(_, text, ask)| (text, ask))
}

/// A fact as the statement that has to be confirmed.
pub fn fact(lang: Lang, fact: &Fact, program: &Program) -> String {
    let c = |one| course(lang, one);
    let within = |category| units::category(lang, category);
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
        (Fact::NotOfDepartment { department }, Lang::ZhTw) => {
            format!("你的學士班或研究所是否不受「{department}」的限制")
        }
        (Fact::NotOfDepartment { department }, Lang::En) => {
            format!("that your class or institute is not meant by the rule for {}", names::unit(lang, department))
        }
        (Fact::OfDepartment { department }, Lang::ZhTw) => format!("你的學士班或研究所是否視同「{department}」"),
        (Fact::OfDepartment { department }, Lang::En) => {
            format!("that your class or institute counts as {}", names::unit(lang, department))
        }
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
            format!("that {} (no category stated) belongs to {}", c(course), within(category))
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
            format!("that {} is accepted as an equivalent of the course asked for in {}", c(course), within(category))
        }
        (Fact::Counts { course }, Lang::ZhTw) => format!("本微學程採計「{}」", c(course)),
        (Fact::Counts { course }, Lang::En) => format!("that the program counts {} for you", c(course)),
        (Fact::Accepted { course, category }, Lang::ZhTw) => {
            format!("「{}」（不在清單）是否可認列為{category}類", c(course))
        }
        (Fact::Accepted { course, category }, Lang::En) => {
            format!("that {} (not listed) is accepted in {}", c(course), within(category))
        }
        (Fact::Credits { course, taken }, Lang::ZhTw) => {
            format!("「{}」是否照你紀錄的 {taken} 學分採計（課程資料的學分較少）", c(course))
        }
        (Fact::Credits { course, taken }, Lang::En) => {
            format!("that {} counts with the {taken} credits of your record (the course data say fewer)", c(course))
        }
        (Fact::TakenInOrder { course }, Lang::ZhTw) => {
            format!("修「{}」之前，是否已修滿先修的學分（從紀錄看不出先後）", c(course))
        }
        (Fact::TakenInOrder { course }, Lang::En) => {
            format!("that the credits asked before {} were passed before it (your records do not show it)", c(course))
        }
        (Fact::GeneralMinimum { category }, Lang::ZhTw) => {
            format!("{category}類應修門數未載明於課程系統，是否以學校通則一門為準")
        }
        (Fact::GeneralMinimum { category }, Lang::En) => {
            format!("that one course of {} is enough (the program's minimum is not stated)", within(category))
        }
        (Fact::DifferentSubclasses { category }, Lang::ZhTw) => format!("你的{category}類課程是否屬於不同的次分類"),
        (Fact::DifferentSubclasses { category }, Lang::En) => {
            format!("that your courses of {} are of different subclasses", within(category))
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
            question(program, id).map_or_else(|| id.clone(), |(asked, _)| text(lang, asked).to_owned())
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
        (CrossDomainDoubt::OwnUnit, _) => lang
            .pick(
                "你系上（班上）開的課，只是不在你的課程科目表",
                "offered by your own department or class, although not in your curriculum",
            )
            .to_owned(),
        (CrossDomainDoubt::OtherCurriculum { group, entry }, Lang::ZhTw) => {
            format!("列在{group} {entry} 入學課程科目表的專業課程")
        }
        (CrossDomainDoubt::OtherCurriculum { group, entry }, Lang::En) => {
            format!("a professional course in the curriculum of {group} for entry {entry}")
        }
        (CrossDomainDoubt::OwnCommon, _) => {
            lang.pick("在你系上課程科目表列為共同課程", "a common course in your own curriculum").to_owned()
        }
    }
}
