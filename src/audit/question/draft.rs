//! The draft of one question about one program: which courses may count how, and what is asked of them.
//!
//! Rules write into it (see [`crate::rules`]); records are not known yet. Everything here is about the program and the
//! student, so it is prepared once and serves every change of the records.

mod asking;
mod lookup;
mod relax;
mod slots;

use super::super::at::{CategoryAt, ListingAt};
use super::super::condition::{Amount, Condition, Of};
use super::super::fact::{CourseRef, Decision, Fact};
use super::super::possible::{AnyOf, FactId, Possible};
use super::super::student::{Membership, Standing, Student};
use super::super::verdict::{Closed, NotCountedReason};
use super::{Alternative, Demand, Limit, OpenCategory, Prerequisite, Question, Scope, Slot, course_ref};
use crate::catalog::document::{Category, Course, Listing};
use crate::catalog::{CourseFacts, CourseId};
use crate::credits::Credits;

/// What a draft is about, of the program's own terms.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// The program's code.
    pub code: &'a str,
    /// Credits for the certificate.
    pub min_credits: Credits,
    /// The categories, in their order.
    pub categories: &'a [Category],
}

impl Terms<'_> {
    /// Position of the category with that name.
    pub fn category(&self, name: &str) -> Option<CategoryAt> {
        self.categories.iter().position(|category| category.name == name).map(CategoryAt::new)
    }
}

/// The draft; see the module.
#[derive(Clone)]
pub struct Draft<'a> {
    /// The catalog.
    pub catalog: &'a dyn CourseFacts,
    /// The program.
    pub program: Terms<'a>,
    /// The student.
    pub student: &'a Student<'a>,
    /// What is written so far; the rules add to it by the functions here.
    pub(super) question: Question,
    /// Why it is closed, unless one of these facts holds.
    pub(super) closed: Vec<(Closed, AnyOf)>,
    decisions: &'a [Decision],
}

impl<'a> Draft<'a> {
    /// A draft with the program's list, credits and category minimums, before any restriction.
    pub fn new(
        catalog: &'a dyn CourseFacts,
        program: Terms<'a>,
        listings: impl Iterator<Item = (Option<usize>, &'a Listing)>,
        student: &'a Student<'a>,
        standing: &dyn Fn(CourseId) -> Standing,
        decisions: &'a [Decision],
    ) -> Draft<'a> {
        let mut draft = Draft {
            catalog,
            program,
            student,
            question: Question::empty(student.missing_ground()),
            closed: Vec::new(),
            decisions,
        };
        for (at, (category, listing)) in listings.enumerate() {
            draft.list(ListingAt::new(at), category.map(CategoryAt::new), listing, standing);
        }
        draft
    }

    fn list(
        &mut self,
        at: ListingAt,
        category: Option<CategoryAt>,
        listing: &Listing,
        standing: &dyn Fn(CourseId) -> Standing,
    ) {
        let Some(course) = self.catalog.listed(listing) else { return };
        let (Some(facts), Some(name)) = (self.catalog.course(course), self.catalog.name_of(course)) else { return };
        let cross_domain = self.cross_domain(&course_ref(facts), &standing(course));
        let told = self.said_to_count(&course_ref(facts));
        let slot = Slot {
            listing: at,
            online: listing.online,
            course,
            name,
            category,
            usable: Possible::from(told != Some(false)),
            cross_domain,
            credits: facts.credits,
            told,
            excluded: (told == Some(false)).then_some(NotCountedReason::NotRecognised),
            cross_domain_decided: self.decision_on(&course_ref(facts)).is_some(),
            if_own_taken: Possible::Yes,
        };
        if category.is_none() {
            // An open category may turn out to be any of the program's, or none.
            for (position, category) in self.program.categories.iter().enumerate() {
                let fact = Fact::Category { course: course_ref(facts), category: category.name.clone() };
                let usable = self.ask(fact).and(slot.usable);
                self.question.slots.push(Slot { category: Some(CategoryAt::new(position)), usable, ..slot.clone() });
            }
        }
        self.question.slots.push(slot);
    }

