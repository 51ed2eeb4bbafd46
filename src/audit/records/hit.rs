//! A record that meets a program's list.

use super::super::at::{CategoryAt, ListingAt};

/// A record that meets a program's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// What it met.
    pub at: At,
    /// Position of the record.
    pub record: usize,
    /// How they met.
    pub via: Via,
}

/// What a record met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// A listed course, by its position in the program's list.
    Listing(ListingAt),
    /// A category that takes more than its list, by its position.
    Category(CategoryAt),
}

impl Hit {
    /// Position in the program's list; `None` for an unlisted course.
    pub fn listing(&self) -> Option<ListingAt> {
        match self.at {
            At::Listing(at) => Some(at),
            At::Category(_) => None,
        }
    }
}

/// How a record met a listed course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// Same code, or a code the program recognises for it.
    Code,
    /// The record has no code; the name is the same.
    NameOnly,
    /// Same name under another code.
    OtherCode,
    /// Not listed; the category may take it, and the name is a lead.
    Unlisted,
    /// Not listed; the category may take any course.
    Anything,
}
