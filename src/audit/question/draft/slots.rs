//! What rules say of the ways in which courses count, listed or not.

use super::{
    CategoryAt, CourseId, Credits, Draft, Fact, NotCountedReason, OpenCategory, Possible, Prerequisite, Scope, Slot,
};
use crate::names::normalise;

impl<'a> Draft<'a> {
    /// Takes slots out (`Possible::No`) or makes them hang on facts, with the reason.
    pub fn narrow(
        &mut self,
        scope: &Scope,
        mut keep: impl FnMut(&mut Draft<'a>, &Slot) -> Result<Possible, NotCountedReason>,
    ) {
        let mut slots = std::mem::take(&mut self.question.slots);
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
        self.question.slots = slots;
    }

    /// Makes the cross-domain standing of every listed course hang on one thing more, and that of unlisted ones too.
    pub fn narrow_cross_domain(&mut self, unlisted: Possible, mut keep: impl FnMut(&mut Draft<'a>, &Slot) -> Possible) {
        self.question.unlisted_cross_domain = self.question.unlisted_cross_domain.and(unlisted);
        let mut slots = std::mem::take(&mut self.question.slots);
        for slot in &mut slots {
            slot.cross_domain = slot.cross_domain.and(keep(self, slot));
        }
        self.question.slots = slots;
    }

    /// What of a listed course counts where the course taken for it is the own department's: only what `keep` allows.
    pub fn narrow_own_taken(&mut self, keep: Possible) {
        // What the student was told goes before the rules.
        for slot in self.question.slots.iter_mut().filter(|slot| slot.told.is_none()) {
            slot.if_own_taken = slot.if_own_taken.and(keep);
        }
    }

    /// Recognises courses of another code as a listed one.
    pub fn recognise(&mut self, code: &str, course: CourseId) {
        self.question.equivalents.push((code.to_owned(), course));
    }

    /// Asks for credits of some categories before a course of another.
    pub fn ask_before(&mut self, category: CategoryAt, of: Vec<CategoryAt>, credits: Credits) {
        self.question.prerequisites.push(Prerequisite { category, of, credits });
    }

    /// Lets a category take courses that the program does not list: those whose names hold a word, or any.
    pub fn accept_unlisted(&mut self, name: &str, name_contains: &[String], any_course: bool) {
        let Some(category) = self.program.category(name) else { return };
        let (name, name_contains) = (name.to_owned(), name_contains.iter().map(|word| normalise(word)).collect());
        let open = OpenCategory { category, name, name_contains, any_course, accepted: Vec::new() };
        self.question.open_categories.push(open);
    }

    /// Takes up the courses outside the list that the student was told are accepted.
    pub fn take_accepted(&mut self) {
        for decision in
            self.decisions.iter().filter(|one| one.holds && one.program.as_deref() == Some(self.program.code))
        {
            let Fact::Accepted { course, category: name } = &decision.fact else { continue };
            let Some(category) = self.program.category(name) else { continue };
            let open = &mut self.question.open_categories;
            if !open.iter().any(|open| open.category == category) {
                let (name, name_contains, accepted) = (name.clone(), Vec::new(), Vec::new());
                open.push(OpenCategory { category, name, name_contains, any_course: false, accepted });
            }
            for open in open.iter_mut().filter(|open| open.category == category).take(1) {
                open.accepted.push(course.clone());
            }
        }
    }
}
