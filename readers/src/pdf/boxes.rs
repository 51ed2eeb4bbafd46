//! Tables whose cells are framed: a cell is what stands between four lines.

use super::Row;
use super::drawing::{Rule, Rules};
use super::grid;
use super::pieces::{Piece, text_of};

/// How far two places may be apart and be the same, in points.
const SAME: f64 = 2.0;
/// Narrower than this is the space between two frames, and no cell.
const NARROW: f64 = 4.0;
/// So many lines of a table's columns at most are found where they are not drawn.
const MOST_LOST: usize = 8;
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
    if pieces.len().saturating_mul(rules.down.len() + rules.across.len()) > MOST_COMPARED {
        return (Vec::new(), pieces.to_vec());
    }
    let across = rules.across.iter().filter(|rule| !decorates(rule, pieces));
    let mut rules = grid::whole(&Rules { across: across.copied().collect(), down: rules.down.clone() });
    let (mut cells, mut free) = fill(pieces, &rules);
    // A column's line that is not drawn shows when cells are filled; a table has few of them.
    for _ in 0..MOST_LOST {
        let lost = lost_lines(&cells);
        if lost.is_empty() {
            break;
        }
        rules.down.extend(lost);
        (cells, free) = fill(pieces, &rules);
    }
    let (frames, cells): (Vec<Cell<'_>>, Vec<Cell<'_>>) = cells.into_iter().partition(is_frame);
    free.extend(frames.into_iter().flat_map(|frame| frame.pieces).cloned());
    (in_rows(&cells, &rules), free)
}

/// The cells with what stands in them, and what stands in none.
fn fill<'p>(pieces: &'p [Piece], rules: &Rules) -> (Vec<Cell<'p>>, Vec<Piece>) {
    let mut cells: Vec<Cell<'p>> = Vec::new();
    let mut free: Vec<Piece> = Vec::new();
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
    (cells, free)
}

impl Cell<'_> {
    /// The white gaps between its pieces from left to right. Lines of one cell stand one above the other, so that it has
    /// none unless two columns are in it.
    fn gaps(&self) -> Vec<(f64, f64)> {
        let mut all: Vec<(f64, f64)> = self.pieces.iter().map(|piece| piece.x).collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut gaps = Vec::new();
        let mut end = f64::MAX;
        for (from, to) in all {
            if from > end + 1.0 {
                gaps.push((end, from));
            }
            end = if end == f64::MAX { to } else { end.max(to) };
        }
        gaps
    }

    /// Whether it has gaps and several lines of text.
    fn is_torn(&self) -> bool {
        let y = self.pieces.iter().map(|piece| piece.y);
        let height = y.clone().fold(f64::MIN, f64::max) - y.fold(f64::MAX, f64::min);
        height > SAME && !self.gaps().is_empty()
    }
}

/// Lines down that are not drawn: where the torn cells between two lines have a gap in common.
fn lost_lines(cells: &[Cell<'_>]) -> Vec<Rule> {
    let mut lost: Vec<Rule> = Vec::new();
    let mut seen: Vec<(f64, f64)> = Vec::new();
    for torn in cells.iter().filter(|cell| cell.is_torn()) {
        let same = |cell: &&Cell<'_>| (cell.left - torn.left).abs() < SAME && (cell.right - torn.right).abs() < SAME;
        if seen.iter().any(|(left, right)| (left - torn.left).abs() < SAME && (right - torn.right).abs() < SAME) {
            continue;
        }
        seen.push((torn.left, torn.right));
        let all: Vec<&Cell<'_>> = cells.iter().filter(same).collect();
        // The gap that most of them leave white.
        let rivers = torn.gaps().into_iter().map(|gap| {
            all.iter().filter(|cell| cell.is_torn()).fold(gap, |(from, to), cell| {
                let inside = cell.gaps().into_iter().map(|(a, b)| (from.max(a), to.min(b)));
                inside.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0))).unwrap_or((to, from))
            })
        });
        let Some((from, to)) =
            rivers.filter(|(from, to)| to - from > 1.0).max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
        else {
            continue;
        };
        let at = f64::midpoint(from, to);
        let white = |cell: &&&Cell<'_>| !cell.pieces.iter().any(|piece| piece.x.0 < at && at < piece.x.1);
        lost.extend(all.iter().filter(white).map(|cell| Rule { at, from: cell.top, to: cell.bottom }));
    }
    lost
}

