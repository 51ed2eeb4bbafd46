//! The kinds of answer that the page counts and filters by.

use kuayu::i18n::Desk;

/// For each kind the letter that stands for it here, and the letters of the answers in it.
pub const KINDS: [(char, &[char]); 5] =
    [('m', &['m']), ('p', &['p', 'b']), ('d', &['d']), ('n', &['n']), ('c', &['c', 'u', 'r'])];

/// The kind of an answer.
pub fn kind(letter: char) -> char {
    KINDS.iter().find(|(_, letters)| letters.contains(&letter)).map_or('c', |(kind, _)| *kind)
}

/// A kind in a word.
pub fn word(words: &Desk, kind: char) -> &'static str {
    match kind {
        'm' => words.met,
        'p' => words.coming,
        'd' => words.ask,
        'n' => words.left,
        _ => words.closed,
    }
}
