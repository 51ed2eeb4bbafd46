//! What in a catalog looks like a slip, and what to do about it.

use crate::i18n::Lang;
use crate::i18n::catalog::{Words, placed};
use crate::office::odd::{MOST_OF_A_COURSE, Odd, OddKind, place};
use crate::regulation::PROGRAM_CREDITS;

/// What is odd in a catalog, as compilers print a mistake. `text` is what the catalog was read from.
pub fn report(file: &str, text: &str, odd: &Odd, lang: Lang) -> String {
    placed(file, place(text, odd), &words(&odd.kind, lang), lang)
}

/// The words for one odd thing.
pub fn words(kind: &OddKind, lang: Lang) -> Words {
    let (least, most) = PROGRAM_CREDITS;
    let pair = |zh: (String, &str), en: (String, &str)| match lang {
        Lang::ZhTw => Words { what: zh.0, hint: zh.1.to_owned() },
        Lang::En => Words { what: en.0, hint: en.1.to_owned() },
    };
    match kind {
        OddKind::NoCredits { credits } => pair(
            (format!("微學程的應修學分不會是 {credits}"), "請對照科目表；學分是整數，最細到 0.5"),
            (format!("no program asks for {credits} credits"), "see its standard; credits are whole, or end in .5"),
        ),
        OddKind::CreditsOutside { credits } => pair(
            (format!("應修 {credits} 學分；微學程是 {least} 到 {most} 學分"), "請對照科目表"),
            (format!("{credits} credits are asked for; programs have {least} to {most}"), "see its standard"),
        ),
        OddKind::CourseCredits { credits } => pair(
            (format!("一門課 {credits} 學分；學校的課最多 {MOST_OF_A_COURSE} 學分"), "請對照課程系統"),
            (
                format!("a course of {credits} credits; the university's have at most {MOST_OF_A_COURSE}"),
                "see the course system",
            ),
        ),
        OddKind::TenTimes { was, credits } => pair(
            (format!("學分由 {was} 變成 {credits}，像是多打或少打了一個 0"), "請對照課程系統"),
            (
                format!("credits {was} became {credits}, which looks like a zero too many or too few"),
                "see the course system",
            ),
        ),
        OddKind::SameRestriction => pair(
            ("同一微學程有兩項完全相同的限制".to_owned(), "請留下一項"),
            ("the program has the very same restriction twice".to_owned(), "keep one"),
        ),
    }
}
