//! What is to be settled: whether units, each counted in one of its ways or not at all, meet conditions within limits.

use super::super::question::Alternative;
use super::shape::{Measure, Place, Row, Taken, UnitName};

/// What is asked, and what there is.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// For each condition the least; 0: not asked.
    pub need: Vec<u32>,
    /// For each condition the option that it belongs to.
    pub alternative: Vec<Option<Alternative>>,
    /// For each limit the most; `None`: it does not stand.
    pub most: Vec<Option<u32>>,
    /// The most additional credits, in tenths.
    pub credits: Option<u32>,
    /// The most additional courses.
    pub courses: Option<u32>,
    /// What may count.
    pub units: Vec<Unit>,
}

/// What counts in one of its ways or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its name.
    pub name: UnitName,
    /// Its ways.
    pub ways: Vec<Way>,
}

/// One way to count.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What it adds to each condition.
    pub gain: Vec<u16>,
    /// What it uses up of each limit.
    pub uses: Vec<u16>,
    /// Additional credits, in tenths.
    pub credits: u32,
    /// Additional courses.
    pub courses: u32,
    /// What counts as what.
    pub places: Vec<Place>,
    /// Which courses are taken for it.
    pub taken: Vec<Taken>,
}

impl Way {
    /// How much it has of a measure.
    pub fn measure(&self, of: Measure) -> u32 {
        match of {
            Measure::Condition(at) => self.gain.get(at).copied().unwrap_or(0).into(),
            Measure::Limit(at) => self.uses.get(at).copied().unwrap_or(0).into(),
            Measure::Credits => self.credits,
            Measure::Courses => self.courses,
        }
    }

    /// Whether it does exactly the same.
    pub fn is_like(&self, other: &Way) -> bool {
        (&self.gain, &self.uses, self.credits, self.courses) == (&other.gain, &other.uses, other.credits, other.courses)
    }

    /// Whether it makes the other needless: at least as much of every condition, for no more of anything else.
    pub fn covers(&self, other: &Way) -> bool {
        self.gain.iter().zip(&other.gain).all(|(own, other)| own >= other)
            && self.uses.iter().zip(&other.uses).all(|(own, other)| own <= other)
            && self.credits <= other.credits
            && self.courses <= other.courses
    }
}

impl Unit {
    /// A unit without ways that others make needless.
    pub fn new(name: UnitName, ways: Vec<Way>) -> Unit {
        let mut kept: Vec<Way> = Vec::with_capacity(ways.len());
        for way in ways {
            if !kept.iter().any(|other| other.covers(&way)) {
                kept.retain(|other| !way.covers(other));
                kept.push(way);
            }
        }
        Unit { name, ways: kept }
    }

    /// Whether it is something still to be taken.
    pub fn is_optional(&self) -> bool {
        self.ways.iter().any(|way| way.courses > 0)
    }

    /// Whether it does exactly the same.
    pub fn is_like(&self, other: &Unit) -> bool {
        self.ways.len() == other.ways.len() && self.ways.iter().zip(&other.ways).all(|(own, other)| own.is_like(other))
    }
}

impl Problem {
    /// The same without ways that others of their unit make needless.
    pub fn reduced(&self) -> Problem {
        let units = self.units.iter().map(|unit| Unit::new(unit.name.clone(), unit.ways.clone()));
        Problem { units: units.filter(|unit| !unit.ways.is_empty()).collect(), ..self.clone() }
    }

    /// The same with these conditions alone.
    pub fn only(&self, keep: impl Fn(usize) -> bool) -> Problem {
        let need = self.need.iter().enumerate().map(|(at, need)| if keep(at) { *need } else { 0 });
        Problem { need: need.collect(), ..self.clone() }
    }

    /// The same with one condition alone, of which so much is asked.
    pub fn just(&self, condition: usize, need: u32) -> Problem {
        let asked = (0..self.need.len()).map(|at| if at == condition { need } else { 0 });
        Problem { need: asked.collect(), alternative: vec![None; self.need.len()], ..self.clone() }
    }

    /// The same with at most so many additional credits, in tenths: as they come in steps, no more than a whole number of
    /// these.
    pub fn within_credits(&self, most: u32) -> Problem {
        let ways = self.units.iter().flat_map(|unit| &unit.ways).map(|way| way.credits);
        let step = ways.fold(0, divisor).max(1);
        Problem { credits: Some(most / step * step), ..self.clone() }
    }

    /// The conditions asked, outside alternatives.
    pub fn conditions(&self) -> Vec<usize> {
        let plain = |at: &usize| self.alternative.get(*at).is_none_or(Option::is_none);
        (0..self.need.len()).filter(|at| self.need.get(*at).is_some_and(|need| *need > 0)).filter(plain).collect()
    }

    /// The groups of alternatives: for each option the conditions asked.
    pub fn groups(&self) -> Vec<Vec<Vec<usize>>> {
        /// By option its conditions.
        type Options = Vec<(u8, Vec<usize>)>;
        let mut known: Vec<(u8, Options)> = Vec::new();
        for (at, alternative) in self.alternative.iter().enumerate() {
            let Some(Alternative { group, option }) = *alternative else { continue };
            let asked = self.need.get(at).is_some_and(|need| *need > 0);
            let found = known.iter().position(|(other, _)| *other == group).unwrap_or_else(|| {
                known.push((group, Vec::new()));
                known.len() - 1
            });
            let Some((_, options)) = known.get_mut(found) else { continue };
            match options.iter_mut().find(|(other, _)| *other == option) {
                Some((_, conditions)) => conditions.extend(asked.then_some(at)),
                None => options.push((option, asked.then_some(at).into_iter().collect())),
            }
        }
        let groups = known.into_iter().map(|(_, options)| options.into_iter().map(|(_, asked)| asked).collect());
        // Of a group of which an option asks nothing, nothing is asked.
        groups.filter(|options: &Vec<Vec<usize>>| options.iter().all(|asked| !asked.is_empty())).collect()
    }
}

/// The measure that a row is about; `None` for a total.
pub fn measured(row: Row) -> Option<Measure> {
    match row {
        Row::Condition(at) => Some(Measure::Condition(at)),
        Row::Limit(at) => Some(Measure::Limit(at)),
        Row::Credits => Some(Measure::Credits),
        Row::Courses => Some(Measure::Courses),
        Row::Total(_) => None,
    }
}

fn divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { divisor(b, a % b) }
}
