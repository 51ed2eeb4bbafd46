//! One node of a search as a linear program, and what its prices say in whole numbers.

use super::problem::{Problem, Unit, Way, measured};
use super::shape::{Measure, Row};
use super::simplex::{Limit, most};

/// What is left of a problem below some steps.
#[derive(Clone)]
pub struct Node {
    /// The conditions asked.
    pub asked: Vec<usize>,
    /// For each unit the ways that are left.
    pub ways: Vec<Vec<usize>>,
    /// For each unit whether it must count.
    pub forced: Vec<bool>,
    /// What was said of totals.
    pub totals: Vec<Total>,
}

/// What a step says of a total.
#[derive(Clone)]
pub struct Total {
    /// Positions of the units.
    pub units: Vec<usize>,
    /// The measure.
    pub of: Measure,
    /// At least this, or else at most.
    pub reached: bool,
    /// How much.
    pub bound: u32,
}

/// What the linear program says.
pub enum Said {
    /// Multipliers that show that it cannot be.
    Never(Vec<(Row, u64)>),
    /// How much of each unit's ways a fractional allocation uses, in the order of what is left of them.
    Perhaps(Vec<Vec<f64>>),
    /// It took too long.
    Unsaid,
}

/// Multipliers are sought as whole multiples of one part in so many.
const PARTS: [f64; 6] = [1.0, 6.0, 600.0, 25_200.0, 1e7, 1e10];

impl Node {
    /// All of a problem, with these conditions asked.
    pub fn new(problem: &Problem, asked: Vec<usize>) -> Node {
        let ways = problem.units.iter().map(|unit| (0..unit.ways.len()).collect()).collect();
        Node { asked, ways, forced: vec![false; problem.units.len()], totals: Vec::new() }
    }

    /// The ways that are left of a unit.
    pub fn left<'p>(&'p self, problem: &'p Problem, unit: usize) -> impl Iterator<Item = &'p Way> {
        let ways = problem.units.get(unit).map_or(&[][..], |unit| &unit.ways);
        self.ways.get(unit).into_iter().flatten().filter_map(|at| ways.get(*at))
    }

    /// What must be at least so much.
    fn wants(&self, problem: &Problem) -> Vec<(Row, u32)> {
        let asked = self.asked.iter().filter_map(|at| Some((Row::Condition(*at), *problem.need.get(*at)?)));
        let totals = self.totals.iter().enumerate().filter(|(_, total)| total.reached);
        asked.chain(totals.map(|(at, total)| (Row::Total(at), total.bound))).collect()
    }

    /// What may be at most so much.
    fn caps(&self, problem: &Problem) -> Vec<(Row, u32)> {
        let limits = problem.most.iter().enumerate().filter_map(|(at, most)| Some((Row::Limit(at), (*most)?)));
        let totals = self.totals.iter().enumerate().filter(|(_, total)| !total.reached);
        let budget = [(Row::Credits, problem.credits), (Row::Courses, problem.courses)];
        let budget = budget.into_iter().filter_map(|(row, most)| Some((row, most?)));
        limits.chain(budget).chain(totals.map(|(at, total)| (Row::Total(at), total.bound))).collect()
    }

    fn amount(&self, row: Row, unit: usize, way: &Way) -> u32 {
        match (measured(row), row) {
            (Some(measure), _) => way.measure(measure),
            (None, Row::Total(at)) => match self.totals.get(at) {
                Some(total) if total.units.contains(&unit) => way.measure(total.of),
                _ => 0,
            },
            (None, _) => 0,
        }
    }

    /// Whether these multipliers show that nothing meets it.
    fn shows(&self, problem: &Problem, times: &[(Row, u64)]) -> bool {
        let (wants, caps) = (self.wants(problem), self.caps(problem));
        let bound = |rows: &[(Row, u32)], row: Row| rows.iter().find(|(own, _)| *own == row).map(|(_, bound)| *bound);
        let mut rows: Vec<(Row, i128)> = Vec::with_capacity(times.len());
        let mut needed: i128 = 0;
        for (row, times) in times {
            let (sign, bound) = match (bound(&wants, *row), bound(&caps, *row)) {
                (Some(bound), _) => (1, bound),
                (None, Some(bound)) => (-1, bound),
                (None, None) => return false,
            };
            rows.push((*row, sign * i128::from(*times)));
            needed += sign * i128::from(*times) * i128::from(bound);
        }
        let mut most: i128 = 0;
        for unit in 0..problem.units.len() {
            let worth = |way: &Way| {
                rows.iter().map(|(row, times)| times * i128::from(self.amount(*row, unit, way))).sum::<i128>()
            };
            let best = self.left(problem, unit).map(worth).max();
            let forced = self.forced.get(unit).copied().unwrap_or(false);
            most += match best {
                Some(best) if forced => best,
                Some(best) => best.max(0),
                // What must count and cannot is a contradiction of its own.
                None if forced => return true,
                None => 0,
            };
        }
        most < needed
    }

    /// Whether an allocation meets everything that is asked here.
    pub fn is_met(&self, problem: &Problem, chosen: &[Option<usize>]) -> bool {
        let total = |row: Row| -> u32 {
            let amounts = problem.units.iter().zip(chosen).enumerate().filter_map(|(at, (unit, way))| {
                let way = unit.ways.get((*way)?)?;
                Some(self.amount(row, at, way))
            });
            amounts.sum()
        };
        self.wants(problem).into_iter().all(|(row, need)| total(row) >= need)
            && self.caps(problem).into_iter().all(|(row, most)| total(row) <= most)
    }

