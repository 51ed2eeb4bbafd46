//! The cheapest set of courses that fills what is left: least credits, then fewest courses, then likeliest offered.
//!
//! Courses that would do the same for what is left are one *class*; the search is over classes. It deepens by credits and
//! then by number of courses, so the first hit is proven least; a bound from each unmet demand cuts the rest, and sets
//! already found hopeless are remembered.

use std::collections::HashSet;

use super::super::judging::{Effect, Mode, Targets, outcomes};
use super::super::question::Alternative;
use super::candidate::Offer;
use super::classes::CourseClass;

/// A found set: for each place the class and the way.
pub type FoundSet = Vec<(usize, usize)>;

/// How many sets of equal cost are looked for.
const MOST_FOUND: usize = 12;
/// How many steps one search may take for alternatives once the least cost is known.
const MOST_STEPS_FOR_ALTERNATIVES: usize = 4000;

/// All (up to a number) cheapest sets that bring `have` to meet `asked`; empty when none does.
pub fn cheapest(asked: &Targets, have: &[u16], used: &[u16], classes: &[CourseClass]) -> Vec<FoundSet> {
    let mut search = Search::new(asked, have, used, classes);
    if search.open.is_empty() {
        return vec![Vec::new()];
    }
    if !search.reachable() {
        return Vec::new();
    }
    let step = search.step();
    let all: u32 = classes.iter().map(|k| u32::from(max(k, |o| o.credits)) * k.members.len() as u32).sum();
    let mut credits = search.bound(|o| o.credits).next_multiple_of(step);
    loop {
        if u32::from(credits) > all.next_multiple_of(u32::from(step)) {
            return Vec::new();
        }
        search.stop_at_first = true;
        if search.run(credits, u16::MAX) {
            break;
        }
        credits = credits.saturating_add(step);
    }
    let mut courses = search.bound(|o| o.courses);
    while !search.run(credits, courses) {
        courses = courses.saturating_add(1);
    }
    let first = std::mem::take(&mut search.found);
    search.stop_at_first = false;
    search.run(credits, courses);
    let mut found = std::mem::take(&mut search.found);
    if !found.iter().any(|set| Some(set) == first.first()) {
        found.extend(first);
    }
    found
}

/// Whether any set brings `have` to meet `asked`.
pub fn can_be_met(asked: &Targets, have: &[u16], used: &[u16], classes: &[CourseClass]) -> bool {
    let search = Search::new(asked, have, used, classes);
    search.open.is_empty() || search.reachable()
}

fn max(class: &CourseClass, of: impl Fn(&Offer) -> u16) -> u16 {
    class.offers.iter().map(of).max().unwrap_or(0)
}

struct Search<'a> {
    classes: &'a [CourseClass],
    /// Demands still unmet at the start: (position, the option it belongs to).
    open: Vec<(usize, Option<Alternative>)>,
    left: Vec<u16>,
    room: Vec<u16>,
    /// For each open demand, what the classes from some position on can still add.
    ahead: Vec<Vec<u32>>,
    /// For each open demand the least cost of one unit of it, as (credits, courses, gain) of the best offers.
    rates: Vec<[(u16, u16); 2]>,
    /// Open demands of which an offer never serves two.
    apart: Vec<usize>,
    chosen: FoundSet,
    found: Vec<FoundSet>,
    hopeless: HashSet<Vec<u16>>,
    /// Earlier states of `left` and `room`, to go back to.
    undo: Vec<u16>,
    steps: usize,
    stop_at_first: bool,
}

