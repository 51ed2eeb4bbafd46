//! Why a command that was called well does nothing: what it names is not in the data.

use super::super::{Lang, units};

/// A file whose mistakes another command tells.
pub fn mistakes(lang: Lang, file: &str, count: usize) -> String {
    match lang {
        Lang::ZhTw => format!("{file}：{count} 個錯誤；`kuayu check` 會一一說明"),
        Lang::En => format!("{file}: {count} mistakes; `kuayu check` tells them"),
    }
}

/// No such edition; `known` are those that there are.
pub fn no_edition(lang: Lang, known: &[&str]) -> String {
    let known = units::list(lang, known);
    match lang {
        Lang::ZhTw => format!("沒有這個版本，資料裡有 {known}"),
        Lang::En => format!("no such edition; the catalog has {known}"),
    }
}

/// No program of that code in an edition.
pub fn no_program(lang: Lang, code: &str, edition: &str) -> String {
    match lang {
        Lang::ZhTw => format!("{edition} 版沒有 `{code}` 這個微學程"),
        Lang::En => format!("no program `{code}` in edition {edition}"),
    }
}

/// More programs than can be advised together.
pub fn too_many(lang: Lang, most: usize) -> String {
    match lang {
        Lang::ZhTw => format!("最多 {most} 個微學程一起算"),
        Lang::En => format!("at most {most} programs together"),
    }
}

/// Two programs of which only one can be had.
pub fn exclusive(lang: Lang, one: &str, other: &str) -> String {
    match lang {
        Lang::ZhTw => format!("{one} 與 {other} 互斥，只能擇一"),
        Lang::En => format!("{one} and {other} exclude each other"),
    }
}

/// A code that no program lists.
pub fn not_listed(lang: Lang, code: &str) -> String {
    match lang {
        Lang::ZhTw => format!("沒有微學程列出課號 `{code}`"),
        Lang::En => format!("no program lists a course with code `{code}`"),
    }
}

/// No department or class of that name; `known` are those that there are.
pub fn no_group(lang: Lang, name: &str, known: &str) -> String {
    match lang {
        Lang::ZhTw => format!("沒有系組叫 `{name}`；有：{known}"),
        Lang::En => format!("no department group is called `{name}`; there are: {known}"),
    }
}

/// A department that has several groups.
pub fn several_groups(lang: Lang, name: &str, groups: &str) -> String {
    match lang {
        Lang::ZhTw => format!("`{name}` 有幾組，請寫其中一組：{groups}"),
        Lang::En => format!("`{name}` has several groups, name one of them: {groups}"),
    }
}