    /// Solves the linear program.
    pub fn look(&self, problem: &Problem) -> Said {
        let (wants, caps) = (self.wants(problem), self.caps(problem));
        if let Some(row) = wants.iter().map(|(row, _)| *row).find(|row| self.shows(problem, &[(*row, 1)])) {
            return Said::Never(vec![(row, 1)]);
        }
        // What has one way and uses up nothing counts in any case.
        let certain = |unit: usize| {
            let mut left = self.left(problem, unit);
            let only = left.next().filter(|_| left.next().is_none())?;
            caps.iter().all(|(row, _)| self.amount(*row, unit, only) == 0).then_some(only)
        };
        let mut columns: Vec<(usize, &Way)> = Vec::new();
        let mut sure: Vec<(usize, &Way)> = Vec::new();
        for unit in 0..problem.units.len() {
            match certain(unit) {
                Some(only) => sure.push((unit, only)),
                None => columns.extend(self.left(problem, unit).map(|way| (unit, way))),
            }
        }
        let forced: Vec<usize> = (0..problem.units.len())
            .filter(|unit| self.forced.get(*unit) == Some(&true) && columns.iter().any(|(of, _)| of == unit))
            .collect();
        let first = wants.len() + forced.len();
        let mut limits: Vec<Limit> = Vec::new();
        for (at, (row, need)) in wants.iter().enumerate() {
            let need = f64::from(*need);
            let share = |unit: usize, way: &Way| f64::from(self.amount(*row, unit, way)) / need;
            let has: f64 = sure.iter().map(|(unit, way)| share(*unit, way)).sum();
            let gains = columns.iter().enumerate().map(|(column, (unit, way))| (first + column, -share(*unit, way)));
            limits.push(([(at, 1.0)].into_iter().chain(gains.filter(|(_, share)| *share != 0.0)).collect(), has));
        }
        for (at, (row, most)) in caps.iter().enumerate().map(|(at, cap)| (wants.len() + at, cap)) {
            debug_assert_eq!(at, limits.len());
            let uses = columns.iter().enumerate();
            let uses = uses.map(|(column, (unit, way))| (first + column, f64::from(self.amount(*row, *unit, way))));
            limits.push((uses.filter(|(_, amount)| *amount != 0.0).collect(), f64::from(*most)));
        }
        for (at, unit) in forced.iter().enumerate() {
            let own = columns.iter().enumerate().filter(|(_, (of, _))| of == unit);
            let counts = own.map(|(column, _)| (first + column, -1.0));
            limits.push(([(wants.len() + at, 1.0)].into_iter().chain(counts).collect(), 0.0));
        }
        limits.extend((0..first).map(|column| (vec![(column, 1.0)], 1.0)));
        for unit in 0..problem.units.len() {
            let own = columns.iter().enumerate().filter(|(_, (of, _))| *of == unit);
            let own: Vec<(usize, f64)> = own.map(|(column, _)| (first + column, 1.0)).collect();
            if !own.is_empty() {
                limits.push((own, 1.0));
            }
        }
        let gains: Vec<f64> = (0..first + columns.len()).map(|at| if at < first { 1.0 } else { 0.0 }).collect();
        let Some(found) = most(&gains, &limits) else { return Said::Unsaid };
        if found.value < first as f64 - 1e-7 {
            let prices = wants.iter().map(|(row, need)| (*row, f64::from((*need).max(1))));
            let prices = prices.chain(caps.iter().map(|(row, _)| (*row, 1.0))).zip(&found.prices);
            let prices: Vec<(Row, f64)> = prices.map(|((row, by), price)| (row, price.max(0.0) / by)).collect();
            if let Some(times) = self.whole(problem, &prices) {
                return Said::Never(times);
            }
        }
        let mut parts: Vec<Vec<f64>> = self.ways.iter().map(|ways| vec![0.0; ways.len()]).collect();
        sure.iter().for_each(|(unit, _)| parts.get_mut(*unit).into_iter().flatten().for_each(|part| *part = 1.0));
        let mut place = vec![0; problem.units.len()];
        for ((unit, _), amount) in columns.iter().zip(found.amounts.iter().skip(first)) {
            let Some(at) = place.get_mut(*unit) else { continue };
            if let Some(part) = parts.get_mut(*unit).and_then(|parts| parts.get_mut(*at)) {
                *part = *amount;
            }
            *at += 1;
        }
        Said::Perhaps(parts)
    }

    /// Prices as whole multipliers that show it.
    fn whole(&self, problem: &Problem, prices: &[(Row, f64)]) -> Option<Vec<(Row, u64)>> {
        let least = prices.iter().map(|(_, price)| *price).filter(|price| *price > 1e-9).min_by(f64::total_cmp)?;
        PARTS.iter().find_map(|parts| {
            let times = prices.iter().map(|(row, price)| (*row, (price / least * parts).round() as u64));
            let times: Vec<(Row, u64)> = times.filter(|(_, times)| *times > 0).collect();
            self.shows(problem, &times).then_some(times)
        })
    }

    /// Whether two units are alike in what is left of them.
    pub fn alike(&self, problem: &Problem, a: usize, b: usize) -> bool {
        let unit = |at: usize| problem.units.get(at);
        self.ways.get(a) == self.ways.get(b)
            && self.forced.get(a) == self.forced.get(b)
            && matches!((unit(a), unit(b)), (Some(a), Some(b)) if Unit::is_like(a, b))
            && self.totals.iter().all(|total| total.units.contains(&a) == total.units.contains(&b))
    }
}
