//! Tables whose cells are framed: a cell is what stands between four lines.

use super::Row;
use super::drawing::{Rule, Rules};
use super::pieces::{Piece, text_of};

/// How far two places may be apart and be the same, in points.
const SAME: f64 = 2.0;
/// Narrower than this is the space between two frames, and no cell.
const NARROW: f64 = 4.0;
/// Where lines and text must be compared one by one more often than this, the lines are not looked at.
const MOST_COMPARED: usize = 30_000_000;

/// A cell with its text.
struct Cell<'p> {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    pieces: Vec<&'p Piece>,
}

/// The rows of framed cells of a page, and the pieces that stand in none.
pub fn rows(pieces: &[Piece], rules: &Rules) -> (Vec<Row>, Vec<Piece>) {
    let mut cells: Vec<Cell<'_>> = Vec::new();
    let mut free: Vec<Piece> = Vec::new();
    if pieces.len().saturating_mul(rules.down.len() + rules.across.len()) > MOST_COMPARED {
        return (Vec::new(), pieces.to_vec());
    }
    let across = rules.across.iter().filter(|rule| !pieces.iter().any(|piece| decorates(rule, piece)));
    let rules = &Rules { across: across.copied().collect(), down: rules.down.clone() };
    for piece in pieces {
        let Some((left, right, top, bottom)) = frame(piece, rules) else {
            free.push(piece.clone());
            continue;
        };
        let same = |cell: &&mut Cell<'_>| {
            (cell.left - left).abs() < SAME && (cell.top - top).abs() < SAME && (cell.bottom - bottom).abs() < SAME
        };
        match cells.iter_mut().rev().find(same) {
            Some(cell) => cell.pieces.push(piece),
            None => cells.push(Cell { left, right, top, bottom, pieces: vec![piece] }),
        }
    }
    let (frames, cells): (Vec<Cell<'_>>, Vec<Cell<'_>>) = cells.into_iter().partition(is_frame);
    free.extend(frames.into_iter().flat_map(|frame| frame.pieces).cloned());
    (in_rows(&cells, rules), free)
}

/// Whether a line is drawn under a piece or through it, as for a link: it is as long as the text.
fn decorates(rule: &Rule, piece: &Piece) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 0.1 * piece.size;
    (piece.y - 0.8 * piece.size..=piece.y + 0.35 * piece.size).contains(&rule.at)
        && near(rule.from, piece.x.0)
        && near(rule.to, piece.x.1)
}

/// The lines round a piece: left, right, top, bottom.
fn frame(piece: &Piece, rules: &Rules) -> Option<(f64, f64, f64, f64)> {
    let (x, y) = piece.middle();
    let beside = |rule: &&Rule| rule.from - 1.0 <= y && y <= rule.to + 1.0;
    let above = |rule: &&Rule| rule.from - 1.0 <= x && x <= rule.to + 1.0;
    let places = |rules: &[Rule], near: &dyn Fn(&&Rule) -> bool, less: bool, than: f64| {
        let all = rules.iter().filter(near).map(|rule| rule.at);
        if less { all.filter(|at| *at <= than).reduce(f64::max) } else { all.filter(|at| *at > than).reduce(f64::min) }
    };
    Some((
        places(&rules.down, &beside, true, x)?,
        places(&rules.down, &beside, false, x)?,
        places(&rules.across, &above, true, y)?,
        places(&rules.across, &above, false, y)?,
    ))
}

/// Whether lines frame a part of the page and not one cell: several lines of text in it have gaps wide as a column's.
fn is_frame(cell: &Cell<'_>) -> bool {
    let gapped = cell.pieces.iter().filter(|piece| {
        let beside = |other: &&&Piece| (other.y - piece.y).abs() < 1.0 && other.x.0 > piece.x.1 + 2.0 * piece.size;
        cell.pieces.iter().any(|other| beside(&other))
    });
    gapped.count() >= 2
}

fn in_rows(cells: &[Cell<'_>], rules: &Rules) -> Vec<Row> {
    let mut tops: Vec<f64> = cells.iter().map(|cell| cell.top).collect();
    tops.sort_by(f64::total_cmp);
    tops.dedup_by(|a, b| (*a - *b).abs() < SAME);
    let mut rows = Vec::new();
    for top in tops {
        let own = || cells.iter().filter(|cell| (cell.top - top).abs() < SAME);
        let Some(bottom) = own().map(|cell| cell.bottom).reduce(f64::min) else { continue };
        let middle = f64::midpoint(top, bottom);
        // Tables side by side have rows of their own; a frame further than the row's is another table's.
        let mut edges: Vec<f64> = rules
            .down
            .iter()
            .filter(|rule| rule.from - 1.0 <= middle && middle <= rule.to + 1.0)
            .map(|rule| rule.at)
            .collect();
        edges.sort_by(f64::total_cmp);
        edges.dedup_by(|a, b| (*a - *b).abs() < NARROW);
        let mut texts = Vec::new();
        for pair in edges.windows(2) {
            let [left, right] = *pair else { continue };
            let place = f64::midpoint(left, right);
            // A cell that reaches over several rows holds in each of them.
            let here = cells
                .iter()
                .find(|cell| cell.top <= middle && middle <= cell.bottom && cell.left <= place && place <= cell.right);
            texts.push(here.map(|cell| text_of(cell.pieces.iter().copied())).unwrap_or_default());
        }
        rows.push(Row { top, bottom, cells: texts, framed: true });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_cells_keep_their_place_and_tall_ones_hold_in_each_row() {
        let piece = |text: &str, x: f64, y: f64| Piece { text: text.to_owned(), x: (x, x + 20.0), y, size: 10.0 };
        // Three columns from 0 to 90, two rows of 20; the first cell is as tall as both.
        let down = [0.0, 30.0, 60.0, 90.0].map(|at| Rule { at, from: 0.0, to: 40.0 }).to_vec();
        let mut across = [0.0, 40.0].map(|at| Rule { at, from: 0.0, to: 90.0 }).to_vec();
        across.push(Rule { at: 20.0, from: 30.0, to: 90.0 });
        let pieces =
            [piece("112-1", 5.0, 23.0), piece("甲", 35.0, 13.0), piece("75", 65.0, 33.0), piece("外", 200.0, 13.0)];
        let (rows, free) = rows(&pieces, &Rules { across, down });
        let cells: Vec<Vec<String>> = rows.into_iter().map(|row| row.cells).collect();
        assert_eq!(cells, [["112-1", "甲", ""], ["112-1", "", "75"]]);
        assert_eq!(free.len(), 1);
    }
}
