//! The smallest set of facts, where there are too many combinations to try each.
//!
//! Most facts are about one unit alone: whether that course counts, in which category. Each way of a unit tells which of
//! these it takes; of all that units can come to together, the fewest facts are kept for what is no less and uses up no
//! more. What is left is to try each set of the few facts that matter to the question or to several units.

use super::super::possible::FactId;
use super::super::question::Question;
use super::super::records::Unit;
use super::super::verdict::View;
use super::allocate::Targets;
use super::effect::Effect;
use super::evaluation::asked;
use super::modes::modes;
use super::relevant::relevant;
use crate::sorting;
use std::cmp::Reverse;

/// More sets of facts of several units, or of one unit, are not tried: then what is found need not be the smallest.
const MOST_SETS: usize = 256;

/// The smallest set of facts under which everything is met, where all together do and more facts never do harm: `needed`,
/// which are in every such set, and others. Of sets alike in size one that is not `torn`, where what tears it is of one
/// unit. `known` is a set that suffices, and stays where none is better. `None` where too many facts matter, to more than
/// one unit or to one.
pub fn fewest(
    question: &Question,
    units: &[Unit],
    view: View,
    (needed, known): (&[FactId], &[FactId]),
    torn: &dyn Fn(&[FactId]) -> bool,
) -> Option<Vec<FactId>> {
    let all = relevant(question, units);
    let pricing = Pricing { all: &all, torn };
    let (common, own) = divided(question, units, &all);
    let (sure, open): (Vec<FactId>, Vec<FactId>) = common.into_iter().partition(|fact| needed.contains(fact));
    let own: Vec<Vec<Vec<FactId>>> = own.iter().map(|facts| subsets(facts)).collect::<Option<_>>()?;
    let mut divided: Vec<(&Unit, Vec<Vec<FactId>>)> = units.iter().zip(own).collect();
    // In whatever order records come, the same set is found.
    sorting::sort_by(&mut divided, |(_, one), (_, other)| one.cmp(other));
    let search = Search { question, units: &divided, view, pricing: &pricing };
    let mut best = pricing.sum(known, Effect::default())?;
    for chosen in subsets(&open)? {
        let set = [sure.as_slice(), &chosen].concat();
        if question.confirms.iter().all(|clause| clause.holds(&|fact| set.contains(&fact))) {
            best = search.cheapest(&set, best)?;
        }
    }
    Some(pricing.facts(best.facts))
}

/// What a set costs: its facts, then its parts that nobody would confirm.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Price {
    count: u32,
    torn: u32,
}

/// Facts, a bit each, the first one's the highest.
type Bits = u128;

/// What some units come to together, by which facts.
#[derive(Clone)]
struct Sum {
    price: Price,
    effect: Effect,
    facts: Bits,
}

struct Pricing<'a> {
    /// All facts that matter, in order.
    all: &'a [FactId],
    torn: &'a dyn Fn(&[FactId]) -> bool,
}

impl Pricing<'_> {
    /// A set of facts that comes to so much; `None` where there are more facts than bits.
    fn sum(&self, facts: &[FactId], effect: Effect) -> Option<Sum> {
        let mut bits = 0;
        for fact in facts {
            let at = self.all.iter().position(|known| known == fact)?;
            bits |= HIGHEST.checked_shr(u32::try_from(at).ok()?)?;
        }
        let torn = facts.len() > 1 && (self.torn)(facts);
        Some(Sum { price: Price { count: bits.count_ones(), torn: torn.into() }, effect, facts: bits })
    }

    fn facts(&self, bits: Bits) -> Vec<FactId> {
        self.all.iter().enumerate().filter(|(at, _)| bits & (HIGHEST >> at) != 0).map(|(_, fact)| *fact).collect()
    }
}

const HIGHEST: Bits = 1 << 127;

struct Search<'a> {
    question: &'a Question,
    /// Each with the sets of the facts that matter to it alone.
    units: &'a [(&'a Unit, Vec<Vec<FactId>>)],
    view: View,
    pricing: &'a Pricing<'a>,
}

