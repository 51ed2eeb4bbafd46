//! What a kinder reading of a category's minimum frees a student of.

use super::{Amount, AnyOf, CategoryAt, Demand, Draft, Fact, FactId, Possible};

impl Draft<'_> {
    /// Frees the student, if the fact holds, of every condition on one category that asks more than `courses` of its
    /// courses, and of the question whether the program asks more of it than is general.
    pub fn free_of_minimum(&mut self, category: CategoryAt, courses: u16, fact: Fact) {
        let general = category.of(self.program.categories).map(|c| Fact::GeneralMinimum { category: c.name.clone() });
        let general =
            general.and_then(|fact| self.question.facts.iter().position(|known| *known == fact)).map(|at| at as FactId);
        let freed = self.ask(fact);
        let name: Vec<String> = category.of(self.program.categories).map(|c| c.name.clone()).into_iter().collect();
        let only_here = |demand: &Demand| demand.condition.categories.as_slice() == name.as_slice();
        let asks_more = |demand: &Demand| matches!(demand.condition.need, Amount::Courses(n) if n > courses);
        match freed {
            Possible::No => {}
            Possible::Yes => self.question.demands.retain(|demand| !(asks_more(demand) && only_here(demand))),
            Possible::If(clauses) => {
                let fact = clauses.as_slice().first().copied().unwrap_or_default();
                for demand in self.question.demands.iter_mut().filter(|demand| asks_more(demand)) {
                    if only_here(demand) {
                        demand.unless = demand.unless.or(fact);
                    }
                }
            }
        }
        if courses == 0
            && let Some(general) = general
        {
            let is_general = |clause: &AnyOf| clause.as_slice().contains(&general);
            match freed {
                Possible::No => {}
                Possible::Yes => self.question.confirms.retain(|clause| !is_general(clause)),
                Possible::If(clauses) => {
                    let fact = clauses.as_slice().first().copied().unwrap_or_default();
                    self.question.confirms.iter_mut().filter(|clause| is_general(clause)).for_each(|c| *c = c.or(fact));
                }
            }
        }
    }
}
