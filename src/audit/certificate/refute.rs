//! Settles a problem: an allocation that meets it, or a derivation that none does.

use super::problem::Problem;
use super::program::{Node, Said, Total};
use super::shape::{Derivation, Measure, UnitName};

/// More nodes than this are not looked at for one derivation.
const MOST_NODES: usize = 3000;

/// Amounts closer than this to a whole number are taken for it.
const WHOLE: f64 = 1e-6;

/// What a problem comes to.
pub enum Settled {
    /// Nothing meets it.
    Never(Derivation),
    /// This does: for each unit its way, or none.
    Met(Vec<Option<usize>>),
    /// It was not found out within the bounds of the search.
    Open,
}

/// Settles a problem.
pub fn settle(problem: &Problem) -> Settled {
    Search { problem, nodes: 0 }.alternatives(&problem.groups(), problem.conditions())
}

struct Search<'p> {
    problem: &'p Problem,
    nodes: usize,
}

/// A step that divides a node.
enum Step {
    Way { unit: usize, of: Measure, least: u32 },
    Total { units: Vec<usize>, of: Measure, least: u32 },
}

impl Search<'_> {
    /// Of each group of alternatives one option is asked besides.
    fn alternatives(&mut self, groups: &[Vec<Vec<usize>>], asked: Vec<usize>) -> Settled {
        let Some((first, rest)) = groups.split_first() else {
            return self.node(Node::new(self.problem, asked));
        };
        let mut each = Vec::with_capacity(first.len());
        for option in first {
            match self.alternatives(rest, asked.iter().chain(option).copied().collect()) {
                Settled::Never(derivation) => each.push(derivation),
                other => return other,
            }
        }
        let name = first.iter().flatten().next().copied().unwrap_or(0);
        Settled::Never(Derivation::Alternatives(name, each))
    }

    fn node(&mut self, node: Node) -> Settled {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Settled::Open;
        }
        let parts = match node.look(self.problem) {
            Said::Never(times) => return Settled::Never(Derivation::Sum(times)),
            Said::Unsaid => return Settled::Open,
            Said::Perhaps(parts) => parts,
        };
        if let Some(chosen) = rounded(&node, &parts).filter(|chosen| node.is_met(self.problem, chosen)) {
            return Settled::Met(chosen);
        }
        let Some(step) = self.step(&node, &parts) else { return Settled::Open };
        let (reached, short) = node.divided(self.problem, &step);
        // What is likelier to be refuted at once first: it costs least to find out.
        let reached = match self.node(reached) {
            Settled::Never(derivation) => Box::new(derivation),
            other => return other,
        };
        let short = match self.node(short) {
            Settled::Never(derivation) => Box::new(derivation),
            other => return other,
        };
        let name = |at: usize| self.problem.units.get(at).map(|unit| unit.name.clone());
        Settled::Never(match step {
            Step::Way { unit, of, least } => {
                let Some(unit) = name(unit) else { return Settled::Open };
                Derivation::Way { unit, of, least, reached, short }
            }
            Step::Total { units, of, least } => {
                let units: Vec<UnitName> = units.into_iter().filter_map(name).collect();
                Derivation::Total { units, of, least, reached, short }
            }
        })
    }

    /// By what to divide: first by how many courses are taken, of all, of those of so many credits, of those that are
    /// alike; then by how one unit counts.
    fn step(&self, node: &Node, parts: &[Vec<f64>]) -> Option<Step> {
        let problem = self.problem;
        let optional: Vec<usize> = (0..problem.units.len())
            .filter(|at| problem.units.get(*at).is_some_and(|unit| unit.is_optional()))
            .collect();
        let mut sets: Vec<Vec<usize>> = vec![optional.clone()];
        let cost = |at: usize| node.left(problem, at).map(|way| way.credits).max();
        let mut costs: Vec<Option<u32>> = optional.iter().map(|at| cost(*at)).collect();
        crate::sorting::sort(&mut costs);
        costs.dedup();
        sets.extend(costs.iter().map(|of| optional.iter().copied().filter(|at| cost(*at) == *of).collect()));
        let courses = [Measure::Courses];
        if let Some(step) = sets.iter().find_map(|units| self.divides(node, parts, units, &courses)) {
            return Some(step);
        }
        let conditions = node.asked.iter().map(|at| Measure::Condition(*at));
        let limits = (0..problem.most.len()).map(Measure::Limit);
        let measures: Vec<Measure> = courses.into_iter().chain(conditions).chain(limits).collect();
        let all = (0..problem.units.len()).collect();
        let mut sets = vec![all, optional];
        for at in 0..problem.units.len() {
            let is_first = !(0..at).any(|other| node.alike(problem, at, other));
            if is_first {
                sets.push((at..problem.units.len()).filter(|other| node.alike(problem, at, *other)).collect());
            }
        }
        let found = sets.iter().find_map(|units| self.divides(node, parts, units, &measures));
        found.or_else(|| self.way(node, parts, &measures))
    }

    /// A total of some units that is no whole number, though it can only be one.
    fn divides(&self, node: &Node, parts: &[Vec<f64>], units: &[usize], measures: &[Measure]) -> Option<Step> {
        measures.iter().find_map(|of| {
            let mut total = 0.0;
            for unit in units {
                for (way, part) in node.left(self.problem, *unit).zip(parts.get(*unit)?) {
                    total += f64::from(way.measure(*of)) * part;
                }
            }
            if (total - total.round()).abs() < WHOLE {
                return None;
            }
            let least = total.ceil() as u32;
            Some(match units {
                [unit] => Step::Way { unit: *unit, of: *of, least },
                _ => Step::Total { units: units.to_vec(), of: *of, least },
            })
        })
    }

    /// How one unit counts of which the allocation uses several ways in part.
    fn way(&self, node: &Node, parts: &[Vec<f64>], measures: &[Measure]) -> Option<Step> {
        let torn = |at: &usize| parts.get(*at).is_some_and(|ways| ways.iter().any(|p| (p - p.round()).abs() > WHOLE));
        let mut all: Vec<Measure> = measures.to_vec();
        all.push(Measure::Credits);
        (0..self.problem.units.len()).filter(torn).find_map(|unit| {
            let ways: Vec<_> = node.left(self.problem, unit).zip(parts.get(unit)?).collect();
            let used: f64 = ways.iter().map(|(_, part)| **part).sum();
            let in_use = ways.iter().filter(|(_, part)| **part > WHOLE);
            all.iter().find_map(|of| {
                let amounts = in_use.clone().map(|(way, _)| way.measure(*of));
                let least = amounts.clone().max()?;
                let apart = amounts.clone().any(|amount| amount < least) || used < 1.0 - WHOLE;
                (apart && least > 0).then_some(Step::Way { unit, of: *of, least })
            })
        })
    }
}

