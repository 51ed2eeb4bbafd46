//! Which column is which in a table without headings: by what stands in it, in all rows.

use super::cells;
use super::columns::Column;
use super::line::Line;
use crate::transcript::{Grade, Stage};

/// What the columns of a table without headings hold.
pub(super) struct Guess {
    /// What each column holds.
    pub columns: Vec<Column>,
    /// The first cell that is not what its column was taken for, or of a column that may as well be another.
    pub doubtful: Option<String>,
}

/// The largest number of credits that a course of the university has.
pub(super) const MOST_CREDITS_TENTHS: u16 = 180;

type Test<'t> = &'t dyn Fn(&str) -> bool;

fn is_credits(cell: &str) -> bool {
    cells::credits(cell).is_some_and(|(credits, _)| credits.tenths() <= MOST_CREDITS_TENTHS)
}

fn is_stage(cell: &str) -> bool {
    matches!(Stage::parse(cell), Some(Stage::Whole | Stage::Part(1 | 2)))
}

fn is_grade(cell: &str) -> bool {
    Grade::parse(cell).is_some()
}

/// A grade, and no number of credits.
fn speaks_of_grade(cell: &str) -> bool {
    match Grade::parse(cell) {
        Some(Grade::Score(score)) => u16::from(score) * 10 > MOST_CREDITS_TENTHS,
        Some(grade) => grade != Grade::None,
        None => false,
    }
}

/// What each column holds, judged by the cells under it.
pub(super) fn of_content(lines: &[Line]) -> Guess {
    let lines: Vec<&Line> = lines.iter().filter(|line| !line.is_blank()).collect();
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    let mut columns = vec![Column::Other; width];
    let mut put = |at: Option<usize>, column: Column| {
        if let Some(place) = at.and_then(|at| columns.get_mut(at)) {
            *place = column;
        }
        at
    };
    let share = |at: usize, test: Test<'_>| {
        let filled: Vec<&str> = lines.iter().map(|line| line.cell(at)).filter(|cell| !cell.is_empty()).collect();
        let fitting = filled.iter().filter(|cell| test(cell)).count();
        // Per mille, and nothing where there is nothing.
        (fitting * 1000).checked_div(filled.len()).unwrap_or(0)
    };
    let mut free: Vec<usize> = (0..width).collect();
    let mut take = |free: &mut Vec<usize>, column: Column, least: usize, test: Test<'_>| {
        // The leftmost of the best.
        let best = free.iter().copied().rev().max_by_key(|at| share(*at, test)).filter(|at| share(*at, test) >= least);
        free.retain(|at| Some(*at) != best);
        put(best, column)
    };

    take(&mut free, Column::Code, 500, &|cell| cells::course_code(cell).is_some());
    take(&mut free, Column::Class, 800, &|cell| cells::class_number(cell).is_some());
    take(&mut free, Column::Term, 600, &|cell| cells::term(cell).is_some());
    take(&mut free, Column::Name, 500, &|cell| cells::has_chinese(cell) && !is_word(cell));
    // 通過 alone may be a grade or a status; a column with words that no grade has is a status.
    let says_status = |cell: &str| matches!(cells::status(cell), Some(Some(_)));
    let mut wordy: Vec<usize> = free.iter().copied().filter(|at| share(*at, &is_grade) < 1000).collect();
    if let Some(at) = take(&mut wordy, Column::Status, 800, &says_status) {
        free.retain(|free| *free != at);
    }
    let grade = free.iter().copied().find(|at| share(*at, &speaks_of_grade) >= 300 && share(*at, &is_grade) >= 600);
    free.retain(|at| Some(*at) != grade);
    put(grade, Column::Grade);
    let small = stage_and_credits(&free, &share);
    put(small.stage, Column::Stage);
    put(small.credits, Column::Credits);

    let odd = lines.iter().find_map(|line| {
        let cells = line.cells.iter().zip(&columns);
        let odd = cells.filter(|(cell, column)| !cell.is_empty() && !fits(cell, **column)).map(|(cell, _)| cell);
        odd.into_iter().next().cloned()
    });
    let either = small.either.then(|| lines.first().map(|line| line.text())).flatten();
    Guess { columns, doubtful: odd.or(either) }
}

