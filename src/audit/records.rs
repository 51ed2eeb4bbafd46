//! The student's records as a program sees them: what they meet, and the ways in which they may count.

mod gather;
mod hit;
mod matching;
mod order;
mod unit;

pub use hit::{At, Hit, Via};
pub use matching::choices;
pub use unit::{Choice, Entry, Taken, Unit, UnitKey, take};
