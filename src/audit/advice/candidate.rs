//! A course that a student could still take, and what it would do.

use super::super::at::{CategoryAt, ListingAt};
use super::super::judging::Effect;

/// A listed course that the student could still take.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub listing: ListingAt,
    pub ways: Vec<Way>,
    /// A record stands for a stage of it and does not say for which.
    pub unsaid: bool,
}

/// One way in which it would count.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub offer: Offer,
    pub category: Option<CategoryAt>,
    pub stages: &'static [u8],
}

/// One way in which a course not yet taken would count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offer {
    /// What it does.
    pub effect: Effect,
    /// Its cost: credits in tenths.
    pub credits: u16,
    /// Its cost: courses.
    pub courses: u16,
}

/// The offers of all listings of one name.
pub fn offers_of(same: &[Candidate]) -> impl Iterator<Item = &Offer> {
    same.iter().flat_map(|candidate| candidate.ways.iter().map(|way| &way.offer))
}
