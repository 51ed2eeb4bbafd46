//! Tables without frames: columns are told by the white rivers that run down between them.

use super::Row;
use super::middle;
use super::pieces::{Piece, text_of};

/// Pieces that overlap in height: a line, or the lines of a row whose cells are centred.
pub struct Band {
    /// What stands in it.
    pub pieces: Vec<Piece>,
    /// Where it begins.
    pub top: f64,
    /// Where it ends.
    pub bottom: f64,
    /// Which text belongs to it is not proven.
    pub doubt: bool,
}

impl Band {
    /// Whether it can be a row of a table.
    fn is_row(&self) -> bool {
        self.parts().len() >= 3
    }

    /// Stretches of the line with text in them.
    pub fn parts(&self) -> Vec<(f64, f64)> {
        let mut all: Vec<(f64, f64)> = self.pieces.iter().map(|piece| piece.x).collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut parts: Vec<(f64, f64)> = Vec::new();
        for (from, to) in all {
            match parts.last_mut().filter(|last| from <= last.1) {
                Some(last) => last.1 = last.1.max(to),
                None => parts.push((from, to)),
            }
        }
        parts
    }

    fn line(&self) -> f64 {
        self.pieces.iter().map(|piece| piece.y).fold(f64::MIN, f64::max)
    }

    fn size(&self) -> f64 {
        self.pieces.iter().map(|piece| piece.size).fold(0.0, f64::max)
    }
}

/// The tables without frames, page after page.
#[derive(Default)]
pub struct Rivers {
    /// The columns of the last table: one that goes on after a line of text or on another page has them still.
    columns: Vec<(f64, f64)>,
    /// The one row of a table that the end of the page before has cut off: headings, whose rows come here.
    heading: Option<Vec<(f64, f64)>>,
}

impl Rivers {
    /// The rows of a page's pieces that no lines frame.
    pub fn rows(&mut self, pieces: Vec<Piece>) -> Vec<Row> {
        let mut rows = Vec::new();
        let bands = middle::settled(bands(pieces));
        let pitch = pitch(&bands);
        let mut table: Vec<Band> = Vec::new();
        let mut last = f64::MIN;
        for band in bands {
            let apart = table.last().is_some_and(|last| band.top - last.bottom > 2.5 * last.size());
            // What is no row, and no further line of one, stands between two tables.
            let between = !band.is_row() && band.line() - last >= (pitch - 0.5).min(1.6 * band.size());
            if apart || between {
                rows.extend(self.of_table(std::mem::take(&mut table)));
            }
            if band.is_row() {
                last = band.line();
            } else if !between {
                last = last.max(band.line());
            }
            table.push(band);
        }
        let mut lone = table.iter().filter(|band| band.is_row()).map(Band::parts);
        let heading = lone.next().filter(|_| lone.next().is_none());
        drop(lone);
        rows.extend(self.of_table(table));
        self.heading = heading;
        rows
    }

    fn of_table(&mut self, bands: Vec<Band>) -> Vec<Row> {
        if bands.iter().any(Band::is_row) {
            // Several rows say by themselves what their columns are.
            let alone = bands.iter().filter(|band| band.is_row()).count() == 1;
            let heading = self.heading.take().filter(|_| alone);
            let fits = |band: &&Band| fits(band, &self.columns);
            if self.columns.is_empty() || !bands.iter().filter(|band| band.is_row()).all(|band| fits(&band)) {
                self.columns = columns(heading, &bands);
            }
        }
        of_table(bands, &self.columns)
    }
}

/// How far apart two whole rows are at least: what is nearer to a row is a further line of its cells.
fn pitch(bands: &[Band]) -> f64 {
    let pairs = bands.windows(2).filter_map(|pair| match pair {
        [above, below] if above.is_row() && below.is_row() => Some(below.line() - above.line()),
        _ => None,
    });
    pairs.fold(f64::MAX, f64::min)
}

/// Whether each part of a row has a column of its own among those.
fn fits(band: &Band, columns: &[(f64, f64)]) -> bool {
    let mut used = Vec::new();
    band.parts().into_iter().all(|(from, to)| {
        let mut touched = (0..columns.len()).filter(|at| columns.get(*at).is_some_and(|(a, b)| from < *b && to > *a));
        match (touched.next(), touched.next()) {
            (Some(at), None) if !used.contains(&at) => {
                used.push(at);
                true
            }
            _ => false,
        }
    })
}

