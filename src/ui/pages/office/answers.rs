//! The kinds of answer that the page counts and filters by.

use kuayu::i18n::Desk;

/// For each kind the letter that stands for it here: reached, if passed, to confirm, not yet, closed or out of reach.
pub const KINDS: [char; 5] = ['m', 'p', 'd', 'n', 'c'];

/// Which of [`KINDS`] an answer is of. Asked for each program of each student.
pub fn place(letter: char) -> usize {
    match letter {
        'm' => 0,
        'p' | 'b' => 1,
        'd' => 2,
        'n' => 3,
        _ => 4,
    }
}

/// The kind of an answer.
pub fn kind(letter: char) -> char {
    KINDS.get(place(letter)).copied().unwrap_or('c')
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