    /// Cross-domain standing as a statement that may hang on a fact. A decision of the student's goes before the data:
    /// their department has the last word. It is shown as unofficial.
    pub fn cross_domain(&mut self, course: &CourseRef, standing: &Standing) -> Possible {
        if let Some(decision) = self.decision_on(course) {
            if standing.known() != Some(decision.holds) && !self.question.decided.contains(&decision.fact) {
                self.question.decided.push(decision.fact.clone());
            }
            return Possible::from(decision.holds);
        }
        match standing {
            Standing::Cross => Possible::Yes,
            Standing::Own { .. } => Possible::No,
            Standing::Decided(holds) => Possible::from(*holds),
            Standing::Doubt(doubt) => self.ask(Fact::CrossDomain { course: course.clone(), doubt: doubt.clone() }),
            Standing::NoCurriculum => match self.student.missing_ground() {
                Some(fact) => self.ask(fact),
                None => Possible::No,
            },
        }
    }

    /// The student's decision on the cross-domain standing of a course.
    fn decision_on(&self, course: &CourseRef) -> Option<&'a Decision> {
        self.decisions.iter().find(|decision| decision.is_on(course))
    }

    /// What the student was told of a listed course, see [`Fact::Counts`].
    fn said_to_count(&mut self, course: &CourseRef) -> Option<bool> {
        let fact = Fact::Counts { course: course.clone() };
        let decision = self.decisions.iter().find(|decision| decision.answers(self.program.code, &fact))?;
        self.question.decided.push(fact);
        Some(decision.holds)
    }

    /// A statement that holds if the fact does; settled where the student has decided it.
    pub fn ask(&mut self, fact: Fact) -> Possible {
        let program = self.program.code;
        let decision = self.decisions.iter().find(|decision| decision.answers(program, &fact));
        if let Some(decision) = decision {
            if !self.question.decided.contains(&fact) {
                self.question.decided.push(fact);
            }
            return Possible::from(decision.holds);
        }
        Possible::fact(self.fact(fact))
    }

    fn fact(&mut self, fact: Fact) -> FactId {
        if let Some(at) = self.question.facts.iter().position(|known| *known == fact) {
            return at as FactId;
        }
        self.question.facts.push(fact);
        (self.question.facts.len() - 1) as FactId
    }

    /// A fact that must hold whatever the records are.
    pub fn confirm(&mut self, fact: Fact, scope: &Scope) {
        let categories = match &fact {
            Fact::GeneralMinimum { category } => vec![category.clone()],
            _ => Vec::new(),
        };
        match self.ask(fact).or(scope.unless) {
            Possible::Yes => {}
            Possible::If(clauses) => self.question.confirms.extend_from_slice(clauses.as_slice()),
            // Decided against: the condition can never be met.
            Possible::No => {
                let asked = self.at_least(Amount::Courses(1), scope).within(&categories).of(Of::Listed(Vec::new()));
                asked.counting(|_, _| Possible::No);
            }
        }
    }

    /// How a rule that names a department reaches this student: `None` when it does not concern them, otherwise the
    /// scope with the fact that would free them of it.
    pub fn for_department(&mut self, department: &str, scope: &Scope) -> Option<Scope> {
        let fact = match self.student.membership(department) {
            Membership::Stranger => return None,
            Membership::Member => return Some(*scope),
            Membership::Class => Fact::NotOfDepartment { department: department.to_owned() },
            Membership::Unknown => Fact::Group,
        };
        self.unless(fact, scope)
    }

    /// The scope of a rule of which the fact, too, frees the student: `None` where it does for certain.
    pub fn unless(&mut self, fact: Fact, scope: &Scope) -> Option<Scope> {
        let freed = match self.ask(fact) {
            Possible::Yes => return None,
            freed => freed.clauses().first().copied().unwrap_or_default(),
        };
        Some(Scope { unless: scope.unless.or(freed), ..*scope })
    }

    /// Closes the program, unless one of the facts holds.
    pub fn close(&mut self, why: Closed, unless: AnyOf) {
        self.closed.push((why, unless));
    }
}