fn bands(mut pieces: Vec<Piece>) -> Vec<Band> {
    pieces.sort_by(|a, b| a.height().0.total_cmp(&b.height().0));
    let mut bands: Vec<Band> = Vec::new();
    for piece in pieces {
        let (top, bottom) = piece.height();
        match bands.last_mut().filter(|band| top < band.bottom) {
            Some(band) => {
                band.bottom = band.bottom.max(bottom);
                band.pieces.push(piece);
            }
            None => bands.push(Band { pieces: vec![piece], top, bottom, doubt: false }),
        }
    }
    bands
}

fn of_table(bands: Vec<Band>, columns: &[(f64, f64)]) -> Vec<Row> {
    let pitch = pitch(&bands);
    let mut rows: Vec<(Row, Option<Vec<Vec<Piece>>>)> = Vec::new();
    let mut last = f64::MIN;
    for (at, band) in bands.iter().enumerate() {
        let placed = if columns.len() >= 3 { place(band, columns) } else { None };
        let near = |other: f64| (other - band.line()).abs() < (pitch - 0.5).min(1.6 * band.size());
        let next = bands.get(at + 1).filter(|next| next.is_row()).map_or(f64::MAX, Band::line);
        let belongs = !band.is_row() && near(last) && band.line() - last <= next - band.line() + 0.5;
        let above = rows.last_mut().and_then(|(row, cells)| Some((row, cells.as_mut()?)));
        if let (true, Some((row, cells)), Some(placed)) = (belongs, above, &placed) {
            for (cell, more) in cells.iter_mut().zip(placed) {
                cell.extend(more.iter().cloned());
            }
            row.bottom = band.bottom;
            row.doubt |= band.doubt;
            last = band.line();
            continue;
        }
        let row =
            Row { top: band.top, bottom: band.bottom, cells: Vec::new(), framed: false, rest: None, doubt: band.doubt };
        match placed {
            Some(cells) if band.is_row() => {
                rows.push((row, Some(cells)));
                last = band.line();
            }
            placed => {
                // It may go on with a row of the page before.
                let first = rows.is_empty();
                let rest = placed.filter(|_| first).map(|cells| cells.iter().map(text_of).collect());
                let cells = band
                    .parts()
                    .into_iter()
                    .map(|(from, to)| text_of(band.pieces.iter().filter(|piece| piece.x.0 >= from && piece.x.1 <= to)));
                rows.push((Row { cells: cells.collect(), rest, ..row }, None));
            }
        }
    }
    let done = |(row, cells): (Row, Option<Vec<Vec<Piece>>>)| match cells {
        Some(cells) => Row { cells: cells.iter().map(text_of).collect(), ..row },
        None => row,
    };
    rows.into_iter().map(done).collect()
}

/// The pieces of a band by column; `None` where one reaches over a river.
fn place(band: &Band, columns: &[(f64, f64)]) -> Option<Vec<Vec<Piece>>> {
    let mut cells = vec![Vec::new(); columns.len()];
    for piece in &band.pieces {
        let touched: Vec<usize> = (0..columns.len())
            .filter(|at| columns.get(*at).is_some_and(|(from, to)| piece.x.0 < *to && piece.x.1 > *from))
            .collect();
        let at = match touched.as_slice() {
            [at] => *at,
            [] => nearest(piece, columns)?,
            // A heading wider than its column may touch the next; a title reaches over several.
            [first, second] => {
                let inside =
                    |at: usize| columns.get(at).map_or(0.0, |(from, to)| to.min(piece.x.1) - from.max(piece.x.0));
                let (a, b) = (inside(*first), inside(*second));
                if a > 4.0 * b {
                    *first
                } else if b > 4.0 * a {
                    *second
                } else {
                    return None;
                }
            }
            _ => return None,
        };
        cells.get_mut(at)?.push(piece.clone());
    }
    Some(cells)
}

fn nearest(piece: &Piece, columns: &[(f64, f64)]) -> Option<usize> {
    let (middle, _) = piece.middle();
    let far = |(from, to): &(f64, f64)| (from - middle).max(middle - to);
    columns.iter().enumerate().min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b))).map(|(at, _)| at)
}

