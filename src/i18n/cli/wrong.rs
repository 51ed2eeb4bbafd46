//! What is wrong with how a command was called.

use super::super::{Lang, units};

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No command of that name, and those whose names look like it.
    Command(String, Vec<String>),
    /// A word that no option and no file has a place for, and the options that look like it.
    Unknown(String, Vec<String>),
    /// Options and files that are needed.
    Missing(Vec<String>),
    /// An option without its value.
    NoValue(String),
    /// An option's value that it does not take, and those that it does, where they are few.
    Value(String, String, Vec<String>),
    /// A flag, and the value that it does not take.
    NeedsNone(String, String),
    /// An argument that is no text.
    NoText,
    /// Anything else: in the words of what reads the arguments.
    Other(String),
}

/// The sentence.
pub fn sentence(lang: Lang, wrong: &Wrong) -> String {
    let chinese = lang == Lang::ZhTw;
    let list = |words: &[String]| units::list(lang, words.iter().map(|word| format!("`{word}`")));
    let near = |wrong: String, near: &[String]| match (near, chinese) {
        ([], _) => wrong,
        (near, true) => format!("{wrong}，是不是 {}", list(near)),
        (near, false) => format!("{wrong}; is it {}", list(near)),
    };
    match wrong {
        Wrong::Command(name, like) if chinese => near(format!("沒有 `{name}` 這個指令"), like),
        Wrong::Command(name, like) => near(format!("`{name}` is no command"), like),
        Wrong::Unknown(word, like) if chinese => near(format!("不認得 `{word}`"), like),
        Wrong::Unknown(word, like) => near(format!("`{word}` is not known here"), like),
        Wrong::Missing(what) if chinese => format!("還要寫 {}", list(what)),
        Wrong::Missing(what) => format!("still needed: {}", list(what)),
        Wrong::NoValue(option) if chinese => format!("`{option}` 後面要寫內容"),
        Wrong::NoValue(option) => format!("`{option}` needs a value"),
        Wrong::Value(option, value, known) => match (known.as_slice(), chinese) {
            ([], true) => format!("`{option}` 不能是 `{value}`"),
            ([], false) => format!("`{option}` cannot be `{value}`"),
            (known, true) => format!("`{option}` 不能是 `{value}`，可以是 {}", list(known)),
            (known, false) => format!("`{option}` cannot be `{value}`, only {}", list(known)),
        },
        Wrong::NeedsNone(option, value) if chinese => format!("`{option}` 後面不寫內容，卻有 `{value}`"),
        Wrong::NeedsNone(option, value) => format!("`{option}` takes no value, but there is `{value}`"),
        Wrong::NoText if chinese => "有一個參數不是文字".to_owned(),
        Wrong::NoText => "an argument is no text".to_owned(),
        Wrong::Other(words) => words.clone(),
    }
}

/// What to do to see how a command is called.
pub fn see_help(lang: Lang, command: &str) -> String {
    match lang {
        Lang::ZhTw => format!("用法：`{command} --help`"),
        Lang::En => format!("How it is called: `{command} --help`"),
    }
}
