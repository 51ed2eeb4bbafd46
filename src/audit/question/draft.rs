//! The draft of one question about one program: which courses may count how, and what is asked of them.
//!
//! Rules write into it (see [`crate::rules`]); records are not known yet. Everything here is about the program and the
//! student, so it is prepared once and serves every change of the records.

mod lookup;
mod relax;

use std::sync::Arc;

use super::super::condition::{Amount, Condition, Of};
use super::super::fact::{CourseRef, Decision, Fact};
use super::super::possible::{AnyOf, FactId, Possible};
use super::super::student::{Membership, Standing, Student};
use super::super::verdict::{Closed, NotCountedReason};
use super::{Demand, Limit, OpenCategory, Prerequisite, Scope, Slot, course_ref};
use crate::catalog::document::{Category, Course, Listing};
use crate::catalog::{CourseFacts, CourseId};
use crate::credits::Credits;
use crate::regulation;

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
    pub fn category(&self, name: &str) -> Option<usize> {
        self.categories.iter().position(|category| category.name == name)
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
    /// Ways in which listed courses may count, by position in the list.
    pub slots: Vec<Slot>,
    /// What is asked.
    pub demands: Vec<Demand>,
    /// What is capped.
    pub limits: Vec<Limit>,
    /// Facts of which one each must hold whatever the records are.
    pub confirms: Vec<AnyOf>,
    /// Why it is closed, unless one of these facts holds.
    pub closed: Vec<(Closed, AnyOf)>,
    /// Categories that take unlisted courses.
    pub open_categories: Vec<OpenCategory>,
    /// What has to be passed before courses of a category.
    pub prerequisites: Vec<Prerequisite>,
    /// Codes that are recognised as a listed course.
    pub equivalents: Vec<(String, CourseId)>,
    /// Whether an unlisted course can count as cross-domain: such a course is of no track.
    pub unlisted_cross_domain: Possible,
    /// Facts named so far.
    pub facts: Vec<Fact>,
    /// Decisions of the student's that were used.
    pub decided: Vec<Fact>,
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
            slots: Vec::with_capacity(80),
            demands: Vec::with_capacity(8),
            limits: Vec::new(),
            confirms: Vec::new(),
            closed: Vec::new(),
            open_categories: Vec::new(),
            prerequisites: Vec::new(),
            equivalents: Vec::new(),
            unlisted_cross_domain: Possible::Yes,
            facts: Vec::new(),
            decided: Vec::new(),
            decisions,
        };
        for (at, (category, listing)) in listings.enumerate() {
            draft.list(at as u16, category, listing, standing);
        }
        draft
    }

    fn list(&mut self, at: u16, category: Option<usize>, listing: &Listing, standing: &dyn Fn(CourseId) -> Standing) {
        let Some(course) = self.catalog.listed(listing) else { return };
        let (Some(facts), Some(name)) = (self.catalog.course(course), self.catalog.name_of(course)) else { return };
        let cross_domain = self.cross_domain(&course_ref(facts), &standing(course));
        let told = self.told(&course_ref(facts));
        let slot = Slot {
            listing: at,
            online: listing.online,
            course,
            name,
            category: category.map(|c| c as u8),
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
                self.slots.push(Slot { category: Some(position as u8), usable, ..slot.clone() });
            }
        }
        self.slots.push(slot);
    }

    /// Cross-domain standing as a statement that may hang on a fact. A decision of the student's goes before the data:
    /// their department has the last word. It is shown as unofficial.
    pub fn cross_domain(&mut self, course: &CourseRef, standing: &Standing) -> Possible {
        if let Some(decision) = self.decision_on(course) {
            if standing.known() != Some(decision.holds) && !self.decided.contains(&decision.fact) {
                self.decided.push(decision.fact.clone());
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
    fn told(&mut self, course: &CourseRef) -> Option<bool> {
        let fact = Fact::Counts { course: course.clone() };
        let decision = self.decisions.iter().find(|decision| decision.answers(self.program.code, &fact))?;
        self.decided.push(fact);
        Some(decision.holds)
    }

    /// Takes up the courses outside the list that the student was told are accepted.
    pub fn take_accepted(&mut self) {
        for decision in
            self.decisions.iter().filter(|one| one.holds && one.program.as_deref() == Some(self.program.code))
        {
            let Fact::Accepted { course, category: name } = &decision.fact else { continue };
            let Some(category) = self.program.category(name) else { continue };
            let category = category as u8;
            let at = self.open_categories.iter().position(|open| open.category == category).unwrap_or_else(|| {
                let (name, name_contains, accepted) = (name.clone(), Vec::new(), Vec::new());
                self.open_categories.push(OpenCategory { category, name, name_contains, any_course: false, accepted });
                self.open_categories.len() - 1
            });
            self.open_categories.get_mut(at).into_iter().for_each(|open| open.accepted.push(course.clone()));
        }
    }

    /// A statement that holds if the fact does; settled where the student has decided it.
    pub fn ask(&mut self, fact: Fact) -> Possible {
        let program = self.program.code;
        let decision = self.decisions.iter().find(|decision| decision.answers(program, &fact));
        if let Some(decision) = decision {
            if !self.decided.contains(&fact) {
                self.decided.push(fact);
            }
            return Possible::from(decision.holds);
        }
        Possible::fact(self.fact(fact))
    }

    fn fact(&mut self, fact: Fact) -> FactId {
        if let Some(at) = self.facts.iter().position(|known| *known == fact) {
            return at as FactId;
        }
        self.facts.push(fact);
        (self.facts.len() - 1) as FactId
    }

    /// A fact that must hold whatever the records are.
    pub fn confirm(&mut self, fact: Fact, scope: &Scope) {
        let categories = match &fact {
            Fact::GeneralMinimum { category } => vec![category.clone()],
            _ => Vec::new(),
        };
        match self.ask(fact).or(scope.unless) {
            Possible::Yes => {}
            Possible::If(clauses) => self.confirms.extend_from_slice(clauses.as_slice()),
            // Decided against: the condition can never be met.
            Possible::No => self.demands.push(Demand {
                condition: Arc::new(Condition {
                    need: Amount::Courses(1),
                    categories,
                    of: Of::Listed(Vec::new()),
                    source: scope.source(),
                }),
                gain: vec![Possible::No; self.slots.len()],
                stage: None,
                alternative: None,
                unless: AnyOf::NEVER,
            }),
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

    /// A number for a new group of alternatives.
    pub fn next_group(&self) -> u8 {
        let groups = self.demands.iter().filter_map(|demand| demand.alternative).map(|one| one.group);
        groups.max().map_or(0, |group| group.saturating_add(1))
    }

    /// Asks for at least `need` of the slots for which `gain` holds.
    pub fn demand(&mut self, condition: Condition, scope: &Scope, gain: Vec<Possible>) {
        self.demands.push(Demand {
            condition: Arc::new(condition),
            gain,
            stage: None,
            alternative: None,
            unless: scope.unless,
        });
    }

    /// The same, for rules of the usual form: within categories, of a kind.
    pub fn at_least(
        &mut self,
        need: Amount,
        categories: &[String],
        of: Of,
        scope: &Scope,
        gain: impl Fn(&mut Draft<'a>, &Slot) -> Possible,
    ) {
        let within: Vec<Option<usize>> = categories.iter().map(|name| self.program.category(name)).collect();
        let slots = std::mem::take(&mut self.slots);
        let gains = slots
            .iter()
            .map(|slot| match slot.category {
                _ if categories.is_empty() => gain(self, slot),
                Some(category) if within.contains(&Some(usize::from(category))) => gain(self, slot),
                _ => Possible::No,
            })
            .collect();
        self.slots = slots;
        let source = scope.source();
        self.demand(Condition { need, categories: categories.to_vec(), of, source }, scope, gains);
    }

    /// Takes slots out (`Possible::No`) or makes them hang on facts, with the reason.
    pub fn narrow(
        &mut self,
        scope: &Scope,
        mut keep: impl FnMut(&mut Draft<'a>, &Slot) -> Result<Possible, NotCountedReason>,
    ) {
        let mut slots = std::mem::take(&mut self.slots);
        // What the student was told goes before the rules.
        for slot in slots.iter_mut().filter(|slot| slot.told.is_none()) {
            let (kept, reason) = match keep(self, slot) {
                Ok(kept) => (kept, None),
                Err(reason) => (Possible::No, Some(reason)),
            };
            // A rule that perhaps does not concern the student takes out only what that fact does not save.
            slot.usable = slot.usable.and(kept.or(scope.unless));
            if slot.usable == Possible::No && slot.excluded.is_none() {
                slot.excluded = reason;
            }
        }
        self.slots = slots;
    }

    /// Closes the program, unless one of the facts holds.
    pub fn close(&mut self, why: Closed, unless: AnyOf) {
        self.closed.push((why, unless));
    }

    /// Non-basic cross-domain credits, as the certificate of some programs and the requirement ask.
    pub fn demand_cross_domain(&mut self, need: Credits, categories: Option<&[String]>, scope: &Scope) {
        let wanted: Vec<bool> = self
            .program
            .categories
            .iter()
            .map(|c| categories.map_or(c.name != regulation::BASIC, |names| names.contains(&c.name)))
            .collect();
        let gain = self
            .slots
            .iter()
            .map(|slot| match slot.category.and_then(|c| wanted.get(usize::from(c))) {
                Some(true) => slot.cross_domain,
                // An open category may be 基礎: then the course does not count here.
                _ => Possible::No,
            })
            .collect();
        let condition = Condition {
            need: Amount::Credits(need),
            categories: categories.map(<[String]>::to_vec).unwrap_or_default(),
            of: Of::CrossDomain,
            source: scope.source(),
        };
        self.demand(condition, scope, gain);
    }
}
