//! Exact allocation: which of a unit's ways to count is used, so that demands are met within limits.
//!
//! A unit is one course by name; it counts in one way or not at all. Where every unit has only one way and nothing is
//! limited, taking everything is best and this is a sum. Otherwise all distinct outcomes are explored (dynamic
//! programming over capped progress), so that no order of the input and no greedy choice can hide an allocation.

use super::super::question::Alternative;
use super::effect::Effect;

/// One way in which a unit can count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mode {
    /// What it does.
    pub effect: Effect,
    /// The entries behind it, as the caller numbers them.
    pub picks: Vec<Pick>,
}

/// An entry and which of its options is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Entry.
    pub entry: usize,
    /// Option of the entry.
    pub option: usize,
}

/// What is asked: `need` for each demand (0: not asked), alternatives of which one suffices, the most of each limit.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    /// The least of each demand.
    pub need: Vec<u16>,
    /// For each demand the option it belongs to, if it is one of alternatives.
    pub alternative: Vec<Option<Alternative>>,
    /// The most of each limit.
    pub most: Vec<u16>,
}

impl Targets {
    /// Whether these gains meet every demand (of each group: those of one option).
    pub fn met(&self, gain: &[u16]) -> bool {
        self.unmet(gain).next().is_none()
    }

    /// The option that a demand belongs to.
    pub fn option(&self, at: usize) -> Option<Alternative> {
        self.alternative.get(at).copied().flatten()
    }

    /// Demands that these gains do not meet; a group counts as met when all demands of one of its options are.
    pub fn unmet<'a>(&'a self, gain: &'a [u16]) -> impl Iterator<Item = usize> + 'a {
        let reached = move |at: usize| gain.get(at).copied().unwrap_or(0) >= self.need.get(at).copied().unwrap_or(0);
        (0..self.need.len())
            .filter(move |&at| !reached(at) && self.option(at).is_none_or(|one| !self.group_met(one.group, &reached)))
    }

    /// Whether one option of a group has all its demands reached.
    fn group_met(&self, group: u8, reached: &dyn Fn(usize) -> bool) -> bool {
        let of_group = |at: &usize| self.option(*at).is_some_and(|one| one.group == group);
        let options = (0..self.need.len()).filter(of_group).filter_map(|at| self.option(at));
        options
            .into_iter()
            .any(|option| (0..self.need.len()).filter(|at| self.option(*at) == Some(option)).all(reached))
    }
}

/// One complete choice: for each unit the position of its mode, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What all of it does together; progress is not capped.
    pub effect: Effect,
    /// Chosen mode of each unit.
    pub chosen: Vec<Option<usize>>,
}

/// Every outcome that no other outcome beats in all demands and limits. Never empty.
pub fn outcomes(asked: &Targets, units: &[Vec<Mode>]) -> Vec<Outcome> {
    let mut certain =
        Outcome { effect: Effect::none(asked.need.len(), asked.most.len()), chosen: vec![None; units.len()] };
    let mut open = Vec::new();
    for (at, modes) in units.iter().enumerate() {
        match modes.as_slice() {
            [] => {}
            [only] if only.effect.uses.iter().all(|used| *used == 0) => extend(&mut certain, at, 0, only),
            _ => open.push((at, modes)),
        }
    }
    let mut front = vec![certain];
    for (at, modes) in open {
        let mut next = Vec::with_capacity(front.len() * (modes.len() + 1));
        for outcome in &front {
            for (position, mode) in modes.iter().enumerate() {
                if mode.effect.fits(&outcome.effect.uses, &asked.most) {
                    let mut longer = outcome.clone();
                    extend(&mut longer, at, position, mode);
                    next.push(longer);
                }
            }
        }
        next.append(&mut front);
        front = undominated(asked, next);
    }
    front
}

fn extend(outcome: &mut Outcome, unit: usize, position: usize, mode: &Mode) {
    outcome.effect.add(&mode.effect);
    if let Some(slot) = outcome.chosen.get_mut(unit) {
        *slot = Some(position);
    }
}

/// Keeps the first of every set of outcomes that are alike or worse, looking at progress up to what is needed.
fn undominated(asked: &Targets, outcomes: Vec<Outcome>) -> Vec<Outcome> {
    let mut keyed: Vec<(Vec<u16>, Outcome)> = outcomes
        .into_iter()
        .map(|outcome| {
            let capped = outcome.effect.gain.iter().zip(&asked.need).map(|(gain, need)| *gain.min(need));
            (capped.collect(), outcome)
        })
        .collect();
    // Most progress first, so that what dominates comes before what it dominates; stable, so the order is total.
    crate::sorting::sort_by_cached_key(&mut keyed, |(capped, outcome)| {
        let progress: u32 = capped.iter().map(|c| u32::from(*c)).sum();
        let used: u32 = outcome.effect.uses.iter().map(|u| u32::from(*u)).sum();
        let gain: u32 = outcome.effect.gain.iter().map(|c| u32::from(*c)).sum();
        (std::cmp::Reverse(progress), used, std::cmp::Reverse(gain))
    });
    let mut kept: Vec<(Effect, Outcome)> = Vec::with_capacity(keyed.len());
    for (gain, outcome) in keyed {
        let capped = Effect { gain, uses: outcome.effect.uses.clone() };
        if !kept.iter().any(|(better, _)| better.covers(&capped)) {
            kept.push((capped, outcome));
        }
    }
    kept.into_iter().map(|(_, outcome)| outcome).collect()
}

