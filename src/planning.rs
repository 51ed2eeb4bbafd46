//! Planning the semesters to come: what stands where, what to mind, where a course fits.
//!
//! Nothing here judges programs: a plan's courses are records with status planned, and the engine judges those.

mod board;
mod place;
mod warning;

pub use board::{Column, Place, board, fitting_term, last_term, terms};
pub use place::{choices, planned};
pub use warning::{Warning, warnings};
