//! A program's restrictions in sentences, one file a kind.

mod words;

use super::Lang;
use crate::rules::{EntryYears, Kind, Purpose, Restriction};

use words::Words;

/// Keys with what they are; the one without a name is what has them.
pub type Keys = &'static [(&'static str, &'static str)];

/// The restriction in a sentence, with whom and which question it concerns. `name` turns a course code into its name,
/// a program code into the program's.
pub fn restriction(lang: Lang, restriction: &Restriction, name: &dyn Fn(&str) -> String) -> String {
    let mut text = kind(&restriction.kind, &Words { lang, name });
    if let Some(entry) = restriction.entry {
        text.push_str(&years(lang, entry));
    }
    if restriction.purpose == Purpose::CrossDomainRequirement {
        text.push_str(lang.pick("（只用於跨域畢業條件）", " (for the cross-domain requirement only)"));
    }
    if restriction.doubt.is_some() {
        text.push_str(lang.pick("（是否這樣解讀，須確認）", " (whether it is meant so is to be confirmed)"));
    }
    text
}

fn years(lang: Lang, years: EntryYears) -> String {
    match (lang, years.from, years.to) {
        (_, None, None) => String::new(),
        (Lang::ZhTw, Some(from), None) => format!("（{from} 學年度起入學）"),
        (Lang::ZhTw, None, Some(to)) => format!("（{to} 學年度以前入學）"),
        (Lang::ZhTw, Some(from), Some(to)) => format!("（{from} 至 {to} 學年度入學）"),
        (Lang::En, Some(from), None) => format!(" (entry year {from} on)"),
        (Lang::En, None, Some(to)) => format!(" (entry year {to} and before)"),
        (Lang::En, Some(from), Some(to)) => format!(" (entry years {from} to {to})"),
    }
}

/// What a kind of restriction is called in tables, in Chinese: the first clause of what it is. `None` for what is no kind.
pub fn title(kind: &str) -> Option<&'static str> {
    let (_, words) = keys(kind).iter().find(|(key, _)| key.is_empty())?;
    words.split(['；', '，', '。']).next()
}

macro_rules! sentences {
    ($($module:ident :: $name:ident,)*) => {
        $(mod $module;)*

        fn kind(kind: &Kind, words: &Words<'_>) -> String {
            match kind { $(Kind::$name(rule) => $module::sentence(rule, words),)* }
        }

        /// What a kind and its keys are, in Chinese; nothing for a name that is no kind's.
        pub fn keys(kind: &str) -> Keys {
            match kind {
                $(stringify!($module) => $module::KEYS,)*
                _ => &[],
            }
        }
    };
}

crate::rules::every_kind!(sentences);