/// The outcome to show: one that meets everything, else the one that meets most demands and is furthest in the rest.
pub fn best<'a>(asked: &Targets, outcomes: &'a [Outcome]) -> Option<&'a Outcome> {
    let score = |outcome: &Outcome| {
        let unmet = asked.unmet(&outcome.effect.gain).count();
        let far: u32 = outcome
            .effect
            .gain
            .iter()
            .zip(&asked.need)
            .filter(|(_, need)| **need > 0)
            .map(|(gain, need)| u32::from(*gain.min(need)) * 1000 / u32::from(*need))
            .sum();
        (std::cmp::Reverse(unmet), far)
    };
    // `max_by_key` takes the last of equals; the first is the stable choice.
    outcomes.iter().rev().max_by_key(|outcome| score(outcome))
}

/// A set of demands, no smaller by leaving one out, that no outcome meets together. Demands that no outcome meets
/// even alone are all named. Empty when some outcome meets everything.
pub fn unmet_core(asked: &Targets, outcomes: &[Outcome]) -> Vec<(usize, bool)> {
    let unmet: Vec<Vec<usize>> = outcomes.iter().map(|outcome| asked.unmet(&outcome.effect.gain).collect()).collect();
    if unmet.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let demands = 0..asked.need.len();
    let alone: Vec<usize> = demands.clone().filter(|d| unmet.iter().all(|u| u.contains(d))).collect();
    if !alone.is_empty() {
        return alone.into_iter().map(|demand| (demand, false)).collect();
    }
    let mut core: Vec<usize> = demands.filter(|d| unmet.iter().any(|u| u.contains(d))).collect();
    let mut at = 0;
    while at < core.len() {
        let mut smaller = core.clone();
        smaller.remove(at);
        if unmet.iter().all(|u| u.iter().any(|d| smaller.contains(d))) {
            core = smaller;
        } else {
            at += 1;
        }
    }
    core.into_iter().map(|demand| (demand, true)).collect()
}

/// Drops modes that another mode of the unit makes needless: at least the same everywhere, for no more of any limit.
pub fn drop_needless(modes: &mut Vec<Mode>) {
    let mut kept: Vec<Mode> = Vec::with_capacity(modes.len());
    for mode in modes.drain(..) {
        if !kept.iter().any(|other| other.effect.covers(&mode.effect)) {
            kept.retain(|other| !mode.effect.covers(&other.effect));
            kept.push(mode);
        }
    }
    *modes = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(gain: &[u16]) -> Mode {
        Mode { effect: Effect { gain: gain.to_vec(), uses: vec![] }, picks: vec![] }
    }

    /// Two courses that can each fill either of two categories; taking the first for the first by greed is wrong.
    #[test]
    fn a_course_needed_in_two_places() {
        let asked = Targets { need: vec![1, 1], alternative: vec![None; 2], most: vec![] };
        let both = vec![mode(&[1, 0]), mode(&[0, 1])];
        let first_only = vec![mode(&[1, 0])];
        let found = outcomes(&asked, &[both.clone(), first_only]);
        assert!(asked.met(&best(&asked, &found).unwrap().effect.gain));
        let alone = outcomes(&asked, &[both]);
        assert_eq!(unmet_core(&asked, &alone), [(0, true), (1, true)]);
    }

    #[test]
    fn a_group_wants_all_demands_of_one_of_its_options() {
        let one = |option| Some(Alternative { group: 0, option });
        let asked = Targets { need: vec![2, 2, 1], alternative: vec![one(0), one(1), one(1)], most: vec![] };
        assert!(asked.met(&[2, 0, 0]));
        assert!(asked.met(&[0, 2, 1]));
        assert!(!asked.met(&[1, 2, 0]));
        assert_eq!(asked.unmet(&[1, 2, 0]).collect::<Vec<_>>(), [0, 2]);
    }

    #[test]
    fn limits_hold() {
        let asked = Targets { need: vec![60], alternative: vec![None], most: vec![40] };
        let unit = |gain: u16| vec![Mode { effect: Effect { gain: vec![gain], uses: vec![gain] }, picks: vec![] }];
        let found = outcomes(&asked, &[unit(30), unit(20), unit(20)]);
        assert_eq!(best(&asked, &found).unwrap().effect.gain, [40]);
    }
}
