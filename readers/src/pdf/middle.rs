//! Rows whose cells are centred in height, without frames: the upper and lower lines of a tall cell stand above and below
//! the line of the cells that have one.
//!
//! Such lines come in pairs at the same distance from the row's middle. A line that has its partner there and belongs to
//! no other row by the same is the row's; one that stands as near to a row as the lines of a cell to each other, and is
//! shown to be nobody's, is a doubt.

use super::pieces::Piece;
use super::rivers::Band;

/// The lines of a cell are no further apart than this, in sizes of the font.
const PITCH: f64 = 1.75;
/// Nearer than this, lines of two rows are not apart.
const CLOSE: f64 = 1.35;
/// How far a partner may be from its place, in sizes of the font.
const OFF: f64 = 0.3;

/// The bands of a page with such lines put to their rows.
pub fn settled(mut bands: Vec<Band>) -> Vec<Band> {
    let most = bands.iter().map(|band| band.parts().len()).max().unwrap_or(0);
    if most < 3 {
        return bands;
    }
    let rows: Vec<usize> =
        (0..bands.len()).filter(|at| bands.get(*at).is_some_and(|band| band.parts().len() * 2 > most)).collect();
    let middles: Vec<Option<f64>> = rows.iter().map(|at| bands.get(*at).and_then(middle)).collect();
    // From where to where, among the bands, and to which row.
    let mut moves: Vec<(usize, usize, usize)> = Vec::new();
    let mut doubts: Vec<usize> = Vec::new();
    for (at, band) in bands.iter().enumerate() {
        let next = rows.partition_point(|row| *row < at);
        if rows.get(next) == Some(&at) {
            continue;
        }
        for (which, piece) in band.pieces.iter().enumerate() {
            let mut own = [next.checked_sub(1), Some(next)].into_iter().flatten().filter(|row| {
                let Some(Some(middle)) = middles.get(*row) else { return false };
                let before = row.checked_sub(1).and_then(|before| rows.get(before)).map_or(0, |before| before + 1);
                let after = rows.get(row + 1).copied().unwrap_or(bands.len());
                has_partner(bands.get(before..after).unwrap_or_default(), piece, *middle)
            });
            match (own.next(), own.next()) {
                (Some(row), other) => {
                    let to = rows.get(row).copied().unwrap_or(at);
                    moves.push((at, which, to));
                    if other.is_some() {
                        doubts.extend([row, row + 1].iter().filter_map(|row| rows.get(*row)));
                    }
                }
                (None, _) => {
                    let near = |row: &&usize| bands.get(**row).is_some_and(|band| is_near(band, piece));
                    let beside = [next.checked_sub(1), Some(next)];
                    doubts.extend(beside.into_iter().flatten().filter_map(|row| rows.get(row)).filter(near));
                }
            }
        }
    }
    for at in doubts {
        if let Some(band) = bands.get_mut(at) {
            band.doubt = true;
        }
    }
    for (from, which, to) in &moves {
        let piece = bands.get(*from).and_then(|band| band.pieces.get(*which)).cloned();
        if let (Some(piece), Some(band)) = (piece, bands.get_mut(*to)) {
            let (top, bottom) = piece.height();
            (band.top, band.bottom) = (band.top.min(top), band.bottom.max(bottom));
            band.pieces.push(piece);
        }
    }
    // From the last of each band on, so that places stay what they are.
    for (from, which, _) in moves.iter().rev() {
        if let Some(band) = bands.get_mut(*from) {
            band.pieces.remove(*which);
        }
    }
    bands.retain(|band| !band.pieces.is_empty());
    bands
}

/// The middle of a row: where the cells stand that have one line; `None` where they are not at one height.
fn middle(band: &Band) -> Option<f64> {
    let size = band.pieces.iter().map(|piece| piece.size).fold(0.0, f64::max);
    let single = band.parts().into_iter().filter_map(|(from, to)| {
        let mut y = band.pieces.iter().filter(|piece| piece.x.0 >= from && piece.x.1 <= to).map(|piece| piece.y);
        let first = y.next()?;
        y.all(|y| (y - first).abs() < 0.2 * size).then_some(first)
    });
    let mut single: Vec<f64> = single.collect();
    single.sort_by(f64::total_cmp);
    let (first, last) = (single.first()?, single.last()?);
    (single.len() >= 2 && last - first < OFF * size).then(|| single.get(single.len() / 2).copied())?
}

/// Whether two pieces stand in one column.
fn beside(a: &Piece, b: &Piece) -> bool {
    a.x.0 < b.x.1 && b.x.0 < a.x.1
}