impl<'a> Search<'a> {
    fn new(asked: &Targets, have: &[u16], used: &[u16], classes: &'a [CourseClass]) -> Search<'a> {
        let left: Vec<u16> = asked.need.iter().zip(have).map(|(need, have)| need.saturating_sub(*have)).collect();
        let open: Vec<(usize, Option<Alternative>)> = asked.unmet(have).map(|at| (at, asked.option(at))).collect();
        let room = asked.most.iter().zip(used).map(|(most, used)| most.saturating_sub(*used)).collect();
        let offers = || classes.iter().flat_map(|class| &class.offers);
        let gain = |offer: &Offer, at: usize| offer.effect.gain_of(at);
        let best_rate = |at: usize, cost: fn(&Offer) -> u16| {
            let rated = offers().map(|o| (cost(o), gain(o, at))).filter(|(_, gain)| *gain > 0);
            rated.min_by(|a, b| (u32::from(a.0) * u32::from(b.1)).cmp(&(u32::from(b.0) * u32::from(a.1))))
        };
        let rates = open
            .iter()
            .map(|(at, _)| {
                let rate = |cost| best_rate(*at, cost).unwrap_or((0, 1));
                [rate(|o| o.credits), rate(|o| o.courses)]
            })
            .collect();
        let mut apart: Vec<usize> = Vec::new();
        for (place, (at, option)) in open.iter().enumerate() {
            let alone = |other: &usize| {
                let Some((other, _)) = open.get(*other) else { return true };
                offers().all(|offer| gain(offer, *at) == 0 || gain(offer, *other) == 0)
            };
            if option.is_none() && apart.iter().all(alone) {
                apart.push(place);
            }
        }
        let ahead = open
            .iter()
            .map(|(at, _)| {
                let mut sums = vec![0u32; classes.len() + 1];
                let mut sum = 0;
                for (position, class) in classes.iter().enumerate().rev() {
                    sum += u32::from(max(class, |o| gain(o, *at))) * class.members.len() as u32;
                    if let Some(slot) = sums.get_mut(position) {
                        *slot = sum;
                    }
                }
                sums
            })
            .collect();
        Search {
            classes,
            open,
            left,
            room,
            ahead,
            rates,
            apart,
            chosen: Vec::new(),
            found: Vec::new(),
            hopeless: HashSet::new(),
            undo: Vec::with_capacity(64),
            steps: 0,
            stop_at_first: true,
        }
    }

    /// Whether anything can meet the demands: each alone, and, where courses can be used in several ways or limits
    /// hold, all together.
    fn reachable(&self) -> bool {
        let alone = self.possible(0);
        let simple = self.room.is_empty() && self.classes.iter().all(|class| class.offers.len() == 1);
        alone && (simple || self.first_fit_reaches() || self.jointly_reachable())
    }

    /// Whether it is enough that every course is taken in its first way that still helps and fits; mostly it is, and
    /// quickly seen.
    fn first_fit_reaches(&self) -> bool {
        let (mut left, mut room) = (self.left.clone(), self.room.clone());
        for class in self.classes {
            for _ in &class.members {
                let helps =
                    |offer: &&Offer| offer.effect.gain.iter().zip(&left).any(|(gain, left)| *gain > 0 && *left > 0);
                let fits = |offer: &&Offer| offer.effect.fits_into(&room);
                let Some(offer) = class.offers.iter().find(|offer| helps(offer) && fits(offer)) else { break };
                left.iter_mut().zip(&offer.effect.gain).for_each(|(left, gain)| *left = left.saturating_sub(*gain));
                room.iter_mut().zip(&offer.effect.uses).for_each(|(room, uses)| *room = room.saturating_sub(*uses));
            }
        }
        self.done_with(&left)
    }

    fn jointly_reachable(&self) -> bool {
        let need = self.left.clone();
        let mut alternative = vec![None; need.len()];
        let mut need_open = vec![0; need.len()];
        for (at, g) in &self.open {
            if let (Some(slot), Some(n), Some(left)) = (alternative.get_mut(*at), need_open.get_mut(*at), need.get(*at))
            {
                *slot = *g;
                *n = *left;
            }
        }
        let asked = Targets { need: need_open, alternative, most: self.room.clone() };
        let units: Vec<Vec<Mode>> = self
            .classes
            .iter()
            .flat_map(|class| {
                let modes: Vec<Mode> =
                    class.offers.iter().map(|offer| Mode { effect: offer.effect.clone(), picks: Vec::new() }).collect();
                std::iter::repeat_n(modes, class.members.len())
            })
            .collect();
        outcomes(&asked, &units).iter().any(|outcome| asked.met(&outcome.effect.gain))
    }

    /// The step in which credits of a set can grow.
    fn step(&self) -> u16 {
        let mut step = 0u16;
        for credits in self.classes.iter().flat_map(|k| &k.offers).map(|o| o.credits) {
            let (mut a, mut b) = (step, credits);
            while b != 0 {
                (a, b) = (b, a % b);
            }
            step = a;
        }
        step.max(1)
    }

    /// A cost that no set meeting the demands can be below.
    fn bound(&self, cost: fn(&Offer) -> u16) -> u16 {
        let which = usize::from(cost(&Offer { effect: Effect::default(), credits: 0, courses: 1 }));
        self.least(which)
    }

    fn least(&self, which: usize) -> u16 {
        let mut single = 0u32;
        let mut apart = 0u32;
        for (place, (at, option)) in self.open.iter().enumerate() {
            if option.is_some() {
                continue;
            }
            let left = u32::from(self.left.get(*at).copied().unwrap_or(0));
            let Some((cost, gain)) = self.rates.get(place).and_then(|r| r.get(which)) else { continue };
            let least = (left * u32::from(*cost)).div_ceil(u32::from((*gain).max(1)));
            single = single.max(least);
            if self.apart.contains(&place) {
                apart += least;
            }
        }
        single.max(apart).min(u32::from(u16::MAX)) as u16
    }

    /// Whether the classes from a position on can still meet each demand by itself.
    fn possible(&self, from: usize) -> bool {
        let enough = |place: usize, at: usize| {
            let ahead = self.ahead.get(place).and_then(|sums| sums.get(from)).copied().unwrap_or(0);
            u32::from(self.left.get(at).copied().unwrap_or(0)) <= ahead
        };
        self.satisfied(&enough)
    }

    fn done(&self) -> bool {
        self.done_with(&self.left)
    }

    fn done_with(&self, left: &[u16]) -> bool {
        self.satisfied(&|_, at| left.get(at).copied().unwrap_or(0) == 0)
    }

    /// Whether `enough` (asked with a demand's place among the open ones, and its position) holds for every open demand;
    /// of each group, for those of one option.
    fn satisfied(&self, enough: &dyn Fn(usize, usize) -> bool) -> bool {
        let holds = |(place, (at, _)): (usize, &(usize, Option<Alternative>))| enough(place, *at);
        self.open.iter().enumerate().all(|one| match one.1.1 {
            None => holds(one),
            Some(Alternative { group, .. }) => {
                holds(one)
                    || self.open.iter().filter_map(|(_, option)| *option).filter(|o| o.group == group).any(|option| {
                        self.open.iter().enumerate().filter(|(_, (_, other))| *other == Some(option)).all(holds)
                    })
            }
        })
    }

    fn run(&mut self, credits: u16, courses: u16) -> bool {
        self.found.clear();
        self.hopeless.clear();
        self.steps = 0;
        self.deepen(0, 0, credits, courses)
    }

    /// Tries to fill what is left with `classes[from..]`, of whose first class `taken` members are in use.
    fn deepen(&mut self, from: usize, taken: usize, credits: u16, courses: u16) -> bool {
        if self.done() {
            self.found.push(self.chosen.clone());
            return true;
        }
        self.steps += 1;
        if !self.stop_at_first && self.steps > MOST_STEPS_FOR_ALTERNATIVES {
            return false;
        }
        let Some(class) = self.classes.get(from) else { return false };
        if self.least(0) > credits || self.least(1) > courses || !self.possible(from) {
            return false;
        }
        let key = (self.steps > 64).then(|| {
            let mut key = vec![from as u16, taken as u16, credits, courses];
            key.extend(self.open.iter().map(|(at, _)| self.left.get(*at).copied().unwrap_or(0)));
            key.extend_from_slice(&self.room);
            key
        });
        if key.as_ref().is_some_and(|key| self.hopeless.contains(key)) {
            return false;
        }
        let mut hit = false;
        if taken < class.members.len() {
            for (way, offer) in class.offers.iter().enumerate() {
                let fits = offer.effect.fits_into(&self.room);
                if offer.credits > credits || offer.courses > courses || !fits || !self.helps(offer) {
                    continue;
                }
                let mark = self.undo.len();
                self.undo.extend_from_slice(&self.left);
                self.undo.extend_from_slice(&self.room);
                for (left, gain) in self.left.iter_mut().zip(&offer.effect.gain) {
                    *left = left.saturating_sub(*gain);
                }
                for (room, uses) in self.room.iter_mut().zip(&offer.effect.uses) {
                    *room -= uses;
                }
                self.chosen.push((from, way));
                hit |= self.deepen(from, taken + 1, credits - offer.credits, courses - offer.courses);
                self.chosen.pop();
                let middle = mark + self.left.len();
                self.left.copy_from_slice(self.undo.get(mark..middle).unwrap_or_default());
                self.room.copy_from_slice(self.undo.get(middle..).unwrap_or_default());
                self.undo.truncate(mark);
                if hit && (self.stop_at_first || self.found.len() >= MOST_FOUND) {
                    return true;
                }
            }
        }
        hit |= self.deepen(from + 1, 0, credits, courses);
        if let (false, Some(key)) = (hit, key) {
            self.hopeless.insert(key);
        }
        hit
    }

    fn helps(&self, offer: &Offer) -> bool {
        self.open.iter().any(|(at, _)| self.left.get(*at).copied().unwrap_or(0) > 0 && offer.effect.gain_of(*at) > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(gain: &[u16], credits: u16) -> Offer {
        Offer { effect: Effect { gain: gain.to_vec(), uses: vec![] }, credits, courses: 1 }
    }

    #[test]
    fn two_and_three_credits_mix() {
        // Eight credits and one course of the second category; 3+3+2 beats 3+3+3.
        let asked = Targets { need: vec![80, 1], alternative: vec![None; 2], most: vec![] };
        let classes = [
            CourseClass { offers: vec![offer(&[30, 0], 30)], members: vec![0, 1, 2] },
            CourseClass { offers: vec![offer(&[20, 1], 20)], members: vec![3] },
        ];
        let found = cheapest(&asked, &[0, 0], &[], &classes);
        assert_eq!(found, [vec![(0, 0), (0, 0), (1, 0)]]);
    }

    #[test]
    fn nothing_left_and_nothing_possible() {
        let asked = Targets { need: vec![30], alternative: vec![None], most: vec![] };
        assert_eq!(cheapest(&asked, &[30], &[], &[]), [Vec::new()]);
        assert!(cheapest(&asked, &[0], &[], &[]).is_empty());
    }
}
