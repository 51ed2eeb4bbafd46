//! Words for the classes of a semester.

use crate::i18n::Lang;

/// A semester whose file was written: how many classes, and how many rows of them came and went.
pub fn written(term: &str, classes: usize, new: usize, gone: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{term}：{classes} 個班，新增或改變 {new} 列，刪去或改變 {gone} 列"),
        Lang::En => format!("{term}: {classes} classes, {new} rows new or changed, {gone} gone or changed"),
    }
}

/// How many classes of how many courses a semester has.
pub fn count(term: &str, classes: usize, courses: usize, untimed: usize, lang: Lang) -> String {
    match lang {
        Lang::ZhTw => format!("{term}：{courses} 門課的 {classes} 個班（其中 {untimed} 個班沒有上課時間）"),
        Lang::En => format!("{term}: {classes} classes of {courses} courses ({untimed} of them without times)"),
    }
}

/// Codes with classes that nobody is told of, as no program lists them. Not a mistake.
pub fn unlisted(codes: &[&str], lang: Lang) -> String {
    let list = codes.join(lang.pick("、", ", "));
    match lang {
        Lang::ZhTw => format!("請留意：沒有微學程列出 {list}，學生看不到這些班"),
        Lang::En => format!("note: no program lists {list}; students are not shown these classes"),
    }
}
