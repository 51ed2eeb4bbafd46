//! Lines of cells: what every reader of a source works on.

/// One line of the source (or one row of an HTML table), cut into cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it is, from 1.
    pub no: usize,
    /// Its cells, trimmed. Never empty.
    pub cells: Vec<String>,
    /// Course codes that the links of a saved page name, each with the place of its cell.
    pub codes: Vec<(usize, String)>,
}

impl Line {
    /// A cell; empty text where there is none.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }

    /// Whether no cell says anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }

    /// The cells as one text, for showing and for looking for words.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for cell in self.cells.iter().filter(|cell| !cell.is_empty()) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(cell);
        }
        text
    }
}

/// A source cut into lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// Lines with something in them (a line of empty cells counts; an empty line does not).
    pub lines: Vec<Line>,
    /// Whether it was HTML.
    pub html: bool,
    /// Lines with a quotation mark that has no partner, and their texts: read without regard to it.
    pub stray: Vec<(usize, String)>,
}

/// A cell without the white space and the invisible marks around it. A leading apostrophe says "this is text": what
/// follows it is kept to the letter (see [`crate::export`]).
pub(super) fn clean(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(text) => text.to_owned(),
        None => cell.trim_matches(is_invisible).to_owned(),
    }
}

/// White space (of any width), zero-width marks, control characters.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