impl Search<'_> {
    /// The cheapest set with just these common facts under which everything is met, if it is cheaper than the best; else
    /// that. `None` where there are too many facts.
    fn cheapest(&self, common: &[FactId], best: Sum) -> Option<Sum> {
        let asked = asked(self.question, &|fact| common.contains(&fact));
        let mut front = vec![self.pricing.sum(common, Effect::none(asked.need.len(), asked.most.len()))?];
        for (unit, own) in self.units {
            let ways = self.ways(unit, own, common)?;
            // What costs nothing is taken.
            if let [Sum { price: Price { count: 0, .. }, effect, .. }] = ways.as_slice()
                && effect.uses.iter().all(|used| *used == 0)
            {
                front.iter_mut().for_each(|so_far| so_far.effect = capped(&so_far.effect, effect, &asked));
                continue;
            }
            let mut next = front.clone();
            for so_far in &front {
                for way in ways.iter().filter(|way| way.effect.fits(&so_far.effect.uses, &asked.most)) {
                    let count = so_far.price.count + way.price.count;
                    let price = Price { count, torn: so_far.price.torn + way.price.torn };
                    if price < best.price {
                        let effect = capped(&so_far.effect, &way.effect, &asked);
                        next.push(Sum { price, effect, facts: so_far.facts | way.facts });
                    }
                }
            }
            front = cheapest_of_each(next);
        }
        let met = front.into_iter().find(|sum| sum.price < best.price && asked.met(&sum.effect.gain));
        Some(met.unwrap_or(best))
    }

    /// The ways in which a unit can count, with its own facts that are to hold for each.
    fn ways(&self, unit: &Unit, own: &[Vec<FactId>], common: &[FactId]) -> Option<Vec<Sum>> {
        let mut ways = Vec::new();
        for facts in own {
            let holds = |fact| common.contains(&fact) || facts.contains(&fact);
            for mode in modes(self.question, unit, self.view, &holds) {
                ways.push(self.pricing.sum(facts, mode.effect)?);
            }
        }
        Some(cheapest_of_each(ways))
    }
}

/// Both, with no more progress than is needed.
fn capped(one: &Effect, other: &Effect, asked: &Targets) -> Effect {
    let mut both = one.clone();
    both.add(other);
    for (gain, need) in both.gain.iter_mut().zip(&asked.need) {
        *gain = (*gain).min(*need);
    }
    both
}

/// Leaves out what something no dearer makes needless; the cheapest first.
fn cheapest_of_each(mut all: Vec<Sum>) -> Vec<Sum> {
    let total = |of: &[u16]| of.iter().map(|one| u32::from(*one)).sum::<u32>();
    sorting::sort_by_cached_key(&mut all, |Sum { price, effect, facts }| {
        (*price, Reverse(total(&effect.gain)), total(&effect.uses), Reverse(*facts))
    });
    let mut kept: Vec<Sum> = Vec::with_capacity(all.len());
    for sum in all {
        if !kept.iter().any(|known| known.effect.covers(&sum.effect)) {
            kept.push(sum);
        }
    }
    kept
}

/// The facts that matter to the question or to several units, and those of each unit that matter to nothing else.
fn divided(question: &Question, units: &[Unit], all: &[FactId]) -> (Vec<FactId>, Vec<Vec<FactId>>) {
    let of_unit: Vec<Vec<FactId>> = units.iter().map(|unit| relevant(question, std::slice::from_ref(unit))).collect();
    let of_all: Vec<FactId> = relevant(question, &[]);
    let alone =
        |fact: &FactId| !of_all.contains(fact) && of_unit.iter().filter(|facts| facts.contains(fact)).nth(1).is_none();
    let common = all.iter().copied().filter(|fact| !alone(fact)).collect();
    let own = of_unit.iter().map(|facts| facts.iter().copied().filter(&alone).collect()).collect();
    (common, own)
}

