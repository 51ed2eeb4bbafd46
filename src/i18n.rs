//! All sentences that people read, in both languages. Nothing outside this module writes one.

pub mod import;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Traditional Chinese as written in Taiwan.
    #[default]
    ZhTw,
    /// English.
    En,
}

impl Lang {
    /// The sentence in this language.
    pub fn pick<'a>(self, zh_tw: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::ZhTw => zh_tw,
            Lang::En => en,
        }
    }
}
