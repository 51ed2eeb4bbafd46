//! From text to lines of cells, whatever separates them.

use crate::sorting;
use std::borrow::Cow;

use super::line::{Line, Sheet, clean};
use super::{html, quotes};

/// Cuts a text into lines of cells.
pub(super) fn split(text: &str) -> Sheet {
    let text = text.trim_start_matches('\u{feff}');
    if html::looks_like(text) {
        return Sheet { lines: html::lines(text), html: true, stray: Vec::new() };
    }
    let text = one_kind_of_newline(text);
    match delimiter(&text) {
        Delimiter::Byte(byte) => {
            if !text.contains('"') {
                return plain(&text, char::from(byte));
            }
            quotes::split(&text, byte)
        }
        Delimiter::FullWidth => plain(&text, '，'),
    }
}

/// A carriage return alone ends a line too (files from old systems).
fn one_kind_of_newline(text: &str) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') { text.replace('\r', "\n").into() } else { text.into() }
}

enum Delimiter {
    Byte(u8),
    /// The comma of a Chinese keyboard.
    FullWidth,
}

/// The candidates; of equals the first, because no one types a tab into a name.
const DELIMITERS: [char; 4] = ['\t', ',', ';', '，'];

/// The delimiter that cuts most of the first lines into the same number of cells.
fn delimiter(text: &str) -> Delimiter {
    const LOOKED_AT: usize = 60;
    let counts = delimiters_by_line(text, LOOKED_AT);
    let steadiness = |at: usize| {
        let mut counts: Vec<usize> =
            counts.iter().filter_map(|line| line.get(at).copied()).filter(|n| *n > 0).collect();
        sorting::sort(&mut counts);
        let most = counts.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0);
        (most, counts.iter().sum::<usize>())
    };
    let best = (0..DELIMITERS.len()).rev().max_by_key(|at| steadiness(*at)).filter(|at| steadiness(*at).0 > 0);
    match best.and_then(|at| DELIMITERS.get(at)) {
        Some('，') => Delimiter::FullWidth,
        Some(';') => Delimiter::Byte(b';'),
        Some('\t') => Delimiter::Byte(b'\t'),
        _ => Delimiter::Byte(b','),
    }
}

/// How often each delimiter stands in each of the first lines, outside quotation marks (where a line may end too). Where
/// one has no partner, they are followed to the end of the line only.
fn delimiters_by_line(text: &str, lines: usize) -> Vec<[usize; DELIMITERS.len()]> {
    let paired = text.bytes().filter(|byte| *byte == b'"').count().is_multiple_of(2);
    let mut counts = vec![[0; DELIMITERS.len()]];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted && (paired || c != '\n') => {}
            '\n' if counts.len() == lines => break,
            '\n' => {
                quoted = false;
                counts.push([0; DELIMITERS.len()]);
            }
            _ => {
                let at = DELIMITERS.iter().position(|delimiter| *delimiter == c);
                if let Some(count) = at.and_then(|at| counts.last_mut()?.get_mut(at)) {
                    *count += 1;
                }
            }
        }
    }
    counts
}

/// Cuts at every delimiter.
fn plain(text: &str, delimiter: char) -> Sheet {
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let mut cells: Vec<String> = line.split(delimiter).map(clean).collect();
        if cells.len() == 1 && cells.iter().all(String::is_empty) {
            continue;
        }
        cells.shrink_to_fit();
        lines.push(Line { no: at + 1, cells, ..Line::default() });
    }
    Sheet { lines, ..Sheet::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        split(text).lines.into_iter().map(|line| (line.no, line.cells)).collect()
    }

    #[test]
    fn every_delimiter() {
        for text in
            ["a,b\n\nc,d", "a;b\r\n\r\nc;d\r\n", "a\tb\n\nc\td", "a，b\n\nc，d", "\u{feff}a,b\n\nc,d\n", "a,b\r\rc,d"]
        {
            assert_eq!(
                cells(text),
                [(1, vec!["a".to_owned(), "b".into()]), (3, vec!["c".into(), "d".into()])],
                "{text:?}"
            );
        }
    }

    #[test]
    fn quotes_are_followed_where_they_pair_up() {
        assert_eq!(
            cells("x,\"a,\nb\"\n\n\"q\"\"q\",z"),
            [(1, vec!["x".to_owned(), "a,\nb".into()]), (4, vec!["q\"q".into(), "z".into()])]
        );
        let sheet = split("1,\"open\n2,b\n3,c");
        assert_eq!(sheet.stray, [(1, "1,\"open".to_owned())]);
        assert_eq!(sheet.lines.len(), 3);
        assert_eq!(sheet.lines[0].cells, ["1", "open"]);
    }

    #[test]
    fn a_comma_in_a_name_does_not_make_a_tabbed_table_a_csv() {
        assert_eq!(
            cells("1\t飛行,導航\n2\t測量"),
            [(1, vec!["1".to_owned(), "飛行,導航".into()]), (2, vec!["2".into(), "測量".into()])]
        );
    }
}
