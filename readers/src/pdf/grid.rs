//! The lines of a table made whole: where a page ends, some programs leave its outermost lines out.
//!
//! What is left out shows by the lines that would have met it: all of them end there.

use super::drawing::{Rule, Rules};

/// How far ends that meet the same line may be apart, in points: borders may be double.
const MEET: f64 = 3.0;
/// Nearer than this there is a line already.
const NEAR: f64 = 4.0;
/// With more lines than this on a page they are no table's.
const MOST: usize = 2_000;

/// The lines with those that were left out.
pub fn whole(rules: &Rules) -> Rules {
    let (across, down) = (joined(&rules.across), joined(&rules.down));
    let mut all = Rules { across: rules.across.clone(), down: rules.down.clone() };
    if across.len() + down.len() <= MOST {
        all.down.extend(sides(&across, &down));
        all.across.extend(ends(&down, &across));
    }
    all
}

/// Lines at one place that touch are one line.
fn joined(rules: &[Rule]) -> Vec<Rule> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut lines: Vec<Rule> = Vec::new();
    for rule in sorted {
        let touches = |line: &&mut Rule| {
            (line.at - rule.at).abs() < 1.5 && rule.from <= line.to + MEET && line.from <= rule.to + MEET
        };
        match lines.iter_mut().rev().take(60).find(touches) {
            Some(line) => *line = Rule { from: line.from.min(rule.from), to: line.to.max(rule.to), ..*line },
            None => lines.push(rule),
        }
    }
    lines
}

/// Lines down at the ends of two lines across, one below the other, that have a line down between them.
fn sides(across: &[Rule], down: &[Rule]) -> Vec<Rule> {
    let mut found = Vec::new();
    for pair in across.windows(2) {
        let [above, below] = pair else { continue };
        let (from, to) = (above.at, below.at);
        let meets = |a: f64, b: f64| (a - b).abs() < MEET;
        if !meets(above.from, below.from) || !meets(above.to, below.to) || to - from < NEAR {
            continue;
        }
        let spans = |line: &&Rule| line.from <= from + MEET && line.to >= to - MEET;
        let grid = down.iter().filter(spans).any(|line| line.at > above.from + NEAR && line.at < above.to - NEAR);
        for at in [above.from.max(below.from), above.to.min(below.to)] {
            if grid && !down.iter().filter(spans).any(|line| (line.at - at).abs() < NEAR) {
                found.push(Rule { at, from, to });
            }
        }
    }
    found
}

/// Lines across where at least three lines down begin or end together, and none is drawn.
fn ends(down: &[Rule], across: &[Rule]) -> Vec<Rule> {
    const GRID: usize = 3;
    let mut found: Vec<Rule> = Vec::new();
    for at in down.iter().flat_map(|line| [line.from, line.to]) {
        let drawn = |line: &Rule| (line.at - at).abs() < NEAR;
        if across.iter().chain(&found).any(drawn) {
            continue;
        }
        let here = || down.iter().filter(|line| (line.from - at).abs() < MEET || (line.to - at).abs() < MEET);
        let place = || here().map(|line| line.at);
        if here().count() >= GRID
            && let (Some(from), Some(to)) = (place().reduce(f64::min), place().reduce(f64::max))
        {
            found.push(Rule { at, from, to });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_is_not_found_again() {
        let across = [0.0, 20.0, 40.0].map(|at| Rule { at, from: 0.0, to: 90.0 }).to_vec();
        let down = [0.0, 30.0, 60.0, 90.0].map(|at| Rule { at, from: 0.0, to: 40.0 }).to_vec();
        let rules = whole(&Rules { across: across.clone(), down: down.clone() });
        assert_eq!((rules.across, rules.down), (across.clone(), down));
        // Lines across alone are no grid.
        let rules = whole(&Rules { across: across.clone(), down: Vec::new() });
        assert_eq!((rules.across, rules.down), (across, vec![]));
    }
}
