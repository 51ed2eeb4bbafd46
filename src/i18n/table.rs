//! The macro behind the tables of words.

/// Makes a struct of words with a value for each language. A line is `name: "中文", "English";`: the compiler refuses a
/// word that lacks a language.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($word:ident: $zh:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[allow(missing_docs)] // The words say what they are.
        #[derive(Debug)]
        pub struct $name { $(pub $word: &'static str,)* }

        impl $name {
            /// The table in that language.
            pub fn of(lang: $crate::i18n::Lang) -> &'static $name {
                static ZH: $name = $name { $($word: $zh,)* };
                static EN: $name = $name { $($word: $en,)* };
                lang.pick(&ZH, &EN)
            }
        }
    };
}