impl Node {
    /// What is left on either side of a step.
    fn divided(&self, problem: &Problem, step: &Step) -> (Node, Node) {
        let (mut reached, mut short) = (self.clone(), self.clone());
        match step {
            Step::Way { unit, of, least } => {
                let measure = |way: &usize| {
                    let ways = problem.units.get(*unit).map_or(&[][..], |unit| &unit.ways);
                    ways.get(*way).map_or(0, |way| way.measure(*of))
                };
                reached.ways.get_mut(*unit).into_iter().for_each(|ways| ways.retain(|way| measure(way) >= *least));
                reached.forced.get_mut(*unit).into_iter().for_each(|forced| *forced = true);
                short.ways.get_mut(*unit).into_iter().for_each(|ways| ways.retain(|way| measure(way) < *least));
            }
            Step::Total { units, of, least } => {
                let total = |reached: bool, bound: u32| Total { units: units.clone(), of: *of, reached, bound };
                reached.totals.push(total(true, *least));
                short.totals.push(total(false, least.saturating_sub(1)));
            }
        }
        (reached, short)
    }
}

/// The allocation, where it uses each unit's ways wholly or not at all.
fn rounded(node: &Node, parts: &[Vec<f64>]) -> Option<Vec<Option<usize>>> {
    let each = node.ways.iter().zip(parts).map(|(ways, parts)| {
        let whole = parts.iter().all(|part| (part - part.round()).abs() < WHOLE);
        whole.then(|| ways.iter().zip(parts).find(|(_, part)| **part > 0.5).map(|(way, _)| *way))
    });
    each.collect()
}