/// Whether a cell is what its column was taken for.
fn fits(cell: &str, column: Column) -> bool {
    match column {
        Column::Code => cells::course_code(cell).is_some(),
        Column::Class => cells::class_number(cell).is_some(),
        Column::Term => cells::term(cell).is_some(),
        Column::Status => cells::status(cell).is_some(),
        Column::Grade => is_grade(cell) || cells::status(cell).is_some(),
        Column::Stage => Stage::parse(cell).is_some(),
        Column::Credits => is_credits(cell),
        _ => true,
    }
}

/// The columns of small numbers.
#[derive(Default)]
struct Small {
    stage: Option<usize>,
    credits: Option<usize>,
    /// The two may as well be the other way round.
    either: bool,
}

/// Stage and credits among the columns that are left. A stage is 1, 2 or 全; credits may be that, too. So every pair of
/// columns is tried, and the pair that fits most cells is taken, the stage before the credits where both ways fit.
fn stage_and_credits(free: &[usize], share: &dyn Fn(usize, Test<'_>) -> usize) -> Small {
    const LEAST: usize = 600;
    let credits_only: Test<'_> = &|cell| is_credits(cell) && !is_stage(cell);
    let value = |stage: usize, credits: usize| {
        let (fits_stage, fits_credits) = (share(stage, &is_stage), share(credits, &is_credits));
        let sure = 1000 + share(credits, credits_only);
        (fits_stage >= LEAST && fits_credits >= LEAST)
            .then(|| (fits_stage + fits_credits + sure).saturating_sub(share(stage, credits_only)))
    };
    let mut best: Option<(usize, usize, usize)> = None;
    for stage in free {
        for credits in free.iter().filter(|credits| *credits != stage) {
            if let Some(value) = value(*stage, *credits)
                && best.is_none_or(|(known, ..)| value > known)
            {
                best = Some((value, *stage, *credits));
            }
        }
    }
    if let Some((found, stage, credits)) = best {
        let either = value(credits, stage) == Some(found);
        return Small { stage: Some(stage), credits: Some(credits), either };
    }
    let whole: Test<'_> = &|cell| Stage::parse(cell) == Some(Stage::Whole);
    let credits = free.iter().copied().find(|at| share(*at, &is_credits) >= LEAST && share(*at, whole) == 0);
    let stage = free.iter().copied().find(|at| share(*at, whole) > 0 && share(*at, &is_stage) >= LEAST);
    Small { stage, credits, either: false }
}

/// A word of a table that is no name: a grade, a status, a kind of requirement.
fn is_word(cell: &str) -> bool {
    Grade::parse(cell).is_some() || cells::status(cell).is_some() || cells::is_requirement(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Column::*;

    fn line(text: &str) -> Line {
        Line { no: 1, cells: text.split(',').map(str::to_owned).collect(), ..Line::default() }
    }

    #[test]
    fn columns_that_are_evident() {
        for (rows, columns) in [
            (
                ["9901001,範例力學,3.0,75,112-1", "99E0302,示範資料科學,2.0,Ｗ,112-2"],
                vec![Code, Name, Credits, Grade, Term],
            ),
            (["75,範例力學,1,3,9901001", "88,示範資料科學,全,2,99E0302"], vec![Grade, Name, Stage, Credits, Code]),
            (["範例力學,3,通過", "示範資料科學,2,修習中"], vec![Name, Credits, Status]),
            (["範例力學,通過", "示範資料科學,抵免"], vec![Name, Grade]),
        ] {
            assert_eq!(of_content(&rows.map(line)).columns, columns, "{rows:?}");
        }
    }
}
