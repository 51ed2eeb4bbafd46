//! Which half of a year course: what stands behind its name, and the words of the choice.

use super::{Lang, names};
use crate::audit::{AdvisedCourse, CourseRef};
use crate::transcript::Stage;

words! {
    /// Halves of year courses.
    Halves {
        choose: "這筆是哪一半", "Which half this is";
        unsaid: "沒註明上下", "Half not stated";
        say: "有一筆沒註明是哪一半；勾選這裡，就是說它是這一半。", "One entry does not say which half it is; tick this to say it is this one.";
        say_first: "先到「修課」註明修過的是哪一半", "First say in Courses which half you took";
    }
}

/// Behind the name of a record or a planned course, where the course has `parts` parts: `（下）`. Empty where there is
/// nothing to tell apart, or where the record does not say.
pub fn half(lang: Lang, stage: Stage, parts: u8) -> String {
    match (stage, parts) {
        (Stage::Only, _) | (Stage::Part(1), 0 | 1) => String::new(),
        (Stage::Whole, _) => lang.pick("（全年）", " (whole year)").to_owned(),
        (Stage::Part(1), 2) => lang.pick("（上）", " (first half)").to_owned(),
        (Stage::Part(2), 2) => lang.pick("（下）", " (second half)").to_owned(),
        (Stage::Part(part), _) => match lang {
            Lang::ZhTw => format!("（第 {part} 階段）"),
            Lang::En => format!(" (part {part})"),
        },
    }
}

/// Behind the name of an advised course: the half to take, or both. `unsaid` says that a record stands for a half and
/// does not say for which.
pub fn advised(lang: Lang, stages: &[u8], unsaid: bool) -> String {
    match stages {
        [] => String::new(),
        _ if unsaid => lang.pick("（另一半）", " (the other half)").to_owned(),
        [one] => half(lang, Stage::Part(*one), 2),
        _ => lang.pick("（上、下）", " (both halves)").to_owned(),
    }
}

/// The name of a course with the half meant: `物理（下）`, `Physics 物理 (second half)`.
pub fn named(lang: Lang, course: &CourseRef, stages: &[u8], unsaid: bool) -> String {
    let name = names::course(lang, course.code.as_deref(), &course.name);
    format!("{name}{}", advised(lang, stages, unsaid))
}

/// The name of an advised course with the half meant.
pub fn name(lang: Lang, one: &AdvisedCourse) -> String {
    named(lang, &one.course, &one.stages, one.unsaid)
}

/// An advised course with the half meant and its code: `物理（下） 1401041`.
pub fn course(lang: Lang, course: &CourseRef, stages: &[u8], unsaid: bool) -> String {
    let name = named(lang, course, stages, unsaid);
    match &course.code {
        Some(code) => format!("{name} {code}"),
        None => name,
    }
}

/// An answer to which half a record is, in the choice.
pub fn choice(lang: Lang, stage: Stage, parts: u8) -> String {
    match (stage, parts) {
        (Stage::Only, _) => Halves::of(lang).unsaid.to_owned(),
        (Stage::Whole, _) => lang.pick("全年", "Whole year").to_owned(),
        (Stage::Part(1), 2) => lang.pick("上（前半）", "First half").to_owned(),
        (Stage::Part(2), 2) => lang.pick("下（後半）", "Second half").to_owned(),
        (Stage::Part(part), _) => match lang {
            Lang::ZhTw => format!("第 {part} 階段"),
            Lang::En => format!("Part {part}"),
        },
    }
}

/// Names that choice for screen readers: `物理: 這筆是哪一半`.
pub fn which(lang: Lang, name: &str) -> String {
    format!("{name}: {}", Halves::of(lang).choose)
}
