//! Why an answer hangs on facts, and on no fewer than those told.

use super::super::fact::Fact;
use super::super::judging::{relevant, without_needless};
use super::super::possible::{AnyOf, FactId};
use super::super::verdict::View;
use super::refute::{Settled, settle};
use super::shape::{Derivation, Shown};
use super::sight::{Sight, Unproven, refuted};

/// More worlds than this are not looked at for one derivation.
const MOST_WORLDS: usize = 2000;

/// What shows that it hangs on these facts in this view.
pub fn depends_on(sight: &Sight<'_>, facts: &[Fact], view: View) -> Result<Shown, Unproven> {
    let holds = |id: FactId| sight.table.get(id).is_some_and(|fact| facts.contains(fact));
    if !sight.question.confirms.iter().all(|clause| clause.holds(&holds)) {
        return Err(Unproven::Wrong("the facts"));
    }
    let counted = sight.allocated(&sight.problem(view, &holds), "the facts")?;
    let before = sight.before(view, &|_| true)?;
    let unsure = sight.never(View::Planned, &|_| false, "without facts")?;
    let all = relevant(sight.question, sight.units);
    let Some(most) = facts.len().checked_sub(1) else { return Err(Unproven::Wrong("no facts")) };
    let mut search = Search { sight, view, all, most, worlds: 0 };
    let fewer = search.fewer(&mut Vec::new(), &mut Vec::new())?;
    Ok(Shown::DependsOn { view, facts: facts.to_vec(), counted, before, unsure, fewer })
}

struct Search<'a> {
    sight: &'a Sight<'a>,
    view: View,
    /// All facts that may matter.
    all: Vec<FactId>,
    /// So many may hold.
    most: usize,
    worlds: usize,
}

impl Search<'_> {
    /// Why no so small set of facts is enough that has the first and none of the second.
    fn fewer(&mut self, taken: &mut Vec<FactId>, left_out: &mut Vec<FactId>) -> Result<Derivation, Unproven> {
        const WHAT: &str = "fewer facts";
        self.worlds += 1;
        if self.worlds > MOST_WORLDS {
            return Err(Unproven::Open(WHAT));
        }
        let full = taken.len() >= self.most;
        let world: Vec<FactId> = match full {
            true => taken.clone(),
            false => self.all.iter().copied().filter(|fact| !left_out.contains(fact)).collect(),
        };
        if !self.confirmed(&world) {
            return Ok(Derivation::Unconfirmed);
        }
        let problem = self.sight.problem(self.view, &|id| world.contains(&id));
        if full {
            return refuted(&problem, WHAT);
        }
        match settle(&problem) {
            Settled::Never(derivation) => return Ok(derivation),
            Settled::Open => return Err(Unproven::Open(WHAT)),
            Settled::Met(_) => {}
        }
        let next = self.next(taken, world);
        let Some((id, fact)) = next.and_then(|id| Some((id, self.sight.table.get(id)?.clone()))) else {
            // So few facts are enough.
            return Err(Unproven::Wrong(WHAT));
        };
        taken.push(id);
        let holds = self.fewer(taken, left_out);
        taken.pop();
        let holds = Box::new(holds?);
        left_out.push(id);
        let fails = self.fewer(taken, left_out);
        left_out.pop();
        Ok(Derivation::Fact { fact, holds, fails: Box::new(fails?) })
    }

    fn confirmed(&self, world: &[FactId]) -> bool {
        self.sight.question.confirms.iter().all(|clause| clause.holds(&|id| world.contains(&id)))
    }

    fn met(&self, world: &[FactId]) -> bool {
        let problem = || self.sight.problem(self.view, &|id| world.contains(&id));
        self.confirmed(world) && matches!(settle(&problem()), Settled::Met(_))
    }

    /// By which fact to divide: one without which the others are not enough, else one of a set from which none can be left
    /// out.
    fn next(&self, taken: &[FactId], world: Vec<FactId>) -> Option<FactId> {
        let asked = self.sight.question.confirms.iter().filter_map(AnyOf::only).find(|id| !taken.contains(id));
        if asked.is_some() {
            return asked;
        }
        let open = |world: &[FactId]| world.iter().copied().filter(|id| !taken.contains(id)).collect::<Vec<_>>();
        let enough = without_needless(&|facts| self.met(facts), world.clone());
        let open_now = open(&enough);
        let needed = open_now.iter().copied().find(|fact| {
            let others: Vec<FactId> = world.iter().copied().filter(|other| other != fact).collect();
            !self.met(&others)
        });
        needed.or_else(|| open_now.first().copied())
    }
}
