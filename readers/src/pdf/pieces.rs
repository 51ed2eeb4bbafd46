//! From characters to pieces of text: what was written in one go, without a gap that a column could begin in.

use super::content::Glyph;
use super::drawing::{Rule, Rules};

/// A piece of text on one line.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// What it says.
    pub text: String,
    /// Where it begins and ends, in points.
    pub x: (f64, f64),
    /// The line that it stands on, from the page's top.
    pub y: f64,
    /// The font's size.
    pub size: f64,
}

impl Piece {
    /// Its middle.
    pub fn middle(&self) -> (f64, f64) {
        (f64::midpoint(self.x.0, self.x.1), self.y - 0.35 * self.size)
    }

    /// From top to bottom, without what few letters reach.
    pub fn height(&self) -> (f64, f64) {
        (self.y - 0.75 * self.size, self.y + 0.1 * self.size)
    }
}

/// Gaps in em: a wider one is none between letters, a narrower one (backwards) none between letters either.
const WIDEST: f64 = 0.22;
/// The same, where the place was set anew between them or a gap was left that no space fills.
const WIDEST_PLACED: f64 = 0.1;
const NARROWEST: f64 = -0.5;

/// The pieces of a page, in the order in which they are drawn. Spaces that were written are kept inside a piece, and are
/// no part of its ends.
pub fn pieces(glyphs: &[Glyph], rules: &Rules) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    // Spaces since the last letter, and where they end.
    let mut spaces = String::new();
    let mut end: Option<f64> = None;
    for glyph in glyphs {
        let blank = glyph.text.chars().all(char::is_whitespace);
        let open = pieces
            .last_mut()
            .zip(end)
            .filter(|(piece, end)| goes_on(piece, *end, glyph, !spaces.is_empty(), &rules.down));
        end = (open.is_some() || !blank).then_some(glyph.x.1);
        match open {
            Some(_) if blank => spaces.push_str(&glyph.text),
            Some((piece, _)) => {
                piece.text.push_str(&std::mem::take(&mut spaces));
                piece.text.push_str(&glyph.text);
                piece.x.1 = glyph.x.1;
                piece.size = piece.size.max(glyph.size);
            }
            None => {
                spaces.clear();
                if !blank {
                    pieces.push(Piece { text: glyph.text.clone(), x: glyph.x, y: glyph.y, size: glyph.size });
                }
            }
        }
    }
    without_doubles(pieces)
}

/// Whether a character goes on with a piece that ends there, with its spaces.
fn goes_on(piece: &Piece, end: f64, glyph: &Glyph, spaced: bool, down: &[Rule]) -> bool {
    let gap = (glyph.x.0 - end) / glyph.size.max(0.1);
    let y = piece.middle().1;
    // A line down the page takes room.
    let between =
        |rule: &Rule| rule.at >= piece.x.1 - 0.5 && rule.at <= glyph.x.0 + 0.5 && rule.from <= y && y <= rule.to;
    (piece.y - glyph.y).abs() <= 0.2 * glyph.size
        && (NARROWEST..=if glyph.placed || glyph.moved && !spaced { WIDEST_PLACED } else { WIDEST }).contains(&gap)
        && !(glyph.x.0 - piece.x.1 > 0.03 * glyph.size && down.iter().any(between))
}

/// Some programs write bold text by writing it twice.
fn without_doubles(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let same = |known: &Piece| {
            known.text == piece.text && (known.x.0 - piece.x.0).abs() < 1.0 && (known.y - piece.y).abs() < 1.0
        };
        // Both are written one after the other.
        if !kept.iter().rev().take(3).any(same) {
            kept.push(piece);
        }
    }
    kept
}

/// The text of one cell: its lines from top to bottom, each from left to right.
pub fn text_of<'p>(pieces: impl IntoIterator<Item = &'p Piece>) -> String {
    let mut sorted: Vec<&Piece> = pieces.into_iter().collect();
    sorted.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<&Piece>> = Vec::new();
    for piece in sorted {
        match lines.last_mut().filter(|line| line.first().is_some_and(|first| piece.y - first.y < 0.35 * piece.size)) {
            Some(line) => line.push(piece),
            None => lines.push(vec![piece]),
        }
    }
    let mut text = String::new();
    for mut line in lines {
        line.sort_by(|a, b| a.x.0.total_cmp(&b.x.0));
        let mut words = String::new();
        let mut end = f64::MAX;
        for piece in line {
            if piece.x.0 - end > 0.2 * piece.size {
                words.push(' ');
            }
            words.push_str(&piece.text);
            end = piece.x.1;
        }
        text = joined(&text, &words);
    }
    text
}

/// Two lines of one cell as one text: words are apart, Chinese characters are not.
pub fn joined(above: &str, below: &str) -> String {
    let apart = is_latin(above.chars().last()) && is_latin(below.chars().next()) && !above.ends_with('-');
    format!("{above}{}{below}", if apart { " " } else { "" })
}

/// Whether a character is written with spaces between words.
fn is_latin(c: Option<char>) -> bool {
    c.is_some_and(|c| c < '\u{2e80}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyphs(text: &str, x: f64, y: f64) -> Vec<Glyph> {
        let one = |(at, c): (usize, char)| Glyph {
            text: c.to_string(),
            x: (x + 10.0 * at as f64, x + 10.0 * (at as f64 + 1.0)),
            y,
            size: 10.0,
            placed: at == 0,
            moved: false,
        };
        text.chars().enumerate().map(one).collect()
    }

    #[test]
    fn a_gap_ends_a_piece_and_a_space_does_not() {
        let mut all = glyphs("範例 力學 ", 0.0, 20.0);
        all.extend(glyphs("75", 70.0, 20.0));
        let texts = |pieces: Vec<Piece>| pieces.into_iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(texts(pieces(&all, &Rules::default())), ["範例 力學", "75"]);
        // A gap as between letters, but a line in it.
        let mut all = glyphs("甲", 0.0, 20.0);
        all.extend(glyphs("乙", 10.8, 20.0));
        let rules = Rules { down: vec![Rule { at: 10.4, from: 0.0, to: 30.0 }], ..Rules::default() };
        assert_eq!(texts(pieces(&all, &rules)), ["甲", "乙"]);
        assert_eq!(texts(pieces(&all, &Rules::default())), ["甲乙"]);
    }

    #[test]
    fn lines_of_a_cell_are_joined_as_they_are_read() {
        let piece = |text: &str, y: f64| Piece { text: text.to_owned(), x: (0.0, 40.0), y, size: 10.0 };
        for (first, second, joined) in [
            ("Sample", "Mechanics", "Sample Mechanics"),
            ("範例", "力學", "範例力學"),
            ("深度學習", "TensorFlow", "深度學習TensorFlow"),
            ("Object-", "Oriented", "Object-Oriented"),
        ] {
            assert_eq!(text_of(&[piece(first, 10.0), piece(second, 22.0)]), joined);
        }
    }
}
