//! What rules ask for: at least so much of some courses, at most so much of others.

use std::sync::Arc;

use super::{Alternative, Amount, AnyOf, Condition, Demand, Draft, Limit, Of, Possible, Scope, Slot};
use crate::audit::at::CategoryAt;
use crate::audit::condition::ConditionSource;
use crate::regulation;

impl<'a> Draft<'a> {
    /// Begins "at least so much": of all courses, until `within` and `of` say of which.
    pub fn at_least<'d>(&'d mut self, need: Amount, scope: &Scope) -> AtLeast<'d, 'a> {
        let (source, unless) = (scope.source(), scope.unless);
        let (categories, told_of) = (Vec::new(), Vec::new());
        AtLeast { draft: self, need, categories, told_of, of: Of::Any, source, alternative: None, unless }
    }

    /// Begins "at most so much".
    pub fn at_most<'d>(&'d mut self, most: Amount, scope: &Scope) -> AtMost<'d, 'a> {
        AtMost { draft: self, most, category: None, unless: scope.unless }
    }

    /// A number for a new group of alternatives.
    pub fn next_group(&self) -> u8 {
        let groups = self.question.demands.iter().filter_map(|demand| demand.alternative).map(|one| one.group);
        groups.max().map_or(0, |group| group.saturating_add(1))
    }
}

/// "At least so much of that", being written.
pub struct AtLeast<'d, 'a> {
    draft: &'d mut Draft<'a>,
    need: Amount,
    categories: Vec<String>,
    told_of: Vec<String>,
    of: Of,
    source: ConditionSource,
    alternative: Option<Alternative>,
    unless: AnyOf,
}

impl<'a> AtLeast<'_, 'a> {
    /// Only courses of these categories count; of none named, those of all.
    pub fn within(self, categories: &[String]) -> Self {
        AtLeast { categories: categories.to_vec(), ..self }
    }

    /// Names these categories in the sentence, though courses of others count as well.
    pub fn told_of(self, categories: &[String]) -> Self {
        AtLeast { told_of: categories.to_vec(), ..self }
    }

    /// What kind of course counts, for the sentence.
    pub fn of(self, of: Of) -> Self {
        AtLeast { of, ..self }
    }

    /// Another source than the scope's.
    pub fn from(self, source: ConditionSource) -> Self {
        AtLeast { source, ..self }
    }

    /// It belongs to an option, of which one of the group must be satisfied.
    pub fn option(self, alternative: Alternative) -> Self {
        AtLeast { alternative: Some(alternative), ..self }
    }

    /// Every course of the categories counts.
    pub fn counting_all(self) {
        self.counting(|_, _| Possible::Yes);
    }

    /// Courses for which `gain` holds count, those of other categories never.
    pub fn counting(self, mut gain: impl FnMut(&mut Draft<'a>, &Slot) -> Possible) {
        self.write(&mut |draft, slot| (gain(draft, slot), Possible::No), None);
    }

    /// The same, where it must be a certain stage of a course: `gain` says whether that stage counts, and whether
    /// another does. `None`: any stage, by the first.
    pub fn counting_stage(
        self,
        stage: Option<u8>,
        mut gain: impl FnMut(&mut Draft<'a>, &Slot) -> (Possible, Possible),
    ) {
        self.write(&mut gain, stage);
    }

    // One for all rules: each closure is a type of its own, and would bring a copy of this along.
    fn write(self, gain: &mut dyn FnMut(&mut Draft<'a>, &Slot) -> (Possible, Possible), stage: Option<u8>) {
        let AtLeast { draft, need, categories, told_of, of, source, alternative, unless } = self;
        let within: Vec<Option<CategoryAt>> = categories.iter().map(|name| draft.program.category(name)).collect();
        let slots = std::mem::take(&mut draft.question.slots);
        let mut counts = Vec::with_capacity(slots.len());
        // Most ask for no certain stage, and a statement is large.
        let mut otherwise = Vec::with_capacity(if stage.is_some() { slots.len() } else { 0 });
        for slot in &slots {
            // A course that counts for credits only is of no category.
            let here = categories.is_empty() || slot.category.is_some() && within.contains(&slot.category);
            let (this, other) = if here { gain(draft, slot) } else { (Possible::No, Possible::No) };
            counts.push(this);
            otherwise.extend(stage.map(|_| other));
        }
        draft.question.slots = slots;
        let (gain, stage) = (counts, stage.map(|stage| (stage, otherwise)));
        let categories = if told_of.is_empty() { categories } else { told_of };
        let condition = Arc::new(Condition { need, categories, of, source });
        draft.question.demands.push(Demand { condition, gain, stage, alternative, unless });
    }

    /// Cross-domain courses outside 基礎 count; of categories that are named, all cross-domain ones.
    pub fn counting_cross_domain(self) {
        let basic = if self.categories.is_empty() { self.draft.program.category(regulation::BASIC) } else { None };
        // A course whose category is open may be 基礎: then it does not count here.
        self.of(Of::CrossDomain).counting(|_, slot| match slot.category {
            Some(category) if Some(category) != basic => slot.cross_domain,
            _ => Possible::No,
        });
    }
}

/// "At most so much of that", being written.
pub struct AtMost<'d, 'a> {
    draft: &'d mut Draft<'a>,
    most: Amount,
    category: Option<CategoryAt>,
    unless: AnyOf,
}

impl<'a> AtMost<'_, 'a> {
    /// It limits all of a category.
    pub fn of_category(self, category: CategoryAt) {
        AtMost { category: Some(category), ..self }.using(|_, slot| slot.category == Some(category));
    }

    /// It limits the courses of which `uses` says so.
    pub fn using(self, mut uses: impl FnMut(&mut Draft<'a>, &Slot) -> bool) {
        let AtMost { draft, most, category, unless } = self;
        let slots = std::mem::take(&mut draft.question.slots);
        let uses = slots.iter().map(|slot| uses(draft, slot)).collect();
        draft.question.slots = slots;
        draft.question.limits.push(Limit { most, uses, category, unless });
    }
}