/// Whether a line is drawn under text or through it, as for a link: it begins and ends where a piece on that height does,
/// or within one, where it makes room for a letter that reaches down.
fn decorates(rule: &Rule, pieces: &[Piece]) -> bool {
    let ends_in_text = |x: f64| {
        pieces.iter().any(|piece| {
            let tolerance = 0.06 * piece.size;
            (piece.y - 0.8 * piece.size..=piece.y + 0.3 * piece.size).contains(&rule.at)
                && piece.x.0 - tolerance <= x
                && x <= piece.x.1 + tolerance
        })
    };
    ends_in_text(rule.from) && ends_in_text(rule.to)
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
        let mut doubt = false;
        for pair in edges.windows(2) {
            let [left, right] = *pair else { continue };
            let place = f64::midpoint(left, right);
            // A cell that reaches over several rows holds in each of them.
            let here = cells
                .iter()
                .find(|cell| cell.top <= middle && middle <= cell.bottom && cell.left <= place && place <= cell.right);
            doubt |= here.is_some_and(Cell::is_torn);
            texts.push(here.map(|cell| text_of(cell.pieces.iter().copied())).unwrap_or_default());
        }
        rows.push(Row { top, bottom, cells: texts, framed: true, rest: None, doubt });
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, x: (f64, f64), y: f64) -> Piece {
        Piece { text: text.to_owned(), x, y, size: 10.0 }
    }

    fn cells_of(pieces: &[Piece], across: Vec<Rule>, down: Vec<Rule>) -> Vec<Vec<String>> {
        rows(pieces, &Rules { across, down }).0.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn lines_that_the_end_of_a_page_leaves_out_and_one_that_is_not_drawn() {
        // Three columns of which only the second line of four is drawn; the first and the last one are where lines across
        // end, and the one between name and kind is where all cells are white.
        let across = [0.0, 30.0, 60.0].map(|at| Rule { at, from: 0.0, to: 120.0 }).to_vec();
        let down = vec![Rule { at: 90.0, from: 0.0, to: 60.0 }];
        let row = |name: &str, kind: (f64, f64), y: f64| {
            let lines = [piece("必", (12.0, 22.0), y - 6.0), piece("Required", kind, y + 6.0)];
            [lines[0].clone(), lines[1].clone(), piece(name, (45.0, 85.0), y), piece("75", (100.0, 110.0), y)]
        };
        let all = [row("範例力學", (2.0, 38.0), 18.0), row("示範設計", (2.0, 36.0), 48.0)].concat();
        let expected = [["必Required", "範例力學", "75"], ["必Required", "示範設計", "75"]];
        assert_eq!(cells_of(&all, across, down), expected);
    }

    #[test]
    fn a_row_cut_by_the_end_of_a_page_ends_where_the_lines_down_do() {
        let across = [0.0, 20.0].map(|at| Rule { at, from: 0.0, to: 90.0 }).to_vec();
        let down = [0.0, 30.0, 60.0, 90.0].map(|at| Rule { at, from: 0.0, to: 46.0 }).to_vec();
        let all = [piece("甲", (5.0, 15.0), 13.0), piece("乙", (5.0, 15.0), 32.0), piece("丙", (35.0, 45.0), 44.0)];
        assert_eq!(cells_of(&all, across, down), [["甲", "", ""], ["乙", "丙", ""]]);
    }

    #[test]
    fn a_link_is_underlined_with_room_for_letters_that_reach_down() {
        let across = [0.0, 60.0].map(|at| Rule { at, from: 0.0, to: 90.0 });
        let under = [(10.0, 19.0), (22.0, 60.0)].map(|(from, to)| Rule { at: 21.0, from, to });
        let down = [0.0, 90.0].map(|at| Rule { at, from: 0.0, to: 60.0 }).to_vec();
        let all = [piece("Python程", (10.0, 60.0), 20.0), piece("式", (30.0, 40.0), 34.0)];
        assert_eq!(cells_of(&all, [across.to_vec(), under.to_vec()].concat(), down), [["Python程式"]]);
    }

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