/// Every set of some of these facts, the empty one first; `None` where there are too many.
fn subsets(facts: &[FactId]) -> Option<Vec<Vec<FactId>>> {
    let count = 1_usize.checked_shl(facts.len().try_into().ok()?).filter(|count| *count <= MOST_SETS)?;
    let chosen =
        |bits: usize| facts.iter().enumerate().filter(move |(at, _)| bits >> at & 1 == 1).map(|(_, fact)| *fact);
    Some((0..count).map(|bits| chosen(bits).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::super::super::condition::{Amount, Condition, ConditionSource, Of};
    use super::super::super::possible::{AnyOf, Possible};
    use super::super::super::question::Demand;
    use super::super::super::records::{Choice, Entry};
    use super::super::evaluation::Evaluation;
    use super::*;
    use crate::credits::Credits;
    use proptest::prelude::*;

    const FACTS: FactId = 9;

    fn set(bits: u16) -> Vec<FactId> {
        (0..FACTS).filter(|at| bits >> at & 1 == 1).collect()
    }

    /// "Any of these facts, and any of those."
    fn possible((one, other): (u16, u16)) -> Possible {
        let clause = |bits: u16| match set(bits).as_slice() {
            [] => Possible::Yes,
            some => Possible::any(some.iter().map(|id| AnyOf::one(*id)).reduce(AnyOf::or).unwrap()),
        };
        clause(one).and(clause(other))
    }

    fn demand(need: u16, unless: u16) -> Demand {
        let unless = set(unless).first().map_or(AnyOf::NEVER, |id| AnyOf::one(*id));
        let need = Amount::Courses(need);
        let condition = Condition { need, categories: vec![], of: Of::Any, source: ConditionSource::ProgramCredits };
        Demand { condition: condition.into(), gain: vec![], stage: None, alternative: None, unless }
    }

    /// Two sets of no fact, of one or of two.
    fn few() -> impl Strategy<Value = (u16, u16)> {
        let one = || {
            prop_oneof![
                Just(0),
                (0..FACTS).prop_map(|at| 1 << at),
                (0..FACTS, 0..FACTS).prop_map(|(a, b)| 1 << a | 1 << b)
            ]
        };
        (one(), one())
    }

    /// A course: whether it counts, and toward which of two demands.
    fn unit() -> impl Strategy<Value = Unit> {
        prop::collection::vec((few(), few(), few()), 1..3).prop_map(|ways| {
            let options = ways.into_iter().map(|(usable, one, other)| Choice {
                listing: None,
                name: None,
                category: None,
                credits: Credits::whole(2),
                claimed: None,
                usable: possible(usable),
                gain: vec![possible(one), possible(other)],
                uses: vec![],
            });
            vec![Entry {
                record: None,
                view: View::Passed,
                stage: 0,
                options: options.collect(),
                code_not_given: false,
                printed: None,
            }]
        })
    }

    proptest! {
        #[test]
        fn no_smaller_set_suffices(
            units in prop::collection::vec(unit(), 1..6),
            (needs, unless, confirm) in ((1_u16..4, 0_u16..4), (few(), few()), few()),
            apart in (0..FACTS, 0..FACTS),
        ) {
            let mut question = Question::empty(None);
            question.demands = vec![demand(needs.0, unless.0.0), demand(needs.1, unless.1.0)];
            question.confirms = possible((confirm.0, 0)).clauses().to_vec();
            let torn = |facts: &[FactId]| apart.0 != apart.1 && facts.contains(&apart.0) && facts.contains(&apart.1);
            let met = |facts: &[FactId]| {
                let holds = |id| facts.contains(&id);
                question.confirms.iter().all(|clause| clause.holds(&holds))
                    && Evaluation::new(&question, &units, View::Passed, &holds).met()
            };
            let all = set(u16::MAX);
            prop_assume!(met(&all));
            let needed: Vec<FactId> = all.iter().copied()
                .filter(|fact| !met(&all.iter().copied().filter(|other| other != fact).collect::<Vec<_>>()))
                .collect();
            let found = fewest(&question, &units, View::Passed, (&needed, &all), &torn);
            let every = (0..1_u16 << FACTS).map(set).filter(|facts| met(facts));
            let least = every.min_by_key(|facts| facts.len()).unwrap();
            let Some(found) = found else { return Ok(()) };
            prop_assert!(met(&found));
            prop_assert_eq!(found.len(), least.len());
            let mut turned = units.clone();
            turned.reverse();
            prop_assert_eq!(Some(found), fewest(&question, &turned, View::Passed, (&needed, &all), &torn));
        }
    }
}