/// Whether two pieces can be lines of one cell: of one size, and beginning, ending or centred at one place.
fn of_one_cell(a: &Piece, b: &Piece) -> bool {
    let same = |a: f64, b: f64, size: f64| (a - b).abs() < OFF * size;
    beside(a, b)
        && same(a.size, b.size, 0.5 * a.size)
        && (same(a.x.0, b.x.0, a.size) || same(a.x.1, b.x.1, a.size) || same(a.middle().0, b.middle().0, a.size))
}

/// Whether a line of the same cell stands as far on the other side of the middle, and another between, one line away.
fn has_partner(bands: &[Band], piece: &Piece, middle: f64) -> bool {
    let column = || bands.iter().flat_map(|band| &band.pieces).filter(|other| of_one_cell(other, piece));
    let mirrored = 2.0 * middle - piece.y;
    let partner = column().any(|other| (other.y - mirrored).abs() < OFF * piece.size);
    let towards = (middle - piece.y).signum();
    let between = column().any(|other| {
        let step = (other.y - piece.y) * towards;
        step > OFF * piece.size && step < PITCH * piece.size
    });
    partner && between && (middle - piece.y).abs() > OFF * piece.size
}

/// Whether a piece stands so close to a row that it may be a line of it.
fn is_near(band: &Band, piece: &Piece) -> bool {
    let same = band.pieces.iter().filter(|other| beside(other, piece));
    same.map(|other| (other.y - piece.y).abs()).fold(f64::MAX, f64::min) < CLOSE * piece.size
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(pieces: &[(&str, f64, f64)]) -> Band {
        let piece =
            |(text, x, y): &(&str, f64, f64)| Piece { text: (*text).to_owned(), x: (*x, *x + 30.0), y: *y, size: 10.0 };
        let pieces: Vec<Piece> = pieces.iter().map(piece).collect();
        let heights: Vec<(f64, f64)> = pieces.iter().map(Piece::height).collect();
        let top = heights.iter().map(|height| height.0).fold(f64::MAX, f64::min);
        let bottom = heights.iter().map(|height| height.1).fold(f64::MIN, f64::max);
        Band { pieces, top, bottom, doubt: false }
    }

    fn told(bands: Vec<Band>) -> Vec<(Vec<String>, bool)> {
        let text = |band: Band| (band.pieces.into_iter().map(|piece| piece.text).collect(), band.doubt);
        settled(bands).into_iter().map(text).collect()
    }

    #[test]
    fn the_outer_lines_of_a_tall_cell_are_its_rows_and_totals_are_nobodys() {
        let bands = vec![
            band(&[("甲", 0.0, 20.0), ("98", 50.0, 20.0), ("1", 100.0, 20.0)]),
            band(&[("智慧概論與實", 0.0, 41.0)]),
            band(&[("作與設備", 0.0, 53.0), ("99", 50.0, 59.0), ("2", 100.0, 59.0), ("的理論", 0.0, 65.0)]),
            band(&[("與實務", 0.0, 77.0)]),
            band(&[("總平均", 0.0, 96.0), ("75.20", 50.0, 96.0)]),
        ];
        let row = |texts: &[&str]| (texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), false);
        let expected = [
            row(&["甲", "98", "1"]),
            row(&["作與設備", "99", "2", "的理論", "智慧概論與實", "與實務"]),
            row(&["總平均", "75.20"]),
        ];
        assert_eq!(told(bands), expected);
    }

    #[test]
    fn the_day_at_the_head_of_a_page_is_no_partner_of_a_total() {
        let mut day = band(&[("11/29/26", 5.0, 22.0)]);
        day.pieces.iter_mut().for_each(|piece| piece.size = 8.0);
        let row = band(&[("必", 35.0, 43.0), ("98", 70.0, 49.0), ("1", 120.0, 49.0), ("Required", 35.0, 55.0)]);
        let bands = vec![day, row, band(&[("總平均", 20.0, 76.0), ("75.20", 70.0, 77.0)])];
        assert_eq!(told(bands).len(), 3);
    }

    #[test]
    fn a_line_close_to_a_row_without_a_partner_is_a_doubt() {
        let bands = vec![
            band(&[("甲", 0.0, 20.0), ("98", 50.0, 20.0), ("1", 100.0, 20.0)]),
            band(&[("乙", 0.0, 33.0)]),
            band(&[("丙", 0.0, 60.0), ("99", 50.0, 60.0), ("2", 100.0, 60.0)]),
        ];
        assert_eq!(told(bands).into_iter().map(|(_, doubt)| doubt).collect::<Vec<_>>(), [true, false, false]);
    }
}