/// The columns of a block, from left to right; `heading` stands above it on the page before.
fn columns(heading: Option<Vec<(f64, f64)>>, bands: &[Band]) -> Vec<(f64, f64)> {
    let own = bands.iter().filter(|band| band.is_row()).map(Band::parts);
    let rows: Vec<Vec<(f64, f64)>> = heading.into_iter().chain(own).collect();
    if rows.len() < 2 {
        return Vec::new();
    }
    // So many rows may reach over a river: a line of remarks that looks like a row.
    let few = rows.len() / 10;
    let mut edges: Vec<(f64, i32)> = rows.iter().flatten().flat_map(|(from, to)| [(*from, 1), (*to, -1)]).collect();
    // Where one ends and another begins, the end comes first: they do not overlap.
    edges.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut columns: Vec<(f64, f64)> = Vec::new();
    let (mut depth, mut start) = (0, None);
    for (x, step) in edges {
        depth += step;
        let filled = usize::try_from(depth).unwrap_or(0) > few;
        match (filled, start) {
            (true, None) => start = Some(x),
            (false, Some(from)) => {
                columns.push((from, x));
                start = None;
            }
            _ => {}
        }
    }
    with_headings(columns, &rows)
}

/// In one column some cells may stand on its left and others on its right, as words and numbers do, so that they seem to
/// be two columns: no row has both, and only one of the two has a heading.
fn with_headings(mut columns: Vec<(f64, f64)>, rows: &[Vec<(f64, f64)>]) -> Vec<(f64, f64)> {
    let holds = |row: &[(f64, f64)], column: (f64, f64)| row.iter().any(|part| part.0 < column.1 && part.1 > column.0);
    let Some(headings) = rows.first() else { return columns };
    let mut at = 0;
    while let (Some(left), Some(right)) = (columns.get(at).copied(), columns.get(at + 1).copied()) {
        let both = rows.iter().any(|row| holds(row, left) && holds(row, right));
        if !both && (holds(headings, left) != holds(headings, right)) {
            columns.remove(at + 1);
            if let Some(column) = columns.get_mut(at) {
                column.1 = right.1;
            }
        } else {
            at += 1;
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, x: f64, y: f64) -> Piece {
        let width = text.chars().map(|c| if c < '\u{2e80}' { 5.0 } else { 10.0 }).sum::<f64>();
        Piece { text: text.to_owned(), x: (x, x + width), y, size: 10.0 }
    }

    fn cells(pieces: Vec<Piece>) -> Vec<Vec<String>> {
        Rivers::default().rows(pieces).into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn columns_by_rivers_with_headings_beside_their_numbers() {
        let pieces = vec![
            piece("歷年成績單", 80.0, 0.0),
            piece("課程名稱", 0.0, 20.0),
            piece("學分", 100.0, 20.0),
            piece("成績", 150.0, 20.0),
            piece("範例力學", 0.0, 36.0),
            piece("3.0", 125.0, 36.0),
            piece("75", 160.0, 36.0),
            piece("示範資料", 0.0, 52.0),
            piece("2.0", 125.0, 52.0),
            piece("90", 160.0, 52.0),
            // The rest of a name, nearer to its line than two rows are to each other.
            piece("科學", 0.0, 64.0),
            piece("總平均", 0.0, 90.0),
            piece("82.5", 125.0, 90.0),
        ];
        assert_eq!(
            cells(pieces),
            [
                vec!["歷年成績單"],
                vec!["課程名稱", "學分", "成績"],
                vec!["範例力學", "3.0", "75"],
                vec!["示範資料科學", "2.0", "90"],
                vec!["總平均", "82.5"],
            ]
        );
    }

    #[test]
    fn headings_at_the_foot_of_a_page_hold_for_the_one_row_on_the_next() {
        let heading = vec![piece("課程名稱", 40.0, 700.0), piece("學分", 120.0, 700.0), piece("成績", 170.0, 700.0)];
        let row = vec![
            piece("樣本行銷", 10.0, 40.0),
            piece("與 AI 應用", 54.0, 40.0),
            piece("3.0", 122.0, 40.0),
            piece("75", 172.0, 40.0),
        ];
        let mut rivers = Rivers::default();
        rivers.rows(heading);
        let cells: Vec<Vec<String>> = rivers.rows(row).into_iter().map(|row| row.cells).collect();
        assert_eq!(cells, [["樣本行銷 與 AI 應用", "3.0", "75"]]);
    }

    #[test]
    fn a_line_of_totals_under_the_last_row_is_not_joined_to_it() {
        let row = |name: &str, y: f64| vec![piece(name, 0.0, y), piece("3.0", 100.0, y), piece("75", 160.0, y)];
        let mut all = [row("甲課", 0.0), row("乙課", 16.0)].concat();
        all.extend([piece("合計", 0.0, 32.0), piece("6.0", 100.0, 32.0)]);
        assert_eq!(cells(all).last().map(Vec::as_slice), Some(["合計".to_owned(), "6.0".to_owned()].as_slice()));
    }
}
