//! Words and sentences, in both languages. Elsewhere only the command line has any: how it is called, in English.
//!
//! Fixed words are tables made by `words!`: both languages stand on one line, so a word cannot be forgotten in one of
//! them. Sentences with numbers or names in them are functions of a [`Lang`] and of the data they tell.

#[macro_use]
mod table;

pub mod ahead;
mod app;
pub mod around;
pub mod audit;
pub mod badge;
#[cfg(feature = "office")]
pub mod batch;
pub mod catalog;
#[cfg(feature = "cli")]
pub mod cli;
pub mod courses;
pub mod desk;
pub mod edition;
pub mod editor;
pub mod guide;
pub mod halves;
pub mod hindrance;
pub mod home;
pub mod import;
pub mod importing;
pub mod letter;
pub mod likelihood;
pub mod marks;
pub mod names;
pub mod next;
mod not_counted;
#[cfg(feature = "office")]
pub mod office;
pub mod plan;
pub mod programs;
pub mod propose;
#[cfg(feature = "office")]
pub mod receipt;
pub mod restriction;
pub mod said;
pub mod settings;
pub mod share;
pub mod sheet;
pub mod units;
pub mod week;

pub use ahead::Ahead;
pub use app::App;
pub use around::Around;
pub use courses::Courses;
pub use desk::Desk;
pub use edition::Edition;
pub use editor::Editor;
pub use guide::Guide;
pub use home::Home;
pub use importing::Importing;
pub use marks::Marks;
pub use next::Next;
pub use plan::Plan;
pub use programs::Programs;
pub use propose::Propose;
pub use said::Said;
pub use settings::Settings;
pub use share::Share;
pub use sheet::Sheet;
pub use week::Week;

use serde::{Deserialize, Serialize};

/// The languages of the interface. Course names stay Chinese where no official English name is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// Traditional Chinese as used in Taiwan.
    #[default]
    #[serde(rename = "zh-TW")]
    ZhTw,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// All, in the order of the switch.
    pub const ALL: [Lang; 2] = [Lang::ZhTw, Lang::En];

    /// For the `lang` attribute (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Lang::ZhTw => "zh-Hant-TW",
            Lang::En => "en",
        }
    }

    /// Its own name, in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::ZhTw => "中文",
            Lang::En => "English",
        }
    }

    /// The language for somebody who prefers these, best first (BCP 47 tags). Chinese of any kind gets Chinese;
    /// everybody who names other languages only gets English.
    pub fn preferred<'a>(tags: impl IntoIterator<Item = &'a str>) -> Lang {
        let mut named_one = false;
        for tag in tags {
            named_one = true;
            if tag.starts_with("zh") {
                return Lang::ZhTw;
            }
            if tag.starts_with("en") {
                return Lang::En;
            }
        }
        if named_one { Lang::En } else { Lang::ZhTw }
    }

    /// One of two, by language.
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Lang::ZhTw => zh,
            Lang::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefers() {
        assert_eq!(Lang::preferred(["zh-TW", "en"]), Lang::ZhTw);
        assert_eq!(Lang::preferred(["en-GB", "zh"]), Lang::En);
        assert_eq!(Lang::preferred(["vi", "en"]), Lang::En);
        assert_eq!(Lang::preferred(["vi"]), Lang::En);
        assert_eq!(Lang::preferred([]), Lang::ZhTw);
    }
}
