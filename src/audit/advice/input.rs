//! What advice on one question goes by.

use super::super::at::ListingAt;
use super::super::facts::FactTable;
use super::super::hindrance::Hindrance;
use super::super::question::{Listed, Question};
use super::super::records::{Taken, Unit};
use super::candidate::Candidate;
use crate::catalog::NameId;

/// Everything the advice is about.
pub struct AdviceInput<'a> {
    /// The question.
    pub question: &'a Question,
    /// What a student without records could take for certain, by name.
    pub certain: &'a [(NameId, Vec<Candidate>)],
    /// The program's list.
    pub list: &'a [Option<Listed>],
    /// Names of the categories.
    pub categories: &'a [String],
    /// The records, as units.
    pub units: &'a [Unit],
    /// The names that records stand for.
    pub taken: &'a [Taken],
    /// Facts.
    pub table: &'a FactTable<'a>,
    /// Positions in the list that must not be advised.
    pub without: &'a [ListingAt],
    /// What may keep the student from taking a listed course, by its position.
    pub hindrances: &'a [Option<Hindrance>],
}

impl AdviceInput<'_> {
    /// The listed course at that position.
    pub fn listed(&self, listing: ListingAt) -> Option<&Listed> {
        listing.of(self.list).and_then(Option::as_ref)
    }

    /// What may keep the student from taking the listed course at that position.
    pub fn hindrance(&self, listing: ListingAt) -> Option<&Hindrance> {
        listing.of(self.hindrances)?.as_ref()
    }

    /// Whether a name is that of a listed year course.
    pub fn staged(&self, name: NameId) -> bool {
        let of = |(range, listed): (&std::ops::Range<usize>, &Option<Listed>)| {
            let same = self.question.slots.get(range.start).is_some_and(|slot| slot.name == name);
            same && listed.as_ref().is_some_and(|listed| listed.stages > 1)
        };
        self.question.slots_of.iter().zip(self.list).any(of)
    }
}
