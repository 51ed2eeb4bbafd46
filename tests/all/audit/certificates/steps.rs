//! The core of the checker: whether the steps of a derivation show that no allocation meets what is asked. Each step is
//! seen for itself, by sums of whole numbers.

use kuayu::audit::{Certificate, Derivation, Measure, Row};

use super::model::{Model, Sums};

/// What a derivation is checked against.
pub struct Steps<'a> {
    /// The question, as the checker reads it.
    pub model: &'a Model,
    /// The certificate, whose names of conditions and limits the steps use.
    pub certificate: &'a Certificate,
    /// How much is asked of each demand; 0: nothing.
    pub need: Vec<u32>,
    /// The demands that are asked in any case.
    pub asked: Vec<usize>,
    /// The most additional credits in tenths, and courses.
    pub most: [Option<u32>; 2],
}

/// What the steps above have left.
#[derive(Clone)]
struct Left<'a> {
    /// For each unit its ways, and whether it may count in none.
    units: Vec<(Vec<&'a Sums>, bool)>,
    /// Demands that are asked.
    asked: Vec<usize>,
    /// Totals: of which units, of what; at least or else at most so much.
    totals: Vec<(Vec<usize>, Measure, bool, u32)>,
}

impl Steps<'_> {
    /// Whether the steps show it.
    pub fn show(&self, derivation: &Derivation) -> bool {
        let units = self.model.units.iter().map(|unit| (unit.ways.iter().collect(), true)).collect();
        let asked = self.asked.iter().copied().filter(|at| self.need[*at] > 0).collect();
        self.step(derivation, Left { units, asked, totals: Vec::new() })
    }

    fn step(&self, derivation: &Derivation, left: Left<'_>) -> bool {
        match derivation {
            Derivation::Sum(times) => self.sum(times, &left).unwrap_or(false),
            Derivation::Way { unit, of, least, reached, short } => {
                let (Some(unit), Some(of)) = (self.model.unit(unit), self.own(*of)) else { return false };
                let (mut more, mut less) = (left.clone(), left);
                more.units[unit].0.retain(|way| way.of(of) >= *least);
                more.units[unit].1 &= *least == 0;
                less.units[unit].0.retain(|way| way.of(of) < *least);
                less.units[unit].1 &= *least > 0;
                self.step(reached, more) && self.step(short, less)
            }
            Derivation::Total { units, of, least, reached, short } => {
                let Some(of) = self.own(*of) else { return false };
                let mut units: Vec<usize> = units.iter().filter_map(|name| self.model.unit(name)).collect();
                units.sort();
                units.dedup();
                let (mut more, mut less) = (left.clone(), left);
                more.totals.push((units.clone(), of, true, *least));
                less.totals.push((units, of, false, least.saturating_sub(1)));
                // Less than nothing is never.
                self.step(reached, more) && (*least == 0 || self.step(short, less))
            }
            Derivation::Alternatives(name, each) => self.alternatives(*name, each, &left).unwrap_or(false),
            Derivation::Unconfirmed | Derivation::Fact { .. } => false,
        }
    }

    /// One option of each group must be met, so it is enough that none of one group can be.
    fn alternatives(&self, name: usize, each: &[Derivation], left: &Left<'_>) -> Option<bool> {
        let demands = &self.model.asked.demands;
        let group = demands[self.model.demand(self.certificate.conditions.get(name)?)?].one_of?.0;
        let mut options: Vec<usize> =
            demands.iter().filter_map(|d| d.one_of).filter(|o| o.0 == group).map(|o| o.1).collect();
        options.sort();
        options.dedup();
        let shown = options.iter().zip(each).all(|(option, derivation)| {
            let mut left = left.clone();
            let own = (0..demands.len()).filter(|at| demands[*at].one_of == Some((group, *option)));
            left.asked.extend(own.filter(|at| self.need[*at] > 0));
            self.step(derivation, left)
        });
        Some(options.len() == each.len() && shown)
    }

    /// The measure in the checker's own numbers.
    fn own(&self, of: Measure) -> Option<Measure> {
        Some(match of {
            Measure::Condition(at) => Measure::Condition(self.model.demand(self.certificate.conditions.get(at)?)?),
            Measure::Limit(at) => Measure::Limit(self.model.limit(self.certificate.limits.get(at)?)?),
            Measure::Credits | Measure::Courses => of,
        })
    }

    /// Whether what is needed, times the numbers, is more than the most that there is.
    fn sum(&self, times: &[(Row, u64)], left: &Left<'_>) -> Option<bool> {
        let mut needed: i128 = 0;
        let mut rows: Vec<(i128, Measure, Option<&[usize]>)> = Vec::new();
        for (row, times) in times {
            let (measure, at_least, bound, of) = match *row {
                Row::Condition(at) => {
                    let Measure::Condition(at) = self.own(Measure::Condition(at))? else { return None };
                    left.asked.contains(&at).then_some((Measure::Condition(at), true, self.need[at], None))?
                }
                Row::Limit(at) => {
                    let Measure::Limit(at) = self.own(Measure::Limit(at))? else { return None };
                    (Measure::Limit(at), false, self.model.asked.limits[at].most.into(), None)
                }
                Row::Credits => (Measure::Credits, false, self.most[0]?, None),
                Row::Courses => (Measure::Courses, false, self.most[1]?, None),
                Row::Total(at) => {
                    let (units, of, reached, bound) = left.totals.get(at)?;
                    (*of, *reached, *bound, Some(&units[..]))
                }
            };
            let times = i128::from(*times) * if at_least { 1 } else { -1 };
            needed += times * i128::from(bound);
            rows.push((times, measure, of));
        }
        let mut most: i128 = 0;
        for (unit, (ways, may_be_left)) in left.units.iter().enumerate() {
            let worth = |way: &&Sums| -> i128 {
                let own = rows.iter().filter(|(_, _, of)| of.is_none_or(|units| units.contains(&unit)));
                own.map(|(times, measure, _)| times * i128::from(way.of(*measure))).sum()
            };
            let none = may_be_left.then_some(0);
            // A unit that must count and cannot is a contradiction of its own.
            let Some(best) = ways.iter().map(worth).chain(none).max() else { return Some(true) };
            most += best;
        }
        Some(most < needed)
    }
}
