//! The facts of one question: what the program and the student raise, and what their records raise besides.

use super::at::CategoryAt;
use super::fact::{CourseRef, CrossDomainDoubt, Fact};
use super::possible::{FactId, Possible};
use super::question::{OpenCategory, Question};
use super::student::Standing;
use crate::sorting;

/// Facts of the question, and those that only records raise.
pub struct FactTable<'q> {
    question: &'q Question,
    more: Vec<Fact>,
    /// Settles a fact by the student's decision.
    decide: &'q dyn Fn(&Fact) -> Option<bool>,
    /// Decisions that records made use of.
    pub decided: Vec<Fact>,
}

impl<'q> FactTable<'q> {
    /// The question's facts.
    pub fn new(question: &'q Question, decide: &'q dyn Fn(&Fact) -> Option<bool>) -> FactTable<'q> {
        FactTable { question, more: Vec::new(), decide, decided: Vec::new() }
    }

    /// The fact as a statement; settled where the student decided it.
    pub fn ask(&mut self, fact: Fact) -> Possible {
        if let Some(holds) = (self.decide)(&fact) {
            self.decided.push(fact);
            return Possible::from(holds);
        }
        if let Some(at) = self.question.facts.iter().position(|known| *known == fact) {
            return Possible::fact(at as FactId);
        }
        let known = self.question.facts.len();
        let at = self.more.iter().position(|other| *other == fact).unwrap_or_else(|| {
            self.more.push(fact);
            self.more.len() - 1
        });
        Possible::fact((known + at) as FactId)
    }

    /// The fact behind an id.
    pub fn get(&self, id: FactId) -> Option<&Fact> {
        let at = usize::from(id);
        self.question.facts.get(at).or_else(|| self.more.get(at - self.question.facts.len()))
    }

    /// The facts behind ids.
    pub fn all(&self, ids: &[FactId]) -> Vec<Fact> {
        let mut facts: Vec<Fact> = ids.iter().filter_map(|id| self.get(*id)).cloned().collect();
        sorting::sort(&mut facts);
        facts
    }
}

impl<'q> FactTable<'q> {
    /// The cross-domain standing of an unlisted course, as a statement.
    pub fn cross_domain(&mut self, course: &CourseRef, standing: Standing) -> Possible {
        let fact = |doubt| Fact::CrossDomain { course: course.clone(), doubt };
        let any = fact(CrossDomainDoubt::CommonCourse);
        if (self.decide)(&any).is_some() {
            return self.ask(any);
        }
        match standing {
            Standing::Cross => Possible::Yes,
            Standing::Own { .. } => Possible::No,
            Standing::Decided(holds) => Possible::from(holds),
            Standing::Doubt(doubt) => self.ask(fact(doubt)),
            Standing::NoCurriculum => match &self.question.missing_ground {
                Some(missing) => self.ask(missing.clone()),
                None => Possible::No,
            },
        }
    }

    /// A category that takes courses the program does not list; `None` for any other.
    pub fn open_category(&self, category: CategoryAt) -> Option<&'q OpenCategory> {
        self.question.open_categories.iter().find(|open| open.category == category)
    }
}
