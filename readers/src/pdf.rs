//! PDF: the text layer as lines of cells, by where each character stands.
//!
//! Rows are what is framed by lines ([`boxes`]); where nothing is framed, what stands at one height, cut where white
//! rivers run down ([`rivers`]). Nothing is guessed: a character that the file does not tell stays unknown, and a file of
//! them is refused.

mod boxes;
mod characters;
mod content;
mod drawing;
mod encoding;
mod font;
mod grid;
mod matrix;
mod middle;
mod pieces;
mod rivers;
mod streams;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::limits::{MOST_GLYPHS, MOST_PAGES, MOST_ROWS};
use crate::{Line, Refusal, Table};

/// One row of a page.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    top: f64,
    bottom: f64,
    cells: Vec<String>,
    /// Its cells stand between lines.
    framed: bool,
    /// The same by the columns of the table that goes on here, where it stands before the first row.
    rest: Option<Vec<String>>,
    /// Which text belongs to it is not proven.
    doubt: bool,
}

/// Reads the text of a PDF.
pub fn read(bytes: &[u8]) -> Result<Vec<Table>, Refusal> {
    streams::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Password,
        _ => Refusal::Broken,
    })?;
    let mut fonts = content::Fonts::new();
    let mut left = MOST_GLYPHS;
    let mut table = Table::default();
    let (mut all, mut unknown, mut hidden) = (0, 0, 0);
    let mut pages = Pages::default();
    let mut rivers = rivers::Rivers::default();
    if pdf.pages().len() > MOST_PAGES {
        return Err(Refusal::TooMuch);
    }
    for page in pdf.pages().iter() {
        let shown = content::read(page, &mut fonts, &mut left);
        if left == 0 {
            return Err(Refusal::TooMuch);
        }
        all += shown.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).count();
        unknown += shown.unknown;
        hidden += shown.hidden;
        let pieces = pieces::pieces(&shown.glyphs, &shown.rules);
        let (mut rows, free) = boxes::rows(&pieces, &shown.rules);
        rows.extend(rivers.rows(free));
        rows.sort_by(|a, b| a.top.total_cmp(&b.top));
        pages.add(rows, f64::from(page.render_dimensions().1));
    }
    // A mark or a page number on a picture is no text layer.
    const FEW: usize = 20;
    if all < FEW {
        return Err(Refusal::Scan);
    }
    if unknown * 5 > all {
        return Err(Refusal::Garbled);
    }
    if pages.rows.len() > MOST_ROWS {
        return Err(Refusal::TooMuch);
    }
    let rows = pages.rows.into_iter().enumerate();
    table.lines = rows.map(|(at, row)| Line { no: at + 1, cells: row.cells, doubt: row.doubt }).collect();
    table.damaged = unknown > 0;
    table.recognised = hidden * 2 > all;
    Ok(vec![table])
}

/// Whether the last line of a page only numbers it.
fn is_page_number(cells: &[String]) -> bool {
    let text = cells.join(" ");
    let mut words = text.split(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '/' | '-'));
    cells.len() <= 2
        && text.len() < 40
        && words.all(|word| matches!(word.to_lowercase().as_str(), "" | "page" | "of" | "第" | "頁" | "共"))
}

/// The rows of all pages, one after the other.
#[derive(Default)]
struct Pages {
    rows: Vec<Row>,
    /// How the first page begins, and so perhaps the others.
    head: Vec<Vec<String>>,
    /// The last row of the page before, but for what stands in its margins.
    last: Option<Vec<String>>,
}

impl Pages {
    fn add(&mut self, mut rows: Vec<Row>, height: f64) {
        /// Where browsers print the address and the day, in points.
        const MARGIN: f64 = 26.0;
        /// So many lines at most are a title and headings.
        const HEAD: usize = 12;
        while rows.last().is_some_and(|row| is_page_number(&row.cells)) {
            rows.pop();
        }
        // The same course may have been taken twice; what repeats is no course.
        let says_no_course = |row: &Row| row.cells.len() < 3 || !row.cells.iter().any(|cell| has_digit(cell));
        let same = rows.iter().zip(&self.head).take_while(|(row, known)| row.cells == **known && says_no_course(row));
        let again = same.count();
        if self.head.is_empty() {
            self.head = rows.iter().take(HEAD).map(|row| row.cells.clone()).collect();
        } else {
            rows.drain(..again);
        }
        let inside = |row: &Row| row.framed || row.top > MARGIN && row.bottom < height - MARGIN;
        let mut first = true;
        let mut last = self.last.take();
        let end = rows.iter().rposition(inside);
        for (at, row) in rows.into_iter().enumerate() {
            if !inside(&row) {
                self.rows.push(row);
                continue;
            }
            let cells = row.rest.as_ref().unwrap_or(&row.cells);
            let goes_on = cells.len() >= 3 && last.as_ref().is_some_and(|last| last.len() == cells.len());
            let rest = goes_on && (first || row.rest.is_none() && Some(at) == end) && is_rest(cells);
            // A table that goes on repeats its headings, and begins no other table by that.
            let repeated = goes_on && says_no_course(&row) && self.rows.iter().any(|known| known.cells == row.cells);
            if !rest {
                last = Some(row.cells.clone());
            }
            match first && repeated {
                true => continue,
                // A row may be cut in two by the end of a page.
                false if rest => self.join(&row),
                false => self.rows.push(row),
            }
            first = false;
        }
        self.last = last;
    }

    /// Puts the rest of a row to the last one with as many cells.
    fn join(&mut self, rest: &Row) {
        let cells = rest.rest.as_ref().unwrap_or(&rest.cells);
        let Some(row) = self.rows.iter_mut().rfind(|row| row.cells.len() == cells.len()) else { return };
        for (cell, more) in row.cells.iter_mut().zip(cells) {
            // What goes on has begun.
            row.doubt |= cell.is_empty() && !more.is_empty();
            *cell = pieces::joined(cell, more);
        }
    }
}

fn has_digit(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
}

/// Whether a row is only the lower lines of some cells.
fn is_rest(cells: &[String]) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    cells.first().is_some_and(String::is_empty) && filled > 0 && filled * 2 <= cells.len()
}
