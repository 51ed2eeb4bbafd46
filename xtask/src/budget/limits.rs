//! What the site may weigh by the compiler that made it: the table of `docs/weight.md`.
//!
//! Two releases of rustc make programs that differ by some percent. One limit for all of them is either too low for
//! somebody who changed nothing, or so high that it holds nothing.

use anyhow::{Context, Result, bail};

const TABLE: &str = include_str!("../../../docs/weight.md");

/// What a release without a row may weigh more than the first row, in percent: the two that were measured differ by 2.6.
const UNKNOWN_ALLOWANCE: usize = 4;

/// What is weighed, in the order of the table's columns.
pub const PARTS: [&str; 7] = ["first page", "with catalog", "first part", "own data", "program", "readers", "office"];

/// Gzipped bytes of each of [`PARTS`].
pub type Weights = [usize; PARTS.len()];

/// What a build is held to.
#[derive(Debug)]
pub struct Limits {
    /// More than this is refused.
    pub most: Weights,
    /// What each part is meant to weigh, where that was said: of the release of the first row only.
    pub goals: [Option<usize>; PARTS.len()],
    /// The release whose row was taken, and whether it is the build's own.
    pub row: (String, bool),
}

/// The limits for a build by the rustc of this version, such as `1.96.0`.
pub fn of_release(version: &str) -> Result<Limits> {
    in_table(TABLE, version)
}

fn in_table(table: &str, version: &str) -> Result<Limits> {
    let rows: Vec<(&str, [Option<usize>; PARTS.len()])> = table.lines().filter_map(row).collect();
    let [("goal", goals), rows @ ..] = rows.as_slice() else { bail!("docs/weight.md: no row of goals") };
    let full = |(release, cells): &(&str, [Option<usize>; PARTS.len()])| -> Result<(String, Weights)> {
        let limits: Vec<usize> = cells.iter().copied().flatten().collect();
        let limits = limits.try_into().ok().with_context(|| format!("docs/weight.md: {release} lacks a limit"))?;
        Ok(((*release).to_owned(), limits))
    };
    let rows = rows.iter().map(full).collect::<Result<Vec<_>>>()?;
    let (reference, its_limits) = rows.first().context("docs/weight.md: no release")?;
    let release = minor(version);
    let (row, most) = match rows.iter().find(|(known, _)| *known == release) {
        Some((known, most)) => ((known.clone(), true), *most),
        None => ((reference.clone(), false), its_limits.map(|most| most * (100 + UNKNOWN_ALLOWANCE) / 100)),
    };
    let goals = if row.1 && row.0 == *reference { *goals } else { [None; PARTS.len()] };
    Ok(Limits { most, goals, row })
}

/// The release and the bytes of a row; `None` for the heading and for lines of text. An empty cell says nothing.
fn row(line: &str) -> Option<(&str, [Option<usize>; PARTS.len()])> {
    let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let (release, weights) = cells.split_first()?;
    let is_release = release.starts_with(|first: char| first.is_ascii_digit());
    if !is_release && *release != "goal" {
        return None;
    }
    let weights: Vec<Option<usize>> = weights.iter().map(|cell| bytes(cell)).collect();
    Some((release, weights.try_into().ok()?))
}

/// Bytes of a weight in kB with one digit after the point.
fn bytes(kilobytes: &str) -> Option<usize> {
    let (whole, tenth) = kilobytes.split_once('.')?;
    Some(whole.parse::<usize>().ok()? * 1000 + tenth.parse::<usize>().ok().filter(|tenth| *tenth < 10)? * 100)
}

/// `1.96` of `1.96.0`: a point release mends faults, it does not compile differently.
fn minor(version: &str) -> String {
    version.split('.').take(2).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "| rustc | a | b | c | d | e | f | g |\n|---|---|---|---|---|---|---|---|\n| goal | 9.0 | 9.5 | 9.0 | | | | |\n\
                         | 1.96 | 10.0 | 20.0 | 5.5 | 40.0 | 50.0 | 70.0 | 80.0 |\n| 1.95 | 11.0 | 21.0 | 6.0 | 41.0 | 51.0 | 71.0 | 81.0 |\n";

    #[test]
    fn each_release_has_limits_of_its_own() {
        let newer = in_table(SMALL, "1.96.1").unwrap();
        assert_eq!(newer.most, [10_000, 20_000, 5_500, 40_000, 50_000, 70_000, 80_000]);
        assert_eq!(newer.goals, [Some(9_000), Some(9_500), Some(9_000), None, None, None, None]);
        let older = in_table(SMALL, "1.95.0").unwrap();
        assert_eq!(older.most, [11_000, 21_000, 6_000, 41_000, 51_000, 71_000, 81_000]);
        assert_eq!(older.goals, [None; 7], "the goals are said of one release");
    }

    #[test]
    fn a_release_that_nobody_measured_gets_the_first_row_and_an_allowance() {
        let unknown = in_table(SMALL, "1.104.0").unwrap();
        assert_eq!(unknown.row, ("1.96".to_owned(), false));
        assert_eq!(unknown.most, [10_400, 20_800, 5_720, 41_600, 52_000, 72_800, 83_200]);
    }

    #[test]
    fn a_row_that_lacks_a_limit_is_a_mistake() {
        assert!(in_table(&SMALL.replace("| 81.0 |", "| |"), "1.96.0").is_err());
        assert!(in_table("nothing", "1.96.0").is_err());
    }

    /// What an untouched clone weighs by 1.96, and by 1.95 with the difference that was measured between them.
    #[test]
    fn both_supported_toolchains_fit() {
        for (version, first_part) in [("1.96.0", 181_900), ("1.95.0", 191_800)] {
            let limits = of_release(version).unwrap();
            assert!(limits.row.1, "{version} has a row");
            let [_, _, most, ..] = limits.most;
            assert!(first_part <= most && most < first_part * 102 / 100, "{version}: {first_part} of {most}");
        }
    }
}
