//! The smallest set of facts, where there are too many combinations to try each.
//!
//! What does not suffice, even with all that can be added to it in vain, tells a cut: one of the facts left out of it is
//! in every set that suffices. A smallest set that has one of each cut known is tried; where it does not suffice, it tells
//! one more cut, and where it does, no smaller set can.

use super::super::possible::FactId;

/// More steps than this are not taken to find one of each cut.
const MOST_STEPS: usize = 100_000;

/// The smallest set of facts that suffices, which `met` says; all together do, and more facts never do harm. Of sets alike
/// in size one that `fits`, which no longer holds when more is added to what does not. `None` where that takes too long.
pub fn fewest(
    met: &dyn Fn(&[FactId]) -> bool,
    all: &[FactId],
    fits: &dyn Fn(&[FactId]) -> bool,
) -> Option<Vec<FactId>> {
    let mut search = Search { met, all, cuts: Vec::new(), steps: MOST_STEPS };
    let any = search.smallest(&|_| true, 0, all.len())?;
    if fits(&any) {
        return Some(any);
    }
    Some(search.smallest(fits, any.len(), any.len()).unwrap_or(any))
}

struct Search<'a> {
    met: &'a dyn Fn(&[FactId]) -> bool,
    all: &'a [FactId],
    /// Of each of these, one is in every set that suffices.
    cuts: Vec<Vec<FactId>>,
    /// So many may still be taken.
    steps: usize,
}

impl Search<'_> {
    /// The smallest of the sets that fit, of at least and at most so many facts.
    fn smallest(&mut self, fits: &dyn Fn(&[FactId]) -> bool, least: usize, most: usize) -> Option<Vec<FactId>> {
        let mut size = least;
        while size <= most {
            let mut set = Vec::new();
            if !self.hit(fits, size, &mut set) {
                if self.steps == 0 {
                    return None;
                }
                size += 1;
                continue;
            }
            if (self.met)(&set) {
                return Some(set);
            }
            for fact in self.all.iter().filter(|fact| !set.contains(fact)).copied().collect::<Vec<_>>() {
                set.push(fact);
                if (self.met)(&set) {
                    set.pop();
                }
            }
            self.cuts.push(self.all.iter().filter(|fact| !set.contains(fact)).copied().collect());
        }
        None
    }

    /// Adds facts until there is one of each cut; whether so many can do.
    fn hit(&mut self, fits: &dyn Fn(&[FactId]) -> bool, most: usize, set: &mut Vec<FactId>) -> bool {
        let Some(cut) = self.cuts.iter().find(|cut| !cut.iter().any(|fact| set.contains(fact))).cloned() else {
            return true;
        };
        if set.len() >= most || self.steps == 0 {
            return false;
        }
        self.steps -= 1;
        for fact in cut {
            set.push(fact);
            if fits(set) && self.hit(fits, most, set) {
                return true;
            }
            set.pop();
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Which of `0..10` a number names.
    fn named(bits: u16) -> Vec<FactId> {
        (0..10).filter(|at| bits >> at & 1 == 1).collect()
    }

    proptest! {
        #[test]
        fn no_smaller_set_suffices(enough in prop::collection::vec(1_u16..1024, 1..8), apart in (0_u16..10, 0_u16..10)) {
            let bits = |facts: &[FactId]| facts.iter().fold(0_u16, |bits, fact| bits | 1 << fact);
            let met = |facts: &[FactId]| enough.iter().any(|one| one & bits(facts) == *one);
            let torn = |bits: u16| apart.0 != apart.1 && bits >> apart.0 & bits >> apart.1 & 1 == 1;
            let found = fewest(&met, &named(1023), &|facts| !torn(bits(facts))).unwrap();
            let least = enough.iter().map(|one| (one.count_ones(), torn(*one))).min().unwrap();
            prop_assert!(met(&found));
            prop_assert_eq!((found.len() as u32, torn(bits(&found))), least);
        }
    }
}
