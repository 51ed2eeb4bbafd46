//! Advice: which courses finish a program, or several together, for the least credits.

mod around;
mod candidate;
mod candidates;
mod cheapest;
mod classes;
mod hard;
mod input;
mod one;
mod together;

use crate::credits::Credits;

/// So many more credits a way without hindrances may ask and still be told first.
const MORE_FOR_EASE: Credits = Credits::from_tenths(30);

pub use candidate::Candidate;
#[cfg(feature = "office")]
pub use candidates::candidates;
pub use candidates::certain_candidates;
pub use input::AdviceInput;
pub use one::{advise, finishable};
pub use together::{MOST_TOGETHER, SharedCourse, Together};
