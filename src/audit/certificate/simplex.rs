//! The most of a linear form under linear limits, by the simplex method on a dense table. It only ever proposes: what
//! comes of it is checked in whole numbers.

/// More turns than this are not made.
const MOST_TURNS: usize = 4000;

/// From this turn on the first column that gains is taken, not the one that gains most: this way never turns in circles.
const CAREFUL: usize = 1500;

/// Smaller numbers are taken for nothing.
const NOTHING: f64 = 1e-9;

/// The most, where it is reached, and what each limit is worth.
pub struct Most {
    /// The most.
    pub value: f64,
    /// The amounts.
    pub amounts: Vec<f64>,
    /// For each limit, how much more there would be if it were one wider.
    pub prices: Vec<f64>,
}

/// A limit: how much of each amount it counts, by position, and the most, which is not negative.
pub type Limit = (Vec<(usize, f64)>, f64);

/// The most of the sum of `gains` times amounts, none of them negative, within the limits; `None` where it takes too long.
pub fn most(gains: &[f64], limits: &[Limit]) -> Option<Most> {
    let (columns, rows) = (gains.len(), limits.len());
    let width = columns + rows + 1;
    let mut table: Vec<Vec<f64>> = Vec::with_capacity(rows);
    for (at, (counts, most)) in limits.iter().enumerate() {
        let mut row = vec![0.0; width];
        for (column, count) in counts {
            *row.get_mut(*column)? += count;
        }
        *row.get_mut(columns + at)? = 1.0;
        *row.last_mut()? = *most;
        table.push(row);
    }
    let mut target: Vec<f64> = gains.iter().map(|gain| -gain).collect();
    target.resize(width, 0.0);
    let mut basis: Vec<usize> = (columns..columns + rows).collect();
    for turn in 0..MOST_TURNS {
        let Some(column) = entering(&target, turn >= CAREFUL) else {
            return Some(read(&target, &table, &basis, columns));
        };
        let at = leaving(&table, &basis, column)?;
        let mut pivot = std::mem::take(table.get_mut(at)?);
        let by = *pivot.get(column)?;
        pivot.iter_mut().for_each(|cell| *cell /= by);
        for row in table.iter_mut().filter(|row| !row.is_empty()).chain([&mut target]) {
            let factor = *row.get(column)?;
            if factor.abs() > 1e-12 {
                row.iter_mut().zip(&pivot).for_each(|(cell, of_pivot)| *cell -= factor * of_pivot);
            }
        }
        *table.get_mut(at)? = pivot;
        *basis.get_mut(at)? = column;
    }
    None
}

fn entering(target: &[f64], careful: bool) -> Option<usize> {
    let (_, columns) = target.split_last()?;
    let mut gaining = columns.iter().enumerate().filter(|(_, cell)| **cell < -NOTHING);
    let found = if careful { gaining.next() } else { gaining.min_by(|a, b| a.1.total_cmp(b.1)) };
    found.map(|(column, _)| column)
}

fn leaving(table: &[Vec<f64>], basis: &[usize], column: usize) -> Option<usize> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (at, (row, held)) in table.iter().zip(basis).enumerate() {
        let by = *row.get(column)?;
        if by > NOTHING {
            let ratio = *row.last()? / by;
            let better = |(known, other, _): &(f64, usize, usize)| {
                ratio < known - NOTHING || (ratio < known + NOTHING && held < other)
            };
            if best.as_ref().is_none_or(better) {
                best = Some((ratio, *held, at));
            }
        }
    }
    best.map(|(.., at)| at)
}

fn read(target: &[f64], table: &[Vec<f64>], basis: &[usize], columns: usize) -> Most {
    let mut amounts = vec![0.0; columns];
    for (row, held) in table.iter().zip(basis) {
        if let (Some(amount), Some(value)) = (amounts.get_mut(*held), row.last()) {
            *amount = *value;
        }
    }
    let prices = target.iter().skip(columns).take(table.len()).copied().collect();
    Most { value: target.last().copied().unwrap_or(0.0), amounts, prices }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_one() {
        // Most of 3a + 2b with a + b <= 4, a + 3b <= 6, a <= 3.
        let limits = vec![(vec![(0, 1.0), (1, 1.0)], 4.0), (vec![(0, 1.0), (1, 3.0)], 6.0), (vec![(0, 1.0)], 3.0)];
        let found = most(&[3.0, 2.0], &limits).unwrap();
        assert!((found.value - 11.0).abs() < 1e-9);
        assert!((found.amounts[0] - 3.0).abs() < 1e-9 && (found.amounts[1] - 1.0).abs() < 1e-9);
        let worth: f64 = found.prices.iter().zip(&limits).map(|(price, (_, most))| price * most).sum();
        assert!((worth - 11.0).abs() < 1e-9);
    }
}
