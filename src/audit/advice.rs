//! Advice: which courses finish a program, or several together, for the least credits.

mod candidate;
mod candidates;
mod cheapest;
mod classes;
mod input;
mod one;
mod together;

pub use candidate::Candidate;
pub use candidates::certain_candidates;
pub use input::AdviceInput;
pub use one::{advise, finishable};
pub use together::{MOST_TOGETHER, SharedCourse, Together};
